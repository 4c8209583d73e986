from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.calendar_files import calendar_file
from arrears.domain.ids import CaseId, PlanId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.domain.plans import Instalment, Plan

CATALOG = load_catalog(Path(__file__).parents[2] / "policy" / "messages")
AT = datetime(2026, 5, 4, 22, 30, tzinfo=timezone(timedelta(hours=-4)))


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


PLAN = Plan(
    id=PlanId("plan-1"),
    case_id=CaseId("case-1"),
    conversation_id=None,
    instalments=(
        Instalment(date(2026, 5, 8), usd(1_234_50)),
        Instalment(date(2026, 12, 31), usd(50_00)),
    ),
    frequency=None,
    left_due=usd(0),
    grace_days=3,
    authority_version="test",
    proposed_at=AT,
)


def unfolded(text: str) -> list[str]:
    """The content lines as RFC 5545 section 3.1 has a reader see them."""
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """Each event's properties by name, those of its alarm behind `alarm.`; escapes undone."""
    found: list[dict[str, str]] = []
    inner = ""
    for line in unfolded(text):
        name, _, value = line.partition(":")
        name = name.partition(";")[0]
        if line == "BEGIN:VEVENT":
            found.append({})
        elif line in ("BEGIN:VALARM", "END:VALARM"):
            inner = "alarm." if line.startswith("BEGIN") else ""
        elif found and name not in ("BEGIN", "END"):
            assert inner + name not in found[-1]
            for escape, meant in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
                value = value.replace(escape, meant)
            found[-1][inner + name] = value
    return found


def test_each_payment_is_an_all_day_event_with_an_alarm_on_the_day_before() -> None:
    first, last = events(calendar_file(CATALOG, Language.EN, PLAN, AT))
    assert first == {
        "UID": "plan-1-1@plans",
        "DTSTAMP": "20260505T023000Z",
        "DTSTART": "20260508",
        "DTEND": "20260509",
        "SUMMARY": "Planned payment 1 of 2",
        "DESCRIPTION": "$1,234.50",
        "TRANSP": "TRANSPARENT",
        "CLASS": "PRIVATE",
        "SEQUENCE": "0",
        "alarm.ACTION": "DISPLAY",
        "alarm.DESCRIPTION": "Planned payment 1 of 2",
        "alarm.TRIGGER": "-PT15H",
    }
    assert (last["UID"], last["DTSTART"], last["DTEND"]) == ("plan-1-2@plans", "20261231", "20270101")


def test_the_calendar_speaks_the_borrowers_language() -> None:
    text = calendar_file(CATALOG, Language.ZH, PLAN, AT)
    titles = [event["SUMMARY"] for event in events(text)]
    assert titles == ["计划付款，第1期，共2期", "计划付款，第2期，共2期"]
    assert "SUMMARY;LANGUAGE=zh-Hans:" in text


@pytest.mark.parametrize("language", list(Language))
def test_nothing_in_it_says_that_it_is_about_a_debt(language: Language) -> None:
    plan = replace(PLAN, review_on=date(2027, 1, 4))
    text = "\n".join(unfolded(calendar_file(CATALOG, language, plan, AT))).lower()
    english = ("debt", "owe", "arrears", "overdue", "past due", "loan", "collect")
    assert not any(word in text for word in (*english, "债", "欠", "逾期", "催", "贷", "还款"))


def test_a_pause_has_its_review_alone() -> None:
    pause = replace(PLAN, instalments=(), review_on=date(2026, 6, 3), kind=PlanType.PAUSE)
    (event,) = events(calendar_file(CATALOG, Language.EN, pause, AT))
    assert (event["UID"], event["DTSTART"]) == ("plan-1-review@plans", "20260603")
    assert "DESCRIPTION" not in event


def test_the_events_of_a_plan_that_was_replaced_are_cancelled() -> None:
    changed = replace(PLAN, id=PlanId("plan-2"), changes=PLAN.id)
    found = events(calendar_file(CATALOG, Language.EN, changed, AT, replaced=PLAN))
    assert [(event["UID"], event.get("STATUS"), event["SEQUENCE"]) for event in found] == [
        ("plan-1-1@plans", "CANCELLED", "1"),
        ("plan-1-2@plans", "CANCELLED", "1"),
        ("plan-2-1@plans", None, "0"),
        ("plan-2-2@plans", None, "0"),
    ]
    assert ["alarm.TRIGGER" in event for event in found] == [False, False, True, True]


def test_the_calendar_is_whole_and_names_its_version_once() -> None:
    lines = unfolded(calendar_file(CATALOG, Language.EN, PLAN, AT))
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert lines[1:5] == [
        "VERSION:2.0",
        "PRODID:-//Plans//Plan calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for part in ("VEVENT", "VALARM"):
        assert lines.count(f"BEGIN:{part}") == lines.count(f"END:{part}") == 2


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        calendar_file(CATALOG, Language.EN, PLAN, AT.replace(tzinfo=None))


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    st.sampled_from(list(Language)),
    st.integers(0, 10**8).map(lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)),
)
def test_no_line_is_longer_than_75_octets_and_any_text_is_read_back(
    name: str, language: Language, at: datetime
) -> None:
    plan = replace(PLAN, id=PlanId(name))
    text = calendar_file(CATALOG, language, plan, at)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    assert events(text)[0]["DTSTAMP"] == f"{at:%Y%m%dT%H%M%SZ}"
    if "\\" not in name:
        assert events(text)[0]["UID"] == f"{name}-1@plans"
