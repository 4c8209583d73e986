"""A message that a person has recorded and a machine plays to a machine: where it may be left, and where not.

The voice and the words are a person's, so nothing is owed that a machine owes of itself. It is a prerecorded
voice all the same: consent, the registered name, the number and the hours of robocalls bind it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.policy_messages import load_catalog
from arrears.adapters.policy_voicemails import words_to_record
from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decide import decide, findings
from arrears.domain.compliance.decision import Decision, Duty, Granted, Verdict
from arrears.domain.compliance.facts import ContactFacts, Line, Notices, ProposedContact, Talk
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType
from tests.builders.compliance import (
    LENDER,
    LOS_ANGELES,
    NOON,
    PACKS_FOLDER,
    SAID,
    at,
    consent,
    facts,
    in_china,
    packs,
    proposed,
    withdrawal,
)

PERSON, NUMBER = "Ann Example", "+1 212 555 0100"
CATALOG = load_catalog(PACKS_FOLDER.parent / "messages")
EN, ZH = (words_to_record(CATALOG, language, LENDER, PERSON, NUMBER) for language in Language)
RECORDED = proposed(
    channel=Channel.VOICE,
    carrier=Carrier.CALL,
    text=EN,
    voicemail=True,
    natural_voice=True,
    names_person=(PERSON,),
    callback_number=NUMBER,
)
IN_CHINESE = replace(RECORDED, text=ZH, language=Language.ZH)
TALK = Talk(disclosed=frozenset(), recording=True)  # a call: nothing has been said on it yet
MAY_CALL = (consent(Channel.VOICE),)
CALIFORNIA = {"region": "CA", "number_region": "CA", "zones": (LOS_ANGELES,)}
MASSACHUSETTS = {"region": "MA", "number_region": "MA"}
CONSUMER = {"purpose": Purpose.CONSUMER}
STATES = ("CA", "CO", "FL", "IL", "MA", "ME", "NY", "TX", "UT", "WA")


def called(**changes: object) -> ContactFacts:
    """Somebody who has agreed to automated calls, and whose machine has just answered one."""
    return facts(**{"talk": TALK, "consents": MAY_CALL, **changes})


def decided(person: ContactFacts, words: ProposedContact = RECORDED) -> Decision:
    return decide(packs(), person, words, NOON)


def refusals(person: ContactFacts, words: ProposedContact = RECORDED) -> set[str]:
    found = findings(packs(), person, words, NOON)
    return {f"{each.rule_id} {each.reason}" for each in found if each.verdict is Verdict.DENY}


@pytest.mark.parametrize("words", [RECORDED, IN_CHINESE])
@pytest.mark.parametrize(
    "person",
    [
        called(),
        called(**CONSUMER),
        called(**CONSUMER, relationship=Relationship.THIRD_PARTY),
        called(line_type=LineType.LANDLINE),
        called(**CALIFORNIA),
        called(**CALIFORNIA, **CONSUMER),
        called(**MASSACHUSETTS, **CONSUMER),
        called(**MASSACHUSETTS, **CONSUMER, notices=Notices(registered_alias="Ada 17")),
    ],
)
def test_it_is_left_with_consent(person: ContactFacts, words: ProposedContact) -> None:
    assert isinstance(decided(person, words), Granted), refusals(person, words)


@pytest.mark.parametrize(
    ("person", "words", "reason"),
    [
        (called(), replace(RECORDED, natural_voice=False), "USF-LCM-1 voicemail_by_machine"),
        (called(), replace(RECORDED, voicemail=False), "AI-ALL-1 ai_not_said"),
        (called(), replace(RECORDED, names_person=()), "USF-LCM-1 voicemail_no_person"),
        (called(), replace(RECORDED, callback_number="+1 212 555 0199"), "USF-LCM-1 voicemail_no_number"),
        (called(), replace(RECORDED, lender="Pine Lending LLC"), "USF-LCM-1 voicemail_no_business"),
        (called(), replace(RECORDED, lender="Pine Lending LLC"), "TCPA-ID-1 name_not_first"),
        (
            called(),
            replace(RECORDED, lender="Harbor Collections", text=EN.replace(LENDER, "Harbor Collections")),
            "USF-LCM-1 voicemail_name_collects",
        ),
        (called(), replace(RECORDED, text=f"{EN} It is urgent."), "USF-LCM-1 voicemail_says_more"),
        (
            called(line=Line(LineType.MOBILE, rings_a_third_party=True)),
            RECORDED,
            "USF-LCM-1 voicemail_to_third_party",
        ),
        (called(consents=()), RECORDED, "TCPA-AIV-1 no_consent"),
        (called(consents=(), line_type=LineType.LANDLINE), RECORDED, "TCPA-ID-2 toll_free_not_said"),
        (called(consents=(), line_type=LineType.LANDLINE), IN_CHINESE, "TCPA-ID-2 toll_free_not_said"),
        (called(consents=(*MAY_CALL, withdrawal(Channel.SMS))), RECORDED, "TCPA-STOP-2 stop_by_text"),
        (
            called(**CALIFORNIA, consents=(), line_type=LineType.LANDLINE),
            RECORDED,
            "CA-ADAD-1 ca_no_agreement",
        ),
    ],
)
def test_it_is_not_left(person: ContactFacts, words: ProposedContact, reason: str) -> None:
    assert reason in refusals(person, words)


def test_the_name_stands_at_its_beginning() -> None:
    late = f"Hello. My name is {PERSON}. I am calling from {LENDER}. Please call me back at {NUMBER}."
    assert refusals(called(), replace(RECORDED, text=late)) == {"TCPA-ID-1 name_not_first"}


def test_california_hears_no_machine_play_it_before_nine() -> None:
    early = at("2026-11-24 08:30", LOS_ANGELES)
    found = findings(packs(), called(**CALIFORNIA), RECORDED, early)
    assert "CA-ADAD-1" in {finding.rule_id for finding in found if finding.verdict is Verdict.DEFER}


def test_the_name_of_a_machine_is_registered_in_massachusetts_and_a_persons_own_is_not() -> None:
    person = called(**MASSACHUSETTS, **CONSUMER)
    assert "MA-ID-1 ma_alias_unknown" in refusals(person, replace(RECORDED, natural_voice=False))
    assert refusals(person) == set()


def test_nothing_is_owed_that_a_machine_owes_of_itself() -> None:
    of_machines = {Duty.AI_DISCLOSURE, Duty.AI_LABEL, Duty.HUMAN_OFFERED}
    for person in (called(region="UT"), in_china(talk=TALK, consents=MAY_CALL)):
        for natural, owed in ((True, False), (False, True)):
            words = replace(RECORDED, natural_voice=natural)
            duties = {finding.duty for finding in findings(packs(), person, words, NOON)}
            assert bool(of_machines & duties) is owed


FACTS = st.fixed_dictionaries(
    {
        "region": st.sampled_from(STATES),
        "number_region": st.sampled_from(STATES),
        "purpose": st.sampled_from(Purpose),
        "relationship": st.sampled_from(Relationship),
        "line_type": st.sampled_from(LineType),
        "consents": st.sampled_from([(), MAY_CALL, (consent(Channel.SMS),), (consent(),)]),
    }
)


@given(FACTS, st.sampled_from([RECORDED, IN_CHINESE]), st.sampled_from(list(ContactPurpose)))
def test_nowhere_is_it_left_without_consent_or_in_the_voice_of_a_machine(
    told: dict[str, object], words: ProposedContact, purpose: ContactPurpose
) -> None:
    person = called(**told, inbound_at=NOON)
    as_purposed = replace(words, purpose=purpose)
    assert not isinstance(decided(person, replace(as_purposed, natural_voice=False)), Granted)
    if isinstance(decided(person, as_purposed), Granted) and purpose is ContactPurpose.OUTREACH:
        assert told["consents"] in (MAY_CALL, (consent(),))


def test_a_conversation_that_a_machine_had_is_no_excuse() -> None:
    """What was disclosed before on the line does not make it a message of the machine's."""
    person = called(talk=Talk(disclosed=SAID, recording=True))
    assert "USF-LCM-1 voicemail_by_machine" in refusals(person, replace(RECORDED, natural_voice=False))
