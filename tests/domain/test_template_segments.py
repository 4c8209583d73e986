"""A text message is one segment where it can be: longer ones cost more, and may arrive in pieces."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.people import Channel, Language
from arrears.domain.segments import fits_gsm, segments
from arrears.domain.wording import Template, date_words, phrase

CATALOG = load_catalog(Path(__file__).parents[2] / "policy" / "messages")
TEXTS = sorted(key for key, template in CATALOG.templates.items() if Channel.SMS in template.channels)
LENDERS = {Language.EN: "Hudson Loans", Language.ZH: "江南示例商业银行股份公司"}
AMOUNTS = {Language.EN: "$350.00", Language.ZH: "¥350.00"}
DAY = date(2026, 3, 13)
PHONE = "+1 212 555 0100"
LINK = f"https://pay.example.com/p/{'aB-_' * 11}"

A_LINK = "a signed link takes nearly half of a segment"
TERMS = "what was agreed, and a link to it"
TWO_OFFERS = "two offers and what stood against the wish, or two in words for who cannot pay"
A_CRISIS = "every number that may save a life is in it"
LONGER = {
    "contact.welcome": A_LINK,
    "contact.reminder": A_LINK,
    "contact.at_risk": A_LINK,
    "contact.receipt": A_LINK,
    "contact.page": A_LINK,
    "contact.welcome_terms": TERMS,
    "offer.two_instead": TWO_OFFERS,
    "relief.two": TWO_OFFERS,
    "crisis.answer": A_CRISIS,
}
"""What may take two segments, with the terms three, and why."""


def ordinary(language: Language) -> dict[str, str]:
    """A lender of 12 characters, one amount, one day, a team that is there."""

    def part(key: str, **values: str) -> str:
        return phrase(CATALOG, language, key, **values)

    day, amount = date_words(CATALOG, language, DAY), AMOUNTS[language]
    schedule = part("schedule.once", amount=amount, date=day)
    ways = (part("way.bank_transfer"), part("way.phone", phone=PHONE))
    names = part("weekdays").split()
    return {
        "lender": LENDERS[language],
        "link": LINK,
        "phone": PHONE,
        "staffed": part("staffed.now", minutes="30"),
        "until": part("until", time="17:00", date=day),
        "time": "09:00",
        "when": part("reminder.day_before"),
        "due_on": day,
        "today": day,
        "day": day,
        "amount": amount,
        "here": amount,
        "interest": amount,
        "daily": amount,
        "rate": "18.25%",
        "monthly": amount,
        "other": amount,
        "other_monthly": amount,
        "frequency": part("frequency.monthly"),
        "other_frequency": part("frequency.biweekly"),
        "count": "24",
        "date": day,
        "number": "12",
        "terms": part("wish.regular", frequency=part("frequency.biweekly"), day=day),
        "days": part("hours.but_holidays", days=part("hours.days", first=names[0], last=names[4])),
        "opens": "09:00",
        "closes": "18:00",
        "ways": "; ".join(ways),
        "total": amount,
        "components": part("component.principal", amount=amount),
        "schedule": schedule,
        "first": schedule,
        "second": schedule,
        "why": part("why.below_minimum", minimum=amount),
    }


def said(template: Template, language: Language) -> str:
    return template.text.format_map(ordinary(language))


def _most(key: str) -> int:
    return 3 if LONGER[key] is TERMS else 2


@pytest.mark.parametrize(("language", "key"), TEXTS)
def test_a_text_takes_one_segment_where_it_can(language: Language, key: str) -> None:
    count = segments(said(CATALOG.templates[language, key], language))
    assert count <= (_most(key) if key in LONGER else 1)


@pytest.mark.parametrize("key", sorted(LONGER))
def test_what_may_take_more_segments_needs_them(key: str) -> None:
    counts = [segments(said(CATALOG.templates[language, key], language)) for language in Language]
    assert max(counts) == _most(key)


@pytest.mark.parametrize("key", sorted(key for language, key in TEXTS if language is Language.EN))
def test_an_english_text_stays_within_the_alphabet_of_texts(key: str) -> None:
    assert fits_gsm(said(CATALOG.templates[Language.EN, key], Language.EN))


def test_every_phrase_that_is_put_into_an_english_text_stays_within_it_too() -> None:
    lost = {key for (language, key), text in CATALOG.phrases.items() if language is Language.EN}
    lost = {key for key in lost if not fits_gsm(CATALOG.phrases[Language.EN, key])}
    assert lost == set()
