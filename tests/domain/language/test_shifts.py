"""How far a day is moved: counted from the day that is spoken of, never from today."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.dates.shifts import shift_in
from arrears.domain.language.read import read
from arrears.domain.language.script.fold import fold
from arrears.domain.money import Currency
from arrears.domain.people import Language

DAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("can I pay it ten days later please", date(2026, 4, 10)),
        ("a week later", date(2026, 4, 7)),
        ("push it back a week", date(2026, 4, 7)),
        ("can we move my payment out two weeks", date(2026, 4, 14)),
        ("I need another week", date(2026, 4, 7)),
        ("another 10 days", date(2026, 4, 10)),
        ("can I have 3 more days", date(2026, 4, 3)),
        ("an extra month", date(2026, 4, 30)),
        ("I'll be 5 days late", date(2026, 4, 5)),
        ("can I pay 3 days early", date(2026, 3, 28)),
        ("bring it forward a week", date(2026, 3, 24)),
        ("晚十天", date(2026, 4, 10)),
        ("能不能晚一周还", date(2026, 4, 7)),
        ("再宽限一个礼拜", date(2026, 4, 7)),
        ("往后推五天", date(2026, 4, 5)),
        ("推迟一个月", date(2026, 4, 30)),
        ("提前三天还", date(2026, 3, 28)),
    ],
)
def test_a_distance_is_counted_from_the_day(text: str, expected: date) -> None:
    shift = shift_in(fold(text))
    assert shift is not None
    assert not shift.wished
    assert shift.counted(DAY) == expected


@pytest.mark.parametrize("text", ["give me ten days", "I need 10 days", "给我十天"])
def test_time_that_is_wished_for_may_begin_today(text: str) -> None:
    shift = shift_in(fold(text))
    assert shift is not None
    assert shift.wished


@pytest.mark.parametrize(
    "text",
    [
        "in ten days",
        "ten days from now",
        "10 days",
        "a few days later",
        "I was 10 days late",
        "I already paid 3 days early",
        "I need 12 more months to pay it off",
        "push it to the 20th",
        "another day",
        "十天后还",
        "晚几天",
        "已经晚十天了",
        "最晚十天",
        "拖了十天",
        "推迟到20号",
        "提前还2000",
    ],
)
def test_what_is_counted_from_today_or_told_is_no_distance(text: str) -> None:
    assert shift_in(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I can't make the 16th, I need another week", Language.EN),
        ("16号还不了，晚一周行吗", Language.ZH),
    ],
)
def test_from_a_day_in_the_same_words_it_is_counted_at_once(text: str, language: Language) -> None:
    currency = Currency.USD if language is Language.EN else Currency.CNY
    found = read(text, language=language, today=date(2026, 3, 2), currency=currency)
    assert [each.on for each in found.dates] == [date(2026, 3, 23)]
