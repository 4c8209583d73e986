"""Who calls, and what they say: people of the sample portfolio, in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.sample import speakers

_DIGITS = {
    "en": ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    "zh": ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九"),
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


def callers(rows: list[dict[str, str]]) -> list[Person]:
    """Those of the portfolio whom nothing keeps us from talking with, English and Mandarin in turn."""
    return [_person(row) for row in speakers(rows)]


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
