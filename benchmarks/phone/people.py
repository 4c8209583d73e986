"""Who calls, and what they say: people of the sample portfolio, in two languages."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

_DIGITS = {
    "en": ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "zh": ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"),
}

_WANTED = {
    "country": "US",
    "relationship": "first_party",
    "sms_consent": "yes",
    "line_type": "mobile",
    "statuses": "",
}


@dataclass(frozen=True, slots=True)
class Person:
    """One borrower with one loan, who can be reached and has a telephone."""

    phone: str
    language: str
    born: date
    last4: str
    owed: float  # main units of the currency

    @property
    def factors(self) -> tuple[str, str]:
        """Birth date and last four digits, as a recogniser of speech writes them."""
        spoken = _DIGITS[self.language]
        if self.language == "zh":
            day = f"{self.born.year}年{self.born.month}月{self.born.day}日"
            return day, "".join(spoken[int(digit)] for digit in self.last4)
        return f"{self.born:%B} {self.born.day} {self.born.year}", " ".join(
            spoken[int(d)] for d in self.last4
        )


def callers(rows: Iterable[dict[str, str]]) -> list[Person]:
    """People in the United States whom nothing keeps us from talking with, English and Mandarin in turn."""
    kept = list(rows)
    loans = Counter(row["owner_ref"] for row in kept)
    alone = [row for row in kept if loans[row["owner_ref"]] == 1 and _WANTED.items() <= row.items()]
    spoken = [[_person(row) for row in alone if row["language"] == language] for language in ("en", "zh")]
    return list(chain.from_iterable(zip(*spoken, strict=False)))


def sample_rows(file: Path) -> list[dict[str, str]]:
    """The rows of a portfolio."""
    with file.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def endlessly(people: Sequence[Person]) -> Iterator[Person]:
    """Everybody in turn, and again."""
    while True:
        yield from people


def sayings(person: Person, today: date, *, called: bool = False) -> list[str]:
    """A whole call: who they are, what they owe, too small a proposal, a fair one, yes; `called`: by us."""
    fair, on = round(person.owed / 8) + 1, today + timedelta(days=9)
    born, last4 = person.factors
    if person.language == "zh":
        return [
            "是我" if called else "我收到了你们的信息，我欠多少钱",
            born,
            last4,
            "我还欠多少钱",
            f"每个月还五美元，从{on.month}月{on.day}号开始，可以吗",
            f"那我每个月还{fair}美元，从{on.month}月{on.day}号开始",
            "好的",
            "谢谢，再见",
        ]
    return [
        "yes this is me" if called else "I got a message from you how much do I owe",
        born,
        last4,
        "how much do I owe in total",
        f"could I pay five dollars a month starting {on:%B} {on.day}",
        f"ok I can pay {fair} dollars a month starting {on:%B} {on.day}",
        "yes",
        "thank you goodbye",
    ]


def _person(row: dict[str, str]) -> Person:
    owed = sum(float(row[part] or 0) for part in ("principal", "interest", "fees"))
    return Person(
        row["phone"], row["language"], date.fromisoformat(row["birth_on"]), row["account_last4"], owed
    )
