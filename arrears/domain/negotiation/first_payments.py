"""A first payment, and what becomes of the rest: on their day, as they said, or in smaller payments."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation import assumptions, limits, plan_builders
from arrears.domain.negotiation.drafts import RAISING, Draft, may, moved_why, parts_of, rhythm_of
from arrears.domain.negotiation.offers import Offer, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.request import OneOff, Regular
from arrears.domain.negotiation.schedule import due_dates, goes_on_from
from arrears.domain.negotiation.scope import Scope
from arrears.domain.plans import Instalment

_WHOLE = 100
"""Minor units of a whole unit of the currency."""
_A_DAY = timedelta(days=1)
_LONGEST_WAIT = 183
"""Days for which the most of a debt may wait for money that they name the day of. Judgement: half a year."""


def once(asked: OneOff, scope: Scope) -> Draft | None:
    """One payment; where it leaves money due, the same payment and the rest in a rhythm, or it alone.

    A first sum beside regular ones is money that they have: what they can afford bounds the regular ones.

    Those who are in hardship are not asked for the rest, nor for all of it before the day they named.
    None when the least that may be paid is above what they can afford, or sooner than they can.
    """
    allowed = limits.once(scope) if asked.rest is None else limits.at_hand(scope, asked.amount)
    if allowed.is_empty:
        return None
    amount = allowed.clamped(asked.amount)
    on, late = scope.day(asked.on, _latest(asked, scope))
    in_hardship = scope.position.said.hardship
    if in_hardship and Reason.DATE_TOO_LATE in late and asked.amount == scope.balance:
        return None
    differs = (*asked.notes, *moved_why(asked.amount, allowed, scope.bounds), *late)
    more = amount > asked.amount
    alone = _payment(scope, amount, on)
    if Reason.DATE_TOO_LATE in late and amount == scope.balance:
        on_their_day = _rest_on(scope, asked.on)
        if on_their_day is not None:
            return Draft(on_their_day, differs, alone if may(scope, alone) else None)
    first = Instalment(on, amount)
    if asked.rest is not None and amount < scope.balance:
        named = asked.on if Reason.DATE_TOO_LATE in late else scope.kept(asked.on, on)
        as_named = rest_as_named(scope, (first,), asked.rest, named, differs)
        if as_named is not None:
            return as_named
        differs = (*differs, Reason.TYPE_NOT_HERE)
    own = _rest_on_their_day(scope, first, asked.rest_on)
    if own is not None:
        return Draft(own, differs, asks_more=more)
    leaves_due = amount < scope.balance and not in_hardship
    rest = _with_rest(scope, first, scope.kept(asked.on, on)) if leaves_due else None
    if rest is None:
        return Draft(alone, differs, asks_more=more) if may(scope, alone) else None
    other = alone if may(scope, alone) else None
    return Draft(rest, (*differs, Reason.REST_SCHEDULED), other, asks_more=more)


def in_too_long(asked: OneOff, scope: Scope) -> Offer | None:
    """All of it on their day, where that is so far that not even a part may wait for it; else None.

    Who waits for the harvest has it then: all of it in a month would be no answer, and a person decides.
    """
    far = (asked.on - scope.today).days > _LONGEST_WAIT and asked.on > scope.bounds.latest_promise_on
    in_term = asked.on <= scope.bounds.latest_last_on
    theirs = asked.amount == scope.balance and not asked.notes and limits.once(scope).high == scope.balance
    if scope.position.said.hardship or not (far and in_term and theirs):
        return None
    return _payment(scope, asked.amount, asked.on)


def _latest(asked: OneOff, scope: Scope) -> date:
    """The latest day it may have: of a payment alone, or of the first of several."""
    alone, bounds = scope.bounds.latest_promise_on, scope.bounds
    return alone if asked.rest is None else min(alone, bounds.latest_first_on)


def _rest_on(scope: Scope, rest_on: date) -> Offer | None:
    """The least payment by the latest day, and all the rest on the day that they named; None where not.

    Who names the day on which money comes has it then, and not before.
    """
    least, wait = scope.bounds.min_instalment, (rest_on - scope.today).days
    fits = least * 2 <= scope.balance and scope.terms.max_instalments > 1 and wait <= _LONGEST_WAIT
    if not fits:
        return None
    latest = min(scope.bounds.latest_first_on, scope.bounds.latest_promise_on)
    first = Instalment(scope.day(latest, latest)[0], least)
    offer = plan_builders.split(scope.balance, first, rest_on, scope.rest, scope.today)
    within = scope.may(offer.kind) and offer.last_on <= scope.bounds.latest_last_on
    return scope.starting(offer, first.on) if within else None


def _rest_on_their_day(scope: Scope, first: Instalment, rest_on: date | None) -> Offer | None:
    """Their payment, and all that it leaves on the day that they named for it; None where that may not be."""
    rest = scope.balance - first.amount
    if rest_on is None or not Money.zero(rest.currency) < rest <= limits.once(scope).high:
        return None
    limited = scope.position.stated_limit is not None or limits.disposable(scope.position) is not None
    earliest = limits.rest_starts_on(scope, first.on, Frequency.MONTHLY) if limited else first.on + _A_DAY
    too_far = (rest_on - scope.today).days > _LONGEST_WAIT or first.on > scope.bounds.latest_first_on
    if rest_on < earliest or too_far or scope.terms.max_instalments < 2 or not scope.may(PlanType.SPLIT):
        return None
    offer = plan_builders.split(scope.balance, first, rest_on, scope.rest, scope.today)
    return scope.starting(offer, first.on) if offer.last_on <= scope.bounds.latest_last_on else None


def rest_as_named(
    scope: Scope, first: tuple[Instalment, ...], rest: Regular, named: date, differs: tuple[Reason, ...]
) -> Draft | None:
    """Their first payments and the rest in regular ones, as they said or the nearest; None where none may be.

    `named` is the day they named for the last of the first, by whose number the others go unless they named
    another.
    """
    covering = scope.balance - total([each.amount for each in first], scope.balance.currency)
    at_most = scope.bounds.max_instalments - len(first)
    if first[0].on > scope.bounds.latest_first_on or covering.minor <= 0 or at_most < 1:
        return None
    starts = {rhythm: _then_starts(first[-1], rest, named, rhythm) for rhythm in scope.terms.frequencies}
    ranges = {
        rhythm: limits.in_rhythm(
            scope, rhythm=rhythm, wanted=rest.frequency, first_on=on, covering=covering, at_most=at_most
        )
        for rhythm, on in starts.items()
    }
    rhythm, changed = rhythm_of(rest.frequency, ranges)
    if rhythm is None:
        return None
    by, moved = parts_of(rest, rhythm, ranges[rhythm], covering, scope.bounds)
    offer = plan_builders.with_rest(first, scope.balance, by, rhythm, starts[rhythm], scope.rest, scope.today)
    if not scope.may(offer.kind) or offer.last_on > scope.bounds.latest_last_on:
        return None
    differs = (*differs, *changed, *moved)
    return Draft(scope.starting(offer, first[0].on), differs, asks_more=bool(RAISING & set(differs)))


def _then_starts(last: Instalment, rest: Regular, named: date, rhythm: Frequency) -> date:
    """The first day of the rest: the one they named, or the next like it after the last first payment."""
    if rest.on is not None:
        return next(day for day in due_dates(rest.on, rhythm) if day > last.on)
    start = goes_on_from(named, last.on, rhythm)
    return start if start > last.on else next(islice(due_dates(last.on, rhythm), 1, None))


def _payment(scope: Scope, amount: Money, on: date) -> Offer:
    if amount == scope.balance and on == scope.today:
        return plan_builders.pay_now(amount, on)
    return scope.starting(plan_builders.promise(amount, on, scope.balance, scope.rest, scope.today), on)


def _with_rest(scope: Scope, first: Instalment, named: date) -> Offer | None:
    """The payment and what it leaves, in smaller payments where that may be; None where not.

    `named` is the day they named for the first one, by whose number the others go.
    """
    if first.on > scope.bounds.latest_first_on:
        return None
    wanted = scope.position.limit_per or Frequency.MONTHLY
    for rhythm in sorted(scope.terms.frequencies, key=lambda rhythm: rhythm is not wanted):
        offer = _rest_in(scope, first, rhythm, _rest_starts(scope, first, named, rhythm), wanted)
        if offer is not None and scope.may(offer.kind):
            return offer
    return None


def _rest_starts(scope: Scope, first: Instalment, named: date, rhythm: Frequency) -> date:
    """By the number of the named day, but after the first payment: a long holiday may move it that far."""
    start = limits.rest_starts_on(scope, named, rhythm)
    return start if start > first.on else limits.rest_starts_on(scope, first.on, rhythm)


def _rest_in(
    scope: Scope, first: Instalment, rhythm: Frequency, start: date, wanted: Frequency
) -> Offer | None:
    rest = scope.balance - first.amount
    allowed = limits.in_rhythm(
        scope,
        rhythm=rhythm,
        wanted=wanted,
        first_on=start,
        covering=rest,
        at_most=scope.bounds.max_instalments - 1,
    )
    if allowed.is_empty:
        return None
    by = allowed.clamped(_each_after(first.amount, scope.balance))
    offer = plan_builders.with_rest((first,), scope.balance, by, rhythm, start, scope.rest, scope.today)
    return scope.starting(offer, first.on)


def _each_after(first: Money, balance: Money) -> Money:
    """What each payment after a first one is, in whole units; after half or more, the rest at once."""
    if first * 2 >= balance:
        return first
    part = first.share(assumptions.REST_PERCENT, 100).minor
    return Money(-(-part // _WHOLE) * _WHOLE, first.currency)
