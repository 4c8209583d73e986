"""What was read from a turn: values with their spans, how sure they are, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from arrears.domain.money import Money

type Span = tuple[int, int]  # half-open character offsets in the raw text


class Certainty(StrEnum):
    """How far a value may be relied on before the borrower has confirmed it."""

    SURE = "sure"  # the words have one reading
    LIKELY = "likely"  # the usual reading of words that have another
    UNSURE = "unsure"  # one of several readings: ask


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
    percent: int | Fraction | None  # with SHARE: the share of the balance, 1..99; a third is no whole one
    span: Span
    certainty: Certainty = Certainty.SURE
    alternatives: tuple[Money, ...] = ()  # what else the words may mean, with SUM


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
    span: Span
    words: str  # the expression as written; personal data
    about: str | None = None
    """With a problem: the day that does not exist (2026-02-30, or 32), the day that has passed, the event,
    or the month (2026-04) where no day of it was named."""
    certainty: Certainty = Certainty.SURE
    alternatives: tuple[date, ...] = ()  # other days the words may mean; without a day, the likeliest first

    @property
    def month(self) -> date | None:
        """The first day of a month that was named without a day of it."""
        named = self.problem is DateProblem.AMBIGUOUS and _MONTH.fullmatch(self.about or "")
        return date.fromisoformat(f"{self.about}-01") if named else None


_MONTH = re.compile(r"\d{4}-\d{2}")


class Frequency(StrEnum):
    """How often an instalment falls due."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    SEMIMONTHLY = "semimonthly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class ShareOf(StrEnum):
    """Whether a percentage is what the borrower pays, what they ask to be let off, or a rate."""

    PAID = "paid"  # "40% of it", 六折
    WAIVED = "waived"  # "60% off", 减免一半
    RATE = "rate"  # of interest


@dataclass(frozen=True, slots=True)
class PercentReading:
    """A percentage of what is owed."""

    percent: Decimal  # above 0, at most 100
    of: ShareOf
    span: Span
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class PlanReading:
    """How a payment in parts was described; None where unsaid or contradictory."""

    count: int | None = None
    count_span: Span | None = None
    count_certainty: Certainty = Certainty.SURE
    frequency: Frequency | None = None
    frequency_span: Span | None = None
    frequency_certainty: Certainty = Certainty.SURE
    each: Money | None = None  # what one instalment is
    down: Money | None = None  # what is paid before the first of them


@dataclass(frozen=True, slots=True)
class IdentityReading:
    """Answers to the identity question; never payment dates or amounts."""

    birth_on: date | None
    last4: str | None
    birth_span: Span | None = field(default=None, compare=False)
    last4_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Readings:
    """All that was read from one turn."""

    amounts: tuple[AmountReading, ...] = ()
    dates: tuple[DateReading, ...] = ()
    instalment_count: int | None = None
    frequency: Frequency | None = None
    identity: IdentityReading | None = None
    percents: tuple[PercentReading, ...] = ()
    plan: PlanReading = PlanReading()
