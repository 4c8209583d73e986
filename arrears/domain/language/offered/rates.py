"""Bare numbers beside a rate of interest, which may be rates as well: 31.5 percent now, it was 24."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arrears.domain.language.readings import AmountReading, Certainty, PercentReading, ShareOf
from arrears.domain.language.script.fold import compiled

_BARE = compiled(r"\d{1,2}(?:\.\d{1,2})?")
_MEANING = compiled(
    r"(?:\s+off)?(?:[\s?!.,-]+(?:like|as\s+in|meaning|i\s+mean|so|that'?s|我?(?:意思)?是?说?))*[\s?!.,-]+"
)
_PER = compiled(r"\s+(?:a|per|every)\s+(?:month|year|week|day)\b")
_MONEY_AFTER = compiled(r"\s*(?:dollars?|bucks?|usd|块|元)")


def without_shares(
    text: str, found: Sequence[AmountReading], percents: Sequence[PercentReading]
) -> list[AmountReading]:
    """The amounts, less a bare number that is said once more to be a share: 50 off? like 50 percent off."""
    numbers = {one.span: text[slice(*one.span)] for one in found if _BARE.fullmatch(text, *one.span)}
    shares = [(text[slice(*each.span)].lstrip(), each.span[0]) for each in percents]
    again = {
        span
        for span, number in numbers.items()
        for words, start in shares
        if words.startswith(number) and _MEANING.fullmatch(text, span[1], start)
    }
    return [one for one in found if one.span not in again]


def doubted_beside_rates(
    text: str, found: Sequence[AmountReading], percents: Sequence[PercentReading]
) -> list[AmountReading]:
    """The amounts; one below a hundred without a mark of money is doubtful where a rate was named."""
    if not any(one.of is ShareOf.RATE or _PER.match(text, one.span[1]) for one in percents):
        return list(found)
    return [
        replace(one, certainty=Certainty.UNSURE)
        if _BARE.fullmatch(text, *one.span) and not _MONEY_AFTER.match(text, one.span[1])
        else one
        for one in found
    ]
