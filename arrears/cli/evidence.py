"""Commands of the evidence: export a case, export and check the heads, erase, make a key."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arrears.adapters.evidence_files import write_private
from arrears.adapters.evidence_signing import new_key_pair, signature_holds
from arrears.bootstrap import App, build_app
from arrears.cli.app import app
from arrears.cli.errors import UsageError
from arrears.domain.ids import CaseId
from arrears.services.erase_evidence import erase_evidence, personal_fields
from arrears.services.export_evidence import (
    Document,
    Fault,
    broken_chains,
    cut_chains,
    document_text,
    export_case,
    export_heads,
    read_heads,
    signed_part,
)
from arrears.services.keep_evidence import keep_through
from arrears.store import cases
from arrears.store.erasure import Chosen

UNSIGNED = "not signed: ARREARS_EVIDENCE_KEY is not set"

evidence = typer.Typer(no_args_is_help=True, help="Export, check and erase the evidence of cases.")
app.add_typer(evidence, name="evidence")

Case = Annotated[str, typer.Argument(help="Our case id, or the lender's loan number")]
To = Annotated[Path | None, typer.Option(help="File to write, for its owner's eyes; default: print it")]


@evidence.command()
def export(case: Case, to: To = None) -> None:
    """Write one case's complete file: contacts, decisions, consents, turns, notices."""
    world = build_app()
    case_id = _case_id(world, case)
    _write(export_case(world.desk, case_id, world.sign), to)
    if to is not None:
        last = keep_through(world.desk, case_id)
        typer.echo("keep it: the case is open" if last is None else f"keep it through {last}", err=True)
    _fail_on(broken_chains(world.desk, case_id))


@evidence.command()
def heads(to: To = None) -> None:
    """Write where every chain ends: kept elsewhere, it shows later that a tail was cut off."""
    world = build_app()
    _write(export_heads(world.desk, world.sign), to)


@evidence.command()
def check(
    file: Annotated[Path | None, typer.Argument(help="File of heads that was exported earlier")] = None,
    public_key: Annotated[
        str | None, typer.Option(help="Whose signature the file must have, in base64; default: our own")
    ] = None,
) -> None:
    """Check every chain, and that each still has what it ended with when the file was written."""
    world = build_app()
    known = None if file is None else _trusted(world, file, public_key)
    faults = broken_chains(world.desk) + (() if known is None else cut_chains(world.desk, known))
    _fail_on(faults)
    reached = "" if known is None else f", and reaches its head of {known['exported_at']}"
    typer.echo(f"every chain holds{reached}")


@evidence.command()
def erase(
    case: Case,
    by: Annotated[str, typer.Option(help="Who orders it, as the evidence will say")],
    what: Annotated[
        list[str] | None,
        typer.Argument(help="12 (an entry), text (a field, everywhere) or 12:text; none: everything"),
    ] = None,
    person: Annotated[bool, typer.Option("--person", help="In every case of the person")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Erase; without it nothing is changed")] = False,
) -> None:
    """Erase personal fields for good; the chain holds, and says that they were erased."""
    world = build_app()
    case_id = _case_id(world, case)
    chosen = _chosen(what or [])
    count = personal_fields(world.desk, case_id, chosen, person=person)
    if count == 0:
        raise UsageError("there is no such personal field, or it was erased before")
    if not yes:
        raise UsageError(f"this erases {count} fields for good; say --yes to do it")
    count = erase_evidence(world.desk, case_id, chosen, person=person, by=by)
    typer.echo(f"{count} fields erased")


@evidence.command()
def keygen() -> None:
    """Make a key pair: the private one is for ARREARS_EVIDENCE_KEY, the public one for those who check."""
    private, public = new_key_pair()
    typer.echo(f"private {private}\npublic  {public}")


def _case_id(world: App, reference: str) -> CaseId:
    with world.desk.store.read() as tx:
        found = cases.find_case_anywhere(tx, reference)
    if found is None:
        raise UsageError("no single case has this id or loan number")
    return found.id


def _write(document: Document, to: Path | None) -> None:
    if to is None:
        typer.echo(document_text(document), nl=False)
    else:
        try:
            write_private(to, document_text(document))
        except OSError as error:
            raise UsageError(f"cannot write {to}: {error.strerror}") from None
        typer.echo(f"written to {to}", err=True)
    if document["signature"] is None:
        typer.echo(UNSIGNED, err=True)


def _trusted(world: App, file: Path, public_key: str | None) -> Document:
    """The heads of the file, once the right key has signed them."""
    try:
        known = read_heads(file.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"cannot read {file}") from None
    trusted = public_key or (None if world.sign is None else world.sign.public_key)
    if trusted is None:
        raise UsageError("whom to believe? name --public-key, or set ARREARS_EVIDENCE_KEY")
    if not signature_holds(signed_part(known), known["signature"] or {}, trusted):
        raise UsageError(f"{file} is not signed with the key {trusted}")
    return known


def _chosen(what: list[str]) -> Chosen:
    """Which fields the words mean. Raises: UsageError."""
    wanted: set[tuple[int | None, str | None]] = set()
    for word in what:
        number, _, name = word.partition(":") if word[:1].isdecimal() else ("", "", word)
        if (number and not number.isdecimal()) or not (number or name):
            raise UsageError(f"{word!r} is no entry (12), field (text) or field of an entry (12:text)")
        wanted.add((int(number) if number else None, name or None))
    return lambda seq, name: not wanted or bool(wanted & {(seq, None), (None, name), (seq, name)})


def _fail_on(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        how = "was cut off before" if fault.cut else "does not hold at"
        typer.echo(f"the chain of {fault.case_id} {how} entry {fault.seq}", err=True)
    if faults:
        raise typer.Exit(1)
