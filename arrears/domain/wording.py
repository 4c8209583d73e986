"""Numbers and dates put into reviewed templates, in English and Mandarin. No sentence is composed here."""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from arrears.domain.cases import Balance
from arrears.domain.money import display
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.domain.offer_wording import offer_reminded, offer_said
from arrears.domain.people import Channel, Language

CONVERSED = frozenset({Channel.SMS, Channel.VOICE, Channel.WEB})
"""The channels over which a conversation is held."""


@dataclass(frozen=True, slots=True)
class Template:
    """One reviewed message."""

    key: str
    text: str
    speaks_of_debt: bool
    channels: frozenset[Channel] = CONVERSED  # those it may be used over
    first_party: bool = False  # true only of a lender that collects its own loans

    @property
    def fields(self) -> frozenset[str]:
        """The placeholders the engine fills."""
        return fields_of(self.text)


def fields_of(text: str) -> frozenset[str]:
    """The placeholders in a text."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every message in every language, of one version each."""

    versions: dict[Language, str]
    templates: dict[tuple[Language, str], Template]
    phrases: dict[tuple[Language, str], str]
    spoken: dict[tuple[Language, str], str] = field(default_factory=dict)
    """What is said on a call in place of a message or a phrase: shorter, one question at a time."""


@dataclass(frozen=True, slots=True)
class Said:
    """A rendered message: the words, and whether they say anything about a debt. Personal data."""

    text: str
    speaks_of_debt: bool
    key: str


def say(
    catalog: Catalog, language: Language, key: str, channel: Channel | None = None, /, **values: str
) -> Said:
    """The message with its placeholders filled, on a call in its words for the ear where it has some.

    Raises: KeyError for an unknown key or a missing value.
    """
    template = catalog.templates[language, key]
    text = _for_channel(catalog, language, key, channel) or template.text
    return Said(text.format_map(values), template.speaks_of_debt, key)


def phrase(
    catalog: Catalog, language: Language, key: str, channel: Channel | None = None, /, **values: str
) -> str:
    """A part of a sentence. Raises: KeyError for an unknown phrase or a missing value."""
    text = _for_channel(catalog, language, key, channel) or catalog.phrases[language, key]
    return text.format_map(values)


def _for_channel(catalog: Catalog, language: Language, key: str, channel: Channel | None) -> str | None:
    return catalog.spoken.get((language, key)) if channel is Channel.VOICE else None


_CHINESE_STOPS = ("。", "？", "！", "；", "：", "）")


def one_text(language: Language, texts: Iterable[str]) -> str:
    """Several messages as one text of the language; in Chinese no space follows a full stop."""
    whole = ""
    for text in texts:
        together = not whole or (language is Language.ZH and whole.endswith(_CHINESE_STOPS))
        whole += text if together else f" {text}"
    return whole


def date_words(catalog: Catalog, language: Language, day: date) -> str:
    """A calendar day with its weekday: "Monday 2 March 2026", "2026年3月2日（周一）"."""
    return phrase(
        catalog,
        language,
        "date",
        weekday=catalog.phrases[language, "weekdays"].split()[day.weekday()],
        day=str(day.day),
        month=catalog.phrases[language, "months"].split()[day.month - 1],
        month_number=str(day.month),
        year=str(day.year),
    )


def component_words(catalog: Catalog, language: Language, balance: Balance) -> str:
    """The balance by component, those that are zero left out."""
    parts = (("principal", balance.principal), ("interest", balance.interest), ("fees", balance.fees))
    named = [
        phrase(catalog, language, f"component.{name}", amount=display(amount))
        for name, amount in parts
        if amount
    ]
    return ("，" if language is Language.ZH else ", ").join(named)


def offer_words(catalog: Catalog, language: Language, offer: Offer, channel: Channel | None = None) -> str:
    """An offer of any kind in plain words, every amount and day in it; on a call, only what one remembers."""
    return offer_said(_Words(catalog, language, channel), offer)


def wish_words(catalog: Catalog, language: Language, wish: Proposal) -> str | None:
    """When somebody would pay, by their own words, and how often; None without a sum, or where it says more.

    Without the sum, which may not be said while something is checked.
    """
    if wish.amount is None or wish.on is None or wish.rest is not None or wish.lighter is not None:
        return None
    day = date_words(catalog, language, wish.on)
    if wish.frequency is None:
        return None if wish.count else phrase(catalog, language, "wish.once", day=day)
    often = phrase(catalog, language, f"frequency.{wish.frequency}")
    return phrase(catalog, language, "wish.regular", day=day, frequency=often)


def reminder_words(catalog: Catalog, language: Language, offer: Offer) -> str | None:
    """What an offer comes to, for who has heard all of it; None where only the whole says it."""
    return offer_reminded(_Words(catalog, language, None), offer)


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of one language, for a channel where it matters."""

    catalog: Catalog
    language: Language
    channel: Channel | None

    @property
    def brief(self) -> bool:
        return self.channel is Channel.VOICE

    def part(self, key: str, /, **values: str) -> str:
        return phrase(self.catalog, self.language, key, self.channel, **values)

    def day(self, day: date, after: date | None = None) -> str:
        """Without its weekday after another one, and without its year when that is the same."""
        if after is None:
            return date_words(self.catalog, self.language, day)
        return phrase(
            self.catalog,
            self.language,
            "date.same_year" if day.year == after.year else "date.other_year",
            day=str(day.day),
            month=self.catalog.phrases[self.language, "months"].split()[day.month - 1],
            month_number=str(day.month),
            year=str(day.year),
        )

    def days(self, days: Iterable[str]) -> str:
        return ("、" if self.language is Language.ZH else ", ").join(days)

    def items(self, items: Iterable[str]) -> str:
        if self.brief:
            return ("，然后" if self.language is Language.ZH else ", then ").join(items)
        return ("；" if self.language is Language.ZH else "; ").join(items)
