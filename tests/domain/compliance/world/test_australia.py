"""Australia: weekdays and weekends, numbers at work, holidays, weekly and monthly caps."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.holiday_calendars import holidays_of
from arrears.domain.cases import Purpose
from arrears.domain.compliance.decision import Lifts, Verdict
from arrears.domain.compliance.facts import Spot
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import DAY, at, attempt, packs, reply
from tests.builders.findings import found
from tests.domain.compliance.world.given import TEXT, allowed, deferred, denied, line, living, said

SYDNEY, PERTH = "Australia/Sydney", "Australia/Perth"
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
ZONES = ("zones", SYDNEY)
(NUMBERS,) = [pack.numbers for pack in packs().packs if pack.id == "australia"]


@pytest.mark.parametrize(
    ("day", "opens", "closes", "then"),
    [
        ("2026-11-26", "07:30", "21:00", "2026-11-27 07:30"),  # a Thursday
        ("2026-11-27", "07:30", "21:00", "2026-11-28 09:00"),
        ("2026-11-28", "09:00", "21:00", "2026-11-29 09:00"),
        ("2026-11-29", "09:00", "21:00", "2026-11-30 07:30"),
        ("2026-12-24", "07:30", "21:00", "2026-12-27 09:00"),
    ],
)
@pytest.mark.parametrize("purpose", Purpose)
def test_the_week_opens_and_closes_to_the_second(
    day: str, opens: str, closes: str, then: str, purpose: Purpose
) -> None:
    person = living("AU", purpose=purpose)
    morning, evening = at(f"{day} {opens}", SYDNEY), at(f"{day} {closes}", SYDNEY)
    assert said("AU-TIME", person, TEXT, morning - SECOND) == [deferred("day_hours_closed", morning, ZONES)]
    assert said("AU-TIME", person, TEXT, morning) == [allowed("day_hours_open", evening, ZONES)]
    assert said("AU-TIME", person, TEXT, evening - SECOND) == [allowed("day_hours_open", evening, ZONES)]
    later = deferred("day_hours_closed", at(then, SYDNEY), ZONES)
    assert said("AU-TIME", person, TEXT, evening) == [later]
    assert said("AU-TIME", replace(person, inbound_at=evening), reply(), evening) == []
    assert said("AU-TIME", replace(person, inbound_at=evening - 2 * HOUR), reply(), evening) == [later]


@pytest.mark.parametrize(
    ("day", "opens", "closes", "then"),
    [
        ("2026-11-26", "09:00", "17:00", "2026-11-27 09:00"),
        ("2026-11-27", "09:00", "17:00", "2026-11-30 09:00"),
    ],
)
def test_a_number_at_work_is_called_in_office_hours(day: str, opens: str, closes: str, then: str) -> None:
    person = line(living("AU"), spot=Spot.WORK)
    morning, evening = at(f"{day} {opens}", SYDNEY), at(f"{day} {closes}", SYDNEY)
    assert said("AU-TIME", person, TEXT, morning - SECOND) == [deferred("day_hours_closed", morning, ZONES)]
    assert said("AU-TIME", person, TEXT, evening - SECOND) == [allowed("day_hours_open", evening, ZONES)]
    later = deferred("day_hours_closed", at(then, SYDNEY), ZONES)
    assert said("AU-TIME", person, TEXT, evening) == [later]
    saturday = at("2026-11-28 12:00", SYDNEY)
    monday = deferred("day_hours_closed", at("2026-11-30 09:00", SYDNEY), ZONES)
    assert said("AU-TIME", person, TEXT, saturday) == [monday]


@pytest.mark.parametrize("day", sorted(NUMBERS.holidays))
def test_nobody_is_contacted_on_a_national_holiday(day: date) -> None:
    (verdict,) = said("AU-TIME", living("AU"), TEXT, at(f"{day} 12:00", SYDNEY))
    assert (verdict.verdict, verdict.reason) == (Verdict.DEFER, "day_hours_closed")


def test_the_holidays_are_those_of_the_calendar() -> None:
    assert frozenset(NUMBERS.holidays) == holidays_of("au_national", (2026, 2027, 2028)).days


def test_a_holiday_ends_at_midnight_in_every_zone() -> None:
    both = living("AU", zones=(SYDNEY, PERTH))
    # Still Boxing Day's Monday in Perth when Sydney wakes on Tuesday.
    now = at("2026-12-29 02:00", SYDNEY)
    opens = at("2026-12-29 07:30", PERTH)
    named = ("zones", f"{SYDNEY}, {PERTH}")
    assert said("AU-TIME", both, TEXT, now) == [deferred("day_hours_closed", opens, named)]


@pytest.mark.parametrize(
    ("wall", "known"),
    [("2028-12-29 12:00", True), ("2029-01-02 12:00", False)],
)
def test_beyond_the_years_whose_holidays_are_known_nobody_is_contacted(wall: str, known: bool) -> None:
    says = said("AU-TIME", living("AU"), TEXT, at(wall, SYDNEY))
    years = ("from", "2026-01-01"), ("to", "2028-12-31")
    unknown = denied("holiday_years_unknown", *years, lifts=Lifts.FACT_KNOWN, missing="numbers.holidays")
    assert says == (
        [allowed("day_hours_open", at("2028-12-29 21:00", SYDNEY), ZONES)] if known else [unknown]
    )
    # The last evening has no morning after it that is known to be no holiday.
    last = said("AU-TIME", living("AU"), TEXT, at("2028-12-31 22:00", SYDNEY))
    assert last == [denied("no_known_hour", ZONES, lifts=Lifts.OTHER_CHANNEL)]
    first = at("2026-01-01 00:00", SYDNEY) + timedelta(hours=11)  # the pack's first day, in UTC
    assert [each.reason for each in said("AU-TIME", living("AU"), TEXT, first)] == ["day_hours_closed"]


def test_agreed_hours_widen_the_week_but_no_holiday() -> None:
    person = living("AU", agreed=(DailyWindow(time(6), time(7)),))
    six, seven = at("2026-11-26 06:00", SYDNEY), at("2026-11-26 07:00", SYDNEY)
    agreed = allowed("day_hours_agreed", seven, ZONES, ("hours", "06:00-07:00"))
    assert said("AU-TIME", person, TEXT, six) == [agreed]
    assert said("AU-TIME", person, TEXT, six - SECOND) == [deferred("day_hours_closed", six, ZONES)]
    christmas = at("2026-12-25 06:30", SYDNEY)
    sunday = at("2026-12-27 06:00", SYDNEY)
    assert said("AU-TIME", person, TEXT, christmas) == [deferred("day_hours_closed", sunday, ZONES)]
    australia_day, next_day = at("2027-01-26 06:30", SYDNEY), at("2027-01-27 06:00", SYDNEY)
    assert said("AU-TIME", person, TEXT, australia_day) == [deferred("day_hours_closed", next_day, ZONES)]


def test_where_the_zone_is_not_known_every_zone_of_the_country_counts() -> None:
    now = at("2026-11-26 12:00", SYDNEY)
    made = tuple(attempt(now - days * DAY) for days in (0, 1, 2))
    everywhere = ("zones", ", ".join(NUMBERS.zones))
    assert said("AU-TIME", living("AU", zones=(), attempts=made), TEXT, now) == [
        allowed("day_hours_open", at("2026-11-26 21:00", SYDNEY), everywhere),
        deferred("touches_capped", at("2026-12-01 00:00", PERTH), ("limit", "3"), ("days", "7"), everywhere),
    ]


@pytest.mark.parametrize(
    ("ago", "limit", "per", "free"),
    [
        ((0, 1), None, None, None),
        ((0, 1, 6), "3", "7", "2026-11-27"),
        ((0, 1, 7), None, None, None),
        ((8, 10, 12, 14, 16, 18, 20, 22, 24), None, None, None),
        ((8, 10, 12, 14, 16, 18, 20, 22, 24, 30), "10", "31", "2026-11-27"),
        ((8, 10, 12, 14, 16, 18, 20, 22, 24, 31), None, None, None),
    ],
)
def test_three_contacts_a_week_and_ten_a_month(
    ago: tuple[int, ...], limit: str | None, per: str | None, free: str | None
) -> None:
    now = at("2026-11-26 12:00", SYDNEY)
    channels = [Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.LETTER]
    made = [attempt(now - days * DAY, channel=channels[days % 4]) for days in ago]
    says = said("AU-TIME", living("AU", attempts=tuple(made)), TEXT, now)[1:]
    if limit is None or per is None or free is None:
        assert says == []
    else:
        until = at(f"{free} 00:00", SYDNEY)
        assert says == [deferred("touches_capped", until, ("limit", limit), ("days", per), ZONES)]


def test_the_guideline_is_cited() -> None:
    (finding,) = found("AU-TIME", living("AU"), TEXT, at("2026-11-26 12:00", SYDNEY))
    assert finding.citation == "ACCC and ASIC, Debt collection guideline (RG 96), part 2, section 4"


INSTANTS = st.datetimes(datetime(2026, 1, 3), datetime(2028, 12, 15), timezones=st.just(UTC))  # noqa: DTZ001
PLACES = st.lists(st.sampled_from(NUMBERS.zones), min_size=1, max_size=3, unique=True)


@given(INSTANTS, PLACES)
def test_leave_and_deferral_agree_with_the_wall_clock_of_every_zone(now: datetime, zones: list[str]) -> None:
    (verdict,) = said("AU-TIME", living("AU", zones=tuple(zones)), TEXT, now)
    assert (verdict.verdict is Verdict.ALLOW) == all(_open(now, zone) for zone in zones)
    assert verdict.until is not None
    assert verdict.until > now
    # Leave ends exactly where a zone closes; a deferral ends exactly where the last of them opens.
    if verdict.verdict is Verdict.ALLOW:
        assert all(_open(verdict.until - SECOND, zone) for zone in zones)
        assert not all(_open(verdict.until, zone) for zone in zones)
    else:
        assert all(_open(verdict.until, zone) for zone in zones)
        assert not all(_open(verdict.until - SECOND, zone) for zone in zones)


def _open(now: datetime, zone: str) -> bool:
    wall = now.astimezone(ZoneInfo(zone))
    if wall.date() in NUMBERS.holidays:
        return False
    opens = time(9) if wall.weekday() >= 5 else time(7, 30)
    return opens <= wall.time() < time(21)
