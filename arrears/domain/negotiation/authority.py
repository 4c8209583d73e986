"""What may be offered: the lender's policy as rows, and the authority that one of them gives for one case."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money


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


@dataclass(frozen=True, slots=True)
class Authority:
    """Permission to make offers on one case. Only `authority_for` makes one."""

    max_instalments: int
    min_instalment: Money
    first_payment_within_days: int
    usual_first_payment_days: int
    promise_within_days: int
    max_term_days: int
    frequencies: tuple[Frequency, ...]
    grace_days: int
    refer_after_broken_promises: int
    policy_version: str
    reasons: tuple[str, ...]  # how the row was found


def authority_for(
    policy: AuthorityPolicy, *, product: str, purpose: Purpose, balance: Money, days_past_due: int
) -> Authority | None:
    """The authority for a case, or None where the lender gives none and a person must decide.

    A row of the product comes before a row of every product. An unknown purpose counts as consumer.
    """
    purpose = Purpose.CONSUMER if purpose is Purpose.UNKNOWN else purpose
    fitting = [row for row in policy.rows if row.covers(purpose, balance, days_past_due)]
    named = [row for row in fitting if row.product == product]
    general = [row for row in fitting if row.product is None]
    row = next(iter(named + general), None)
    return _granted(policy, row) if row is not None else None


def _granted(policy: AuthorityPolicy, row: AuthorityRow) -> Authority:
    terms = row.terms
    return Authority(
        max_instalments=terms.max_instalments,
        min_instalment=terms.min_instalment,
        first_payment_within_days=terms.first_payment_within_days,
        usual_first_payment_days=terms.usual_first_payment_days,
        promise_within_days=terms.promise_within_days,
        max_term_days=terms.max_term_days,
        frequencies=terms.frequencies,
        grace_days=terms.grace_days,
        refer_after_broken_promises=terms.refer_after_broken_promises,
        policy_version=policy.version,
        reasons=(f"authority {policy.version}", f"row {row.name}"),
    )
