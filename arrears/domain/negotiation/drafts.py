"""A definite proposal brought inside what may be offered: the nearest terms, and why they differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import assumptions, limits, plan_builders
from arrears.domain.negotiation.candidates import regular_offer
from arrears.domain.negotiation.limits import Range
from arrears.domain.negotiation.offers import Offer, OfferBounds, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.request import OneOff, Regular
from arrears.domain.negotiation.scope import Scope
from arrears.domain.plans import Instalment

_WHOLE = 100
"""Minor units of a whole unit of the currency."""
_A_DAY = timedelta(days=1)
_RAISING = frozenset({Reason.BELOW_MINIMUM, Reason.TOO_MANY_INSTALMENTS, Reason.LASTS_TOO_LONG})


_LONGEST_WAIT = 183
"""Days for which the most of a debt may wait for money that they name the day of. Judgement: half a year."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Terms that may be offered, and why they differ from what was asked for."""

    offer: Offer
    differs: tuple[Reason, ...]
    other: Offer | None = None  # a second choice
    bounds: OfferBounds | None = None  # where they are others than the scope's
    own_terms: bool = False  # they asked for terms of this kind
    asks_more: bool = False  # than they named
    best: float | None = None  # expected of the best that may be offered, minor units, where it is known


def once(asked: OneOff, scope: Scope) -> Draft | None:
    """One payment; where it leaves money due, the same payment and the rest in a rhythm, or it alone.

    Those who are in hardship are not asked for the rest, nor for all of it before the day they named.
    None when the least that may be paid is above what they can afford, or sooner than they can.
    """
    allowed = limits.once(scope)
    if allowed.is_empty:
        return None
    amount = allowed.clamped(asked.amount)
    on, late = scope.day(asked.on, scope.bounds.latest_promise_on)
    in_hardship = scope.position.said.hardship
    if in_hardship and Reason.DATE_TOO_LATE in late and asked.amount == scope.balance:
        return None
    differs, more = (*asked.notes, *_moved(asked.amount, allowed, scope.bounds), *late), amount > asked.amount
    alone = _payment(scope, amount, on)
    if Reason.DATE_TOO_LATE in late and amount == scope.balance:
        on_their_day = _rest_on(scope, asked.on)
        if on_their_day is not None:
            return Draft(on_their_day, differs, alone if _may(scope, alone) else None)
    own = _rest_on_their_day(scope, Instalment(on, amount), asked.rest_on, allowed)
    if own is not None:
        return Draft(own, differs, asks_more=more)
    leaves_due = amount < scope.balance and not in_hardship
    rest = _with_rest(scope, Instalment(on, amount), scope.kept(asked.on, on)) if leaves_due else None
    if rest is None:
        return Draft(alone, differs, asks_more=more) if _may(scope, alone) else None
    other = alone if _may(scope, alone) else None
    return Draft(rest, (*differs, Reason.REST_SCHEDULED), other, asks_more=more)


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


def _rest_on_their_day(scope: Scope, first: Instalment, rest_on: date | None, allowed: Range) -> Offer | None:
    """Their payment, and all that it leaves on the day that they named for it; None where that may not be."""
    rest = scope.balance - first.amount
    if rest_on is None or not Money.zero(rest.currency) < rest <= allowed.high:
        return None
    limited = scope.position.stated_limit is not None or limits.disposable(scope.position) is not None
    earliest = limits.rest_starts_on(scope, first.on, Frequency.MONTHLY) if limited else first.on + _A_DAY
    too_far = (rest_on - scope.today).days > _LONGEST_WAIT or first.on > scope.bounds.latest_first_on
    if rest_on < earliest or too_far or scope.terms.max_instalments < 2 or not scope.may(PlanType.SPLIT):
        return None
    offer = plan_builders.split(scope.balance, first, rest_on, scope.rest, scope.today)
    return scope.starting(offer, first.on) if offer.last_on <= scope.bounds.latest_last_on else None


def _may(scope: Scope, offer: Offer) -> bool:
    return scope.may(offer.kind) or (offer.kind is PlanType.PAY_NOW and scope.may(PlanType.PROMISE))


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
    offer = plan_builders.with_rest(first, scope.balance, by, rhythm, start, scope.rest, scope.today)
    return scope.starting(offer, first.on)


