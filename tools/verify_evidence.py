"""Whether one case's evidence holds: `python tools/verify_evidence.py FILE [--heads FILE]`.

Standard library only; nothing of Arrears is imported. Re-checks the form of the file, its hash chain, its
salted digests and signatures, and judges every contact by the law as `tools/verifier/` states it: permits,
hours, caps, disclosures, opt-outs and statuses.

Exit: 0 everything holds, 1 something does not, 2 the file cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from tools.verifier.chain import (
    HEADS_FORMAT,
    UnreadableError,
    against_heads,
    chain,
    parse,
    personal,
    signature,
    well_formed,
)
from tools.verifier.dossier import contacts_hold
from tools.verifier.findings import Finding

HOLDS, DOES_NOT_HOLD, UNREADABLE = 0, 1, 2


def check(raw: bytes, heads: bytes | None = None, public_key: str | None = None) -> list[Finding]:
    """Everything in the export that does not hold. Raises: UnreadableError."""
    document, found = parse(raw)
    well_formed(document)
    kept, wrong = parse(heads, HEADS_FORMAT) if heads is not None else (None, [])
    found += wrong
    found += chain(document)
    try:
        found += personal(document)
        found += signature(document, ("format", "exported_at", "head"), public_key)
        if kept is not None:
            found += signature(kept, ("format", "exported_at", "heads"), public_key)
            found += against_heads(document, kept)
        found += contacts_hold(document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        if not found:
            raise UnreadableError(f"an entry is not in the format: {type(error).__name__}") from error
        found.append(Finding(None, "FORM", "the rest could not be read"))
    return found


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "file", type=Path, help="evidence of one case, as `arrears evidence export` writes it"
    )
    parser.add_argument("--heads", type=Path, help="signed heads that were kept elsewhere")
    parser.add_argument("--public-key", help="the lender's key in base64; without it nobody knows who signed")
    options = parser.parse_args(arguments)
    try:
        heads = options.heads.read_bytes() if options.heads else None
        found = check(options.file.read_bytes(), heads, options.public_key)
    except (OSError, UnreadableError) as error:
        words = error.strerror if isinstance(error, OSError) else error
        print(f"cannot read the evidence: {words}", file=sys.stderr)
        return UNREADABLE
    for finding in found:
        print(finding)
    print(_sum(len(found)))
    if options.public_key is None:
        print("no --public-key was given: who signed this, if anybody, was not checked", file=sys.stderr)
    return DOES_NOT_HOLD if found else HOLDS


def _sum(count: int) -> str:
    match count:
        case 0:
            return "everything holds"
        case 1:
            return "1 thing does not hold"
        case _:
            return f"{count} things do not hold"


if __name__ == "__main__":
    raise SystemExit(main())
