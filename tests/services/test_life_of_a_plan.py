"""What money and the calendar do to plan, promise, ledger and next contact: as a table, one life a row."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from arrears.domain.ledger import TransactionKind
from arrears.domain.money import Currency
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import PlanState, plan_state
from arrears.services.record_payment import ReportedPayment, record_payment, reverse_payment
from arrears.services.sweep_promises import sweep_promises
from arrears.store import Store, handovers, ledger, plans
from arrears.store.tables.contact import evidence, outreach
from arrears.store.tables.money import promise_outcomes
from tests.builders.line import Line
from tests.builders.plans import agreed, usd
from tests.builders.store import a_borrower

FIRST, SECOND = date(2026, 3, 15), date(2026, 4, 15)
OWED = 140_000
"""Cents the borrower owes: two instalments of $300.00 leave $800.00 due."""

TWO = ((FIRST, 30_000), (SECOND, 30_000))
MARCH_16, MARCH_18, MARCH_19 = (date(2026, 3, day) for day in (16, 18, 19))
APRIL_16, APRIL_19 = date(2026, 4, 16), date(2026, 4, 19)


@dataclass(frozen=True)
class Paid:
    """A payment that is reported on the day it was made."""

    on: date
    minor: int
    key: str = "1"


@dataclass(frozen=True)
class Bounced:
    """The payment of the key is taken back."""

    on: date
    key: str = "1"


@dataclass(frozen=True)
class Life:
    """What happened, and how everything stands on the day."""

    name: str
    events: tuple[Paid | Bounced, ...]
    day: date
    outcomes: tuple[str, ...]  # those that hold, in the order of the promises; "-" for never decided
    state: PlanState
    owed: int
    unapplied: int = 0
    steps: frozenset[str] = field(default_factory=frozenset)
    stands: bool = True


STANDING = Life("nothing yet", (), FIRST, ("-", "-"), PlanState.ACTIVE, OWED)
LIVES = (
    STANDING,
    Life("on the day", (Paid(FIRST, 30_000),), MARCH_19, ("kept", "-"), PlanState.ACTIVE, 110_000),
    Life("early", (Paid(date(2026, 3, 3), 30_000),), MARCH_19, ("kept", "-"), PlanState.ACTIVE, 110_000),
    Life(
        "late, within grace",
        (Paid(MARCH_18, 30_000),),
        MARCH_19,
        ("kept", "-"),
        PlanState.ACTIVE,
        110_000,
        steps=frozenset({"at_risk"}),
    ),
    Life(
        "part of it, within grace",
        (Paid(FIRST, 10_000),),
        MARCH_18,
        ("-", "-"),
        PlanState.AT_RISK,
        130_000,
        steps=frozenset({"at_risk"}),
    ),
    Life(
        "part of it, beyond grace",
        (Paid(FIRST, 10_000),),
        MARCH_19,
        ("broken", "-"),
        PlanState.BROKEN,
        130_000,
        steps=frozenset({"at_risk", "promise_missed"}),
        stands=False,
    ),
    Life(
        "late, beyond grace",
        (Paid(MARCH_19, 30_000),),
        MARCH_19,
        ("broken", "-"),
        PlanState.CURED,
        110_000,
        steps=frozenset({"at_risk", "promise_missed"}),
    ),
    Life(
        "cured, and then missed again",
        (Paid(MARCH_19, 30_000),),
        APRIL_19,
        ("broken", "broken"),
        PlanState.BROKEN,
        110_000,
        steps=frozenset({"at_risk", "promise_missed"}),
        stands=False,
    ),
    Life(
        "over-paid: later instalments first",
        (Paid(FIRST, 45_000),),
        APRIL_16,
        ("kept", "-"),
        PlanState.AT_RISK,
        95_000,
        steps=frozenset({"at_risk"}),
    ),
    Life(
        "all of it at once",
        (Paid(FIRST, 60_000),),
        FIRST,
        ("kept", "kept"),
        PlanState.KEPT,
        80_000,
        stands=False,
    ),
    Life(
        "more than is owed at all",
        (Paid(FIRST, 150_000),),
        FIRST,
        ("kept", "kept"),
        PlanState.KEPT,
        0,
        10_000,
        stands=False,
    ),
    Life(
        "bounced before the day",
        (Paid(date(2026, 3, 3), 30_000), Bounced(date(2026, 3, 10))),
        FIRST,
        ("open", "-"),
        PlanState.ACTIVE,
        OWED,
    ),
    Life(
        "bounced within grace",
        (Paid(FIRST, 30_000), Bounced(MARCH_16)),
        MARCH_18,
        ("open", "-"),
        PlanState.AT_RISK,
        OWED,
        steps=frozenset({"at_risk"}),
    ),
    Life(
        "bounced after grace",
        (Paid(FIRST, 30_000), Bounced(date(2026, 3, 25))),
        date(2026, 3, 25),
        ("broken", "-"),
        PlanState.BROKEN,
        OWED,
        steps=frozenset({"promise_missed"}),
        stands=False,
    ),
    Life(
        "bounced, and paid again in time",
        (Paid(FIRST, 30_000), Bounced(MARCH_16), Paid(MARCH_18, 30_000, "2")),
        MARCH_19,
        ("kept", "-"),
        PlanState.ACTIVE,
        110_000,
        steps=frozenset({"at_risk"}),
    ),
    Life(
        "bounced, and paid again too late",
        (Paid(FIRST, 30_000), Bounced(date(2026, 3, 25)), Paid(date(2026, 3, 26), 30_000, "2")),
        date(2026, 3, 26),
        ("broken", "-"),
        PlanState.CURED,
        110_000,
        steps=frozenset({"promise_missed"}),
    ),
    Life(
        "one of two bounced that had over-paid: what was beyond is laid over what is owed again",
        (Paid(FIRST, 100_000), Paid(FIRST, 100_000, "2"), Bounced(MARCH_16)),
        MARCH_16,
        ("kept", "kept"),
        PlanState.KEPT,
        40_000,
        stands=False,
    ),
)


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def at(line: Line, day: date) -> None:
    line.clock.at = max(line.clock.at, datetime(day.year, day.month, day.day, 17, tzinfo=UTC))


def pay(line: Line, minor: int, on: date, key: str = "1") -> None:
    record_payment(line.desk, ReportedPayment(key, line.borrower.case.id, usd(minor), on, "test"))


def live(line: Line, events: tuple[Paid | Bounced, ...], until: date) -> None:
    """Every day to its end: first what happened on it, then the sweep."""
    day = line.clock.now().date()
    while day <= until:
        at(line, day)
        for event in events:
            if event.on == day and isinstance(event, Paid):
                pay(line, event.minor, day, event.key)
            elif event.on == day:
                reverse_payment(line.desk, event.key)
        sweep_promises(line.desk)
        day = date.fromordinal(day.toordinal() + 1)


def rows(line: Line) -> list[sa.Row]:
    with line.store.read() as tx:
        return list(tx.execute(outreach.select().order_by(outreach.c.id)))


def owed(line: Line) -> tuple[int, int]:
    """What is owed and what is unapplied, in cents."""
    with line.store.read() as tx:
        case_id = line.borrower.case.id
        assert ledger.out_of_balance(tx) == ()
        free = ledger.unapplied(tx, case_id, Currency.USD)
        return ledger.balance(tx, case_id, Currency.USD).total.minor, free.minor


def told(line: Line, kind: str) -> list[dict[str, object]]:
    with line.store.read() as tx:
        return [row.payload for row in tx.execute(evidence.select().where(evidence.c.kind == kind))]


@pytest.mark.parametrize("life", LIVES, ids=[life.name for life in LIVES])
def test_money_and_the_calendar_do_the_right_thing_to_all_four(line: Line, life: Life) -> None:
    plan = agreed(line, *TWO, left_minor=80_000)
    live(line, life.events, life.day)
    with line.store.read() as tx:
        held = plans.outcomes_of(tx, plan.id)
        found = tuple(str(held.get(each.id, "-")) for each in plans.promises_for(tx, plan.id))
        state = plan_state(plan, plans.receipts_for(tx, plan), life.day)
        standing = plans.standing_plan(tx, plan.case_id, life.day)
    assert found == life.outcomes
    assert state is life.state
    assert owed(line) == (life.owed, life.unapplied)
    assert {row.step for row in rows(line)} == life.steps
    assert (standing is not None) is life.stands


def test_a_day_that_is_swept_again_and_again_changes_nothing_more(line: Line) -> None:
    agreed(line, *TWO)
    live(line, (), MARCH_19)
    before = rows(line), told(line, "promise")
    for _ in range(3):
        sweep_promises(line.desk)
    assert (rows(line), told(line, "promise")) == before


def test_an_outcome_that_is_superseded_stays_in_the_history(line: Line) -> None:
    plan = agreed(line, *TWO)
    live(line, (Paid(FIRST, 30_000), Bounced(MARCH_16)), MARCH_19)
    with line.store.read() as tx:
        kept = tx.execute(sa.select(promise_outcomes.c.seq, promise_outcomes.c.outcome)).all()
    assert sorted(tuple(row) for row in kept) == [(1, "kept"), (2, "open"), (3, "broken")]
    first = f"{plan.id}-1"
    assert told(line, "promise") == [
        {"promise": first, "outcome": "kept"},
        {"promise": first, "outcome": "open", "supersedes": "kept"},
        {"promise": first, "outcome": "broken"},
    ]


def test_a_payment_that_is_reported_late_keeps_the_promise_it_was_made_for(line: Line) -> None:
    agreed(line, *TWO)
    live(line, (), MARCH_19)
    pay(line, 30_000, FIRST)
    assert [each["outcome"] for each in told(line, "promise")] == ["broken", "kept"]


def test_a_bounce_takes_back_what_a_replaced_plan_had_kept_and_asks_for_nothing(line: Line) -> None:
    old = agreed(line, *TWO)
    live(line, (Paid(FIRST, 30_000),), FIRST)
    agreed(line, (SECOND, 50_000), key="2")
    at(line, date(2026, 3, 25))
    reverse_payment(line.desk, "1")
    with line.store.read() as tx:
        assert [str(each) for each in plans.outcomes_of(tx, old.id).values()] == ["broken"]
    assert rows(line) == []


# Settlement

SETTLES = {"kind": PlanType.SETTLEMENT, "waived": usd(80_000)}


@pytest.mark.parametrize(
    ("name", "events", "day", "left"),
    [
        ("in time", (Paid(FIRST, 30_000), Paid(SECOND, 30_000, "2")), SECOND, (0, 0)),
        ("a day before the end", (Paid(FIRST, 30_000),), SECOND, (110_000, 0)),
        ("a cent short", (Paid(FIRST, 30_000), Paid(SECOND, 29_999, "2")), APRIL_19, (80_001, 0)),
        ("too late", (Paid(FIRST, 30_000), Paid(APRIL_19, 30_000, "2")), APRIL_19, (80_000, 0)),
        ("more than was agreed is theirs", (Paid(FIRST, 70_000),), FIRST, (0, 10_000)),
        (
            "bounced afterwards: the full balance stands again",
            (Paid(FIRST, 30_000), Paid(SECOND, 30_000, "2"), Bounced(APRIL_16, "2")),
            APRIL_19,
            (110_000, 0),
        ),
        (
            "bounced and paid again in time",
            (
                Paid(FIRST, 30_000),
                Paid(SECOND, 30_000, "2"),
                Bounced(APRIL_16, "2"),
                Paid(APRIL_16, 30_000, "3"),
            ),
            APRIL_16,
            (0, 0),
        ),
    ],
)
def test_a_settlement_forgives_the_rest_only_when_all_of_it_came_in_time(
    line: Line, name: str, events, day: date, left: tuple[int, int]
) -> None:
    agreed(line, *TWO, **SETTLES)
    live(line, events, day)
    assert owed(line) == left
    with line.store.read() as tx:
        standing = ledger.standing_of(tx, line.borrower.case.id, TransactionKind.WAIVER)
    assert len(standing) == (1 if left[0] == 0 else 0)


# Pause and hardship


@pytest.mark.parametrize(("day", "called"), [(date(2026, 3, 29), 0), (date(2026, 3, 30), 1)])
def test_a_pause_stands_until_its_review_and_then_a_person_looks(line: Line, day: date, called: int) -> None:
    plan = agreed(line, left_minor=OWED, kind=PlanType.PAUSE, review_on=date(2026, 3, 30))
    live(line, (), day)
    with line.store.read() as tx:
        assert (plans.standing_plan(tx, plan.case_id, day) is None) == bool(called)
        waiting = handovers.queue(tx)
    assert [row.step for row in rows(line)] == ["review"] * called
    assert [each.reason for each in waiting] == ["plan_review"] * called


def test_what_is_agreed_at_the_review_takes_the_place_of_the_pause(line: Line) -> None:
    pause = agreed(line, left_minor=OWED, kind=PlanType.PAUSE, review_on=date(2026, 3, 30))
    at(line, date(2026, 3, 30))
    new = agreed(line, (SECOND, OWED), key="2")
    with line.store.read() as tx:
        assert plans.load(tx, pause.id).cancelled_at is not None
        assert plans.standing_plan(tx, new.case_id, line.clock.now().date()) == new


def test_a_broken_hardship_plan_is_not_reviewed_but_helped(line: Line) -> None:
    agreed(line, *TWO, left_minor=80_000, kind=PlanType.HARDSHIP, review_on=date(2026, 5, 1))
    live(line, (), date(2026, 5, 2))
    assert "review" not in {row.step for row in rows(line)}


# Any order

MONEY = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 90_000), st.booleans()), min_size=1, max_size=4)


@hypothesis_settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(money=MONEY, data=st.data())
def test_payments_and_bounces_in_any_order_end_in_the_same_ledger_and_state(
    sqlite_store: Store, money: list[tuple[int, int, bool]], data: st.DataObject
) -> None:
    reports = [("pay", number) for number in range(len(money))]
    bounces = [("bounce", number) for number, (_, _, bounced) in enumerate(money) if bounced]
    orders = [reports + bounces, data.draw(st.permutations(reports)) + data.draw(st.permutations(bounces))]
    ends = [_end(sqlite_store, money, order) for order in orders]
    assert ends[0] == ends[1]
    net = sum(minor for _, minor, bounced in money if not bounced)
    assert ends[0][0] == (max(0, OWED - net), max(0, net - OWED))


COUNT = iter(range(1000, 9999))


def _end(store: Store, money, order) -> tuple[tuple[int, int], PlanState, list[str]]:
    number = next(COUNT)
    line = Line(store, a_borrower(f"+1212555{number}"))
    plan = agreed(line, *TWO, left_minor=80_000, key=str(number))
    at(line, date(2026, 4, 30))
    for what, which in order:
        key = f"{number}-{which}"
        if what == "pay":
            days, minor, _ = money[which]
            pay(line, minor, date.fromordinal(date(2026, 3, 3).toordinal() + days), key)
        else:
            reverse_payment(line.desk, key)
    sweep_promises(line.desk)
    with store.read() as tx:
        state = plan_state(plan, plans.receipts_for(tx, plan), line.clock.now().date())
        held = plans.outcomes_of(tx, plan.id)
    return owed(line), state, [str(outcome) for outcome in held.values()]
