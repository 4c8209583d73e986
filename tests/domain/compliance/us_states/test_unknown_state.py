"""Where the state is not known, the caps of every state hold at once."""

from datetime import timedelta

import pytest

from arrears.domain.compliance.facts import Attempt
from arrears.domain.compliance.rule import defer
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, attempt, facts, proposed, reply
from tests.builders.findings import said

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
WEEK = timedelta(days=6, hours=12)  # back to the first second of the seventh day
VOICE, EMAIL = Channel.VOICE, Channel.EMAIL
CALL, MAIL = proposed(channel=VOICE), proposed(channel=EMAIL)
CAPPED = "state_unknown_contacts_capped"


def two(ago: timedelta, **changes: object) -> tuple[Attempt, ...]:
    """A text yesterday, and another contact that long ago."""
    return attempt(NOON - DAY), attempt(NOON - ago, **changes)


def capped(attempts: tuple[Attempt, ...], contact: object, region: str | None = None) -> list[object]:
    person = facts(region=region, city=None, number_region=region, attempts=attempts, inbound_at=NOON)
    return [each for each in said("OTHERS", person, contact) if each.reason == CAPPED]


@pytest.mark.parametrize(
    ("attempts", "until"),
    [
        (two(WEEK, channel=VOICE), at("2026-11-25 00:00")),
        (two(WEEK + SECOND, channel=VOICE), None),
        (two(WEEK, channel=EMAIL), at("2026-11-25 00:00")),
        (two(WEEK, case_id="case-2"), at("2026-11-25 00:00")),
        (two(DAY), at("2026-11-30 00:00")),
        (two(DAY, purpose=ContactPurpose.REPLY), None),
        (two(DAY)[:1], None),
    ],
)
@pytest.mark.parametrize("contact", [proposed(), CALL, MAIL])
def test_two_contacts_in_seven_days_are_the_most(attempts, until, contact) -> None:
    zones = ("zones", NEW_YORK)
    told = [] if until is None else [defer(CAPPED, until, ("limit", 2), ("days", 7), zones)]
    assert capped(attempts, contact) == told


def test_where_the_zone_is_not_known_either_the_day_ends_last_in_the_west() -> None:
    person = facts(region=None, city=None, number_region=None, zones=(), attempts=two(DAY))
    (told,) = [each for each in said("OTHERS", person, proposed()) if each.reason == CAPPED]
    zones = ("zones", f"{NEW_YORK}, {LOS_ANGELES}")
    assert told == defer(CAPPED, at("2026-11-30 00:00", LOS_ANGELES), ("limit", 2), ("days", 7), zones)


def test_a_known_state_and_answers_are_not_held_to_it() -> None:
    assert capped(two(DAY), proposed(), region="CO") == []
    assert capped(two(DAY), reply()) == []
    assert capped(two(DAY), proposed(channel=Channel.LETTER, purpose=ContactPurpose.NOTICE)) == []
