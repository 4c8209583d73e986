"""A mere day of the month, and the month that the same turn names for it.

"Not before April, on the 12th" is 12 April, whatever the next 12th is: 12号还行不行，从4月开始. So is the day
that follows on a month: "maybe 50 in December? the 11th?".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from arrears.domain.language.dates.days import calendar_day
from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.offered.beside_words import BARE_DAY, EACH_MONTH, GOES_ON, MONTH_SAID
from arrears.domain.language.readings import Certainty, DateProblem, DateReading
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import compiled, fold

_NOT_BEFORE = compiled(
    r"(?:\b(?:from|start(?:s|ing)?(?:\s+(?:in|from))?|beginning(?:\s+in)?|not\s+before)"
    r"|\b(?:delayed|held|pushed|stuck|postponed|late|not|nothing|won'?t|can'?t|don'?t)\b[^.;!?]{0,24}\b(?:till?|until|to))"
    rf"\s+(?:the\s+)?(?:mid|middle\s+of|early|late|end\s+of|start\s+of)?[\s-]?{MONTH_NAME}\b\W*$"
    r"|(?:从|等到?|推迟?到|延迟?到|拖到)[^,.;\uff0c\u3002]{1,4}$"
)
_THEN = compiled(
    r"\b(?:then|after\s+that|afterwards?|followed\s+by|the\s+(?:rest|remainder|other))\b|然后|[之以]后|后面|往后|接着|剩|其余|余下|余款"
)
"""What comes before is paid before: "600 on the 22nd, then 125 a month on the 25th starting in July"."""
_FROM_THEN_ON = compiled(r"份?(?:[初中底]|[上中下]旬)?(?:开始|起|才|[之以]后)")

_THEN_ON = compiled(
    r"(?:(?!\b(?:or|not|before|until|till?|instead|no|every|each|monthly|now|and\s+then|gets?|bonus)\b|,\s*(?:i|we)\b|还是|或|不|每|现在|先|奖金|发)[^\n]){0,30}"
)
"""Between a month and a day of it: "in December? the 11th?"."""


def is_bare(one: DateReading) -> bool:
    """Whether the number of a day is all that is said of it."""
    return BARE_DAY.fullmatch(fold(one.words)) is not None


def with_its_month(text: str, found: Sequence[DateReading]) -> list[DateReading]:
    """The dates; a bare day after a later one may be of that one's month: 四月十五号五百 二十号五百.

    Where nothing is to be paid before a month that they name, it is of that month.
    """
    first = _first_month(text, found) if any(one.on and is_bare(one) for one in found) else None
    result = list(found)
    if first is not None:
        month, at = first
        before = [one for one in found if _THEN.search(text[one.span[1] : at])]
        meant = _beside_their_month(text, found) or found
        result = [_in_month(one, month) if one in meant and one not in before else one for one in found]
    for at, (left, right) in enumerate(pairwise(result), start=1):
        known = _has_month(left) or (
            is_bare(left)
            and GOES_ON.fullmatch(text, left.span[1], right.span[0])
            and not EACH_MONTH.search(text)
        )
        if left.on and right.on and right.on < left.on and known and is_bare(right):
            other = calendar_day(left.on.year, left.on.month, right.on.day)
            others = (other,) if other else ()
            result[at] = replace(_unsure(right), alternatives=(*others, *right.alternatives))
    return result


def _first_month(text: str, found: Sequence[DateReading]) -> tuple[date, int] | None:
    """The first day of the one month before which nothing is paid, or that a day follows on, and where."""
    months = {
        month.replace(day=1): one.span[0]
        for one in found
        if (month := _month_of(one)) is not None
        and (_NOT_BEFORE.search(text[: one.span[1]]) or _FROM_THEN_ON.match(text, one.span[1]))
    }
    if not months:
        months = {
            month.replace(day=1): left.span[0]
            for left, right in pairwise(found)
            if (month := _month_of(left)) is not None
            and is_bare(right)
            and _THEN_ON.fullmatch(fold(text), left.span[1], right.span[1])
        }
    return months.popitem() if len(months) == 1 else None


def _beside_their_month(text: str, found: Sequence[DateReading]) -> list[DateReading]:
    """The month and the bare days of its clause: "600 on the 22nd, then 125 on the 25th starting July"."""
    at = [clause(text, one.span) for one in found if _month_of(one) is not None]
    beside = [one for one in found if any(start <= one.span[0] < end for start, end in at)]
    return beside if any(is_bare(one) for one in beside) else []


def _month_of(one: DateReading) -> date | None:
    """A day of the month that was named without a day of it."""
    if one.problem is not DateProblem.AMBIGUOUS or not _has_month(one):
        return None
    return one.month or next(iter(one.alternatives), None)


def _in_month(one: DateReading, month: date) -> DateReading:
    """A bare day in that month, where the next one comes before it; the month itself is no day besides."""
    named = _month_of(one)
    if named is not None and named.replace(day=1) == month:
        return _unsure(one)
    on = None if one.on is None or one.on >= month else calendar_day(month.year, month.month, one.on.day)
    if on is None or not is_bare(one):
        return one
    certainty = one.certainty if one.certainty is Certainty.UNSURE else Certainty.LIKELY
    return replace(one, on=on, certainty=certainty)


def _has_month(one: DateReading) -> bool:
    return MONTH_SAID.search(one.words.lower()) is not None


def _unsure(one: DateReading) -> DateReading:
    return replace(one, certainty=Certainty.UNSURE)
