from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from arrears.domain.ids import CaseId, PlanId
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.change_of_day import change_day, change_regular_day, meets
from arrears.domain.negotiation.offers import Accept, Ask, Counter, Move, Question, Reason, Refer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment, Plan
from tests.builders.negotiating import NINE_HUNDRED, SATURDAY, TODAY, WIDE, B, M, W, granted, usd, widely

WIDELY = granted(WIDE)
HERE = widely(NINE_HUNDRED)
PLAN = Plan(
    id=PlanId("plan-1"),
    case_id=CaseId("case-1"),
    conversation_id=None,
    instalments=tuple(Instalment(date(2026, month, 8), usd(300)) for month in (5, 6, 7)),
    frequency=M,
    left_due=usd(0),
    grace_days=3,
    authority_version="test",
    proposed_at=datetime(2026, 5, 1, tzinfo=UTC),
)


def changed(new_on: date | None, changes_before: int = 0) -> Move:
    return change_day(replace(HERE, date_changes=changes_before), WIDELY, PLAN, number=1, new_on=new_on)


def test_the_first_change_of_a_day_is_made_without_a_person() -> None:
    move = changed(date(2026, 5, 20))
    assert isinstance(move, Accept)
    assert move.offer.kind is PlanType.DATE_CHANGE
    assert [item.on.day for item in move.offer.instalments] == [20, 8, 8]
    assert move.offer.total == PLAN.total


def test_the_second_change_is_put_to_a_person() -> None:
    move = changed(date(2026, 5, 20), changes_before=1)
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.SECOND_DATE_CHANGE,)
    assert move.approval is not None
    assert move.approval.exceeds is Reason.SECOND_DATE_CHANGE
    assert move.approval.offer.total == PLAN.total


def on_every(named: date, changes_before: int = 0, within_days: int = 30) -> Move:
    terms = replace(WIDE, promise_within_days=within_days)
    here = replace(HERE, date_changes=changes_before)
    return change_regular_day(here, granted(terms), PLAN, named=named)


def test_another_regular_day_is_one_change_of_the_plan() -> None:
    move = on_every(date(2026, 5, 20))
    assert isinstance(move, Accept)
    assert move.offer.kind is PlanType.DATE_CHANGE
    assert [item.on for item in move.offer.instalments] == [
        date(2026, 5, 20),
        date(2026, 6, 22),
        date(2026, 7, 20),
    ]
    second = on_every(date(2026, 5, 20), changes_before=1)
    assert isinstance(second, Refer)
    assert second.approval is not None
    assert second.approval.exceeds is Reason.SECOND_DATE_CHANGE


def test_a_regular_day_later_than_one_payment_may_be_put_off_is_for_a_person() -> None:
    assert isinstance(on_every(date(2026, 5, 20), within_days=14), Accept)
    late = on_every(date(2026, 5, 20), within_days=13)
    assert isinstance(late, Refer)
    assert late.approval is None


@pytest.mark.parametrize(
    ("new_on", "first_on", "reason"),
    [
        (SATURDAY, SATURDAY + timedelta(2), Reason.MOVED_OFF_REST_DAY),
        (date(2026, 6, 30), date(2026, 6, 5), Reason.DATE_TOO_LATE),
    ],
)
def test_a_day_that_may_not_be_becomes_the_nearest_that_may(
    new_on: date, first_on: date, reason: Reason
) -> None:
    move = changed(new_on)
    assert isinstance(move, Counter)
    assert move.reasons == (reason,)
    assert move.offer.first_on == first_on


@pytest.mark.parametrize(
    ("new_on", "reason"), [(None, Reason.DATE_MISSING), (TODAY - timedelta(1), Reason.DATE_UNCLEAR)]
)
def test_a_day_that_is_none_is_asked_for(new_on: date | None, reason: Reason) -> None:
    move = changed(new_on)
    assert isinstance(move, Ask)
    assert (move.question, move.reasons) == (Question.DATE, (reason,))


