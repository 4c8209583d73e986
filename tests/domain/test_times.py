"""Hours that are promised are ones that people name."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.times import local, nameable

ZONES = ("America/New_York", "Asia/Shanghai", "Asia/Kathmandu")


@pytest.mark.parametrize(
    ("at", "named"),
    [
        ("15:00:00", "15:00"),
        ("15:00:01", "15:15"),
        ("15:05:00", "15:05"),
        ("15:07:00", "15:15"),
        ("15:15:00", "15:15"),
        ("15:46:30", "16:00"),
        ("23:59:00", "00:00"),
    ],
)
def test_full_five_minutes_stand_and_others_become_the_next_quarter(at: str, named: str) -> None:
    wall = datetime.fromisoformat(f"2026-03-02T{at}").replace(tzinfo=ZoneInfo("Asia/Kathmandu"))
    assert f"{nameable(wall, 'Asia/Kathmandu'):%H:%M}" == named


@given(st.datetimes(timezones=st.sampled_from([ZoneInfo(zone) for zone in ZONES])), st.sampled_from(ZONES))
def test_a_named_hour_is_never_too_early_nor_much_later(at: datetime, zone: str) -> None:
    named = nameable(at, zone)
    assert timedelta(0) <= named - local(at, zone) < timedelta(minutes=15)
    assert (named.minute % 5, named.second, named.microsecond) == (0, 0, 0)
    assert nameable(named, zone) == named
