"""Claims, demands and tones: what is never said, and what is said only while it is true."""

from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import (
    ContactFacts,
    DebtTerms,
    Line,
    Notices,
    ProposedContact,
    Recipient,
    Talk,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import LENDER, NOON, SAID, facts, in_china, reply
from tests.domain.compliance.speech.given import (
    about,
    chat,
    found,
    owing_a_third_party,
    said,
    spoken,
    verified,
)

WORDS = Lifts.OTHER_WORDS
MISREP = "house policy, after 12 CFR 1006.18(b)-(d)"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("This is the sheriff.", "words_threat"),
        ("We are calling from the attorney general's office, the government.", "words_threat"),
        ("This is Experian.", "words_threat"),
        ("I am a lawyer.", "words_threat"),
        ("You will get a summons.", "words_threat"),
        ("The police will come.", "words_threat"),
        ("This is an official notice.", "words_threat"),
        ("Think of your immigration status.", "words_threat"),
        ("We will tell your boss.", "words_threat"),
        ("我们是律师事务所。", "words_threat"),
        ("将寄出律师函。", "words_threat"),
        ("我们将报警。", "words_threat"),
        ("会有传票给您。", "words_threat"),
        ("We will expose you.", "words_exposure"),
        ("We have your contact list.", "words_exposure"),
        ("会在网上曝光。", "words_exposure"),
        ("我们会联系您单位。", "words_exposure"),
        ("We will sue you.", "suit_not_intended"),
        ("我们会走法律程序。", "suit_not_intended"),
        ("We will garnish your wages.", "seizure_not_intended"),
        ("您的账户会被冻结。", "seizure_not_intended"),
        ("This harms your credit score.", "report_not_intended"),
        ("会影响您的征信。", "report_not_intended"),
        ("This is your last chance.", "words_urgency"),
        ("请立即还款。", "words_urgency"),
    ],
)
def test_no_threat_and_no_claim_that_is_not_intended(text: str, reason: str) -> None:
    finding = next(f for f in found(verified(), chat(text)) if f.reason == reason and "MISREP" in f.rule_id)
    assert about(finding) == ("USF-MISREP-1", MISREP, (), WORDS, None)
    collector = next(f for f in found(owing_a_third_party(), chat(text)) if f.reason == reason)
    assert collector.citation == "12 CFR 1006.18(b)-(d)"


@pytest.mark.parametrize(
    ("text", "step", "reason"),
    [
        ("We will sue you.", "suit", "suit_not_intended"),
        ("Your wages may be garnished.", "seizure", "seizure_not_intended"),
        ("We report to a credit bureau.", "credit_report", "report_not_intended"),
    ],
)
def test_a_step_that_is_lawful_and_decided_may_be_named(text: str, step: str, reason: str) -> None:
    others = frozenset({"suit", "seizure", "credit_report"}) - {step}
    for intended, refused in ((frozenset({step}), False), (others, True)):
        terms = DebtTerms(intended=intended, limitation_expired=False)
        assert (reason in said(verified(terms=terms), chat(text))) is refused


@pytest.mark.parametrize(
    ("expired", "text", "refused"),
    [
        (True, "We will sue you.", True),
        (None, "We will sue you.", True),
        (False, "We will sue you.", False),
        (True, "We will garnish your wages.", True),
        (True, "This harms your credit score.", False),
        (True, "You owe it.", False),
    ],
)
def test_a_time_barred_debt_is_not_sued_for(expired: bool | None, text: str, refused: bool) -> None:
    terms = DebtTerms(limitation_expired=expired, intended=frozenset({"suit", "seizure", "credit_report"}))
    reasons = said(verified(terms=terms), chat(text))
    assert reasons.keys() == ({"suit_time_barred"} if refused else set())
    if refused:
        missing = "terms.limitation_expired" if expired is None else None
        citation = "house policy, after 12 CFR 1006.26(b)"
        assert about(reasons["suit_time_barred"]) == ("USF-TBD-1", citation, (), WORDS, missing)


DEMANDS = [
    "Please pay in full today.",
    "Payment is expected within 5 days.",
    "You must pay it.",
    "Do not dispute it.",
    "请在今天之内还清。",
    "请尽快还款。",
    "不必提出异议。",
]
ENDS = NOON + timedelta(days=9)
SAID_ALL = {"talk": Talk(disclosed=SAID | {"mini_miranda_initial"})}


