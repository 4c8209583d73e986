from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.ids import CaseId, PlanId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation import plan_builders as build
from arrears.domain.negotiation.authority import DayShift, RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import is_rest_day
from arrears.domain.plans import Instalment, Plan

TODAY = date(2026, 5, 4)  # a Monday
HOLIDAYS = frozenset({date(2026, 5, 25), date(2026, 7, 3), date(2027, 1, 1)})
ANY_DAY = RestDays()
NEXT = RestDays(DayShift.NEXT, HOLIDAYS)
PREVIOUS = RestDays(DayShift.PREVIOUS, HOLIDAYS)
MONTHLY = Frequency.MONTHLY


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def payments(offer: Offer) -> list[tuple[str, int]]:
    return [(item.on.isoformat()[5:], item.amount.minor) for item in offer.instalments]


balances = st.integers(100, 9_999_999).map(usd)
amounts = st.integers(5_000, 400_000).map(usd)
days = st.dates(date(2026, 1, 1), date(2028, 12, 31))
rest = st.sampled_from([ANY_DAY, NEXT, PREVIOUS])
frequencies = st.sampled_from(list(Frequency))


def is_sound(offer: Offer, balance: Money, rest_days: RestDays, today: date = TODAY) -> None:
    waived = usd(0) if offer.waived is None else offer.waived
    assert offer.total + offer.left_due + waived == balance
    assert all(item.amount.minor > 0 for item in offer.instalments)
    assert all(earlier.on < later.on for earlier, later in pairwise(offer.instalments))
    assert all(item.on >= today and not is_rest_day(item.on, rest_days) for item in offer.instalments)
    if len(offer.instalments) < 2:
        assert offer.frequency is None


def test_paying_now_is_today_even_on_a_sunday() -> None:
    offer = build.pay_now(usd(100), date(2026, 5, 3))
    assert payments(offer) == [("05-03", 100)]
    assert (offer.kind, offer.left_due) == (PlanType.PAY_NOW, usd(0))
    with pytest.raises(ValueError, match="nothing is owed"):
        build.pay_now(usd(0), TODAY)


def test_a_promise_leaves_the_rest_due_and_its_day_is_moved() -> None:
    offer = build.promise(usd(60), date(2026, 5, 9), usd(100), NEXT, TODAY)
    assert payments(offer) == [("05-11", 60)]
    assert (offer.kind, offer.left_due) == (PlanType.PROMISE, usd(40))


@pytest.mark.parametrize("minor", [0, -1, 101])
def test_a_promise_of_nothing_or_more_than_is_owed_is_refused(minor: int) -> None:
    with pytest.raises(ValueError, match="part of what is owed"):
        build.promise(usd(minor), TODAY, usd(100), ANY_DAY, TODAY)


def test_grace_is_all_of_it_a_little_later() -> None:
    offer = build.grace(usd(100), date(2026, 5, 14), NEXT, TODAY)
    assert payments(offer) == [("05-14", 100)]
    assert offer.kind is PlanType.GRACE


def test_a_split_is_two_payments_that_cover_all() -> None:
    first = Instalment(date(2026, 5, 8), usd(40))
    offer = build.split(usd(101), first, date(2026, 5, 23), NEXT, TODAY)
    assert payments(offer) == [("05-08", 40), ("05-26", 61)]
    assert (offer.kind, offer.frequency) == (PlanType.SPLIT, None)


@pytest.mark.parametrize(("minor", "second"), [(0, 22), (101, 22), (102, 22), (40, 7)])
def test_a_split_needs_two_amounts_in_order(minor: int, second: int) -> None:
    with pytest.raises(ValueError, match=r"first|total|parts"):
        build.split(usd(101), Instalment(date(2026, 5, 8), usd(minor)), date(2026, 5, second), ANY_DAY, TODAY)


