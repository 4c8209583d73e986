"""Entities against their labels: exact values, what was missed, and what was silently wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from arrears.domain.language.entity import Entity
from arrears.domain.language.readings import Certainty
from arrears.domain.people import Language
from arrears.domain.understanding import READ_AT_ONCE, Situation
from arrears.ports import IntentReader
from arrears.services.understand import understand

_PREFIXES = ("INVALID", "UNRESOLVED")  # what follows them is words, and is not compared


@dataclass
class Count:
    """Of one kind of entity."""

    labelled: int = 0
    exact: int = 0
    wrong: int = 0  # said without a doubt, and not what is labelled
    unsure: int = 0  # said as one reading among others
    astray: int = 0  # of the unsure ones: not labelled

    def add(self, other: Count) -> None:
        """Both together."""
        for name in ("labelled", "exact", "wrong", "unsure", "astray"):
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Scores:
    """Of one file."""

    turns: int = 0
    kinds: dict[str, Count] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)  # the texts are invented

    def of(self, kind: str) -> Count:
        """The count of one kind."""
        return self.kinds.setdefault(kind, Count())

    def pooled(self, *kinds: str) -> Count:
        """Several kinds together; all where none is named."""
        whole = Count()
        for kind in kinds or self.kinds:
            whole.add(self.of(kind))
        return whole


def canonical(value: str) -> str:
    """A value as it is compared: numbers as numbers, INVALID and UNRESOLVED without what follows."""
    for prefix in _PREFIXES:
        if value.startswith(prefix):
            return prefix
    try:
        return f"{float(value):.2f}" if "-" not in value and not value.startswith("0") else value
    except ValueError:
        return value.lower()


def score(file: Path, reader: IntentReader) -> Scores:
    """Every labelled turn of a file, read as `arrears understand` reads it."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    scores = Scores(turns=len(rows))
    for start in range(0, len(rows), READ_AT_ONCE):
        batch = rows[start : start + READ_AT_ONCE]
        asked = [(row["text"], _situation(row)) for row in batch]
        for row, read in zip(batch, understand(reader, asked), strict=True):
            _compare(scores, row, read.entities)
    return scores


def _situation(row: dict[str, str]) -> Situation:
    return Situation(today=datetime.fromisoformat(row["now"]).date(), language=Language(row["language"]))


def _compare(scores: Scores, row: dict[str, list[dict[str, str]]], found: Iterable[Entity]) -> None:
    labels = Counter((one["entity"], canonical(one["value"])) for one in row["entities"])
    sure = Counter((str(e.name), canonical(e.value)) for e in found if e.certainty is not Certainty.UNSURE)
    unsure = Counter((str(e.name), canonical(e.value)) for e in found if e.certainty is Certainty.UNSURE)
    exact = labels & (sure + unsure)
    wrong = sure - labels
    tables = (labels, exact, wrong, unsure, unsure - (labels - sure))
    for table, name in zip(tables, ("labelled", "exact", "wrong", "unsure", "astray"), strict=True):
        for (kind, _), n in table.items():
            setattr(scores.of(kind), name, getattr(scores.of(kind), name) + n)
    if exact != labels or wrong:
        missed = ", ".join(f"{k}={v}" for k, v in (labels - exact))
        said = ", ".join(f"{k}={v}" for k, v in wrong)
        scores.mistakes.append(f"{row['text']} | missed: {missed or '-'} | wrong: {said or '-'}")
