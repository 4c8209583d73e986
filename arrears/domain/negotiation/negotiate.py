"""The next move on a borrower's proposal, inside the lender's authority and what the borrower can afford.

A pure function of facts. Repeating a proposal, or how often it was refused, is not among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.offers import (
    Accept,
    Ask,
    Counter,
    Move,
    Offer,
    OfferBounds,
    Position,
    Proposal,
    Reason,
    Refer,
)
from arrears.domain.negotiation.request import Request, Unclear, request_in
from arrears.domain.negotiation.schedule import dates_that_fit, schedule
from arrears.domain.plans import Instalment

_PER_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.BIWEEKLY: 26,
    Frequency.SEMIMONTHLY: 24,
    Frequency.MONTHLY: 12,
}


def negotiate(position: Position, authority: Authority, proposal: Proposal) -> Move:
    """Accept, counter, ask one question, or refer to a person.

    No offer it makes is above what the borrower said they can afford, or outside the authority.
    Raises: CurrencyMismatchError when amounts are not in the currency of the balance.
    """
    bounds = bounds_of(position, authority)
    balance = position.balance.total
    if balance.minor <= 0:
        return Refer((Reason.NOTHING_OWED,), bounds)
    asked = request_in(proposal, position)
    if isinstance(asked, Unclear):
        return Ask(asked.question, (asked.reason,), bounds, asked.amount_problem, asked.date_problem)
    if position.broken_promises >= authority.refer_after_broken_promises and not _pays_all(asked, balance):
        return Refer((Reason.BROKEN_PROMISES,), bounds)
    draft = _Table(position, authority, bounds).draft(asked)
    return draft if isinstance(draft, Refer) else _answer(draft, asked, balance, bounds)


def bounds_of(position: Position, authority: Authority) -> OfferBounds:
    """The bounds of every move of this position, as they are shown beside the transcript."""
    today = position.today
    return OfferBounds(
        min_instalment=min(authority.min_instalment, position.balance.total),
        max_instalments=authority.max_instalments,
        latest_promise_on=today + timedelta(days=authority.promise_within_days),
        latest_first_on=today + timedelta(days=authority.first_payment_within_days),
        latest_last_on=today + timedelta(days=authority.max_term_days),
        stated_limit=position.stated_limit,
        policy_version=authority.policy_version,
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """Instalments that may be offered, and why they differ from the request."""

    instalments: tuple[Instalment, ...]
    frequency: Frequency | None
    differs: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """Amounts an instalment may have in one rhythm: low <= amount <= high, within so many payments."""

    low: Money
    high: Money
    payments: int


@dataclass(frozen=True, slots=True)
class _Table:
    """What one decision looks at."""

    position: Position
    authority: Authority
    bounds: OfferBounds

    def draft(self, asked: Request) -> _Draft | Refer:
        return self._once(asked) if asked.frequency is None else self._in_rhythm(asked, asked.frequency)

    def _once(self, asked: Request) -> _Draft | Refer:
        balance = self.position.balance.total
        if asked.amount is None or asked.on is None:
            raise ValueError("one payment needs an amount and a day")
        high = self._affordable(None)
        if self.bounds.min_instalment > high:
            return Refer((Reason.MINIMUM_ABOVE_STATED_LIMIT,), self.bounds)
        allowed = _Range(self.bounds.min_instalment, min(high, balance), 1)
        amount, why = _within(asked.amount, allowed)
        on, late = _not_after(asked.on, self.bounds.latest_promise_on)
        return _Draft((Instalment(on, amount),), None, (*asked.notes, *why, *late))

    def _in_rhythm(self, asked: Request, wanted: Frequency) -> _Draft | Refer:
        first_on, dated = self._first_on(asked.on)
        rhythm, changed = self._rhythm(wanted, first_on)
        if rhythm is None:
            return Refer((Reason.MINIMUM_ABOVE_STATED_LIMIT,), self.bounds)
        allowed = self._range(rhythm, first_on)
        if asked.amount is None and asked.count is not None and self._splits(asked.count, allowed):
            split = schedule(self.position.balance.total, first_on, asked.count, rhythm)
            return _Draft(split, rhythm, (*asked.notes, *changed, *dated))
        amount, why = self._instalment(asked, wanted, rhythm, allowed)
        pieces = schedule(self.position.balance.total, first_on, amount, rhythm)
        misfit = _misfit(asked, pieces, (*changed, *why))
        return _Draft(pieces, rhythm, (*asked.notes, *changed, *why, *misfit, *dated))

    def _first_on(self, on: date | None) -> tuple[date, tuple[Reason, ...]]:
        if on is None:
            days = timedelta(days=self.authority.usual_first_payment_days)
            return self.position.today + days, (Reason.DATE_PROPOSED,)
        return _not_after(on, self.bounds.latest_first_on)

    def _rhythm(self, wanted: Frequency, first_on: date) -> tuple[Frequency | None, tuple[Reason, ...]]:
        """The wanted rhythm where it is offered and affordable, else the lender's first one that is."""
        offered = self.authority.frequencies
        possible = [rhythm for rhythm in offered if self._range(rhythm, first_on).low <= self._affordable(rhythm)]
        if wanted in possible:
            return wanted, ()
        why = Reason.FREQUENCY_FITS_LIMIT if wanted in offered else Reason.FREQUENCY_NOT_OFFERED
        return next(iter(possible), None), (why,)

    def _range(self, rhythm: Frequency, first_on: date) -> _Range:
        balance = self.position.balance.total
        payments = dates_that_fit(
            first_on, rhythm, self.bounds.latest_last_on, self.authority.max_instalments
        )
        spread_out = Money(-(-balance.minor // payments), balance.currency)
        low = max(self.bounds.min_instalment, spread_out)
        return _Range(low, min(self._affordable(rhythm), balance), payments)

    def _affordable(self, rhythm: Frequency | None) -> Money:
        """The stated limit for one payment in the rhythm; the balance when none was stated."""
        limit, per = self.position.stated_limit, self.position.limit_per
        if limit is None:
            return self.position.balance.total
        return limit if rhythm is None or per is None else _in_other_rhythm(limit, per, rhythm)

    def _splits(self, count: int, allowed: _Range) -> bool:
        balance = self.position.balance.total.minor
        smallest, largest = balance // count, -(-balance // count)
        fits = allowed.low.minor <= largest <= allowed.high.minor
        return count <= allowed.payments and fits and smallest >= self.bounds.min_instalment.minor

    def _instalment(
        self, asked: Request, wanted: Frequency, rhythm: Frequency, allowed: _Range
    ) -> tuple[Money, tuple[Reason, ...]]:
        balance = self.position.balance.total
        amount = asked.amount
        if amount is None:
            count = asked.count or 1
            if count > balance.minor:
                count = balance.minor
            amount = Money(-(-balance.minor // count), balance.currency)
            amount, why = _within(amount, allowed)
            return amount, why or (Reason.BELOW_MINIMUM,)
        if rhythm is not wanted:
            amount = _in_other_rhythm(amount, wanted, rhythm)
        amount, why = _within(amount, allowed)
        if why == (Reason.BELOW_MINIMUM,) and allowed.low > self.bounds.min_instalment:
            shortened = allowed.payments < self.authority.max_instalments
            why = (Reason.LASTS_TOO_LONG if shortened else Reason.TOO_MANY_INSTALMENTS,)
        return amount, why


def _answer(draft: _Draft, asked: Request, balance: Money, bounds: OfferBounds) -> Accept | Counter:
    paid = Money.zero(balance.currency)
    for instalment in draft.instalments:
        paid = paid + instalment.amount
    frequency = draft.frequency if len(draft.instalments) > 1 else None
    offer = Offer(draft.instalments, frequency, balance - paid)
    if draft.differs:
        return Counter(offer, draft.differs, bounds)
    return Accept(offer, (Reason.WITHIN_AUTHORITY,), bounds)
