"""Loans that were imported before revision 0007 are kept, forwards and back; a rate is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command

from arrears.domain.interest import DayCount, InterestTerms
from arrears.store import Store, cases
from arrears.store.migrate import _config, difference, migrate
from tests.builders.store import a_borrower, save
from tests.store.test_upgrade import filled


@pytest.fixture
def old(store: Store) -> Store:
    """The tables as they were at 0006, with a loan."""
    migrate(filled(store, a_borrower()), "0006")
    return store


def test_a_loan_from_before_says_nothing_of_what_it_accrues(old: Store) -> None:
    migrate(old)
    assert difference(old) == []
    with old.read() as tx:
        assert cases.load_case(tx, a_borrower().case.id).interest_terms is None


def test_going_back_keeps_the_loan(old: Store) -> None:
    migrate(old)
    with old.write() as tx:
        command.downgrade(_config(tx), "0006")
    with old.read() as tx:
        assert tx.execute(sa.text("SELECT count(*) FROM cases")).scalar_one() == 1
    migrate(old)
    assert difference(old) == []


@pytest.mark.parametrize("terms", [None, InterestTerms(0), InterestTerms(182_525, DayCount.ACTUAL_360)])
def test_a_rate_comes_back_as_it_was_stored(store: Store, terms: InterestTerms | None) -> None:
    borrower = a_borrower()
    save(store, replace(borrower, case=replace(borrower.case, interest_terms=terms)))
    with store.read() as tx:
        assert cases.load_case(tx, borrower.case.id).interest_terms == terms
