"""Borrowers: who they truly are, and what the lender's file says of them, holes included."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from benchmarks.month.engine import Filed, FiledLoan, FiledNumber
from benchmarks.month.places import HOMES, MANDARIN_SHARE, US_ZONES, Home
from tools.verifier.world import AUSTRALIA, Loan, Number, Person, Said

LENDER = "Meridian Business Credit"
THIRD_PARTY, CONSUMER = 0.12, 0.45
NO_REGION, NO_CITY, NO_LINE, NO_RELATIONSHIP, NO_PURPOSE = 0.04, 0.3, 0.12, 0.02, 0.04
"""How often a fact is missing from the lender's file."""

NO_AREA = 0.05
"""How many numbers in the United States belong to no area."""


@dataclass(frozen=True, slots=True)
class Borrower:
    """One borrower: the truth, the file, and the truth as far as the file goes."""

    true: Person
    filed: Filed
    as_filed: Person
    language: str
    agreed: tuple[Said, ...]


def borrower(place: int, seed: int, start: datetime) -> Borrower:
    """The borrower of that number; the same for the same seed."""
    chance = random.Random(f"{seed}:{place}")
    home = chance.choices(HOMES, [home.weight for home in HOMES])[0]
    language = "zh" if chance.random() < MANDARIN_SHARE.get(home.country, 0.0) else "en"
    loans = _loans(place, chance)
    numbers = _numbers(place, home, chance)
    city = chance.choice(home.cities)
    zone = chance.choice(home.zones)
    true = Person(f"p{place}", home.country, home.region, city, (zone,), numbers, loans)
    filed = _filed(true, home, language, start, chance)
    agreed = tuple(
        Said(start - timedelta(days=200), "consent", channel, number.id)
        for number in filed.numbers
        for channel in number.agreed
    )
    return Borrower(true, filed, _as_filed(filed, true), language, agreed)


def _loans(place: int, chance: random.Random) -> tuple[Loan, ...]:
    third = chance.random() < THIRD_PARTY
    return tuple(
        Loan(
            f"c{place}.{index}",
            "third_party" if third else "first_party",
            "consumer" if chance.random() < CONSUMER else "commercial",
            chance.choice((12, 45, 95)),
            "term",
        )
        for index in range(chance.choice((1, 1, 2)))
    )


def _numbers(place: int, home: Home, chance: random.Random) -> tuple[Number, ...]:
    numbers = []
    for index in range(chance.choice((1, 1, 1, 2, 2))):
        work = index == 1 and chance.random() < 0.5
        line = "landline" if chance.random() < (0.5 if work else 0.1) else "mobile"
        zones = home.zones if chance.random() < 0.85 else (chance.choice(US_ZONES),)
        area = (chance.choice(zones),) if home.country == "US" and chance.random() >= NO_AREA else ()
        numbers.append(Number(f"n{place}.{index}", home.country, line, area, work))
    return tuple(numbers)


def _filed(true: Person, home: Home, language: str, start: datetime, chance: random.Random) -> Filed:
    region = None if chance.random() < NO_REGION and _may_be_unknown(true) else true.region
    zones = home.zones if region or not home.region else (AUSTRALIA if home.country == "AU" else ())
    return Filed(
        true.id,
        start,
        true.country,
        region,
        None if region is None or chance.random() < NO_CITY else true.city,
        zones,
        language,
        tuple(_filed_number(number, start, chance) for number in true.numbers),
        tuple(_filed_loan(loan, chance) for loan in true.loans),
    )


def _may_be_unknown(true: Person) -> bool:
    """Whether the person can still be where the rest of the file lets one expect them.

    The law looks at every place that is known; nobody can know of a move that left no trace in the file.
    """
    elsewhere = any(number.zones and true.zones[0] not in number.zones for number in true.numbers)
    return true.region != "HI" and not elsewhere


def _filed_number(number: Number, start: datetime, chance: random.Random) -> FiledNumber:
    text = number.line == "mobile" and chance.random() < 0.9
    voice = chance.random() < 0.9
    return FiledNumber(
        number.id,
        number.country,
        None if chance.random() < NO_LINE else number.line,
        number.zones,
        number.work,
        tuple(channel for channel, agreed in (("sms", text), ("voice", voice)) if agreed),
        start - timedelta(days=chance.randrange(1, 20)),
    )


def _filed_loan(loan: Loan, chance: random.Random) -> FiledLoan:
    return FiledLoan(
        loan.id,
        LENDER,
        None if chance.random() < NO_RELATIONSHIP else loan.relationship,
        None if chance.random() < NO_PURPOSE else loan.purpose,
        loan.days_late,
        loan.product,
    )


def _as_filed(filed: Filed, true: Person) -> Person:
    """The person that the file describes, unknowns read as the reference says."""
    numbers = tuple(
        replace(number, line=told.line or "unknown")
        for number, told in zip(true.numbers, filed.numbers, strict=True)
    )
    loans = tuple(
        replace(loan, relationship=told.relationship or "unknown", purpose=told.purpose or "unknown")
        for loan, told in zip(true.loans, filed.loans, strict=True)
    )
    return Person(true.id, filed.country, filed.region, filed.city, filed.zones, numbers, loans)
