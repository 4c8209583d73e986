"""Payments that they named one after the other: on days of their own, or in two steps.

"500 on the 1st, 500 on the 15th and the rest in January"; "100 a month until March, then 200".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise, takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation import limits, plan_builders
from arrears.domain.negotiation.approvals import approval_of
from arrears.domain.negotiation.belief import Belief
from arrears.domain.negotiation.drafts import Draft, regular
from arrears.domain.negotiation.first_payments import rest_as_named
from arrears.domain.negotiation.offers import Offer, Proposal, Reason, Refer
from arrears.domain.negotiation.request import Regular, named_amount
from arrears.domain.negotiation.rest_days import moved
from arrears.domain.negotiation.schedule import due_dates, months_after
from arrears.domain.negotiation.scope import Scope
from arrears.domain.plans import Instalment


def answer(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Refer | None:
    """Their payments, the rest as they said or the nearest to it; None where none are named or may be."""
    rest = proposal.rest
    if rest is None or proposal.amount_problem is not None:
        return None
    if proposal.frequency is not None:
        return _in_steps(scope, belief, proposal, rest)
    several = rest.rest is not None or _is_dated(rest)
    return _on_their_days(scope, proposal) if several else None


def _is_dated(part: Proposal) -> bool:
    """Whether it is a sum that is paid once."""
    return part.frequency is None and part.count is None and (part.amount or part.share_percent) is not None


def _on_their_days(scope: Scope, proposal: Proposal) -> Draft | None:
    parts = proposal.parts()
    closing = None if _is_dated(parts[-1]) else parts[-1]
    sums = _dated(scope, parts if closing is None else parts[:-1])
    if not sums or not _may_be_paid(scope, sums):
        return None
    left = scope.balance - total([each.amount for each in sums], scope.balance.currency)
    if not left:
        return _as_they_are(scope, sums)
    rest = _closing(sums, closing, left)
    if isinstance(rest, Instalment):
        every = (*sums, rest)
        return _as_they_are(scope, every) if _may_be_paid(scope, every) else None
    draft = rest_as_named(scope, sums, rest, sums[-1].on, () if closing else (Reason.REST_SCHEDULED,))
    alone = _as_they_are(scope, sums)
    if closing is not None or alone is None:
        return draft
    hard = scope.position.said.hardship  # who is in difficulty is not asked for the rest
    return alone if draft is None or hard else replace(draft, other=alone.offer)


def _dated(scope: Scope, parts: Sequence[Proposal]) -> tuple[Instalment, ...]:
    """Their payments, up to what is owed; none where one has no day, or they do not come in order."""
    left, found = scope.balance, list[Instalment]()
    for part in parts:
        amount = named_amount(part, scope.balance)
        if part.on is None or amount is None:
            return ()
        if left:
            found.append(Instalment(part.on, min(amount, left)))
            left = left - found[-1].amount
    in_order = all(one.on < other.on for one, other in pairwise(found))
    return tuple(found) if in_order and found[0].on >= scope.today else ()


def _closing(sums: Sequence[Instalment], closing: Proposal | None, left: Money) -> Instalment | Regular:
    """All of the rest in one payment, or in regular ones."""
    if closing is None:
        return Regular(sums[-1].amount, None, Frequency.MONTHLY, None)
    if closing.on is None or closing.count is not None or closing.frequency is not None:
        each = closing.amount or (None if closing.count else left)
        return Regular(each, closing.count, closing.frequency or Frequency.MONTHLY, closing.on)
    return Instalment(closing.on, left)


def _may_be_paid(scope: Scope, sums: Sequence[Instalment]) -> bool:
    """Whether each is enough for the lender, and no month has more of them than they can afford."""
    high, _ = limits.affordable(scope.position, Frequency.MONTHLY, Frequency.MONTHLY, scope.balance)
    enough = all(each.amount >= scope.bounds.min_instalment for each in sums[:-1])
    in_order = all(one.on < other.on for one, other in pairwise(sums))
    most = max(
        sum(item.amount.minor for item in sums if one.on <= item.on < months_after(one.on, 1)) for one in sums
    )
    return enough and in_order and most <= high.minor


def _as_they_are(scope: Scope, sums: Sequence[Instalment]) -> Draft | None:
    offer = plan_builders.named(scope.balance, sums, scope.rest, scope.today)
    return _drafted(scope, scope.starting(offer, sums[0].on), sums)


def _drafted(scope: Scope, offer: Offer, sums: Sequence[Instalment]) -> Draft | None:
    """The draft, where the lender allows the terms; days that were moved are why it differs."""
    bounds = scope.bounds
    in_time = offer.first_on <= bounds.latest_first_on and offer.last_on <= bounds.latest_last_on
    if not (in_time and len(offer.instalments) <= bounds.max_instalments and scope.may(offer.kind)):
        return None
    rest = (scope.rest, scope.today)
    elsewhere = any(each.on != scope.today and moved(each.on, *rest) != each.on for each in sums)
    return Draft(offer, (Reason.MOVED_OFF_REST_DAY,) if elsewhere else ())


def _in_steps(scope: Scope, belief: Belief, proposal: Proposal, rest: Proposal) -> Draft | Refer | None:
    """So many payments of one sum, or those before a day; then the rest in those of another.

    Before the second step they are never asked for more than they named.
    """
    frequency, each = proposal.frequency, named_amount(proposal, scope.balance)
    if frequency is not None and each is not None and (rest.on or rest.in_month) and _is_open(rest):
        return _then_all(scope, proposal, frequency, each, rest)
    if frequency is None or each is None or rest.amount is None:
        return None
    high, _ = limits.affordable(scope.position, frequency, frequency, scope.balance)
    first_on, dated = scope.first_day(proposal.on, proposal.in_month)
    days = _first_step(first_on, frequency, proposal.count, rest.on)
    fits = 0 < each.minor <= high.minor and each * len(days) < scope.balance
    if not days or not fits or rest.frequency not in (None, frequency):
        return None
    first = tuple(Instalment(on, each) for on in days)
    goes_on = next(islice(due_dates(first_on, frequency), len(days), None))
    then, later = Regular(rest.amount, None, frequency, goes_on), _from_then_on(scope, rest, frequency)
    if each >= scope.bounds.min_instalment:
        return rest_as_named(later, first, then, goes_on, dated)
    return _below_minimum(later, belief, proposal, first, then, rest.on)


def _is_open(rest: Proposal) -> bool:
    """Whether it is all that is left on its day."""
    return rest == Proposal(on=rest.on, in_month=rest.in_month)


def _then_all(
    scope: Scope, proposal: Proposal, frequency: Frequency, each: Money, rest: Proposal
) -> Draft | None:
    """Payments of one sum until the day of the rest, or its month, and then all that they leave."""
    first_on, dated = scope.first_day(proposal.on, proposal.in_month)
    until = rest.on or rest.in_month or first_on
    until = until.replace(day=1) if frequency is Frequency.MONTHLY else until
    days = list(takewhile(lambda day: day < until, due_dates(first_on, frequency)))
    left = scope.balance - each * len(days)
    high, _ = limits.affordable(scope.position, frequency, frequency, scope.balance)
    if not days or not scope.bounds.min_instalment <= each <= high:
        return None
    if not Money.zero(left.currency) < left <= limits.once(scope).high:
        return None
    last = rest.on or next(day for day in due_dates(first_on, frequency) if day >= until)
    draft = _as_they_are(scope, (*(Instalment(day, each) for day in days), Instalment(last, left)))
    return None if draft is None else replace(draft, differs=(*dated, *draft.differs))


def _from_then_on(scope: Scope, rest: Proposal, frequency: Frequency) -> Scope:
    """The scope of the second step: a limit of now is over where they said so, and their figures are not."""
    if not rest.outlasts_limit:
        return scope
    position = replace(scope.position, stated_limit=rest.amount, limit_per=frequency)
    return replace(scope, position=position)


def _below_minimum(
    scope: Scope,
    belief: Belief,
    proposal: Proposal,
    first: tuple[Instalment, ...],
    then: Regular,
    begins_on: date | None,
) -> Draft | Refer:
    """Nothing until the second sum begins, where that is soon enough; else a person decides on both.

    `scope` is that of the second step.
    """
    begins = (on for on in (then.on, begins_on) if on is not None and on <= scope.bounds.latest_first_on)
    on = next(begins, None)
    draft = None if on is None else regular(replace(then, on=on), scope)
    if draft is not None and not (scope.position.said.hardship and draft.asks_more):
        return replace(draft, differs=(Reason.BELOW_MINIMUM, *draft.differs))
    why = Reason.MINIMUM_ABOVE_STATED_LIMIT
    theirs = rest_as_named(scope, first, then, then.on or first[-1].on, ())
    asked = None if theirs is None or theirs.asks_more else theirs.offer
    approval = None if asked is None else approval_of(scope, belief, proposal, asked, why)
    return Refer((why,), scope.bounds, approval)


def _first_step(first_on: date, frequency: Frequency, count: int | None, until: date | None) -> list[date]:
    days = due_dates(first_on, frequency)
    if count is not None:
        return list(islice(days, count))
    return [] if until is None else list(takewhile(lambda day: day < until, days))
