"""Who has a plan and says that they paid on it hears whether it is on our books; it disputes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.services.record_payment import ReportedPayment, record_payment, reverse_payment
from arrears.store import Store, consents
from tests.builders.line import SAYINGS, Line, keys, reasons, waits
from tests.builders.plans import usd

SENT, MADE, OFF = (
    "just sent you the $350, did you get it?",
    "I made the payment today",
    "I already paid it off",
)
PROOF = "03/09/1975 4421"
SAID = SAYINGS | dict.fromkeys((SENT, MADE, OFF, "I paid $9,000 today"), "already_paid")


def agreed(store: Store) -> Line:
    line = Line(store, sayings=SAID)
    line.agree()
    return line


def disputed(line: Line) -> bool:
    here = line.borrower
    with line.store.read() as tx:
        found = consents.statuses_for(tx, here.person.id, here.case.id, here.point.id)
    return SpecialStatus.DISPUTE in found


def pay(line: Line, minor: int = 35_000) -> None:
    on: date = line.clock.now().date()
    record_payment(line.desk, ReportedPayment("1", line.borrower.case.id, usd(minor), on, "test"))


@pytest.mark.parametrize("text", [SENT, MADE])
def test_what_is_not_on_the_books_yet_is_said_to_be_so(sqlite_store: Store, text: str) -> None:
    line = agreed(sqlite_store)
    line.says(text)
    assert keys(line) == {"payment.not_yet"}
    assert not disputed(line)
    assert reasons(line) == []


@pytest.mark.parametrize("text", [SENT, MADE])
def test_what_has_arrived_is_thanked_for_with_what_is_left(sqlite_store: Store, text: str) -> None:
    line = agreed(sqlite_store)
    pay(line)
    said = line.says(text)
    assert keys(line) == {"payment.booked", "next.closed"}
    assert "15 April" in said
    assert not disputed(line)


@pytest.mark.parametrize("taken_back", [True, False])
def test_other_money_is_not_taken_for_it(sqlite_store: Store, taken_back: bool) -> None:
    line = agreed(sqlite_store)
    pay(line, 35_000 if taken_back else 10_000)
    if taken_back:
        reverse_payment(line.desk, "1")
    line.says(SENT)
    assert keys(line) == {"payment.not_yet"}


def test_the_payment_of_last_month_is_not_taken_for_that_of_today(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line)
    waits(line, days=20)
    line.says(PROOF)
    assert "not on our books yet" in line.says(MADE)


def test_asked_again_a_person_looks_for_it(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    line.says(SENT)
    line.says(MADE)
    assert keys(line) == {"receipt.answer"}
    assert reasons(line) == ["receipt"]


def test_before_the_proof_they_are_asked_who_they_are_and_nothing_is_disputed(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    waits(line, hours=2)
    assert "350" not in line.says(SENT)
    assert not disputed(line)


@pytest.mark.parametrize("text", [OFF, "I paid $9,000 today"])
def test_who_says_that_all_is_paid_disputes_it(sqlite_store: Store, text: str) -> None:
    line = agreed(sqlite_store)
    line.says(text)
    assert disputed(line)


@pytest.mark.parametrize("text", [SENT, MADE])
def test_without_a_plan_it_is_a_dispute(sqlite_store: Store, text: str) -> None:
    line = Line(sqlite_store, sayings=SAID)
    line.says(PROOF)
    line.says(text)
    assert disputed(line)


FIRST, PAID_AND_WHO = "just sent the first one, how many left", "verify_identity@0.64+already_paid@0.6"


@pytest.mark.parametrize("text", [f"{PROOF} {FIRST}", "75年3月9号 尾号4421 头一笔打过去了 看看还剩几期"])
@pytest.mark.parametrize("come", [True, False])
def test_a_right_proof_in_the_same_breath_counts_first(sqlite_store: Store, text: str, come: bool) -> None:
    line = agreed(sqlite_store)
    waits(line, hours=2)
    line.dialogue.intents[text] = PAID_AND_WHO
    if come:
        pay(line)
    line.says(text)
    assert keys(line) == ({"payment.booked", "next.closed"} if come else {"payment.not_yet"})
    assert not disputed(line)


def test_with_a_wrong_one_they_are_asked_again_nothing_is_disputed_and_a_person_reads_it(
    sqlite_store: Store,
) -> None:
    line = agreed(sqlite_store)
    waits(line, hours=2)
    pay(line)
    wrong = f"03/08/1975 4421 {FIRST}"
    line.dialogue.intents[wrong] = PAID_AND_WHO
    line.says(wrong)
    assert keys(line) == {"identity.retry"}
    assert not disputed(line)
    assert reasons(line) == ["also_said"]
    line.says(PROOF)
    assert "payment.booked" in keys(line)


def test_beside_a_proof_a_debt_that_is_all_paid_is_disputed(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAID | {f"{PROOF} {OFF}": PAID_AND_WHO})
    line.says(f"{PROOF} {OFF}")
    assert disputed(line)
