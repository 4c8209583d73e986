"""Florida, Washington, the District of Columbia, Texas, and every state that was not researched."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    Attempt,
    ContactFacts,
    Line,
    Notices,
    ProposedContact,
)
from arrears.domain.compliance.rule import allow, defer, deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, LineType, Spot
from arrears.domain.times import DailyWindow
from tests.builders.compliance import (
    LOS_ANGELES,
    NEW_YORK,
    at,
    attempt,
    facts,
    proposed,
    reply,
)
from tests.builders.findings import found, said

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
NOON = at("2026-11-24 12:00")
WEEK = timedelta(days=6, hours=12)  # back to the first second of the seventh day
SMS, VOICE, EMAIL, LETTER = Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.LETTER
CALL, MAIL = proposed(channel=VOICE), proposed(channel=EMAIL)
NOTICE = proposed(channel=LETTER, purpose=ContactPurpose.NOTICE)
MIDNIGHT = at("2026-11-25 00:00")
EAST = ("zones", NEW_YORK)


def person_of(state: str, **changes: object) -> ContactFacts:
    place = {"region": state, "city": None, "number_region": state, "purpose": Purpose.CONSUMER}
    return facts(**{**place, "inbound_at": NOON, **changes})


def made(ago: timedelta, **changes: object) -> Attempt:
    return attempt(NOON - ago, **changes)


def several(count: int, **changes: object) -> tuple[Attempt, ...]:
    return (made(DAY, **changes),) * count


CHICAGO = "America/Chicago"
BOTH = ("zones", f"{NEW_YORK}, {CHICAGO}"), ("window", "08:00-21:00")


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        (at("2026-11-24 08:59:59"), defer("window_closed", at("2026-11-24 09:00"), *BOTH)),
        (at("2026-11-24 09:00"), allow("window_open", *BOTH, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 20:59:59"), allow("window_open", *BOTH, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 21:00"), defer("window_closed", at("2026-11-25 09:00"), *BOTH)),
    ],
)
@pytest.mark.parametrize("contact", [proposed(), CALL])
def test_florida_keeps_the_hours_of_both_its_zones(
    now: datetime, answer: Said, contact: ProposedContact
) -> None:
    assert said("FL-TIME-1", person_of("FL", zones=()), contact, now) == [answer]
    for free in (MAIL, reply(), proposed(channel=LETTER), NOTICE):
        assert said("FL-TIME-1", person_of("FL", zones=(), inbound_at=now), free, now) == []


@pytest.mark.parametrize(
    ("now", "kept"), [(at("2025-05-15 23:59:59"), True), (at("2025-05-16 00:00"), False)]
)
def test_florida_frees_e_mail_of_the_hours_since_16_may_2025(now: datetime, kept: bool) -> None:
    assert (said("FL-TIME-1", person_of("FL"), MAIL, now) != []) is kept
    assert said("FL-TIME-1", person_of("FL"), proposed(), now) != []


def test_florida_lets_the_person_agree_to_other_hours() -> None:
    early = DailyWindow(at("2026-11-24 06:00", "UTC").time(), at("2026-11-24 07:00", "UTC").time())
    (answer,) = said("FL-TIME-1", person_of("FL", agreed=(early,)), proposed(), at("2026-11-24 06:30"))
    assert answer.reason == "hours_agreed"
    (finding,) = found("FL-TIME-1", person_of("FL"), proposed(), NOON)
    assert finding.citation == "Florida Statutes 559.72(17)"


def in_washington(**changes: object) -> ContactFacts:
    line = Line(LineType.LANDLINE)
    return person_of("WA", **{"relationship": Relationship.THIRD_PARTY, "line": line, **changes})


def washington(person: ContactFacts, contact: ProposedContact) -> list[Said]:
    return [each for each in said("WA-FREQ-1", person, contact, NOON) if each.reason != "window_open"]


@pytest.mark.parametrize(
    ("third", "capped"),
    [
        (made(WEEK), True),
        (made(WEEK + SECOND), False),
        (made(DAY, case_id="case-2"), True),
        (made(DAY, purpose=ContactPurpose.REPLY), False),
    ],
)
@pytest.mark.parametrize("contact", [proposed(), CALL, MAIL, proposed(channel=LETTER)])
def test_washington_allows_three_contacts_a_week(
    third: Attempt, capped: bool, contact: ProposedContact
) -> None:
    person = in_washington(attempts=(made(WEEK, channel=EMAIL), made(DAY, channel=VOICE), third))
    told = defer("wa_contacts_capped", MIDNIGHT, ("limit", 3), ("days", 7), EAST)
    assert washington(person, contact) == ([told] if capped else [])
    assert said("WA-FREQ-1", person, reply(), NOON) == []
    assert said("WA-FREQ-1", person, NOTICE, NOON) == []


@pytest.mark.parametrize(
    ("spot", "other", "capped"),
    [
        (Spot.WORK, made(WEEK, spot=Spot.WORK), True),
        (Spot.WORK, made(WEEK + SECOND, spot=Spot.WORK), False),
        (Spot.WORK, made(DAY, spot=Spot.HOME), False),
        (Spot.HOME, made(DAY, spot=Spot.WORK), False),
        (None, made(DAY, spot=Spot.WORK), False),
    ],
)
def test_washington_allows_one_contact_a_week_at_work(
    spot: Spot | None, other: Attempt, capped: bool
) -> None:
    person = in_washington(line=Line(LineType.LANDLINE, spot=spot), attempts=(other,))
    told = defer("wa_work_capped", MIDNIGHT, ("limit", 1), ("days", 7), EAST)
    assert washington(person, CALL) == ([told] if capped else [])


HERE = {"point_id": "point-1"}
TODAY = timedelta(hours=12)


@pytest.mark.parametrize("kind", [LineType.MOBILE, LineType.UNKNOWN])
@pytest.mark.parametrize(
    ("other", "capped"),
    [
        (made(TODAY, **HERE), True),
        (made(TODAY + SECOND, **HERE), False),
        (made(TODAY, channel=VOICE, **HERE), True),
        (made(TODAY, channel=EMAIL, **HERE), False),
        (made(TODAY, point_id=None), True),
        (made(TODAY, point_id="point-2"), False),
    ],
)
def test_washington_allows_two_calls_and_texts_a_day_to_a_mobile(
    kind: LineType, other: Attempt, capped: bool
) -> None:
    person = in_washington(line=Line(kind), attempts=(made(TODAY, **HERE), other))
    told = defer("wa_mobile_capped", MIDNIGHT, ("limit", 2), ("days", 1), EAST)
    for contact in (proposed(), CALL):
        assert washington(person, contact) == ([told] if capped else [])
    assert washington(replace(person, line=Line(LineType.LANDLINE)), CALL) == []
    assert washington(person, MAIL) == []


WEST = ("zones", LOS_ANGELES), ("window", "07:30-21:00")


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        ("2026-11-24 07:29:59", defer("window_closed", at("2026-11-24 07:30", LOS_ANGELES), *WEST)),
        (
            "2026-11-24 07:30",
            allow("window_open", *WEST, until=at("2026-11-24 21:00", LOS_ANGELES)),
        ),
        ("2026-11-24 21:00", defer("window_closed", at("2026-11-25 07:30", LOS_ANGELES), *WEST)),
    ],
)
def test_washington_keeps_hours_but_for_the_place_of_work(now: str, answer: Said) -> None:
    instant = at(now, LOS_ANGELES)
    person = in_washington(zones=())
    assert said("WA-FREQ-1", person, CALL, instant) == [answer]
    at_work = replace(person, line=Line(LineType.LANDLINE, spot=Spot.WORK))
    assert said("WA-FREQ-1", at_work, CALL, instant) == []
    assert said("WA-FREQ-1", person, MAIL, instant) == []


def test_washington_counts_its_days_in_its_own_zone_where_none_is_known() -> None:
    today = several(3, **HERE)
    at_work = in_washington(
        zones=(),
        line=Line(spot=Spot.WORK),
        attempts=tuple(replace(a, spot=Spot.WORK, at=NOON) for a in today),
    )
    answers = washington(at_work, CALL)
    assert [each.reason for each in answers] == ["wa_contacts_capped", "wa_work_capped", "wa_mobile_capped"]
    assert {dict(each.used)["zones"] for each in answers} == {LOS_ANGELES}
    cites = {finding.citation for finding in found("WA-FREQ-1", at_work, CALL, NOON)}
    assert cites == {"RCW 19.16.250"}


def in_texas(checked: bool | None, **changes: object) -> ContactFacts:
    return person_of("TX", notices=Notices(licence_checked=checked), **changes)


UNKNOWN = deny("tx_bond_unknown", lifts=Lifts.FACT_KNOWN, missing="notices.licence_checked")


@pytest.mark.parametrize(
    ("checked", "answer"), [(True, []), (None, [UNKNOWN]), (False, [deny("tx_no_bond", lifts=Lifts.PERSON)])]
)
def test_texas_wants_a_bond_of_third_parties(checked: bool | None, answer: list[Said]) -> None:
    third = in_texas(checked, relationship=Relationship.THIRD_PARTY)
    assert said("TX-1", third, MAIL, NOON, pack="us_tx") == answer
    assert said("TX-1", third, reply(), NOON, pack="us_tx") == []
    assert said("TX-1", in_texas(checked), MAIL, NOON, pack="us_tx") == []


def test_texas_has_disputed_items_marked() -> None:
    disputed = in_texas(None, statuses={SpecialStatus.DISPUTE}, relationship=Relationship.THIRD_PARTY)
    marked = require(Duty.MARK_DISPUTED, "tx_item_disputed")
    troubled = in_texas(True, statuses={SpecialStatus.HARDSHIP})
    assert said("TX-1", troubled, MAIL, NOON, pack="us_tx") == []
    assert said("TX-1", disputed, reply(), NOON, pack="us_tx") == [marked]
    assert said("TX-1", disputed, MAIL, NOON, pack="us_tx") == [UNKNOWN, marked]
    cites = [finding.citation for finding in found("TX-1", disputed, MAIL, NOON, pack="us_tx")]
    assert cites == ["Texas Finance Code 392.101", "Texas Finance Code 392.202"]


def in_denver(*attempts: Attempt, **changes: object) -> ContactFacts:
    return person_of("CO", attempts=attempts, **changes)


@pytest.mark.parametrize(
    ("second", "capped"),
    [
        (made(WEEK, channel=VOICE), True),
        (made(WEEK + SECOND, channel=VOICE), False),
        (made(DAY, channel=VOICE, case_id="case-2"), True),
        (made(DAY), False),
        (made(DAY, channel=VOICE, purpose=ContactPurpose.REPLY), False),
    ],
)
def test_a_state_without_a_pack_has_two_calls_in_seven_days(second: Attempt, capped: bool) -> None:
    person = in_denver(made(WEEK, channel=VOICE), second)
    told = defer("other_state_calls_capped", MIDNIGHT, ("limit", 2), ("days", 7), EAST)
    assert said("OTHERS", person, CALL, NOON) == ([told] if capped else [])


@pytest.mark.parametrize(
    ("earlier", "capped"),
    [
        (made(WEEK), True),
        (made(WEEK + SECOND), False),
        (made(WEEK, case_id="case-2"), True),
        (made(DAY, channel=VOICE), False),
    ],
)
def test_and_one_text(earlier: Attempt, capped: bool) -> None:
    told = defer("other_state_texts_capped", MIDNIGHT, ("limit", 1), ("days", 7), EAST)
    assert said("OTHERS", in_denver(earlier), proposed(), NOON) == ([told] if capped else [])


def test_its_days_suit_both_coasts_where_no_zone_is_known() -> None:
    person = in_denver(made(DAY), *several(2, channel=VOICE), zones=())
    for contact in (proposed(), CALL):
        (finding,) = found("OTHERS", person, contact, NOON)
        assert dict(finding.used)["zones"] == f"{NEW_YORK}, {LOS_ANGELES}"
        assert finding.citation == "house policy, where the state's own caps were not researched"
    for contact in (reply(), reply(channel=VOICE), MAIL, NOTICE):
        assert said("OTHERS", person, contact, NOON) == []
