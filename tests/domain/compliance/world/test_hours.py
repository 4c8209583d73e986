"""Contact hours that are the same every day: the European Union, and the packs of Asia."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.outreach import ContactPurpose
from tests.builders.compliance import at, reply
from tests.builders.findings import found
from tests.domain.compliance.world.given import TEXT, ZONES, allowed, deferred, living, said

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)
HOURS = {
    "DE": ("P-WINDOW-1", "08:00", "20:00", "house policy"),
    "IN": ("IN-TIME", "08:00", "19:00", "RBI/2022-23/108, 12 August 2022"),
    "PH": ("PH-TIME", "06:00", "22:00", "SEC Memorandum Circular No. 18, series of 2019"),
    "SG": ("P-WINDOW-1", "08:00", "20:00", "house policy"),
    "HK": ("P-WINDOW-1", "08:00", "20:00", "house policy"),
}


@pytest.mark.parametrize(("country", "rule", "opens", "closes", "cite"), [(c, *h) for c, h in HOURS.items()])
def test_the_window_opens_and_closes_to_the_second(
    country: str, rule: str, opens: str, closes: str, cite: str
) -> None:
    zone = ZONES[country]
    used = ("zones", zone), ("window", f"{opens}-{closes}")
    morning, evening = at(f"2026-11-24 {opens}", zone), at(f"2026-11-24 {closes}", zone)
    tomorrow = at(f"2026-11-25 {opens}", zone)
    person = living(country)
    assert said(rule, person, TEXT, morning - SECOND) == [deferred("window_closed", morning, *used)]
    assert said(rule, person, TEXT, morning) == [allowed("window_open", evening, *used)]
    assert said(rule, person, TEXT, evening - SECOND) == [allowed("window_open", evening, *used)]
    assert said(rule, person, TEXT, evening) == [deferred("window_closed", tomorrow, *used)]
    assert found(rule, person, TEXT, morning)[0].citation == cite
    for hours, late in ((0, []), (1, []), (2, [deferred("window_closed", tomorrow, *used)])):
        wrote = replace(person, inbound_at=evening - hours * HOUR)
        assert said(rule, wrote, reply(), evening) == late
    assert said(rule, person, reply(purpose=ContactPurpose.NOTICE), evening) == []


def test_without_a_zone_every_zone_of_the_union_decides() -> None:
    nowhere = living("DE", zones=())
    early, late = at("2026-11-24 08:00", "Atlantic/Azores"), at("2026-11-24 20:00", "Europe/Helsinki")
    (before,) = said("P-WINDOW-1", nowhere, TEXT, early - SECOND)
    (after,) = said("P-WINDOW-1", nowhere, TEXT, early)
    assert before.until == early
    assert after.until == late
    assert len(after.used[0][1].split(", ")) == 32


def test_consent_and_long_default_do_not_widen_the_philippine_hours() -> None:
    person = living("PH")
    late = at("2026-11-24 22:00", ZONES["PH"])
    assert [each.reason for each in said("PH-TIME", person, TEXT, late)] == ["window_closed"]
