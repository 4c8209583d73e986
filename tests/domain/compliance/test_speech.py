"""The words themselves: identity first, no threats, no shorteners, no claim to be human, a way out."""

import pytest

from arrears.domain.compliance.decide import decide, findings
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language
from tests.builders.compliance import LENDER, NEUTRAL, NOON, facts, packs, proposed, reply


def speech_findings(person: ContactFacts, words: ProposedContact) -> tuple[str, ...]:
    found = findings(packs(), person, words, NOON)
    return tuple(finding.rule_id for finding in found if finding.pack.startswith("speech "))


def said(text: str, *, verified: bool = True, **changes: object) -> set[str]:
    person = facts(verified=verified, inbound_at=NOON)
    return set(speech_findings(person, reply(text=text, **changes)))


@pytest.mark.parametrize(
    "text",
    [
        "Your balance is ready.",
        "You owe it to us.",
        "It is OVERDUE",
        "a payment",
        "Could you pay on Friday?",
        "It was due on 3 May.",
        "The amount is $120.50",
        "120 dollars would do",
        "Your lo\u200ban",
        "Ｙｏｕｒ ＤＥＢＴ",
        "an instalment of the loan",
        "您的欠款",
        "已经逾期三天",
        "请尽快还款",
        "您的贷 款",
        "您的loan怎么样",
        "您能还多少？",
        "余额是￥300",
        "一共300元",
        "您的貸款",
    ],
)
def test_words_about_a_debt_are_for_the_verified_alone(text: str) -> None:
    assert "USF-3PD-1" in said(text, verified=False)
    assert "USF-3PD-1" not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have a message for you.",
        "Please reply with your date of birth and the last four digits of your account number.",
        f"This is the automated assistant of {LENDER}.",
        "That is due to an error of ours.",
        "您好，有一件事需要与您本人确认。",
        "您还好吗？",
    ],
)
def test_neutral_words_are_for_anyone(text: str) -> None:
    assert said(text, verified=False) == set()


def test_the_lenders_own_name_is_not_a_word_about_a_debt() -> None:
    assert not says_debt(
        proposed(text="Hello from Bright Loan Payments Inc.", lender="Bright Loan Payments Inc.")
    )
    assert says_debt(proposed(text="Hello from Bright Loan Payments Inc.", lender=LENDER))


def test_the_author_may_say_more_than_the_words_show() -> None:
    assert "USF-3PD-1" in said("About what you asked.", verified=False, speaks_of_debt=True)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("You will be arrested.", "USF-MISREP-1"),
        ("We will sue you.", "USF-MISREP-1"),
        ("A lawsuit will follow.", "USF-MISREP-1"),
        ("You could go to jail", "USF-MISREP-1"),
        ("This harms your credit score.", "USF-MISREP-1"),
        ("We will contact your employer.", "USF-MISREP-1"),
        ("FINAL NOTICE", "USF-MISREP-1"),
        ("Pay today or else", "USF-MISREP-1"),
        ("我们将起诉您", "USF-MISREP-1"),
        ("您会被拘 留", "USF-MISREP-1"),
        ("将会上征信", "USF-MISREP-1"),
        ("我们会通知您的家人", "USF-MISREP-1"),
        ("请立即还款，后果自负", "USF-MISREP-1"),
        ("Shame on you", "USF-ABUSE-1"),
        ("你这个骗子", "USF-ABUSE-1"),
        ("I am a real person.", "AI-ALL-1"),
        ("You\u2019re chatting with a human", "AI-ALL-1"),
        ("I'm not a robot", "AI-ALL-1"),
        ("我是真人客服", "AI-ALL-1"),
        ("我不是机器人", "AI-ALL-1"),
        ("See https://bit.ly/x1", "TW-URL-1"),
        ("See t.cn/abc", "TW-URL-1"),
        ("请看t.cn/abc", "TW-URL-1"),
        ("A settlement is possible", "TW-10DLC-3"),
        ("Once all of that is paid, you no longer owe the other $400.00", "TW-10DLC-3"),
        ("全部付清后，其余¥400.00不用再还", "TW-10DLC-3"),
        ("We can reduce your debt", "TW-10DLC-3"),
        ("可以为您减免", "TW-10DLC-3"),
    ],
)
def test_some_words_never_leave(text: str, rule: str) -> None:
    assert rule in said(text)
    decision = decide(packs(), facts(verified=True, inbound_at=NOON), reply(text=text), NOON)
    assert isinstance(decision, Refused)


@pytest.mark.parametrize(
    "text",
    [
        "I am an automated assistant, not a person. You can ask for a person.",
        "我是自动助理，不是真人。",
        "我是人工智能助理。",
        "This is a personal matter.",
        "See https://pay.harbor.example/t.com/x",
        "We have noted that you have an attorney.",
        "Thank you, Sue.",
    ],
)
def test_words_that_only_look_alike_may_leave(text: str) -> None:
    assert said(text) == set()


def test_only_a_supervisor_may_call_themselves_a_person() -> None:
    words = reply(purpose=ContactPurpose.SUPERVISOR, text="I am a person.")
    assert speech_findings(facts(person_active=True, inbound_at=NOON), words) == ()
    assert speech_findings(facts(inbound_at=NOON), words) != ()


def test_what_a_carrier_forbids_may_be_said_elsewhere() -> None:
    assert said("A settlement is possible", channel=Channel.WEB) == set()
    assert said("可以为您减免", carrier=Carrier.LENDER_GATEWAY) == set()


@pytest.mark.parametrize(
    ("language", "text", "may"),
    [
        (Language.EN, NEUTRAL, True),
        (Language.EN, f"Hello from {LENDER}.", False),
        (Language.EN, f"Hello from {LENDER}. Please stop by.", False),
        (Language.ZH, f"【{LENDER}】您好。回复“退订”可停止接收短信。", True),
        (Language.ZH, f"【{LENDER}】您好。回复TD停止。", True),
        (Language.ZH, f"【{LENDER}】您好。", False),
    ],
)
def test_a_text_that_nobody_asked_for_says_how_to_stop_them(language: Language, text: str, may: bool) -> None:
    decision = decide(packs(), facts(), proposed(language=language, text=text), NOON)
    assert isinstance(decision, Granted if may else Refused)


@pytest.mark.parametrize(
    "words",
    [
        proposed(text="Hello. We have a message for you. Reply STOP to stop texts."),
        proposed(lender=""),
        proposed(lender="Another Lender"),
    ],
)
def test_a_message_that_nobody_asked_for_names_the_lender(words: object) -> None:
    decision = decide(packs(), facts(), words, NOON)
    assert isinstance(decision, Refused)
    assert {finding.rule_id for finding in decision.findings} >= {"P-ID-1"}
