"""The next move on a borrower's proposal, inside the lender's authority and what the borrower can afford.

A pure function of facts. Repeating a proposal, or how often it was refused, is not among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation import limits
from arrears.domain.negotiation.authority import Authority
from arrears.domain.negotiation.limits import Range, bounds_of
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
from arrears.domain.negotiation.request import OneOff, Regular, Unclear, request_in
from arrears.domain.negotiation.schedule import schedule
from arrears.domain.plans import Instalment


@dataclass(frozen=True, slots=True)
class _Draft:
    """Instalments that may be offered, and why they differ from what was asked for."""

    instalments: tuple[Instalment, ...]
    rhythm: Frequency | None
    differs: tuple[Reason, ...]


def negotiate(position: Position, authority: Authority, proposal: Proposal) -> Move:
    """Accept, counter, ask one question, or refer to a person.

    No offer it makes is above what the borrower said they can afford, or outside the authority.
    Raises: CurrencyMismatchError when an amount is not in the currency of the balance.
    """
    bounds = bounds_of(position, authority)
    balance = position.balance.total
    if balance.minor <= 0:
        return Refer((Reason.NOTHING_OWED,), bounds)
    asked = request_in(proposal, position)
    if isinstance(asked, Unclear):
        return Ask(asked.question, asked.reasons, bounds, asked.amount_problem, asked.date_problem)
    pays_all = isinstance(asked, OneOff) and asked.amount == balance
    if position.broken_promises >= authority.terms.refer_after_broken_promises and not pays_all:
        return Refer((Reason.BROKEN_PROMISES,), bounds)
    if isinstance(asked, OneOff):
        return _answer(_one_off(asked, position, bounds), balance, bounds)
    return _answer(_regular(asked, position, authority, bounds), balance, bounds)


def _answer(draft: _Draft | None, balance: Money, bounds: OfferBounds) -> Accept | Counter | Refer:
    if draft is None:
        return Refer((Reason.MINIMUM_ABOVE_STATED_LIMIT,), bounds)
    covered = total([instalment.amount for instalment in draft.instalments], balance.currency)
    rhythm = draft.rhythm if len(draft.instalments) > 1 else None
    offer = Offer(draft.instalments, rhythm, balance - covered)
    if draft.differs:
        return Counter(offer, draft.differs, bounds)
    return Accept(offer, (Reason.WITHIN_AUTHORITY,), bounds)


def _one_off(asked: OneOff, position: Position, bounds: OfferBounds) -> _Draft | None:
    allowed = limits.once(position, bounds)
    if allowed.is_empty:
        return None
    amount = _clamped(asked.amount, allowed)
    on, late = _not_after(asked.on, bounds.latest_promise_on)
    differs = (*asked.notes, *_moved(asked.amount, allowed, bounds), *late)
    return _Draft((Instalment(on, amount),), None, differs)


def _regular(asked: Regular, position: Position, authority: Authority, bounds: OfferBounds) -> _Draft | None:
    first_on, dated = _first_on(asked.on, position, authority, bounds)
    ranges = {
        rhythm: limits.in_rhythm(position, bounds, rhythm=rhythm, wanted=asked.frequency, first_on=first_on)
        for rhythm in authority.terms.frequencies
    }
    rhythm, changed = _rhythm(asked.frequency, ranges)
    if rhythm is None:
        return None
    instalments, moved = _instalments(asked, rhythm, ranges[rhythm], position.balance.total, first_on, bounds)
    return _Draft(instalments, rhythm, (*asked.notes, *changed, *moved, *dated))


def _instalments(
    asked: Regular, rhythm: Frequency, allowed: Range, balance: Money, first_on: date, bounds: OfferBounds
) -> tuple[tuple[Instalment, ...], tuple[Reason, ...]]:
    if asked.amount is None and asked.count is not None and _splits(asked.count, balance, allowed, bounds):
        return schedule(balance, first_on, asked.count, rhythm), ()
    wanted = _per_payment(asked, balance)
    if rhythm is not asked.frequency:
        wanted = limits.in_other_rhythm(wanted, asked.frequency, rhythm)
    instalments = schedule(balance, first_on, _clamped(wanted, allowed), rhythm)
    moved = _moved(wanted, allowed, bounds)
    if not moved and rhythm is asked.frequency and asked.count not in (None, len(instalments)):
        moved = (Reason.COUNT_DOES_NOT_FIT,)
    return instalments, moved


def _first_on(
    on: date | None, position: Position, authority: Authority, bounds: OfferBounds
) -> tuple[date, tuple[Reason, ...]]:
    if on is not None:
        return _not_after(on, bounds.latest_first_on)
    return position.today + timedelta(days=authority.terms.usual_first_payment_days), (Reason.DATE_PROPOSED,)


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


def _per_payment(asked: Regular, balance: Money) -> Money:
    if asked.amount is not None:
        return asked.amount
    return Money(-(-balance.minor // (asked.count or 1)), balance.currency)


def _clamped(amount: Money, allowed: Range) -> Money:
    return min(max(amount, allowed.low), allowed.high)


def _moved(amount: Money, allowed: Range, bounds: OfferBounds) -> tuple[Reason, ...]:
    """Why an amount outside the range is moved into it."""
    if amount > allowed.high:
        return (Reason.ABOVE_STATED_LIMIT,)
    if amount < bounds.min_instalment:
        return (Reason.BELOW_MINIMUM,)
    if amount < allowed.low:
        short_of_time = allowed.payments < bounds.max_instalments
        return (Reason.LASTS_TOO_LONG if short_of_time else Reason.TOO_MANY_INSTALMENTS,)
    return ()


def _not_after(on: date, latest: date) -> tuple[date, tuple[Reason, ...]]:
    return (latest, (Reason.DATE_TOO_LATE,)) if on > latest else (on, ())
