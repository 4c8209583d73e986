"""The disclosures of a debt collector: in full at first, in short later, in every language used."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import (
    ContactFacts,
    DebtTerms,
    Notices,
    ProposedContact,
    Recipient,
    Talk,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Language
from tests.builders.compliance import NOON, SAID, proposed, reply
from tests.domain.compliance.speech.given import (
    MINI_MIRANDA,
    MINI_MIRANDA_ZH,
    about,
    chat,
    owing_a_third_party,
    said,
    spoken,
    verified,
    voicemail,
)

EN, ZH = Language.EN, Language.ZH
EARLIER = NOON - timedelta(days=3)
LATER = Notices(initial_at=EARLIER)
ORAL = Notices(initial_at=EARLIER, initial_oral=True)
FULL, SHORT = MINI_MIRANDA, "This communication is from a debt collector."
INITIAL, COLLECTOR = "mini_miranda_missing", "collector_not_said"


def with_talk(*disclosed: str, languages: frozenset[Language] = frozenset(), **changes: object) -> Talk:
    return Talk(languages=languages, disclosed=SAID.union(disclosed), **changes)


@pytest.mark.parametrize(
    ("person", "words", "missing"),
    [
        (owing_a_third_party(), chat("Thank you."), INITIAL),
        (owing_a_third_party(), chat(FULL), None),
        (owing_a_third_party(), chat(SHORT), INITIAL),
        (owing_a_third_party(talk=with_talk("mini_miranda_initial")), chat("Thank you."), None),
        (owing_a_third_party(talk=with_talk("mini_miranda_later")), chat("Thank you."), INITIAL),
        (owing_a_third_party(relationship=Relationship.UNKNOWN), chat("Thank you."), INITIAL),
        (owing_a_third_party(purpose=Purpose.UNKNOWN), chat("Thank you."), INITIAL),
        (owing_a_third_party(purpose=Purpose.COMMERCIAL), chat("Thank you."), None),
        (owing_a_third_party(relationship=Relationship.FIRST_PARTY), chat("Thank you."), None),
        (owing_a_third_party(country="GB", number_country="GB"), chat("Thank you."), None),
        (owing_a_third_party(verified=False), chat("Thank you."), None),
        (owing_a_third_party(verified=False), chat("You owe it."), INITIAL),
        (owing_a_third_party(talk=with_talk(busy=True)), chat("When suits you?"), None),
        (owing_a_third_party(talk=with_talk(busy=True)), chat("You owe it."), INITIAL),
        (owing_a_third_party(notices=LATER), chat("Thank you."), COLLECTOR),
        (owing_a_third_party(notices=LATER), chat(SHORT), None),
        (owing_a_third_party(notices=LATER), chat(FULL), COLLECTOR),
        (
            owing_a_third_party(notices=LATER, talk=with_talk("mini_miranda_later")),
            chat("Thank you."),
            None,
        ),
        (
            owing_a_third_party(notices=LATER, talk=with_talk("mini_miranda_initial")),
            chat("Thank you."),
            None,
        ),
        (owing_a_third_party(notices=ORAL), chat(SHORT), INITIAL),
        (owing_a_third_party(notices=ORAL), chat(FULL), None),
        (owing_a_third_party(notices=replace(ORAL, written_made=True)), chat(SHORT), None),
        (owing_a_third_party(notices=replace(ORAL, initial_oral=False)), chat(SHORT), None),
        (owing_a_third_party(notices=ORAL), spoken(SHORT), None),
        (owing_a_third_party(notices=LATER, talk=with_talk(first_call_back=True)), spoken(SHORT), INITIAL),
        (owing_a_third_party(), voicemail(), None),
        (owing_a_third_party(), chat("Help.", purpose=ContactPurpose.CRISIS), None),
        (owing_a_third_party(), reply(purpose=ContactPurpose.OPT_OUT_CONFIRMATION), None),
        (owing_a_third_party(), spoken("Where is he?", purpose=ContactPurpose.LOCATION), None),
        (owing_a_third_party(), chat("Thank you.", recipient=Recipient.ATTORNEY), None),
        (owing_a_third_party(), chat("Thank you.", recipient=Recipient.CREDITOR), None),
        (owing_a_third_party(), chat("Thank you.", recipient=Recipient.CREDIT_BUREAU), None),
        (owing_a_third_party(), chat("Thank you.", recipient=Recipient.REPRESENTATIVE), INITIAL),
    ],
)
def test_a_debt_collector_says_what_it_is(
    person: ContactFacts, words: ProposedContact, missing: str | None
) -> None:
    reasons = said(person, words)
    assert reasons.keys() & {INITIAL, COLLECTOR} == ({missing} if missing else set())
    rules = {
        INITIAL: ("USF-MM-1", "12 CFR 1006.18(e)(1)"),
        COLLECTOR: ("USF-MM-2", "12 CFR 1006.18(e)(2)"),
    }
    if missing:
        assert about(reasons[missing]) == (*rules[missing], (), Lifts.OTHER_WORDS, None)


BOTH = frozenset(Language)


@pytest.mark.parametrize(
    ("talk", "words", "lacking"),
    [
        (with_talk(languages=BOTH), chat(FULL), "zh"),
        (with_talk(languages=BOTH), chat(f"{FULL} {MINI_MIRANDA_ZH}"), None),
        (with_talk(languages=BOTH), chat(MINI_MIRANDA_ZH, language=ZH), "en"),
        (with_talk(languages=frozenset({EN})), chat(FULL), None),
        (with_talk(languages=frozenset({EN})), chat(FULL, language=ZH), "zh"),
        (with_talk(languages=frozenset({ZH})), chat(MINI_MIRANDA_ZH, language=ZH), None),
        (with_talk(), chat(FULL, language=ZH), None),  # USF-MM-1 says it
        (with_talk(languages=BOTH), chat("Thank you."), None),  # USF-MM-1 says it
        (with_talk("mini_miranda_initial", languages=BOTH), chat("Thank you."), None),
        (
            with_talk("mini_miranda_initial", "mini_miranda_initial:en", languages=BOTH),
            chat("Thank you."),
            "zh",
        ),
        (
            with_talk("mini_miranda_initial", "mini_miranda_initial:en", languages=BOTH),
            chat(MINI_MIRANDA_ZH),
            None,
        ),
        (
            with_talk("mini_miranda_initial:en", "mini_miranda_initial:zh", languages=BOTH),
            chat("Thank you."),
            None,
        ),
    ],
)
def test_it_is_said_in_every_language_of_the_conversation(
    talk: Talk, words: ProposedContact, lacking: str | None
) -> None:
    reasons = said(owing_a_third_party(talk=talk), words)
    assert ("not_in_every_language" in reasons) is (lacking is not None)
    if lacking:
        assert about(reasons["not_in_every_language"]) == (
            "USF-LANG-1",
            "12 CFR 1006.18(e)(4)",
            (("languages", lacking),),
            Lifts.OTHER_WORDS,
            None,
        )


def test_what_was_said_in_full_in_one_language_is_not_short_in_another() -> None:
    talk = with_talk("mini_miranda_initial:en", languages=BOTH)
    person = owing_a_third_party(talk=talk, notices=LATER)
    assert said(person, chat("Thank you."))["not_in_every_language"].used == (("languages", "zh"),)
    assert "not_in_every_language" not in said(person, chat("本信息来自债务催收方。", language=ZH))


def test_words_that_convey_nothing_are_disclosed_in_no_language() -> None:
    talk = with_talk("mini_miranda_initial:en", languages=BOTH)
    assert said(owing_a_third_party(verified=False, talk=talk), chat("Thank you.")) == {}


def test_a_creditor_discloses_nothing_of_the_kind_in_any_language() -> None:
    assert said(verified(talk=with_talk(languages=BOTH)), chat(FULL)) == {}


CA = {"region": "CA", "number_region": "CA"}
LICENSED = {"terms": DebtTerms(licence="10273-99"), "talk": with_talk("mini_miranda_initial")}


@pytest.mark.parametrize(
    ("person", "words", "refused"),
    [
        (owing_a_third_party(**CA, **LICENSED), chat("You owe it."), True),
        (owing_a_third_party(**CA, **LICENSED), chat("You owe it. License 10273-99."), False),
        (owing_a_third_party(**CA, **LICENSED), chat("You owe it. License 10273 99."), False),
        (owing_a_third_party(**CA, **LICENSED), chat("You owe it. License 10273-998."), True),
        (owing_a_third_party(**CA, **LICENSED), chat("Thank you."), False),
        (owing_a_third_party(**CA, **LICENSED), spoken("You owe it."), False),
        (owing_a_third_party(**LICENSED), chat("You owe it."), False),
        (owing_a_third_party(**CA, **LICENSED, purpose=Purpose.COMMERCIAL), chat("You owe it."), False),
        (
            owing_a_third_party(**CA, **LICENSED, relationship=Relationship.FIRST_PARTY),
            chat("You owe it."),
            False,
        ),
        (
            verified(**CA, purpose=Purpose.CONSUMER, terms=DebtTerms(licence="10273", transferred=True)),
            chat("You owe it."),
            True,
        ),
        (owing_a_third_party(**CA, **LICENSED, notices=LATER), chat("You owe it."), False),
        (owing_a_third_party(**CA, **LICENSED, notices=ORAL), chat("You owe it."), True),
        (
            owing_a_third_party(**CA, **LICENSED, notices=replace(ORAL, written_made=True)),
            chat("You owe it."),
            False,
        ),
        (owing_a_third_party(**CA), chat("You owe it."), False),
        (
            owing_a_third_party(**{**CA, **LICENSED, "talk": with_talk("licence_number")}),
            chat("You owe it."),
            False,
        ),
    ],
)
def test_the_first_written_words_in_california_show_the_licence(
    person: ContactFacts, words: ProposedContact, refused: bool
) -> None:
    reasons = said(person, words)
    assert ("licence_not_said" in reasons) is refused
    if refused:
        whole = ("CA-LIC-1", "California Civil Code 1788.11(f)", (), Lifts.OTHER_WORDS, None)
        assert about(reasons["licence_not_said"]) == whole


@pytest.mark.parametrize(
    ("person", "words", "refused"),
    [
        (verified(), reply(), False),
        (owing_a_third_party(), reply(), True),
        (owing_a_third_party(), reply(channel=Channel.EMAIL), True),
        (owing_a_third_party(), reply(channel=Channel.WEB), False),
        (owing_a_third_party(), reply(channel=Channel.LETTER), False),
        (owing_a_third_party(), reply(text="Reply STOP to stop texts."), False),
        (owing_a_third_party(), reply(purpose=ContactPurpose.CRISIS), False),
        (owing_a_third_party(), reply(purpose=ContactPurpose.OPT_OUT_CONFIRMATION), False),
        (verified(), proposed(text="Hello"), True),
        (verified(), proposed(channel=Channel.EMAIL, text="Hello"), True),
        (verified(), proposed(channel=Channel.LETTER, text="Hello"), False),
        (verified(), proposed(purpose=ContactPurpose.NOTICE, channel=Channel.EMAIL, text="Hello"), False),
        (verified(), proposed(text="Hello. Reply STOP to stop texts.", language=ZH), True),
        (verified(), proposed(text="您好。回复 STOP 停止接收短信。", language=ZH), False),
    ],
)
def test_messages_say_how_to_stop_them(person: ContactFacts, words: ProposedContact, refused: bool) -> None:
    reasons = said(person, words)
    assert ("words_no_opt_out" in reasons) is refused
    if refused:
        law = person.debt.relationship is Relationship.THIRD_PARTY
        citation = "12 CFR 1006.6(e)" if law else "house policy, after 12 CFR 1006.6(e)"
        assert about(reasons["words_no_opt_out"]) == ("USF-OPTOUT-1", citation, (), Lifts.OTHER_WORDS, None)
