"""Contacts that need no window and no count: each cites its exception, and each is narrow."""

from datetime import timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Granted, Refused
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import (
    NOON,
    SHANGHAI,
    at,
    attempt,
    chinese,
    consent,
    facts,
    in_china,
    packs,
    proposed,
    reply,
    withdrawal,
)

NIGHT = at("2026-11-24 03:00")
TEXTED_ALREADY = tuple(attempt(NIGHT - timedelta(hours=hours)) for hours in (1, 2, 30, 60))
STOPPED = (consent(), withdrawal(Channel.SMS, NIGHT))
CONFIRMATION = reply(
    purpose=ContactPurpose.OPT_OUT_CONFIRMATION,
    text="You have opted out. We will not text this number again.",
)
CRISIS = reply(purpose=ContactPurpose.CRISIS, text="Please call or text 988 now. Are you safe?")
BY_PERSON = reply(purpose=ContactPurpose.SUPERVISOR, text="This is Ana, a person. How can I help?")
SELF_HARM = frozenset({SpecialStatus.SELF_HARM})


@pytest.mark.parametrize(
    ("person", "contact", "rule"),
    [
        (facts(inbound_at=NIGHT, attempts=TEXTED_ALREADY), reply(), "P-REPLY-1"),
        (facts(inbound_at=NIGHT, consents=STOPPED), CONFIRMATION, "TCPA-STOP-1"),
        (facts(inbound_at=NIGHT, consents=STOPPED, statuses=SELF_HARM), CRISIS, "VUL-01"),
        (
            facts(inbound_at=NIGHT, attempts=TEXTED_ALREADY, person_active=True, replies_sent=9),
            BY_PERSON,
            "P-SUPERVISOR-1",
        ),
    ],
)
def test_an_exception_is_granted_at_night_and_cited(
    person: ContactFacts, contact: ProposedContact, rule: str
) -> None:
    decision = decide(packs(), person, contact, NIGHT)
    assert isinstance(decision, Granted)
    cited = [finding for finding in decision.findings if finding.rule_id == rule]
    assert cited[0].why.startswith("exception: ")
    assert cited[0].citation
    assert decision.valid_until <= NIGHT + timedelta(minutes=30)


def test_an_exception_is_granted_at_night_in_china() -> None:
    night = at("2026-11-24 23:00", SHANGHAI)
    answer = chinese(purpose=ContactPurpose.REPLY, text="谢谢您，已经记录。")
    assert isinstance(decide(packs(), in_china(inbound_at=night), answer, night), Granted)


@pytest.mark.parametrize(
    ("person", "contact"),
    [
        (facts(), reply()),
        (facts(inbound_at=NIGHT - timedelta(hours=24, seconds=1)), reply()),
        (facts(inbound_at=NIGHT, replies_sent=1), reply()),
        (facts(inbound_at=NIGHT, person_active=True), reply()),
        (facts(inbound_at=NIGHT), CONFIRMATION),
        (facts(inbound_at=NIGHT, consents=STOPPED, opt_out_confirmed=True), CONFIRMATION),
        (facts(consents=STOPPED), CONFIRMATION),
        (facts(inbound_at=NIGHT - timedelta(minutes=5, seconds=1), consents=STOPPED), CONFIRMATION),
        (facts(inbound_at=NIGHT, consents=STOPPED, statuses=SELF_HARM), CONFIRMATION),
        (facts(inbound_at=NIGHT), CRISIS),
        (facts(statuses=SELF_HARM), CRISIS),
        (facts(inbound_at=NIGHT), BY_PERSON),
        (facts(inbound_at=NIGHT), reply(channel=Channel.WEB, purpose=ContactPurpose.OUTREACH)),
    ],
)
def test_an_exception_is_narrow(person: ContactFacts, contact: ProposedContact) -> None:
    assert isinstance(decide(packs(), person, contact, NIGHT), Refused)


@pytest.mark.parametrize(
    ("person", "contact"),
    [
        (facts(inbound_at=NIGHT - timedelta(hours=24)), reply()),
        (facts(inbound_at=NIGHT - timedelta(minutes=5), consents=STOPPED), CONFIRMATION),
        (facts(inbound_at=NIGHT - timedelta(hours=24), person_active=True), BY_PERSON),
    ],
)
def test_the_last_instant_of_an_exception_is_inside_it(
    person: ContactFacts, contact: ProposedContact
) -> None:
    assert isinstance(decide(packs(), person, contact, NIGHT), Granted)


@pytest.mark.parametrize("contact", [CONFIRMATION, CRISIS])
def test_an_exception_says_nothing_about_a_debt_even_to_the_verified(contact: ProposedContact) -> None:
    statuses = SELF_HARM if contact is CRISIS else frozenset()
    person = facts(inbound_at=NIGHT, consents=STOPPED, statuses=statuses, verified=True)
    words = proposed(purpose=contact.purpose, text=contact.text + " Your balance is still due.")
    assert isinstance(decide(packs(), person, words, NIGHT), Refused)


def test_after_a_day_a_person_writes_under_the_rules_of_outreach() -> None:
    quiet = facts(inbound_at=NIGHT - timedelta(hours=25), person_active=True)
    words = proposed(purpose=ContactPurpose.SUPERVISOR)
    assert isinstance(decide(packs(), quiet, words, NIGHT), Deferred)
    assert isinstance(decide(packs(), quiet, words, NOON), Granted)
    unsigned = proposed(purpose=ContactPurpose.SUPERVISOR, text="How are you?")
    assert isinstance(decide(packs(), quiet, unsigned, NOON), Refused)


def test_the_machine_is_silent_while_a_person_has_the_conversation() -> None:
    taken_over = facts(person_active=True, inbound_at=NOON)
    for words in (proposed(), reply()):
        decision = decide(packs(), taken_over, words, NOON)
        assert isinstance(decision, Refused)
        assert decision.findings[0].rule_id == "P-TAKEOVER-1"
