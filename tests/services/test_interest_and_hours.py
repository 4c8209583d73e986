"""What is known of interest is told from the ledger and the loan's terms; hours are those of the team."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.interest import InterestTerms
from arrears.store import Store
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.store import Borrower, a_borrower

GROWING = {
    "is interest still growing?": "ask_balance",
    "利息还在涨吗": "ask_fees_interest",
    "那这俩月利息还涨不涨": "ask_balance",
}
ORDER = {"does my $200 go to interest or principal?": "partial_payment"}
HOURS = {"what are your office hours": "out_of_scope", "周末上班吗": "inconvenient"}


def with_rate(rate: int | None, borrower: Borrower | None = None) -> Borrower:
    who = borrower or a_borrower()
    return replace(who, case=replace(who.case, interest_terms=None if rate is None else InterestTerms(rate)))


@pytest.mark.parametrize("text", list(GROWING))
@pytest.mark.parametrize(
    ("rate", "key"), [(120_000, "interest.grows"), (0, "interest.none"), (None, "interest.unknown")]
)
def test_whether_interest_goes_on_is_told_as_far_as_the_lender_told_us(
    sqlite_store: Store, text: str, rate: int | None, key: str
) -> None:
    china = CHINA if not text.isascii() else None
    line = verified(sqlite_store, with_rate(rate, china), **GROWING)
    said = line.says(text)
    assert keys(line) == {key}
    assert reasons(line) == (["interest"] if rate is None else [])
    if rate and china is None:
        assert "$0.43 a day, or $13.00 a month" in said


def test_a_payment_is_laid_over_what_is_owed_in_the_order_of_the_ledger(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **ORDER)
    said = line.says(next(iter(ORDER)))
    assert keys(line) == {"payment.applied", "payment.spread"}
    assert "$100.00 principal, $75.00 interest, $25.00 fees" in said


def test_a_question_about_charges_proposes_nothing_and_the_terms_that_wait_go_on_waiting(
    sqlite_store: Store,
) -> None:
    line = verified(sqlite_store, with_rate(120_000), **ORDER)
    line.says(PROPOSAL)
    line.says(next(iter(ORDER)))
    assert keys(line) == {"payment.applied", "payment.spread", "plan.read_back_short"}


def test_nothing_of_interest_is_told_before_the_proof(sqlite_store: Store) -> None:
    line = Line(sqlite_store, with_rate(120_000), dict.fromkeys(GROWING, "ask_fees_interest"))
    line.write_first()
    line.says(next(iter(GROWING)))
    assert keys(line) == {"identity.ask"}


@pytest.mark.parametrize(
    ("borrower", "text", "said"),
    [
        (
            None,
            "what are your office hours",
            "Monday to Friday except on public holidays, from 09:00",
        ),
        (CHINA, "周末上班吗", "周一至周五（法定节假日除外）09:00到18:00"),
    ],
)
def test_the_hours_are_those_of_the_team_that_serves_them(
    sqlite_store: Store, borrower: Borrower | None, text: str, said: str
) -> None:
    line = Line(sqlite_store, borrower, HOURS)
    line.write_first()
    assert said in line.says(text)
    assert keys(line) == {"hours.answer"}


def test_hours_are_told_on_the_borrowers_own_clock(sqlite_store: Store) -> None:
    away = a_borrower()
    away = replace(away, person=replace(away.person, zones=("America/Los_Angeles",)))
    line = Line(sqlite_store, away, HOURS)
    line.write_first()
    assert "from 06:00 to 15:00 on your clock" in line.says("what are your office hours")


def test_who_asks_when_they_can_talk_to_somebody_gets_somebody_too(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"when can I talk to somebody": "request_human"})
    line.says("when can I talk to somebody")
    assert keys(line) == {"human.answer", "hours.answer"}
    assert reasons(line) == ["asked_for_person"]
