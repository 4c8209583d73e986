"""A card is keyed in on a call: only who has proved who they are, only an amount that was read back, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Ends
from arrears.domain.card_payments import SILENT_AFTER, CardPaymentState, after_result, decimal_of
from arrears.domain.money import Currency, Money
from arrears.services.take_card import NOT_BEGUN, begin_card, doubt_silent, end_card, key_of, words_after
from arrears.store import handovers
from arrears.store.tables.calls import card_payments
from arrears.store.tables.contact import outreach
from tests.builders.office import Office
from tests.builders.store import a_borrower

S = CardPaymentState


@pytest.fixture
def office(store):
    return Office(store)


def rows(office):
    with office.store.read() as tx:
        return tx.execute(sa.select(card_payments).order_by(card_payments.c.asked_at)).all()


def agreed(office):
    """An amount that was read back and agreed to."""
    office.proves()
    office.says_aloud("I want to pay $90 now")
    assert office.says_aloud("yes").ends is Ends.PAY
    return begin_card(office.desk, office.call_id)


def test_the_amount_they_said_is_read_back_and_a_yes_has_the_card_asked_for(office):
    office.proves()
    answer = office.says_aloud("I want to pay $90 now")
    assert "ninety dollars" in answer.text
    assert answer.ends is None
    assert [row.state for row in rows(office)] == [S.ASKED]
    assert begin_card(office.desk, office.call_id) is None
    assert office.says_aloud("yes").ends is Ends.PAY
    taking = begin_card(office.desk, office.call_id)
    assert taking.payment.amount == Money(9000, Currency.USD)
    assert "star" in taking.words
    assert begin_card(office.desk, office.call_id) is None


def test_nobody_is_asked_for_a_card_before_they_have_proved_who_they_are(office):
    office.calls_us()
    answer = office.says_aloud("I want to pay $90 now")
    assert "ninety" not in answer.text
    assert rows(office) == []
    assert office.says_aloud("yes").ends is None
    assert begin_card(office.desk, office.call_id) is None


def test_without_an_amount_it_is_what_is_left_of_the_next_instalment(office):
    office.proves()
    office.agrees()
    assert "three hundred fifty dollars" in office.says_aloud("I want to pay now").text


def test_without_an_amount_and_a_plan_it_is_asked_for(office):
    office.proves()
    assert "How much" in office.says_aloud("I want to pay now").text
    office.dialogue.intents["ninety dollars"] = "promise_to_pay"
    assert "by card now" in office.says_aloud("ninety dollars").text
    assert rows(office)[0].amount_minor == 9000


def test_no_more_is_taken_than_is_owed(office):
    office.proves()
    office.says_aloud("I want to pay $9,000 now")
    assert rows(office)[0].amount_minor == office.borrower.balance.total.minor


def test_a_no_takes_nothing(office):
    office.proves()
    office.says_aloud("I want to pay $90 now")
    answer = office.says_aloud("no")
    assert "nothing is taken" in answer.text
    assert answer.ends is None
    assert begin_card(office.desk, office.call_id) is None


def test_a_yes_to_the_amount_is_one_also_where_the_agreement_was_named_beside_it(office):
    office.proves()
    office.agrees()
    now = "can I pay now the payment I promised"
    office.dialogue.intents[now] = "pay_now+promise_to_pay"
    said = office.says_aloud(now).text
    assert "by card now" in said
    assert "agreement stands" in said
    assert office.says_aloud("yes").ends is Ends.PAY


def test_a_yes_to_an_offer_beside_the_agreement_is_not_heard_as_one_to_the_agreement(office):
    office.proves()
    office.agrees()
    ways = "how can I pay what I promised"
    office.dialogue.intents[ways] = "ask_payment_methods+promise_to_pay"
    said = office.says_aloud(ways).text
    assert "by card on this call" in said
    assert "agreement stands" in said
    assert "It stays as agreed." not in office.says_aloud("yes").text


def test_a_yes_to_something_else_takes_nothing(office):
    office.proves()
    office.says_aloud("I want to pay $90 now")
    office.says_aloud("what do I owe")
    assert office.says_aloud("yes").ends is None
    assert begin_card(office.desk, office.call_id) is None


@pytest.mark.parametrize(
    ("result", "state", "key"),
    [
        ("success", S.PAID, "card.paid"),
        ("caller-interrupted-with-star", S.NOT_PAID, "card.not_paid"),
        ("too-many-failed-attempts", S.NOT_PAID, "card.not_paid"),
        (NOT_BEGUN, S.NOT_PAID, "card.not_paid"),
        ("payment-connector-error", S.UNKNOWN, "card.unclear"),
        ("a word that nobody knows", S.UNKNOWN, "card.unclear"),
    ],
)
def test_what_became_of_it_is_said_as_it_is(office, result, state, key):
    payment = agreed(office).payment
    ended = end_card(office.desk, payment.id, result, "ch_1")
    assert ended.state is state
    assert words_after(office.desk, ended)[0] == key
    with office.store.read() as tx:
        waiting = handovers.waiting_for(tx, payment.conversation_id)
    assert (waiting is not None) == (state is S.UNKNOWN)


def test_what_is_proved_is_not_taken_back_and_a_doubt_may_be_cleared(office):
    payment = agreed(office).payment
    assert end_card(office.desk, payment.id, "internal-error").state is S.UNKNOWN
    assert end_card(office.desk, payment.id, "success", "ch_1").state is S.PAID
    assert end_card(office.desk, payment.id, "validation-error").state is S.PAID
    assert rows(office)[0].confirmation == "ch_1"


def test_a_payment_without_a_result_is_for_a_person_after_an_hour(office):
    payment = agreed(office).payment
    office.machine_clock.move(minutes=59)
    assert doubt_silent(office.desk) == 0
    office.machine_clock.move(minutes=2)
    assert timedelta(minutes=59) < SILENT_AFTER < timedelta(minutes=61)
    assert doubt_silent(office.desk) == 1
    assert doubt_silent(office.desk) == 0
    assert rows(office)[0].state == S.UNKNOWN
    assert key_of(payment) == f"card_by_phone:{payment.id}"


def test_without_a_connector_a_link_goes_out_as_a_text_once(store):
    office = Office(store, cards=False)
    office.proves()
    office.agrees()
    answer = office.says_aloud("how can I pay")
    assert "text message with a link" in answer.text
    office.says_aloud("I want to pay $90 now")
    with store.read() as tx:
        planned = tx.execute(sa.select(outreach).where(outreach.c.step == "page")).all()
    assert [(row.channel, row.state) for row in planned] == [("sms", "due")]
    assert "/p/" in planned[0].body
    assert rows(office) == []


def test_who_has_just_heard_the_ways_and_wants_the_link_hears_of_the_link_alone(store):
    office = Office(store, cards=False)
    office.dialogue.intents = office.dialogue.intents | {"just text me the link": "ask_payment_methods"}
    office.proves()
    assert "bank transfer" in office.says_aloud("how can I pay").text
    link = office.says_aloud("just text me the link").text
    assert "a link to a page of your own" in link
    assert "bank transfer" not in link


def test_without_a_connector_and_without_consent_to_texts_only_the_ways_are_named(store):
    office = Office(store, replace(a_borrower(), consents=()), cards=False)
    office.proves()
    answer = office.says_aloud("how can I pay")
    assert "bank transfer" in answer.text
    assert "text message" not in answer.text


def test_with_a_connector_the_card_is_offered_among_the_ways(office):
    office.proves()
    assert "by card on this call" in office.says_aloud("how can I pay").text


@pytest.mark.parametrize(
    ("minor", "written"), [(1, "0.01"), (9000, "90.00"), (123450, "1234.50"), (105, "1.05")]
)
def test_the_carrier_is_told_the_amount_to_the_cent(minor, written):
    assert decimal_of(Money(minor, Currency.USD)) == written


def test_success_alone_is_a_payment():
    assert after_result("success") is S.PAID
    assert after_result("") is S.UNKNOWN
    assert after_result("Success") is S.UNKNOWN
