"""Contact hours, in every zone the person may be in, up to the second."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from arrears.domain.compliance.decide import LEAVE_MAX, decide
from arrears.domain.compliance.decision import Deferred, Granted, Refused
from arrears.domain.compliance.facts import ContactFacts
from arrears.domain.outreach import ContactPurpose
from arrears.domain.times import DailyWindow
from tests.builders.compliance import (
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    SHANGHAI,
    at,
    chinese,
    facts,
    in_china,
    packs,
    proposed,
)

BOTH_COASTS = (NEW_YORK, LOS_ANGELES)


def known(now: datetime, zones: tuple[str, ...]) -> ContactFacts:
    """A person whose number was shown to be theirs the day before."""
    usual = facts(zones=zones)
    return replace(usual, line=replace(usual.line, confirmed_at=now - timedelta(days=1)))


@pytest.mark.parametrize(
    ("wall", "zones", "may"),
    [
        ("2026-11-24 07:59:59", (NEW_YORK,), False),
        ("2026-11-24 08:00:00", (NEW_YORK,), True),
        ("2026-11-24 20:59:59", (NEW_YORK,), True),
        ("2026-11-24 21:00:00", (NEW_YORK,), False),
        ("2026-11-24 10:59:59", BOTH_COASTS, False),
        ("2026-11-24 11:00:00", BOTH_COASTS, True),
        ("2026-11-24 20:59:59", BOTH_COASTS, True),
        ("2026-11-24 21:00:00", BOTH_COASTS, False),
        ("2026-11-24 10:59:59", (), False),
        ("2026-11-24 11:00:00", (), True),
        ("2026-11-24 20:59:59", (), True),
        ("2026-11-24 21:00:00", (), False),
        # Arizona keeps no summer time: three hours from New York in summer, two in winter.
        ("2026-07-01 10:59:59", (NEW_YORK, "America/Phoenix"), False),
        ("2026-07-01 11:00:00", (NEW_YORK, "America/Phoenix"), True),
        ("2026-12-01 09:59:59", (NEW_YORK, "America/Phoenix"), False),
        ("2026-12-01 10:00:00", (NEW_YORK, "America/Phoenix"), True),
        # The days on which the clocks change.
        ("2026-03-08 07:59:59", (NEW_YORK,), False),
        ("2026-03-08 08:00:00", (NEW_YORK,), True),
        ("2026-11-01 20:59:59", (NEW_YORK,), True),
        ("2026-11-01 21:00:00", (NEW_YORK,), False),
    ],
)
def test_a_text_leaves_only_while_every_zone_is_within_its_hours(
    wall: str, zones: tuple[str, ...], may: bool
) -> None:
    decision = decide(packs(), known(at(wall), zones), proposed(), at(wall))
    assert isinstance(decision, Granted if may else Deferred)
    assert "USF-TIME-1" in {finding.rule_id for finding in decision.findings}


@pytest.mark.parametrize(
    ("wall", "may"),
    [
        ("2026-11-24 07:59:59", False),
        ("2026-11-24 08:00:00", True),
        ("2026-11-24 21:59:59", True),
        ("2026-11-24 22:00:00", False),
    ],
)
def test_china_keeps_its_own_hours(wall: str, may: bool) -> None:
    decision = decide(packs(), in_china(), chinese(), at(wall, SHANGHAI))
    assert isinstance(decision, Granted if may else Deferred)


@pytest.mark.parametrize(
    ("wall", "zones", "opens"),
    [
        ("2026-11-24 21:00", (NEW_YORK,), at("2026-11-25 08:00")),
        ("2026-11-25 03:00", (NEW_YORK,), at("2026-11-25 08:00")),
        ("2026-11-24 21:00", BOTH_COASTS, at("2026-11-25 08:00", LOS_ANGELES)),
        ("2026-11-24 23:30", (), at("2026-11-25 11:00")),
        ("2026-03-07 22:00", (NEW_YORK,), at("2026-03-08 08:00")),  # a night of ten hours less one
        ("2026-10-31 22:00", (NEW_YORK,), at("2026-11-01 08:00")),
    ],
)
def test_a_deferral_ends_when_the_window_opens_everywhere(
    wall: str, zones: tuple[str, ...], opens: datetime
) -> None:
    decision = decide(packs(), known(at(wall), zones), proposed(), at(wall))
    assert isinstance(decision, Deferred)
    assert decision.until == opens


def test_leave_ends_when_the_first_zone_closes() -> None:
    decision = decide(packs(), facts(zones=BOTH_COASTS), proposed(), at("2026-11-24 19:00"))
    assert isinstance(decision, Granted)
    assert decision.valid_until == at("2026-11-24 21:00")


def test_leave_lasts_at_most_four_hours() -> None:
    decision = decide(packs(), facts(), proposed(), NOON)
    assert isinstance(decision, Granted)
    assert decision.valid_until == NOON + LEAVE_MAX


def test_a_person_who_may_be_on_either_side_of_the_pacific_is_reached_in_the_hours_both_share() -> None:
    both = facts(zones=(LOS_ANGELES, SHANGHAI))
    decision = decide(packs(), both, proposed(), at("2026-11-24 12:00", LOS_ANGELES))
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-25 08:00", SHANGHAI)


def test_places_without_a_common_hour_are_refused() -> None:
    nowhere = facts(zones=(NEW_YORK, "Asia/Kolkata", "Pacific/Auckland"))
    assert isinstance(decide(packs(), nowhere, proposed(), NOON), Refused)


@pytest.mark.parametrize(("region", "may"), [("NY", True), ("HI", False), ("AK", False), (None, True)])
def test_without_a_zone_the_common_window_is_no_evidence_for_a_far_region(
    region: str | None, may: bool
) -> None:
    decision = decide(packs(), facts(zones=(), region=region), proposed(), NOON)
    assert isinstance(decision, Granted if may else Refused)


def test_a_zone_that_does_not_exist_is_refused() -> None:
    decision = decide(packs(), facts(zones=(NEW_YORK, "America/Nowhere")), proposed(), NOON)
    assert isinstance(decision, Refused)
    assert decision.findings[0].rule_id == "P-ZONE-1"


@pytest.mark.parametrize(
    ("wall", "window", "until"),
    [
        ("2026-11-24 11:59:59", (time(12), time(14)), None),
        ("2026-11-24 12:00:00", (time(12), time(14)), at("2026-11-24 14:00")),
        ("2026-11-24 13:59:59", (time(12), time(14)), at("2026-11-24 14:00")),
        ("2026-11-24 14:00:00", (time(12), time(14)), None),
        # Over midnight: the window opens at 8, and the person's own hours end at 10.
        ("2026-11-24 17:59:59", (time(18), time(10)), None),
        ("2026-11-24 18:00:00", (time(18), time(10)), at("2026-11-25 10:00")),
        ("2026-11-24 09:59:59", (time(18), time(10)), at("2026-11-24 10:00")),
        # Until the window closes: not before the next morning.
        ("2026-11-24 19:00:00", (time(18), time(23)), at("2026-11-25 08:00")),
    ],
)
def test_hours_the_person_named_are_avoided(
    wall: str, window: tuple[time, time], until: datetime | None
) -> None:
    decision = decide(packs(), facts(inconvenient=(DailyWindow(*window),)), proposed(), at(wall))
    if until is None:
        assert isinstance(decision, Granted)
    else:
        assert isinstance(decision, Deferred)
        assert decision.until == until


def test_leave_ends_when_the_hours_the_person_named_begin() -> None:
    busy = facts(inconvenient=(DailyWindow(time(13), time(14)),))
    decision = decide(packs(), busy, proposed(), NOON)
    assert isinstance(decision, Granted)
    assert decision.valid_until == at("2026-11-24 13:00")


@pytest.mark.parametrize(
    "hours",
    [
        (DailyWindow(time(0), time(0)),),
        (DailyWindow(time(0), time(12)), DailyWindow(time(12), time(0))),
    ],
)
def test_a_person_without_a_convenient_hour_is_not_contacted(hours: tuple[DailyWindow, ...]) -> None:
    decision = decide(packs(), facts(inconvenient=hours), proposed(), NOON)
    assert isinstance(decision, Refused)


def test_a_person_whose_convenient_hours_are_all_at_night_goes_to_a_person() -> None:
    night_only = facts(inconvenient=(DailyWindow(time(7), time(22)),))
    decision = decide(packs(), night_only, proposed(), NOON)
    assert decision.findings[0].rule_id == "P-NO-TIME"


@pytest.mark.parametrize("wall", ["2026-11-24 03:00", "2026-11-24 21:00", "2026-11-24 12:00"])
def test_an_answer_has_no_hours(wall: str) -> None:
    now = at(wall)
    answer = proposed(purpose=ContactPurpose.REPLY, text="Thank you.")
    decision = decide(packs(), facts(inbound_at=now - timedelta(minutes=1)), answer, now)
    assert isinstance(decision, Granted)
    assert decision.valid_until == now + timedelta(minutes=30)
