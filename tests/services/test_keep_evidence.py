"""Evidence is kept as long as the longest law that may apply asks for, counted once the debt is settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.ids import CaseId
from arrears.domain.money import Currency, Money
from arrears.services.keep_evidence import keep_through
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store
from tests.builders.line import Line
from tests.builders.store import a_borrower


def settled(store: Store, country: str) -> Line:
    borrower = a_borrower()
    line = Line(store, replace(borrower, person=replace(borrower.person, country=country)))
    line.write_first()
    paid = ReportedPayment(
        "csv:all", line.borrower.case.id, Money(140_000, Currency.USD), date(2026, 3, 2), "csv"
    )
    record_payment(line.desk, paid)
    return line


def test_while_anything_is_owed_no_end_is_known(sqlite_store: Store) -> None:
    line = Line(sqlite_store)
    assert keep_through(line.desk, line.borrower.case.id) is None


@pytest.mark.parametrize(("country", "last"), [("US", date(2029, 3, 2)), ("CN", date(2031, 3, 2))])
def test_the_longest_law_that_may_apply_counts(sqlite_store: Store, country: str, last: date) -> None:
    line = settled(sqlite_store, country)
    assert keep_through(line.desk, line.borrower.case.id) == last


def test_a_case_that_is_not_there_is_told(sqlite_store: Store) -> None:
    with pytest.raises(LookupError):
        keep_through(Line(sqlite_store).desk, CaseId("case-none"))
