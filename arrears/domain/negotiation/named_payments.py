"""Payments that they named one after the other: on days of their own, or in steps.

"500 on the 1st, 500 on the 15th and the rest in January"; "100 a month until March, then 200"; "150 until
May, then 900 through September", of which what they leave stays due.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    if proposal.amount_problem is not None or (rest is None and proposal.until is None):
        return None
    if proposal.frequency is not None:
        return _in_steps(scope, belief, proposal)
    if rest is None:
        return None
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


def _in_steps(scope: Scope, belief: Belief, proposal: Proposal) -> Draft | Refer | None:
    """Payments of each sum until the next one begins, or so many of the first; then those of the last.

    Before a step they are never asked for more than they named, and after an end that they named for nothing.
    """
    frequency, each = proposal.frequency, named_amount(proposal, scope.balance)
    if frequency is None or each is None:
        return None
    rest = proposal.rest
    if rest is not None and (rest.on or rest.in_month) and _is_open(rest):
        return _then_all(scope, proposal, frequency, each, rest)
    *before, last = proposal.parts()
    first_on, dated = scope.first_day(proposal.on, proposal.in_month)
    first = _before_last(scope, proposal, first_on)
    covered = total([one.amount for one in first], scope.balance.currency) >= scope.balance
    rhythms = {step.frequency for step in (*before, last)} - {None}
    if last.amount is None or covered or (before and not first) or len(rhythms) > 1:
        return None
    goes_on = next(islice(due_dates(first_on, frequency), len(first), None))
    then, later = Regular(last.amount, None, frequency, goes_on), _from_then_on(scope, last, frequency)
    if last.until is not None:
        ends = _ending(later, first, then, last.until)
        if ends is not None:
            return ends if isinstance(ends, Refer) else replace(ends, differs=(*dated, *ends.differs))
    if not first:
        return None
    if all(one.amount >= scope.bounds.min_instalment for one in first):
        return rest_as_named(later, first, then, goes_on, dated)
    return _below_minimum(later, belief, proposal, first, then, last.on)


def _before_last(scope: Scope, proposal: Proposal, first_on: date) -> tuple[Instalment, ...]:
    """The payments of all steps but the last; none where one of them has none, or is more than they can."""
    found = list[Instalment]()
    frequency = proposal.frequency or Frequency.MONTHLY
    for step, then in pairwise(proposal.parts()):
        amount = named_amount(step, scope.balance)
        days = _until(islice(due_dates(first_on, frequency), len(found), None), step.count, then.on)
        in_step = _from_then_on(scope, step, frequency)
        high, _ = limits.affordable(in_step.position, frequency, frequency, scope.balance)
        if amount is None or not days or not 0 < amount.minor <= high.minor:
            return ()
        found += [Instalment(day, amount) for day in days]
    return tuple(found)


def _ending(scope: Scope, first: tuple[Instalment, ...], last: Regular, until: date) -> Draft | Refer | None:
    """The payments up to their end, where they leave something: it stays due, and nothing is asked after it.

    None where all is paid before the end. What the lender does not allow so is for a person.
    """
    each, on = last.amount, last.on
    if each is None or on is None:
        return None
    left = scope.balance - total([one.amount for one in first], scope.balance.currency)
    days = list(takewhile(lambda day: day < until, due_dates(on, last.frequency)))
    if each * len(days) >= left:
        return None
    high, cap = limits.affordable(scope.position, last.frequency, last.frequency, scope.balance)
    sums = (*first, *(Instalment(day, each) for day in days))
    enough = all(one.amount >= scope.bounds.min_instalment for one in sums)
    draft = _as_they_are(scope, sums) if days and enough and each <= high else None
    if draft is None:
        why = cap if each > high else Reason.BELOW_MINIMUM if not enough else Reason.TYPE_NOT_HERE
        return Refer((why,), scope.bounds)
    rhythm = last.frequency if len(sums) > 1 else None
    return replace(draft, offer=replace(draft.offer, frequency=rhythm))


def _is_open(rest: Proposal) -> bool:
    """Whether it is all that is left on its day."""
    return rest == Proposal(on=rest.on, in_month=rest.in_month)


def _then_all(
    scope: Scope, proposal: Proposal, frequency: Frequency, each: Money, rest: Proposal
) -> Draft | Refer | None:
    """Payments of one sum until the day of the rest, or its month, and then all that they leave."""
    first_on, dated = scope.first_day(proposal.on, proposal.in_month)
    until = rest.on or rest.in_month or first_on
    until = until.replace(day=1) if frequency is Frequency.MONTHLY else until
    days = list(takewhile(lambda day: day < until, due_dates(first_on, frequency)))
    left = scope.balance - each * len(days)
    high, _ = limits.affordable(scope.position, frequency, frequency, scope.balance)
    if not days or not scope.bounds.min_instalment <= each <= high:
        return None
    most = limits.once(scope)
    if left.minor <= 0:
        return None
    if left > most.high:  # what is left is more than they can pay at once: it stays due, and is said to
        ends = _ending(scope, (), Regular(each, None, frequency, first_on), until)
        return replace(ends, differs=(most.cap, *dated, *ends.differs)) if isinstance(ends, Draft) else ends
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
) -> Draft | Refer | None:
    """Nothing until the second sum begins, where that is soon enough; else a person decides on both.

    Relief has a minimum of its own: who is in difficulty is offered that where nobody may decide.
    `scope` is that of the second step.
    """
    in_need = scope.position.said.hardship
    begins = (on for on in (then.on, begins_on) if on is not None and on <= scope.bounds.latest_first_on)
    on = None if in_need else next(begins, None)
    draft = None if on is None else regular(replace(then, on=on), scope)
    if draft is not None:
        return replace(draft, differs=(Reason.BELOW_MINIMUM, *draft.differs))
    why = Reason.MINIMUM_ABOVE_STATED_LIMIT
    theirs = rest_as_named(scope, first, then, then.on or first[-1].on, ())
    asked = None if theirs is None or theirs.asks_more else theirs.offer
    approval = None if asked is None else approval_of(scope, belief, proposal, asked, why)
    return None if in_need and approval is None else Refer((why,), scope.bounds, approval)


def _until(days: Iterator[date], count: int | None, until: date | None) -> list[date]:
    if count is not None:
        return list(islice(days, count))
    return [] if until is None else list(takewhile(lambda day: day < until, days))