def _each_after(first: Money, balance: Money) -> Money:
    """What each payment after a first one is, in whole units; after half or more, the rest at once."""
    if first * 2 >= balance:
        return first
    part = first.share(assumptions.REST_PERCENT, 100).minor
    return Money(-(-part // _WHOLE) * _WHOLE, first.currency)


def regular(asked: Regular, scope: Scope) -> Draft | None:
    """Regular payments of the balance; None when what is needed is above what they can afford."""
    first_on, dated = scope.first_day(asked.on)
    ranges = {
        rhythm: limits.in_rhythm(scope, rhythm=rhythm, wanted=asked.frequency, first_on=first_on)
        for rhythm in scope.terms.frequencies
    }
    rhythm, changed = _rhythm(asked.frequency, ranges)
    if rhythm is None:
        return None
    slower = _same_money_slower(asked, rhythm, ranges, scope.balance)
    if slower is not None:
        wanted, why = _wanted(asked, rhythm, scope.balance), ranges[rhythm]
        changed, rhythm = (*changed, *_moved(wanted, why, scope.bounds)), slower
    offer, moved = _instalments(asked, rhythm, ranges[rhythm], first_on, scope)
    more = bool(_RAISING & set(moved))
    differs = (*asked.notes, *changed, *moved, *dated)
    return Draft(offer, differs, asks_more=more) if _may(scope, offer) else None


def _instalments(
    asked: Regular, rhythm: Frequency, allowed: Range, first_on: date, scope: Scope
) -> tuple[Offer, tuple[Reason, ...]]:
    balance, bounds = scope.balance, scope.bounds
    if asked.amount is None and asked.count is not None and _splits(asked.count, balance, allowed, bounds):
        return regular_offer(scope, asked.count, rhythm, first_on), ()
    wanted = _wanted(asked, rhythm, balance)
    offer = regular_offer(scope, allowed.clamped(wanted), rhythm, first_on)
    moved = _moved(wanted, allowed, bounds)
    if not moved and rhythm is asked.frequency and asked.count not in (None, len(offer.instalments)):
        moved = (Reason.COUNT_DOES_NOT_FIT,)
    return offer, moved


def _same_money_slower(
    asked: Regular, rhythm: Frequency, ranges: dict[Frequency, Range], balance: Money
) -> Frequency | None:
    """The next slower rhythm in which what they proposed may stay the same money a month.

    None where it may stay as it is, or would have to be more in every rhythm.
    """
    if _wanted(asked, rhythm, balance) >= ranges[rhythm].low:
        return None
    per_year = limits.PER_YEAR
    slower = sorted((each for each in ranges if per_year[each] < per_year[rhythm]), key=per_year.__getitem__)
    possible = (
        each
        for each in reversed(slower)
        if ranges[each].low <= _wanted(asked, each, balance) <= ranges[each].high
    )
    return next(possible, None)


def _wanted(asked: Regular, rhythm: Frequency, balance: Money) -> Money:
    """What they proposed, in the rhythm."""
    amount = asked.amount
    if amount is None:
        amount = Money(-(-balance.minor // (asked.count or 1)), balance.currency)
    if rhythm is asked.frequency:
        return amount
    return limits.in_other_rhythm(amount, asked.frequency, rhythm)


def _rhythm(wanted: Frequency, ranges: dict[Frequency, Range]) -> tuple[Frequency | None, tuple[Reason, ...]]:
    """The wanted rhythm where it is offered and affordable, else the lender's first one that is."""
    possible = [rhythm for rhythm, allowed in ranges.items() if not allowed.is_empty]
    if wanted in possible:
        return wanted, ()
    why = Reason.FREQUENCY_FITS_LIMIT if wanted in ranges else Reason.FREQUENCY_NOT_OFFERED
    return next(iter(possible), None), (why,)


def _splits(count: int, balance: Money, allowed: Range, bounds: OfferBounds) -> bool:
    """Whether that many equal payments are allowed as they are."""
    smallest, largest = balance.minor // count, -(-balance.minor // count)
    return (
        count <= allowed.payments
        and bounds.min_instalment.minor <= smallest
        and largest <= allowed.high.minor
    )


def _moved(amount: Money, allowed: Range, bounds: OfferBounds) -> tuple[Reason, ...]:
    """Why an amount outside the range is moved into it."""
    if amount > allowed.high:
        return (allowed.cap,)
    if amount < bounds.min_instalment:
        return (Reason.BELOW_MINIMUM,)
    if amount < allowed.low:
        short_of_time = allowed.payments < bounds.max_instalments
        return (Reason.LASTS_TOO_LONG if short_of_time else Reason.TOO_MANY_INSTALMENTS,)
    return ()
