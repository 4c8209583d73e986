"""The European Union's notice of transfer and forbearance; the United Kingdom's week, disputes and plans."""

from datetime import datetime, time, timedelta

import pytest

from arrears.domain.cases import Purpose, SpecialStatus
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import ActKind, ContactFacts, ProposedAct, Standing
from arrears.domain.outreach import ContactPurpose
from arrears.domain.times import DailyWindow
from tests.builders.compliance import DAY, at, proposed, reply
from tests.builders.findings import found
from tests.domain.compliance.world.given import (
    TEXT,
    allowed,
    deferred,
    denied,
    living,
    noon,
    notices,
    referred,
    said,
    terms,
    told_of,
)

S = SpecialStatus
LONDON = "Europe/London"
SECOND = timedelta(seconds=1)
NOW = noon("DE")
COLLECT = ProposedAct(ActKind.COLLECT)
UNSENT = denied("transfer_not_notified", lifts=Lifts.NOTICE_SENT, missing="notices.transfer_notice_at")


def test_where_the_zone_is_not_known_londons_counts() -> None:
    now = noon("GB")
    open_until = allowed("day_hours_open", at("2026-11-24 20:00", LONDON), ("zones", LONDON))
    assert said("UK-TIME", living("GB", zones=()), TEXT, now) == [open_until]


@pytest.mark.parametrize(
    ("sent_at", "says"),
    [
        (None, [UNSENT]),
        (NOW + SECOND, [denied("transfer_not_notified", lifts=Lifts.NOTICE_SENT)]),
        (NOW, []),
    ],
)
def test_after_a_transfer_the_notice_comes_first(sent_at: datetime | None, says: list[Said]) -> None:
    bought = notices(terms(living("DE"), transferred=True), transfer_notice_at=sent_at)
    assert said("EU-NPL", bought, TEXT, NOW) == says
    assert said("EU-NPL", bought, proposed(purpose=ContactPurpose.NOTICE), NOW) == []
    assert said("EU-NPL", terms(bought, transferred=False), TEXT, NOW) == []


FIRST = referred("forbearance_first")
FROM = at("2026-11-20 00:00", "UTC")


def _consumer(country: str = "FR", **changes: object) -> ContactFacts:
    return living("DE", country=country, purpose=Purpose.CONSUMER, **changes)


@pytest.mark.parametrize(
    ("person", "now", "says"),
    [
        (_consumer(standing=(Standing(S.HARDSHIP),)), FROM, [FIRST]),
        (_consumer(standing=(Standing(S.HARDSHIP),)), FROM - SECOND, []),
        (_consumer(standing=(Standing(S.HARDSHIP, until=FROM + SECOND),)), FROM, [FIRST]),
        (_consumer(standing=(Standing(S.HARDSHIP, until=FROM),)), FROM, []),
        (terms(_consumer(), intended=frozenset({"suit"})), FROM, [FIRST]),
        (terms(_consumer(), intended=frozenset({"credit_report"})), FROM, []),
        (_consumer(), FROM, []),
        (living("DE", standing=(Standing(S.HARDSHIP),)), FROM, []),
    ],
)
def test_forbearance_comes_before_enforcement(person: ContactFacts, now: datetime, says: list[Said]) -> None:
    assert said("EU-CCD2", person, TEXT, now) == says
    assert told_of("EU-CCD2", COLLECT, person, now) == says
    assert said("EU-CCD2", person, reply(), now) == []
    assert told_of("EU-CCD2", ProposedAct(ActKind.FURNISH), person, now) == []


ZONES = ("zones", LONDON)
MEMBERS = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


@pytest.mark.parametrize("country", MEMBERS.split())
def test_every_member_state_is_bound(country: str) -> None:
    assert [each.reason for each in said("P-WINDOW-1", _consumer(country), TEXT, NOW)] == ["window_open"]


@pytest.mark.parametrize(
    ("day", "opens", "closes", "then"),
    [
        ("2026-11-27", "08:00", "20:00", "2026-11-28 08:00"),  # a Friday
        ("2026-11-28", "08:00", "20:00", "2026-11-29 09:00"),
        ("2026-11-29", "09:00", "17:00", "2026-11-30 08:00"),
        ("2026-11-30", "08:00", "20:00", "2026-12-01 08:00"),
    ],
)
def test_the_british_week_has_its_own_sunday(day: str, opens: str, closes: str, then: str) -> None:
    morning, evening = at(f"{day} {opens}", LONDON), at(f"{day} {closes}", LONDON)
    person = living("GB")
    assert said("UK-TIME", person, TEXT, morning - SECOND) == [deferred("day_hours_closed", morning, ZONES)]
    assert said("UK-TIME", person, TEXT, morning) == [allowed("day_hours_open", evening, ZONES)]
    assert said("UK-TIME", person, TEXT, evening - SECOND) == [allowed("day_hours_open", evening, ZONES)]
    later = deferred("day_hours_closed", at(then, LONDON), ZONES)
    assert said("UK-TIME", person, TEXT, evening) == [later]
    assert found("UK-TIME", person, TEXT, evening)[0].citation == "house policy, after CONC 7.9.4R"


