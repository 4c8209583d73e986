"""What may be offered: the lender's policy as rows, and the authority that one of them gives for one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import DEFAULT_TYPES, Reason
from arrears.domain.negotiation.plan_types import PlanType


class DayShift(StrEnum):
    """Where a due day goes that is no business day."""

    NONE = "none"
    NEXT = "next"
    PREVIOUS = "previous"  # never before the day of the offer


@dataclass(frozen=True, slots=True)
class RestDays:
    """How due days keep off weekends and public holidays."""

    shift: DayShift = DayShift.NONE
    holidays: frozenset[date] = frozenset()  # weekends rest besides; years nobody has announced have none


@dataclass(frozen=True, slots=True)
class HardshipTerms:
    """Relief the agent may give by itself to who says that they are in difficulty."""

    min_payment: Money  # of a reduced payment, in any rhythm
    max_months: int  # of reduced payments, then a review
    max_pause_days: int  # without any payment, then a review


@dataclass(frozen=True, slots=True)
class SettlementTerms:
    """What part may clear all, when a person approves."""

    floor_percent: int  # of the balance, at least; never said to the borrower
    pay_within_days: int


@dataclass(frozen=True, slots=True)
class Terms:
    """The limits of a row. Days are calendar days from the day of the offer.

    Raises: ValueError when they contradict each other.
    """

    min_instalment: Money
    max_instalments: int
    frequencies: tuple[Frequency, ...]  # the preferred one first
    promise_within_days: int  # a single date lies no later
    first_payment_within_days: int  # nor the first instalment of a plan
    usual_first_payment_days: int  # what is proposed when the borrower named no date
    max_term_days: int  # nor the last one
    grace_days: int  # how late a payment may be and still keep the promise
    refer_after_broken_promises: int  # from that many on, a person agrees the next plan
    types: frozenset[PlanType] = DEFAULT_TYPES
    date_changes: int = 1  # of a plan, without a person
    changes_of_mind: int = 2  # after a yes, before the first payment is due, on one case, without a person
    grace_offer_days: int = 0  # more time for the whole of it that may be given by itself
    rest_days: RestDays = RestDays()
    hardship: HardshipTerms | None = None
    settlement: SettlementTerms | None = None
    approvers: Mapping[Reason, str] = field(default_factory=dict)  # who may go beyond which rule

    def __post_init__(self) -> None:
        if self.min_instalment.minor < 1 or self.max_instalments < 1 or not self.frequencies:
            raise ValueError("min_instalment, max_instalments and frequencies must allow a plan")
        if not 0 <= self.usual_first_payment_days <= self.first_payment_within_days <= self.max_term_days:
            raise ValueError(
                "usual_first_payment_days, first_payment_within_days and max_term_days must not decrease"
            )
        if self.promise_within_days < 0 or self.grace_days < 0 or self.refer_after_broken_promises < 1:
            raise ValueError(
                "promise_within_days and grace_days start at 0, refer_after_broken_promises at 1"
            )


@dataclass(frozen=True, slots=True)
class AuthorityRow:
    """The cases a row is for, and their terms. Bands are half-open: from <= x < below."""

    name: str
    product: str | None  # the lender's product code; None for every product without a row of its own
    purpose: Purpose  # never UNKNOWN, which counts as consumer
    balance_from: Money
    balance_below: Money | None
    days_past_due_from: int
    days_past_due_below: int | None
    terms: Terms
    segment: str | None = None  # a band of the score; None for every one

    @property
    def currency(self) -> Currency:
        """The one currency of the row."""
        return self.balance_from.currency

    def covers(self, purpose: Purpose, balance: Money, days_past_due: int) -> bool:
        """Whether the row is for such a case; the product is not looked at."""
        return (
            self.purpose is purpose
            and self.currency is balance.currency
            and self.balance_from <= balance
            and (self.balance_below is None or balance < self.balance_below)
            and self.days_past_due_from <= days_past_due
            and (self.days_past_due_below is None or days_past_due < self.days_past_due_below)
        )


@dataclass(frozen=True, slots=True)
class AuthorityPolicy:
    """The lender's rows of one version; the first that fits decides."""

    version: str
    rows: tuple[AuthorityRow, ...]
    statements_hold_days: int = 60  # what a person told of their means binds for so long


@dataclass(frozen=True, slots=True)
class Authority:
    """Permission to make offers on one case. Only `authority_for` makes one."""

    terms: Terms
    policy_version: str
    reasons: tuple[str, ...]  # how the row was found


def authority_for(
    policy: AuthorityPolicy,
    *,
    product: str,
    purpose: Purpose,
    balance: Money,
    days_past_due: int,
    segment: str | None = None,
) -> Authority | None:
    """The authority for a case, or None where the lender gives none and a person must decide.

    A row of the product comes before a row of every product, and of these a row of the segment before one
    of every segment. An unknown purpose counts as consumer.
    """
    purpose = Purpose.CONSUMER if purpose is Purpose.UNKNOWN else purpose
    fitting = [
        row
        for row in policy.rows
        if row.covers(purpose, balance, days_past_due)
        and row.product in (None, product)
        and row.segment in (None, segment)
    ]
    row = min(fitting, key=lambda row: (row.product is None, row.segment is None), default=None)
    if row is None:
        return None
    return Authority(row.terms, policy.version, (f"authority {policy.version}", f"row {row.name}"))
