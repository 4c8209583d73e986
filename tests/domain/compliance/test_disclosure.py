"""Who is told that a machine speaks, and that a call is recorded: everywhere by policy, by law in places."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Duty, Lifts
from arrears.domain.compliance.facts import ContactFacts, ProposedContact, Talk
from arrears.domain.compliance.rule import Applies
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import NOON, at, facts, proposed, reply
from tests.builders.findings import applies, found
from tests.domain.compliance.world.given import allowed, denied, living, required, said, talk

P = ContactPurpose
SECOND = timedelta(seconds=1)
NEW = Talk()
TOLD = Talk(disclosed=frozenset({Duty.AI_DISCLOSURE, Duty.RECORDING_NOTICE, Duty.AI_LABEL}))
TEXT, CALL, WEB = proposed(), proposed(channel=Channel.VOICE), reply(channel=Channel.WEB)
VOICEMAIL = replace(CALL, voicemail=True)


def resident(region: str | None, **changes: object) -> ContactFacts:
    """Somebody who lives in a state and has a number there, in a new conversation."""
    return facts(**{"region": region, "number_region": region, "talk": NEW, **changes})


def machine(reason: str) -> list[object]:
    return [required(Duty.AI_DISCLOSURE, reason)]


def test_the_pack_binds_everyone() -> None:
    assert applies("disclosure", resident("NY"), TEXT) == Applies(True, "binds_everyone")


@pytest.mark.parametrize(
    ("contact", "due"),
    [
        (TEXT, True),
        (CALL, True),
        (WEB, True),
        (VOICEMAIL, True),
        (replace(TEXT, purpose=P.CRISIS), True),
        (replace(TEXT, purpose=P.OPT_OUT_CONFIRMATION), False),
        (replace(TEXT, purpose=P.NOTICE), False),
        (replace(TEXT, purpose=P.CEASE_NOTICE), False),
        (replace(TEXT, automated=False), False),
        (replace(TEXT, automated=False, purpose=P.CRISIS), False),
    ],
)
def test_a_conversation_begins_with_the_words_that_a_machine_speaks(
    contact: ProposedContact, due: bool
) -> None:
    for person in (resident("NY"), living("SG", talk=NEW)):
        assert said("AI-ALL-1", person, contact, NOON) == (machine("machine_speaks") if due else [])
        assert said("AI-ALL-1", replace(person, talk=TOLD), contact, NOON) == []


STATES = {
    "AI-CA-1": ("CA", "machine_online", WEB, "Cal. Business and Professions Code 17941"),
    "AI-UT-1": ("UT", "machine_in_finance", TEXT, "Utah Code 13-75-101 to -104"),
    "AI-ME-1": ("ME", "machine_in_trade", TEXT, "10 M.R.S. 1500-DD"),
    "AI-CO-1": ("CO", "machine_decides", TEXT, "Colorado SB 26-189"),
}
LATER = at("2027-01-15 12:00")


@pytest.mark.parametrize("rule", STATES)
def test_a_state_asks_for_it_of_its_residents_and_numbers(rule: str) -> None:
    state, reason, contact, cite = STATES[rule]
    due = machine(reason)
    assert said(rule, resident(state), contact, LATER) == due
    assert said(rule, resident("NY", number_region=state), contact, LATER) == due
    assert said(rule, resident(state, number_region="NY"), contact, LATER) == due
    assert said(rule, resident("NY"), contact, LATER) == []
    assert said(rule, resident(state, talk=TOLD), contact, LATER) == []
    assert said(rule, resident(state), replace(contact, automated=False), LATER) == []
    assert found(rule, resident(state), contact, LATER, pack="disclosure")[0].citation == cite


@pytest.mark.parametrize("rule", STATES)
def test_an_unknown_state_may_be_that_state(rule: str) -> None:
    _, reason, contact, _ = STATES[rule]
    due = machine(reason)
    assert said(rule, resident(None), contact, LATER) == due
    assert said(rule, resident(None, number_region="NY"), contact, LATER) == due
    assert said(rule, resident("NY", number_region=None), contact, LATER) == due
    assert said(rule, resident(None, country=None, number_region="NY"), contact, LATER) == due
    abroad = resident(None, country="GB", number_country="GB")
    assert said(rule, abroad, contact, LATER) == []
    number_here = resident(None, country="GB", number_region="NY")
    assert said(rule, number_here, contact, LATER) == []
    lives_here = resident("NY", number_country="GB", number_region=None)
    assert said(rule, lives_here, contact, LATER) == []


def test_california_asks_it_of_bots_online_and_maine_of_texts_calls_and_chats() -> None:
    assert said("AI-CA-1", resident("CA"), TEXT, NOON) == []
    assert said("AI-CA-1", resident("CA"), CALL, NOON) == []
    for channel in Channel:
        contact = proposed(channel=channel)
        due = channel in (Channel.SMS, Channel.VOICE, Channel.WEB)
        assert bool(said("AI-ME-1", resident("ME"), contact, NOON)) is due


@pytest.mark.parametrize(
    ("rule", "person", "start", "says"),
    [
        ("AI-ME-1", resident("ME"), at("2025-09-23 00:00", "UTC"), machine("machine_in_trade")),
        ("AI-CO-1", resident("CO"), at("2027-01-01 00:00", "UTC"), machine("machine_decides")),
        (
            "AI-EU-1",
            living("DE", talk=NEW),
            at("2026-08-02 00:00", "UTC"),
            machine("machine_in_the_eu"),
        ),
        (
            "AI-CN-1",
            living("CN", talk=NEW),
            at("2025-09-01 00:00", "UTC"),
            [required(Duty.AI_LABEL, "labelled_in_china")],
        ),
    ],
)
def test_a_law_asks_for_it_from_its_first_day_on(
    rule: str, person: ContactFacts, start: datetime, says: list[object]
) -> None:
    assert said(rule, person, TEXT, start - SECOND) == []
    assert said(rule, person, TEXT, start) == says
    assert said(rule, replace(person, talk=TOLD), TEXT, start) == []
    assert said(rule, person, replace(TEXT, automated=False), start) == []


def test_the_union_and_china_are_known_by_residence_number_or_zone() -> None:
    due = machine("machine_in_the_eu")
    assert said("AI-EU-1", resident("NY", number_country="IE"), TEXT, NOON) == due
    assert said("AI-EU-1", resident("NY"), TEXT, NOON) == []
    label = [required(Duty.AI_LABEL, "labelled_in_china")]
    assert said("AI-CN-1", resident("NY", zones=("Asia/Urumqi",)), TEXT, NOON) == label
    assert said("AI-CN-1", resident("NY", number_country="CN"), TEXT, NOON) == label
    assert said("AI-CN-1", resident("NY"), TEXT, NOON) == []


RECORDED = Talk(recording=True)
NOTICE = [required(Duty.RECORDING_NOTICE, "recording_announced")]
REFUSED = [denied("recording_refused", lifts=Lifts.CONSENT)]


@pytest.mark.parametrize(
    ("conversation", "says"),
    [
        (NEW, []),
        (RECORDED, NOTICE),
        (replace(TOLD, recording=True), []),
        (replace(RECORDED, recording_refused=True), REFUSED),
        (replace(TOLD, recording=True, recording_refused=True), REFUSED),
        (replace(NEW, recording_refused=True), []),
    ],
)
def test_every_call_is_announced_before_it_is_recorded(conversation: Talk, says: list[object]) -> None:
    for person in (resident("NY", talk=conversation), living("SG", talk=conversation)):
        for call in (CALL, replace(CALL, automated=False)):
            assert said("REC-US-1", person, call, NOON) == says
        assert said("REC-US-1", person, TEXT, NOON) == []
        assert said("REC-US-1", person, VOICEMAIL, NOON) == []


ALL_PARTY = ["CA", "CT", "DE", "FL", "IL", "MA", "MD", "MI", "MT", "NH", "NV", "PA", "WA"]


@pytest.mark.parametrize(
    ("person", "law"),
    [
        *[(resident(state, talk=RECORDED), True) for state in ALL_PARTY],
        *[(resident(state, talk=RECORDED), False) for state in ("NY", "TX", "GA", "DC", "OR")],
        (resident("NY", number_region="CA", talk=RECORDED), True),
        (resident(None, talk=RECORDED), True),
        (living("SG", talk=RECORDED), False),
    ],
)
def test_it_is_law_where_everybody_on_the_line_must_agree(person: ContactFacts, law: bool) -> None:
    (finding,) = found("REC-US-1", person, CALL, NOON, pack="disclosure")
    cite = "Cal. Penal Code 632, 632.7 and the like of other states"
    assert finding.citation == (cite if law else f"house policy, after {cite}")


def test_an_ai_voice_hears_by_transcription_and_says_so() -> None:
    due = [required(Duty.RECORDING_NOTICE, "listening_announced")]
    assert said("REC-US-2", resident("NY"), CALL, NOON) == due
    assert said("REC-US-2", resident("NY", talk=TOLD), CALL, NOON) == []
    assert said("REC-US-2", resident("NY"), replace(CALL, automated=False), NOON) == []
    assert said("REC-US-2", resident("NY"), VOICEMAIL, NOON) == []
    assert said("REC-US-2", resident("NY"), TEXT, NOON) == []
    law, policy = "Cal. Penal Code 631", "house policy, after Cal. Penal Code 631"
    assert found("REC-US-2", resident("CA"), CALL, NOON, pack="disclosure")[0].citation == law
    assert found("REC-US-2", resident("NY"), CALL, NOON, pack="disclosure")[0].citation == policy


def test_a_voicemail_of_limited_content_has_no_notice_of_recording() -> None:
    silent = [allowed("no_notice_on_voicemail", None)]
    recorded = talk(resident("NY"), recording=True)
    assert said("REC-LCM", recorded, VOICEMAIL, NOON) == silent
    assert said("REC-LCM", resident("NY"), VOICEMAIL, NOON) == []
    assert said("REC-LCM", recorded, CALL, NOON) == []
    assert said("REC-LCM", recorded, replace(TEXT, voicemail=True), NOON) == []
