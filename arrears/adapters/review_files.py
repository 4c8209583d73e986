"""Corrected texts in a file for review: the form of Rasa's training data, where training cannot read it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from arrears.adapters.evidence_files import write_private
from arrears.domain.corrections import CorrectedText, by_label, taken_for

_TRAINING = "nlu_data"

_HEADER = """\
# Corrections by supervisors, for review. Training never reads this file, and nothing in it is an example yet:
# read each text, take out names and addresses, and write what is worth it into {folder}/ in your own words.
# Phone numbers, e-mail addresses, card and account numbers are hidden (•); names and street addresses not.
# Exported {at}; {count} texts.
version: "3.1"
"""


class TrainingFolderError(ValueError):
    """A review file was to be written where training reads."""

    def __init__(self) -> None:
        super().__init__(
            f"training reads {_TRAINING}/; write the review file elsewhere, such as var/corrections.yml"
        )


class ReviewFileError(OSError):
    """The file cannot be written."""


def check_review_path(path: Path) -> None:
    """Raises: TrainingFolderError where the file would lie in a folder that training reads."""
    if _TRAINING in [part.casefold() for part in path.resolve().parent.parts]:
        raise TrainingFolderError


def write_review(path: Path, texts: Sequence[CorrectedText], at: datetime) -> None:
    """Write the file, readable by its owner alone. Raises: TrainingFolderError; ReviewFileError."""
    check_review_path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, review_text(texts, at))
    except OSError as error:
        raise ReviewFileError(f"cannot write {path}: {error.strerror}") from None


def review_text(texts: Sequence[CorrectedText], at: datetime) -> str:
    """The file: texts under their corrected intents, with what each group was taken for."""
    header = _HEADER.format(folder=_TRAINING, at=at.isoformat(timespec="seconds"), count=len(texts))
    groups = by_label(texts)
    body = "nlu:\n" + "".join("\n".join(_group(*group)) + "\n" for group in groups.items())
    return header + (body if groups else "nlu: []\n")


def _group(label: str, texts: Sequence[CorrectedText]) -> Iterator[str]:
    yield "# understood as: " + ", ".join(f"{name} ({count})" for name, count in taken_for(texts))
    yield f"- intent: {label}"
    yield "  examples: |"
    for one in texts:
        yield f"    - {_one_line(one.text)}"


def _one_line(text: str) -> str:
    """The text on one line of a YAML block; brackets that Rasa would take for an entity are parted."""
    kept = "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _UNPRINTABLE)
    return " ".join(kept.split()).replace("](", "] (").replace("]{", "] {")


_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn"})