@pytest.mark.parametrize(
    ("first_on", "frequency", "rest_days", "due"),
    [
        (date(2026, 5, 31), MONTHLY, ANY_DAY, ["05-31", "06-30", "07-31"]),
        (date(2026, 5, 31), MONTHLY, NEXT, ["06-01", "06-30", "07-31"]),
        (date(2026, 5, 31), MONTHLY, PREVIOUS, ["05-29", "06-30", "07-31"]),
        (date(2027, 12, 29), MONTHLY, ANY_DAY, ["12-29", "01-29", "02-29"]),  # a leap year
        (date(2026, 12, 31), MONTHLY, ANY_DAY, ["12-31", "01-31", "02-28"]),
        (date(2026, 5, 15), Frequency.SEMIMONTHLY, NEXT, ["05-15", "06-01", "06-15"]),
        (date(2026, 5, 25), Frequency.WEEKLY, NEXT, ["05-26", "06-01", "06-08"]),
        (date(2026, 4, 30), Frequency.BIWEEKLY, ANY_DAY, ["05-04", "05-18", "06-01"]),  # from today on
    ],
)
def test_instalments_keep_their_rhythm_and_each_day_is_moved_by_itself(
    first_on: date, frequency: Frequency, rest_days: RestDays, due: list[str]
) -> None:
    offer = build.instalments(usd(100), first_on, 3, frequency, rest_days, TODAY)
    assert payments(offer) == list(zip(due, [34, 33, 33], strict=True))
    assert (offer.kind, offer.frequency, offer.left_due) == (PlanType.INSTALMENTS, frequency, usd(0))


def test_instalments_of_one_payment_are_a_promise() -> None:
    offer = build.instalments(usd(100), date(2026, 5, 8), usd(100), MONTHLY, ANY_DAY, TODAY)
    assert (offer.kind, offer.frequency, payments(offer)) == (PlanType.PROMISE, None, [("05-08", 100)])


def test_a_first_payment_and_the_rest_in_a_rhythm() -> None:
    first = Instalment(date(2026, 5, 8), usd(200))
    offer = build.with_rest((first,), usd(500), usd(125), MONTHLY, date(2026, 6, 1), NEXT, TODAY)
    assert payments(offer) == [("05-08", 200), ("06-01", 125), ("07-01", 125), ("08-03", 50)]
    assert (offer.kind, offer.frequency) == (PlanType.INSTALMENTS, MONTHLY)
    two = build.with_rest((first,), usd(500), usd(300), MONTHLY, date(2026, 6, 1), NEXT, TODAY)
    assert (two.kind, two.frequency) == (PlanType.SPLIT, None)


def test_paydays_are_taken_until_the_balance_is_covered() -> None:
    paydays = (date(2026, 4, 24) + timedelta(days=14) * number for number in count())
    offer = build.on_days(usd(250), paydays, usd(100), NEXT, TODAY)
    assert payments(offer) == [("05-08", 100), ("05-22", 100), ("06-05", 50)]
    assert offer.left_due == usd(0)


def test_what_the_days_do_not_cover_stays_due() -> None:
    offer = build.on_days(usd(250), [date(2026, 5, 8), date(2026, 5, 22)], usd(100), NEXT, TODAY)
    assert offer.left_due == usd(50)
    with pytest.raises(ValueError, match="a day that has not gone by"):
        build.on_days(usd(250), [TODAY - timedelta(days=1)], usd(100), NEXT, TODAY)


def plan(*items: tuple[date, int], **changes: object) -> Plan:
    values = {
        "id": PlanId("plan-1"),
        "case_id": CaseId("case-1"),
        "conversation_id": None,
        "instalments": tuple(Instalment(on, usd(minor)) for on, minor in items),
        "frequency": MONTHLY,
        "left_due": usd(7),
        "grace_days": 3,
        "authority_version": "test",
        "proposed_at": datetime(2026, 5, 1, tzinfo=UTC),
    }
    return Plan(**values | changes)  # type: ignore[arg-type]


AGREED = plan((date(2026, 5, 8), 100), (date(2026, 6, 8), 100), (date(2026, 7, 8), 90))


