"""The policies that are compared: the product's engine, and others under the same authority.

Each answers `(position, authority, proposal)` with a move, as the engine does. The others are as simple as
they are in use; none looks at stated limits unless said, so that their violations are counted too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.negotiate import negotiate
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Move,
    Offer,
    OfferBounds,
    Position,
    Proposal,
    Question,
    Reason,
    Refer,
)
from benchmarks.negotiation import plans
from benchmarks.negotiation.adapter import Policy
from benchmarks.negotiation.setting import Case
from benchmarks.negotiation.violations import PER_YEAR, outside
from simulator.borrowers.temper import Account

RUNG = 2
CLOSE_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class View:
    """What a simple policy looks at."""

    case: Case
    position: Position
    proposal: Proposal

    @property
    def bounds(self) -> OfferBounds:
        terms, today = self.case.authority.terms, self.case.today
        return OfferBounds(
            terms.min_instalment,
            terms.max_instalments,
            today + timedelta(days=terms.promise_within_days),
            today + timedelta(days=terms.first_payment_within_days),
            today + timedelta(days=terms.max_term_days),
            self.position.stated_limit,
            self.case.authority.policy_version,
        )

    @property
    def first_on(self) -> date:
        """The day they named, else the usual one."""
        return plans.first_within(self.case, self.proposal.on or self.position.said.payday)

    @property
    def rhythm(self) -> Frequency:
        """Theirs where it is offered, else by the month."""
        offered = self.case.authority.terms.frequencies
        return self.proposal.frequency if self.proposal.frequency in offered else offered[0]

    @property
    def proposed(self) -> Money | None:
        """The amount they named, of a payment in their rhythm."""
        if self.proposal.full:
            return self.case.balance
        if self.proposal.share_percent is not None:
            return self.case.balance.share(self.proposal.share_percent, 100)
        return self.proposal.amount

    @property
    def proposed_monthly(self) -> int | None:
        amount = self.proposed
        if amount is None:
            return None
        return amount.minor * PER_YEAR[self.proposal.frequency or Frequency.MONTHLY] // 12

    def counter(self, offer: Offer | None, reason: Reason = Reason.DATE_PROPOSED) -> Move:
        if offer is None or outside(offer, self.case):
            return Refer((Reason.BELOW_MINIMUM,), self.bounds)
        return Counter(offer, (reason,), self.bounds)

    def ask(self) -> Ask:
        return Ask(Question.AMOUNT, (Reason.AMOUNT_MISSING, Reason.DATE_MISSING), self.bounds)

    def smallest(self) -> Offer | None:
        """The smallest, longest plan in their rhythm; all of it when that is less than two payments."""
        return plans.longest(self.case, self.rhythm, self.first_on) or self.in_full()

    def in_full(self) -> Offer:
        latest = self.case.today + timedelta(days=self.case.authority.terms.promise_within_days - 3)
        return plans.in_full(self.case, min(self.first_on, latest))

    def of_monthly(self, monthly_minor: int) -> Offer | None:
        """The plan that asks so much a month in their rhythm, or the nearest the authority allows."""
        return self.of_amount(
            Money(max(1, monthly_minor * 12 // PER_YEAR[self.rhythm]), self.case.balance.currency)
        )

    def of_amount(self, amount: Money) -> Offer | None:
        if amount >= self.case.balance:
            return self.in_full()
        smallest = self.smallest()
        if smallest is None or amount <= smallest.instalments[0].amount:
            return smallest
        offer = plans.regular(self.case, amount, self.rhythm, self.first_on)
        return smallest if outside(offer, self.case) else offer


def _simple(decide: Callable[[View], Move]) -> Policy:
    def policy(position: Position, authority: Authority, proposal: Proposal) -> Move:
        account = Account(
            "en", str(position.balance.currency), "", position.balance.total.minor, position.days_past_due
        )
        case = Case(
            account, authority, position.today, position.allowed, position.with_approval, position.with_person
        )
        return decide(View(case, position, proposal))

    return policy


def floor_first(view: View) -> Move:
    """Opens with the smallest and longest plan allowed, whatever was proposed."""
    return view.counter(view.smallest())


def split_difference(view: View) -> Move:
    """Asks for all of it, then for the middle between its last ask and theirs, or the least it may take."""
    smallest = view.smallest()
    least = plans.monthly_minor(smallest) if smallest else 0
    theirs = max(view.proposed_monthly or least, least)
    if not view.position.earlier_offers:
        return view.counter(view.in_full())
    last = plans.monthly_minor(view.position.earlier_offers[-1])
    middle = (last + theirs) / 2
    return view.counter(view.of_monthly(round(theirs if theirs >= CLOSE_ENOUGH * middle else middle)))


def fixed_ladder(view: View) -> Move:
    """All, a half, a quarter, an eighth ... of the balance a month: one rung down with each answer."""
    rung = view.case.balance.minor // RUNG ** len(view.position.earlier_offers)
    asks = view.proposed_monthly
    if asks is not None and asks >= rung and view.position.earlier_offers:
        return view.counter(view.of_monthly(asks))
    return view.counter(view.of_monthly(max(1, rung)))


def accept_anything(view: View) -> Move:
    """Takes what is proposed if the authority allows it, a part payment too; else the nearest plan."""
    amount, terms = view.proposed, view.case.authority.terms
    if amount is None:
        known = {Question.AMOUNT, Question.AFFORDABLE} & view.position.said.asked
        return view.counter(view.smallest()) if known else view.ask()
    if view.proposal.frequency is not None or view.proposal.count:
        offer = view.of_amount(amount) if view.proposal.frequency else view.of_monthly(amount.minor)
        return view.counter(offer)
    part = plans.plan_builders.promise(
        min(max(amount, terms.min_instalment), view.case.balance),
        view.in_full().first_on,
        view.case.balance,
        terms.rest_days,
        view.case.today,
    )
    return Accept(part, (Reason.WITHIN_AUTHORITY,), view.bounds)


def full_only(view: View) -> Move:
    """All of it within the days of a promise, and nothing else."""
    return view.counter(view.in_full())


OURS = "engine"
POLICIES: dict[str, Policy] = {
    OURS: negotiate,
    "floor_first": _simple(floor_first),
    "split_difference": _simple(split_difference),
    "fixed_ladder": _simple(fixed_ladder),
    "accept_anything": _simple(accept_anything),
    "full_only": _simple(full_only),
}
TITLES = {
    OURS: "our engine",
    "floor_first": "floor first",
    "split_difference": "split the difference",
    "fixed_ladder": "fixed ladder",
    "accept_anything": "accept anything affordable",
    "full_only": "full balance only (for information)",
    "listener_money": "best listener, for money (bound)",
    "listener_score": "best listener, for the harmonic mean (bound)",
    "oracle": "knows the hidden means (bound, for information)",
}
