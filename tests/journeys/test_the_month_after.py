"""What becomes of a plan: a payment keeps a promise, a missing one brings an offer of help."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.journeys.borrowers import EN, Borrower
from tests.journeys.stage import Stage, is_said

MISSED = "outreach.promise_missed"
pytestmark = pytest.mark.slow


def test_a_payment_keeps_a_promise_and_a_missed_one_brings_one_neutral_text(stage: Stage) -> None:
    person = stage.identified(EN, least_owed_minor=60_000)
    each = -(-person.owed_minor // 300)
    first = (stage.now() + timedelta(days=9)).date()
    offered = stage.ask(person, f"I can pay ${each} a month starting {first:%B} {first.day}")
    assert is_said(offered, "en", "plan.read_back")
    assert is_said(stage.ask(person, "yes"), "en", "plan.recorded", "reminder.default")
    due = _due_dates(stage, person)
    before = len(stage.received(person.phone))
    # Day by day: where two texts a week are the most, welcome and reminder would else fall due together.
    while stage.now().date() < due[0] - timedelta(days=1):
        stage.pass_time(timedelta(days=1))

    _noon(stage, due[0])
    stage.pay(person, f"{each}.00", "USD", key=f"journey-{person.loan}-1")
    assert stage.pay(person, f"{each}.00", "USD", key=f"journey-{person.loan}-1")["amount"] == f"{each}.00"
    stage.pass_time(timedelta(days=5))
    assert _outcomes(stage, person)[:2] == ["kept", "open"]
    assert not any(is_said(text, "en", MISSED) for text in stage.received(person.phone))

    _noon(stage, due[1])
    stage.pass_time(timedelta(days=4))
    assert _outcomes(stage, person)[:2] == ["kept", "broken"]
    for _ in range(4):
        stage.pass_time(timedelta(days=1))
    texts = stage.received(person.phone)[before:]
    assert [is_said(text, "en", MISSED) for text in texts].count(True) == 1
    for key in ("contact.reminder", "contact.receipt"):
        assert any(is_said(text, "en", key) for text in texts)


def _due_dates(stage: Stage, person: Borrower) -> list[date]:
    (plan,) = stage.plans(person)
    return [date.fromisoformat(on) for on, _ in plan["instalments"]]


def _noon(stage: Stage, day: date) -> None:
    """Around noon in the United States."""
    stage.advance_to(datetime.combine(day, datetime.min.time(), stage.now().tzinfo) + timedelta(hours=18))
    stage.settle()


def _outcomes(stage: Stage, person: Borrower) -> list[str]:
    promises = stage.api("/promises", first="2026-03-01", last="2028-03-01")
    mine = [promise for promise in promises if promise["loan"] == person.loan]
    return [promise["outcome"] for promise in sorted(mine, key=lambda promise: promise["due_on"])]
