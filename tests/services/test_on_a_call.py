"""A conversation on the telephone: one question at a time, words for the ear, the courtesies of a call."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from arrears.contact.writing import only_leave_is_missing, plan_occasion
from arrears.dialogue.answering import party_now
from arrears.domain.call_scripts import Ends
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import Consent, ConsentAction, ConsentPurpose
from arrears.domain.contact_policy import LifeContact, outreach_id
from arrears.domain.conversations import Speaker
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.outreach import Outreach, OutreachState
from arrears.domain.people import Channel, Language
from arrears.services.book_callback import book_as_asked
from arrears.services.dispatch_outreach import dispatch
from arrears.services.hear_call import mark_heard
from arrears.services.welcome_plans import welcome_plans
from arrears.store import Store, consents, conversations, handovers, identity, plans
from arrears.store import outreach as outreach_rows
from tests.builders.line import SAYINGS
from tests.builders.phone import MAY_CALL, Phone, conversing
from tests.builders.store import a_borrower

BIRTH, WRONG_BIRTH = "march ninth nineteen seventy five", "march ninth nineteen seventy six"
LAST4 = "four four two one"
OFFER = "i can do three hundred fifty dollars a month starting on the fifteenth"
HEARD = SAYINGS | {
    # As a model that knows no telephones may label them: their words decide all the same.
    BIRTH: "promise_to_pay",
    WRONG_BIRTH: "promise_to_pay",
    LAST4: "propose_instalment",
    "double four two one": "out_of_scope",
    OFFER: "propose_instalment",
    "what": "repeat_clarify",
    "hold on": "deny",
    "okay i'm back": "goodbye",
    "stop calling me i'm driving": "stop_texts",
    "i'm driving but i can do fifty on friday": "promise_to_pay",
    "what do i owe": "ask_balance",
    "三月": "out_of_scope",
    "一九七五年三月九号": "promise_to_pay",
    "四四二一": "out_of_scope",
}


@pytest.fixture
def phone(sqlite_store: Store) -> Phone:
    phone = Phone(sqlite_store, sayings=HEARD)
    conversing(phone.calls_us())
    return phone


def talk_id(phone: Phone):
    return phone.call().conversation_id


def is_verified(phone: Phone) -> bool:
    with phone.store.read() as tx:
        return party_now(tx, conversations.load(tx, talk_id(phone)), phone.clock.now()) is not None


def tries(phone: Phone) -> int:
    with phone.store.read() as tx:
        return len(identity.attempts_of(tx, phone.borrower.person.id))


def agree(phone: Phone) -> str:
    for text in (BIRTH, LAST4, OFFER):
        phone.says_aloud(text)
    return phone.says_aloud("yes").text


def test_who_they_are_is_asked_one_thing_after_the_other(phone: Phone) -> None:
    assert "date of birth" in phone.says_aloud("what do i owe").text
    asked = phone.says_aloud(BIRTH).text
    assert "last four digits" in asked
    assert "date of birth" not in asked
    assert (is_verified(phone), tries(phone)) == (False, 0)
    assert "one thousand four hundred dollars" in phone.says_aloud(LAST4).text
    assert (is_verified(phone), tries(phone)) == (True, 1)


def test_the_digits_may_come_first(phone: Phone) -> None:
    assert "date of birth" in phone.says_aloud("double four two one").text
    assert "one thousand four hundred dollars" in phone.says_aloud(BIRTH).text


def test_between_the_two_answers_they_may_say_something_else(phone: Phone) -> None:
    phone.says_aloud(BIRTH)
    assert "take your time" in phone.says_aloud("hold on").text
    assert "last four digits" in phone.says_aloud("what do i owe").text
    phone.says_aloud(LAST4)
    assert is_verified(phone)


def test_a_wrong_pair_is_one_try_and_both_are_asked_for_again(phone: Phone) -> None:
    phone.says_aloud(WRONG_BIRTH)
    again = phone.says_aloud(LAST4).text
    assert "does not match" in again
    assert (is_verified(phone), tries(phone)) == (False, 1)
    # What was part of a wrong pair counts no more.
    assert "last four digits" in phone.says_aloud(BIRTH).text
    phone.says_aloud(LAST4)
    assert is_verified(phone)


def test_an_answer_lapses_with_half_an_hour_of_silence(phone: Phone) -> None:
    phone.says_aloud(BIRTH)
    phone.clock.move(minutes=31)
    assert "date of birth" in phone.says_aloud(LAST4).text
    assert not is_verified(phone)


def test_a_date_of_birth_is_no_day_to_pay_on_and_digits_are_no_money(phone: Phone) -> None:
    phone.says_aloud(BIRTH)
    said = phone.says_aloud(LAST4).text
    assert "four thousand" not in said
    assert "March ninth" not in said
    assert said.endswith("Instalments are fine.")


def test_in_writing_both_answers_are_still_asked_for_together(phone: Phone) -> None:
    assert "date of birth and last four" in phone.says("what do I owe")
    assert "$1,400.00" in phone.says("03/09/1975 4421")


def test_what_is_spoken_is_what_the_transcript_has(phone: Phone) -> None:
    said = [phone.says_aloud(text).text for text in (BIRTH, LAST4, OFFER, "yes")]
    with phone.store.read() as tx:
        turns = conversations.turns_of(tx, talk_id(phone))
    ours = [turn.text for turn in turns if turn.speaker is Speaker.BOT]
    assert ours[-4:] == said
    assert not any(re.search(r"[0-9$%/]", text) for text in said)


def test_a_schedule_is_summed_up_and_an_explicit_yes_records_it(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    read_back = phone.says_aloud(OFFER).text
    assert "four payments of three hundred fifty dollars, every month, the first on Monday" in read_back
    assert read_back.count("?") == 1
    assert "recorded" in phone.says_aloud("yes").text
    with phone.store.read() as tx:
        assert plans.standing_plan(tx, phone.borrower.case.id, phone.clock.now().date()) is not None


@pytest.mark.parametrize(
    ("text", "intents", "said"),
    [
        ("okay thanks bye", "affirm+goodbye", "Goodbye."),
        ("will i get that in writing", "request_written", "as a text message"),
    ],
)
def test_who_has_heard_what_stands_does_not_hear_all_of_it_again(phone: Phone, text, intents, said) -> None:
    agree(phone)
    phone.dialogue.intents = phone.dialogue.intents | {text: intents}
    answer = phone.says_aloud(text).text
    assert said in answer
    assert "dollars" not in answer
    assert "Reply" not in answer


def welcomed(phone: Phone) -> Outreach:
    """The text about what was agreed, once it went out or may not."""
    phone.clock.move(hours=2)
    welcome_plans(phone.desk)
    with phone.store.read() as tx:
        plan = plans.last_plan(tx, phone.borrower.case.id)
    row_id = outreach_id(LifeContact.WELCOME, plan.id)
    dispatch(phone.desk, phone.app.messengers, row_id)
    with phone.store.read() as tx:
        return outreach_rows.load(tx, row_id)


YES_TO_FIGURES, NO_TO_FIGURES = "The text will name", "will only have a link"


@pytest.mark.parametrize(
    ("text", "intents", "said", "agreed"),
    [
        ("yes", "affirm", YES_TO_FIGURES, True),
        ("yes please thank you", "affirm+thanks", YES_TO_FIGURES, True),
        ("no", "deny", NO_TO_FIGURES, False),
        ("okay thanks bye", "affirm+goodbye", "Goodbye.", False),
        ("will i get that in writing", "request_written", "as a text message", False),
        ("how much do I owe", "ask_balance", "dollars", False),
    ],
)
def test_only_a_yes_to_the_question_lets_figures_into_a_text(
    phone: Phone, text, intents, said, agreed
) -> None:
    assert agree(phone).endswith("shall it name the amounts and days?")
    phone.dialogue.intents = phone.dialogue.intents | {text: intents}
    assert said in phone.says_aloud(text).text
    with phone.store.read() as tx:
        given = consents.consents_of(tx, phone.borrower.person.id)
    mine = [each for each in given if each.purpose is ConsentPurpose.DETAILS]
    expected = [(phone.borrower.point.id, phone.borrower.case.id, Channel.SMS)] if agreed else []
    assert [(each.point_id, each.case_id, each.channel) for each in mine] == expected


def test_who_has_answered_says_okay_and_it_stays_as_agreed(phone: Phone) -> None:
    agree(phone)
    phone.dialogue.intents = phone.dialogue.intents | {"okay": "affirm"}
    phone.says_aloud("no")
    assert "It stays as agreed." in phone.says_aloud("okay").text


def test_without_the_relay_nobody_speaks_over_the_question(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        assert phone.says_aloud(text).may_be_spoken_over
    assert not phone.says_aloud(OFFER).may_be_spoken_over
    assert not phone.says_aloud("yes").may_be_spoken_over


def test_a_yes_before_the_question_was_heard_is_asked_again(phone: Phone) -> None:
    agree(phone)
    with phone.store.read() as tx:
        recorded = conversations.last_said(tx, talk_id(phone))
    mark_heard(phone.desk, recorded.outreach_id, "Thank you.")
    assert phone.says_aloud("yes").text.endswith("shall it name the amounts and days?")
    assert YES_TO_FIGURES in phone.says_aloud("yes").text


def test_an_okay_with_other_terms_is_about_them(phone: Phone) -> None:
    agree(phone)
    phone.dialogue.intents = phone.dialogue.intents | {"okay but four hundred a month": "affirm"}
    assert "It stays as agreed." not in phone.says_aloud("okay but four hundred a month").text


def test_what_was_not_understood_is_said_again_and_waits_for_the_same_yes(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    read_back = phone.says_aloud(OFFER).text
    once = phone.says_aloud("what").text
    assert once == f"Of course. {read_back}"
    assert phone.says_aloud("sorry, you broke up").text == once
    assert "recorded" in phone.says_aloud("yes").text


def test_who_is_back_after_a_moment_hears_again_what_waits_for_their_yes(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    read_back = phone.says_aloud(OFFER).text
    assert "I will wait" in phone.says_aloud("hold on").text
    assert phone.says_aloud("okay i'm back").text == f"I am still here. {read_back}"
    phone.says_aloud("hold on")
    assert phone.says_aloud("what").text == f"Of course. {read_back}"
    phone.says_aloud("hold on")
    assert "recorded" in phone.says_aloud("yes").text


def test_words_about_the_debt_are_said_again_only_to_who_is_still_verified(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    phone.clock.move(minutes=31)
    said = phone.says_aloud("what").text
    assert "dollars" not in said
    assert "date of birth" in said


def test_who_is_known_and_asks_for_the_options_means_terms_and_no_keys(phone: Phone) -> None:
    phone.dialogue.intents = phone.dialogue.intents | {"what are my options": "out_of_scope"}
    assert "Press zero" in phone.says_aloud("what are my options").text
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    said = phone.says_aloud("what are my options").text
    assert "Press zero" not in said
    assert "dollars" in said


def test_a_first_question_is_said_again_too(phone: Phone) -> None:
    with phone.store.read() as tx:
        opening = conversations.last_said(tx, talk_id(phone)).text
    assert phone.says_aloud("pardon").text == f"Of course. {opening}"


def test_who_is_driving_hears_nothing_more_of_the_matter(phone: Phone) -> None:
    for text in (BIRTH, LAST4):
        phone.says_aloud(text)
    said = phone.says_aloud("i'm driving but i can do fifty on friday").text
    assert "do not talk while driving" in said
    assert "fifty" not in said
    with phone.store.read() as tx:
        assert plans.last_plan(tx, phone.borrower.case.id) is None
        assert "also_said" in {each.reason for each in handovers.queue(tx)}
        assert consents.inconvenient_hours_of(tx, phone.borrower.person.id)


@pytest.mark.parametrize("text", ["call me at six", "call me back later please"])
def test_who_wants_to_be_called_later_is(phone: Phone, text: str) -> None:
    assert phone.says_aloud(text).ends is Ends.CALLBACK


def test_the_hour_that_answers_when_is_a_callback(phone: Phone) -> None:
    phone.says_aloud("i'm driving")
    assert phone.says_aloud("at six").ends is Ends.CALLBACK


def test_who_drives_now_is_called_at_the_hour_they_name_and_no_sooner(phone: Phone) -> None:
    phone.says_aloud("yes but i'm driving right now")
    said = phone.says_aloud("call me tomorrow at ten in the morning").text
    assert "minutes" not in said
    assert "at ten in the morning on Tuesday, March third" in book_as_asked(phone.desk, phone.call_id).words


def test_a_stop_is_a_stop_whatever_else_is_said(phone: Phone) -> None:
    said = phone.says_aloud("stop calling me i'm driving").text
    assert "driving" not in said
    with phone.store.read() as tx:
        given = consents.consents_of(tx, phone.borrower.person.id)
    assert given[-1].action is ConsentAction.WITHDRAWN


def test_a_plain_no_to_whether_it_is_them_is_somebody_else(sqlite_store: Store) -> None:
    phone = Phone(sqlite_store, sayings=HEARD)
    conversing(phone.answers())
    answer = phone.says_aloud("no")
    assert "personal matter" in answer.text
    assert answer.ends is Ends.GOODBYE
    point = phone.borrower.point.id
    with phone.store.read() as tx:
        statuses = consents.statuses_for(tx, phone.borrower.person.id, phone.borrower.case.id, point)
    assert SpecialStatus.THIRD_PARTY_ANSWERED in statuses


def test_a_yes_to_whether_it_is_them_leads_to_the_first_question(sqlite_store: Store) -> None:
    phone = Phone(sqlite_store, sayings=HEARD)
    conversing(phone.answers())
    assert "date of birth" in phone.says_aloud("yes").text


def test_what_was_agreed_by_telephone_comes_as_a_text_where_they_may_be_texted(phone: Phone) -> None:
    assert "as a text message" in agree(phone)
    phone.clock.move(hours=2)
    assert welcome_plans(phone.desk) == 1
    with phone.store.read() as tx:
        plan = plans.last_plan(tx, phone.borrower.case.id)
        row = outreach_rows.load(tx, outreach_id(LifeContact.WELCOME, plan.id))
    assert (row.channel, row.state) == (Channel.SMS, OutreachState.DUE)
    assert row.carrier is phone.borrower.point.carrier
    assert "/p/" in row.body


@pytest.mark.parametrize("language", [Language.EN, Language.ZH])
@pytest.mark.parametrize(
    ("answer", "stops", "told"), [("yes", False, True), ("no", False, False), ("yes", True, False)]
)
def test_the_text_tells_the_terms_to_who_has_agreed_to_it_and_to_nobody_else(
    sqlite_store: Store, language: Language, answer: str, stops: bool, told: bool
) -> None:
    borrower = a_borrower()
    person = replace(borrower.person, language=language)
    phone = Phone(sqlite_store, replace(borrower, person=person), sayings=HEARD)
    conversing(phone.calls_us())
    agree(phone)
    phone.says_aloud(answer)
    point = phone.borrower.point
    with phone.store.write() as tx:
        for action in (ConsentAction.WITHDRAWN, ConsentAction.GIVEN) if stops else ():
            # Texts are stopped and allowed again: of figures in them nothing was said.
            phone.clock.move(minutes=1)
            again = Consent(action, Channel.SMS, phone.clock.now(), "sms", point_id=point.id)
            consents.append_consent(tx, point, again, key=f"again-{action}", words=None, turn_id=None)
    row = welcomed(phone)
    assert row.state is OutreachState.SENT
    assert "/p/" in row.body
    assert ("$350.00" in row.body) is told
    assert (("2026年3月16日" if language is Language.ZH else "16 March 2026") in row.body) is told


@pytest.mark.parametrize(
    ("terms", "asked"),
    [({}, True), ({"kind": PlanType.SETTLEMENT, "waived": Money(70_000, Currency.USD)}, False)],
)
def test_nobody_is_asked_for_leave_that_would_change_nothing(phone: Phone, terms: dict, asked: bool) -> None:
    agree(phone)
    with phone.store.read() as tx:
        plan = plans.last_plan(tx, phone.borrower.case.id)
        welcome = plan_occasion(tx, LifeContact.WELCOME, plan, plan.id)
        agreed = replace(offer_of_plan(plan), **terms)
        assert only_leave_is_missing(tx, phone.desk, welcome, agreed) is asked


def test_who_has_allowed_it_is_not_asked_again(phone: Phone) -> None:
    agree(phone)
    phone.says_aloud("yes")
    with phone.store.read() as tx:
        plan = plans.last_plan(tx, phone.borrower.case.id)
        welcome = plan_occasion(tx, LifeContact.WELCOME, plan, plan.id)
        assert not only_leave_is_missing(tx, phone.desk, welcome, offer_of_plan(plan))


def test_nobody_is_promised_a_text_who_may_not_be_texted(sqlite_store: Store) -> None:
    phone = Phone(sqlite_store, replace(a_borrower(), consents=(MAY_CALL,)), sayings=HEARD)
    conversing(phone.calls_us())
    said = agree(phone)
    assert "No text message follows" in said
    assert "reminder" not in said
    phone.clock.move(hours=2)
    welcome_plans(phone.desk)
    with phone.store.read() as tx:
        plan = plans.last_plan(tx, phone.borrower.case.id)
        row = outreach_rows.load(tx, outreach_id(LifeContact.WELCOME, plan.id))
    assert row.state is OutreachState.REFUSED


def test_mandarin_is_spoken_in_mandarin_words(sqlite_store: Store) -> None:
    borrower = a_borrower()
    person = replace(borrower.person, language=Language.ZH)
    phone = Phone(sqlite_store, replace(borrower, person=person), sayings=HEARD)
    conversing(phone.calls_us())
    assert "后四位" in phone.says_aloud("一九七五年三月九号").text
    said = phone.says_aloud("四四二一").text
    assert "一千四百美元" in said
    assert "一月三十一号星期六" in said
    assert "我等您" in phone.says_aloud("等一下").text
    assert phone.says_aloud("没听清").text.startswith("好的，我再说一遍")
    assert "安全第一" in phone.says_aloud("我在开车").text
    assert phone.says_aloud("六点以后").ends is Ends.CALLBACK
