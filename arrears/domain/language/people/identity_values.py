"""Answers to the identity question as entities: a birth date, four last digits, a postal code."""

from __future__ import annotations

from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.money.numerals_en import NO_DIGIT_BEFORE
from arrears.domain.language.money.numerals_zh import han_digits
from arrears.domain.language.people.said_digits import in_figures, said_in_english
from arrears.domain.language.readings import Certainty, IdentityReading, Span
from arrears.domain.language.script.fold import compiled

_ZIP = compiled(
    r"(?:\bzip(?:\s?code)?(?:'s)?|\bpost(?:al)?\s?code|邮编|邮政编码)(?:\s*(?:is|was|:|=|是|为|#))*\s*(\d{5,6}|[零一二三四五六七八九]{6})(?![\d零一二三四五六七八九])"
)
_SPOKEN = said_in_english("5")
_ZIP_AFTER = compiled(r"(?<![\d.,$-])(\d{5})\s*(?:is|'s|as)?\s*(?:my|the|our)\s+(?:zip|postal)\b")
_ZIP_SPOKEN = compiled(rf"\b(?:zip(?:\s?code)?(?:'s)?|postal\s+code)(?:\s+(?:is|was|it'?s))?\s+({_SPOKEN})")
_ZIP_SPOKEN_AFTER = compiled(
    rf"{NO_DIGIT_BEFORE}({_SPOKEN})\s+(?:is|'s|as)?\s*(?:my|the|our)\s+(?:zip|postal)\b"
)
_LAST_SIX_ZH = compiled(
    r"[后末][六6]位(?:数字?)?(?:\s*(?:是|为|:|=))*\s*(\d{5}[\dx叉]|[零一二三四五六七八九]{5}[零一二三四五六七八九x叉])(?!\w)"
)
"""Of an identity card, whose last sign may be an X."""
_ZIP_ALONE = compiled(r"^\W*(?:it'?s\s+|zip\s+)?(\d{5})\W*$")


def identity_entities(reading: IdentityReading | None, plain: str, text: str, *, asked: bool) -> list[Entity]:
    """What answers the identity question; `asked` when the turn is such an answer.

    Otherwise four digits alone are one of two things, and so unsure.
    """
    zips = [
        match for each in (_ZIP, _ZIP_AFTER, _ZIP_SPOKEN, _ZIP_SPOKEN_AFTER) for match in each.finditer(plain)
    ]
    found = [_entity(in_figures(match[1]), match.span(1), text) for match in zips]
    if asked and not found and (alone := _ZIP_ALONE.match(plain)):
        found.append(_entity(alone[1], alone.span(1), text, Certainty.LIKELY))
    found += [_entity(_of_card(match[1]), match.span(1), text) for match in _LAST_SIX_ZH.finditer(plain)]
    if reading is None:
        return found
    if reading.birth_on is not None and reading.birth_span is not None:
        found.append(_entity(reading.birth_on.isoformat(), reading.birth_span, text))
    if reading.last4 is not None and reading.last4_span is not None:
        alone_digits = not asked and not any(char.isalpha() for char in plain)
        certainty = Certainty.UNSURE if alone_digits and reading.birth_on is None else Certainty.SURE
        found.append(_entity(reading.last4, reading.last4_span, text, certainty))
    return found


def _of_card(six: str) -> str:
    last = "X" if six[-1] in "x叉" else han_digits(six[-1])
    return han_digits(six[:-1]) + last


def _entity(value: str, span: Span, text: str, certainty: Certainty = Certainty.SURE) -> Entity:
    return Entity(EntityName.IDENTITY, value, span, text[slice(*span)], certainty)
