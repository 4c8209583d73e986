"""Contacts that need no window and no count: each cites its exception, and each is narrow."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Deferred, Granted, Lifts, Refused
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow
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
from tests.builders.findings import found
from tests.domain.compliance.world.given import allowed, denied, said

NIGHT = at("2026-11-24 03:00")
TEXTED_ALREADY = tuple(attempt(NIGHT - timedelta(hours=hours)) for hours in (1, 2, 30, 60))
STOPPED = (consent(), withdrawal(Channel.SMS, NIGHT))
CONFIRMATION = reply(
    purpose=ContactPurpose.OPT_OUT_CONFIRMATION,
    text="You have opted out. We will not text this number again.",
)
CRISIS = reply(purpose=ContactPurpose.CRISIS, text="Please call or text 988 now. Are you safe?")
BY_PERSON = reply(purpose=ContactPurpose.SUPERVISOR, text="This is Ana, a person. How can I help?")
OURS = proposed()
SELF_HARM = frozenset({SpecialStatus.SELF_HARM})
TOLD = facts(inbound_at=NIGHT, replies_sent=2, decision_owed=True)
P = ContactPurpose
CITED = {
    "P-REPLY-1": "house policy; the exception of USF-TIME-2, 12 CFR 1006.6(b)(1), comments 6(b)(1)-1 and -2",
    "TCPA-STOP-1": "47 CFR 64.1200(a)(12); 12 CFR 1006.14(h)(2)(i)",
    "VUL-01": "house policy; the emergency exception of 47 U.S.C. 227(b)(1)(A)",
}
CITED["P-SUPERVISOR-1"] = CITED["P-REPLY-1"]


def speaking(contact: ProposedContact) -> ProposedContact:
    """The same words, which their author says speak of a debt."""
    return replace(contact, speaks_of_debt=True)


@pytest.mark.parametrize(
    ("person", "contact", "rule", "reason"),
    [
        (facts(inbound_at=NIGHT, attempts=TEXTED_ALREADY), reply(), "P-REPLY-1", "one_answer"),
        (facts(inbound_at=NIGHT, consents=STOPPED), CONFIRMATION, "TCPA-STOP-1", "one_confirmation"),
        (facts(inbound_at=NIGHT, consents=STOPPED, statuses=SELF_HARM), CRISIS, "VUL-01", "crisis_line"),
        (
            facts(inbound_at=NIGHT, attempts=TEXTED_ALREADY, person_active=True, replies_sent=9),
            BY_PERSON,
            "P-SUPERVISOR-1",
            "person_answers",
        ),
    ],
)
def test_an_exception_is_granted_at_night_and_cited(
    person: ContactFacts, contact: ProposedContact, rule: str, reason: str
) -> None:
    decision = decide(packs(), person, contact, NIGHT)
    assert isinstance(decision, Granted)
    cited = [finding for finding in decision.findings if finding.rule_id == rule]
    assert cited[0][2:9] == allowed(reason, NIGHT + timedelta(minutes=30))
    assert cited[0].citation == CITED[rule]
    assert decision.valid_until == NIGHT + timedelta(minutes=30)


def test_an_exception_is_granted_at_night_in_china() -> None:
    night = at("2026-11-24 23:00", SHANGHAI)
    answer = chinese(purpose=ContactPurpose.REPLY, text="谢谢您，已经记录。")
    assert isinstance(decide(packs(), in_china(inbound_at=night), answer, night), Granted)


@pytest.mark.parametrize("replies_sent", [0, 1])
def test_a_decision_that_was_promised_is_the_rest_of_the_answer(replies_sent: int) -> None:
    owed = facts(inbound_at=NIGHT, replies_sent=replies_sent, decision_owed=True)
    (said,) = found("P-REPLY-1", owed, reply(), NIGHT)
    assert said.reason == "decision_told"
    assert isinstance(decide(packs(), owed, reply(), NIGHT), Granted)


NEVER, PERSON, WORDS = Lifts.NEVER, Lifts.PERSON, Lifts.OTHER_WORDS


@pytest.mark.parametrize(
    ("person", "contact", "rule", "reason", "lifts"),
    [
        (facts(), reply(), "P-REPLY-1", "nothing_to_answer", NEVER),
        (facts(inbound_at=NIGHT, replies_sent=1), reply(), "P-REPLY-1", "answered_already", NEVER),
        (
            TOLD,
            reply(),
            "P-REPLY-1",
            "answered_already",
            NEVER,
        ),
        (facts(inbound_at=NIGHT, person_active=True), reply(), "P-TAKEOVER-1", "person_took_over", PERSON),
        (facts(inbound_at=NIGHT, person_active=True), OURS, "P-TAKEOVER-1", "person_took_over", PERSON),
        (
            facts(inbound_at=NIGHT, person_active=True, card_result_owed=True),
            OURS,
            "P-TAKEOVER-1",
            "person_took_over",
            PERSON,
        ),
        (facts(inbound_at=NIGHT), BY_PERSON, "P-TAKEOVER-1", "nobody_took_over", PERSON),
        (facts(inbound_at=NIGHT), CONFIRMATION, "TCPA-STOP-1", "no_withdrawal", NEVER),
        (
            facts(inbound_at=NIGHT, consents=STOPPED, opt_out_confirmed=True),
            CONFIRMATION,
            "TCPA-STOP-1",
            "confirmed_already",
            NEVER,
        ),
        (
            facts(inbound_at=NIGHT, consents=STOPPED),
            speaking(CONFIRMATION),
            "TCPA-STOP-1",
            "confirmation_says_more",
            WORDS,
        ),
        (facts(inbound_at=NIGHT), CRISIS, "VUL-01", "no_crisis", NEVER),
        (facts(statuses=SELF_HARM), CRISIS, "VUL-01", "no_crisis", NEVER),
        (facts(inbound_at=NIGHT, statuses=SELF_HARM), speaking(CRISIS), "VUL-01", "crisis_says_debt", WORDS),
        (
            facts(inbound_at=NIGHT),
            proposed(channel=Channel.WEB),
            "P-WEB-1",
            "web_is_answered",
            Lifts.OTHER_CHANNEL,
        ),
        (facts(), proposed(purpose=P.NOTICE), "P-NOTICE-1", "notice_in_writing", Lifts.OTHER_CHANNEL),
        (
            facts(),
            proposed(purpose=P.CEASE_NOTICE, channel=Channel.VOICE),
            "P-NOTICE-1",
            "notice_in_writing",
            Lifts.OTHER_CHANNEL,
        ),
    ],
)
def test_an_exception_says_why_it_does_not_hold(
    person: ContactFacts, contact: ProposedContact, rule: str, reason: str, lifts: Lifts
) -> None:
    assert said(rule, person, contact, NIGHT) == [denied(reason, lifts=lifts)]


def test_a_late_confirmation_names_the_minutes() -> None:
    late = facts(inbound_at=NIGHT - timedelta(minutes=5, seconds=1), consents=STOPPED)
    refusal = denied("confirmation_late", ("minutes", "5"), lifts=Lifts.NEVER)
    assert said("TCPA-STOP-1", late, CONFIRMATION, NIGHT)[-1] == refusal


@pytest.mark.parametrize("channel", [Channel.EMAIL, Channel.LETTER, Channel.WEB])
@pytest.mark.parametrize("purpose", [P.NOTICE, P.CEASE_NOTICE])
def test_a_notice_of_the_law_is_sent_in_writing_within_the_hour(
    channel: Channel, purpose: ContactPurpose
) -> None:
    notice = proposed(channel=channel, purpose=purpose)
    leave = allowed("notice_required", NIGHT + timedelta(hours=1))
    assert said("P-NOTICE-1", facts(), notice, NIGHT) == [leave]
    assert said("P-WEB-1", facts(), notice, NIGHT) == []
    assert said("P-TAKEOVER-1", facts(person_active=True), notice, NIGHT) == []


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
        (facts(inbound_at=NIGHT - timedelta(hours=1)), reply()),
        (facts(inbound_at=NIGHT - timedelta(minutes=5), consents=STOPPED), CONFIRMATION),
        (facts(inbound_at=NIGHT - timedelta(hours=1), person_active=True), BY_PERSON),
        (facts(inbound_at=NIGHT - timedelta(hours=24), statuses=SELF_HARM), CRISIS),
    ],
)
def test_the_last_instant_of_an_exception_is_inside_it(
    person: ContactFacts, contact: ProposedContact
) -> None:
    assert isinstance(decide(packs(), person, contact, NIGHT), Granted)


@pytest.mark.parametrize("contact", [reply(), BY_PERSON])
def test_an_answer_within_a_day_keeps_the_hours_once_it_is_late(contact: ProposedContact) -> None:
    active = contact.purpose is P.SUPERVISOR
    asked = facts(inbound_at=NIGHT - timedelta(hours=1, seconds=1), person_active=active)
    decision = decide(packs(), asked, contact, NIGHT)
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-24 08:00")
    day_old = facts(inbound_at=NOON - timedelta(hours=24), person_active=active, attempts=TEXTED_ALREADY)
    assert isinstance(decide(packs(), day_old, contact, NOON), Granted)
    avoided = replace(
        day_old, inbound_at=NOON - timedelta(hours=2), inconvenient=(DailyWindow(time(12), time(13)),)
    )
    assert isinstance(decide(packs(), avoided, contact, NOON), Deferred)
    assert isinstance(decide(packs(), replace(avoided, inbound_at=NOON), contact, NOON), Granted)
    stale = facts(inbound_at=NIGHT - timedelta(hours=20), person_active=active)
    assert not isinstance(decide(packs(), stale, contact, NIGHT), Granted)


def test_a_notice_that_arrives_at_once_keeps_the_hours() -> None:
    email = proposed(channel=Channel.EMAIL, purpose=P.NOTICE)
    decision = decide(packs(), facts(), email, NIGHT)
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-24 08:00")
    letter = replace(email, channel=Channel.LETTER)
    assert isinstance(decide(packs(), facts(), letter, NIGHT), Granted)


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
