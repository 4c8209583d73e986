"""What is said of a plan once something was paid on it, and of money beyond what was owed."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, consents
from tests.builders.line import Line, keys, reasons
from tests.builders.plans import usd

OWED = 140_000


def agreed(store: Store) -> Line:
    """Four payments of $350.00 from 15 March on."""
    line = Line(store)
    line.write_first()
    line.agree()
    return line


def pay(line: Line, minor: int) -> None:
    payment = ReportedPayment(f"{minor}", line.borrower.case.id, usd(minor), date(2026, 3, 2), "test")
    record_payment(line.desk, payment)


def test_of_a_payment_that_came_in_part_only_what_is_missing_is_named(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, 12_000)
    said = line.says("what do I owe")
    assert "$230.00 on Monday 16 March 2026" in said
    assert "$1,280.00: $1,280.00 principal" in said
    assert "$1,400.00" not in said


def test_a_payment_that_was_made_is_not_named_again(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, 35_000)
    said = line.says("what do I owe")
    assert "16 March" not in said
    assert "next $350.00 on Wednesday 15 April 2026" in said


def test_who_paid_more_than_was_owed_is_told_and_a_person_sees_to_it(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, OWED + 12_000)
    said = line.says("what do I owe")
    assert "$120.00 more than was owed" in said
    assert keys(line) == {"balance.overpaid"}
    assert reasons(line) == ["overpaid"]


def test_who_paid_exactly_what_was_owed_needs_no_person(sqlite_store: Store) -> None:
    line = agreed(sqlite_store)
    pay(line, OWED)
    line.says("what do I owe")
    assert keys(line) == {"balance.settled"}
    assert reasons(line) == []


@pytest.mark.parametrize(
    ("paid", "answer", "disputed"), [(OWED, "balance.settled", False), (OWED - 100, "dispute.answer", True)]
)
def test_who_says_that_all_is_paid_disputes_it_only_where_something_is_owed(
    sqlite_store: Store, paid: int, answer: str, *, disputed: bool
) -> None:
    line = agreed(sqlite_store)
    line.dialogue.intents = line.dialogue.intents | {"all paid, send me the letter": "already_paid"}
    pay(line, paid)
    line.says("all paid, send me the letter")
    assert keys(line) == {answer}
    who = line.borrower
    with line.store.read() as tx:
        standing = consents.statuses_for(tx, who.person.id, who.case.id, who.point.id)
    assert (SpecialStatus.DISPUTE in standing) is disputed
