"""Labelled turns: read from tables, scored against what our grammar reads in them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from arrears.domain.intents import Intent
from arrears.domain.language.entities import entities
from arrears.domain.language.entity import Entity
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Language
from tests.domain.language.turns import TODAY

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True)
class Labelled:
    """A turn, its intents, and the values in it."""

    text: str
    intents: frozenset[Intent]
    values: tuple[tuple[str, str], ...]

    @property
    def is_chinese(self) -> bool:
        return any("\u4e00" <= char <= "\u9fff" for char in self.text)


def labelled(name: str) -> list[Labelled]:
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line.strip() and not line.startswith("#")]


def _row(line: str) -> Labelled:
    intents, text, values = (part.strip() for part in line.split("|"))
    named = frozenset(Intent(name) for name in intents.split("+") if name)
    pairs = (value.strip().split("=", 1) for value in values.split(";") if value.strip())
    return Labelled(text, named, tuple((name, value) for name, value in pairs))


def found_in(row: Labelled, *, hinted: bool = True) -> tuple[Entity, ...]:
    return entities(
        row.text,
        language=Language.ZH if row.is_chinese else Language.EN,
        today=TODAY,
        currency=Currency.CNY if row.is_chinese else Currency.USD,
        intents=row.intents if hinted else frozenset(),
    )


def is_exact(row: Labelled) -> bool:
    return {(str(one.name), one.value) for one in found_in(row)} == set(row.values)


def silently_wrong(row: Labelled) -> list[tuple[str, str]]:
    """Values given without a doubt that are not in the turn."""
    return [
        (str(one.name), one.value)
        for one in found_in(row)
        if one.certainty is not Certainty.UNSURE and (str(one.name), one.value) not in row.values
    ]


def score(name: str) -> tuple[float, float]:
    """The shares of turns read exactly and of turns with a silently wrong value."""
    rows = labelled(name)
    count = Counter(
        {"exact": sum(is_exact(row) for row in rows), "wrong": sum(bool(silently_wrong(row)) for row in rows)}
    )
    return count["exact"] / len(rows), count["wrong"] / len(rows)
