"""The judge's law, on both sides of each boundary. Times are on the wall clock of the place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tools.verifier.judge import judge, lawful
from tools.verifier.world import Contact, History, Loan, Number, Person, Said, australian_holidays

TEXT = "Hello from Meridian. This is our automated assistant. Reply STOP to stop texts to this number."
CALL = "Hello, this is the automated assistant of Meridian. This call may be recorded."
WEDNESDAY = "2027-02-10 12:00"
ZONE = {
    "US": "America/New_York",
    "CN": "Asia/Shanghai",
    "IN": "Asia/Kolkata",
    "GB": "Europe/London",
    "PH": "Asia/Manila",
    "SG": "Asia/Singapore",
    "AU": "Australia/Sydney",
}


def at(wall: str, zone: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def borrower(country: str = "US", region: str | None = "FL", **changes: Any) -> Person:
    loans = (
        Loan("loan"),
        Loan("other"),
        Loan("placed", "third_party"),
        Loan("business", purpose="commercial"),
    )
    numbers = (
        Number("mobile", country),
        Number("work", country, work=True),
        Number("home", country, "landline"),
    )
    return replace(Person("p", country, region, None, (ZONE[country],), numbers, loans), **changes)


AGREED = [Said(at("2026-01-01 12:00", "UTC"), "consent")]


def contact(
    wall: str = WEDNESDAY, zone: str = "America/New_York", channel: str = "sms", **changes: Any
) -> Contact:
    made = Contact(
        at(wall, zone), channel, "mobile", "loan", TEXT if channel == "sms" else CALL, lender="Meridian"
    )
    return replace(made, **changes)


def rules(
    person: Person, made: Contact, contacts: list[Contact] | None = None, said: list[Said] | None = None
) -> set[str]:
    history = History(contacts or [], [*AGREED, *(said or [])])
    found = judge(person, history, made)
    assert lawful(person, history, made) is (not found)
    return {violation.rule for violation in found}


@pytest.mark.parametrize(
    ("country", "rule", "open_from", "open_to", "day"),
    [
        ("US", "USF-TIME-1", "08:00", "21:00", "2027-02-10"),
        ("CN", "CN-TIME", "08:00", "22:00", "2027-02-10"),
        ("IN", "IN-TIME", "08:00", "19:00", "2027-02-10"),
        ("GB", "UK-TIME", "08:00", "20:00", "2027-02-13"),
        ("GB", "UK-TIME", "09:00", "17:00", "2027-02-14"),
        ("PH", "PH-TIME", "06:00", "22:00", "2027-02-10"),
        ("AU", "AU-TIME", "07:30", "21:00", "2027-02-12"),
        ("AU", "AU-TIME", "09:00", "21:00", "2027-02-13"),
        ("SG", "HOUSE-TIME", "08:00", "20:00", "2027-02-10"),
    ],
)
def test_hours_open_and_close(country: str, rule: str, open_from: str, open_to: str, day: str) -> None:
    zone, minute = ZONE[country], timedelta(minutes=1)
    person = borrower(country, "FL" if country == "US" else None)
    opens, closes = at(f"{day} {open_from}", zone), at(f"{day} {open_to}", zone)
    carrier = {"carrier": "gateway"}
    for instant, broken in [
        (opens - minute, {rule}),
        (opens, set()),
        (closes - minute, set()),
        (closes, {rule}),
    ]:
        assert rules(person, replace(contact(**carrier), at=instant)) == broken, instant


def test_every_zone_must_be_open() -> None:
    person = borrower(zones=("America/New_York", "America/Los_Angeles"))
    assert rules(person, contact("2027-02-10 10:59")) == {"USF-TIME-1"}
    assert rules(person, contact("2027-02-10 11:00")) == set()


def test_without_any_evidence_of_place_only_the_common_hours_are_open() -> None:
    nowhere = borrower(region=None, zones=(), loans=(Loan("loan", purpose="commercial"),))
    assert rules(nowhere, contact("2027-02-10 10:59")) == {"USF-TIME-1"}
    assert rules(nowhere, contact("2027-02-10 11:00")) == set()
    assert rules(nowhere, contact("2027-02-10 11:59", channel="voice")) == {"CA-ADAD-1"}
    assert rules(nowhere, contact("2027-02-10 12:00", channel="voice")) == set()


def test_an_artificial_voice_waits_until_nine_in_california() -> None:
    person = borrower(region="CA", zones=("America/Los_Angeles",))
    early = contact("2027-02-10 08:59", "America/Los_Angeles", "voice")
    assert rules(person, early) == {"CA-ADAD-1"}
    assert rules(person, replace(early, artificial=False)) == set()
    assert rules(person, replace(early, channel="sms", text=TEXT)) == set()
    assert rules(person, replace(early, at=early.at + timedelta(minutes=1))) == set()


def test_a_message_may_not_be_deliverable_after_closing() -> None:
    evening = contact("2027-02-10 20:00")
    closing = evening.at + timedelta(hours=1)
    assert rules(borrower(), replace(evening, valid_until=closing)) == set()
    assert rules(borrower(), replace(evening, valid_until=closing + timedelta(minutes=1))) == {"TW-QUEUE"}


def test_hours_they_asked_to_avoid_are_closed() -> None:
    from_eight = Said(
        at("2027-02-01 12:00", "UTC"),
        "avoid",
        hours=(datetime.min.time().replace(8), datetime.min.time().replace(12)),
    )
    assert rules(borrower(), contact("2027-02-10 11:59"), said=[from_eight]) == {"USF-TIME-2"}
    assert rules(borrower(), contact("2027-02-10 12:00"), said=[from_eight]) == set()


def test_australian_holidays_are_computed() -> None:
    assert {
        date(2027, 1, 26),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 4, 25),
    } <= australian_holidays(2027)
    assert {date(2027, 12, 27), date(2027, 12, 28)} <= australian_holidays(2027)
    assert date(2026, 12, 28) in australian_holidays(2026)
    assert rules(borrower("AU", None), contact("2027-01-26 12:00", "Australia/Sydney")) == {"AU-TIME"}


def earlier(made: Contact, *days: float, **changes: Any) -> list[Contact]:
    return [
        replace(made, at=made.at - timedelta(days=back), **changes) for back in sorted(days, reverse=True)
    ]


CAPS = [
    # place, channel, rule, days ago of earlier contacts that are one too many, and of those that are not
    ({}, "voice", "USF-HARASS-1", (0.1,), (0.125,)),
    ({}, "voice", "USF-HARASS-1", (0.14, 0.15), (0.14, 1)),
    ({}, "voice", "USF-FREQ-1", (1, 2, 3, 4, 5, 5.1, 6), (1, 2, 3, 4, 5, 6, 7)),
    ({}, "sms", "USF-HARASS-1", (0.1,), (1,)),
    ({}, "sms", "USF-HARASS-1", (2, 4, 6), (2, 4, 7)),
    ({"region": "MA"}, "sms", "MA-FREQ-1", (2, 6), (2, 7)),
    ({"region": "NY", "city": "New York"}, "voice", "NYC-FREQ-1", (2, 4, 6), (2, 4, 7)),
    ({"region": "NY", "city": None}, "voice", "NYC-FREQ-1", (2, 4, 6), (2, 4, 7)),
    ({"region": "DC"}, "voice", "DC-FREQ-1", (1, 2, 4, 6), (1, 2, 4, 7)),
    ({"region": "OH"}, "voice", "OTHERS", (1, 6), (1, 7)),
    ({"region": "OH"}, "sms", "OTHERS", (6,), (7,)),
    ({"country": "CN", "region": None}, "sms", "CN-FREQ-P", (2, 4, 6), (2, 4, 7)),
    ({"country": "AU", "region": None}, "sms", "AU-TIME", (1, 2, 6), (1, 2, 7)),
    ({"country": "AU", "region": None}, "sms", "AU-TIME", tuple(range(7, 27, 2)), tuple(range(7, 25, 2))),
    (
        {"country": "IN", "region": None},
        "sms",
        "HOUSE-TOUCHES",
        (0, 1, 2, 3, 4, 5, 5.5, 6),
        (0, 1, 2, 3, 4, 5, 5.5, 7),
    ),
]


@pytest.mark.parametrize(("place", "channel", "rule", "too_many", "enough"), CAPS)
def test_caps_hold(place: dict[str, Any], channel: str, rule: str, too_many: Any, enough: Any) -> None:
    person = replace(borrower(place.get("country", "US")), **place)
    carrier = "gateway" if place.get("country") == "CN" else "twilio"
    now = contact("2027-02-24 15:00", ZONE[place.get("country", "US")], channel, carrier=carrier)
    calls = {"outcome": "no_answer"} if channel == "voice" else {}
    assert rules(person, now, earlier(now, *too_many, **calls)) == {rule}
    assert rules(person, now, earlier(now, *enough, **calls)) == set()


def test_a_call_that_did_not_connect_does_not_count() -> None:
    now = contact(channel="voice")
    for outcome in ("busy", "not_in_service"):
        assert rules(borrower(), now, earlier(now, 0.05, outcome=outcome)) == set()


def test_where_the_law_speaks_of_attempts_a_busy_line_counts() -> None:
    person, now = borrower(region="NY", city="New York"), contact("2027-02-24 15:00", channel="voice")
    assert rules(person, now, earlier(now, 2, 4, 6, outcome="busy")) == {"NYC-FREQ-1"}


def test_after_a_conversation_no_call_about_the_debt_for_seven_days() -> None:
    now = contact(channel="voice")
    talked = {"outcome": "answered", "talked": True}
    assert rules(borrower(), now, earlier(now, 6, **talked)) == {"USF-FREQ-2"}
    assert rules(borrower(), now, earlier(now, 7, **talked)) == set()
    assert rules(borrower(), now, earlier(now, 6, case="other", **talked)) == set()
    assert rules(borrower(), now, said=[Said(now.at - timedelta(days=6), "called", case="loan")]) == {
        "USF-FREQ-2"
    }


def test_eight_touches_a_week_over_all_media_are_enough() -> None:
    now = contact(channel="voice")
    past = earlier(now, 1, 2, 3, 4, 5, outcome="no_answer") + earlier(contact(), 2.1, 4.1, 6.1, case="other")
    assert rules(borrower(), now, sorted(past, key=lambda made: made.at)) == {"USF-HARASS-1"}
    assert rules(borrower(), now, past[1:]) == set()


def test_chinese_caps_count_effective_and_unanswered_calls_apart() -> None:
    person = borrower("CN", None)
    now = contact("2027-02-10 20:00", ZONE["CN"], "voice", carrier="gateway")
    answered, rang = {"outcome": "answered"}, {"outcome": "no_answer"}
    assert rules(person, now, earlier(now, 0.1, 0.2, 0.3, **answered)) == {"CN-FREQ-1"}
    assert rules(person, now, earlier(now, 0.1, 0.2, **answered)) == set()
    six = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3)
    assert rules(person, now, earlier(now, *six, **rang)) == {"CN-FREQ-2"}
    assert rules(person, now, earlier(now, *six[1:], **rang)) == set()
    assert rules(person, now, earlier(now, *six, number="home", **rang)) == set()


def test_washington_binds_collectors_of_any_claim() -> None:
    person = borrower(region="WA")
    now = contact(channel="voice", case="placed")
    assert rules(person, now, earlier(now, 2, 4, 6, outcome="no_answer")) == {"WA-FREQ-1"}
    assert (
        rules(person, replace(now, case="loan"), earlier(now, 2, 4, 6, case="loan", outcome="no_answer"))
        == set()
    )


def test_a_landline_without_consent_gets_three_artificial_calls_in_thirty_days() -> None:
    now = contact(channel="voice", number="home")
    history = earlier(now, 8, 16, 29, outcome="no_answer", number="home")
    assert [v.rule for v in judge(borrower(), History(history, []), now)] == ["TCPA-AIV-2"]
    assert judge(borrower(), History(history[1:], []), now) == []


LEFT = "Hello, this is Meridian. My name is Ann. Please call me back at +1 212 555 0100."


@pytest.mark.parametrize(
    ("left", "broken"),
    [
        (None, set()),
        (LEFT, set()),
        ("您好，这里是Meridian。我是李明，请回电 +1 212 555 0100。", set()),
        ("", {"TCPA-ID-1", "USF-LCM-1"}),
        (LEFT.replace("Meridian", "a lender"), {"TCPA-ID-1"}),
        (LEFT.replace("0100", "one hundred"), {"USF-LCM-1"}),
        (f"{LEFT} It is about your loan.", {"USF-3PD-1"}),
        (f"{LEFT} This call may be recorded.", {"USF-LCM-1"}),
        (f"{LEFT} 我是自动助理。", {"USF-LCM-1"}),
    ],
)
def test_what_is_left_on_a_machine_names_the_business_first_and_a_number_and_no_debt(
    left: str | None, broken: set[str]
) -> None:
    assert rules(borrower(), contact(channel="voice", left=left)) == broken
