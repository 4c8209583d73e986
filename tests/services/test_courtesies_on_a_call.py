"""What a courteous person says on the telephone: a kind word, "I am here", and what waited once more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Ends
from arrears.domain.ids import OutreachId
from arrears.domain.language.script.fold import has_han
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Language
from arrears.domain.times import DailyWindow, local
from arrears.services.book_callback import book_as_asked
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, consents
from arrears.store import outreach as outreach_rows
from arrears.store.tables.contact import outreach
from tests.builders.line import SAYINGS
from tests.builders.phone import Phone, conversing, who_may_be_called

EN, ZH = Language.EN, Language.ZH
BIRTH, LAST4 = "march ninth nineteen seventy five", "four four two one"
OFFER = "i can do three hundred fifty dollars a month starting on the fifteenth"
HARD = {EN: "i lost my job and cannot pay", ZH: "我失业了，还不起"}
SORRY = {EN: "I am sorry to hear that.", ZH: "您真不容易，我很理解。"}
HEARD = SAYINGS | {
    BIRTH: "verify_identity",
    LAST4: "verify_identity",
    OFFER: "propose_instalment",
    "说中文": "language_switch",
    "english please": "language_switch",
    "thanks, 说中文": "thanks+language_switch",
    "i can pay three hundred": "propose_payment_date",
    "okay": "affirm",
    "不打了，你们再打给我": "request_callback",
    **dict.fromkeys(HARD.values(), "cannot_pay"),
}


def calling(store: Store, language: Language = EN) -> Phone:
    """A borrower of the language who calls us."""
    borrower = who_may_be_called()
    phone = Phone(store, replace(borrower, person=replace(borrower.person, language=language)), HEARD)
    conversing(phone.calls_us())
    return phone


def proven(store: Store) -> Phone:
    phone = calling(store)
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    return phone


@pytest.mark.parametrize("language", Language)
def test_who_tells_of_hardship_before_the_proof_hears_a_kind_word_once_and_none_of_a_debt(
    sqlite_store: Store, language: Language
) -> None:
    phone = calling(sqlite_store, language)
    first, second = (phone.says_aloud(HARD[language]).text for _ in range(2))
    assert SORRY[language] in first
    assert first.index(SORRY[language]) < first.index("birth" if language is EN else "出生日期")
    assert SORRY[language] not in second
    for word in ("debt", "loan", "owe", "pay", "贷", "债", "欠", "还款"):
        assert word not in first.removeprefix(SORRY[language])


def test_an_offer_that_waits_is_said_again_in_the_other_language_and_its_yes_counts(
    sqlite_store: Store,
) -> None:
    phone = proven(sqlite_store)
    phone.says_aloud(OFFER)
    again = phone.says_aloud("说中文").text
    assert "好的，我们用中文继续。我复述一遍：" in again
    assert "三百五十美元" in again
    assert again.endswith("需要我登记吗？")
    back = phone.says_aloud("english please").text
    assert "three hundred fifty dollars" in back
    assert "It is recorded" in phone.says_aloud("yes").text


@pytest.mark.parametrize(
    ("before", "text", "ends"),
    [
        ([], "说中文", "请问有什么可以帮您？"),
        (["who is this"], "说中文", "出生日期是哪一天？"),
        ([BIRTH], "说中文", "后四位是什么？"),
        ([BIRTH, LAST4], "说中文", "您也可以要求转人工。"),
        ([BIRTH, LAST4], "thanks, 说中文", "您也可以要求转人工。"),
        ([BIRTH, LAST4, "i can pay three hundred"], "说中文", "您哪一天可以还？请说一个日期。"),
    ],
)
def test_what_was_asked_last_is_asked_again_in_the_other_language(
    sqlite_store: Store, before: list[str], text: str, ends: str
) -> None:
    phone = calling(sqlite_store)
    for said in before:
        phone.says_aloud(said)
    assert phone.says_aloud(text).text.endswith(ends)


@pytest.mark.parametrize(("language", "word"), [(EN, "hello?"), (EN, "hi, can you hear me?"), (ZH, "喂？")])
def test_hello_in_the_middle_of_a_call_is_answered_with_our_last_words_again(
    sqlite_store: Store, language: Language, word: str
) -> None:
    phone = calling(sqlite_store, language)
    asked = phone.says_aloud("who is this").text
    assert phone.says_aloud(word).text == ("I am still here. " if language is EN else "我还在。") + asked


def test_hello_at_the_beginning_is_a_greeting(sqlite_store: Store) -> None:
    assert "still here" not in calling(sqlite_store).says_aloud("hello?").text


@pytest.mark.parametrize(("language", "word"), [(EN, "hello?"), (ZH, "喂？")])
def test_who_takes_our_call_with_hello_is_asked_whether_it_is_them_and_nothing_more(
    sqlite_store: Store, language: Language, word: str
) -> None:
    borrower = who_may_be_called()
    borrower = replace(borrower, person=replace(borrower.person, language=language))
    phone = Phone(sqlite_store, borrower, HEARD)
    conversing(phone.answers())
    name = borrower.person.name
    assert phone.says_aloud(word).text == (
        f"Hello. Is this {name}?" if language is EN else f"您好，请问是{name}吗？"
    )
    gone = phone.says_aloud("no" if language is EN else "不是")
    assert gone.ends is Ends.GOODBYE


def test_who_keeps_their_birth_date_to_themselves_hears_why_it_is_asked_and_of_a_person(
    sqlite_store: Store,
) -> None:
    phone = calling(sqlite_store)
    phone.dialogue.intents |= {
        "why do you need that": "refuse_verification",
        "how much is it": "ask_balance",
    }
    assert "so that nobody else hears" in phone.says_aloud("why do you need that").text
    again = phone.says_aloud("how much is it").text
    assert again.endswith("You can also ask for a person.")


def test_a_visa_to_pay_with_is_a_card_whatever_it_was_labelled(sqlite_store: Store) -> None:
    phone = proven(sqlite_store)
    phone.dialogue.intents["with my visa"] = "military"
    assert "bank transfer" in phone.says_aloud("with my visa").text
    with sqlite_store.read() as tx:
        who = phone.borrower
        assert not consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)


def booked_at(phone: Phone) -> datetime:
    """When the call back is due, on their clock."""
    with phone.store.read() as tx:
        row = tx.execute(sa.select(outreach).where(outreach.c.purpose == "callback")).one()
    return local(row.due_at, "America/New_York")


def _state(phone: Phone) -> OutreachState:
    """What becomes of the call back when its hour has come."""
    row_id = OutreachId(f"outreach-{phone.call_id}-callback")
    dispatch(phone.desk, phone.app.messengers, row_id)
    with phone.store.read() as tx:
        return outreach_rows.load(tx, row_id).state


@pytest.mark.parametrize("drives", ["i'm driving call me in an hour", "我在开车，一小时后再打"])
def test_who_drives_and_names_the_hour_is_not_asked_for_it_and_is_called_then(
    sqlite_store: Store, drives: str
) -> None:
    phone = calling(sqlite_store, ZH if has_han(drives) else EN)
    answer = phone.says_aloud(drives)
    assert "When may I" not in answer.text
    assert "什么时候" not in answer.text
    assert "do not talk while driving" in answer.text or "请您开车时不要通话" in answer.text
    assert answer.ends is Ends.CALLBACK
    asked = phone.clock.now()
    book_as_asked(phone.desk, phone.call_id)
    assert booked_at(phone) - asked < timedelta(minutes=75)


def test_an_hour_soon_after_not_now_is_the_hour_of_the_call_where_they_named_it(sqlite_store: Store) -> None:
    phone = calling(sqlite_store)
    phone.says_aloud("i'm driving")
    asked = phone.clock.now()
    assert phone.says_aloud("in half an hour").ends is Ends.CALLBACK
    book_as_asked(phone.desk, phone.call_id)
    due = booked_at(phone)
    assert due - asked < timedelta(minutes=45)
    phone.clock.move(seconds=(due - asked).total_seconds())
    assert _state(phone) is OutreachState.SENT


def test_later_names_no_hour_that_an_earlier_not_now_would_give_way_to(sqlite_store: Store) -> None:
    phone = calling(sqlite_store)
    afternoon = DailyWindow(time(11), time(18))
    with phone.store.write() as tx:
        now = phone.clock.now() - timedelta(days=1)
        consents.append_inconvenient_hours(tx, phone.borrower.person.id, afternoon, key="before", at=now)
    assert phone.says_aloud("call me back later please").ends is Ends.CALLBACK
    book_as_asked(phone.desk, phone.call_id)
    assert booked_at(phone).hour >= 18 or booked_at(phone).date() > local(phone.clock.now(), "UTC").date()


def test_a_not_now_after_the_hour_was_named_counts_against_it(sqlite_store: Store) -> None:
    phone = calling(sqlite_store)
    phone.says_aloud("i'm driving")
    phone.says_aloud("in half an hour")
    book_as_asked(phone.desk, phone.call_id)
    due = booked_at(phone)
    phone.clock.move(minutes=5)
    working_day = DailyWindow(time(9), time(18))
    with phone.store.write() as tx:
        now = phone.clock.now()
        consents.append_inconvenient_hours(tx, phone.borrower.person.id, working_day, key="later", at=now)
    phone.clock.move(seconds=(due - phone.clock.now()).total_seconds())
    assert _state(phone) is OutreachState.DUE


@pytest.mark.parametrize("asks", ["call me back please", "can you call me back", "不打了，你们再打给我"])
def test_who_names_no_hour_to_be_called_at_is_asked_for_one(sqlite_store: Store, asks: str) -> None:
    phone = calling(sqlite_store, ZH if has_han(asks) else EN)
    answer = phone.says_aloud(asks)
    assert answer.ends is None
    assert "When may I call you back?" in answer.text or "什么时候再打给您方便" in answer.text
    assert phone.says_aloud("下午三点" if has_han(asks) else "at three").ends is Ends.CALLBACK
    book_as_asked(phone.desk, phone.call_id)
    assert f"{booked_at(phone):%H:%M}" == "15:00"


@pytest.mark.parametrize("leaves", ["whenever", "i don't know", "okay", "都行"])
def test_who_leaves_the_hour_to_us_is_called_after_a_while_at_a_round_hour_that_is_said(
    sqlite_store: Store, leaves: str
) -> None:
    phone = calling(sqlite_store, ZH if has_han(leaves) else EN)
    for text in (BIRTH, LAST4, "can you call me back"):
        phone.says_aloud(text)
    assert phone.says_aloud(leaves).ends is Ends.CALLBACK
    words = book_as_asked(phone.desk, phone.call_id).words
    # It is noon in New York, and a minute or so.
    assert f"{booked_at(phone):%d %H:%M}" == "02 14:15"
    assert "two fifteen in the afternoon" in words or "两点十五分" in words


@pytest.mark.parametrize(
    ("wish", "due"),
    [
        ("call me in an hour", "02 13:15"),
        ("call me in half an hour", "02 12:45"),
        ("call me at 6:10 in the evening", "02 18:10"),
        # Nobody may be called at nine, which the rounding reaches.
        ("call me at 8:58 tonight", "03 08:00"),
    ],
)
def test_the_hour_that_is_promised_is_a_round_one_no_earlier_than_wished_and_lawful(
    sqlite_store: Store, wish: str, due: str
) -> None:
    phone = calling(sqlite_store)
    assert phone.says_aloud(wish).ends is Ends.CALLBACK
    words = book_as_asked(phone.desk, phone.call_id).words
    assert f"{booked_at(phone):%d %H:%M}" == due
    assert "Monday, March second" in words or "Tuesday, March third" in words
