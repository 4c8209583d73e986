"""A proposal for some months, said over several turns: what is said of other months adds to it.

冬天每月只能还800, then 2月20号先还6000, then 3月起每月2500 are one proposal. What is said of the same months
takes the place of what was said before.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from arrears.domain.language.dates.months import months_through
from arrears.domain.language.dates.season_words import named_seasons
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.readings import Certainty, Frequency, PlanReading, Readings
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import blank, compiled, fold
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import LighterMonths, Proposal
from arrears.domain.negotiation.proposals import is_one_sum, proposal_in
from arrears.domain.negotiation.schedule import months_after
from arrears.domain.plans import Instalment

_A_YEAR, _THREE = 12, 3
_BETWEEN = 2
"""Months at most from the end of a season to the beginning of another sum that are still of that season."""
_OTHERS = compiled(
    r"\b(?:(?:other|remaining)\s+months?|rest\s+of\s+the\s+(?:year|months)|otherwise|outside\s+(?:of\s+)?(?:that|those))\b"
    r"|其[他它余]|别的月|平时|平常"
)


def of_several_months(text: str, readings: Readings, currency: Currency, today: date) -> Proposal | None:
    """The proposal of a turn that names the sum of some months and then others, clause by clause; or None."""
    plain = fold(text)
    cuts = [0, *(clause(plain, each.span)[0] for each in readings.amounts[1:]), len(plain)]
    if len(plain) != len(text) or len(set(cuts)) < _THREE or not named_seasons(plain):
        return None
    so_far: Proposal | None = None
    for start, end in pairwise(cuts):
        words = blank(text, [(0, start), (end, len(text))])
        part = _within(readings, start, end)
        said = proposal_in(words, part, currency, today)
        if so_far is None and (said.lighter is None or said.amount is not None):
            return None
        so_far = said if so_far is None else with_other_months(so_far, said, words, part, today)
        if so_far is None:
            return None
    return so_far


def _within(readings: Readings, start: int, end: int) -> Readings:
    """What is read of one clause; a sum that another clause made doubtful is read back."""
    at, likely = readings.plan.frequency_span, Certainty.LIKELY
    monthly = readings.frequency if at is not None and start <= at[0] < end else None
    sums = tuple(each for each in readings.amounts if start <= each.span[0] < end)
    return replace(
        readings,
        amounts=tuple(
            replace(each, certainty=likely) if each.certainty is Certainty.UNSURE else each for each in sums
        ),
        dates=tuple(each for each in readings.dates if start <= each.span[0] < end),
        frequency=monthly,
        instalment_count=None,
        plan=PlanReading(),
    )


def with_other_months(
    earlier: Proposal | None, said: Proposal, text: str, readings: Readings, today: date
) -> Proposal | None:
    """Both as one proposal; None where neither is of some months, or the later one stands for all of it."""
    if earlier is None:
        return None
    if said.lighter is not None:
        return _then_months(earlier, said, said.lighter)
    lighter = earlier.lighter
    if lighter is None or lighter.amount is None or said.amount is None or _is_more_than_sums(said):
        return None
    begins = _begin(text, readings)
    if begins is not None:
        return _from_then_on(earlier, lighter, said, begins, today)
    if said.frequency is None and (said.on or said.in_month):
        return _once(earlier, lighter, said, today)
    if earlier.amount is None or _OTHERS.search(fold(text)):
        return replace(earlier, amount=said.amount, on=said.on or earlier.on)
    return None


def then_more(
    earlier: Proposal | None, most: Money | None, said: Proposal, text: str, readings: Readings, today: date
) -> Proposal | None:
    """The sum that they called the most, until the day of a larger one that they name afterwards, or None.

    淡季每个月最多300, then 6月开始每个月2500: the second says what comes later, and no more until then.
    """
    if earlier is None or most is None or said.amount is None or earlier.amount != most:
        return None
    begins, rhythm = _begin(text, readings), said.frequency
    if begins is None or begins <= months_after(today, 1) or _INSTEAD.search(fold(text)):
        return None
    one_rhythm = rhythm is not None and earlier.frequency in (None, rhythm)
    parted = earlier.rest or earlier.lighter or said.lighter
    more = _is_more_than_sums(replace(said, frequency=None))
    if not one_rhythm or parted or more or said.amount <= most:
        return None
    then = Proposal(amount=said.amount, on=begins, frequency=rhythm, outlasts_limit=True)
    return replace(earlier, frequency=rhythm, count=None, in_month=None, date_problem=None, rest=then)


_INSTEAD = compiled(
    r"\b(?:instead|rather|actually|scratch|forget|change\w*|skip|nothing|(?:can'?t|not)\b[^.!?\n]*\b(?:until|till|before))\b"
    r"|还是|改|算了|干脆|没|先不|不还|之?前"
)
"""Beside a later sum: it takes the place of the one before, or nothing is paid until then."""


def _is_more_than_sums(said: Proposal) -> bool:
    rhythm = said.frequency not in (None, Frequency.MONTHLY)
    return bool(rhythm or said.full or said.count or said.share_percent or said.rest or said.amount_problem)


def _then_months(earlier: Proposal, said: Proposal, lighter: LighterMonths) -> Proposal | None:
    """Months with their sum, after a payment of one day or the sum of other months."""
    before = earlier.lighter
    if said.amount is not None or lighter.amount is None:
        return None
    if before is None:
        once = Instalment(earlier.on, earlier.amount) if earlier.on and earlier.amount else None
        dated = once is not None and is_one_sum(earlier) and earlier.rest is None
        return replace(said, lighter=replace(lighter, once=(once,))) if dated and once else None
    if before.amount is None or earlier.amount is not None or set(lighter.months) & set(before.months):
        return replace(earlier, lighter=replace(lighter, once=before.once, until=before.until))
    # Of two seasons, the months of neither have the smaller sum.
    less, more = sorted((before.amount, lighter.amount))
    months = before.months if before.amount == more else lighter.months
    others = tuple(month for month in range(1, _A_YEAR + 1) if month not in months)
    return replace(earlier, amount=more, lighter=replace(before, months=others, amount=less))


def _begin(text: str, readings: Readings) -> date | None:
    """The day, or the first of the month, from which on the sum is paid."""
    begin = [day for day in readings.dates if is_begin(fold(text), day)]
    return (begin[0].on or begin[0].month) if len(begin) == len(readings.dates) == 1 else None


def _from_then_on(
    earlier: Proposal, lighter: LighterMonths, said: Proposal, begins: date, today: date
) -> Proposal | None:
    """The sum from then on; the months until then keep theirs, and so do those of later years."""
    first, last, month = lighter.months[0], lighter.months[-1], begins.month
    between = (month - last - 1) % _A_YEAR
    if month == first:
        return None
    up_to_then = month in lighter.months or between <= _BETWEEN
    months = months_through(first, (month - 2) % _A_YEAR + 1) if up_to_then else lighter.months
    on = earlier.on or (None if said.on is None else _first_like(said.on, today))
    return replace(earlier, amount=said.amount, on=on, lighter=replace(lighter, months=months, until=begins))


def _first_like(day: date, today: date) -> date:
    """The first day to come with the number of the day, a month or more before it."""
    ahead = max(0, (day.year - today.year) * _A_YEAR + day.month - today.month)
    days = (months_after(day, -back) for back in range(ahead, -1, -1))
    return next(each for each in days if each > today or each == day)


def _once(earlier: Proposal, lighter: LighterMonths, said: Proposal, today: date) -> Proposal | None:
    """With the payment of one day; that of a month alone is on the number of today in it."""
    on = said.on or (None if said.in_month is None else _in_month(said.in_month, today))
    if on is None or said.amount is None:
        return None
    others = [one for one in lighter.once if (one.on.year, one.on.month) != (on.year, on.month)]
    once = tuple(sorted((*others, Instalment(on, said.amount)), key=lambda one: one.on))
    return replace(earlier, lighter=replace(lighter, once=once))


def _in_month(month: date, today: date) -> date:
    ahead = (month.year - today.year) * _A_YEAR + month.month - today.month
    return months_after(today, ahead) if ahead > 0 else months_after(month, 1) - timedelta(days=1)
