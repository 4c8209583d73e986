"""What is named beside an offer and is none: what is owed, was paid or is asked, and days of other things.

A value is doubted only where another one of its kind stands: alone, it may be what was meant after all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from arrears.domain.language.offered.bare_days import with_its_month
from arrears.domain.language.offered.beside_words import (
    ALL_OF_IT,
    ALL_THERE_IS,
    ANY_DAY_OF_WEEK,
    AWAY,
    BEGINS,
    FILLS,
    FROM_BEFORE,
    GIVEN_AFTER,
    GIVES_ALL,
    HAPPENS,
    IN_ALL,
    INSTEAD_OF,
    IS_A_DAY,
    IS_A_DAY_ZH,
    IS_THERE,
    ITS_PAYMENT,
    LASTS_TO,
    LATER_BY,
    LESS,
    NO_MONEY_YET,
    NOT_ABOVE,
    NOT_THERE,
    ON_HAND,
    OTHER_SUM,
    PART_OF_IT,
    PARTS,
    PAYDAY,
    PAYS,
    PHONED,
    SO_MUCH_THEN,
    SOURCE,
    TAKES,
    THAT_WAS,
    THIS_TIME,
)
from arrears.domain.language.offered.demands import is_demanded, is_kept_in_part, is_quoted
from arrears.domain.language.offered.taken_back import corrected
from arrears.domain.language.offered.today import says_what_day_it_is
from arrears.domain.language.readings import (
    AmountKind,
    AmountReading,
    Certainty,
    DateProblem,
    DateReading,
    PercentReading,
)
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, blank, has_han

_NEXT_WORDS = 16  # characters after a day in which it is said to be a holiday
_WORDS_ZH = 2  # characters beside a day that say something of it


def doubted_amounts(
    text: str, found: Sequence[AmountReading], dates: Sequence[DateReading]
) -> list[AmountReading]:
    """The amounts, those doubtful that are owed, were paid or are asked for beside one that is offered."""
    sums = [one for one in found if one.kind is AmountKind.SUM]
    given: set[Span] = set()
    for whole in [one for one in found if one.kind is AmountKind.FULL]:
        given |= (all_of := _all_of(text, whole, sums))
        found = [
            replace(one, certainty=Certainty.UNSURE) if all_of and one is whole else one for one in found
        ]
    denied = {one.span for at, one in enumerate(sums) if _is_another(text, one, sums[:at])}
    denied |= {left.span for left, right in pairwise(sums) if _is_lowered(text, left.span, right.span)}
    denied |= {left.span for left, right in pairwise(sums) if PART_OF_IT.match(text, right.span[1])}
    denied |= {
        one.span
        for at, one in enumerate(sums)
        if is_kept_in_part(text, one.span, [each.span for each in sums[at + 1 :]])
    }
    spans = denied - given
    if not all(one.span in spans or one.certainty is Certainty.UNSURE for one in found):
        return [replace(one, certainty=Certainty.UNSURE) if one.span in spans else one for one in found]
    return list(found)


def _is_another(text: str, one: AmountReading, earlier: Sequence[AmountReading]) -> bool:
    """Whether words beside the sum say that it is owed, was paid, or is what we asked for."""
    if GIVEN_AFTER.match(text, one.span[1]):
        return False
    start, _ = clause(text, one.span)
    before = text[max([start, *(each.span[1] for each in earlier)]) : one.span[0]]
    if OTHER_SUM.search(before) or NOT_THERE.match(text, one.span[1]) or THAT_WAS.search(before):
        return True
    return is_quoted(text, one.span)


def _all_of(text: str, whole: AmountReading, sums: Sequence[AmountReading]) -> set[Span]:
    """The sum just named of which all is meant, and not all that is owed: 就剩两百 全给你."""
    if GIVES_ALL.match(text, whole.span[0]) is None:
        return set()
    return {one.span for one in sums if ALL_OF_IT.fullmatch(text, one.span[1], whole.span[0])}


def _is_lowered(text: str, left: Span, right: Span) -> bool:
    """Whether the first is to become the second: from 2 to 1, 一千二能不能降到八百, 这期一千八我给九百."""
    gap, before = text[left[1] : right[0]], text[: left[0]]
    capped = NOT_ABOVE.search(before) and SO_MUCH_THEN.fullmatch(gap)
    if capped or (FROM_BEFORE.search(before) and gap.strip(" $") == "to"):
        return True
    match = LESS.fullmatch(gap)
    return match is not None and (match["to"] is not None or bool(THIS_TIME.search(before)))


def doubted_dates(
    text: str, found: Sequence[DateReading], amounts: Sequence[AmountReading], *, today: date
) -> tuple[DateReading, ...]:
    """The dates, those doubtful that are the days of something else beside one that can be paid on."""
    found = [_unsure(one) if _is_there(text, one) else one for one in with_its_month(text, found)]
    other = [one for one in found if _is_of_something_else(text, one, found, amounts)]
    standing = [one for one in found if one not in other]
    usable = [one for one in standing if _can_be_paid_on(one, today)]
    if not usable:
        awaited = any(one.problem is DateProblem.UNRESOLVED for one in standing)
        ahead = any(one.on is not None and one.on >= today for one in found)
        return tuple(
            _unsure(one)
            if (ahead and (_is_behind(one, today) or one.problem is DateProblem.PAST))
            or (one in other and (awaited or _is_no_day_to_pay(text, one, amounts)))
            else one
            for one in found
        )
    spread = len(amounts) > 1 or PARTS.search(text) is not None
    return tuple(
        _unsure(one) if one in other or _is_beside(one, usable, spread=spread, today=today) else one
        for one in found
    )


def doubted_percents(text: str, found: Sequence[PercentReading]) -> list[PercentReading]:
    """The percentages that stand; one that is too much, or named by others, is doubtful beside another."""
    taken_back = corrected(text, [one.span for one in found])
    found = [one for one in found if one.span not in taken_back]
    demanded = [one for one in found if is_demanded(text, one.span)]
    if len(demanded) == len(found):
        return list(found)
    return [replace(one, certainty=Certainty.UNSURE) if one in demanded else one for one in found]


def doubted_lengths(found: Sequence[DateReading], *, regular: bool) -> tuple[DateReading, ...]:
    """The dates of a turn about a plan: "I need 5 months" is how long it takes.

    So is, beside a `regular` payment, "in 5 weeks": "500 in 5 weeks, 100 a week".
    """
    takes = (TAKES, IN_ALL) if regular else (TAKES,)
    return tuple(
        _unsure(one) if any(each.search(one.words.lower()) for each in takes) else one for one in found
    )


def doubted_weekdays(text: str, found: Sequence[DateReading]) -> tuple[DateReading, ...]:
    """The dates of a fortnightly plan: which of the Fridays it begins on, a weekday alone does not say."""
    return tuple(
        _one_of_them(one)
        if ANY_DAY_OF_WEEK.fullmatch(one.words.lower()) and not BEGINS.search(text[: one.span[0]])
        else one
        for one in found
    )


def _one_of_them(one: DateReading) -> DateReading:
    """As for "every other Friday": the coming one is the likeliest."""
    if one.on is None:
        return _unsure(one)
    unsure = replace(one, on=None, problem=DateProblem.AMBIGUOUS, alternatives=(one.on,))
    return _unsure(unsure)


def _is_no_day_to_pay(text: str, one: DateReading, amounts: Sequence[AmountReading]) -> bool:
    told = says_what_day_it_is(text, one.span) or HAPPENS.match(text, one.span[1])
    if told or AWAY.search(text[: one.span[0]]):
        return True
    return _goes_with_a_demand(text, one, amounts)


def _goes_with_a_demand(text: str, one: DateReading, amounts: Sequence[AmountReading]) -> bool:
    """Whether the day was named by others together with a sum that is not the one offered."""
    start, end = clause(text, one.span)
    inside = [each for each in amounts if start <= each.span[0] < end]
    demanded = bool(inside) and all(each.certainty is Certainty.UNSURE for each in inside)
    return demanded and len(inside) < len(amounts) and is_quoted(text, one.span)


def _is_there(text: str, one: DateReading) -> bool:
    """Whether the event is where money has come from: "I got 650 from my tax refund", 退税的六百五."""
    if one.problem is not DateProblem.UNRESOLVED:
        return False
    return bool(SOURCE.search(text[: one.span[0]]) or IS_THERE.match(text, one.span[1]))


def _is_behind(one: DateReading, today: date) -> bool:
    return one.on is not None and one.on < today


def _can_be_paid_on(one: DateReading, today: date) -> bool:
    """Whether it is a day ahead, or a stretch of days; "this year" is too long for one."""
    stretch = one.problem is DateProblem.AMBIGUOUS and bool(one.alternatives or one.about)
    return stretch or (one.on is not None and one.on >= today)


def _unsure(one: DateReading) -> DateReading:
    return replace(one, certainty=Certainty.UNSURE)


def _is_beside(one: DateReading, usable: Sequence[DateReading], *, spread: bool, today: date) -> bool:
    """Whether the date says nothing of the payment; parts of it may each have one."""
    match one.problem:
        case DateProblem.PAST:
            return True
        case DateProblem.INVALID:
            return not spread and usable[-1].span > one.span
        case DateProblem.UNRESOLVED:
            return not spread
        case _:
            return _is_behind(one, today)


def _is_of_something_else(
    text: str, one: DateReading, found: Sequence[DateReading], amounts: Sequence[AmountReading]
) -> bool:
    """Whether the words around it tell of something on that day, and of no payment."""
    if any(each.span > one.span and PART_OF_IT.match(text, each.span[1]) for each in amounts):
        return False  # "the city pays on the 20th, I can send 2500 of that"
    ends = (one.span[1], max(0, one.span[1] - 1))  # the words of a day may end in its 前
    if any(NO_MONEY_YET.match(text, end) for end in ends):
        return True
    if LATER_BY.fullmatch(one.words) or INSTEAD_OF.search(text[: one.span[0]]):
        return True
    if says_what_day_it_is(text, one.span) or ITS_PAYMENT.match(text, one.span[1]):
        return True
    if (
        _is_quoted(text, one)
        or ON_HAND.match(text, one.span[1])
        or IS_A_DAY.search(text[one.span[0] : one.span[1] + _NEXT_WORDS])
    ):
        return True
    offered = [each.span for each in amounts if each.certainty is not Certainty.UNSURE]
    start, end = _stretch(text, one, found)
    if any(start <= span[0] < end for span in offered):
        return THAT_WAS.search(text[start:end]) is not None
    words = blank(text, [each.span for each in found], " ")[start:end]
    if AWAY.search(text[start : one.span[0]]) or HAPPENS.match(text, one.span[1]) or PHONED.search(words):
        return True
    if THAT_WAS.search(text[start:end]) or (HAPPENS.search(words) and not PAYS.search(words)):
        return True
    holiday = IS_A_DAY_ZH.search(one.words)
    if (holiday or PAYDAY.search(one.words.lower())) and PAYS.search(words) is None:
        return True
    said = FILLS.sub(" ", words).split()
    enough = len("".join(said)) >= _WORDS_ZH if has_han(text) else bool(said)
    return enough and PAYS.search(words) is None


def _is_quoted(text: str, one: DateReading) -> bool:
    """Whether others named the day, or it is how long what there is must last."""
    start, _ = clause(text, one.span)
    before = text[start : one.span[0]]
    lasts = LASTS_TO.match(one.words.lower()) is not None and ALL_THERE_IS.search(before) is not None
    return lasts or is_quoted(text, one.span)


def _stretch(text: str, one: DateReading, found: Sequence[DateReading]) -> Span:
    """The words that a day goes with: in English those before it, as far as there are any."""
    start, end = clause(text, one.span)
    if has_han(text):
        return start, end
    start = max([start, *(each.span[1] for each in found if each.span[1] <= one.span[0])])
    if FILLS.sub(" ", text[start : one.span[0]]).strip():
        return start, one.span[1]
    return one.span[0], min([end, *(each.span[0] for each in found if each.span[0] >= one.span[1])])
