"""Money that has come since changes what is left: an offer of before it is read to nobody."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, consents
from tests.builders.line import SAYINGS, Line, keys, plan_of, waits

PROOF = "03/09/1975 4421"
FIRST = "I can pay $200 today"
REST = "the rest at $300 a month from March 27"
TOO_LATE = "the rest at $300 a month, starting April 25"
SENT = "I sent the $200 today, did you get it?"
AS_PROMISED = "I have paid the $200 today"
GOT = "did you get the $200?"
LEFT = "how much is left?"
SAID = (
    SAYINGS
    | dict.fromkeys((FIRST, AS_PROMISED), "promise_to_pay")
    | dict.fromkeys((REST, TOO_LATE), "propose_instalment")
    | {SENT: "already_paid", GOT: "request_receipt", LEFT: "ask_balance"}
)


def offered(store: Store) -> Line:
    line = Line(store, sayings=SAID)
    line.says(PROOF)
    line.says(FIRST)
    return line


def pay(line: Line, whole: int = 200) -> None:
    on: date = line.clock.now().date()
    amount = Money(whole * 100, Currency.USD)
    record_payment(line.desk, ReportedPayment("1", line.borrower.case.id, amount, on, "test"))


def disputed(line: Line) -> bool:
    here = line.borrower
    with line.store.read() as tx:
        found = consents.statuses_for(tx, here.person.id, here.case.id, here.point.id)
    return SpecialStatus.DISPUTE in found


def test_a_start_of_the_rest_is_the_day_they_name_and_not_that_of_the_payment_made(
    sqlite_store: Store,
) -> None:
    line = offered(sqlite_store)
    pay(line)
    line.says(REST)
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments[0].on == date(2026, 3, 27)
    assert plan.instalments[0].amount == Money(30_000, Currency.USD)


def test_a_start_beyond_the_latest_is_said_to_be_so_the_first_time(sqlite_store: Store) -> None:
    line = offered(sqlite_store)
    pay(line)
    said = line.says(TOO_LATE)
    assert keys(line) == {"offer.counter"}
    assert "April" in said
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    first, bound = plan.instalments[0].on, line.clock.now().date()
    assert 20 < (first - bound).days <= 30


def test_before_the_first_payment_has_come_both_stand(sqlite_store: Store) -> None:
    line = offered(sqlite_store)
    line.says(REST)
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    first, second = plan.instalments[:2]
    assert first.amount == Money(20_000, Currency.USD)
    assert (second.on, second.amount) == (date(2026, 3, 27), Money(30_000, Currency.USD))


@pytest.mark.parametrize("text", [SENT, AS_PROMISED, GOT])
def test_a_payment_that_is_on_the_books_is_said_to_be_received(sqlite_store: Store, text: str) -> None:
    line = offered(sqlite_store)
    pay(line)
    said = line.says(text)
    assert keys(line) == {"payment.booked", "balance.charges"}
    assert "$200.00" in said
    assert not disputed(line)


def test_one_that_is_not_there_is_looked_for(sqlite_store: Store) -> None:
    line = offered(sqlite_store)
    pay(line, 100)
    line.says(SENT)
    assert disputed(line)


@pytest.mark.parametrize("text", [AS_PROMISED, GOT])
def test_words_of_a_payment_that_is_not_there_claim_none(sqlite_store: Store, text: str) -> None:
    line = offered(sqlite_store)
    line.says(text)
    assert "payment.booked" not in keys(line)


def test_who_proves_it_only_after_asking_hears_of_the_payment(sqlite_store: Store) -> None:
    line = offered(sqlite_store)
    waits(line, hours=2)
    pay(line)
    assert "200" not in line.says(AS_PROMISED)
    line.says(PROOF)
    assert keys(line) == {"payment.booked", "balance.charges"}


@pytest.mark.parametrize("paid", [True, False])
def test_what_is_left_is_answered_before_any_offer(sqlite_store: Store, paid: bool) -> None:
    line = offered(sqlite_store)
    offer = keys(line) & {"offer.two", "plan.read_back", "offer.counter"}
    assert offer
    waits(line, hours=2)
    if paid:
        pay(line)
    line.says(LEFT)
    line.says(PROOF)
    said = keys(line)
    assert any(key.startswith("balance.") for key in said)
    assert bool(said & offer) is not paid
