"""What was read from a turn: values with their spans, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.money import Money


class AmountKind(StrEnum):
    """Whether an amount is a sum of money, a share of the balance, or all of it."""

    SUM = "sum"
    SHARE = "share"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class AmountReading:
    """An amount the borrower named."""

    kind: AmountKind
    money: Money | None  # with SUM
    percent: int | None  # with SHARE: the share of the balance, 1..99
    span: tuple[int, int]  # half-open character offsets in the raw text


class DateProblem(StrEnum):
    """Why a date expression has no usable day."""

    INVALID = "invalid"  # no such day, 30 February
    PAST = "past"
    UNRESOLVED = "unresolved"  # an event such as payday
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class DateReading:
    """A day the borrower named, on their own calendar."""

    on: date | None
    problem: DateProblem | None
    span: tuple[int, int]
    words: str  # the expression as written; personal data


class Frequency(StrEnum):
    """How often an instalment falls due."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    SEMIMONTHLY = "semimonthly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class IdentityReading:
    """Answers to the identity question; never payment dates or amounts."""

    birth_on: date | None
    last4: str | None


@dataclass(frozen=True, slots=True)
class Readings:
    """All that was read from one turn."""

    amounts: tuple[AmountReading, ...] = ()
    dates: tuple[DateReading, ...] = ()
    instalment_count: int | None = None
    frequency: Frequency | None = None
    identity: IdentityReading | None = None
