"""The words of a negotiation: what was proposed, where both sides stand, and the moves that answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from arrears.domain.cases import Balance
from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Money, total
from arrears.domain.plans import Instalment


class AmountProblem(StrEnum):
    """Why what was said about money gives no one amount."""

    OTHER_CURRENCY = "other_currency"
    SEVERAL = "several"  # amounts that contradict each other


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the borrower proposed, as far as they said it."""

    amount: Money | None = None  # per instalment, or once
    on: date | None = None  # the first or only day, on the borrower's calendar
    count: int | None = None
    frequency: Frequency | None = None
    full: bool = False  # all that is owed
    share_percent: int | None = None  # instead of an amount: of the balance
    amount_problem: AmountProblem | None = None
    date_problem: DateProblem | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms that can be read back and agreed: dated instalments, and what they leave due."""

    instalments: tuple[Instalment, ...]  # by date, at least one
    frequency: Frequency | None  # None for a single date
    left_due: Money

    @property
    def total(self) -> Money:
        """All instalments together."""
        return total([instalment.amount for instalment in self.instalments], self.left_due.currency)

    @property
    def first_on(self) -> date:
        """The day of the first instalment."""
        return self.instalments[0].on

    @property
    def last_on(self) -> date:
        """The day of the last instalment."""
        return self.instalments[-1].on


@dataclass(frozen=True, slots=True)
class Position:
    """Where the negotiation stands: facts, never how often or how loudly they were said."""

    balance: Balance
    days_past_due: int
    today: date  # on the borrower's calendar
    stated_limit: Money | None = None  # the most they said they can afford
    limit_per: Frequency | None = None  # how often; None when they meant one payment, whatever the rhythm
    earlier_offers: tuple[Offer, ...] = ()  # the latest last; no move depends on them
    broken_promises: int = 0


@dataclass(frozen=True, slots=True)
class OfferBounds:
    """What a move had to stay in, for the transcript."""

    min_instalment: Money
    max_instalments: int
    latest_promise_on: date
    latest_first_on: date
    latest_last_on: date
    stated_limit: Money | None
    policy_version: str


class Reason(StrEnum):
    """Why a move is what it is."""

    WITHIN_AUTHORITY = "within_authority"
    BELOW_MINIMUM = "below_minimum"
    TOO_MANY_INSTALMENTS = "too_many_instalments"
    LASTS_TOO_LONG = "lasts_too_long"
    COUNT_DOES_NOT_FIT = "count_does_not_fit"  # so many payments of that amount are not the balance
    DATE_TOO_LATE = "date_too_late"
    DATE_PROPOSED = "date_proposed"  # the borrower named none
    FREQUENCY_NOT_OFFERED = "frequency_not_offered"
    FREQUENCY_FITS_LIMIT = "frequency_fits_limit"  # only in another rhythm is it affordable and allowed
    ABOVE_STATED_LIMIT = "above_stated_limit"
    FROM_STATED_LIMIT = "from_stated_limit"  # no amount was proposed; the stated limit is taken for it
    ABOVE_BALANCE = "above_balance"
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_UNCLEAR = "amount_unclear"
    DATE_MISSING = "date_missing"
    DATE_UNCLEAR = "date_unclear"
    MINIMUM_ABOVE_STATED_LIMIT = "minimum_above_stated_limit"  # hardship
    BROKEN_PROMISES = "broken_promises"
    NOTHING_OWED = "nothing_owed"


class Question(StrEnum):
    """What the borrower is asked for."""

    AMOUNT = "amount"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Accept:
    """The proposal as terms; they are read back before anything is agreed."""

    offer: Offer
    reasons: tuple[Reason, ...]
    bounds: OfferBounds


@dataclass(frozen=True, slots=True)
class Counter:
    """Other terms than proposed, or terms the borrower left open."""

    offer: Offer
    reasons: tuple[Reason, ...]  # what had to differ
    bounds: OfferBounds


@dataclass(frozen=True, slots=True)
class Ask:
    """One question."""

    question: Question
    reasons: tuple[Reason, ...]
    bounds: OfferBounds
    amount_problem: AmountProblem | None = None
    date_problem: DateProblem | None = None


@dataclass(frozen=True, slots=True)
class Refer:
    """A person goes on."""

    reasons: tuple[Reason, ...]
    bounds: OfferBounds


type Move = Accept | Counter | Ask | Refer
