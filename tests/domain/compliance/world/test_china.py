"""Mainland China: hours, effective and unanswered calls, relatives, plans, complaints, duties, exports."""

from datetime import datetime, timedelta

import pytest

from arrears.domain.cases import Purpose, SpecialStatus
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted, Lifts, Said
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    ProposedContact,
    Spot,
)
from arrears.domain.compliance.rule import Applies
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow
from tests.builders.compliance import SHANGHAI, at, attempt, chinese, in_china, packs, withdrawal
from tests.builders.findings import applies, found
from tests.domain.compliance.world.given import (
    allowed,
    calls,
    deferred,
    denied,
    line,
    said,
)

S = SpecialStatus
Call = CallOutcome
NOW = at("2026-11-24 12:00", SHANGHAI)
TOMORROW = at("2026-11-25 00:00", SHANGHAI)
ZONES = ("zones", SHANGHAI)
WINDOW = ("window", "08:00-22:00")
CALL = chinese(channel=Channel.VOICE)


@pytest.mark.parametrize(
    ("wall", "verdict"),
    [
        ("2026-11-24 07:59:59", deferred("window_closed", at("2026-11-24 08:00", SHANGHAI), ZONES, WINDOW)),
        ("2026-11-24 08:00", allowed("window_open", at("2026-11-24 22:00", SHANGHAI), ZONES, WINDOW)),
        ("2026-11-24 21:59:59", allowed("window_open", at("2026-11-24 22:00", SHANGHAI), ZONES, WINDOW)),
        ("2026-11-24 22:00", deferred("window_closed", at("2026-11-25 08:00", SHANGHAI), ZONES, WINDOW)),
    ],
)
def test_nothing_is_collected_from_22_to_8(wall: str, verdict: Said) -> None:
    assert said("CN-TIME", in_china(), chinese(), at(wall, SHANGHAI)) == [verdict]


def test_hours_that_were_agreed_widen_the_window() -> None:
    late = DailyWindow(datetime(2026, 1, 1, 22).time(), datetime(2026, 1, 1, 23).time())  # noqa: DTZ001
    person = in_china(agreed=(late,))
    inside, after = at("2026-11-24 22:59:59", SHANGHAI), at("2026-11-24 23:00", SHANGHAI)
    assert said("CN-TIME", person, chinese(), inside) == [allowed("hours_agreed", after, ZONES, WINDOW)]
    eight = at("2026-11-25 08:00", SHANGHAI)
    assert said("CN-TIME", person, chinese(), after) == [deferred("window_closed", eight, ZONES, WINDOW)]


def test_hours_and_places_that_were_named_are_avoided() -> None:
    noon = DailyWindow(datetime(2026, 1, 1, 12).time(), datetime(2026, 1, 1, 13).time())  # noqa: DTZ001
    person = in_china(inconvenient=(noon,))
    one = at("2026-11-24 13:00", SHANGHAI)
    named = ("hours", "12:00-13:00")
    assert said("CN-TIME-P", person, chinese(), NOW) == [deferred("hour_avoided", one, named)]
    ends = at("2026-11-25 12:00", SHANGHAI)
    assert said("CN-TIME-P", person, chinese(), one) == [allowed("outside_avoided_hours", ends, named)]
    at_work = line(in_china(employer_prohibits=True), spot=Spot.WORK)
    refusal = denied("employer_forbids", lifts=Lifts.OTHER_CHANNEL)
    assert said("P-PLACE-1", at_work, chinese(), NOW) == [refusal]


@pytest.mark.parametrize("purpose", [Purpose.COMMERCIAL, Purpose.CONSUMER])
def test_sole_traders_loans_are_bound_as_consumers_are(purpose: Purpose) -> None:
    assert applies("china", in_china(purpose=purpose), chinese(), NOW) == Applies(
        True, "lives_or_number_in_country"
    )
    assert isinstance(decide_now(chinese(), purpose=purpose), Granted)


def test_a_zone_alone_is_enough_and_no_sign_of_china_is_not() -> None:
    travelling = in_china(country="SG", number_country="SG", zones=("Asia/Singapore", "Asia/Urumqi"))
    assert applies("china", travelling, chinese(), NOW) == Applies(True, "may_be_in_country")
    elsewhere = in_china(country="SG", number_country="SG", zones=("Asia/Singapore",))
    assert applies("china", elsewhere, chinese(), NOW) == Applies(False, "elsewhere")
    assert said("CN-TIME", travelling, chinese(), NOW)[0].used[0] == (
        "zones",
        "Asia/Shanghai, Asia/Singapore, Asia/Urumqi",
    )


def decide_now(contact: ProposedContact, **changes: object) -> object:
    return decide(packs(), in_china(**changes), contact, NOW)


