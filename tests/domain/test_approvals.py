"""Where an approval stands, what overtakes it, and by when the borrower hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.approvals import (
    ApprovalDecision,
    ApprovalOutcome,
    ApprovalState,
    Obstacle,
    approval_state,
    obstacle_to,
)
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.staffing import WRITTEN_TO, Staffing, decided_by
from arrears.domain.times import DailyWindow, local
from tests.builders.approvals import an_approval, asks_for, usd
from tests.builders.store import MONDAY_NOON_UTC

APPROVAL = an_approval()
MICRO = timedelta(microseconds=1)
FIRST_ON = APPROVAL.asked.offer.first_on
HOURS = Staffing("America/New_York", DailyWindow(time(9), time(18)), frozenset(range(5)), 30, 4)


@pytest.mark.parametrize(
    ("now", "state"),
    [(APPROVAL.answer_by - MICRO, ApprovalState.WAITING), (APPROVAL.answer_by, ApprovalState.OVERDUE)],
)
def test_it_waits_until_the_promised_time(now: datetime, state: ApprovalState) -> None:
    assert approval_state(APPROVAL, None, now) is state


@pytest.mark.parametrize("outcome", ApprovalOutcome)
def test_a_decision_outlasts_the_promised_time(outcome: ApprovalOutcome) -> None:
    decision = ApprovalDecision(outcome, "mei", None, MONDAY_NOON_UTC)
    assert approval_state(APPROVAL, decision, APPROVAL.answer_by + timedelta(days=9)) == outcome


def test_an_answer_is_promised_for_later_than_the_question() -> None:
    with pytest.raises(ValueError, match="answered after"):
        an_approval(answer_by=APPROVAL.asked_at)


@pytest.mark.parametrize(
    ("facts", "obstacle"),
    [
        ({}, None),
        ({"plan_agreed_at": APPROVAL.asked_at}, None),
        ({"plan_agreed_at": APPROVAL.asked_at + MICRO}, Obstacle.PLAN_AGREED),
        ({"posted_at": APPROVAL.asked_at}, None),
        ({"posted_at": APPROVAL.asked_at + MICRO}, Obstacle.BALANCE_MOVED),
        ({"today": FIRST_ON}, None),
        ({"today": FIRST_ON + timedelta(days=1)}, Obstacle.DAY_PASSED),
    ],
)
def test_what_came_in_between_stands_in_the_way(facts: dict, obstacle: Obstacle | None) -> None:
    known = {"today": MONDAY_NOON_UTC.date(), "plan_agreed_at": None, "posted_at": None} | facts
    assert obstacle_to(APPROVAL, **known) is obstacle


def test_a_pause_is_overtaken_once_its_review_is_past() -> None:
    pause = Offer((), None, usd(140_000), PlanType.PAUSE, review_on=date(2026, 4, 1))
    approval = replace(APPROVAL, asked=asks_for(pause))
    known = {"plan_agreed_at": None, "posted_at": None}
    assert obstacle_to(approval, today=date(2026, 4, 1), **known) is None
    assert obstacle_to(approval, today=date(2026, 4, 2), **known) is Obstacle.DAY_PASSED


@pytest.mark.parametrize(
    ("asked", "heard_by"),
    [
        ("2026-03-02T13:59", "2026-03-02T18:00"),
        ("2026-03-02T14:00", "2026-03-02T18:00"),
        ("2026-03-02T14:01", "2026-03-03T18:00"),  # less than four hours are left
        ("2026-03-02T18:00", "2026-03-03T18:00"),
        ("2026-03-03T02:00", "2026-03-03T18:00"),
        ("2026-03-06T13:00", "2026-03-06T18:00"),
        ("2026-03-06T15:00", "2026-03-09T18:00"),  # Friday afternoon, and the clocks change on Sunday
        ("2026-03-07T12:00", "2026-03-09T18:00"),
    ],
)
def test_the_borrower_hears_by_the_first_close_of_business_that_is_far_enough(
    asked: str, heard_by: str
) -> None:
    zone = "America/New_York"
    wall = local(MONDAY_NOON_UTC, zone).tzinfo
    given_at = datetime.fromisoformat(asked).replace(tzinfo=wall)
    assert decided_by(HOURS, given_at, zone) == datetime.fromisoformat(heard_by).replace(tzinfo=wall)


@pytest.mark.parametrize(
    ("zone", "heard"),
    [
        ("America/New_York", "2026-03-02 18:00"),
        ("America/Los_Angeles", "2026-03-02 15:00"),
        ("Europe/London", "2026-03-03 09:00"),  # it would be eleven at night
        ("Asia/Shanghai", "2026-03-03 09:00"),  # it would be seven in the morning
    ],
)
def test_nobody_is_promised_an_answer_for_the_night(zone: str, heard: str) -> None:
    assert f"{decided_by(HOURS, MONDAY_NOON_UTC, zone):%Y-%m-%d %H:%M}" == heard


@given(
    st.integers(0, 366 * 24 * 60).map(lambda minute: MONDAY_NOON_UTC + timedelta(minutes=minute)),
    st.sampled_from(["America/New_York", "Pacific/Honolulu", "Asia/Shanghai", "Asia/Kolkata"]),
)
def test_a_promise_leaves_the_team_its_hours_and_the_borrower_their_night(now: datetime, zone: str) -> None:
    promised = decided_by(HOURS, now, zone)
    assert promised - now >= timedelta(hours=HOURS.approval_hours)
    assert WRITTEN_TO.opens <= promised.time() <= WRITTEN_TO.closes
