"""Massachusetts: two calls and texts a week, none at work after a wish, and days in the strictest zone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    Consent,
    Line,
    ProposedContact,
)
from arrears.domain.compliance.rule import defer, deny
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel, Spot
from tests.builders.compliance import (
    DAY,
    LOS_ANGELES,
    NEW_YORK,
    NOON,
    at,
    consent,
    proposed,
    reply,
    withdrawal,
)
from tests.builders.findings import said
from tests.domain.compliance.us_states.given import AT_WORK, CALL, EAST, SECOND, WEEK, calls, in_boston


@pytest.mark.parametrize(
    ("other", "capped"),
    [
        (calls(WEEK), True),
        (calls(WEEK + SECOND), False),
        (calls(DAY, channel=Channel.SMS), True),
        (calls(DAY, channel=Channel.EMAIL), False),
        (calls(DAY, channel=Channel.LETTER), False),
        (calls(DAY, outcome=CallOutcome.NO_MESSAGE), True),
        (calls(DAY, outcome=CallOutcome.VOICEMAIL), True),
        (calls(DAY, outcome=CallOutcome.DECLINED), True),
        (calls(DAY, outcome=CallOutcome.DROPPED), True),
        (calls(DAY, outcome=CallOutcome.UNANSWERED), True),
        (calls(DAY, outcome=CallOutcome.UNANSWERED, automated=False), False),
        (calls(DAY, outcome=CallOutcome.BUSY), False),
        (calls(DAY, outcome=CallOutcome.NOT_IN_SERVICE), False),
        (calls(DAY, case_id="case-2"), False),
        (calls(DAY, case_id="case-2", other_cases=frozenset({"case-1"})), True),
        (calls(DAY, spot=Spot.WORK), False),
        (calls(DAY, spot=Spot.HOME), True),
        (calls(DAY, purpose=ContactPurpose.REPLY), False),
        (calls(DAY, by_us=False), False),
    ],
)
@pytest.mark.parametrize("contact", [CALL, proposed()])
def test_two_calls_and_texts_about_a_debt_in_seven_days(
    other: tuple[Attempt, ...], capped: bool, contact: ProposedContact
) -> None:
    person = in_boston(attempts=(*calls(WEEK), *other))
    until = at("2026-11-25 00:00")
    told = defer("ma_personal_capped", until, ("limit", 2), ("days", 7), EAST)
    assert said("MA-FREQ-1", person, contact) == ([told] if capped else [])


def test_the_cap_leaves_answers_other_media_and_the_place_of_work_alone() -> None:
    person = in_boston(attempts=calls(DAY, DAY), inbound_at=NOON)
    for contact in (reply(), proposed(channel=Channel.EMAIL), proposed(purpose=ContactPurpose.NOTICE)):
        assert said("MA-FREQ-1", person, contact) == []
    assert said("MA-FREQ-1", replace(person, line=AT_WORK), CALL) == []
    assert len(said("MA-FREQ-1", replace(person, line=Line(spot=Spot.HOME)), CALL)) == 1


def test_days_are_eastern_where_no_zone_is_known_and_the_strictest_where_several_are() -> None:
    two = calls(DAY, DAY)
    (unknown,) = said("MA-FREQ-1", in_boston(attempts=two, zones=()), CALL)
    assert unknown.used == (("limit", "2"), ("days", "7"), EAST)
    (several,) = said("MA-FREQ-1", in_boston(attempts=two, zones=(NEW_YORK, LOS_ANGELES)), CALL)
    assert several.until == at("2026-11-30 00:00", LOS_ANGELES)


MONTH = NOON - at("2026-10-26 00:00")


@pytest.mark.parametrize(
    ("other", "capped"),
    [
        (calls(MONTH, spot=Spot.WORK), True),
        (calls(MONTH + SECOND, spot=Spot.WORK), False),
        (calls(DAY, spot=Spot.WORK, channel=Channel.SMS), True),
        (calls(DAY, spot=Spot.WORK, channel=Channel.EMAIL), False),
        (calls(DAY, spot=Spot.WORK, outcome=CallOutcome.UNANSWERED), True),
        (calls(DAY, spot=Spot.WORK, outcome=CallOutcome.UNANSWERED, automated=False), False),
        (calls(DAY, spot=Spot.HOME), False),
        (calls(DAY), False),
        (calls(DAY, spot=Spot.WORK, case_id="case-2"), False),
    ],
)
def test_two_calls_and_texts_to_work_in_thirty_days(other: tuple[Attempt, ...], capped: bool) -> None:
    attempts = (*calls(MONTH, spot=Spot.WORK), *other)
    until = at("2026-11-25 00:00")
    told = defer("ma_work_capped", until, ("limit", 2), ("days", 30), EAST)
    assert said("MA-FREQ-2", in_boston(line=AT_WORK, attempts=attempts), CALL) == ([told] if capped else [])
    assert said("MA-FREQ-2", in_boston(line=Line(spot=Spot.HOME), attempts=attempts), CALL) == []
    unknown = in_boston(line=AT_WORK, attempts=attempts, zones=())
    assert said("MA-FREQ-2", unknown, CALL) == ([told] if capped else [])


def wish(ago: timedelta, **changes: object) -> Consent:
    entry = replace(withdrawal(None, NOON - ago), spot=Spot.WORK, written=False)
    return replace(entry, **changes)


TEN, SEVEN = timedelta(days=10), timedelta(days=7)
FOR_GOOD = deny("ma_not_at_work", ("date", "2026-11-14"), lifts=Lifts.CONSENT)


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        (wish(TEN - SECOND), [defer("ma_not_at_work_for_now", NOON + SECOND, ("days", 10))]),
        (wish(TEN), []),
        (wish(TEN, written=True), [FOR_GOOD]),
        (wish(TEN, confirmed_at=NOON - TEN + SEVEN), [FOR_GOOD]),
        (wish(TEN, confirmed_at=NOON - TEN + SEVEN + SECOND), []),
        (wish(TEN, spot=None, written=True), []),
        (wish(TEN, spot=Spot.HOME, written=True), []),
    ],
)
def test_a_wish_not_to_be_called_at_work_holds_ten_days_and_for_good_once_written(
    entry: Consent, answer: list[Said]
) -> None:
    assert said("MA-FREQ-2", in_boston(line=AT_WORK, consents=(consent(), entry)), CALL) == answer


def test_the_wish_is_about_work_and_until_a_later_consent() -> None:
    entries = (consent(), wish(DAY, written=True))
    assert said("MA-FREQ-2", in_boston(line=Line(spot=Spot.HOME), consents=entries), CALL) == []
    again = (*entries, consent(None, NOON))
    assert said("MA-FREQ-2", in_boston(line=AT_WORK, consents=again), CALL) == []