def test_the_day_of_the_week_is_the_one_in_every_zone() -> None:
    # Sunday evening in London is already Monday in Singapore, and the other way round in the morning.
    both = living("GB", zones=(LONDON, "Asia/Singapore"))
    sunday = at("2026-11-29 09:00", LONDON)  # 17:00 on Sunday in Singapore: closed there
    opens = at("2026-11-30 08:00", LONDON)  # 16:00 on Monday in Singapore
    named = ("zones", f"{LONDON}, Asia/Singapore")
    closes = at("2026-11-30 20:00", "Asia/Singapore")
    assert said("UK-TIME", both, TEXT, sunday) == [deferred("day_hours_closed", opens, named)]
    assert said("UK-TIME", both, TEXT, opens) == [allowed("day_hours_open", closes, named)]


def test_places_without_a_common_hour_are_refused() -> None:
    apart = living("GB", zones=(LONDON, "Pacific/Fiji"))
    named = ("zones", f"{LONDON}, Pacific/Fiji")
    sunday = at("2026-11-28 22:00", LONDON)
    assert said("UK-TIME", apart, TEXT, sunday) == [denied("no_known_hour", named, lifts=Lifts.OTHER_CHANNEL)]


def test_agreed_hours_widen_the_british_week() -> None:
    person = living("GB", agreed=(DailyWindow(time(20), time(21)),))
    eight, nine = at("2026-11-24 20:00", LONDON), at("2026-11-24 21:00", LONDON)
    agreed = allowed("day_hours_agreed", nine, ZONES, ("hours", "20:00-21:00"))
    assert said("UK-TIME", person, TEXT, eight) == [agreed]
    assert said("UK-TIME", person, TEXT, nine) == [
        deferred("day_hours_closed", at("2026-11-25 08:00", LONDON), ZONES)
    ]
    sunday = at("2026-11-29 17:00", LONDON)
    assert said("UK-TIME", person, TEXT, sunday) == [
        deferred("day_hours_closed", at("2026-11-29 20:00", LONDON), ZONES)
    ]


def test_agreed_hours_end_with_the_day_and_are_judged_anew() -> None:
    person = living("GB", agreed=(DailyWindow(time(22), time(2)),))
    midnight = at("2026-11-25 00:00", LONDON)
    named = ("hours", "22:00-02:00")
    assert said("UK-TIME", person, TEXT, midnight - SECOND) == [
        allowed("day_hours_agreed", midnight, ZONES, named)
    ]
    two = at("2026-11-25 02:00", LONDON)
    assert said("UK-TIME", person, TEXT, midnight) == [allowed("day_hours_agreed", two, ZONES, named)]


def test_an_open_dispute_suspends_recovery() -> None:
    refusal = [denied("dispute_open", lifts=Lifts.PERSON)]
    spoken = Standing(S.DISPUTE, noon("GB") - DAY, written=False, until=noon("GB") - SECOND)
    for person in (living("GB", statuses={S.DISPUTE}), living("GB", standing=(spoken,))):
        assert said("UK-DISP", person, TEXT, noon("GB")) == refusal
        assert told_of("UK-DISP", COLLECT, person, noon("GB")) == refusal
        assert said("UK-DISP", person, reply(), noon("GB")) == []
        assert told_of("UK-DISP", ProposedAct(ActKind.FURNISH), person, noon("GB")) == []
    assert said("UK-DISP", living("GB"), TEXT, noon("GB")) == []
    assert told_of("UK-DISP", COLLECT, living("GB"), noon("GB")) == []


TOLD = noon("GB")
THIRTY = ("days", "30")


@pytest.mark.parametrize(
    ("until", "ends"),
    [
        (None, TOLD + 30 * DAY),
        (TOLD + 10 * DAY, TOLD + 30 * DAY),
        (TOLD + 45 * DAY, TOLD + 45 * DAY),
        (TOLD + 90 * DAY, TOLD + 60 * DAY),
    ],
)
def test_recovery_rests_while_an_adviser_makes_a_plan(until: datetime | None, ends: datetime) -> None:
    advised = living("GB", standing=(Standing(S.DEBT_ADVISER, TOLD, until=until),))
    assert said("UK-PLAN", advised, TEXT, TOLD) == [deferred("plan_in_the_making", ends, THIRTY)]
    assert said("UK-PLAN", advised, TEXT, ends - SECOND) == [deferred("plan_in_the_making", ends, THIRTY)]
    assert said("UK-PLAN", advised, TEXT, ends) == []
    assert said("UK-PLAN", advised, reply(), TOLD) == []


def test_an_adviser_since_nobody_knows_when_is_for_a_person_to_clear() -> None:
    unknown = living("GB", standing=(Standing(S.DEBT_ADVISER),))
    refusal = denied("plan_in_the_making", THIRTY, lifts=Lifts.PERSON, missing="standing.at")
    assert said("UK-PLAN", unknown, TEXT, TOLD) == [refusal]
    assert said("UK-PLAN", living("GB"), TEXT, TOLD) == []
