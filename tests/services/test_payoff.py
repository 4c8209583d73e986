"""What would clear the account: today's figure, an estimate for another day, and never a promise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.intents import Intent
from arrears.domain.interest import DayCount, InterestTerms
from arrears.store import Store, offers, plans
from tests.builders.line import Line
from tests.builders.store import Borrower, a_borrower, in_china
from tests.services.test_every_intent import reasons, verified

RATE = InterestTerms(182_500)  # 0.05 % a day: 65 cents on $1,300.00
MAY = "what would I owe if I paid it all on May 3"


def bearing(borrower: Borrower, terms: InterestTerms | None = RATE) -> Borrower:
    return replace(borrower, case=replace(borrower.case, interest_terms=terms))


def asks(store: Store, text: str, borrower: Borrower | None = None) -> tuple[Line, str]:
    line = verified(store, {text: Intent.ASK_PAYOFF}, borrower or bearing(a_borrower()))
    return line, line.says(text)


def test_another_day_is_the_balance_and_the_interest_until_then(sqlite_store: Store) -> None:
    line, reply = asks(sqlite_store, MAY)
    assert reply == (
        "Paid in full on Sunday 3 May 2026, it would be about $1,440.30, with $40.30 interest until then. "
        "An estimate if nothing else changes; it is no promise."
    )
    assert reasons(line) == []


def test_it_is_said_in_chinese_too(sqlite_store: Store) -> None:
    borrower = bearing(in_china(a_borrower()), InterestTerms(180_000, DayCount.ACTUAL_360))
    _, reply = asks(sqlite_store, "5月3号一次还清要多少", borrower)
    assert "若在2026年5月3日（周日）一次还清，约为¥5,146.40，含到当天的利息¥146.40。" in reply
    assert "询问不算承诺" in reply


def test_a_day_that_is_asked_about_is_never_promised(sqlite_store: Store) -> None:
    line, _ = asks(sqlite_store, MAY)
    with line.store.read() as tx:
        assert offers.open_offer(tx, line.conversation_id) is None
        assert plans.plans_of(tx, line.borrower.case.id) == ()


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("what would clear it tomorrow", "$1,400.65"),
        ("what would clear it on June 2", "$1,459.80"),  # 92 days
    ],
)
def test_the_days_that_are_quoted(sqlite_store: Store, text: str, total: str) -> None:
    line, reply = asks(sqlite_store, text)
    assert f"it would be about {total}" in reply
    assert reasons(line) == []


@pytest.mark.parametrize(
    "text",
    [
        "what would clear it on June 3",  # 93 days
        "what would clear it on May 3 or on May 10",
        "what would clear it on February 30",
    ],
)
def test_other_days_a_person_works_out(sqlite_store: Store, text: str) -> None:
    line, reply = asks(sqlite_store, text)
    assert "By our records on Monday 2 March 2026" in reply
    assert "For another day, a person works out the figure" in reply
    assert reasons(line) == ["payoff"]


def test_without_the_lenders_rate_a_person_works_it_out(sqlite_store: Store) -> None:
    line, reply = asks(sqlite_store, MAY, a_borrower())
    assert "would be about" not in reply
    assert reasons(line) == ["payoff"]


def test_today_and_another_day_are_both_answered(sqlite_store: Store) -> None:
    _, reply = asks(sqlite_store, "what would clear it today, and what on May 3")
    assert "the whole amount owed is $1,400.00" in reply
    assert "it would be about $1,440.30" in reply


def test_a_stranger_hears_no_figure_for_another_day(sqlite_store: Store) -> None:
    line = Line(sqlite_store, bearing(a_borrower()), {MAY: Intent.ASK_PAYOFF})
    line.write_first()
    assert "$" not in line.says(MAY)
