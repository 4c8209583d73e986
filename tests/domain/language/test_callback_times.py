"""When somebody wants to be called instead, on their own clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from arrears.domain.language.times.callback_times import SOME_TIME, wished_call
from arrears.domain.people import Language

NOW = datetime(2026, 3, 2, 11, 15, tzinfo=ZoneInfo("America/New_York"))
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "language", "days", "clock"),
    [
        ("call me at 6", Language.EN, 0, "18:00"),
        ("six", Language.EN, 0, "18:00"),
        ("six thirty please", Language.EN, 0, "18:30"),
        ("at 10 in the morning", Language.EN, 1, "10:00"),
        ("tomorrow at noon", Language.EN, 1, "12:00"),
        ("tomorrow", Language.EN, 1, "11:15"),
        ("this evening", Language.EN, 0, "18:00"),
        ("friday after 5", Language.EN, 4, "17:00"),
        ("eight", Language.EN, 1, "08:00"),
        ("in half an hour", Language.EN, 0, "11:45"),
        ("in an hour", Language.EN, 0, "12:15"),
        ("in twenty minutes", Language.EN, 0, "11:35"),
        ("ten past six in the evening", Language.EN, 0, "18:10"),
        ("twenty to five", Language.EN, 0, "16:40"),
        ("friday afternoon", Language.EN, 4, "15:00"),
        ("later this afternoon", Language.EN, 0, "15:00"),
        ("first thing tomorrow", Language.EN, 1, "09:00"),
        ("after lunch", Language.EN, 0, "13:00"),
        ("at the end of the day", Language.EN, 0, "17:00"),
        ("later today", Language.EN, 0, "13:15"),
        ("next week sometime", Language.EN, 7, "11:15"),
        ("over the weekend in the morning", Language.EN, 5, "10:00"),
        ("next week on tuesday", Language.EN, 8, "11:15"),
        ("下周再打", Language.ZH, 7, "11:15"),
        ("周末上午", Language.ZH, 5, "10:00"),
        ("today at nine", Language.EN, 1, "09:00"),
        ("in a bit", Language.EN, 0, "13:15"),
        ("in an hour and a half", Language.EN, 0, "12:45"),
        ("in two and a half hours", Language.EN, 0, "13:45"),
        ("in a couple of hours", Language.EN, 0, "13:15"),
        ("half an hour", Language.EN, 0, "11:45"),
        ("um maybe an hour or so", Language.EN, 0, "12:15"),
        ("give me ten minutes", Language.EN, 0, "11:25"),
        ("an hour from now", Language.EN, 0, "12:15"),
        ("at 5 15", Language.EN, 0, "17:15"),
        ("ring me at five oh five", Language.EN, 0, "17:05"),
        ("five fifteen", Language.EN, 0, "17:15"),
        ("five thirty ish", Language.EN, 0, "17:30"),
        ("at six twenty five", Language.EN, 0, "18:25"),
        ("no actually make it seven", Language.EN, 0, "19:00"),
        ("六点以后", Language.ZH, 0, "18:00"),
        ("明早", Language.ZH, 1, "10:00"),
        ("明晚", Language.ZH, 1, "18:00"),
        ("吃完饭再打", Language.ZH, 0, "13:00"),
        ("过一会儿再打", Language.ZH, 0, "13:15"),
        ("一个半小时以后", Language.ZH, 0, "12:45"),
        ("一刻钟以后", Language.ZH, 0, "11:30"),
        ("差一刻六点", Language.ZH, 0, "17:45"),
        ("差十分六点", Language.ZH, 0, "17:50"),
        ("五点过十分", Language.ZH, 0, "17:10"),
        ("晚上八点半", Language.ZH, 0, "20:30"),
        ("明天上午", Language.ZH, 1, "10:00"),
        ("周五下午三点", Language.ZH, 4, "15:00"),
        ("两个小时以后", Language.ZH, 0, "13:15"),
        ("半小时后", Language.ZH, 0, "11:45"),
    ],
)
def test_the_time_that_is_named_is_the_next_one(text: str, language: Language, days: int, clock: str) -> None:
    wished = wished_call(text, language=language, now=NOW)
    assert wished is not None
    assert (f"{wished:%H:%M}", (wished.date() - NOW.date()).days) == (clock, days)
    assert wished.tzinfo is NOW.tzinfo


@pytest.mark.parametrize(
    ("text", "language"), [("call me later", Language.EN), ("晚点再打", Language.ZH), ("等会儿", Language.ZH)]
)
def test_later_is_some_time_from_now(text: str, language: Language) -> None:
    assert wished_call(text, language=language, now=NOW) == NOW + SOME_TIME


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no thanks",
        "i don't know",
        "好的",
        "不知道",
        "six hundred",
        "i waited an hour",
        "no two fifty a month",
    ],
)
def test_no_time_is_made_up(text: str) -> None:
    assert wished_call(text, language=Language.EN, now=NOW) is None


def test_the_very_minute_is_over() -> None:
    at_six = NOW.replace(hour=18, minute=0)
    assert wished_call("at six pm", language=Language.EN, now=at_six) == at_six + timedelta(days=1)
    before = at_six - timedelta(minutes=1)
    assert wished_call("at six pm", language=Language.EN, now=before) == at_six


@pytest.mark.parametrize(
    ("text", "days", "clock"),
    [
        ("call me at eight", 0, "20:00"),
        ("eight thirty", 0, "20:30"),
        ("tomorrow at eight", 1, "08:00"),
        ("at eight in the morning", 1, "08:00"),
        ("at nine", 1, "09:00"),
    ],
)
def test_eight_is_eight_in_the_evening_where_it_is_said_after_noon(text: str, days: int, clock: str) -> None:
    afternoon = NOW.replace(hour=17)
    wished = wished_call(text, language=Language.EN, now=afternoon)
    assert wished is not None
    assert (f"{wished:%H:%M}", (wished.date() - NOW.date()).days) == (clock, days)
