"""When and where, as the federal pack alone says it."""

from datetime import datetime, time

import pytest

from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import (
    Consent,
    ConsentAction,
    ContactFacts,
    ProposedContact,
    Recipient,
    Spot,
)
from arrears.domain.compliance.rule import allow, defer, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType
from arrears.domain.times import DailyWindow
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, facts, proposed, reply
from tests.domain.compliance.us_federal.given import (
    CALL,
    DEBT,
    EMAIL,
    LETTER,
    collector,
    findings,
    lender,
    line,
    talk,
    told,
)

HOURS = ("window", "08:00-21:00")
BOTH = f"{NEW_YORK}, {LOS_ANGELES}"


@pytest.mark.parametrize(
    ("zones", "wall", "expected"),
    [
        (
            (NEW_YORK,),
            "2026-11-24 08:00",
            allow("window_open", ("zones", NEW_YORK), HOURS, until=at("2026-11-24 21:00")),
        ),
        (
            (NEW_YORK,),
            "2026-11-24 07:59:59",
            defer("window_closed", at("2026-11-24 08:00"), ("zones", NEW_YORK), HOURS),
        ),
        (
            (NEW_YORK,),
            "2026-11-24 21:00",
            defer("window_closed", at("2026-11-25 08:00"), ("zones", NEW_YORK), HOURS),
        ),
        # An Eastern mobile and a Pacific address; and the same hours where nothing is known.
        (
            (NEW_YORK, LOS_ANGELES),
            "2026-11-24 11:00",
            allow("window_open", ("zones", BOTH), HOURS, until=at("2026-11-24 21:00")),
        ),
        ((), "2026-11-24 10:59:59", defer("window_closed", at("2026-11-24 11:00"), ("zones", BOTH), HOURS)),
    ],
)
def test_the_window_is_told_with_its_zones_and_its_end(
    zones: tuple[str, ...], wall: str, expected: object
) -> None:
    assert told("USF-TIME-1", collector(zones=zones), CALL, at(wall)) == [expected]


@pytest.mark.parametrize("region", ["AK", "AS", "GU", "HI", "MP", "PR", "VI"])
@pytest.mark.parametrize("known", ["region", "number_region"])
def test_a_region_outside_the_common_hours_needs_a_zone(region: str, known: str) -> None:
    expected = deny("no_zone_for_region", lifts=Lifts.FACT_KNOWN, missing="place.zones")
    assert told("USF-TIME-1", collector(zones=(), **{known: region})) == [expected]
    (said,) = told("USF-TIME-1", collector(zones=("Pacific/Honolulu",), **{known: region}))
    assert said.reason != "no_zone_for_region"


def test_hours_the_person_said_are_fine_widen_the_window() -> None:
    late = collector(agreed=(DailyWindow(time(21), time(22)),))
    used = ("zones", NEW_YORK), HOURS
    nine = at("2026-11-24 21:00")
    assert told("USF-TIME-1", late, CALL, nine) == [
        allow("hours_agreed", *used, until=at("2026-11-24 22:00"))
    ]


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-11-24 12:00", [defer("hour_avoided", at("2026-11-24 13:00"), ("hours", "12:00-13:00"))]),
        (
            "2026-11-24 13:00",
            [allow("outside_avoided_hours", ("hours", "12:00-13:00"), until=at("2026-11-25 12:00"))],
        ),
    ],
)
def test_hours_the_person_named_are_avoided_with_every_medium(wall: str, expected: list[object]) -> None:
    busy = collector(inconvenient=(DailyWindow(time(12), time(13)),))
    for contact in (CALL, EMAIL, LETTER, proposed()):
        assert told("USF-TIME-2", busy, contact, at(wall)) == expected
    attorney = proposed(recipient=Recipient.ATTORNEY)
    assert told("USF-TIME-2", busy, attorney, at(wall)) == []


def test_days_the_person_named_are_avoided_in_every_zone() -> None:
    tuesdays = collector(inconvenient_weekdays=frozenset({1}), zones=(NEW_YORK, LOS_ANGELES))
    expected = [defer("day_avoided", at("2026-11-25 00:00", LOS_ANGELES), ("zones", BOTH))]
    assert told("USF-TIME-2", tuesdays) == expected


CLOSES = [allow("arrives_before_close", until=at("2026-11-24 21:00"))]


@pytest.mark.parametrize(
    ("zones", "wall", "expected"),
    [
        ((NEW_YORK,), "2026-11-24 16:59:59", []),
        ((NEW_YORK,), "2026-11-24 17:00:00", CLOSES),
        ((NEW_YORK,), "2026-11-24 20:59:59", CLOSES),
        ((NEW_YORK,), "2026-11-24 21:00:00", []),
        ((NEW_YORK, LOS_ANGELES), "2026-11-24 17:00:00", CLOSES),
        ((), "2026-11-24 16:59:59", []),
        ((), "2026-11-24 17:00:00", CLOSES),
        ((NEW_YORK, LOS_ANGELES), "2026-11-24 22:00:00", []),
    ],
)
def test_a_message_that_a_carrier_may_hold_is_to_arrive_within_the_window(
    zones: tuple[str, ...], wall: str, expected: list[object]
) -> None:
    person = collector(zones=zones)
    for contact in (proposed(), EMAIL):
        assert told("USF-TIME-3", person, contact, at(wall)) == expected
    for contact in (CALL, LETTER, reply()):
        assert told("USF-TIME-3", person, contact, at(wall)) == []


def avoids(*places: Spot, **changes: object) -> ContactFacts:
    return line(collector(places_avoided=frozenset(places)), **changes)


