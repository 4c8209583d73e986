"""The limited-content message: everything it must hold, the little it may hold, and nothing else."""

from dataclasses import replace

import pytest

from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import ContactFacts, Line, Notices, ProposedContact
from arrears.domain.compliance.speech.voicemail import left_over
from arrears.domain.people import Channel, Language
from tests.builders.compliance import LENDER, facts
from tests.domain.compliance.speech.given import NUMBER, PERSON, about, owing_a_third_party, said, voicemail

ZH_LENDER = "港湾小额贷款有限公司"
ZH_PARTS = {
    "language": Language.ZH,
    "lender": ZH_LENDER,
    "names_person": ("李明",),
    "callback_number": "400 123 4567",
}

LIMITED = [
    f"This is {PERSON} from {LENDER}. Please call me back at {NUMBER}.",
    f"Good morning. My name is {PERSON}, calling from {LENDER}. Please return my call at {NUMBER}.",
    f"Hello, this is {PERSON} with {LENDER}. It is 4:15 p.m. on Wednesday, September 1. "
    f"Please contact me or any other representative at {NUMBER}.",
    f"Hi, {PERSON} at {LENDER}. Call us on {NUMBER} between 9 a.m. and 5 p.m. tomorrow or Friday.",
    f"This is {PERSON} from {LENDER}. Reach me at 1-212-555-0142 when it is convenient for you.",
]
LIMITED_ZH = [
    f"您好，我是{ZH_LENDER}的李明，请回电 400 123 4567。",
    f"您好，这里是{ZH_LENDER}，我是李明。现在是9月1日下午4点15分，请联系我或任何一位工作人员，电话400-123-4567。",
    f"你好，我是{ZH_LENDER}的李明，请在周三上午9点至下午5点之间致电400 123 4567。",
]


@pytest.mark.parametrize("text", LIMITED)
def test_a_limited_message_is_left(text: str) -> None:
    assert said(owing_a_third_party(verified=False), voicemail(text)) == {}


@pytest.mark.parametrize("text", LIMITED_ZH)
def test_a_limited_message_is_left_in_chinese(text: str) -> None:
    assert said(facts(), voicemail(text, **ZH_PARTS)) == {}


@pytest.mark.parametrize(
    "extra",
    [
        "This call may be recorded.",
        "Your account number is 4411.",
        "It is about account 12345678.",
        "Reply STOP to stop texts.",
        "I am from the card department.",
        "See https://harbor.example",
        "It is important.",
        "Please call as soon as possible.",
        "This is an automated assistant.",
        "Thank you for your business.",
        "Press 9 to opt out.",
        "You owe it.",
        "It concerns a personal business matter.",
        "Hello Jordan.",
        "777",
        "请还款。",
    ],
)
def test_one_more_word_destroys_it(extra: str) -> None:
    reasons = said(owing_a_third_party(verified=False), voicemail(f"{LIMITED[0]} {extra}"))
    assert about(reasons["voicemail_says_more"]) == (
        "USF-LCM-1",
        "12 CFR 1006.2(j)",
        (),
        Lifts.OTHER_WORDS,
        None,
    )


@pytest.mark.parametrize(
    "extra", ["本次通话可能被录音。", "这是重要的事。", "您的账户尾号4411。", "回复退订。"]
)
def test_one_more_word_destroys_it_in_chinese(extra: str) -> None:
    assert "voicemail_says_more" in said(facts(), voicemail(LIMITED_ZH[0] + extra, **ZH_PARTS))


USUAL = voicemail()
OTHER_CHANNEL, WORDS = Lifts.OTHER_CHANNEL, Lifts.OTHER_WORDS
RINGS = Line(rings_a_third_party=True)


