"""What must stand in the words, unless it was said before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts
from arrears.domain.compliance.facts import ContactFacts, Notices, ProposedContact, Recipient, Standing, Talk
from arrears.domain.compliance.packs.status import SILENCES
from arrears.domain.compliance.silent import SILENT
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language
from tests.builders.compliance import LENDER, NOON, SAID, chinese, facts, in_china, proposed, reply
from tests.domain.compliance.speech.given import (
    about,
    chat,
    fresh,
    said,
    spoken,
    verified,
    voicemail,
    with_disclosed,
)

WORDS = Lifts.OTHER_WORDS
AI = f"This is the automated assistant of {LENDER}."
CONSUMER = {"relationship": Relationship.FIRST_PARTY, "purpose": Purpose.CONSUMER}


@pytest.mark.parametrize(
    ("person", "words", "refused"),
    [
        (fresh(), reply(), True),
        (fresh(), chat("Thank you."), True),
        (fresh(), reply(text=AI), False),
        (facts(), reply(), False),
        (with_disclosed(fresh(), "ai_disclosure"), reply(), False),
        (with_disclosed(fresh(), "ai_disclosure", "ai_disclosure:en"), reply(), False),
        (with_disclosed(fresh(), "ai_disclosure", "ai_disclosure:zh"), reply(), True),
        (fresh(), reply(text="我是自动助理。"), True),
        (fresh(), reply(text="我是自动助理。", language=Language.ZH), False),
        (fresh(), proposed(automated=False), False),
        (fresh(), reply(purpose=ContactPurpose.SUPERVISOR), True),
        (fresh(person_active=True), reply(purpose=ContactPurpose.SUPERVISOR), False),
        (fresh(person_active=True), reply(), True),
        (fresh(), reply(purpose=ContactPurpose.CRISIS), False),
        (fresh(), reply(purpose=ContactPurpose.OPT_OUT_CONFIRMATION), False),
        (fresh(), proposed(purpose=ContactPurpose.NOTICE, channel=Channel.EMAIL, text="Hello"), False),
        (fresh(), proposed(channel=Channel.LETTER, text="Hello"), False),
        (fresh(), voicemail(), False),
    ],
)
def test_the_first_words_say_that_a_machine_speaks(
    person: ContactFacts, words: ProposedContact, refused: bool
) -> None:
    assert ("ai_not_said" in said(person, words)) is refused


def test_the_refusal_of_an_unnamed_machine_is_house_policy() -> None:
    assert about(said(fresh(), reply())["ai_not_said"]) == ("AI-ALL-1", "house policy", (), WORDS, None)


RECORDED = Talk(disclosed=SAID, recording=True)


@pytest.mark.parametrize(
    ("talk", "words", "refused"),
    [
        (RECORDED, spoken(AI), True),
        (RECORDED, spoken(f"This call may be recorded. {AI}"), False),
        (RECORDED, spoken(f"{AI} This call may be recorded."), False),
        (RECORDED, spoken(f"Hello. {AI} This call may be recorded."), True),
        (RECORDED, spoken("本次通话可能被录音。"), True),
        (RECORDED, spoken("本次通话可能被录音。", language=Language.ZH), False),
        (replace(RECORDED, recording=False), spoken(AI), False),
        (replace(RECORDED, disclosed=SAID | {"recording_notice"}), spoken(AI), False),
        (RECORDED, spoken(AI, automated=False), True),
        (RECORDED, spoken(AI, purpose=ContactPurpose.REPLY), True),
        (RECORDED, spoken(AI, purpose=ContactPurpose.CRISIS), False),
        (RECORDED, reply(), False),
        (RECORDED, voicemail(), False),
    ],
)
def test_a_recorded_call_says_so_first(talk: Talk, words: ProposedContact, refused: bool) -> None:
    assert ("recording_not_said" in said(facts(talk=talk, inbound_at=NOON), words)) is refused


@pytest.mark.parametrize(
    ("person", "citation"),
    [
        (facts(talk=RECORDED), "Cal. Penal Code 632, 632.7 and the like of other states"),
        (
            in_china(talk=RECORDED),
            "house policy, after Cal. Penal Code 632, 632.7 and the like of other states",
        ),
    ],
)
def test_a_recording_is_announced_everywhere(person: ContactFacts, citation: str) -> None:
    finding = said(person, spoken(AI))["recording_not_said"]
    assert about(finding) == ("REC-US-1", citation, (), WORDS, None)


@pytest.mark.parametrize(
    ("person", "words", "refused"),
    [
        (facts(), spoken("Hello, an automated assistant here."), True),
        (facts(), spoken(AI), False),
        (facts(), spoken(f"This call may be recorded. {AI}"), False),
        (facts(), spoken(f"Hello. We have a message. {AI}"), True),
        (facts(), spoken("Thank you.", purpose=ContactPurpose.REPLY), True),
        (with_disclosed(facts(), "registered_name"), spoken("Hello"), False),
        (facts(), spoken("Hello", automated=False), False),
        (facts(), spoken("Hello", purpose=ContactPurpose.CRISIS), False),
        (facts(), reply(), False),
        (in_china(), spoken("Hello"), False),
        (in_china(number_country="US", number_region="NY"), spoken("Hello"), True),
    ],
)
def test_an_artificial_voice_begins_with_the_registered_name(
    person: ContactFacts, words: ProposedContact, refused: bool
) -> None:
    reasons = said(person, words)
    assert ("name_not_first" in reasons) is refused
    if refused:
        whole = ("TCPA-ID-1", "47 CFR 64.1200(b)(1)", (), WORDS, None)
        assert about(reasons["name_not_first"]) == whole


def test_an_automated_voicemail_gives_the_number() -> None:
    text = "Hello, this is Robin Smith from Harbor Lending LLC. Please call me back."
    without = voicemail(text)
    assert about(said(facts(), without)["number_not_said"]) == (
        "TCPA-ID-1",
        "47 CFR 64.1200(b)(2)",
        (),
        WORDS,
        None,
    )
    for words in (voicemail(), replace(without, automated=False), spoken(AI)):
        assert "number_not_said" not in said(facts(), words)


MA = {"region": "MA", "number_region": "MA"}
ALIAS = Notices(registered_alias="Ada 17")
NAMED = f"{AI} I am Ada 17."


@pytest.mark.parametrize(
    ("person", "words", "refused"),
    [
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken(AI), True),
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken("I am Ada 17."), True),
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken(NAMED), False),
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken(NAMED.replace("Ada 17", "ADA-17")), False),
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken(NAMED.replace("17", "171")), True),
        (facts(**MA, **CONSUMER), spoken(AI), False),
        (facts(**MA, notices=ALIAS), spoken(AI), False),
        (facts(**CONSUMER, notices=ALIAS), spoken(AI), False),
        (facts(**MA, **CONSUMER, notices=ALIAS), voicemail(), False),
        (facts(**MA, **CONSUMER, notices=ALIAS), spoken(AI, purpose=ContactPurpose.REPLY), False),
        (with_disclosed(facts(**MA, **CONSUMER, notices=ALIAS), "caller_name"), spoken(AI), False),
    ],
)
def test_a_caller_in_massachusetts_gives_company_and_name(
    person: ContactFacts, words: ProposedContact, refused: bool
) -> None:
    reasons = said(person, words)
    assert ("caller_not_said" in reasons) is refused
    if refused:
        assert about(reasons["caller_not_said"]) == ("MA-ID-1", "940 CMR 7.04(1)(d)", (), WORDS, None)


IN_CHINA = in_china(verified=True)
NAMELESS = "您好。回复“退订”可停止接收短信。"
ZH_REPLY = chinese(purpose=ContactPurpose.REPLY, text="已经记录。")
CN_CITE = "China Banking Association guideline, 30 January 2026"


@pytest.mark.parametrize(
    ("person", "words", "reasons"),
    [
        (in_china(verified=True), ZH_REPLY, {"institution_not_said", "purpose_not_said"}),
        (in_china(verified=True), replace(ZH_REPLY, text="您的贷款逾期了。"), {"institution_not_said"}),
        (
            in_china(verified=True),
            replace(ZH_REPLY, text="这里是港湾小额贷款有限公司。"),
            {"purpose_not_said"},
        ),
        (with_disclosed(in_china(verified=True), *SAID, "caller_name"), ZH_REPLY, {"purpose_not_said"}),
        (with_disclosed(in_china(verified=True), *SAID, "registered_name"), ZH_REPLY, {"purpose_not_said"}),
        (
            with_disclosed(in_china(verified=True), *SAID, "purpose_stated"),
            ZH_REPLY,
            {"institution_not_said"},
        ),
        (in_china(verified=True, notices=Notices(initial_at=NOON)), ZH_REPLY, set()),
        (in_china(verified=True, talk=Talk(disclosed=SAID, busy=True)), ZH_REPLY, {"institution_not_said"}),
        (in_china(inbound_at=NOON), ZH_REPLY, set()),
        (in_china(), chinese(), set()),
        (
            in_china(),
            chinese(text="您好。回复“退订”可停止接收短信。"),
            {"institution_not_said", "words_nameless"},
        ),
        (in_china(talk=Talk(disclosed=frozenset({Duty.AI_DISCLOSURE}))), ZH_REPLY, {"person_not_offered"}),
        (
            in_china(talk=Talk(disclosed=frozenset({Duty.AI_DISCLOSURE}))),
            replace(ZH_REPLY, automated=False),
            set(),
        ),
        (
            in_china(talk=Talk(disclosed=frozenset({Duty.AI_DISCLOSURE}))),
            replace(ZH_REPLY, text="您可以要求转人工。"),
            set(),
        ),
        (verified(), ZH_REPLY, set()),
        (verified(talk=Talk(disclosed=frozenset({Duty.AI_DISCLOSURE}))), ZH_REPLY, set()),
        (in_china(verified=True, talk=Talk()), replace(ZH_REPLY, purpose=ContactPurpose.CRISIS), set()),
    ],
)
def test_in_china_the_debtor_learns_who_speaks_and_why(
    person: ContactFacts, words: ProposedContact, reasons: set[str]
) -> None:
    refused = said(person, words)
    assert set(refused) == reasons
    rules = {
        "institution_not_said": "CN-ID-1",
        "purpose_not_said": "CN-ID-1",
        "person_not_offered": "CN-AI-1",
    }
    for reason in reasons & rules.keys():
        assert about(refused[reason]) == (rules[reason], CN_CITE, (), WORDS, None)


def test_under_a_silence_the_debtor_is_answered_without_a_word_of_what_it_is_about() -> None:
    for status in SpecialStatus:
        owes = "purpose_not_said" in said(in_china(verified=True, statuses=(status,)), ZH_REPLY)
        assert owes is (status not in SILENCES), status
    paused = (Standing(SpecialStatus.DISPUTE, NOON, written=False, until=NOON + timedelta(days=9)),)
    assert "purpose_not_said" in said(in_china(verified=True, standing=paused), ZH_REPLY)


def test_who_may_hear_of_it_under_a_silence_is_told_what_it_is_about() -> None:
    stopped = in_china(verified=True, statuses=(SpecialStatus.BANKRUPTCY,))
    assert "purpose_not_said" in said(stopped, replace(ZH_REPLY, recipient=Recipient.ATTORNEY))
    assert "purpose_not_said" not in said(stopped, replace(ZH_REPLY, recipient=Recipient.GUARANTOR))


def test_the_silences_are_those_that_the_rules_of_statuses_have() -> None:
    assert SILENCES.keys() == SILENT