FIVE = (Call.UNANSWERED, Call.BUSY, Call.VOICEMAIL, Call.NO_MESSAGE, Call.DECLINED)
CAPPED = deferred("calls_capped", TOMORROW, ("limit", "3"), ("days", "1"), ZONES)
UNANSWERED = deferred("unanswered_capped", TOMORROW, ("limit", "6"), ("days", "1"), ZONES)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (calls(Call.TALKED, Call.TALKED), []),
        (calls(Call.TALKED, Call.TALKED, Call.TALKED), [CAPPED]),
        (calls(Call.TALKED, Call.DROPPED, None), [CAPPED]),
        (calls(Call.TALKED, Call.TALKED, Call.UNANSWERED), []),
        (
            calls(
                Call.TALKED,
                Call.TALKED,
                Call.VOICEMAIL,
                Call.NO_MESSAGE,
                Call.BUSY,
                Call.DECLINED,
                Call.NOT_IN_SERVICE,
            ),
            [],
        ),
        (calls(Call.UNANSWERED, Call.UNANSWERED, Call.UNANSWERED, talked=True), [CAPPED]),
        (calls(Call.TALKED, Call.TALKED, Call.TALKED, case_id="case-2", point_id="point-2"), [CAPPED]),
        (calls(Call.TALKED, Call.TALKED, Call.TALKED, by_us=False), []),
        (calls(Call.TALKED, Call.TALKED, Call.TALKED, counts=False), []),
        (calls(Call.TALKED, Call.TALKED, Call.TALKED, channel=Channel.SMS), []),
    ],
)
def test_three_effective_calls_a_day_reach_the_debtor(made: tuple[Attempt, ...], says: list[Said]) -> None:
    assert said("CN-FREQ-1", in_china(attempts=made), CALL, NOW) == says


def test_the_day_after_starts_a_new_count() -> None:
    made = calls(Call.TALKED, Call.TALKED, Call.TALKED)
    assert said("CN-FREQ-1", in_china(attempts=made), CALL, TOMORROW - timedelta(seconds=1)) == [CAPPED]
    assert said("CN-FREQ-1", in_china(attempts=made), CALL, TOMORROW) == []
    assert said("CN-FREQ-1", in_china(attempts=made), chinese(), NOW) == []


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (calls(*FIVE), []),
        (calls(*FIVE, Call.NOT_IN_SERVICE), [UNANSWERED]),
        (calls(*FIVE, None), [UNANSWERED]),
        (calls(*FIVE, Call.TALKED), []),
        (calls(*FIVE, Call.DROPPED), []),
        (calls(*FIVE) + calls(Call.UNANSWERED, talked=True), []),
        (calls(*FIVE) + calls(Call.UNANSWERED, point_id="point-2"), []),
        (calls(*FIVE) + calls(Call.UNANSWERED, point_id=None), [UNANSWERED]),
        (calls(*FIVE) + calls(Call.UNANSWERED, channel=Channel.SMS), []),
    ],
)
def test_six_unanswered_calls_a_day_go_to_one_number(made: tuple[Attempt, ...], says: list[Said]) -> None:
    assert said("CN-FREQ-2", in_china(attempts=made), CALL, NOW) == says


@pytest.mark.parametrize(
    ("days", "limit", "per", "until"),
    [((0,), "1", "1", "2026-11-25"), ((1, 2), None, None, None), ((1, 2, 6), "3", "7", "2026-11-25")],
)
def test_texts_have_the_houses_own_caps(
    days: tuple[int, ...], limit: str | None, per: str | None, until: str | None
) -> None:
    sent = tuple(attempt(NOW - timedelta(days=ago)) for ago in days)
    says = said("CN-FREQ-P", in_china(attempts=sent), chinese(), NOW)
    if limit is None or per is None or until is None:
        assert says == []
    else:
        when = at(f"{until} 00:00", SHANGHAI)
        assert says == [deferred("texts_capped", when, ("limit", limit), ("days", per), ZONES)]


def test_calls_and_texts_need_consent_and_end_with_it() -> None:
    missing = denied("no_consent", ("channel", "sms"), lifts=Lifts.CONSENT)
    assert said("CN-ROBOT", in_china(consents=()), chinese(), NOW) == [missing]
    assert said("CN-ROBOT", in_china(consents=()), chinese(channel=Channel.WEB), NOW) == []
    on_file = allowed("consent_on_file", None, ("date", "2025-06-01"))
    assert said("CN-ROBOT", in_china(), chinese(), NOW) == [on_file]
    stop = denied("person_said_stop", ("date", "2026-11-24"), lifts=Lifts.CONSENT)
    stopped = in_china(consents=(withdrawal(Channel.SMS),))
    assert said("CN-ROBOT", stopped, chinese(), NOW) == [stop]
    assert said("CN-ROBOT", stopped, chinese(purpose=ContactPurpose.CRISIS), NOW) == []
    assert said("CN-ROBOT", stopped, chinese(channel=Channel.EMAIL), NOW) == [
        denied("no_consent", ("channel", "email"), lifts=Lifts.CONSENT)
    ]


def test_every_rule_cites_what_it_comes_from() -> None:
    (time,) = found("CN-TIME", in_china(), chinese(), NOW)
    assert time.citation == "GB/T 45251-2025; China Banking Association guideline, 30 January 2026"
    assert time.pack == "china 2026.2"
