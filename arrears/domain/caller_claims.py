"""What a caller says of themselves, one thing after another, and what to ask them next. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from arrears.domain.language.people.identity_spoken import spoken_identity
from arrears.domain.language.read import read
from arrears.domain.language.readings import IdentityReading
from arrears.domain.loan_references import references_in
from arrears.domain.money import Currency
from arrears.domain.people import Language

WRONG_MAX = 3
"""Wrong answers on one call before it is ended."""

UTTERANCES_MAX = 15
"""Utterances on one call in which somebody may say who they are."""

_KEYED_DATE = re.compile(r"\D*(\d{2})\D?(\d{2})\D?(\d{4})\D*")
_KEYED_FOUR = re.compile(r"(?:\D*\d){4}\D*")


class Asking(StrEnum):
    """What the caller is asked for."""

    REFERENCE = "reference"
    BIRTH = "birth"
    LAST4 = "last4"


@dataclass(frozen=True, slots=True)
class Claims:
    """What was said so far. Personal data."""

    references: tuple[str, ...] = ()  # every spelling the loan's number may have
    birth_on: date | None = None
    last4: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said of themselves yet."""
        return self == Claims()

    @property
    def missing(self) -> Asking | None:
        """What has not been said yet, asked for in this order."""
        if not self.references:
            return Asking.REFERENCE
        if self.birth_on is None:
            return Asking.BIRTH
        return Asking.LAST4 if self.last4 is None else None

    @property
    def identity(self) -> IdentityReading:
        """The answers to the identity question."""
        return IdentityReading(self.birth_on, self.last4, None, None)


def claimed(
    claims: Claims, text: str, *, language: Language, today: date, prefixes: Iterable[str] = ()
) -> Claims:
    """The claims with what the utterance adds; what was said first stands until all is checked."""
    asked = claims.missing
    if asked is Asking.REFERENCE:
        said = read(text, language=language, today=today, currency=Currency.USD).identity
    else:
        said = spoken_identity(text, today)
    birth_on = None if said is None else said.birth_on
    last4 = None if said is None else said.last4
    if asked is Asking.BIRTH and birth_on is None:
        birth_on = _keyed_date(text, language)
    if asked is Asking.LAST4 and last4 is None and _KEYED_FOUR.fullmatch(text):
        last4 = re.sub(r"\D", "", text)
    return replace(
        claims,
        references=claims.references or (references_in(text, prefixes) if asked is Asking.REFERENCE else ()),
        birth_on=claims.birth_on or birth_on,
        last4=claims.last4 or last4,
    )


def _keyed_date(text: str, language: Language) -> date | None:
    """Eight digits: month, day and year; in Mandarin the year first."""
    digits = re.sub(r"\D", "", text)
    if len(digits) != 8 or (_KEYED_DATE.fullmatch(text) is None and digits != text.strip()):
        return None
    year, month, day = (
        (digits[:4], digits[4:6], digits[6:])
        if language is Language.ZH
        else (digits[4:], digits[:2], digits[2:4])
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
