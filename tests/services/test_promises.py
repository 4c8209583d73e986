"""Money and the calendar decide what became of a promise; a broken one is answered with help, once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.money import Currency, Money
from arrears.domain.outreach import OutreachState
from arrears.domain.promises import PromiseOutcome
from arrears.ports import SendOutcome
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.record_payment import ReportedPayment, record_payment, reverse_payment
from arrears.services.sweep_promises import sweep_promises
from arrears.store import Store, ledger, plans
from arrears.store.tables.contact import outreach
from tests.builders.line import Line

FIRST_DUE = date(2026, 3, 16)  # the 15th is a Sunday
GRACE = 3


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    """Four payments of $350.00 from 16 March are agreed."""
    line = Line(sqlite_store)
    line.agree()
    return line


def pay(line: Line, minor: int, on: date, key: str = "1") -> None:
    amount = Money(minor, Currency.USD)
    record_payment(line.desk, ReportedPayment(key, line.borrower.case.id, amount, on, "test"))


def sweep_on(line: Line, day: date, hour: int = 17) -> dict[PromiseOutcome, int]:
    line.clock.at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return sweep_promises(line.desk)


def outcomes_of(line: Line) -> list[str]:
    with line.store.read() as tx:
        (plan, *_) = plans.plans_of(tx, line.borrower.case.id)
        return [str(outcome) for outcome in plans.outcomes_of(tx, plan.id).values()]


def missed(line: Line) -> list[sa.Row]:
    with line.store.read() as tx:
        return list(tx.execute(outreach.select().where(outreach.c.step == "promise_missed")))


def test_the_grace_of_the_policy_is_the_one_tested_here(line: Line) -> None:
    with line.store.read() as tx:
        assert plans.standing_plan(tx, line.borrower.case.id, line.clock.now().date()).grace_days == GRACE


@pytest.mark.parametrize(("late", "outcome"), [(0, "kept"), (GRACE, "kept"), (GRACE + 1, "broken")])
def test_money_within_grace_keeps_the_promise_and_later_money_does_not(line: Line, late, outcome) -> None:
    paid_on = FIRST_DUE + timedelta(days=late)
    pay(line, 35_000, paid_on)
    sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 2))
    assert outcomes_of(line) == [outcome]


# Midnight in New York is 04:00 UTC; on the last day of grace the promise is still open.
@pytest.mark.parametrize(("hour", "outcomes"), [(3, []), (4, ["broken"])])
def test_the_day_ends_on_the_borrowers_calendar(line: Line, hour, outcomes) -> None:
    sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 1), hour)
    assert outcomes_of(line) == outcomes


@pytest.mark.parametrize(("minor", "outcome"), [(33_250, "kept"), (33_249, "broken")])
def test_95_percent_is_enough_and_a_cent_less_is_not(line: Line, minor, outcome) -> None:
    pay(line, minor, FIRST_DUE)
    sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 1))
    assert outcomes_of(line) == [outcome]


def test_parts_count_together(line: Line) -> None:
    for number in range(5):
        pay(line, 7_000, FIRST_DUE - timedelta(days=number), str(number))
    assert sweep_on(line, FIRST_DUE) == {PromiseOutcome.KEPT: 1, PromiseOutcome.BROKEN: 0}


def test_a_payment_that_was_taken_back_keeps_nothing(line: Line) -> None:
    pay(line, 35_000, FIRST_DUE)
    reverse_payment(line.desk, "1")
    sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 1))
    assert outcomes_of(line) == ["broken"]


def test_paying_everything_at_once_keeps_every_promise(line: Line) -> None:
    pay(line, 140_000, FIRST_DUE)
    assert sweep_on(line, FIRST_DUE)[PromiseOutcome.KEPT] == 4
    with line.store.read() as tx:
        assert ledger.balance(tx, line.borrower.case.id, Currency.USD).total == Money(0, Currency.USD)


def test_a_kept_promise_plans_no_contact(line: Line) -> None:
    pay(line, 35_000, FIRST_DUE)
    sweep_on(line, FIRST_DUE)
    assert missed(line) == []


def test_a_broken_promise_plans_one_neutral_text_after_the_policys_wait(line: Line) -> None:
    for _ in range(3):
        sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 1))
    (row,) = missed(line)
    assert row.state == OutreachState.DUE
    assert not row.speaks_of_debt
    assert row.body.startswith("Hello from the automated assistant of Hudson Example Bank.")
    wait = timedelta(days=line.desk.policy.promise_grace_retry_days)
    assert row.due_at == line.clock.now() + wait
    before = len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    assert len(line.carrier.sent) == before
    line.clock.at = row.due_at
    dispatch_due(line.desk, line.app.messengers)
    assert len(line.carrier.sent) == before + 1
    assert "$" not in line.carrier.sent[-1][1]


def test_sweeping_again_writes_nothing_again(line: Line) -> None:
    day = FIRST_DUE + timedelta(days=GRACE + 1)
    assert sweep_on(line, day)[PromiseOutcome.BROKEN] == 1
    assert sweep_on(line, day) == {PromiseOutcome.KEPT: 0, PromiseOutcome.BROKEN: 0}
    assert outcomes_of(line) == ["broken"]


def test_a_plan_that_takes_the_place_of_a_broken_one_ends_it(line: Line) -> None:
    sweep_on(line, FIRST_DUE + timedelta(days=GRACE + 1))
    line.dialogue.intents["I can do $700 a month starting on April 1"] = "propose_instalment"
    for text in ("03/09/1975 4421", "I can do $700 a month starting on April 1", "yes"):
        line.says(text)
    with line.store.read() as tx:
        old, new = plans.plans_of(tx, line.borrower.case.id)
        assert old.cancelled_at == new.agreed_at
        assert plans.standing_plan(tx, line.borrower.case.id, line.clock.now().date()) == new
    pay(line, 70_000, date(2026, 4, 1))
    counts = sweep_on(line, date(2026, 4, 30))
    assert counts == {PromiseOutcome.KEPT: 1, PromiseOutcome.BROKEN: 0}
    assert len(missed(line)) == 1


def test_ids_made_of_the_longest_reference_fit_both_databases(store: Store) -> None:
    line = Line(store)
    line.reference = "R" * 30 + "{:042d}"  # with Twilio's shorter name, as long as the gateway's longest
    line.agree()
    line.clock.at = datetime(2026, 8, 1, 17, tzinfo=UTC)
    assert sweep_promises(line.desk)[PromiseOutcome.BROKEN] == 4
    line.carrier.outcome = SendOutcome.OPTED_OUT
    line.clock.move(days=2)
    dispatch_due(line.desk, line.app.messengers)
    states = {row.state for row in missed(line)}
    assert states == {OutreachState.FAILED, OutreachState.REFUSED}
