"""The words of a negotiation: what was proposed, where both sides stand, and the moves that answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from arrears.domain.cases import Balance, Purpose
from arrears.domain.interest import InterestTerms
from arrears.domain.language.readings import DateProblem, Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment


class Question(StrEnum):
    """What the borrower is asked for."""

    AMOUNT = "amount"
    DATE = "date"
    AFFORDABLE = "affordable"  # what they could manage a month, without strain
    PAYDAY = "payday"
    UNTIL = "until"  # how long the kind of plan they wish for is to last
    OTHER_MONTHS = "other_months"  # what they could pay outside the months that they named


class AmountProblem(StrEnum):
    """Why what was said about money gives no one amount."""

    OTHER_CURRENCY = "other_currency"
    SEVERAL = "several"  # amounts that contradict each other


@dataclass(frozen=True, slots=True)
class LighterMonths:
    """Months, 1 to 12, that are to have a sum of their own; None where they did not say which."""

    months: tuple[int, ...]
    amount: Money | None
    until: date | None = None  # before it every month has that sum: what they pay in others begins on it
    once: tuple[Instalment, ...] = ()  # payments of their own days, each in the place of its month's


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the borrower proposed, as far as they said it."""

    amount: Money | None = None  # per instalment, or once
    on: date | None = None  # the first or only day, on the borrower's calendar
    month_end: bool = field(default=False, compare=False)  # the day was named as the last of its month
    count: int | None = None
    frequency: Frequency | None = None
    full: bool = False  # all that is owed
    share_percent: int | Fraction | None = None  # instead of an amount: of the balance
    amount_problem: AmountProblem | None = None
    date_problem: DateProblem | None = None
    in_month: date | None = None  # the first day of the month that they named without a day of it
    each_payday: bool = (
        False  # the amount is one of every payday; how often that is, the frequency says once known
    )
    until: date | None = None  # the first day after the last of regular payments, where they named an end
    rest: Proposal | None = None  # what they proposed for all that a first payment leaves
    lighter: LighterMonths | None = None  # the months that are to have another sum than the amount
    outlasts_limit: bool = False  # from its day on; the limit that they stated beside it is one of until then

    def parts(self) -> tuple[Proposal, ...]:
        """This and what follows it, one after the other."""
        return (self, *(() if self.rest is None else self.rest.parts()))


@dataclass(frozen=True, slots=True)
class Offer:
    """Terms that can be read back and agreed: dated instalments, and what they leave due."""

    instalments: tuple[Instalment, ...]  # by date; none only where a review ends a pause
    frequency: Frequency | None  # None for a single date or dates in no rhythm
    left_due: Money  # what the instalments do not cover and stays due
    kind: PlanType = PlanType.PROMISE
    waived: Money | None = None  # what a settlement forgives once all of it is paid; never in `left_due`
    review_on: date | None = None  # the day on which what follows is agreed: hardship and pause
    takings_percent: int | None = None  # with REVENUE_LINKED: instalments are the least, this share is due

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
class Regularly:
    """Money in a rhythm: what comes in, or what living costs."""

    amount: Money
    per: Frequency


class Wish(StrEnum):
    """What they asked for by kind, where it is more than an amount and a day."""

    PAUSE = "pause"
    MORE_TIME = "more_time"
    LOWER_PAYMENTS = "lower_payments"
    SETTLEMENT = "settlement"
    OTHER_DAY = "other_day"
    RENEWAL = "renewal"
    EXTENSION = "extension"
    INTEREST_ONLY = "interest_only"
    REVENUE_LINKED = "revenue_linked"
    SEASONAL = "seasonal"
    FLEXIBLE = "flexible"


@dataclass(frozen=True, slots=True)
class Statements:
    """What the borrower has said about their means and wishes, over all turns. Tone is not among it."""

    income: Regularly | None = None
    expenses: Regularly | None = None  # what living costs, by their own figures
    payday: date | None = None  # the next one
    payday_rhythm: Frequency | None = None
    hardship: bool = False
    wish: Wish | None = None
    declined: tuple[Offer, ...] = ()  # a set in the order of time: how often does not matter
    asked: frozenset[Question] = frozenset()  # what we asked and they have not answered
    season: tuple[int, ...] = ()  # the months in which they earn, 1 to 12 in their order, where they said so
    none_before: date | None = (
        None  # the day before which they have no money: they said so, or stood by it for a first one
    )