@pytest.mark.parametrize(
    ("number", "new_on", "paid", "left"),
    [
        (1, date(2026, 5, 15), 0, [("05-15", 100), ("06-08", 100), ("07-08", 90)]),
        (1, date(2026, 5, 16), 0, [("05-18", 100), ("06-08", 100), ("07-08", 90)]),
        (1, date(2026, 6, 8), 0, [("06-08", 100), ("06-09", 100), ("07-08", 90)]),
        (1, date(2026, 6, 20), 0, [("06-08", 100), ("06-22", 100), ("07-08", 90)]),
        (2, date(2026, 6, 15), 100, [("06-15", 100), ("07-08", 90)]),
        (2, date(2026, 6, 15), 130, [("06-15", 70), ("07-08", 90)]),
        (3, date(2026, 7, 10), 200, [("07-10", 90)]),
        (1, date(2026, 5, 1), 0, [("05-04", 100), ("06-08", 100), ("07-08", 90)]),
    ],
)
def test_one_payment_gets_another_day_and_the_others_stay(
    number: int, new_on: date, paid: int, left: list[tuple[str, int]]
) -> None:
    offer = build.date_changed(AGREED, number, new_on, NEXT, TODAY, usd(paid))
    assert payments(offer) == left
    assert (offer.kind, offer.left_due) == (PlanType.DATE_CHANGE, usd(7))
    assert offer.frequency is (None if len(left) == 1 else MONTHLY)


@pytest.mark.parametrize(("number", "paid"), [(0, 0), (4, 0), (1, 100), (3, 290)])
def test_a_payment_that_is_not_open_gets_no_other_day(number: int, paid: int) -> None:
    with pytest.raises(ValueError, match="is not open"):
        build.date_changed(AGREED, number, date(2026, 5, 15), NEXT, TODAY, usd(paid))


def test_a_change_of_day_keeps_what_is_waived_and_the_review_after_the_last_payment() -> None:
    settled = plan((date(2026, 5, 8), 100), waived=usd(50), review_on=date(2026, 5, 10), frequency=None)
    offer = build.date_changed(settled, 1, date(2026, 5, 15), NEXT, TODAY)
    assert (offer.waived, offer.review_on) == (usd(50), date(2026, 5, 15))


def test_other_late_payments_of_a_changed_plan_are_due_today_and_no_two_on_one_day() -> None:
    late = plan(
        (date(2026, 4, 1), 10), (date(2026, 5, 1), 20), (date(2026, 5, 4), 30), (date(2026, 6, 1), 40)
    )
    offer = build.date_changed(late, 1, date(2026, 5, 4), NEXT, TODAY)
    assert payments(offer) == [("05-04", 20), ("05-05", 30), ("05-06", 10), ("06-01", 40)]


def test_a_pause_has_no_payment_until_its_review() -> None:
    offer = build.pause(usd(100), date(2026, 5, 31), NEXT, TODAY)
    assert (offer.instalments, offer.left_due, offer.review_on) == ((), usd(100), date(2026, 6, 1))
    assert offer.kind is PlanType.PAUSE


@pytest.mark.parametrize(
    ("frequency", "months", "due"),
    [
        (MONTHLY, 3, ["05-29", "06-29", "07-29"]),
        (MONTHLY, 1, ["05-29"]),
        (Frequency.BIWEEKLY, 1, ["05-29", "06-12", "06-26"]),
    ],
)
def test_reduced_payments_run_for_their_months_and_the_rest_stays_due(
    frequency: Frequency, months: int, due: list[str]
) -> None:
    offer = build.hardship(
        usd(500), usd(20), frequency, date(2026, 5, 29), months, date(2026, 8, 29), NEXT, TODAY
    )
    assert payments(offer) == [(day, 20) for day in due]
    assert (offer.kind, offer.left_due) == (PlanType.HARDSHIP, usd(500 - 20 * len(due)))
    assert offer.review_on == date(2026, 8, 31)


def test_a_review_never_comes_before_the_last_payment() -> None:
    offer = build.hardship(usd(500), usd(20), MONTHLY, date(2026, 5, 8), 3, date(2026, 6, 1), NEXT, TODAY)
    assert offer.review_on == offer.last_on


