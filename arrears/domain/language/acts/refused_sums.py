"""Sums that somebody says they cannot pay: "I can't do 800 after all", 800太多了."""

from __future__ import annotations

from datetime import date

from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.offered.context import refused
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks, sentences
from arrears.domain.money import Currency, Money
from arrears.domain.people import Language

_SUPPOSED = compiled(
    r"\b(?:if|unless|in\s+case|suppose|when|once|until|afraid|worried|might|may)\b"
    r"|如果|要是|万一|假如|怕|担心|可能|的话|会不会"
)


def refused_sums(text: str, language: Language, currency: Currency, today: date) -> frozenset[Money]:
    """The sums of its sentences that are refused there.

    Of a question, a fear or a supposition none, nor those of a day.
    """
    found = set[Money]()
    for each in sentences(text):
        if asks(each) or _SUPPOSED.search(fold(each)):
            continue
        wanted = Wanted(scope=Scope.ALL, money_meant=True, offers=False)
        readings = survey(each, language=language, today=today, currency=currency, wanted=wanted)
        if not readings.dates:
            found |= {one.money for one in readings.amounts if one.money and refused(fold(each), one.span)}
    return frozenset(found)
