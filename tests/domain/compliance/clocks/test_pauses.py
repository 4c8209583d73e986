"""Rests: hardship, debt advice, breathing space, a silent attorney, a complaint."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.complaints import china_complaint_answer_due_on, china_complaint_rest
from arrears.domain.compliance.clocks.pauses import (
    BreathingSpace,
    SpaceKind,
    attorney_silent_from,
    breathing_space_rest,
    hardship_rest,
    standard_space_possible,
    uk_plan_rest,
)
from tests.domain.compliance.clocks.given import DAYS, TERMS, day, maybe

PAUSES = TERMS.pauses
CRISIS = SpaceKind.MENTAL_HEALTH_CRISIS


def test_outreach_rests_for_30_days_after_hardship_was_named() -> None:
    rest = hardship_rest(day("2028-02-10"), days=30)
    assert not rest.holds(day("2028-02-09"))
    assert rest.holds(day("2028-02-10"))
    assert rest.holds(day("2028-03-11"))
    assert not rest.holds(day("2028-03-12"))
    assert rest.resumes_on == day("2028-03-12")


@pytest.mark.parametrize(
    ("answered", "silent_from"),
    [
        (None, "2026-12-24"),
        ("2026-11-22", "2026-12-24"),  # an older answer
        ("2026-11-23", None),
        ("2026-12-30", None),
    ],
)
def test_a_person_looks_after_30_days_of_silence(answered: str | None, silent_from: str | None) -> None:
    assert attorney_silent_from(day("2026-11-23"), maybe(answered), PAUSES) == maybe(silent_from)


@pytest.mark.parametrize(("extended", "last"), [(False, "2026-12-23"), (True, "2027-01-22")])
def test_a_plan_in_the_making_gives_30_days_and_30_more(extended: bool, last: str) -> None:
    rest = uk_plan_rest(day("2026-11-23"), extended=extended, terms=PAUSES)
    assert rest.holds(day(last))
    assert not rest.holds(day(last) + timedelta(days=1))


@pytest.mark.parametrize(
    ("space", "resumes"),
    [
        (BreathingSpace(SpaceKind.STANDARD, day("2026-11-23")), "2027-01-23"),
        (
            BreathingSpace(SpaceKind.STANDARD, day("2026-11-23"), cancelled_on=day("2026-12-01")),
            "2026-12-02",
        ),
        (
            BreathingSpace(SpaceKind.STANDARD, day("2026-11-23"), cancelled_on=day("2027-02-01")),
            "2027-01-23",
        ),
        (
            BreathingSpace(SpaceKind.STANDARD, day("2026-11-23"), treatment_ended_on=day("2027-02-01")),
            "2027-01-23",
        ),
        (BreathingSpace(CRISIS, day("2026-11-23")), None),
        (BreathingSpace(CRISIS, day("2026-11-23"), treatment_ended_on=day("2027-02-01")), "2027-03-04"),
        (BreathingSpace(CRISIS, day("2026-11-23"), cancelled_on=day("2026-12-01")), "2026-12-02"),
    ],
)
def test_contact_resumes_the_day_after_the_breathing_space(
    space: BreathingSpace, resumes: str | None
) -> None:
    rest = breathing_space_rest(space, PAUSES)
    assert rest.resumes_on == maybe(resumes)
    assert not rest.holds(day("2026-11-22"))
    assert rest.holds(day("2026-11-23"))
    if resumes is not None:
        assert rest.holds(day(resumes) - timedelta(days=1))
        assert not rest.holds(day(resumes))


def test_a_crisis_holds_while_the_treatment_lasts() -> None:
    rest = breathing_space_rest(BreathingSpace(CRISIS, day("2026-11-23")), PAUSES)
    assert rest.holds(day("2036-11-23"))


@pytest.mark.parametrize(
    ("applied", "possible"), [("2027-11-22", False), ("2027-11-23", True), ("2026-11-24", False)]
)
def test_one_standard_space_in_12_months(applied: str, possible: bool) -> None:
    assert standard_space_possible(day("2026-11-23"), day(applied), PAUSES) is possible


def test_a_complaint_stops_collection_on_its_day_and_until_it_is_answered() -> None:
    told = day("2026-11-23")
    open_, closed = china_complaint_rest(told, None), china_complaint_rest(told, day("2026-12-01"))
    assert (open_.holds(day("2026-11-22")), open_.holds(told)) == (False, True)
    assert open_.holds(day("2027-11-23"))
    assert (closed.holds(day("2026-12-01")), closed.holds(day("2026-12-02"))) == (True, False)
    assert china_complaint_answer_due_on(told, TERMS.complaints) == day("2026-12-08")


@given(start=DAYS, later=st.integers(0, 100), kind=st.sampled_from(SpaceKind))
def test_a_later_rest_never_ends_earlier(start: date, later: int, kind: SpaceKind) -> None:
    second = start + timedelta(days=later)
    pairs = [
        (hardship_rest(start, days=30), hardship_rest(second, days=30)),
        *(
            (
                uk_plan_rest(start, extended=extended, terms=PAUSES),
                uk_plan_rest(second, extended=extended, terms=PAUSES),
            )
            for extended in (False, True)
        ),
        (
            breathing_space_rest(BreathingSpace(kind, start, treatment_ended_on=start), PAUSES),
            breathing_space_rest(BreathingSpace(kind, second, treatment_ended_on=second), PAUSES),
        ),
    ]
    for one, other in pairs:
        assert one.last_on is not None
        assert other.last_on is not None
        assert one.last_on <= other.last_on
        assert one.holds(one.first_on)
        assert one.holds(one.last_on)
        assert not one.holds(one.last_on + timedelta(days=1))
