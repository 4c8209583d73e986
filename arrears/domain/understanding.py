"""A text on its own, outside any conversation: what is asked about it, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from arrears.domain.language.entity import Entity
from arrears.domain.money import Currency
from arrears.domain.people import Language

READ_AT_ONCE = 64
"""The most texts whose intents are asked for at once."""


@dataclass(frozen=True, slots=True)
class TextToRead:
    """A text, and the language of its conversation, which decides where the text itself does not."""

    text: str  # personal data
    language: Language


@dataclass(frozen=True, slots=True)
class ReadText:
    """The language a text is written in, and its intents."""

    language: Language
    intents: tuple[tuple[str, float], ...]  # with their confidences, in the order of the text


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known around a text; None where it is not."""

    today: date  # on the borrower's calendar
    language: Language | None = None  # of the conversation
    currency: Currency | None = None  # of the account
    identity_asked: bool = False  # whether it answers the question who they are
    account_last4: str | None = None  # personal data

    @property
    def spoken(self) -> Language:
        """The language where neither the text nor the conversation decides."""
        return self.language or Language.EN

    def currency_of(self, written: Language) -> Currency:
        """The account's currency; where nobody says, that of the conversation's language, or the text's."""
        if self.currency is not None:
            return self.currency
        return Currency.CNY if (self.language or written) is Language.ZH else Currency.USD

    def answers_identity(self, text: str) -> bool:
        """Whether digits in the text are an answer to the identity question."""
        if self.identity_asked:
            return True
        last4 = self.account_last4
        return last4 is not None and re.search(rf"(?<!\d){re.escape(last4)}(?!\d)", text) is not None


@dataclass(frozen=True, slots=True)
class Understood:
    """All that a text says."""

    language: Language  # it is written in
    intents: tuple[tuple[str, float], ...]  # with their confidences, in the order of the text
    entities: tuple[Entity, ...]  # in the order of the text
