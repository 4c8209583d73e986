"""Borrowers and calls that the tests of several files about a state begin with."""

from datetime import timedelta

from arrears.domain.cases import Purpose
from arrears.domain.compliance.facts import Attempt, ContactFacts, Line
from arrears.domain.people import Channel, LineType, Spot
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, attempt, facts, proposed

SECOND = timedelta(seconds=1)
CALL = proposed(channel=Channel.VOICE)
AT_WORK = Line(LineType.LANDLINE, spot=Spot.WORK)
WEEK = timedelta(days=6, hours=12)
"""From noon back to the first second of the seventh day."""
EAST, WEST = ("zones", NEW_YORK), ("zones", LOS_ANGELES)


def in_boston(**changes: object) -> ContactFacts:
    """A consumer in Boston."""
    place = {"region": "MA", "city": "Boston", "number_region": "MA"}
    return facts(**{**place, "purpose": Purpose.CONSUMER, **changes})


def in_fresno(**changes: object) -> ContactFacts:
    """A consumer in California."""
    place = {"region": "CA", "city": "Fresno", "number_region": "CA", "zones": (LOS_ANGELES,)}
    return facts(**{**place, "purpose": Purpose.CONSUMER, **changes})


def calls(*ago: timedelta, **changes: object) -> tuple[Attempt, ...]:
    """A call of ours for each time, counted back from noon."""
    return tuple(attempt(NOON - each, **{"channel": Channel.VOICE, **changes}) for each in ago)
