"""The shipped policy as a simulated borrower's case meets it.

Authority, position, the kinds of plan that may be offered there by text, and the day of the talk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from arrears.adapters.policy_authority import load_authority
from arrears.adapters.policy_plan_types import load_plan_types
from arrears.domain.cases import Balance, Purpose
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import Authority, authority_for
from arrears.domain.negotiation.offers import Offer, Position
from arrears.domain.negotiation.plan_types import PlanType, Setting, Standing
from arrears.domain.people import Channel
from simulator.borrowers.acts import TermsHeard
from simulator.borrowers.temper import Account

POLICY = Path(__file__).resolve().parents[2] / "policy"
FIRST_DAY, DAYS = date(2026, 1, 5), 364
_STEP = 9
COUNTRY = {"USD": "US", "CNY": "CN"}
PRODUCT = {"consumer": "personal", "commercial": "business-term"}


@dataclass(frozen=True, slots=True)
class Case:
    """What the lender knows before anything is said."""

    account: Account
    authority: Authority
    today: date
    allowed: frozenset[PlanType]
    with_approval: frozenset[PlanType]
    with_person: frozenset[PlanType]

    @property
    def balance(self) -> Money:
        return Money(self.account.balance_minor, Currency(self.account.currency))

    def position(self) -> Position:
        """The position of a talk that begins."""
        zero = Money.zero(self.balance.currency)
        return Position(
            balance=Balance(zero, zero, self.balance),
            days_past_due=self.account.days_past_due,
            today=self.today,
            allowed=self.allowed,
            with_approval=self.with_approval,
            with_person=self.with_person,
        )


@cache
def _policies():
    return load_authority(POLICY / "authority.yml"), load_plan_types(POLICY / "plan_types.yml")


def day_of(seed: int) -> date:
    """The day of that talk: they spread over a year."""
    return FIRST_DAY + timedelta(days=seed * _STEP % DAYS)


def case_of(account: Account, today: date) -> Case:
    """The case. Raises: ValueError where the shipped policy gives no authority."""
    authorities, types = _policies()
    purpose, product = Purpose(account.segment), PRODUCT[account.segment]
    authority = authority_for(
        authorities,
        product=product,
        purpose=purpose,
        balance=Money(account.balance_minor, Currency(account.currency)),
        days_past_due=account.days_past_due,
    )
    if authority is None:
        raise ValueError("the shipped policy gives no authority for this account")
    where = Setting(COUNTRY[account.currency], product, purpose, Channel.SMS)
    standings = (Standing.OFFERED, Standing.APPROVAL, Standing.PERSON)
    kinds = (types.with_standing(where, standing) for standing in standings)
    return Case(account, authority, today, *kinds)


def heard(offer: Offer) -> TermsHeard:
    """The offer as the borrower hears it."""
    return TermsHeard(
        tuple((item.on, item.amount.minor) for item in offer.instalments),
        None if offer.frequency is None else str(offer.frequency),
        str(offer.kind),
        offer.left_due.minor,
    )
