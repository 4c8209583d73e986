"""Callbacks that were asked for, work numbers that were refused, stops and their one confirmation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.compliance.clocks.consents import (
    CallbackConsent,
    WorkRequest,
    callback_covers,
    callback_last_on,
    work_request_rest,
)
from arrears.domain.compliance.clocks.periods import Awaits, Rest
from arrears.domain.compliance.clocks.stops import (
    confirmation_allowed,
    stop_effective_at,
    stop_honoured_by_on,
)
from arrears.domain.times import NaiveDatetimeError
from tests.domain.compliance.clocks.given import (
    INSTANTS,
    LOS_ANGELES,
    NEW_YORK,
    SOME_ZONES,
    TERMS,
    day,
    maybe,
)

CONSENTS = TERMS.consents
EAST = (NEW_YORK,)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(NEW_YORK)).astimezone(UTC)


GIVEN = at("2026-10-28 20:00")  # four days before the clocks go back
CONSENT = CallbackConsent(GIVEN)


@pytest.mark.parametrize(
    ("call", "changes", "covered"),
    [
        ("2026-10-28 19:59", {}, False),
        ("2026-10-28 20:00", {}, True),
        ("2026-11-03 23:59", {}, True),  # c0+6, and a week of 169 hours
        ("2026-11-04 00:00", {}, False),
        ("2026-10-29 11:59", {"stated_end_at": at("2026-10-29 12:00")}, True),
        ("2026-10-29 12:00", {"stated_end_at": at("2026-10-29 12:00")}, False),
        ("2026-11-04 00:00", {"stated_end_at": at("2026-12-01 12:00")}, False),  # never longer
        ("2026-10-29 11:59", {"revoked_at": at("2026-10-29 12:00")}, True),
        ("2026-10-29 12:00", {"revoked_at": at("2026-10-29 12:00")}, False),
        ("2026-10-29 12:00", {"conversations_at": (at("2026-10-29 12:00"),)}, True),  # that very call
        ("2026-10-29 12:01", {"conversations_at": (at("2026-10-29 12:00"),)}, False),
        ("2026-10-29 12:00", {"conversations_at": (at("2026-10-28 20:00"),)}, True),  # where it was given
        ("2026-10-29 12:00", {"conversations_at": (at("2026-10-27 20:00"),)}, True),
    ],
)
def test_a_callback_is_covered_for_7_days_or_until_its_end(
    call: str, changes: dict[str, object], covered: bool
) -> None:
    assert callback_covers(replace(CONSENT, **changes), at(call), EAST, CONSENTS) is covered


def test_the_strictest_zone_counts_the_days() -> None:
    night = at("2026-10-29 01:00")  # still the 28th in Los Angeles
    consent, zones = CallbackConsent(night), (NEW_YORK, LOS_ANGELES)
    assert callback_last_on(consent, EAST, CONSENTS) == day("2026-11-04")
    assert callback_last_on(consent, zones, CONSENTS) == day("2026-11-03")
    assert callback_covers(consent, at("2026-11-03 23:59"), zones, CONSENTS)
    assert not callback_covers(consent, at("2026-11-04 00:00"), zones, CONSENTS)


@pytest.mark.parametrize(
    ("written", "confirmed", "last_on"),
    [
        (False, None, "2026-12-03"),
        (False, "2026-11-30", None),  # the seventh day
        (False, "2026-12-01", "2026-12-03"),
        (True, None, None),
    ],
)
def test_an_oral_wish_holds_10_days_and_a_written_one_until_withdrawn(
    written: bool, confirmed: str | None, last_on: str | None
) -> None:
    rest = work_request_rest(WorkRequest(day("2026-11-23"), written, maybe(confirmed)), CONSENTS)
    awaits = Awaits.WITHDRAWAL if last_on is None else None
    assert rest == Rest(day("2026-11-23"), maybe(last_on), awaits)
    assert rest.holds(day("2026-12-03"))
    assert rest.holds(day("2026-12-04")) is (last_on is None)


def test_a_wish_is_oral_unless_it_is_said_to_be_written() -> None:
    assert work_request_rest(WorkRequest(day("2026-11-23")), CONSENTS).last_on == day("2026-12-03")


def test_a_stop_holds_at_once_and_the_law_gives_10_business_days() -> None:
    assert stop_effective_at(GIVEN) == GIVEN
    assert stop_honoured_by_on(day("2026-11-23"), TERMS.stops) == day("2026-12-07")
    with pytest.raises(NaiveDatetimeError):
        stop_effective_at(GIVEN.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("after", "confirmed", "allowed"),
    [
        (timedelta(0), False, True),
        (timedelta(minutes=5), False, True),
        (timedelta(minutes=5, microseconds=1), False, False),
        (timedelta(microseconds=-1), False, False),
        (timedelta(minutes=1), True, False),
    ],
)
def test_one_confirmation_within_5_minutes(after: timedelta, confirmed: bool, allowed: bool) -> None:
    found = confirmation_allowed(GIVEN, GIVEN + after, confirmed=confirmed, minutes_max=5)
    assert found is allowed


ENDS = st.none() | INSTANTS
CALLBACKS = st.builds(
    CallbackConsent, INSTANTS, ENDS, ENDS, st.lists(INSTANTS, max_size=3).map(lambda talks: tuple(talks))
)


@given(consent=CALLBACKS, wait=st.timedeltas(timedelta(0), timedelta(days=10)), zones=SOME_ZONES)
def test_a_covered_call_lies_within_7_calendar_days_of_every_zone(
    consent: CallbackConsent, wait: timedelta, zones: list[str]
) -> None:
    call = consent.given_at + wait
    if callback_covers(consent, call, zones, CONSENTS):
        for zone in zones:
            days = call.astimezone(ZoneInfo(zone)).date() - consent.given_at.astimezone(ZoneInfo(zone)).date()
            assert timedelta(0) <= days <= timedelta(days=6)


@given(
    consent=CALLBACKS, wait=st.timedeltas(timedelta(0), timedelta(days=10)), zones=SOME_ZONES, more=INSTANTS
)
def test_one_more_event_or_zone_never_covers_a_call(
    consent: CallbackConsent, wait: timedelta, zones: list[str], more: datetime
) -> None:
    call = consent.given_at + wait
    worse = replace(consent, conversations_at=(*consent.conversations_at, more))
    if callback_covers(worse, call, [*zones, LOS_ANGELES], CONSENTS):
        assert callback_covers(consent, call, zones, CONSENTS)
