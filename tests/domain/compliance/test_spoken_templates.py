"""Every message as it is spoken may be said where it is used, and shows whether it is about a debt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.aloud import aloud
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decide import findings
from arrears.domain.compliance.decision import Duty, Lifts, Verdict
from arrears.domain.compliance.facts import DebtTerms, Notices, Talk
from arrears.domain.compliance.rule import third_party
from arrears.domain.compliance.speech.opening import complete
from arrears.domain.compliance.speech.words import disclosures_in, read_words
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.wording import Template
from tests.builders.catalogue import purpose_of, samples
from tests.builders.compliance import NOON, facts, packs, proposed
from tests.builders.store import policy

CATALOG = policy().catalog
LENDER = "Hudson Example Bank"
SPOKEN = sorted(key for key, template in CATALOG.templates.items() if Channel.VOICE in template.channels)
PLACES = (
    {"country": "US", "region": "NY", "number_country": "US", "number_region": "NY"},
    {"country": "US", "region": "CA", "number_country": "US", "number_region": "CA"},
    {"country": "US", "region": "MA", "number_country": "US", "number_region": "MA"},
    {"country": "CN", "region": None, "number_country": "CN", "number_region": None},
)
ACTORS = (
    (Relationship.FIRST_PARTY, Purpose.COMMERCIAL),
    (Relationship.FIRST_PARTY, Purpose.CONSUMER),
    (Relationship.THIRD_PARTY, Purpose.CONSUMER),
)
ABOUT_WORDS = (Lifts.OTHER_WORDS, Lifts.IDENTITY)


def voiced(language: Language, key: str) -> Template:
    template = CATALOG.templates[language, key]
    return replace(template, text=CATALOG.spoken.get((language, key), template.text))


def longest(language: Language, key: str) -> list[str]:
    """What it becomes with a short and with a long schedule."""
    text = voiced(language, key).text
    return list(dict.fromkeys(text.format_map(values) for values in samples(language, LENDER)[1::4]))


def ear(text: str, language: Language) -> str:
    return aloud(text, language, NOON.date(), names=(LENDER, "Ada 17"))


@pytest.mark.parametrize(("language", "key"), SPOKEN)
def test_nothing_that_is_spoken_is_objected_to(language: Language, key: str) -> None:
    template = voiced(language, key)
    for place in PLACES:
        for relationship, purpose in ACTORS:
            person = facts(
                **place,
                relationship=relationship,
                purpose=purpose,
                verified=template.speaks_of_debt,
                terms=DebtTerms(licence="10273-99", limitation_expired=None),
                notices=Notices(registered_alias="Ada 17"),
                talk=Talk(recording=True),
            )
            if template.first_party and third_party(person.debt):
                continue
            words = proposed(
                channel=Channel.VOICE,
                carrier=Carrier.CALL,
                purpose=purpose_of(key),
                language=language,
                speaks_of_debt=template.speaks_of_debt,
                callback_number="+1 212 555 0100",
                lender=LENDER,
            )
            for text in longest(language, key):
                whole = complete(CATALOG, person, replace(words, text=text), NOON)
                said = replace(whole, text=ear(whole.text, language))
                barred = [
                    each
                    for each in findings(packs(), person, said, NOON)
                    if each.verdict is Verdict.DENY and each.lifts in ABOUT_WORDS
                ]
                assert not barred, (said.text, barred)


@pytest.mark.parametrize(("language", "key"), SPOKEN)
def test_words_that_speak_of_a_debt_are_marked_so_when_they_are_spoken_too(
    language: Language, key: str
) -> None:
    template = voiced(language, key)
    if not template.speaks_of_debt:
        assert not any(read_words(ear(text, language), LENDER).debt for text in longest(language, key))


@pytest.mark.parametrize(
    ("text", "language", "duty"),
    [
        ("Our number is +1 212 555 0100.", Language.EN, Duty.CALLBACK_NUMBER),
        ("我们的电话是 +1 212 555 0100。", Language.ZH, Duty.CALLBACK_NUMBER),
        ("License number 10273-99.", Language.EN, Duty.LICENCE_NUMBER),
        ("License number CL-7.", Language.EN, Duty.LICENCE_NUMBER),
        ("牌照号码：10273。", Language.ZH, Duty.LICENCE_NUMBER),
        ("To stop these calls, press 9.", Language.EN, Duty.KEYPAD_OPT_OUT),
        ("Press 9 to stop these calls.", Language.EN, Duty.KEYPAD_OPT_OUT),
        ("不想再接到此类电话，请按 9。", Language.ZH, Duty.KEYPAD_OPT_OUT),
    ],
)
def test_a_disclosure_is_one_written_and_spoken(text: str, language: Language, duty: Duty) -> None:
    assert duty in disclosures_in(text, LENDER)
    assert duty in disclosures_in(ear(text, language), LENDER)


@pytest.mark.parametrize("text", ["Call me one day.", "My number one wish.", "两三天后再打"])
def test_a_number_word_is_no_telephone_number(text: str) -> None:
    assert Duty.CALLBACK_NUMBER not in disclosures_in(text, LENDER)


@pytest.mark.parametrize(
    ("written", "language"),
    [("It is $350.00.", Language.EN), ("共¥350.00。", Language.ZH), ("共$2.00。", Language.ZH)],
)
def test_an_amount_tells_of_a_debt_written_and_spoken(written: str, language: Language) -> None:
    assert read_words(written, LENDER).debt
    assert read_words(ear(written, language), LENDER).debt
