"""The offers that may be made inside authority and stated means, each with what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders, worth
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.limits import Range, affordable, in_other_rhythm, in_rhythm, once
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.schedule import months_after
from arrears.domain.negotiation.scope import Scope
from arrears.domain.negotiation.worth import DueDays, Stream
from arrears.domain.plans import Instalment

_STEPS: Final = 6
"""Amounts that are looked at between the least and the most of a rhythm."""
_WHOLE: Final = 100
"""Amounts between are whole units of the currency: 84, not 83.17."""
_GENTLER: Final = 0.75
"""A second offer takes at most three quarters of the first one's burden, or it would be no choice."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that may be made; it is built only when it is made."""

    stream: Stream
    build: Callable[[], Offer]
    value: float  # expected collected money, minor units
    rhythm: Frequency | None = None  # of regular payments


def ranked(scope: Scope, belief: Belief, proposal: Proposal) -> list[Candidate]:
    """Every offer that may be made now, the most valuable first; of equals the one found first."""
    first_on, _ = scope.first_day(_usable(proposal.on, scope.today))
    found = [*_at_once(scope, belief, first_on), *_regular(scope, belief, proposal, first_on)]
    return sorted(found, key=lambda candidate: -candidate.value)


def in_rhythm_named(candidates: list[Candidate], proposal: Proposal) -> list[Candidate]:
    """Those in the rhythm that they name without a sum ("the 16th of every month"), where there are any."""
    named = None if proposal.amount is not None else proposal.frequency
    return [each for each in candidates if each.rhythm is named] if named is not None else []


def gentler(candidates: list[Candidate]) -> Candidate | None:
    """The most valuable one beside the first that is clearly easier to pay."""
    limit = candidates[0].stream.burden * _GENTLER
    return next((candidate for candidate in candidates[1:] if candidate.stream.burden <= limit), None)


def _usable(on: date | None, today: date) -> date | None:
    return on if on is not None and on >= today else None


def _at_once(scope: Scope, belief: Belief, first_on: date) -> Iterator[Candidate]:
    """All of it on one day, or in two payments."""
    balance, today, high = scope.balance, scope.today, once(scope).high
    if balance <= high:
        if scope.may(PlanType.PAY_NOW):
            yield _single(scope, belief, today, partial(plan_builders.pay_now, balance, today))
        if scope.may(PlanType.PROMISE):
            latest, _ = scope.day(scope.bounds.latest_promise_on, scope.bounds.latest_promise_on)
            for on in {first_on: None, latest: None}:
                if on <= latest:
                    yield _single(scope, belief, on, partial(_promise, scope, on))
    half, monthly = balance.split(2), Frequency.MONTHLY
    high = min(high, affordable(scope.position, monthly, monthly, balance)[0])
    if scope.may(PlanType.SPLIT) and scope.bounds.min_instalment <= half[1] and half[0] <= high:
        yield from _halves(scope, belief, first_on, half)


def _single(scope: Scope, belief: Belief, on: date, build: Callable[[], Offer]) -> Candidate:
    stream = DueDays([(on - scope.today).days]).of([scope.balance.minor])
    return Candidate(stream, build, worth.expected(stream, belief))


def _promise(scope: Scope, on: date) -> Offer:
    offer = plan_builders.promise(scope.balance, on, scope.balance, scope.rest, scope.today)
    return scope.starting(offer, on)


def _halves(scope: Scope, belief: Belief, first_on: date, half: tuple[Money, ...]) -> Iterator[Candidate]:
    second_on = months_after(first_on, 1)
    first = Instalment(first_on, half[0])
    offer = plan_builders.split(scope.balance, first, second_on, scope.rest, scope.today)
    if offer.last_on <= scope.bounds.latest_last_on and scope.bounds.max_instalments > 1:
        offer = scope.starting(offer, first_on)
        stream = worth.stream_of(offer, scope.today)
        yield Candidate(stream, lambda: offer, worth.expected(stream, belief))


def _regular(scope: Scope, belief: Belief, proposal: Proposal, first_on: date) -> Iterator[Candidate]:
    if not scope.may(PlanType.INSTALMENTS):
        return
    wanted = spoken_rhythm(scope, proposal)
    for rhythm in scope.terms.frequencies:
        allowed = in_rhythm(scope, rhythm=rhythm, wanted=wanted, first_on=first_on)
        if allowed.is_empty:
            continue
        named = named_amounts(scope, proposal, rhythm, wanted)
        days = DueDays([(day - scope.today).days for day in allowed.days])
        for amount in _ladder(allowed, named):
            if amount == scope.balance:
                continue
            stream = days.equal(scope.balance.minor, amount.minor)
            value = worth.expected(stream, belief, own_terms=amount in named)
            yield Candidate(stream, partial(regular_offer, scope, amount, rhythm, first_on), value, rhythm)


def spoken_rhythm(scope: Scope, proposal: Proposal) -> Frequency:
    """The rhythm the borrower speaks of: of their proposal, their limit, their income; else by the month."""
    said = scope.position.said
    income = said.income.per if said.income is not None and said.payday is not None else None
    return proposal.frequency or scope.position.limit_per or income or Frequency.MONTHLY


def regular_offer(scope: Scope, by: int | Money, rhythm: Frequency, first_on: date) -> Offer:
    """All of the balance in a rhythm, with its first payment on a day that may be."""
    offer = plan_builders.instalments(scope.balance, first_on, by, rhythm, scope.rest, scope.today)
    return scope.starting(offer, first_on)


def named_amounts(scope: Scope, proposal: Proposal, rhythm: Frequency, wanted: Frequency) -> list[Money]:
    """Amounts in the borrower's own words that suit the rhythm."""
    limit = scope.position.stated_limit
    amounts = [] if limit is None else [in_other_rhythm(limit, scope.position.limit_per or wanted, rhythm)]
    if proposal.amount is not None and rhythm is wanted:
        amounts.append(proposal.amount)
    return amounts


def _ladder(allowed: Range, named: list[Money]) -> list[Money]:
    """The least, the most, whole amounts between at equal ratios, and the borrower's own, each once."""
    low, high, currency = allowed.low.minor, allowed.high.minor, allowed.low.currency
    ratio = (high / low) ** (1 / _STEPS)
    between = (-(-int(low * ratio**step) // _WHOLE) * _WHOLE for step in range(1, _STEPS))
    minors = {low, high, *(money.minor for money in named), *between}
    return [Money(minor, currency) for minor in sorted(minors) if low <= minor <= high]
