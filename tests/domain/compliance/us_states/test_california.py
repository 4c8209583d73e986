"""California: creditors and small commercial debts keep the conduct that the FDCPA wants of collectors."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from arrears.domain.cases import Purpose
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    ContactFacts,
    DebtTerms,
    ProposedContact,
    Recipient,
)
from arrears.domain.compliance.rule import allow, defer, deny
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import LOS_ANGELES, at, attempt, proposed, reply
from tests.builders.findings import found, said
from tests.domain.compliance.us_states.given import CALL, WEST, in_fresno

DAY = timedelta(days=1)
NOON = at("2026-11-24 12:00", LOS_ANGELES)
SMS, VOICE, LETTER = Channel.SMS, Channel.VOICE, Channel.LETTER
RULES = {Purpose.CONSUMER: "CA-ROS-1", Purpose.UNKNOWN: "CA-ROS-1", Purpose.COMMERCIAL: "CA-COM-1"}


def refused(rule: str, person: ContactFacts, contact: ProposedContact, now: datetime = NOON) -> list[str]:
    return [each.reason for each in said(rule, person, contact, now) if each.reason != "window_open"]


WINDOW = ("window", "08:00-21:00")


@pytest.mark.parametrize(("purpose", "rule"), RULES.items())
@pytest.mark.parametrize(
    ("now", "answer"),
    [
        (
            at("2026-11-24 07:59:59", LOS_ANGELES),
            defer("window_closed", at("2026-11-24 08:00", LOS_ANGELES), WEST, WINDOW),
        ),
        (
            at("2026-11-24 08:00", LOS_ANGELES),
            allow("window_open", WEST, WINDOW, until=at("2026-11-24 21:00", LOS_ANGELES)),
        ),
        (
            at("2026-11-24 21:00", LOS_ANGELES),
            defer("window_closed", at("2026-11-25 08:00", LOS_ANGELES), WEST, WINDOW),
        ),
    ],
)
def test_the_hours_of_the_fdcpa_bind_creditors_and_small_commercial_debts(
    purpose: Purpose, rule: str, now: datetime, answer: Said
) -> None:
    for zones in ((LOS_ANGELES,), ()):
        assert said(rule, in_fresno(purpose=purpose, zones=zones), proposed(), now) == [answer]
    assert said(rule, in_fresno(purpose=purpose, inbound_at=now), reply(), now) == []
    other = (set(RULES.values()) - {rule}).pop()
    assert said(other, in_fresno(purpose=purpose), proposed(), now) == []


def test_hours_that_the_person_agreed_to_widen_them() -> None:
    early = DailyWindow(at("2026-11-24 06:00", "UTC").time(), at("2026-11-24 07:00", "UTC").time())
    (answer,) = said("CA-ROS-1", in_fresno(agreed=(early,)), proposed(), at("2026-11-24 06:30", LOS_ANGELES))
    assert answer.reason == "hours_agreed"


def calls(*ago: int, **changes: object) -> tuple[Attempt, ...]:
    return tuple(
        attempt(NOON - each * DAY, **{"channel": VOICE, "outcome": CallOutcome.UNANSWERED, **changes})
        for each in ago
    )


SIX = calls(1, 2, 3, 4, 5, 6)
CAP = ("limit", 7), ("days", 7), WEST


@pytest.mark.parametrize(("purpose", "rule"), RULES.items())
@pytest.mark.parametrize(
    ("other", "capped"),
    [
        (calls(6), True),
        (calls(7), False),
        (calls(1, outcome=CallOutcome.BUSY), False),
        (calls(1, with_consent=True), False),
        (calls(1, case_id="case-2"), False),
        (calls(1, channel=SMS), False),
    ],
)
def test_seven_calls_about_a_debt_in_seven_days(
    purpose: Purpose, rule: str, other: tuple[Attempt, ...], capped: bool
) -> None:
    for zones in ((LOS_ANGELES,), ()):
        person = in_fresno(purpose=purpose, attempts=(*SIX, *other), zones=zones)
        told = defer("ca_calls_capped", at("2026-11-25 00:00", LOS_ANGELES), *CAP)
        answers = [each for each in said(rule, person, CALL, NOON) if each.reason != "window_open"]
        assert answers == ([told] if capped else [])
        assert refused(rule, person, proposed()) == []


@pytest.mark.parametrize(("purpose", "rule"), RULES.items())
@pytest.mark.parametrize(("ago", "silent"), [(6, True), (7, False)])
def test_no_call_within_seven_days_of_a_conversation(
    purpose: Purpose, rule: str, ago: int, silent: bool
) -> None:
    for zones in ((LOS_ANGELES,), ()):
        person = in_fresno(purpose=purpose, attempts=calls(ago, talked=True), zones=zones)
        until = at("2026-11-25 00:00", LOS_ANGELES)
        told = defer("ca_talked_recently", until, ("limit", 1), ("days", 7), WEST)
        answers = [each for each in said(rule, person, CALL, NOON) if each.reason != "window_open"]
        assert answers == ([told] if silent else [])
        assert refused(rule, person, proposed()) == []


@pytest.mark.parametrize(("purpose", "rule"), RULES.items())
@pytest.mark.parametrize(
    ("recipient", "speaks", "told"),
    [
        (Recipient.OTHER, True, True),
        (Recipient.OTHER, False, False),
        (Recipient.SPOUSE, True, False),
        (Recipient.PERSON, True, False),
    ],
)
def test_nothing_of_the_debt_to_others(
    purpose: Purpose, rule: str, recipient: Recipient, speaks: bool, told: bool
) -> None:
    letter = proposed(channel=LETTER, recipient=recipient, speaks_of_debt=speaks)
    answers = [
        each for each in said(rule, in_fresno(purpose=purpose), letter, NOON) if each.reason != "window_open"
    ]
    assert answers == ([deny("ca_told_to_others", lifts=Lifts.NEVER)] if told else [])


@pytest.mark.parametrize(
    ("total", "entered", "covered"),
    [
        (None, None, True),
        (50_000_000, date(2025, 7, 1), True),
        (50_000_001, date(2025, 7, 1), False),
        (50_000_000, date(2025, 6, 30), False),
        (None, date(2025, 6, 30), False),
        (None, date(2026, 1, 1), True),
        (50_000_001, None, False),
        (1, None, True),
    ],
)
def test_a_commercial_debt_is_covered_when_small_and_recent_or_not_known(
    total: int | None, entered: date | None, covered: bool
) -> None:
    terms = DebtTerms(credit_total_minor=total, entered_on=entered)
    person = in_fresno(purpose=Purpose.COMMERCIAL, terms=terms, attempts=(*SIX, *calls(6, talked=True)))
    call = replace(CALL, recipient=Recipient.OTHER, speaks_of_debt=True)
    reasons = [each.reason for each in said("CA-COM-1", person, call, NOON)]
    every = ["window_open", "ca_talked_recently", "ca_told_to_others"]
    assert reasons == (every if covered else [])
    seven = replace(person, attempts=(*SIX, *calls(6)))
    assert ("ca_calls_capped" in refused("CA-COM-1", seven, CALL)) is covered


def test_a_company_that_nobody_guarantees_is_not_covered() -> None:
    person = in_fresno(purpose=Purpose.COMMERCIAL)
    company = replace(person, debt=replace(person.debt, natural_person=False))
    assert said("CA-COM-1", person, proposed(), NOON) != []
    assert said("CA-COM-1", company, proposed(), NOON) == []
    assert said("CA-ROS-1", company, proposed(), NOON) == []


@pytest.mark.parametrize(
    ("rule", "purpose", "cites"),
    [
        ("CA-ROS-1", Purpose.CONSUMER, {"California Civil Code 1788.17"}),
        (
            "CA-COM-1",
            Purpose.COMMERCIAL,
            {"California Civil Code 1788 and following, as amended by SB 1286"},
        ),
    ],
)
def test_each_cites_its_law(rule: str, purpose: Purpose, cites: set[str]) -> None:
    person = in_fresno(purpose=purpose, consents=(), attempts=(*SIX, *calls(6, talked=True)))
    contact = replace(CALL, recipient=Recipient.OTHER, speaks_of_debt=True)
    assert {finding.citation for finding in found(rule, person, contact, NOON)} == cites
