"""A definite proposal brought inside what may be offered: the nearest terms, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import limits, plan_builders
from arrears.domain.negotiation.candidates import regular_offer
from arrears.domain.negotiation.limits import Range
from arrears.domain.negotiation.offers import Offer, OfferBounds, Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.request import Regular
from arrears.domain.negotiation.schedule import goes_on_from
from arrears.domain.negotiation.scope import Scope

RAISING = frozenset({Reason.BELOW_MINIMUM, Reason.TOO_MANY_INSTALMENTS, Reason.LASTS_TOO_LONG})
"""Why they are asked for more than they named."""


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


def may(scope: Scope, offer: Offer) -> bool:
    """Whether the agent may make the offer; all of it today is a promise as well."""
    return scope.may(offer.kind) or (offer.kind is PlanType.PAY_NOW and scope.may(PlanType.PROMISE))


def regular(asked: Regular, scope: Scope) -> Draft | None:
    """Regular payments of the balance; None when what is needed is above what they can afford."""
    first_on, dated = scope.first_day(asked.on, asked.in_month)
    ranges = {
        rhythm: limits.in_rhythm(scope, rhythm=rhythm, wanted=asked.frequency, first_on=first_on)
        for rhythm in scope.terms.frequencies
    }
    rhythm, changed = rhythm_of(asked.frequency, ranges)
    if rhythm is None:
        return None
    slower = _gentler_slower(asked, rhythm, ranges, scope.balance)
    theirs = _in_rhythm(asked, scope, rhythm, ranges[rhythm], first_on)
    why = (*asked.notes, *changed, *theirs.differs, *dated)
    if slower is None:
        draft = replace(theirs, differs=why)
    else:
        draft = replace(_in_rhythm(asked, scope, slower, ranges[slower], first_on), differs=why)
        # In their own rhythm it would be more money: who is in difficulty is not asked for it.
        if rhythm is asked.frequency and may(scope, theirs.offer) and not scope.position.said.hardship:
            # Up to half as much again it is the first choice. Judgement.
            near = theirs.offer.instalments[0].amount * 2 <= _wanted(asked, rhythm, scope.balance) * 3
            both = (theirs.offer, draft.offer) if near else (draft.offer, theirs.offer)
            draft = replace(draft, offer=both[0], other=both[1])
    return draft if may(scope, draft.offer) else None


def _in_rhythm(asked: Regular, scope: Scope, rhythm: Frequency, allowed: Range, first_on: date) -> Draft:
    """What they proposed as near as that rhythm has it, and why not as they said."""
    by, moved = parts_of(asked, rhythm, allowed, scope.balance, scope.bounds)
    offer = _on_their_days(scope, regular_offer(scope, by, rhythm, first_on), asked.on)
    return Draft(offer, moved, asks_more=bool(RAISING & set(moved)))


def _on_their_days(scope: Scope, offer: Offer, named: date | None) -> Offer:
    """The offer; where the first day that they named is too late, all but that payment on days of theirs."""
    if named is None or named <= scope.bounds.latest_first_on or offer.frequency is None:
        return offer
    second_on = goes_on_from(named, offer.first_on, offer.frequency)
    theirs = plan_builders.going_on_from(offer, second_on, scope.rest, scope.today)
    return theirs if theirs.last_on <= scope.bounds.latest_last_on else offer


def parts_of(
    asked: Regular, rhythm: Frequency, allowed: Range, covering: Money, bounds: OfferBounds
) -> tuple[int | Money, tuple[Reason, ...]]:
    """By what the money to cover is divided, a count or an amount, and why not as they said."""
    if asked.amount is None and asked.count is not None and _splits(asked.count, covering, allowed, bounds):
        return asked.count, ()
    wanted = min(_wanted(asked, rhythm, covering), covering)
    amount = allowed.clamped(wanted)
    moved = moved_why(wanted, allowed, bounds)
    count = -(-covering.minor // amount.minor)
    if not moved and rhythm is asked.frequency and asked.count not in (None, count):
        moved = (Reason.COUNT_DOES_NOT_FIT,)
    return amount, moved


def _gentler_slower(
    asked: Regular, rhythm: Frequency, ranges: dict[Frequency, Range], balance: Money
) -> Frequency | None:
    """The slower rhythm that asks for the least more than they proposed, mostly for the same money a month.

    None where it may stay as it is, or where every slower one would raise it as much. Of equals the next one.
    """

    def raised(each: Frequency) -> Fraction:
        wanted = max(1, _wanted(asked, each, balance).minor)
        return Fraction(max(wanted, ranges[each].low.minor), wanted)

    slower = [
        each
        for each in _slower_first(rhythm, ranges)
        if not ranges[each].is_empty and _wanted(asked, each, balance) <= ranges[each].high
    ]
    best = min(slower, key=raised, default=None)
    return None if best is None or raised(best) >= raised(rhythm) else best


def _slower_first(rhythm: Frequency, others: Iterable[Frequency]) -> list[Frequency]:
    """Those of the others that are slower, the next one first."""
    per_year = limits.PER_YEAR
    slower = [each for each in others if per_year[each] < per_year[rhythm]]
    return sorted(slower, key=per_year.__getitem__, reverse=True)


def _wanted(asked: Regular, rhythm: Frequency, balance: Money) -> Money:
    """What they proposed, in the rhythm."""
    amount = asked.amount
    if amount is None:
        amount = Money(-(-balance.minor // (asked.count or 1)), balance.currency)
    if rhythm is asked.frequency:
        return amount
    return limits.in_other_rhythm(amount, asked.frequency, rhythm)


def rhythm_of(
    wanted: Frequency, ranges: dict[Frequency, Range]
) -> tuple[Frequency | None, tuple[Reason, ...]]:
    """The wanted rhythm where it is offered and affordable, else the next slower, or the lender's first."""
    possible = [rhythm for rhythm, allowed in ranges.items() if not allowed.is_empty]
    if wanted in possible:
        return wanted, ()
    why = Reason.FREQUENCY_FITS_LIMIT if wanted in ranges else Reason.FREQUENCY_NOT_OFFERED
    return next(iter([*_slower_first(wanted, possible), *possible]), None), (why,)


def _splits(count: int, balance: Money, allowed: Range, bounds: OfferBounds) -> bool:
    """Whether that many equal payments are allowed as they are."""
    smallest, largest = balance.minor // count, -(-balance.minor // count)
    return (
        count <= allowed.payments
        and bounds.min_instalment.minor <= smallest
        and largest <= allowed.high.minor
    )


def moved_why(amount: Money, allowed: Range, bounds: OfferBounds) -> tuple[Reason, ...]:
    """Why an amount outside the range is moved into it."""
    if amount > allowed.high:
        return (allowed.cap,)
    if amount >= allowed.low:
        return ()
    if allowed.low <= bounds.min_instalment:
        return (Reason.BELOW_MINIMUM,)
    short_of_time = allowed.payments < bounds.max_instalments
    return (Reason.LASTS_TOO_LONG if short_of_time else Reason.TOO_MANY_INSTALMENTS,)