@pytest.mark.parametrize(
    ("person", "words", "reason", "lifts"),
    [
        (facts(), replace(USUAL, channel=Channel.SMS), "voicemail_by_voice_only", OTHER_CHANNEL),
        (facts(), replace(USUAL, channel=Channel.EMAIL), "voicemail_by_voice_only", OTHER_CHANNEL),
        (facts(line=RINGS), USUAL, "voicemail_to_third_party", OTHER_CHANNEL),
        (facts(line=Line(rings_a_third_party=False)), USUAL, None, None),
        (facts(line=Line(rings_a_third_party=None)), USUAL, None, None),
        (facts(), replace(USUAL, lender="Harbor Collections"), "voicemail_name_collects", OTHER_CHANNEL),
        (facts(), replace(USUAL, lender="Harbor Recovery Inc."), "voicemail_name_collects", OTHER_CHANNEL),
        (facts(), replace(USUAL, lender="Debt Partners"), "voicemail_name_collects", OTHER_CHANNEL),
        (facts(), replace(USUAL, lender="港湾催收公司"), "voicemail_name_collects", OTHER_CHANNEL),
        (facts(), replace(USUAL, lender="Harbor Bank"), "voicemail_no_business", Lifts.OTHER_WORDS),
        (facts(), replace(USUAL, names_person=()), "voicemail_no_person", Lifts.OTHER_WORDS),
        (facts(), replace(USUAL, names_person=("Kim Lee",)), "voicemail_no_person", Lifts.OTHER_WORDS),
        (
            facts(),
            replace(USUAL, names_person=(PERSON, "Kim Lee")),
            "voicemail_no_person",
            Lifts.OTHER_WORDS,
        ),
        (facts(), replace(USUAL, callback_number=""), "voicemail_no_number", Lifts.OTHER_WORDS),
        (
            facts(),
            replace(USUAL, callback_number="+1 212 555 0143"),
            "voicemail_no_number",
            Lifts.OTHER_WORDS,
        ),
        (
            facts(),
            voicemail(f"Hello, this is {PERSON} from {LENDER}, {NUMBER}."),
            "voicemail_no_request",
            Lifts.OTHER_WORDS,
        ),
        (facts(), replace(USUAL, lender="Collective Bank"), "voicemail_no_business", Lifts.OTHER_WORDS),
    ],
)
def test_each_part_of_it_is_needed(
    person: ContactFacts, words: ProposedContact, reason: str | None, lifts: Lifts | None
) -> None:
    of_voicemail = {name: f for name, f in said(person, words).items() if name.startswith("voicemail_")}
    assert of_voicemail.keys() == ({reason} if reason else set())
    if reason:
        citation = "house policy, after 12 CFR 1006.2(j)"
        assert about(of_voicemail[reason]) == ("USF-LCM-1", citation, (), lifts, None)


def test_a_machine_leaves_no_message_of_its_own() -> None:
    """What it owes, to say that it is one and how to opt out, has no room in such a message."""
    for person in (facts(), owing_a_third_party(verified=False), facts(consents=())):
        by_machine = said(person, voicemail(natural_voice=False))["voicemail_by_machine"]
        assert (by_machine.rule_id, by_machine.lifts) == ("USF-LCM-1", Lifts.OTHER_CHANNEL)
        for by_person in (voicemail(), voicemail(automated=False, natural_voice=False)):
            assert "voicemail_by_machine" not in said(person, by_person)


@pytest.mark.parametrize("alias", [None, PERSON])
def test_several_people_may_be_named(alias: str | None) -> None:
    text = f"Hello, this is {PERSON} and Kim Lee from {LENDER}. Please call us at {NUMBER}."
    person = facts(notices=Notices(registered_alias=alias))
    assert said(person, voicemail(text, names_person=(PERSON, "Kim Lee"))) == {}


@pytest.mark.parametrize(
    ("text", "part", "left"),
    [
        ("Hello Ab12.", "Ab12", ""),
        ("Hello Abc12.", "Abc12", ""),
        ("Hello (212) 555-0142.", "212 555 0142", ""),
        ("Hello Kim important matter.", "Kim", "important matter"),
    ],
)
def test_what_is_left_over_is_what_it_says_too_much(text: str, part: str, left: str) -> None:
    assert left_over(text, (part,)) == left


def test_a_notice_of_recording_has_no_place_in_it() -> None:
    words = voicemail(f"{LIMITED[0]} This call may be recorded.")
    expected = ("REC-LCM", "12 CFR 1006.2(j)", (), Lifts.OTHER_WORDS, None)
    assert about(said(owing_a_third_party(verified=False), words)["voicemail_recording"]) == expected
    assert "voicemail_recording" not in said(facts(), replace(words, voicemail=False))


def test_a_debt_is_never_told_to_a_machine_even_to_the_verified() -> None:
    reasons = said(owing_a_third_party(), voicemail(f"{LIMITED[0]} You owe it."))
    assert about(reasons["debt_on_machine"]) == (
        "USF-3PD-1",
        "12 CFR 1006.6(d)(1)",
        (),
        Lifts.OTHER_WORDS,
        None,
    )
