"""A portfolio imported at night: nobody is woken."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from arrears.store import people
from tests.journeys.stage import Stage, is_said

pytestmark = pytest.mark.slow


def test_a_case_imported_at_night_is_first_contacted_by_day_in_every_zone(stage: Stage) -> None:
    contacted = 0
    for person in stage.cast:
        for text in stage.first_night[person.phone]:
            contacted += 1
            at = datetime.fromisoformat(text["at"])
            for zone in _zones(stage, person.loan):
                wall = at.astimezone(ZoneInfo(zone)).time()
                assert time(8) <= wall <= time(21), zone
    assert contacted >= len(stage.cast) // 2


def test_the_night_covers_every_zone_of_the_sample(stage: Stage) -> None:
    zones = {zone for person in stage.cast for zone in _zones(stage, person.loan)}
    assert {
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "Asia/Shanghai",
    } <= zones


def test_a_first_text_names_the_lender_and_says_nothing_of_a_debt(stage: Stage) -> None:
    for person in stage.cast:
        thread = stage.first_night[person.phone]
        assert len(thread) <= 1
        assert all(is_said(text["text"], person.language, "outreach.neutral") for text in thread)


def _zones(stage: Stage, loan: str) -> set[str]:
    """Every zone the borrower may be in: the address's, and those of the number."""
    person = next(person for person in stage.cast if person.loan == loan)
    case = stage.case(person)
    with stage.store.read() as tx:
        owner = people.load_person(tx, case.owner_id)
        points = people.contact_points_of(tx, case.owner_id)
    return {*owner.zones, *(zone for point in points for zone in point.zones)}
