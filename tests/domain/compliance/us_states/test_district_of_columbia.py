"""The District of Columbia: calls and messages a week, electronic ones by consent, and copies of plans."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.cases import Purpose
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Attempt, ContactFacts, DebtTerms, Notices, ProposedContact
from arrears.domain.compliance.rule import defer, deny, require
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from tests.builders.compliance import (
    DAY,
    NOON,
    at,
    attempt,
    consent,
    facts,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import found, said
from tests.domain.compliance.us_states.given import EAST, SECOND, WEEK

SMS, VOICE, EMAIL, WEB, LETTER = Channel.SMS, Channel.VOICE, Channel.EMAIL, Channel.WEB, Channel.LETTER
MIDNIGHT = at("2026-11-25 00:00")
CALL, MAIL = proposed(channel=VOICE), proposed(channel=EMAIL)
CALLBACK = ContactPurpose.CALLBACK
ASK = proposed(channel=EMAIL, purpose=ContactPurpose.CONSENT_REQUEST)
LONG, SHORT = DebtTerms(days_past_due=31), DebtTerms(days_past_due=30)


def here(*attempts: Attempt, **changes: object) -> ContactFacts:
    place = {"region": "DC", "city": "Washington", "number_region": "DC", "purpose": Purpose.CONSUMER}
    return facts(**{**place, "attempts": attempts, "inbound_at": NOON, "zones": (), **changes})


def made(ago: timedelta, channel: Channel = VOICE, **changes: object) -> Attempt:
    return attempt(NOON - ago, channel=channel, **changes)


CALLS = (made(WEEK), made(DAY), made(DAY))
CALLS_CAPPED = defer("dc_calls_capped", MIDNIGHT, ("limit", 4), ("days", 7), EAST)


@pytest.mark.parametrize(
    ("fourth", "capped"),
    [
        (made(WEEK), True),
        (made(WEEK + SECOND), False),
        (made(DAY, SMS), False),
        (made(DAY, case_id="case-2"), False),
        (made(DAY, with_consent=True), False),
        (made(DAY, purpose=CALLBACK), False),
        (made(DAY, by_us=False), False),
    ],
)
def test_four_calls_about_an_account_in_seven_days(fourth: Attempt, capped: bool) -> None:
    person = here(*CALLS, fourth)
    assert said("DC-FREQ-1", person, CALL) == ([CALLS_CAPPED] if capped else [])


def test_a_call_that_was_asked_for_is_not_counted_against() -> None:
    person = here(*CALLS, made(DAY))
    for contact in (replace(CALL, purpose=CALLBACK), reply(channel=VOICE), proposed(), MAIL):
        assert said("DC-FREQ-1", person, contact) == []


MESSAGES = (made(WEEK, EMAIL), made(DAY, SMS), made(DAY, WEB), made(DAY, SMS))
MESSAGES_CAPPED = defer("dc_messages_capped", MIDNIGHT, ("limit", 5), ("days", 7), EAST)


@pytest.mark.parametrize(
    ("fifth", "capped"),
    [
        (made(WEEK, SMS), True),
        (made(WEEK + SECOND, SMS), False),
        (made(DAY, EMAIL), True),
        (made(DAY, VOICE), False),
        (made(DAY, LETTER), False),
        (made(DAY, SMS, case_id="case-2"), False),
    ],
)
@pytest.mark.parametrize("contact", [proposed(), MAIL])
def test_five_electronic_messages_about_an_account_in_seven_days(
    fifth: Attempt, capped: bool, contact: ProposedContact
) -> None:
    person = here(*MESSAGES, fifth)
    assert said("DC-FREQ-2", person, contact) == ([MESSAGES_CAPPED] if capped else [])
    for other in (CALL, reply(), proposed(channel=LETTER)):
        assert said("DC-FREQ-2", person, other) == []


def none(channel: Channel) -> Said:
    return deny("dc_no_consent", ("channel", channel), lifts=Lifts.CONSENT)


ASKED = defer("dc_consent_asked", MIDNIGHT, ("limit", 1), ("days", 7), EAST)


def asked(ago: timedelta, **changes: object) -> Attempt:
    return made(ago, EMAIL, purpose=ASK.purpose, **changes)


@pytest.mark.parametrize(
    ("person", "contact", "answer"),
    [
        (here(), proposed(), []),
        (here(consents=()), proposed(), [none(SMS)]),
        (here(consents=(consent(SMS),)), MAIL, [none(EMAIL)]),
        (here(consents=(consent(), withdrawal(EMAIL))), MAIL, [none(EMAIL)]),
        (here(consents=(withdrawal(EMAIL),)), ASK, [none(EMAIL)]),
        (here(consents=()), ASK, []),
        (here(consents=(), notices=Notices(consent_request_at=NOON - WEEK)), ASK, [ASKED]),
        (here(consents=(), notices=Notices(consent_request_at=NOON - WEEK - SECOND)), ASK, []),
        (here(asked(WEEK), consents=()), ASK, [ASKED]),
        (here(asked(WEEK + SECOND), consents=()), ASK, []),
        (here(asked(WEEK, counts=False), consents=()), ASK, []),
        (here(made(DAY, EMAIL), consents=()), ASK, []),
        (here(asked(WEEK)), ASK, []),
    ],
)
def test_they_need_consent_which_may_be_asked_for_once_a_week(
    person: ContactFacts, contact: ProposedContact, answer: list[Said]
) -> None:
    assert said("DC-FREQ-2", person, contact) == answer


COPY = require(Duty.PLAN_COPY, "dc_plan_copy", ("due", "2026-11-27"))


@pytest.mark.parametrize(
    ("changes", "bound"),
    [
        ({}, True),
        ({"terms": LONG}, True),
        ({"terms": SHORT}, False),
        ({"product": "mortgage"}, False),
        ({"product": "direct_auto"}, False),
        ({"product": "auto"}, True),
    ],
)
def test_it_leaves_out_mortgages_direct_car_loans_and_the_first_thirty_days(
    changes: dict[str, object], bound: bool
) -> None:
    notices = Notices(plan_copy_due_at=NOON + 3 * DAY)
    full = here(*CALLS, made(DAY), *MESSAGES, made(DAY, SMS), notices=notices, consents=(), **changes)
    assert said("DC-FREQ-1", full, CALL) == ([CALLS_CAPPED] if bound else [])
    assert said("DC-FREQ-2", full, proposed()) == ([MESSAGES_CAPPED, none(SMS)] if bound else [])
    assert said("DC-PLAN-1", full, CALL, pack="us_dc") == ([COPY] if bound else [])


def test_a_copy_of_the_plan_is_owed_while_it_is_due() -> None:
    assert said("DC-PLAN-1", here(), CALL, pack="us_dc") == []
    owed = here(notices=Notices(plan_copy_due_at=NOON + 3 * DAY))
    assert said("DC-PLAN-1", owed, reply(), pack="us_dc") == []
    full = replace(owed, attempts=(*CALLS, *CALLS), consents=())
    rules = ("DC-FREQ-1", "DC-FREQ-2", "DC-PLAN-1")
    fired = [each for contact in (CALL, proposed()) for rule in rules for each in found(rule, full, contact)]
    assert [each.citation for each in fired if each.pack == "us_dc 2026.1"] == ["D.C. Code 28-3814"] * 4
