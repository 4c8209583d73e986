"""How often, as the federal pack alone says it: counts, exclusions, and calls that were asked for."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decision import Lifts
from arrears.domain.compliance.facts import Attempt, CallOutcome, ContactFacts, ProposedContact, Recipient
from arrears.domain.compliance.rule import allow, defer, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import LOS_ANGELES, NEW_YORK, NOON, at, attempt, proposed, reply
from tests.domain.compliance.us_federal.given import CALL, LETTER, collector, lender, told

DAY = timedelta(days=1)
CALLBACK = replace(CALL, purpose=ContactPurpose.CALLBACK)
TO_ATTORNEY = replace(CALL, recipient=Recipient.ATTORNEY)
MIDNIGHT = at("2026-11-25 00:00")
TEXT = proposed()
SEVEN = (0, 1, 1, 2, 3, 4, 6)
ZONE = ("zones", NEW_YORK)


def call(when: datetime, **changes: object) -> Attempt:
    return attempt(when, **{"channel": Channel.VOICE, "outcome": CallOutcome.UNANSWERED, **changes})


def calls(*days: int, **changes: object) -> tuple[Attempt, ...]:
    return tuple(call(NOON - day * DAY, **changes) for day in days)


def capped(until: datetime) -> list[object]:
    return [defer("calls_about_debt", until, ("limit", 7), ("days", 7), ZONE)]


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        (calls(*SEVEN), capped(MIDNIGHT)),
        (calls(0, 1, 1, 2, 3, 5, 5), capped(at("2026-11-26 00:00"))),
        (calls(*SEVEN[1:]), []),
        (calls(0, 1, 1, 2, 3, 4, 7), []),
        (calls(*SEVEN, outcome=CallOutcome.VOICEMAIL), capped(MIDNIGHT)),
        (calls(*SEVEN, outcome=CallOutcome.NO_MESSAGE), capped(MIDNIGHT)),
        (calls(*SEVEN, outcome=CallOutcome.DROPPED), capped(MIDNIGHT)),
        (calls(*SEVEN, outcome=CallOutcome.DECLINED), capped(MIDNIGHT)),
        (calls(*SEVEN, outcome=None), capped(MIDNIGHT)),
        (calls(*SEVEN[1:]) + calls(0, outcome=CallOutcome.BUSY), []),
        (calls(*SEVEN[1:]) + calls(0, outcome=CallOutcome.NOT_IN_SERVICE), []),
        (calls(*SEVEN[1:]) + calls(0, with_consent=True), []),
        (calls(*SEVEN[1:]) + calls(0, wrong_person=True), []),
        (calls(*SEVEN[1:]) + calls(0, recipient=Recipient.ATTORNEY), []),
        (calls(*SEVEN[1:]) + calls(0, counts=False), []),
        (calls(*SEVEN[1:]) + calls(0, channel=Channel.SMS), []),
        (calls(*SEVEN[1:]) + calls(0, case_id="case-2"), []),
        (
            calls(*SEVEN[1:]) + calls(0, case_id="case-2", other_cases=frozenset({"case-1"})),
            capped(MIDNIGHT),
        ),
    ],
)
def test_seven_calls_in_seven_days_about_one_debt(attempts: tuple[Attempt, ...], expected: object) -> None:
    for make in (collector, lender):
        person = make(attempts=attempts)
        assert told("USF-FREQ-1", person) == expected
        for other in (TEXT, TO_ATTORNEY, reply(channel=Channel.VOICE)):
            assert told("USF-FREQ-1", person, other) == []


def test_the_days_of_calls_are_counted_in_the_strictest_zone() -> None:
    two = collector(zones=(NEW_YORK, LOS_ANGELES), attempts=calls(0, 1, 1, 2, 3, 4, 5))
    used = ("limit", 7), ("days", 7), ("zones", f"{NEW_YORK}, {LOS_ANGELES}")
    assert told("USF-FREQ-1", two) == [defer("calls_about_debt", at("2026-11-26 03:00"), *used)]


LEFT_OUT = {
    "USF-FREQ-X2": ("calls_not_connected", {"outcome": CallOutcome.BUSY}),
    "USF-FREQ-X3": ("calls_to_offices", {"recipient": Recipient.CREDITOR}),
    "USF-FREQ-X4": ("calls_to_others", {"wrong_person": True}),
    "USF-FREQ-D": ("calls_about_other_debts", {"case_id": "case-2"}),
}


@pytest.mark.parametrize("rule_id", LEFT_OUT)
def test_calls_that_do_not_count_are_told_where_they_made_the_difference(rule_id: str) -> None:
    reason, changes = LEFT_OUT[rule_id]
    spared = calls(1, 2, **changes)
    enough = collector(attempts=spared + calls(2, 3, 4, 5, 6))
    assert told("USF-FREQ-1", enough) == []
    assert told(rule_id, enough) == [allow(reason, ("calls", 2))]
    for other in LEFT_OUT.keys() - {rule_id}:
        assert told(other, enough) == []
    assert told(rule_id, collector(attempts=spared + calls(2, 3, 4, 5))) == []
    for changes in ({"channel": Channel.SMS}, {"case_id": "case-1"}):
        old = calls(2, 3, 4, 5, 7, **changes)
        assert told(rule_id, collector(attempts=spared + old)) == []
    assert told(rule_id, enough, TEXT) == []


def talked(when: datetime, **changes: object) -> tuple[Attempt, ...]:
    return (call(when, **{"outcome": CallOutcome.TALKED, **changes}),)


def silent(until: datetime) -> list[object]:
    return [defer("talked_recently", until, ("limit", 1), ("days", 7), ZONE)]


SIX_AGO, SEVEN_AGO = at("2026-11-18 00:00"), at("2026-11-17 23:59:59")


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        (talked(SIX_AGO), silent(MIDNIGHT)),
        (talked(SEVEN_AGO), []),
        (talked(NOON - timedelta(minutes=1)), silent(at("2026-12-01 00:00"))),
        (talked(SIX_AGO, outcome=None, talked=True), silent(MIDNIGHT)),
        (talked(SIX_AGO, by_us=False, outcome=CallOutcome.DROPPED), silent(MIDNIGHT)),
        (talked(SIX_AGO, with_consent=True), silent(MIDNIGHT)),
        (talked(SIX_AGO, outcome=None), []),
        (talked(SIX_AGO, outcome=None, purpose=ContactPurpose.CALLBACK), silent(MIDNIGHT)),
        (talked(SIX_AGO, outcome=None, purpose=ContactPurpose.CALLBACK, counts=False), []),
        (talked(SIX_AGO, outcome=CallOutcome.VOICEMAIL, purpose=ContactPurpose.CALLBACK), []),
        (talked(SIX_AGO, outcome=CallOutcome.VOICEMAIL), []),
        (talked(SIX_AGO, case_id="case-2"), []),
        (talked(SIX_AGO, case_id="case-2", other_cases=frozenset({"case-1"})), silent(MIDNIGHT)),
        (talked(SIX_AGO, wrong_person=True), []),
        (talked(SIX_AGO, recipient=Recipient.ATTORNEY), []),
        (talked(SIX_AGO, channel=Channel.SMS), []),
    ],
)
def test_seven_days_without_calls_follow_a_conversation(
    attempts: tuple[Attempt, ...], expected: list[object]
) -> None:
    for make in (collector, lender):
        assert told("USF-FREQ-2", make(attempts=attempts)) == expected
        assert told("USF-FREQ-2", make(attempts=attempts), TEXT) == []


NO_REQUEST = [deny("no_call_asked_for", lifts=Lifts.CONSENT)]


def standing(until: datetime) -> list[object]:
    return [allow("call_asked_for", until=until)]


@pytest.mark.parametrize(
    ("asked_at", "limit", "expected"),
    [
        (None, None, NO_REQUEST),
        (at("2026-11-18 00:00"), None, standing(MIDNIGHT)),
        (at("2026-11-17 23:59:59"), None, NO_REQUEST),
        (NOON, None, standing(at("2026-12-01 00:00"))),
        (NOON + timedelta(seconds=1), None, NO_REQUEST),
        (NOON - DAY, NOON + timedelta(seconds=1), standing(NOON + timedelta(seconds=1))),
        (NOON - DAY, NOON, NO_REQUEST),
        (NOON - DAY, at("2027-01-01 00:00"), standing(at("2026-11-30 00:00"))),
    ],
)
def test_a_call_that_was_asked_for_has_leave_for_seven_days_or_as_long_as_was_said(
    asked_at: datetime | None, limit: datetime | None, expected: list[object]
) -> None:
    person = collector(callback_asked_at=asked_at, callback_until=limit)
    assert told("USF-FREQ-X1", person, CALLBACK) == expected
    assert told("USF-FREQ-X1", person, CALL) == (expected if expected != NO_REQUEST else [])
    for channel in (Channel.SMS, Channel.EMAIL, Channel.LETTER):
        assert told("USF-FREQ-X1", person, replace(CALLBACK, channel=channel)) == NO_REQUEST
    assert told("USF-FREQ-X1", person, LETTER) == []


def test_the_request_to_be_called_ends_in_the_strictest_zone() -> None:
    person = collector(zones=(NEW_YORK, LOS_ANGELES), callback_asked_at=at("2026-11-18 01:00"))
    assert told("USF-FREQ-X1", person, CALLBACK, at("2026-11-23 23:59:59")) == standing(
        at("2026-11-24 00:00")
    )
    assert told("USF-FREQ-X1", person, CALLBACK, at("2026-11-24 00:00")) == NO_REQUEST


@pytest.mark.parametrize(
    ("spoke_at", "changes", "stands"),
    [
        (NOON - DAY, {}, True),  # the request was made in that conversation
        (NOON - DAY + timedelta(seconds=1), {}, False),
        (NOON - timedelta(hours=1), {"by_us": False}, False),
        (NOON - timedelta(hours=1), {"case_id": "case-2"}, True),
        (NOON - timedelta(hours=1), {"outcome": CallOutcome.VOICEMAIL}, True),
    ],
)
def test_a_conversation_ends_the_request_to_be_called(
    spoke_at: datetime, changes: dict[str, object], stands: bool
) -> None:
    person = collector(callback_asked_at=NOON - DAY, attempts=talked(spoke_at, **changes))
    assert (told("USF-FREQ-X1", person, CALLBACK) != NO_REQUEST) is stands


@pytest.mark.parametrize(("asked_at", "spared"), [(NOON - DAY, True), (NOON - 7 * DAY, False)])
def test_a_call_that_was_asked_for_is_held_against_nobody(asked_at: datetime, spared: bool) -> None:
    counted = collector(callback_asked_at=asked_at, attempts=calls(0, 1, 1, 2, 3, 4, 6))
    assert (told("USF-FREQ-1", counted, CALLBACK) == []) is spared
    spoke = collector(callback_asked_at=asked_at, attempts=talked(NOON - 2 * DAY, case_id="case-1"))
    if spared:
        assert told("USF-FREQ-2", spoke, CALLBACK) == []
    else:
        assert told("USF-FREQ-2", spoke, CALLBACK) == silent(at("2026-11-29 00:00"))


def concentrated(until: datetime) -> list[object]:
    return [defer("calls_concentrated", until, ("limit", 2), ("hours", 3))]


EIGHT, NINE = at("2026-11-24 08:00"), at("2026-11-24 09:00")
BUSY = {"outcome": CallOutcome.BUSY}


@pytest.mark.parametrize(
    ("attempts", "asked_at", "expected"),
    [
        ((), None, []),
        ((call(NINE),), None, []),
        ((call(NINE + timedelta(seconds=1)),), None, concentrated(NOON + timedelta(seconds=1))),
        ((call(EIGHT), call(NINE)), None, concentrated(MIDNIGHT)),
        ((call(EIGHT), call(NOON)), None, concentrated(MIDNIGHT)),
        ((call(EIGHT - DAY), call(NINE)), None, []),
        ((call(EIGHT), call(NINE, case_id="case-2")), None, concentrated(MIDNIGHT)),
        ((call(EIGHT, **BUSY), call(NINE)), None, []),
        ((call(EIGHT), call(NINE, wrong_person=True)), None, []),
        ((call(EIGHT), call(NINE, recipient=Recipient.CREDIT_BUREAU)), None, []),
        ((call(EIGHT), call(NINE, counts=False)), None, []),
        ((call(EIGHT), attempt(NINE)), None, []),
        # "Call me back in an hour": what came before it is not held against that call, what came after is.
        ((call(EIGHT), call(NINE)), NINE, []),
        ((call(EIGHT), call(NOON)), NINE, concentrated(NOON + timedelta(hours=3))),
        ((call(EIGHT), call(NINE)), NINE - timedelta(seconds=1), []),
        ((call(EIGHT), call(NINE)), EIGHT - timedelta(seconds=1), concentrated(MIDNIGHT)),
        ((call(EIGHT), call(NINE)), NOON + DAY, concentrated(MIDNIGHT)),
    ],
)
def test_two_calls_a_day_three_hours_apart(
    attempts: tuple[Attempt, ...], asked_at: datetime | None, expected: list[object]
) -> None:
    person = collector(attempts=attempts, callback_asked_at=asked_at)
    assert told("USF-HARASS-1", person, CALLBACK) == expected


THREE = [defer("texts_capped", MIDNIGHT, ("limit", 3), ("days", 7), ZONE)]


def texts(*days: int, **changes: object) -> tuple[Attempt, ...]:
    return tuple(attempt(NOON - day * DAY, **changes) for day in days)


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        (texts(0), [defer("texts_capped", MIDNIGHT, ("limit", 1), ("days", 1), ZONE)]),
        (texts(1), []),
        (texts(1, 2, 6), THREE),
        (texts(1, 2, 7), []),
        (texts(1, 2), []),
        (
            texts(1, 2, 6, case_id="case-2"),
            [defer("texts_capped", MIDNIGHT, ("limit", 3), ("days", 7), ZONE)],
        ),
        (texts(0, wrong_person=True), []),
        (calls(0), []),
    ],
)
def test_one_text_a_day_and_three_in_a_week(attempts: tuple[Attempt, ...], expected: list[object]) -> None:
    assert told("USF-HARASS-1", collector(attempts=attempts), TEXT) == expected


ALL = [defer("touches_capped", MIDNIGHT, ("limit", 8), ("days", 7), ZONE)]
EIGHT_TOUCHES = texts(1, 3, 6, channel=Channel.EMAIL) + calls(2, 3, 4, 5, 6, case_id="case-2")


@pytest.mark.parametrize(
    ("attempts", "contact", "asked_at", "expected"),
    [
        (EIGHT_TOUCHES, TEXT, None, ALL),
        (EIGHT_TOUCHES, LETTER, None, ALL),
        (EIGHT_TOUCHES, CALL, None, ALL),
        (EIGHT_TOUCHES, TO_ATTORNEY, None, []),
        (EIGHT_TOUCHES[1:], TEXT, None, []),
        (EIGHT_TOUCHES[1:] + texts(7), TEXT, None, []),
        (EIGHT_TOUCHES[1:] + calls(1, **BUSY), TEXT, None, []),
        (EIGHT_TOUCHES, CALLBACK, NOON - 6 * DAY, []),
        (EIGHT_TOUCHES, CALLBACK, NOON - 7 * DAY, ALL),
        (EIGHT_TOUCHES, TEXT, NOON - 2 * DAY, ALL),
    ],
)
def test_eight_contacts_over_all_media_in_a_week(
    attempts: tuple[Attempt, ...], contact: ProposedContact, asked_at: datetime | None, expected: list[object]
) -> None:
    person: ContactFacts = collector(attempts=attempts, callback_asked_at=asked_at)
    assert told("USF-HARASS-1", person, contact) == expected
