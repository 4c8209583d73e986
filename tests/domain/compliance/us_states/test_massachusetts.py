"""Massachusetts: nobody else in the household, Eastern hours, validation, and callers with a name."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import (
    Consent,
    ContactFacts,
    Notices,
    ProposedContact,
    Recipient,
    Standing,
)
from arrears.domain.compliance.rule import allow, defer, deny, require
from arrears.domain.people import Channel, Spot
from arrears.domain.times import DailyWindow
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    at,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import found, said
from tests.domain.compliance.us_states.given import AT_WORK, CALL, EAST, calls, in_boston

TOLD = deny("ma_household", lifts=Lifts.NEVER)


@pytest.mark.parametrize(
    ("recipient", "speaks", "refused"),
    [
        (Recipient.SPOUSE, False, True),
        (Recipient.SPOUSE, True, True),
        (Recipient.OTHER, False, False),
        (Recipient.OTHER, True, True),
        (Recipient.PERSON, True, False),
        (Recipient.ATTORNEY, True, False),
    ],
)
@pytest.mark.parametrize("make", [proposed, reply])
def test_nobody_else_in_the_household_learns_of_the_debt(
    recipient: Recipient, speaks: bool, refused: bool, make: object
) -> None:
    contact = make(recipient=recipient, speaks_of_debt=speaks, channel=Channel.LETTER)
    assert said("MA-HH-1", in_boston(inbound_at=NOON), contact) == ([TOLD] if refused else [])


HOURS = EAST, ("window", "08:00-21:00")


@pytest.mark.parametrize(
    ("now", "answer"),
    [
        (at("2026-11-24 07:59:59"), defer("window_closed", at("2026-11-24 08:00"), *HOURS)),
        (at("2026-11-24 08:00"), allow("window_open", *HOURS, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 20:59:59"), allow("window_open", *HOURS, until=at("2026-11-24 21:00"))),
        (at("2026-11-24 21:00"), defer("window_closed", at("2026-11-25 08:00"), *HOURS)),
    ],
)
def test_the_hours_are_eastern_wherever_the_person_is_and_agreed_hours_do_not_widen_them(
    now: datetime, answer: Said
) -> None:
    night = DailyWindow(now.time(), now.replace(hour=(now.hour + 1) % 24).time())
    person = in_boston(zones=(LOS_ANGELES,), agreed=(night,))
    assert said("MA-HH-1", person, proposed(), now) == [answer]
    assert said("MA-HH-1", person, proposed(channel=Channel.EMAIL), now) == []


INITIAL = at("2026-11-17 12:00")  # a Tuesday; five weekdays later is Tuesday the 24th
DEBT = proposed(speaks_of_debt=True)
DUE = ("due", "2026-11-24")
IN_TIME = require(Duty.VALIDATION_NOTICE, "ma_validation_due", DUE)
LATE = deny("ma_validation_late", DUE, lifts=Lifts.NOTICE_SENT)


@pytest.mark.parametrize(
    ("notices", "contact", "now", "answer"),
    [
        (
            Notices(),
            DEBT,
            NOON,
            [require(Duty.VALIDATION_NOTICE, "ma_validation_due", ("due", "2026-12-01"))],
        ),
        (Notices(), proposed(), NOON, []),
        (
            Notices(initial_at=INITIAL),
            DEBT,
            at("2026-11-24 23:59:59"),
            [IN_TIME],
        ),
        (Notices(initial_at=INITIAL), DEBT, at("2026-11-25 00:00"), [LATE]),
        (Notices(initial_at=INITIAL), proposed(), at("2026-11-25 00:00"), []),
        (Notices(initial_at=INITIAL, validation_sent_at=INITIAL), DEBT, at("2026-11-25 00:00"), []),
        (Notices(initial_at=INITIAL), reply(speaks_of_debt=True), at("2026-11-25 00:00"), []),
    ],
)
def test_validation_goes_out_within_five_business_days(
    notices: Notices, contact: ProposedContact, now: datetime, answer: list[Said]
) -> None:
    assert said("MA-VAL-1", in_boston(notices=notices, inbound_at=now), contact, now) == answer


def test_the_days_of_validation_are_the_strictest_of_the_zones() -> None:
    notices = Notices(initial_at=at("2026-11-17 01:00"))  # still the 16th in Los Angeles
    now = at("2026-11-24 00:00")  # the 24th in New York alone
    person = in_boston(notices=notices, zones=(NEW_YORK, LOS_ANGELES))
    assert said("MA-VAL-1", person, DEBT, now) == [
        deny("ma_validation_late", ("due", "2026-11-23"), lifts=Lifts.NOTICE_SENT)
    ]
    unknown = in_boston(notices=notices, zones=())
    assert said("MA-VAL-1", unknown, DEBT, now) == [IN_TIME]


def disputed(**changes: object) -> ContactFacts:
    sent = Notices(validation_sent_at=INITIAL)
    return in_boston(
        standing=(Standing(SpecialStatus.DISPUTE, NOON, **changes),), notices=sent, inbound_at=NOON
    )


def test_a_written_dispute_stops_collection() -> None:
    stopped = deny("ma_disputed", lifts=Lifts.VERIFICATION_SENT)
    assert said("MA-VAL-1", disputed(), proposed()) == [stopped]
    assert said("MA-VAL-1", disputed(written=False), proposed()) == []
    assert said("MA-VAL-1", in_boston(statuses={SpecialStatus.HARDSHIP}), proposed()) == []
    assert said("MA-VAL-1", disputed(), reply()) == []


NAMED = Notices(registered_alias="Jordan M.")


@pytest.mark.parametrize(
    ("notices", "contact", "answer"),
    [
        (NAMED, CALL, [require(Duty.CALLER_NAME, "ma_caller_named")]),
        (
            Notices(),
            CALL,
            [deny("ma_alias_unknown", lifts=Lifts.FACT_KNOWN, missing="notices.registered_alias")],
        ),
        (Notices(), replace(CALL, automated=False), [require(Duty.CALLER_NAME, "ma_caller_named")]),
        (NAMED, proposed(), []),
        (NAMED, reply(channel=Channel.VOICE), []),
    ],
)
def test_a_caller_has_a_name_and_a_machine_a_registered_one(
    notices: Notices, contact: ProposedContact, answer: list[Said]
) -> None:
    assert said("MA-ID-1", in_boston(notices=notices, inbound_at=NOON), contact, pack="us_ma") == answer


def wish(ago: timedelta, **changes: object) -> Consent:
    entry = replace(withdrawal(None, NOON - ago), spot=Spot.WORK, written=False)
    return replace(entry, **changes)


FREQ = "940 CMR 7.04(1)(f); 209 CMR 18.16(1)(d)"
HOUSE = "house policy, after "


@pytest.mark.parametrize(
    ("rule", "person", "cites", "always"),
    [
        ("MA-FREQ-1", in_boston(attempts=calls(DAY, DAY)), [FREQ], True),
        (
            "MA-FREQ-2",
            in_boston(
                line=AT_WORK,
                attempts=calls(DAY, DAY, spot=Spot.WORK),
                consents=(wish(DAY),),
            ),
            [FREQ, "209 CMR 18.16(1)(c)"],
            True,
        ),
        ("MA-HH-1", in_boston(), ["940 CMR 7.05", "940 CMR 7.05"], False),
        ("MA-VAL-1", disputed(), ["940 CMR 7.08"], False),
        ("MA-VAL-1", in_boston(), ["940 CMR 7.08"], False),
        ("MA-ID-1", in_boston(), ["940 CMR 7.04(1)(d)"], False),
    ],
)
def test_creditors_have_their_own_law_which_third_parties_follow_as_policy(
    rule: str, person: ContactFacts, cites: list[str], always: bool
) -> None:
    call = replace(CALL, recipient=Recipient.SPOUSE, speaks_of_debt=True)
    assert [f.citation for f in found(rule, person, call, pack="us_ma")] == cites
    third = replace(person, debt=replace(person.debt, relationship=Relationship.THIRD_PARTY))
    told = cites if always else [f"{HOUSE}{cite}" for cite in cites]
    assert [f.citation for f in found(rule, third, call, pack="us_ma")] == told
