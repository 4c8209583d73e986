"""A text read for what it offers and for what it says of means, together: each takes words from the other."""

from __future__ import annotations

from datetime import date

from arrears.domain.language.means.told_means import Means, means_in
from arrears.domain.language.read import read
from arrears.domain.language.readings import Readings
from arrears.domain.money import Currency
from arrears.domain.people import Language


def read_both(text: str, language: Language, today: date, currency: Currency) -> tuple[Readings, Means]:
    """What the text offers, and what it says of means: how often these come is no rhythm of an offer."""
    means = means_in(text, language=language, today=today, currency=currency)
    rhythms = means.rhythm_spans
    return read(text, language=language, today=today, currency=currency, other_rhythms=rhythms), means
