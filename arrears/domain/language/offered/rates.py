"""Bare numbers beside a rate of interest, which may be rates as well: 31.5 percent now, it was 24."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from arrears.domain.language.readings import AmountReading, Certainty, PercentReading, ShareOf
from arrears.domain.language.script.fold import compiled

_BARE = compiled(r"\d{1,2}(?:\.\d{1,2})?")
_PER = compiled(r"\s+(?:a|per|every)\s+(?:month|year|week|day)\b")
_MONEY_AFTER = compiled(r"\s*(?:dollars?|bucks?|usd|块|元)")


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