def test_where_days_may_not_be_changed_a_person_sees_to_it() -> None:
    here = replace(HERE, allowed=HERE.allowed - {PlanType.DATE_CHANGE})
    move = change_day(here, WIDELY, PLAN, number=1, new_on=date(2026, 5, 20))
    assert isinstance(move, Refer)
    assert move.reasons == (Reason.TYPE_NOT_HERE,)


def test_a_payment_that_the_plan_has_not_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="no such payment"):
        change_day(HERE, WIDELY, PLAN, number=4, new_on=date(2026, 5, 20))


def test_a_day_of_a_settlement_is_moved_only_by_who_approved_it() -> None:
    settled = replace(PLAN, kind=PlanType.SETTLEMENT, waived=usd(400))
    move = change_day(HERE, WIDELY, settled, number=1, new_on=date(2026, 5, 20))
    assert isinstance(move, Refer)
    assert move.approval is not None


def parts(part: int | None, paid: int = 0, changes_before: int = 0) -> Move:
    here = replace(HERE, date_changes=changes_before)
    on, money = date(2026, 5, 20), None if part is None else usd(part)
    return change_day(here, WIDELY, PLAN, number=1, new_on=on, paid=usd(paid), part=money)


@pytest.mark.parametrize(
    ("part", "paid", "first"),
    [
        (200, 0, [(8, 200), (20, 100)]),
        (200, 50, [(8, 200), (20, 50)]),
        (None, 200, [(20, 100)]),
    ],
)
def test_a_part_stays_on_its_day_and_the_rest_comes_later(
    part: int | None, paid: int, first: list[tuple[int, int]]
) -> None:
    move = parts(part, paid)
    assert isinstance(move, Accept)
    named = [(item.on.day, item.amount.minor // 100) for item in move.offer.instalments]
    assert named == [*first, (8, 300), (8, 300)]
    assert move.offer.total == PLAN.total - usd(paid)


@pytest.mark.parametrize("part", [0, 300, 301])
def test_what_is_no_part_of_the_payment_is_refused(part: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        parts(part)


def test_a_part_is_a_change_like_any_and_the_second_needs_a_person() -> None:
    move = parts(200, changes_before=1)
    assert isinstance(move, Refer)
    assert move.approval is not None
    assert [item.on.day for item in move.approval.offer.instalments] == [8, 20, 8, 8]


@pytest.mark.parametrize(
    ("frequency", "step", "moved_to", "close"),
    [
        (W, 7, 13, (date(2026, 5, 20), date(2026, 5, 21))),  # of payments every Thursday
        (W, 7, 10, (date(2026, 5, 18), date(2026, 5, 21))),
        (W, 7, 1, None),
        (B, 14, 20, (date(2026, 5, 21), date(2026, 5, 27))),
        (M, 30, 20, None),
    ],
)
def test_a_moved_payment_that_comes_close_to_another_is_noticed(
    frequency: Frequency, step: int, moved_to: int, close: tuple[date, date] | None
) -> None:
    first = date(2026, 5, 7)
    days = tuple(Instalment(first + timedelta(step * times), usd(100)) for times in range(4))
    plan = replace(PLAN, instalments=days, frequency=frequency)
    move = change_day(HERE, WIDELY, plan, number=1, new_on=first + timedelta(moved_to))
    assert isinstance(move, Accept | Counter)
    assert meets(plan, move.offer) == close


def test_payments_that_lay_close_before_are_no_news() -> None:
    near = tuple(Instalment(day, usd(100)) for day in (date(2026, 5, 8), date(2026, 6, 8), date(2026, 6, 10)))
    plan = replace(PLAN, instalments=near, frequency=None)
    move = change_day(HERE, WIDELY, plan, number=1, new_on=date(2026, 5, 20))
    assert isinstance(move, Accept)
    assert meets(plan, move.offer) is None