def not_at(spot: Spot) -> list[object]:
    return [deny("place_avoided", ("place", spot), lifts=Lifts.OTHER_CHANNEL)]


LANDLINE = LineType.LANDLINE
UNKNOWN_LINE = [deny("place_of_line_unknown", lifts=Lifts.OTHER_CHANNEL, missing="line.spot")]


@pytest.mark.parametrize(
    ("person", "contact", "expected"),
    [
        (avoids(Spot.HOME, type=LANDLINE, spot=Spot.HOME), CALL, not_at(Spot.HOME)),
        (avoids(Spot.WORK, type=LANDLINE, spot=Spot.HOME), CALL, []),
        (avoids(Spot.WORK, spot=Spot.WORK), CALL, not_at(Spot.WORK)),
        (avoids(spot=Spot.HOME), CALL, []),
        (avoids(type=LANDLINE), CALL, []),
        (avoids(Spot.HOME, type=LANDLINE), CALL, UNKNOWN_LINE),
        (avoids(Spot.HOME, type=LANDLINE), proposed(), []),
        (avoids(Spot.HOME), CALL, []),
        (avoids(Spot.HOME, type=LineType.UNKNOWN), CALL, []),
        (avoids(Spot.HOME), LETTER, not_at(Spot.HOME)),
        (avoids(Spot.HOME, spot=Spot.WORK), LETTER, []),
        (avoids(Spot.WORK), LETTER, []),
        (avoids(Spot.HOME), EMAIL, []),
        (talk(avoids(Spot.HOME), known_at=Spot.HOME), EMAIL, not_at(Spot.HOME)),
        (talk(avoids(Spot.HOME), known_at=Spot.WORK), EMAIL, []),
        (avoids(Spot.HOME, type=LANDLINE, spot=Spot.HOME), reply(channel=Channel.VOICE), []),
    ],
)
def test_what_is_tied_to_an_avoided_place_is_left_alone(
    person: ContactFacts, contact: ProposedContact, expected: list[object]
) -> None:
    assert told("USF-PLACE-1", person, contact) == expected


def agreed(**changes: object) -> Consent:
    usual: dict[str, object] = {"spot": Spot.WORK, "how": "voice", "channel": Channel.VOICE}
    return Consent(ConsentAction.GIVEN, at=NOON, point_id="point-1", **{**usual, **changes})


@pytest.mark.parametrize(
    ("spot", "known_at", "prohibits", "consents", "refused"),
    [
        (Spot.WORK, None, True, (), True),
        (Spot.WORK, None, False, (), False),
        (Spot.HOME, None, True, (), False),
        (None, None, True, (), False),
        (None, Spot.WORK, True, (), True),
        (None, Spot.HOME, True, (), False),
        (Spot.WORK, None, True, (agreed(),), False),
        (Spot.WORK, None, True, (agreed(spot=None),), True),
        (Spot.WORK, None, True, (agreed(how="application"),), True),
        (Spot.WORK, None, True, (agreed(channel=Channel.SMS),), True),
    ],
)
def test_an_employer_who_forbids_calls_ends_them_at_work(
    spot: Spot | None, known_at: Spot | None, prohibits: bool, consents: tuple[Consent, ...], refused: bool
) -> None:
    person = collector(employer_prohibits=prohibits, consents=consents)
    person = talk(line(person, spot=spot), known_at=known_at)
    expected = [deny("employer_prohibits", lifts=Lifts.OTHER_CHANNEL)] if refused else []
    assert told("USF-WORK-1", person) == expected
    assert told("USF-WORK-1", person, reply(channel=Channel.VOICE)) == []


@pytest.mark.parametrize(
    ("busy", "text", "speaks", "refused"),
    [
        (True, DEBT, False, True),
        (True, "One moment.", True, True),
        (True, "When would be a better time to talk?", False, False),
        (False, DEBT, True, False),
    ],
)
def test_a_busy_person_is_only_asked_when_is_better(
    busy: bool, text: str, speaks: bool, refused: bool
) -> None:
    person = talk(collector(inbound_at=NOON), busy=busy)
    expected = [deny("busy_now", lifts=Lifts.OTHER_WORDS)] if refused else []
    for contact in (reply, proposed):
        assert told("USF-BUSY-1", person, contact(text=text, speaks_of_debt=speaks)) == expected
    for office in (Recipient.ATTORNEY, Recipient.CREDITOR, Recipient.CREDIT_BUREAU):
        assert told("USF-BUSY-1", person, reply(text=text, speaks_of_debt=speaks, recipient=office)) == []


@pytest.mark.parametrize(("person", "law"), [(collector(), True), (lender(), False), (facts(), False)])
def test_the_window_is_law_for_a_collector_and_policy_for_a_lender(person: ContactFacts, law: bool) -> None:
    (window,) = [f for f in findings(person, CALL) if f.rule_id == "USF-TIME-1"]
    cite = "12 CFR 1006.6(b)(1)(i); comment 6(b)(1)(i)-2"
    assert window.citation == (cite if law else f"house policy, after {cite}")


@pytest.mark.parametrize(
    "purpose", [ContactPurpose.NOTICE, ContactPurpose.CEASE_NOTICE, ContactPurpose.REPLY]
)
def test_answers_and_what_the_law_wants_sent_have_no_hours(purpose: ContactPurpose) -> None:
    night: datetime = at("2026-11-24 03:00")
    person = collector(inbound_at=night, inconvenient=(DailyWindow(time(0), time(0)),))
    found = findings(person, proposed(purpose=purpose, channel=Channel.LETTER), night)
    assert {"USF-TIME-1", "USF-TIME-2"}.isdisjoint(f.rule_id for f in found)
