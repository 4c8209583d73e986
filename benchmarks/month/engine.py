"""What the month tells an engine, asks it, and hears from it. Nothing of the truth passes here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FiledNumber:
    """A number in the lender's file. Unknown facts are None or empty."""

    id: str
    country: str
    line: str | None  # mobile, landline
    zones: tuple[str, ...]  # of the area code
    work: bool
    agreed: tuple[str, ...]  # channels the person agreed to on the application
    confirmed_at: datetime  # last shown to be the person's own


@dataclass(frozen=True, slots=True)
class FiledLoan:
    """A loan in the lender's file."""

    id: str
    lender: str
    relationship: str | None  # first_party, third_party
    purpose: str | None  # consumer, commercial
    days_late: int
    product: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A borrower as the lender's file has them."""

    person: str
    at: datetime
    country: str | None
    region: str | None
    city: str | None
    zones: tuple[str, ...]  # every zone the address may lie in; empty when nothing tells
    language: str
    numbers: tuple[FiledNumber, ...]
    loans: tuple[FiledLoan, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of a borrower, with the label a dialogue model gives them; a withdrawal has none."""

    person: str
    at: datetime
    message: str
    channel: str
    number: str
    case: str
    words: str
    language: str
    label: str
    hours: tuple[time, time] | None = None  # hours to avoid, once somebody has noted them


@dataclass(frozen=True, slots=True)
class Noted:
    """What the lender entered about a person: a status, or that a named person cleared one (`lifted`)."""

    person: str
    at: datetime
    status: str
    case: str | None = None
    until: datetime | None = None
    lifted: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A contact that somebody wants to make."""

    id: str
    person: str
    case: str
    number: str
    channel: str
    purpose: str
    language: str
    text: str
    lender: str
    carrier: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether it may be made now; if not, by which rules, until when, and for want of which facts."""

    permitted: bool
    rules: tuple[str, ...] = ()
    until: datetime | None = None
    missing: tuple[str, ...] = ()


class Engine(Protocol):
    """What is measured."""

    def told(self, event: Filed | Heard | Noted) -> None:
        """Takes in what the lender's file or a borrower says."""

    def may(self, contact: Planned, now: datetime) -> Answer:
        """The decision about a contact now."""

    def made(self, contact: Planned, now: datetime, outcome: str, talked: bool) -> None:
        """Takes in that the contact was made, and what the carrier says became of it."""