DEFAULT_TYPES = frozenset({PlanType.PAY_NOW, PlanType.PROMISE, PlanType.SPLIT, PlanType.INSTALMENTS})
"""What every lender's agent may offer where the policy names no types."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the negotiation stands: facts, never how often or how loudly they were said."""

    balance: Balance
    days_past_due: int
    today: date  # on the borrower's calendar
    stated_limit: Money | None = None  # the most they said they can afford, less what other plans take of it
    limit_per: Frequency | None = None  # how often; None when they meant one payment, whatever the rhythm
    earlier_offers: tuple[Offer, ...] = ()  # the latest last; no terms depend on them
    broken_promises: int = 0
    kept_promises: int = 0
    date_changes: int = 0  # of the plan that stands, so far
    other_plans: Money | None = None  # a month, agreed on other loans of the same person
    said: Statements = Statements()
    allowed: frozenset[PlanType] = DEFAULT_TYPES  # what the agent may offer by itself here
    with_approval: frozenset[PlanType] = frozenset()  # what a person must approve first
    with_person: frozenset[PlanType] = frozenset()  # what a person speaks of (new credit)
    purpose: Purpose = Purpose.UNKNOWN  # what the money was for
    interest_terms: InterestTerms | None = None  # None: the lender did not say what accrues


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
    ABOVE_OWN_FIGURES = "above_own_figures"  # their income and costs say that it would fail
    REST_SCHEDULED = "rest_scheduled"  # what their payment leaves due is planned too
    ON_PAYDAY = "on_payday"
    MOVED_OFF_REST_DAY = "moved_off_rest_day"  # a weekend or holiday, as the policy says
    HARDSHIP = "hardship"
    EARLIER_OFFER_STANDS = "earlier_offer_stands"  # nothing new was said
    TYPE_NOT_HERE = "type_not_here"  # not over this channel, or not for this case
    NEEDS_APPROVAL = "needs_approval"
    NEW_CREDIT = "new_credit"  # a person speaks of it, with the lender's disclosures
    SECOND_DATE_CHANGE = "second_date_change"
    NO_ANSWER = "no_answer"  # they were asked and gave no figure: the best offer is made


@dataclass(frozen=True, slots=True)
class Worth:
    """The over-concession meter of a move: what is expected of it, and of the best the policy allowed."""

    expected: Money  # collected money, given the chance that it is accepted and kept
    best: Money

    @property
    def regret(self) -> Money:
        """What the move gives away; never below zero."""
        return max(self.best - self.expected, Money.zero(self.best.currency))


@dataclass(frozen=True, slots=True)
class ApprovalAsked:
    """What exceeds the agent's authority, for a person to decide."""

    offer: Offer
    exceeds: Reason  # the rule
    approver: str  # the role that may approve
    effect: Money  # on expected collected money, against the best move the policy allowed; may be negative


@dataclass(frozen=True, slots=True)
class Accept:
    """The proposal as terms; they are read back before anything is agreed."""

    offer: Offer
    reasons: tuple[Reason, ...]
    bounds: OfferBounds
    worth: Worth | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """Other terms than proposed, or terms the borrower left open; sometimes two to choose from."""

    offer: Offer
    reasons: tuple[Reason, ...]  # what had to differ
    bounds: OfferBounds
    other: Offer | None = None
    worth: Worth | None = None


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
    """A person goes on; with an approval to decide where that is what is needed."""

    reasons: tuple[Reason, ...]
    bounds: OfferBounds
    approval: ApprovalAsked | None = None


@dataclass(frozen=True, slots=True)
class Close:
    """Nothing is left to agree."""

    reasons: tuple[Reason, ...]
    bounds: OfferBounds


type Move = Accept | Counter | Ask | Refer | Close