@pytest.mark.parametrize("text", DEMANDS)
def test_a_demand_overshadows_until_the_period_has_ended(text: str) -> None:
    person = owing_a_third_party(notices=Notices(validation_ends_at=ENDS), **SAID_ALL)
    last = said(person, chat(text), ENDS - timedelta(microseconds=1))["words_overshadow"]
    cite = "12 CFR 1006.38(b)"
    assert about(last) == ("USF-OVER-1", cite, (("until", str(ENDS.date())),), WORDS, None)
    assert said(person, chat(text), ENDS) == {}


@pytest.mark.parametrize("text", ["What could you pay, and by what day?", "您能还多少、哪天还？"])
def test_a_question_overshadows_nothing(text: str) -> None:
    assert said(owing_a_third_party(notices=Notices(validation_ends_at=ENDS), **SAID_ALL), chat(text)) == {}


def test_an_unknown_period_has_not_ended_for_a_collector() -> None:
    unknown = said(owing_a_third_party(**SAID_ALL), chat(DEMANDS[0]))
    missing = "notices.validation_ends_at"
    assert about(unknown["words_overshadow_unknown"]) == (
        "USF-OVER-1",
        "12 CFR 1006.38(b)",
        (),
        WORDS,
        missing,
    )
    assert said(verified(), chat(DEMANDS[0])) == {}
    period = said(verified(notices=Notices(validation_ends_at=ENDS)), chat(DEMANDS[0]))
    assert period["words_overshadow"].citation == "house policy, after 12 CFR 1006.38(b)"


BUSY = Talk(disclosed=SAID, busy=True)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Just two minutes, please.", True),
        ("Before you go, one thing.", True),
        ("This will be quick.", True),
        ("Can we continue?", True),
        ("只要两分钟。", True),
        ("耽误您一下。", True),
        ("可以继续说吗？", True),
        ("What time suits you better?", False),
        ("您什么时间比较方便？", False),
    ],
)
def test_who_is_busy_is_not_asked_to_carry_on(text: str, refused: bool) -> None:
    reasons = said(verified(talk=BUSY), chat(text))
    assert reasons.keys() == ({"words_go_on"} if refused else set())
    if refused:
        cite = "house policy, after comment 6(b)(4)(i)-1 to 12 CFR 1006.6"
        assert about(reasons["words_go_on"]) == ("USF-BUSY-1", cite, (), WORDS, None)
    assert said(verified(), chat(text)) == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("会在网上曝光。", "words_exposure"),
        ("您可以向朋友借。", "words_borrow"),
        ("用信用卡还。", "words_borrow"),
        ("Borrow it from a friend.", "words_borrow"),
        ("请加我微信。", "words_private"),
        ("Pay to my personal account.", "words_private"),
        ("另有额外收费。", "words_private"),
    ],
)
def test_the_guideline_of_china_forbids_more(text: str, reason: str) -> None:
    cite = "China Banking Association guideline, 30 January 2026"
    finding = next(f for f in found(in_china(verified=True), chat(text)) if f.rule_id == "CN-CONTENT")
    assert about(finding) == ("CN-CONTENT", cite, (), WORDS, None)
    assert finding.reason == reason
    assert "CN-CONTENT" not in {f.rule_id for f in found(verified(), chat(text))}


@pytest.mark.parametrize("text", ["续贷不额外收费。", "这样还不会额外收手续费。", "没有额外费用。"])
def test_to_say_that_nothing_more_is_charged_is_no_extra_charge(text: str) -> None:
    assert "CN-CONTENT" not in {f.rule_id for f in found(in_china(verified=True), chat(text))}


@pytest.mark.parametrize(
    ("text", "changes", "refused"),
    [
        ("You are pre-approved.", {}, True),
        ("您可以申请新的贷款。", {}, True),
        ("You are pre-approved.", {"new_credit": True}, False),
        ("You are pre-approved.", {"channel": Channel.VOICE}, True),
        ("You are pre-approved.", {"channel": Channel.WEB}, False),
        ("You owe it.", {}, False),
    ],
)
def test_new_credit_is_not_offered_in_passing(text: str, changes: dict[str, object], refused: bool) -> None:
    reasons = said(verified(), reply(text=text, **changes))
    assert ("words_new_credit" in reasons) is refused
    if refused:
        whole = ("TCPA-MKT", "47 CFR 64.1200(a)(2), (f)(9)", (), WORDS, None)
        assert about(reasons["words_new_credit"]) == whole


@pytest.mark.parametrize(
    ("person", "refused"),
    [
        (verified(), True),
        (in_china(verified=True, inbound_at=NOON), False),
        (in_china(verified=True, inbound_at=NOON, number_country="US"), True),
    ],
)
def test_the_telephone_act_of_the_united_states_has_no_say_elsewhere(
    person: ContactFacts, refused: bool
) -> None:
    reasons = said(person, reply(text="您可以申请新的贷款。"))
    assert ("words_new_credit" in reasons) is refused


