"""Every reviewed template, with its longest values, wherever and however it may be used."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, DebtTerms, Notices, Talk
from arrears.domain.compliance.rule import third_party
from arrears.domain.compliance.speech.words import Words, delivered_by, read_words
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.wording import Template
from tests.builders.catalogue import Use, filled, may_use, objections, purpose_of
from tests.builders.compliance import NOON, facts, packs, proposed

CATALOG = load_catalog(Path(__file__).parents[3] / "policy" / "messages")
LENDERS = {
    Language.EN: ("Hudson Example Bank", "Great Northern Small Business Lending Company of Albany, Inc."),
    Language.ZH: ("港湾小额贷款有限公司", "北方中小企业普惠金融小额贷款股份有限公司上海分公司"),
}
STATES = (None, "CA", "DC", "FL", "IL", "MA", "NY", "TX", "UT", "WA")
ABROAD = ("CN", "GB", "IN", "PH", "AU", "SG", "DE")
ACTORS = (
    (Relationship.FIRST_PARTY, Purpose.COMMERCIAL),
    (Relationship.FIRST_PARTY, Purpose.CONSUMER),
    (Relationship.THIRD_PARTY, Purpose.CONSUMER),
)
TERMS = DebtTerms(licence="10273-99", limitation_expired=None)
GSM_SEGMENT, UCS_SEGMENT = 160, 67  # the latter, of a text of several


def places() -> Iterator[dict[str, object]]:
    """Every state with rules of its own, one without, an unknown one, and every other country."""
    for state in STATES:
        yield {"country": "US", "region": state, "city": None, "number_country": "US", "number_region": state}
    yield {"country": "US", "region": "NY", "city": "New York"}
    for country in ABROAD:
        place = {"country": country, "region": None, "city": None, "number_country": country}
        yield {**place, "number_region": None}


def talks(language: Language) -> Iterator[tuple[Talk, Notices]]:
    """The first words of all; later ones in a conversation of two languages; a recorded call."""
    initial = Notices(registered_alias="Ada 17")
    later = replace(initial, initial_at=NOON - timedelta(days=3), initial_oral=True)
    both = frozenset(Language)
    yield Talk(), initial
    yield Talk(languages=both, recording=True), initial
    yield Talk(languages=frozenset({language}), busy=True), later
    yield Talk(languages=both), replace(later, written_made=True, validation_ends_at=NOON + timedelta(days=9))


@cache
def uses(
    purpose: ContactPurpose, channels: frozenset[Channel], about_debt: bool, language: Language
) -> tuple[Use, ...]:
    """Each way in which words of the kind may be used."""
    return tuple(
        Use(f"{debt} {channel} {index}", person, words)
        for channel in sorted(channels)
        for debt, person, carrier in people(purpose, about_debt)
        for index, (talk, notices) in enumerate(talks(language))
        for person, words in [
            (
                replace(person, talk=talk, notices=notices),
                proposed(
                    channel=channel,
                    carrier=carrier,
                    purpose=purpose,
                    language=language,
                    speaks_of_debt=about_debt,
                    callback_number="+1 212 555 0100",
                ),
            )
        ]
    )


def people(purpose: ContactPurpose, about_debt: bool) -> Iterator[tuple[str, ContactFacts, Carrier]]:
    """Everybody in every place, verified, and unverified where the words are for anyone."""
    for place in places():
        carrier = Carrier.LENDER_GATEWAY if place["country"] == "CN" else Carrier.TWILIO
        for relationship, debt_purpose in ACTORS:
            flat = {**place, "relationship": relationship, "purpose": debt_purpose, "terms": TERMS}
            name = f"{place['country']}-{place['region']} {relationship} {debt_purpose}"
            person = facts(**flat, inbound_at=NOON)
            if about_debt or purpose is ContactPurpose.REPLY:
                yield f"{name} verified", replace(person, verified=True), carrier
            if not about_debt:
                yield name, person, carrier


@dataclass(frozen=True)
class Filling:
    """A filled template; two in which a rule reads the same are one, so that they are judged once."""

    words: Words
    text: str = field(compare=False)
    lender: str = field(compare=False)


def said_differently(template: Template, language: Language) -> frozenset[Filling]:
    """The fillings that a rule can tell apart."""
    return frozenset(
        Filling(read_words(text, lender), text, lender)
        for lender in LENDERS[language]
        for text in filled(CATALOG, template, language, lender)
    )


@cache
def judged(use: Use, filling: Filling) -> tuple[Finding, ...]:
    """What stands against the words, used so."""
    asked = replace(use, proposed=replace(use.proposed, lender=filling.lender))
    return objections(packs(), CATALOG, asked, filling.text, NOON)


def is_by_carrier_barred(use: Use) -> bool:
    """No carrier takes a third party's texts, and Twilio none to China: there are no such texts to judge."""
    return use.proposed.channel is Channel.SMS and third_party(use.facts.debt)


@pytest.mark.parametrize(("language", "key"), sorted(CATALOG.templates))
def test_a_template_may_be_said_wherever_it_is_used(language: Language, key: str) -> None:
    template = CATALOG.templates[language, key]
    used = [
        use
        for use in uses(purpose_of(key), template.channels, template.speaks_of_debt, language)
        if may_use(template, use) and not is_by_carrier_barred(use)
    ]
    assert used
    assert {
        (finding.rule_id, finding.reason, use.name)
        for filling in said_differently(template, language)
        for use in used
        for finding in judged(use, filling)
    } == set()


@pytest.mark.parametrize(("language", "key"), sorted(CATALOG.templates))
def test_a_template_has_the_same_marks_whatever_it_is_filled_with(language: Language, key: str) -> None:
    template = CATALOG.templates[language, key]
    lender = LENDERS[language][0]
    assert len({delivered_by(text, lender) for text in filled(CATALOG, template, language, lender)}) <= 2


@pytest.mark.parametrize("key", ["outreach.neutral", "outreach.promise_missed"])
@pytest.mark.parametrize(
    ("language", "characters"), [(Language.EN, GSM_SEGMENT), (Language.ZH, 2 * UCS_SEGMENT)]
)
def test_a_text_that_opens_a_conversation_stays_short(language: Language, characters: int, key: str) -> None:
    text = CATALOG.templates[language, key].text.format(lender=LENDERS[language][0])
    assert len(text) <= characters
