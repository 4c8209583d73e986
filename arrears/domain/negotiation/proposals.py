"""What was read from a turn as a proposal, and a proposal brought up to date by a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from arrears.domain.language.plans.dated_sums import DatedSums, dated_sums
from arrears.domain.language.plans.each_payday import is_each_payday
from arrears.domain.language.plans.first_and_rest import first_and_rest
from arrears.domain.language.plans.graduated import Step, graduated, one_that_ends
from arrears.domain.language.plans.lighter_months import LighterRead, lighter_months
from arrears.domain.language.plans.the_rest import is_part_of_rest, is_rest_alone, rest_day, without_rest
from arrears.domain.language.plans.the_same import same_goes_on
from arrears.domain.language.plans.then_the_rest import then_the_rest
from arrears.domain.language.plans.two_steps import TwoSteps, two_steps
from arrears.domain.language.readings import (
    Certainty,
    DateProblem,
    Frequency,
    Readings,
)
from arrears.domain.money import Currency
from arrears.domain.negotiation.affordability import as_of_now, steps_from_now
from arrears.domain.negotiation.offers import AmountProblem, LighterMonths, Proposal
from arrears.domain.negotiation.read_proposal import names_sum, proposal_from, says_money
from arrears.domain.negotiation.schedule import in_month


def proposal_in(text: str, readings: Readings, currency: Currency, today: date) -> Proposal:
    """The proposal in a turn, with what it says of the rest after a first payment."""
    from_now = steps_from_now(text, readings, today)
    if from_now is not None:
        return _in_steps(from_now, currency, today)
    every = graduated(text, readings, today)
    if every:
        return in_steps(every, today)
    several = dated_sums(text, readings, today)
    if several is not None:
        return _on_days(several, currency, today)
    steps = two_steps(text, readings)
    text, readings = as_of_now(text, readings)
    other_months = lighter_months(text, readings)
    if other_months is not None:
        return _in_some_months(other_months, currency, today)
    if steps is not None:
        return _in_steps(steps, currency, today)
    closing = then_the_rest(text, readings)
    if closing is not None:
        until, on = closing
        return replace(proposal_from(until, currency, today), rest=Proposal(on=on.on, in_month=on.month))
    ends = one_that_ends(text, readings, today)
    if ends is not None:
        return in_steps((ends,), today)
    going_on = same_goes_on(text, readings)
    if going_on is not None:
        return proposal_from(going_on, currency, today)
    parts = first_and_rest(text, readings, today)
    if parts is not None:
        first, rest = (proposal_from(each, currency, today) for each in parts)
        return _with_regular_rest(first, rest, readings)
    if is_each_payday(text, readings):
        said = proposal_from(readings, currency, today)
        payday = said.date_problem is DateProblem.UNRESOLVED
        return replace(said, each_payday=True, date_problem=None if payday else said.date_problem)
    if is_part_of_rest(text, readings):
        # It is read back, so that a day of which nobody can be sure will do: 月底工头结账再说.
        days = tuple(replace(each, certainty=Certainty.LIKELY) for each in readings.dates)
        return proposal_from(replace(readings, dates=days), currency, today)
    day = None if is_rest_alone(text, readings) else rest_day(text, readings)
    if day is None:
        return proposal_from(readings, currency, today)
    first = proposal_from(without_rest(readings, day, text), currency, today)
    return first if day.on is None else _less_own_count(replace(first, rest=Proposal(on=day.on)))


def _less_own_count(said: Proposal) -> Proposal:
    """Without a number that only counts the payments it names: "in two, half now, the rest then"."""
    counted = said.frequency is None and said.count == len(said.parts())
    return replace(said, count=None) if counted else said


def _on_days(several: DatedSums, currency: Currency, today: date) -> Proposal:
    """The payments one after the other, and the rest after them."""
    months = several.rest_count if several.rest_count > 1 else None
    rest = None if several.rest_on is None else Proposal(on=several.rest_on, count=months)
    if several.regular is not None:
        rest = proposal_from(several.regular, currency, today)
    for part in reversed(several.parts):
        rest = replace(proposal_from(part, currency, today), rest=rest)
    return rest or Proposal()


def _in_some_months(read: LighterRead, currency: Currency, today: date) -> Proposal:
    """The regular sums, and that of the months that they named."""
    regular = replace(read.regular, frequency=Frequency.MONTHLY, instalment_count=None)
    own = None if read.amount is None else read.amount.money
    if own is not None and own.currency is not currency:
        return Proposal(amount_problem=AmountProblem.OTHER_CURRENCY)
    return replace(proposal_from(regular, currency, today), lighter=LighterMonths(read.months, own))


def in_steps(steps: Sequence[Step], today: date, before: Proposal | None = None) -> Proposal:
    """Their regular sums one after the other, `before` them what was named: each begins where it ends."""
    amounts = [None if before is None else before.amount, *(step.amount.money for step in steps)]
    proposal: Proposal | None = None
    for at in range(len(steps) - 1, -1, -1):
        step, smaller, amount = steps[at], amounts[at], amounts[at + 1]
        begins = step.starts or (steps[at - 1].until if at else None)
        more = smaller is not None and amount is not None and smaller < amount
        own = Proposal(amount, begins, outlasts_limit=more)
        if smaller is None and not step.dated:
            month = None if step.starts is None else max(step.starts, today.replace(day=1))
            own = Proposal(amount, in_month=month)
        until = step.until if proposal is None else None
        proposal = replace(own, frequency=Frequency.MONTHLY, until=until, rest=proposal)
    return proposal or Proposal()


def _in_steps(steps: TwoSteps, currency: Currency, today: date) -> Proposal:
    """The first regular sums, and the others from their day on."""
    first = proposal_from(steps.first, currency, today)
    more = first.amount is not None and steps.then.money is not None and steps.then.money > first.amount
    then = Proposal(
        amount=steps.then.money, on=steps.turns_on, frequency=first.frequency, outlasts_limit=more
    )
    return replace(first, rest=then)


def _with_regular_rest(first: Proposal, rest: Proposal, readings: Readings) -> Proposal:
    """Both as one proposal; where a sum of either is doubtful, which of them is meant has to be asked."""
    doubtful = any(each.certainty is Certainty.UNSURE for each in readings.amounts)
    unclear = AmountProblem.SEVERAL if doubtful else first.amount_problem or rest.amount_problem
    return replace(
        first,
        rest=replace(rest, amount_problem=None, date_problem=None, in_month=None),
        amount_problem=unclear,
        date_problem=first.date_problem or rest.date_problem,
    )


def merged(earlier: Proposal | None, later: Proposal) -> Proposal:
    """The earlier proposal with all that the later one says; what it leaves open is kept.

    An amount is kept only in its own rhythm: a later frequency alone leaves the amount to be asked for. The
    day for all of it is no first day of regular payments: "all on 30 June", then "40 a month until then".
    """
    if earlier is None:
        return later
    if _only_counts(later, earlier):
        return earlier
    if _in_parts(earlier) and later.rest is None and (later.frequency or later.count):
        return _after_parts(earlier, later)
    base = earlier if not says_money(later) else _without_money(earlier, later)
    changes_rhythm = later.frequency is not None and earlier.frequency not in (None, later.frequency)
    if changes_rhythm and not says_money(later):
        base = replace(_day_of(earlier), frequency=None, count=earlier.count)
    if earlier.full and not later.full and later.frequency is not None:
        base = replace(base, on=None, in_month=None, full=False)
    if (later.full and later.count is None) or later.rest is not None:
        base = replace(base, frequency=None)
    regular = later.frequency is not None or later.count is not None or later.full
    later = replace(later, on=_in_its_month(base.on, later))
    says_day = later.on is not None or later.date_problem is not None
    same_day = later.on == base.on and later.frequency is None  # it begins then: 11月30开始
    return Proposal(
        amount=later.amount or base.amount,
        on=later.on if says_day else base.on,
        month_end=later.month_end or (base.month_end and (same_day or not says_day)),
        count=later.count or base.count,
        frequency=later.frequency or base.frequency,
        full=later.full or base.full,
        share_percent=later.share_percent or base.share_percent,
        amount_problem=later.amount_problem or base.amount_problem,
        date_problem=later.date_problem if says_day else base.date_problem,
        in_month=later.in_month if says_day else base.in_month,
        each_payday=later.each_payday or base.each_payday,
        until=later.until or (None if later.rest else base.until),
        rest=_rest_after(base.rest, later.rest) or (None if regular else base.rest),
        lighter=_lighter(earlier.lighter, later.lighter) or base.lighter,
        outlasts_limit=later.outlasts_limit or base.outlasts_limit,
    )


def _only_counts(later: Proposal, earlier: Proposal) -> bool:
    """Whether it says no more than in how many payments the earlier one is: "right, in two"."""
    parts = earlier.parts()
    once = all(part.frequency is None and part.count is None for part in parts)
    return once and earlier.rest is not None and later == Proposal(count=len(parts))


def _without_money(earlier: Proposal, later: Proposal) -> Proposal:
    """What the earlier one leaves beside another sum: its day, its rhythm and its rest.

    A day of regular payments is that of the regular ones where a first sum comes before them now.
    """
    rest = earlier.rest
    regular_after = later.frequency is None and later.rest is not None and later.rest.frequency is not None
    if earlier.frequency is not None and regular_after:
        return Proposal(rest=replace(_day_of(earlier), amount=earlier.amount, in_month=None))
    return replace(_day_of(earlier), rest=rest)


def _day_of(earlier: Proposal) -> Proposal:
    """Its day and its rhythm alone."""
    return Proposal(
        on=earlier.on,
        month_end=earlier.month_end,
        in_month=earlier.in_month,
        frequency=earlier.frequency,
        until=earlier.until,
    )


def _in_its_month(on: date | None, later: Proposal) -> date | None:
    """The day that it names; in a month that it names alone to begin with, the number of the earlier day."""
    if on is None or later.on is not None or later.in_month is None or later.date_problem is not None:
        return later.on
    return in_month(later.in_month, 0, on.day)


def _rest_after(earlier: Proposal | None, later: Proposal | None) -> Proposal | None:
    """The rest as they say it now: a day alone is that of the sums named before, and those keep their day."""
    if earlier is None or later is None or not _is_regular(earlier):
        return later
    if later == Proposal(on=later.on):
        return replace(earlier, on=later.on, month_end=later.month_end)
    if later.rest is not None or later.frequency is not earlier.frequency:
        return later
    unsaid = later.amount is None and later.count is None and later.share_percent is None
    amount = earlier.amount if unsaid else later.amount
    until = later.until or (earlier.until if amount == earlier.amount else None)
    return replace(later, on=later.on or earlier.on, amount=amount, until=until)


def _is_regular(rest: Proposal) -> bool:
    return rest.rest is None and (rest.frequency is not None or rest.count is not None)


def _lighter(earlier: LighterMonths | None, later: LighterMonths | None) -> LighterMonths | None:
    """The months that they name now, with the sum that they named for such months before."""
    if earlier is None or later is None or later.amount is not None:
        return later
    return replace(later, amount=earlier.amount)


def after_first(earlier: Proposal | None, rest: Proposal) -> Proposal:
    """How what is left is paid, as they say now, after the one sum that they named before, if they did."""
    if earlier is not None and rest.rest is None and earlier.parts()[-1].until is not None:
        return _after_the_end(earlier, rest)
    if earlier is None or rest.rest is not None or not is_one_sum(earlier):
        return merged(earlier, rest)
    return replace(
        earlier,
        rest=replace(rest, amount_problem=None, date_problem=None, in_month=None),
        amount_problem=rest.amount_problem,
        date_problem=rest.date_problem,
    )


def _after_the_end(earlier: Proposal, rest: Proposal) -> Proposal:
    """Regular sums that had an end, and what follows on them."""
    if earlier.rest is not None:
        return replace(earlier, rest=_after_the_end(earlier.rest, rest))
    then = replace(rest, on=rest.on or earlier.until, amount_problem=None, date_problem=None, in_month=None)
    return replace(earlier, until=None, rest=then)


def without_paid(earlier: Proposal) -> Proposal:
    """What is left of it once money has come: the one sum that was named first, and its day, are done."""
    return (earlier.rest or Proposal()) if is_one_sum(earlier) else earlier


def is_one_sum(proposal: Proposal) -> bool:
    """Whether a part of the debt is to be paid once, whatever follows it."""
    once = proposal.frequency is None and proposal.count is None and not proposal.full
    return once and (proposal.amount is not None or proposal.share_percent is not None)


def on_its_own(earlier: Proposal, later: Proposal) -> Proposal:
    """A sum that would clear it, on the day named before; of regular payments named before it is no part."""
    regular = earlier.frequency is not None or earlier.count is not None or earlier.rest is not None
    return later if regular else merged(earlier, later)


def _in_parts(proposal: Proposal) -> bool:
    """Whether it is a first sum and regular ones after it."""
    rest = proposal.rest
    return rest is not None and (rest.amount is not None or rest.count is not None)


def _after_parts(earlier: Proposal, later: Proposal) -> Proposal:
    """A rhythm or a number alone is that of the regular sums; with a sum of its own it stands for all."""
    if earlier.rest is None or names_sum(later):
        return later
    on = earlier.on if later.on is None else later.on
    return replace(earlier, on=on, rest=merged(earlier.rest, replace(later, on=None)))
