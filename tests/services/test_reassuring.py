"""A worry, another payer and a later start are answered as such; somebody else on the line still ends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.doubts import QUESTIONS
from arrears.domain.intents import Intent
from arrears.domain.people import Language
from arrears.store import Store, consents, handovers
from tests.builders.line import SAYINGS, Line, keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

EN, ZH = a_borrower(), CHINA


def statuses(line: Line) -> frozenset[SpecialStatus]:
    who = line.borrower
    with line.store.read() as tx:
        return consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)


def after(store: Store, borrower: Borrower, text: str, label: str, confidence: float) -> Line:
    line = verified(store, borrower, **{text: label})
    line.dialogue.confidence = confidence
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("borrower", "text", "label", "said"),
    [
        (EN, "my wife handles the bills, she will take care of it", "third_party", "script.others_pay"),
        (ZH, "这个我老公会处理的，你找他", "third_party", "script.others_pay"),
        (EN, "can my company pay it for me", "third_party_inquiry", "script.others_pay"),
        (EN, "will you tell my wife", "third_party", "script.privacy"),
        (ZH, "我是学生，请问会告诉我父母吗", "third_party", "script.privacy"),
        (EN, "so what does the landscaping have to do with it", "third_party_inquiry", "scope.answer"),
        (ZH, "这跟农场有关系", "third_party_inquiry", "scope.answer"),
        (EN, "why should I trust you", "dispute", "script.trust"),
        (ZH, "凭什么相信你，现在骗子这么多", "dispute", "script.trust"),
    ],
)
def test_a_worry_is_answered_and_a_person_reads_what_it_was_taken_for(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, said: str
) -> None:
    line = after(sqlite_store, borrower, text, label, 0.55)
    assert said in keys(line)
    assert statuses(line) == frozenset()
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "did you tell her what its for? she dont know bout this and id like to keep it that way"),
        (ZH, "你们刚跟她说啥了没"),
        (ZH, "别再跟我老婆说这个"),
    ],
)
def test_who_has_proved_who_they_are_may_ask_what_others_know_at_any_odds(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = after(sqlite_store, borrower, text, "third_party_inquiry", 0.99)
    assert keys(line) == {"script.privacy"}
    assert statuses(line) == frozenset()


@pytest.mark.parametrize(
    ("borrower", "text", "label", "confidence"),
    [
        (EN, "my wife handles the bills, she will take care of it", "third_party", 0.95),
        (EN, "this is his wife, he is at work", "third_party", 0.5),
        (EN, "dad's asleep", "third_party", 0.5),
        (ZH, "我是会计，老板让我问下这笔款", "third_party", 0.5),
        (EN, "so what does the landscaping have to do with it", "third_party_inquiry", 0.75),
        (EN, "why should I trust you", "dispute", 0.95),
        (EN, "is this a scam? I never took a loan", "dispute", 0.9),
        (EN, "is this a scam? I don't owe this, prove it", "request_validation", 0.5),
    ],
)
def test_who_may_be_somebody_else_or_disputes_it_is_not_doubted(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, confidence: float
) -> None:
    line = after(sqlite_store, borrower, text, label, confidence)
    assert len(statuses(line)) == 1


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "Could my bookkeeper Sam make the payments for me? He does all our bills."),
        (EN, "is it ok if my dad pays it"),
        (EN, "can i have my accountant send the money"),
        (ZH, "让会计帮我转可以吗"),
        (ZH, "我妈替我还行不行"),
        (ZH, "能不能用公司的卡付"),
    ],
)
@pytest.mark.parametrize("label", ["third_party", "third_party_inquiry"])
def test_who_asks_whether_others_may_pay_is_nobody_else_whatever_the_odds(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = after(sqlite_store, borrower, text, label, 0.95)
    assert "script.others_pay" in keys(line)
    assert statuses(line) == frozenset()
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "did you tell her what its for"),
        (EN, "what did you tell my wife"),
        (EN, "you won't be telling my boss, right"),
        (EN, "you won't be calling my work will you"),
        (ZH, "你们刚跟她说啥了没"),
        (ZH, "你们有没有告诉我老婆什么"),
    ],
)
@pytest.mark.parametrize("confidence", [0.55, 0.95])
def test_who_asks_what_others_heard_from_us_is_nobody_else(
    sqlite_store: Store, borrower: Borrower, text: str, confidence: float
) -> None:
    line = after(sqlite_store, borrower, text, "third_party_inquiry", confidence)
    assert keys(line) == {"script.privacy"}
    assert statuses(line) == frozenset()


def test_to_be_paid_by_another_is_no_wish_to_be_put_through(sqlite_store: Store) -> None:
    line = after(sqlite_store, ZH, "让会计帮我转可以吗", "request_human", 0.9)
    assert "script.others_pay" in keys(line)
    assert reasons(line) == ["also_said"]


def test_who_wants_a_person_besides_gets_one(sqlite_store: Store) -> None:
    line = after(sqlite_store, ZH, "让会计帮我转可以吗 我想找人工", "request_human", 0.9)
    assert "human.answer" in keys(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "this is his wife, can my husband pay it"),
        (EN, "can my wife do the talking"),
        (EN, "could you call my bookkeeper"),
        (ZH, "我是他会计，让老板转可以吗"),
        (ZH, "让会计跟你们说可以吗"),
    ],
)
def test_who_speaks_for_somebody_or_would_have_them_speak_may_be_somebody_else(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = after(sqlite_store, borrower, text, "third_party", 0.95)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize("borrower", [EN, ZH], ids=["en", "zh"])
def test_before_the_proof_somebody_else_is_taken_at_their_word(
    sqlite_store: Store, borrower: Borrower
) -> None:
    text = {Language.EN: "will you tell my wife", Language.ZH: "会告诉我父母吗"}[borrower.person.language]
    line = Line(sqlite_store, borrower, SAYINGS | {text: "third_party"})
    line.write_first()
    line.dialogue.confidence = 0.4
    line.says(text)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


def test_before_the_proof_who_doubts_us_hears_how_to_check_and_nothing_of_the_debt(
    sqlite_store: Store,
) -> None:
    line = Line(sqlite_store, EN, SAYINGS | {"is this a scam": "dispute"})
    line.write_first()
    line.dialogue.confidence = 0.5
    said = line.says("is this a scam")
    assert keys(line) == {"script.trust", "who.answer"}
    assert "loan" not in said
    assert statuses(line) == frozenset()


@pytest.mark.parametrize(
    ("borrower", "text", "by"),
    [
        (EN, "I'll start paying next year", "1 April"),
        (ZH, "明年再开始还行不行", "4月2日"),
    ],
)
@pytest.mark.parametrize("label", ["refuse_to_pay", "vague_promise", "request_extension"])
def test_a_start_next_year_is_no_refusal_and_is_asked_what_is_possible_before(
    sqlite_store: Store, borrower: Borrower, text: str, by: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    said = line.says(text)
    assert keys(line) == {"proposal.start_sooner"}
    assert by in said
    assert statuses(line) == frozenset()
    assert on_the_table(line) is None


def test_what_is_possible_before_is_taken_up(sqlite_store: Store) -> None:
    later = "I'll start paying next year"
    line = verified(
        sqlite_store, **{later: "refuse_to_pay", "$350 a month from the 15th": "propose_instalment"}
    )
    line.says(later)
    line.says("$350 a month from the 15th")
    assert keys(line) == {"plan.read_back"}


@pytest.mark.parametrize("text", ["I'm not paying, maybe next year", "明年也不还"])
def test_a_refusal_for_next_year_too_is_a_refusal(sqlite_store: Store, text: str) -> None:
    borrower = ZH if "明" in text else EN
    line = verified(sqlite_store, borrower, **{text: "refuse_to_pay"})
    line.says(text)
    assert statuses(line) == {SpecialStatus.REFUSED_TO_PAY}


def test_an_offer_before_the_proof_outweighs_an_unlikely_wrong_number(sqlite_store: Store) -> None:
    text = "her name was Monica. 125 a month on the 20th I think"
    line = Line(sqlite_store, EN, SAYINGS | {text: "wrong_number+propose_instalment"})
    line.write_first()
    line.dialogue.confidence = 0.27
    line.says(text)
    assert keys(line) == {"identity.ask"}
    assert statuses(line) == frozenset()
    line.dialogue.confidence = 0.31
    line.says(text)
    assert keys(line) == {"doubt.number"}


@pytest.mark.parametrize(
    ("borrower", "text", "confidence"),
    [
        (EN, "what did you agree with the guy before", 0.28),
        (EN, "why do they pay less", 0.6),
        (ZH, "他们怎么少还", 0.42),
        (ZH, "我老公的那份怎么算", 0.24),
    ],
)
def test_a_weak_label_of_somebody_asking_is_answered_with_a_question_and_no_word_of_the_debt(
    sqlite_store: Store, borrower: Borrower, text: str, confidence: float
) -> None:
    line = after(sqlite_store, borrower, text, "third_party_inquiry", confidence)
    assert keys(line) == {"scope.answer"}
    assert statuses(line) == frozenset()
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("borrower", "text", "confidence"),
    [
        (ZH, "我老公的那份怎么算", 0.58),
        (EN, "why do they pay less", 0.75),
        (EN, "this is his wife, what does he owe", 0.25),
    ],
)
def test_who_asks_of_somebody_of_theirs_may_be_another(
    sqlite_store: Store, borrower: Borrower, text: str, confidence: float
) -> None:
    line = after(sqlite_store, borrower, text, "third_party_inquiry", confidence)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [(EN, "so this is about the landscaping company loan right?"), (ZH, "农场这笔贷款的事")],
)
def test_who_names_their_own_loan_only_begins(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = after(sqlite_store, borrower, text, "third_party_inquiry", 0.6)
    assert keys(line) == {"next.question"}
    assert statuses(line) == frozenset()


def test_a_question_who_learns_of_it_gets_that_answer_alone(sqlite_store: Store) -> None:
    line = after(sqlite_store, ZH, "你们会不会打电话到我单位", "ask_legal_consequences", 0.87)
    assert keys(line) == {"script.privacy"}
    assert reasons(line) == []


def test_a_greeting_before_their_own_loan_is_one(sqlite_store: Store) -> None:
    line = after(sqlite_store, ZH, "你好，我想问一下这笔贷款", "greet+third_party_inquiry", 0.59)
    assert keys(line) == {"next.question"}
    assert statuses(line) == frozenset()


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "this is his wife, my husband will pay it"),
        (EN, "you have the wrong person, my daughter will pay it"),
        (EN, "Not Dana, I'm her roommate. will you tell my boss"),
        (EN, "my wife will handle it, I filed bankruptcy"),
        (EN, "I don't want this number called, my wife will take care of it"),
        (EN, "my wife died, my mother will pay"),
        (EN, "Dana moved out last year"),
        (EN, "I never agreed to this, will you tell my wife"),
        (EN, "I already paid it, will you tell my boss"),
        (ZH, "我没借过，会告诉我父母吗"),
        (EN, "so what does it have to do with me"),
        (EN, "I can take a message"),
        (ZH, "我是他老婆，我老公会处理的"),
        (ZH, "机主是我爸，我爸爸会处理"),
        (ZH, "你找哪位"),
    ],
)
def test_words_of_somebody_else_or_of_an_end_leave_the_label_as_it_is(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = after(sqlite_store, borrower, text, "third_party", 0.6)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "I have no loan with you, is this a scam?"),
        (EN, "I don't recognize this, is this a scam?"),
        (EN, "is it real? that balance is wrong"),
        (EN, "how do I know this is my debt"),
        (ZH, "你们是骗子，我不认这笔账"),
        (ZH, "凭什么相信你，我不知道这笔贷款"),
    ],
)
def test_a_dispute_beside_a_doubt_of_us_is_asked_about(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = after(sqlite_store, borrower, text, "dispute", 0.6)
    assert keys(line) == {"doubt.dispute"}
    line.says("yes")
    assert statuses(line) == {SpecialStatus.DISPUTE}


@pytest.mark.parametrize("text", ["go to hell. I'll pay in 2099", "you get zero from me. I'll pay next year"])
def test_a_likely_refusal_that_says_more_than_later_is_one(sqlite_store: Store, text: str) -> None:
    line = after(sqlite_store, EN, text, "refuse_to_pay", 0.95)
    assert statuses(line) == {SpecialStatus.REFUSED_TO_PAY}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [(EN, "I got laid off, I'll start paying next year"), (ZH, "没钱，明年再还")],
)
def test_who_puts_it_off_in_need_is_not_asked_for_money(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = after(sqlite_store, borrower, text, "refuse_to_pay", 0.95)
    assert "hardship.answer" in keys(line)
    assert not any(key.startswith("proposal.") for key in keys(line))
    assert statuses(line) == {SpecialStatus.HARDSHIP}
    assert reasons(line) == ["hardship"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("is this a scam? he is dead", Intent.DISPUTE),
        ("I can pay 125 a month, wrong number though", Intent.WRONG_NUMBER),
        ("this is his wife, he can pay 100 on Friday", Intent.THIRD_PARTY),
        ("he died, the estate can pay 100", Intent.DECEASED),
        ("I filed chapter 7, could pay 100 in June", Intent.BANKRUPTCY),
    ],
)
def test_before_the_proof_an_end_that_the_words_name_is_asked_about_at_any_odds(
    sqlite_store: Store, text: str, label: Intent
) -> None:
    offers = "" if label == "dispute" else "+promise_to_pay"
    line = Line(sqlite_store, EN, SAYINGS | {text: f"{label}{offers}"})
    line.write_first()
    line.dialogue.confidence = 0.25
    line.says(text)
    assert keys(line) == {QUESTIONS[label]}


def test_the_borrowers_own_name_is_a_word_of_somebody_else_in_chinese_too(sqlite_store: Store) -> None:
    named = replace(ZH, person=replace(ZH.person, name="李娜"))
    line = after(sqlite_store, named, "李娜搬家了", "third_party", 0.6)
    assert statuses(line) == {SpecialStatus.THIRD_PARTY_ANSWERED}


def test_a_no_beside_a_later_start_turns_down_what_waits(sqlite_store: Store) -> None:
    text = "no, I'll start paying next year"
    line = verified(sqlite_store, **{text: "refuse_to_pay+deny"})
    line.says(PROPOSAL)
    line.says(text)
    assert keys(line) == {"plan.not_recorded", "proposal.start_sooner"}
    assert on_the_table(line) is None


@pytest.mark.parametrize("wish", ["request_written", "request_callback", "change_contact"])
def test_a_person_reads_what_else_they_wish_beside_a_later_start(sqlite_store: Store, wish: str) -> None:
    text = "I'll start paying next year"
    line = verified(sqlite_store, **{text: f"refuse_to_pay+{wish}"})
    line.says(text)
    with line.store.read() as tx:
        [waiting] = handovers.queue(tx)
    assert wish in waiting.also_said
