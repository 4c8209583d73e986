"""What is owed is put to the words, in reviewed phrases, where it must stand and no more than once."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import Purpose
from arrears.domain.compliance.decision import Duty
from arrears.domain.compliance.facts import ContactFacts, DebtTerms, Notices, ProposedContact, Talk
from arrears.domain.compliance.speech.opening import complete, words_for
from arrears.domain.compliance.speech.words import delivered_by
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language
from tests.builders.compliance import LENDER, NOON, SAID, chinese, in_china, reply
from tests.domain.compliance.speech.given import (
    MINI_MIRANDA,
    MINI_MIRANDA_ZH,
    chat,
    fresh,
    owing_a_third_party,
    said,
    spoken,
    verified,
)

CATALOG = load_catalog(Path(__file__).parents[4] / "policy" / "messages")
AI = f"This is the automated AI assistant of {LENDER}."
COLLECTOR = "This communication is from a debt collector."
BOTH = frozenset(Language)
LATER = Notices(initial_at=NOON - timedelta(days=3))
ZH_LENDER = "港湾小额贷款有限公司"
ALIAS = Notices(registered_alias="Ada 17")
MASSACHUSETTS = {"region": "MA", "purpose": Purpose.CONSUMER, "notices": ALIAS}
CALIFORNIA = {"region": "CA", "terms": DebtTerms(licence="10273-99")}


@pytest.mark.parametrize(
    ("person", "words", "text"),
    [
        (verified(), reply(text="Noted."), "Noted."),
        (fresh(), reply(text="Noted."), f"{AI} Noted."),
        (fresh(), reply(text="Help.", purpose=ContactPurpose.CRISIS), "Help."),
        (
            fresh(talk=Talk(recording=True)),
            spoken("Hello.", purpose=ContactPurpose.REPLY),
            f"This call may be recorded. {AI} Hello.",
        ),
        (
            verified(talk=Talk(disclosed=SAID)),
            spoken("Hello.", purpose=ContactPurpose.REPLY),
            f"This is {LENDER}. Hello.",
        ),
        (owing_a_third_party(), chat("Noted."), f"{MINI_MIRANDA} Noted."),
        (owing_a_third_party(notices=LATER), chat("Noted."), f"{COLLECTOR} Noted."),
        (
            owing_a_third_party(),
            reply(text="Noted."),
            f"{MINI_MIRANDA} Noted. Reply STOP to stop texts to this number.",
        ),
        (owing_a_third_party(), reply(text="Noted.", channel=Channel.EMAIL), f"{MINI_MIRANDA} Noted."),
        (
            owing_a_third_party(talk=Talk(disclosed=SAID, languages=BOTH)),
            chat("Noted."),
            f"{MINI_MIRANDA} {MINI_MIRANDA_ZH} Noted.",
        ),
        (
            owing_a_third_party(talk=Talk(disclosed=frozenset({"mini_miranda_initial:en"}), languages=BOTH)),
            chat("已记录。", language=Language.ZH),
            f"我是{LENDER}的人工智能自动助理。{MINI_MIRANDA_ZH}已记录。",
        ),
        (
            owing_a_third_party(**CALIFORNIA),
            chat("You owe it."),
            f"{MINI_MIRANDA} You owe it. License number 10273-99.",
        ),
        (fresh(**MASSACHUSETTS), spoken("Hello."), f"{AI} I am registered as Ada 17 of {LENDER}. Hello."),
        (
            in_china(verified=True, talk=Talk()),
            chinese(text="已记录。", purpose=ContactPurpose.REPLY),
            f"我是{ZH_LENDER}的人工智能自动助理。您随时可以要求转人工。"
            f"此次联系是关于您在{ZH_LENDER}的贷款还款。已记录。",
        ),
    ],
)
def test_what_is_owed_is_put_to_the_words(person: ContactFacts, words: ProposedContact, text: str) -> None:
    built = complete(CATALOG, person, words, NOON)
    assert built == replace(words, text=text)
    assert complete(CATALOG, person, built, NOON) == built
    email = words.channel is Channel.EMAIL  # a link to unsubscribe is the sender's to add
    assert said(person, built).keys() == ({"words_no_opt_out"} if email else set())


def test_a_disclosure_pushed_back_by_another_is_said_again() -> None:
    who = f"This is the automated assistant of {LENDER}. You can ask for a person."
    person = owing_a_third_party(talk=Talk(recording=True))
    built = complete(CATALOG, person, spoken(who, purpose=ContactPurpose.REPLY), NOON)
    assert built.text == f"This call may be recorded. {AI} {MINI_MIRANDA} {who}"
    assert said(person, built) == {}


def test_what_words_cannot_mend_is_left_to_the_decision() -> None:
    words = chat("You owe it.")
    assert complete(CATALOG, fresh(talk=Talk(disclosed=SAID)), words, NOON) == words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "duty",
    [
        Duty.AI_DISCLOSURE,
        Duty.RECORDING_NOTICE,
        Duty.REGISTERED_NAME,
        Duty.HUMAN_OFFERED,
        Duty.MINI_MIRANDA_INITIAL,
        Duty.MINI_MIRANDA_LATER,
        Duty.PURPOSE_STATED,
        Duty.LICENCE_NUMBER,
        Duty.OPT_OUT_LINE,
    ],
)
def test_each_reviewed_phrase_delivers_its_duty(duty: Duty, language: Language) -> None:
    text = words_for(CATALOG, duty, language, lender=LENDER, licence="10273-99")
    assert f"{duty}:{language}" in delivered_by(text, LENDER)
