"""The hand-written examples said in the other language: `nlu_data/parallel/from_<language>.tsv`.

Each line is `intents <tab> the example as it was written <tab> its translation`; several intents are joined
with +. The pairs teach the Mandarin encoder (`bot/distil.py`), and the translations are examples of their
language like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from components.augmentation import Labelled
from components.text import LANGUAGES


@dataclass(frozen=True)
class Translation:
    """One example in both languages."""

    intents: tuple[str, ...]  # in the order of the text
    written: dict[str, str]  # by language
    original: str  # the language it was first written in


def read_translations(folder: Path) -> list[Translation]:
    """Those of every file, in order. Raises: ValueError naming the line that lacks a column."""
    rows = []
    for original in LANGUAGES:
        file = folder / f"from_{original}.tsv"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            columns = line.split("\t")
            if len(columns) != 3 or not all(columns):
                raise ValueError(
                    f"{file.name} line {number}: intent, example and translation are needed, tabs between"
                )
            other = next(language for language in LANGUAGES if language != original)
            rows.append(
                Translation(tuple(columns[0].split("+")), {original: columns[1], other: columns[2]}, original)
            )
    return rows


def translated(rows: list[Translation], language: str) -> list[Labelled]:
    """What was translated into this language."""
    return [(row.written[language], row.intents) for row in rows if row.original != language]
