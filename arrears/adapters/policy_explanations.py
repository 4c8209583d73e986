"""`policy/explanations/`: the words of every reason, duty, verdict and value, in both languages."""

from __future__ import annotations

from pathlib import Path

import yaml

from arrears.domain.compliance.explain import Explanations
from arrears.domain.people import Language

KINDS = frozenset({"reasons", "because", "verdicts", "lifts", "duties", "values"})


class ExplanationsError(ValueError):
    """The words of a code cannot be used; the message names the file, the code and the remedy."""

    def __init__(self, file: Path, key: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {remedy}")
        self.file, self.key, self.remedy = file, key, remedy


def load_explanations(folder: Path) -> Explanations:
    """Every file of the folder. Raises: ExplanationsError; OSError."""
    words: dict[tuple[str, str, Language], str] = {}
    for path in sorted(folder.glob("*.yml")):
        for (kind, code), spoken in _codes(path).items():
            if (kind, code, Language.EN) in words:
                raise ExplanationsError(path, f"{kind}.{code}", "it stands in another file already")
            words |= {(kind, code, language): text for language, text in spoken.items()}
    return Explanations(words)


def _codes(path: Path) -> dict[tuple[str, str], dict[Language, str]]:
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise ExplanationsError(path, "file", "make it readable YAML in UTF-8") from error
    if not isinstance(document, dict) or not document.keys() <= KINDS:
        raise ExplanationsError(path, "file", f"write tables named {', '.join(sorted(KINDS))}")
    found = {}
    for kind, table in document.items():
        if not isinstance(table, dict):
            raise ExplanationsError(path, kind, "write a table of codes")
        for code, spoken in table.items():
            found[kind, str(code)] = _spoken(path, f"{kind}.{code}", spoken)
    return found


def _spoken(path: Path, key: str, spoken: object) -> dict[Language, str]:
    wanted = {language.value for language in Language}
    if not isinstance(spoken, dict) or set(spoken) != wanted:
        raise ExplanationsError(path, key, f"write it in {' and '.join(sorted(wanted))}")
    for text in spoken.values():
        if not isinstance(text, str) or not text.strip():
            raise ExplanationsError(path, key, "write a sentence in quotation marks")
    return {Language(language): text for language, text in spoken.items()}
