"""Consent: none is no, the last word wins, and STOP to a text reaches AI voice."""

from datetime import timedelta

import pytest

from arrears.domain.compliance.consents import consented, withdrawn
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import Consent
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
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
SMS, VOICE = Channel.SMS, Channel.VOICE


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
        ((consent(SMS, TODAY + timedelta(seconds=1)),), False, False),
        ((consent(SMS), withdrawal(SMS, TODAY + timedelta(seconds=1))), False, False),
    ],
)
def test_the_last_word_about_a_channel_wins(entries: tuple[Consent, ...], sms: bool, voice: bool) -> None:
    assert (consented(entries, SMS, NOON), consented(entries, VOICE, NOON)) == (sms, voice)


def test_no_word_is_not_a_withdrawal() -> None:
    assert not withdrawn((), SMS, NOON)


@pytest.mark.parametrize(
    ("entries", "channel", "rule"),
    [
        ((), SMS, "TCPA-TEXT-1"),
        ((), VOICE, "TCPA-AIV-1"),
        ((consent(SMS),), VOICE, "TCPA-AIV-1"),
        ((consent(), withdrawal(SMS)), SMS, "TCPA-STOP-1"),
        ((consent(), withdrawal(SMS)), VOICE, "TCPA-STOP-2"),
        ((consent(), withdrawal(VOICE)), VOICE, "TCPA-STOP-1"),
    ],
)
def test_outreach_without_standing_consent_is_refused(
    entries: tuple[Consent, ...], channel: Channel, rule: str
) -> None:
    decision = decide(packs(), facts(consents=entries), proposed(channel=channel), NOON)
    assert isinstance(decision, Refused)
    assert rule in {finding.rule_id for finding in decision.findings}


@pytest.mark.parametrize("entries", [(), (consent(), withdrawal(SMS))])
def test_china_needs_consent_too(entries: tuple[Consent, ...]) -> None:
    noon = at("2026-11-24 12:00", SHANGHAI)
    decision = decide(packs(), in_china(consents=entries), chinese(), noon)
    assert isinstance(decision, Refused)
    assert "CN-ROBOT" in {finding.rule_id for finding in decision.findings}


def test_a_message_of_the_borrower_may_be_answered_without_consent_on_file() -> None:
    assert isinstance(decide(packs(), facts(consents=(), inbound_at=NOON), reply(), NOON), Granted)


@pytest.mark.parametrize("purpose", [ContactPurpose.REPLY, ContactPurpose.SUPERVISOR])
@pytest.mark.parametrize("channel", [SMS, None])
def test_after_stop_nobody_answers_by_text(purpose: ContactPurpose, channel: Channel | None) -> None:
    stopped = facts(
        consents=(consent(), withdrawal(channel)),
        inbound_at=NOON,
        person_active=purpose is ContactPurpose.SUPERVISOR,
    )
    assert isinstance(decide(packs(), stopped, reply(purpose=purpose), NOON), Refused)


def test_after_stop_to_texts_a_web_chat_is_still_answered() -> None:
    stopped = facts(consents=(consent(), withdrawal(SMS)), inbound_at=NOON)
    assert isinstance(decide(packs(), stopped, reply(channel=Channel.WEB), NOON), Granted)
