"""A sum now and a larger one that they could pay at a later time: "90 till September, then I could do 250".

现在最多90，九月以后能还250. Of the later one nothing is offered yet.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.plans.first_and_rest import EITHER
from arrears.domain.language.plans.two_steps import is_end
from arrears.domain.language.readings import AmountKind, AmountReading, Certainty, Readings
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


def before_more(text: str, readings: Readings) -> tuple[str, Readings] | None:
    """The words of what they can pay now, and what is read of them; None where no more is to come later."""
    plain = fold(text)
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM and each.money is not None]
    if len(plain) != len(text) or (len(sums), len(readings.amounts)) != (2, 2):
        return None
    now, more = sums
    turn = _turn(plain, readings, now, more)
    if turn is None or not _is_more(now, more) or EITHER.search(plain[now.span[1] : more.span[0]]):
        return None
    told = plain[turn : more.span[1] + _NEAR]
    if not _COULD.search(told) or _NO_OFFER.search(told):
        return None
    said = readings.plan.frequency_span
    rhythm = readings.frequency if said is not None and said[0] < turn else None
    days = tuple(day for day in readings.dates if day.on is not None and day.span[0] < turn)
    alone = replace(now, certainty=Certainty.SURE)
    return text[:turn], replace(readings, amounts=(alone,), dates=days, frequency=rhythm)


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
