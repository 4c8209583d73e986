"""How often: texts, calls, the silence after a conversation, and all media together."""

from datetime import datetime, timedelta

import pytest

from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Decision, Deferred, Granted, Verdict
from arrears.domain.compliance.facts import Attempt, ContactFacts, ProposedContact
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import (
    LENDER,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    SHANGHAI,
    at,
    attempt,
    chinese,
    facts,
    in_china,
    packs,
    proposed,
)

CALL = proposed(channel=Channel.VOICE, text=f"Hello, this is the automated assistant of {LENDER}.")


def call(when: datetime, **changes: object) -> Attempt:
    return attempt(when, channel=Channel.VOICE, **changes)


def deferred_by(decision: Decision) -> set[str]:
    fired = {f.rule_id for f in decision.findings if f.verdict is Verdict.DEFER}
    return fired - {"USF-TIME-1"}  # the caps lift at midnight, where the window defers again


@pytest.mark.parametrize(
    ("texts", "until"),
    [
        ([], None),
        ([at("2026-11-24 08:30")], at("2026-11-25 08:00")),
        ([at("2026-11-23 20:59")], None),
        ([at("2026-11-22 12:00"), at("2026-11-23 12:00")], None),
        (
            [at("2026-11-18 12:00"), at("2026-11-20 12:00"), at("2026-11-22 12:00")],
            at("2026-11-25 08:00"),
        ),
        ([at("2026-11-17 12:00"), at("2026-11-20 12:00"), at("2026-11-22 12:00")], None),
    ],
)
def test_one_text_a_day_and_three_in_seven_days(texts: list[datetime], until: datetime | None) -> None:
    decision = decide(packs(), facts(attempts=tuple(map(attempt, texts))), proposed(), NOON)
    if until is None:
        assert isinstance(decision, Granted)
    else:
        assert isinstance(decision, Deferred)
        assert (decision.until, deferred_by(decision)) == (until, {"USF-HARASS-1"})


def test_the_day_of_a_text_is_counted_in_the_strictest_zone() -> None:
    # 02:30 in New York on the 24th is still the 23rd in Los Angeles; either midnight might be theirs.
    late = facts(zones=(NEW_YORK, LOS_ANGELES), attempts=(attempt(at("2026-11-24 02:30")),))
    decision = decide(packs(), late, proposed(), NOON)
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-25 11:00")


@pytest.mark.parametrize(
    "spared",
    [
        attempt(NOON, counts=False),
        attempt(NOON, purpose=ContactPurpose.REPLY),
        attempt(NOON, purpose=ContactPurpose.CRISIS),
        attempt(NOON, by_us=False),
    ],
)
def test_what_was_asked_for_or_never_arrived_is_not_counted(spared: Attempt) -> None:
    assert isinstance(decide(packs(), facts(attempts=(spared,)), proposed(), NOON), Granted)


def test_a_supervisor_is_counted_unless_the_borrower_had_written() -> None:
    wrote = attempt(NOON - timedelta(hours=2), purpose=ContactPurpose.SUPERVISOR)
    asked = attempt(NOON - timedelta(hours=3), by_us=False)
    assert isinstance(decide(packs(), facts(attempts=(wrote,)), proposed(), NOON), Deferred)
    assert isinstance(decide(packs(), facts(attempts=(asked, wrote)), proposed(), NOON), Granted)


def calls_on(*days: int, **changes: object) -> tuple[Attempt, ...]:
    return tuple(call(NOON - timedelta(days=day), **changes) for day in days)


@pytest.mark.parametrize(
    ("attempts", "rules"),
    [
        (calls_on(1, 2, 3, 4, 5, 6), set()),
        (calls_on(1, 1, 2, 3, 4, 5, 6), {"USF-FREQ-1"}),
        (calls_on(1, 2, 3, 4, 5, 6, 7), set()),
        (calls_on(1, 1, 2, 3, 4, 5, 6, case_id="case-2"), set()),
        ((call(NOON - timedelta(hours=2, minutes=59)),), {"USF-HARASS-1"}),
        ((call(NOON - timedelta(hours=3)),), set()),
        ((call(at("2026-11-24 08:00")), call(at("2026-11-24 08:30"))), {"USF-HARASS-1"}),
        ((call(NOON - timedelta(days=6), talked=True),), {"USF-FREQ-2"}),
        ((call(NOON - timedelta(days=7), talked=True),), set()),
        ((call(NOON - timedelta(days=6), by_us=False),), {"USF-FREQ-2"}),
        ((call(NOON - timedelta(days=6), by_us=False, case_id="case-2"),), set()),
        ((call(NOON - timedelta(days=6), purpose=ContactPurpose.REPLY),), {"USF-FREQ-2"}),
        ((call(NOON - timedelta(days=6)),), set()),
    ],
)
def test_calls_are_limited(attempts: tuple[Attempt, ...], rules: set[str]) -> None:
    decision = decide(packs(), facts(attempts=attempts), CALL, NOON)
    assert deferred_by(decision) == rules
    assert isinstance(decision, Deferred if rules else Granted)


def test_after_a_conversation_calls_resume_on_the_eighth_day_at_eight() -> None:
    talked = facts(attempts=(call(at("2026-11-20 18:00"), talked=True),))
    decision = decide(packs(), talked, CALL, NOON)
    assert isinstance(decision, Deferred)
    assert decision.until == at("2026-11-27 08:00")


@pytest.mark.parametrize(("contacts", "may"), [(7, True), (8, False)])
def test_eight_contacts_over_all_media_in_seven_days_are_enough(contacts: int, may: bool) -> None:
    made = [
        (attempt if number % 2 else call)(NOON - timedelta(days=1 + number % 6), case_id=f"case-{number}")
        for number in range(contacts)
        if number % 2 == 0
    ]
    made += [call(NOON - timedelta(days=3), case_id="case-9")] * (contacts - len(made))
    decision = decide(packs(), facts(attempts=tuple(made)), proposed(), NOON)
    assert isinstance(decision, Granted if may else Deferred)


@pytest.mark.parametrize(
    ("person", "contact", "may"),
    [
        (in_china(attempts=(attempt(at("2026-11-24 00:00", SHANGHAI)),)), chinese(), False),
        (in_china(attempts=(attempt(at("2026-11-23 23:59", SHANGHAI)),)), chinese(), True),
        (
            in_china(attempts=tuple(call(at("2026-11-24 09:00", SHANGHAI)) for _ in range(2))),
            chinese(channel=Channel.VOICE),
            True,
        ),
        (
            in_china(attempts=tuple(call(at("2026-11-24 09:00", SHANGHAI)) for _ in range(3))),
            chinese(channel=Channel.VOICE),
            False,
        ),
    ],
)
def test_china_counts_days_in_its_own_zone(person: ContactFacts, contact: ProposedContact, may: bool) -> None:
    decision = decide(packs(), person, contact, at("2026-11-24 21:00", SHANGHAI))
    assert isinstance(decision, Granted if may else Deferred)
