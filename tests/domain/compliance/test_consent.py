"""Consent: none is no, the last word wins, a yes is none, and how far a stop and a START reach."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.consents import (
    NO_CONSENT,
    at_work,
    consented,
    marketing_consent,
    stop_on_another_matter,
    withdrawn,
)
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Refused
from arrears.domain.compliance.facts import (
    Consent,
    ConsentPurpose,
    ContactFacts,
    ProposedContact,
    Recipient,
)
from arrears.domain.compliance.rule import Question
from arrears.domain.compliance.speech.numbers import SpeechNumbers
from arrears.domain.compliance.speech.rules import identity_before_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType, Spot
from tests.builders.compliance import (
    NOON,
    SHANGHAI,
    at,
    chinese,
    consent,
    facts,
    in_china,
    packs,
    proposed,
    reply,
    withdrawal,
)

LONG_AGO, YESTERDAY, TODAY = (NOON - timedelta(days=days) for days in (50, 1, 0))
SECOND = timedelta(seconds=1)
SMS, VOICE = Channel.SMS, Channel.VOICE


def asked(*entries: Consent, contact: ProposedContact | None = None, **changes: object) -> Question:
    return Question(facts(consents=entries, **changes), contact or proposed(), NOON)


@pytest.mark.parametrize(
    ("entries", "sms", "voice"),
    [
        ((), False, False),
        ((consent(SMS),), True, False),
        ((consent(VOICE),), False, True),
        ((consent(None),), True, True),
        ((consent(None), withdrawal(SMS, YESTERDAY)), False, False),
        ((consent(None), withdrawal(VOICE, YESTERDAY)), True, False),
        ((consent(None), withdrawal(None, YESTERDAY)), False, False),
        ((consent(None), withdrawal(SMS, YESTERDAY), consent(SMS, TODAY)), True, False),
        ((consent(None), withdrawal(SMS, YESTERDAY), consent(None, TODAY)), True, True),
        ((withdrawal(SMS, YESTERDAY), consent(SMS, LONG_AGO)), False, False),
        ((consent(SMS, TODAY), withdrawal(SMS, TODAY)), False, False),
        ((withdrawal(SMS, TODAY), consent(SMS, TODAY)), False, False),
        ((consent(SMS, TODAY + SECOND),), False, False),
        ((consent(SMS), withdrawal(SMS, TODAY + SECOND)), False, False),
    ],
)
def test_the_last_word_about_a_channel_wins(entries: tuple[Consent, ...], sms: bool, voice: bool) -> None:
    question = asked(*entries)
    assert (consented(question, SMS) is not None, consented(question, VOICE) is not None) == (sms, voice)
    assert (consented(question) is not None) is sms


def test_no_word_is_not_a_withdrawal() -> None:
    assert withdrawn(asked()) is None


@pytest.mark.parametrize("how", sorted(NO_CONSENT))
@pytest.mark.parametrize("channel", [None, SMS, VOICE])
def test_a_yes_or_a_number_that_was_found_is_never_consent(how: str, channel: Channel | None) -> None:
    entry = replace(consent(channel, TODAY), how=how)
    assert consented(asked(entry), channel) is None
    stopped = asked(consent(), withdrawal(channel, YESTERDAY), entry)
    assert consented(stopped, channel) is None
    assert withdrawn(stopped, channel) is not None
    advertising = replace(entry, purpose=ConsentPurpose.MARKETING)
    assert marketing_consent(asked(advertising)) is None


def test_what_is_never_consent() -> None:
    assert {"skip_trace", "caller_id", "purchased", "yes"} <= NO_CONSENT


def test_consent_to_advertisements_is_none_to_collection() -> None:
    assert consented(asked(replace(consent(), purpose=ConsentPurpose.MARKETING))) is None


@pytest.mark.parametrize("stop", [SMS, VOICE, None])
def test_start_reopens_texting_alone(stop: Channel | None) -> None:
    question = asked(consent(), withdrawal(stop, YESTERDAY), replace(consent(SMS, TODAY), how="start"))
    assert consented(question, SMS) is not None
    assert consented(question, VOICE) is None


@pytest.mark.parametrize(
    ("point", "case", "mine"),
    [
        (None, None, True),
        ("point-1", "case-1", True),
        ("point-1", None, True),
        (None, "case-1", True),
        ("point-2", "case-1", False),
        ("point-1", "case-2", False),
    ],
)
def test_a_consent_is_for_its_own_number_and_matter(point: str | None, case: str | None, mine: bool) -> None:
    entry = replace(consent(), point_id=point, case_id=case)
    assert (consented(asked(entry)) is not None) is mine


@pytest.mark.parametrize(
    ("point", "case", "governs", "elsewhere"),
    [
        (None, None, True, False),
        ("point-1", "case-1", True, False),
        ("point-1", "case-2", True, False),
        ("point-2", "case-1", True, False),
        (None, "case-2", True, False),
        ("point-2", None, True, False),
        ("point-2", "case-2", False, True),
    ],
)
def test_a_stop_reaches_the_matter_at_every_number_and_the_number_for_every_matter(
    point: str | None, case: str | None, governs: bool, elsewhere: bool
) -> None:
    question = asked(consent(), replace(withdrawal(SMS), point_id=point, case_id=case))
    assert (withdrawn(question) is not None) is governs
    assert (stop_on_another_matter(question) is not None) is elsewhere


def test_the_newest_stop_on_another_matter_is_told_and_a_consent_there_is_none() -> None:
    away = {"point_id": "point-2", "case_id": "case-2"}
    older, newer = (replace(withdrawal(SMS, when), **away) for when in (LONG_AGO, YESTERDAY))
    assert stop_on_another_matter(asked(older, newer)) == newer
    assert stop_on_another_matter(asked(newer, older)) == newer
    assert stop_on_another_matter(asked(newer, replace(newer, how="agent"))) == newer
    assert stop_on_another_matter(asked(replace(consent(SMS), **away))) is None
    assert stop_on_another_matter(asked(replace(newer, chosen=True))) is None
    assert stop_on_another_matter(asked(replace(newer, spot=Spot.WORK))) is None
    assert stop_on_another_matter(asked(newer, contact=proposed(channel=Channel.EMAIL))) is None
    assert stop_on_another_matter(asked(replace(newer, chosen=True), older)) == older


def test_not_at_work_is_about_the_place_of_work() -> None:
    entry = replace(withdrawal(None), spot=Spot.WORK)
    assert at_work(entry)
    assert not at_work(replace(entry, spot=Spot.HOME))
    assert not at_work(withdrawal(None))


LANDLINE = {"line_type": LineType.LANDLINE}


@pytest.mark.parametrize(
    ("person", "channel", "rule"),
    [
        (facts(consents=()), SMS, "TCPA-TEXT-1"),
        (facts(consents=()), VOICE, "TCPA-AIV-1"),
        (facts(consents=(consent(SMS),)), VOICE, "TCPA-AIV-1"),
        (facts(consents=(consent(), withdrawal(SMS))), SMS, "TCPA-STOP-1"),
        (facts(consents=(consent(), withdrawal(SMS))), VOICE, "TCPA-STOP-2"),
        (facts(consents=(consent(), withdrawal(VOICE))), VOICE, "TCPA-STOP-1"),
        (facts(consents=(withdrawal(VOICE),), **LANDLINE), VOICE, "TCPA-STOP-1"),
    ],
)
def test_outreach_without_standing_consent_is_refused(
    person: ContactFacts, channel: Channel, rule: str
) -> None:
    decision = decide(packs(), person, proposed(channel=channel), NOON)
    assert isinstance(decision, Refused)
    assert rule in {finding.rule_id for finding in decision.findings}


@pytest.mark.parametrize("entries", [(), (consent(), withdrawal(SMS))])
def test_china_needs_consent_too(entries: tuple[Consent, ...]) -> None:
    noon = at("2026-11-24 12:00", SHANGHAI)
    decision = decide(packs(), in_china(consents=entries), chinese(), noon)
    assert isinstance(decision, Refused)
    assert "CN-ROBOT" in {finding.rule_id for finding in decision.findings}


def consent_rules(person: ContactFacts, contact: ProposedContact) -> set[str]:
    decision = decide(packs(), person, contact, NOON)
    refusing = {f.rule_id for f in decision.findings if f.verdict == "deny"}
    return {rule for rule in refusing if rule.startswith("TCPA-")}


def test_a_message_of_the_borrower_may_be_answered_without_consent_on_file() -> None:
    assert consent_rules(facts(consents=(), inbound_at=NOON), reply()) == set()


@pytest.mark.parametrize("purpose", [ContactPurpose.REPLY, ContactPurpose.SUPERVISOR])
@pytest.mark.parametrize("channel", [SMS, None])
def test_a_stop_is_not_answered_but_what_is_written_after_it_is(
    purpose: ContactPurpose, channel: Channel | None
) -> None:
    stop = withdrawal(channel)
    stopped = facts(
        consents=(consent(), stop), inbound_at=stop.at, person_active=purpose is ContactPurpose.SUPERVISOR
    )
    later = replace(stopped, inbound_at=stop.at + timedelta(seconds=1))
    for contact in (reply(purpose=purpose), reply(purpose=purpose, automated=False)):
        assert consent_rules(stopped, contact) == {"TCPA-STOP-1"}
        assert consent_rules(later, contact) == set()
        assert consent_rules(later, replace(contact, purpose=ContactPurpose.OUTREACH)) == {"TCPA-STOP-1"}


def test_after_stop_to_texts_a_web_chat_is_still_answered() -> None:
    stopped = facts(consents=(consent(), withdrawal(SMS)), inbound_at=NOON)
    assert consent_rules(stopped, reply(channel=Channel.WEB)) == set()


def details(at: datetime = NOON - timedelta(hours=1), **changes: object) -> Consent:
    """Leave to tell what was agreed in texts to the number."""
    given = replace(consent(), at=at, how="voice", point_id="point-1", case_id="case-1")
    return replace(given, purpose=ConsentPurpose.DETAILS, **changes)


STOPPED = replace(withdrawal(SMS), at=NOON - timedelta(minutes=30), point_id="point-2", case_id="case-2")


@pytest.mark.parametrize(
    ("entries", "words", "told"),
    [
        ([details()], {}, True),
        ([], {}, False),
        ([details()], {"of_plan": False}, False),
        ([details(point_id="point-2")], {}, False),
        ([details(case_id="case-2")], {}, False),
        ([details(point_id=None)], {}, False),
        ([details(at=NOON + timedelta(seconds=1))], {}, False),
        ([details(how="skip_trace")], {}, False),
        ([details(), STOPPED], {}, False),
        ([details(), replace(STOPPED, channel=Channel.VOICE)], {}, True),
        ([details(), replace(STOPPED, at=NOON - timedelta(hours=2))], {}, True),
        ([details(), replace(STOPPED, channel=None)], {}, False),
        ([details()], {"recipient": Recipient.SPOUSE}, False),
        ([details()], {"channel": Channel.EMAIL}, False),
    ],
)
def test_a_text_of_a_plan_tells_its_terms_where_they_allowed_it_at_that_number(
    entries: list[Consent], words: dict[str, object], told: bool
) -> None:
    contact = proposed(**{"text": "We agreed on payments of $350.00.", "of_plan": True} | words)
    question = Question(facts(consents=(consent(), *entries)), contact, NOON)
    assert (identity_before_debt(SpeechNumbers(), question) is None) is told


def test_leave_to_tell_what_was_agreed_is_no_leave_to_text() -> None:
    assert consented(asked(details())) is None
    assert withdrawn(asked(consent(), details())) is None