POSING = f"This is {LENDER}, which made the loan to you."


def test_a_collector_does_not_pose_as_the_lender() -> None:
    for text in (POSING, "这笔贷款由我们发放。"):
        assert about(said(owing_a_third_party(), chat(text))["words_posing"]) == (
            "USF-MISREP-1",
            "12 CFR 1006.18(b)-(d)",
            (),
            WORDS,
            None,
        )
        assert "words_posing" not in said(verified(), chat(text))
    assert "words_posing" in said(verified(relationship=Relationship.UNKNOWN), chat(POSING))


NOTICE = {"purpose": ContactPurpose.NOTICE, "text": "You owe it. Reply STOP to stop e-mails."}
ELSEWHERE = facts(line=Line(rings_a_third_party=True))
CHANNEL = Lifts.OTHER_CHANNEL


REPRESENTED = facts(statuses=frozenset({SpecialStatus.ATTORNEY}))


@pytest.mark.parametrize(
    ("person", "words", "reason", "lifts"),
    [
        (facts(), chat("You owe it."), "debt_to_unverified", Lifts.IDENTITY),
        (verified(), chat("You owe it."), None, None),
        (verified(), chat("You owe it.", public=True), "debt_in_public", CHANNEL),
        (verified(), chat("You owe it.", recipient=Recipient.OTHER), "debt_to_others", Lifts.NEVER),
        (facts(), chat("You owe it.", recipient=Recipient.SPOUSE), "debt_to_unverified", Lifts.IDENTITY),
        (facts(), chat("You owe it.", recipient=Recipient.ATTORNEY), "debt_to_unverified", Lifts.IDENTITY),
        (REPRESENTED, chat("You owe it.", recipient=Recipient.ATTORNEY), None, None),
        (facts(), chat("You owe it.", recipient=Recipient.CREDITOR), None, None),
        (facts(), chat("You owe it.", recipient=Recipient.CREDIT_BUREAU), None, None),
        (facts(), reply(channel=Channel.LETTER, **NOTICE), None, None),
        (facts(), reply(channel=Channel.EMAIL, **NOTICE), None, None),
        (facts(), reply(channel=Channel.WEB, **NOTICE), "debt_to_unverified", Lifts.IDENTITY),
        (facts(), chat("You owe it.", channel=Channel.LETTER), "debt_to_unverified", Lifts.IDENTITY),
        (ELSEWHERE, reply(channel=Channel.LETTER, **NOTICE), "debt_to_unverified", Lifts.IDENTITY),
        (facts(), chat("We will sue you."), "debt_to_unverified", Lifts.IDENTITY),
        (facts(), chat("As you asked.", speaks_of_debt=True), "debt_to_unverified", Lifts.IDENTITY),
    ],
)
def test_who_is_on_the_line_decides_what_is_said_of_a_debt(
    person: ContactFacts, words: ProposedContact, reason: str | None, lifts: Lifts | None
) -> None:
    of_debt = {name: f for name, f in said(person, words).items() if f.rule_id == "USF-3PD-1"}
    assert of_debt.keys() == ({reason} if reason else set())
    if reason:
        assert about(of_debt[reason]) == (
            "USF-3PD-1",
            "house policy, after 12 CFR 1006.6(d)(1)",
            (),
            lifts,
            None,
        )


def test_the_tone_and_the_links_of_a_text() -> None:
    table = [
        ("Shame on you.", "words_abuse", "USF-ABUSE-1", "house policy, after 12 CFR 1006.14(d)", WORDS),
        ("I am a real person.", "words_human", "AI-ALL-1", "house policy", WORDS),
        ("See bit.ly/x1", "words_shortener", "TW-URL-1", "Twilio messaging policy", WORDS),
        ("A settlement is possible.", "words_settlement", "TW-10DLC-3", "Twilio error 30869", CHANNEL),
    ]
    for text, reason, rule, citation, lifts in table:
        assert about(said(verified(), reply(text=text))[reason]) == (rule, citation, (), lifts, None)
    assert said(verified(), spoken("I am a real person.", automated=False)).keys() == {"words_nameless"}
    nameless = said(verified(purpose=Purpose.CONSUMER), spoken("Hello.", automated=False))["words_nameless"]
    assert about(nameless) == ("P-ID-1", "house policy, after 12 CFR 1006.14(g)", (), WORDS, None)
