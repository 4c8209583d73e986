"""A case: one overdue loan in collection, its balance by component, and what bars contact about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from arrears.domain.ids import CaseId, EnterpriseId, PersonId
from arrears.domain.interest import InterestTerms
from arrears.domain.money import Currency, Money


class Purpose(StrEnum):
    """What the money was for; unknown counts as consumer (compliance.md, section 2)."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    CONSUMER = "consumer"
    COMMERCIAL = "commercial"
    UNKNOWN = "unknown"


class Relationship(StrEnum):
    """Whether we collect our own loan; unknown counts as third party (compliance.md, section 2)."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    FIRST_PARTY = "first_party"
    THIRD_PARTY = "third_party"
    UNKNOWN = "unknown"


class SpecialStatus(StrEnum):
    """Something that was said or learnt and that changes what may be done, until a person clears it."""

    DISPUTE = "dispute"
    VALIDATION_REQUESTED = "validation_requested"
    CEASE = "cease"
    REFUSED_TO_PAY = "refused_to_pay"
    ATTORNEY = "attorney"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    SELF_HARM = "self_harm"
    MILITARY = "military"
    HARDSHIP = "hardship"
    COMPLAINT = "complaint"
    WRONG_NUMBER = "wrong_number"
    THIRD_PARTY_ANSWERED = "third_party_answered"
    IDENTITY_THEFT = "identity_theft"
    DISCHARGED = "discharged"  # in bankruptcy: never collected again
    BREATHING_SPACE = "breathing_space"  # a debt respite scheme of England and Wales
    DEBT_ADVISER = "debt_adviser"  # somebody advises the person and works out a plan
    MINOR = "minor"
    NOT_UNDERSTANDING = "not_understanding"  # impairment, intoxication, a language barrier
    VIOLENCE = "violence"  # a threat to others
    BEREAVEMENT = "bereavement"  # or a wedding, a festival, a calamity at home


@dataclass(frozen=True, slots=True)
class Balance:
    """What is owed, by component, in the order the waterfall pays it."""

    fees: Money
    interest: Money
    principal: Money

    @property
    def total(self) -> Money:
        """Fees, interest and principal together."""
        return self.fees + self.interest + self.principal

    @property
    def currency(self) -> Currency:
        """The one currency of the case."""
        return self.principal.currency


@dataclass(frozen=True, slots=True)
class Case:
    """One overdue loan in collection. Its balance lives in the ledger, its statuses in their events."""

    id: CaseId
    lender_ref: str  # the lender's own loan number; unique per lender
    lender: str  # registered name of the creditor, as it is said to the borrower
    owner_id: PersonId
    enterprise_id: EnterpriseId | None
    product: str  # the lender's product code
    purpose: Purpose
    relationship: Relationship
    currency: Currency
    due_on: date  # oldest unpaid due date; days past due count from it
    account_last4: str  # last four of the loan number; a verification factor
    imported_at: datetime
    originated_on: date | None = None
    broken_promises_before: int = 0  # before the case came to us, by the lender's count
    interest_terms: InterestTerms | None = None  # None: the lender did not say what it accrues

    def days_past_due(self, today: date) -> int:
        """Whole days since the oldest unpaid due date; 0 when it is not overdue yet."""
        return max(0, (today - self.due_on).days)
