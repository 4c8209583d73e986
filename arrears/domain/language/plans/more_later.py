"""A sum now and a larger one that they could pay at a later time: "90 now at most, 250 from September".

现在最多90，九月以后能还250. Both are regular sums where the later one has its month. Of one that only
might be ("once I'm back at work", "could go up to 250") nothing is offered yet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.plans.first_and_rest import EITHER
from arrears.domain.language.plans.two_steps import is_end
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold

_LATER = compiled(
    r"\b(?:then|after(?:wards?|\s+that)?|from|start(?:s|ing)?|beginning|as\s+of|once|when|later|until|till?)\b"
    r"|然后|[之以]后|后面|往后|起|开始|等"
)
_ONCE_AFTER = compiled(
    r"(?:\s+(?:a|per|each|every)\s+\w+)?\s+(?:once|when|after|from|start(?:s|ing)?|beginning|as\s+of)\b"
)
_COULD = compiled(
    r"\b(?:can|could|able\s+to|(?:i|we)(?:'?ll|\s+will)|up\s+to|back\s+(?:up\s+)?to)\b|能|可以|还得起|[还付交]"
)
_NO_OFFER = compiled(
    r"\b(?:you|u|your|paid|was|were|asked|wanted|can'?t|cannot|couldn'?t|not|never|too\s+(?:much|high)|"
    r"(?:other|remaining)\s+months?|others?|otherwise|normal(?:ly)?|usual(?:ly)?)\b"
    r"|你|您|不|没|太|其他|其它|其余|别的月|平时|平常"
)
"""What is no sum of theirs, or one of the months beside some that are lighter."""
_NEAR = 16
"""Characters after a sum that may say what it is."""
_CLAUSE = compiled(r"[,.;!?\n\uff0c\u3002\uff1b\u3001]|\b(?:but|and|though)\b|但")


_UNCERTAIN = compiled(r"\bup\s+to\b|\b(?:if|once|when|maybe|might|hopefully)\b|等|如果|要是|也许|可能|说不定")
"""Beside the later sum: what it depends on is no offer."""
_FROM_THEN_ON = compiled(r"份?(?:[之以]?后|开始|起)")
_NOW = compiled(
    r"\b(?:now|currently|at\s+the\s+moment|(?:un)?till?\s+then|before\s+(?:then|that)|for\s+the\s+time\s+being)\b"
    r"|现在|目前|眼下|暂时|[之以]前|这几个月|到时候?之前"
)


@dataclass(frozen=True, slots=True)
class NowAndMore:
    """What they can pay now, in their words and as it was read, and the larger sum that is to follow."""

    words: str
    now: Readings
    more: AmountReading
    turns_on: date | None  # from when on it is offered; None where it only might be


def now_and_more(text: str, readings: Readings) -> NowAndMore | None:
    """Both sums, whichever was said first; None where no more is to come later."""
    plain = fold(text)
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM and each.money is not None]
    if len(plain) != len(text) or (len(sums), len(readings.amounts)) != (2, 2):
        return None
    if EITHER.search(plain[sums[0].span[1] : sums[1].span[0]]):
        return None
    if _is_more(*sums):
        return _more_last(text, plain, readings, *sums)
    return _more_first(text, plain, readings, *sums) if _is_more(sums[1], sums[0]) else None


def _more_last(
    text: str, plain: str, readings: Readings, now: AmountReading, more: AmountReading
) -> NowAndMore | None:
    turn = _turn(plain, readings, now, more)
    if turn is None:
        return None
    told = plain[turn : more.span[1] + _NEAR]
    turns_on = _begins_on(plain, [day for day in readings.dates if day.span > now.span], told)
    offers = turns_on is not None or _COULD.search(told)
    if not offers or _NO_OFFER.search(told):
        return None
    said = readings.plan.frequency_span
    rhythm = readings.frequency if said is not None and said[0] < turn else None
    days = tuple(day for day in readings.dates if day.on is not None and day.span[0] < turn)
    alone = replace(now, certainty=Certainty.SURE)
    alone_now = replace(readings, amounts=(alone,), dates=days, frequency=rhythm)
    return NowAndMore(text[:turn], alone_now, more, turns_on)


def _more_first(
    text: str, plain: str, readings: Readings, more: AmountReading, now: AmountReading
) -> NowAndMore | None:
    """The later sum has its time, and the one after it is called that of now."""
    clauses = [each.start() for each in _CLAUSE.finditer(plain, more.span[1], now.span[0])]
    turn = clauses[-1] if clauses else now.span[0]
    begins = [day for day in readings.dates if day.span[0] < turn]
    told = plain[:turn]
    turns_on = _begins_on(plain, begins, told)
    other_days = any(not _NOW.search(day.words.lower()) for day in readings.dates if day.span[0] >= turn)
    if turns_on is None or not _NOW.search(plain, turn) or _NO_OFFER.search(told) or other_days:
        return None
    said = readings.plan.frequency_span
    rhythm = readings.frequency if said is not None and said[0] >= turn else None
    alone = replace(now, certainty=Certainty.SURE)
    return NowAndMore(
        text[turn:], replace(readings, amounts=(alone,), dates=(), frequency=rhythm), more, turns_on
    )


def _begins_on(plain: str, days: list[DateReading], told: str) -> date | None:
    """From when on the later sum is offered; None where the words do not say so, or only that it might be."""
    days = [day for day in days if not _NOW.search(day.words.lower())]
    if len(days) != 1 or _UNCERTAIN.search(told):
        return None
    day = days[0]
    begins = is_begin(plain, day) or _FROM_THEN_ON.match(plain, day.span[1])
    return (day.on or day.month) if begins else None


def _is_more(now: AmountReading, more: AmountReading) -> bool:
    return (
        now.money is not None
        and more.money is not None
        and now.money.currency is more.money.currency
        and now.money < more.money
    )


def _turn(plain: str, readings: Readings, now: AmountReading, more: AmountReading) -> int | None:
    """Where the words turn to the later sum; None where they name no time for it."""
    after = [day for day in readings.dates if day.span[0] > now.span[1]]
    others = [day for day in after if not is_end(plain, day, now)]
    leads = _LATER.search(plain, now.span[1], more.span[0])
    begins = [day.span[0] for day in others if day.span[0] < more.span[0]]
    begins = [at for at in begins if _CLAUSE.search(plain, now.span[1], at)]
    if leads is not None:
        begins.append(leads.start())
    if begins:
        return min(begins)
    told = _ONCE_AFTER.match(plain, more.span[1]) is not None
    told = told or any(day.month is not None and day.span[0] > more.span[1] for day in others)
    return now.span[1] if told else None
