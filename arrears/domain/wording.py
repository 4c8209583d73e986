"""Numbers and dates put into reviewed templates, in English and Mandarin. No sentence is composed here."""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import date

from arrears.domain.cases import Balance
from arrears.domain.money import Money, display, total
from arrears.domain.negotiation.offers import Offer
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
        return frozenset(name for _, name, _, _ in string.Formatter().parse(self.text) if name)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every message in every language, of one version each."""

    versions: dict[Language, str]
    templates: dict[tuple[Language, str], Template]
    phrases: dict[tuple[Language, str], str]


@dataclass(frozen=True, slots=True)
class Said:
    """A rendered message: the words, and whether they say anything about a debt. Personal data."""

    text: str
    speaks_of_debt: bool
    key: str


def say(catalog: Catalog, language: Language, key: str, **values: str) -> Said:
    """The message with its placeholders filled. Raises: KeyError for an unknown key or a missing value."""
    template = catalog.templates[language, key]
    return Said(template.text.format_map(values), template.speaks_of_debt, key)


def phrase(catalog: Catalog, language: Language, key: str, **values: str) -> str:
    """A part of a sentence. Raises: KeyError for an unknown phrase or a missing value."""
    return catalog.phrases[language, key].format_map(values)


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


def offer_words(catalog: Catalog, language: Language, offer: Offer) -> str:
    """An offer in plain words, every amount and day in it."""
    if len(offer.instalments) == 1:
        return _one_payment(catalog, language, offer)
    if offer.frequency is None:
        return _listed(catalog, language, offer)
    first, last = offer.instalments[0], offer.instalments[-1]
    regular = all(item.amount == first.amount for item in offer.instalments[:-1])
    if not regular:
        return _listed(catalog, language, offer)
    key = "schedule.equal" if last.amount == first.amount else "schedule.last_smaller"
    return phrase(
        catalog,
        language,
        key,
        count=str(len(offer.instalments)),
        amount=display(first.amount),
        last_amount=display(last.amount),
        frequency=phrase(catalog, language, f"frequency.{offer.frequency}"),
        first=date_words(catalog, language, first.on),
        last=date_words(catalog, language, last.on),
        total=display(offer.total),
    )


def _one_payment(catalog: Catalog, language: Language, offer: Offer) -> str:
    item = offer.instalments[0]
    key = "schedule.rest" if offer.left_due else "schedule.once"
    day = date_words(catalog, language, item.on)
    return phrase(catalog, language, key, amount=display(item.amount), date=day, rest=display(offer.left_due))


def _listed(catalog: Catalog, language: Language, offer: Offer) -> str:
    items = [_item(catalog, language, item.amount, item.on) for item in offer.instalments]
    amounts: tuple[Money, ...] = tuple(item.amount for item in offer.instalments)
    return phrase(
        catalog,
        language,
        "schedule.list",
        items=("；" if language is Language.ZH else "; ").join(items),
        total=display(total(amounts, offer.left_due.currency)),
    )


def _item(catalog: Catalog, language: Language, amount: Money, on: date) -> str:
    day = date_words(catalog, language, on)
    return phrase(catalog, language, "schedule.once", amount=display(amount), date=day)