def test_a_settlement_waives_the_rest_once_its_part_is_paid() -> None:
    offer = build.settlement(usd(1000), usd(600), date(2026, 5, 9), NEXT, TODAY)
    assert payments(offer) == [("05-11", 600)]
    assert (offer.kind, offer.waived, offer.left_due) == (PlanType.SETTLEMENT, usd(400), usd(0))
    parts = (Instalment(date(2026, 5, 9), usd(200)), Instalment(date(2026, 6, 9), usd(400)))
    assert payments(build.settlement(usd(1000), usd(600), parts, NEXT, TODAY)) == [
        ("05-11", 200),
        ("06-09", 400),
    ]
    with pytest.raises(ValueError, match="a settlement is a part"):
        build.settlement(usd(1000), usd(601), parts, NEXT, TODAY)


@pytest.mark.parametrize("pays", [0, 1000, 1001])
def test_a_settlement_is_a_part_and_not_nothing(pays: int) -> None:
    with pytest.raises(ValueError, match="a settlement is a part"):
        build.settlement(usd(1000), usd(pays), TODAY, NEXT, TODAY)


@given(balances, st.integers(1, 60), days, frequencies, rest, days)
def test_any_count_of_instalments_is_sound(
    balance: Money, parts: int, first_on: date, frequency: Frequency, rest_days: RestDays, today: date
) -> None:
    offer = build.instalments(balance, first_on, parts, frequency, rest_days, today)
    is_sound(offer, balance, rest_days, today)
    minors = [item.amount.minor for item in offer.instalments]
    assert len(minors) == parts
    assert max(minors) - min(minors) <= 1


@given(balances, amounts, amounts, days, st.integers(0, 400), frequencies, rest)
def test_any_first_payment_with_its_rest_is_sound(
    balance: Money,
    first: Money,
    by: Money,
    on: date,
    later: int,
    frequency: Frequency,
    rest_days: RestDays,
) -> None:
    item = Instalment(on, min(first, balance - usd(1)))
    rest_on = on + timedelta(days=later)
    offer = build.with_rest((item,), balance, by, frequency, rest_on, rest_days, TODAY)
    is_sound(offer, balance, rest_days)
    assert offer.instalments[0].amount == item.amount


@given(balances, amounts, frequencies, days, st.integers(1, 12), days, rest)
def test_any_reduced_plan_is_sound_and_ends_with_a_review(
    balance: Money,
    amount: Money,
    frequency: Frequency,
    first_on: date,
    months: int,
    review_on: date,
    rest_days: RestDays,
) -> None:
    offer = build.hardship(balance, amount, frequency, first_on, months, review_on, rest_days, TODAY)
    is_sound(offer, balance, rest_days)
    assert offer.review_on is not None
    assert offer.review_on >= offer.last_on
    assert max(item.amount for item in offer.instalments) <= amount


@given(balances, st.lists(days, min_size=1, max_size=30, unique=True), amounts, rest)
def test_any_paydays_are_sound(
    balance: Money, paydays: list[date], amount: Money, rest_days: RestDays
) -> None:
    coming = sorted(day for day in paydays if day >= TODAY) or [TODAY]
    is_sound(build.on_days(balance, coming, amount, rest_days, TODAY), balance, rest_days)


@given(
    st.lists(days, min_size=1, max_size=12, unique=True),
    st.integers(0, 1_000),
    st.data(),
    days,
    rest,
    days,
)
def test_any_change_of_day_keeps_what_is_owed(
    due: list[date], paid: int, data: st.DataObject, new_on: date, rest_days: RestDays, today: date
) -> None:
    agreed = plan(*((on, 101) for on in sorted(due)))
    paid = min(paid, agreed.total.minor - 1)
    number = data.draw(st.integers(paid // 101 + 1, len(due)))
    offer = build.date_changed(agreed, number, new_on, rest_days, today, usd(paid))
    assert offer.total == agreed.total - usd(paid)
    assert all(earlier.on < later.on for earlier, later in pairwise(offer.instalments))
    assert offer.first_on >= today
