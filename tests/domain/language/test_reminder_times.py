"""The time of day at which somebody wants to be reminded, and times that are of something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.times.reminder_times import reminder_minute

ASKED = (
    ("remind me at 9", "09:00"),
    ("text me at 8:30am the day before", "08:30"),
    ("can you remind me at 6pm", "18:00"),
    ("pls send me a reminder at noon", "12:00"),
    ("i'd like my reminder at 10 am", "10:00"),
    ("set a reminder for 7pm", "19:00"),
    ("ping me at 5:15 pm the day before its due", "17:15"),
    ("remind me the night before at 8pm", "20:00"),
    ("9am reminder please", "09:00"),
    ("yes, reminder at 9:45", "09:45"),
    ("message me around 11", "11:00"),
    ("could u text me at half past nine", "09:30"),
    ("at 8am text me", "08:00"),
    ("remind me at 4", "16:00"),
    ("Would you please remind us at 3 p.m.?", "15:00"),
    ("friday at 10am remind me", "10:00"),
    ("text me the day before, at 9am", "09:00"),
    ("let me know at 7:30 in the evening", "19:30"),
    ("alert me at 14:00", "14:00"),
    ("remind me after 5pm", "17:00"),
    ("remind me at nine in the morning", "09:00"),
    ("reminders at 7pm work best", "19:00"),
    ("i can pay 200 on friday, remind me at 9am", "09:00"),
    ("i get up at 6am but remind me at 10am", "10:00"),
    ("shoot me a text at 6 pm", "18:00"),
    ("remind me at 8:30 pm", "20:30"),
    ("text me between 9 and 10am", "09:00"),
    ("早上九点提醒我", "09:00"),
    ("提前一天晚上八点提醒我", "20:00"),
    ("下午三点半发短信给我", "15:30"),
    ("麻烦提醒一下 上午十点", "10:00"),
    ("中午12点通知我", "12:00"),
    ("9点提醒", "09:00"),
    ("你们八点半发个短信提醒我一下", "08:30"),
    ("晚上7点提醒我还款", "19:00"),
    ("早上8:30提醒", "08:30"),
    ("到期前一天下午五点短信通知", "17:00"),
    ("明天早上十點提醒我", "10:00"),
    ("傍晚六点叫我一声", "18:00"),
    ("能不能上午九点一刻提醒我", "09:15"),
)
NOT_ASKED = (
    *(
        "",
        "9",
        "at 9",
        "9am",
        "call me at 9",
        "i can pay at 9am",
        "remind me",
        "remind me friday",
        "remind me on the 9th",
    ),
    *(
        "don't remind me at 9",
        "stop texting me at 6am",
        "why do you text me at 7am",
        "no reminders at 8am please",
    ),
    *(
        "you text me at 6am every day",
        "they text me at 9pm",
        "quit sending me a text at 7am",
        "remind me in the morning",
    ),
    *(
        "remind me how much i owe",
        "i get off work at 5, remind me",
        "remind me 9 days before",
        "remind me to pay 900",
    ),
    *(
        "text me before 9",
        "remind me at 9 or 10",
        "text me by 5pm",
        "i work 9 to 5",
        "i work till 5 so text me",
        "meet me at 9",
    ),
    *("never text me at 9am", "you already reminded me at 9"),
    *("i asked you not to text me at 9am", "u texted me at 3am", "remind me at 9am and 5pm"),
    *(
        "早上九点",
        "九点打电话给我",
        "提醒我",
        "周五提醒我",
        "别在早上六点提醒我",
        "不要晚上九点发短信",
        "为什么六点就发短信给我",
    ),
    *(
        "九点我在上班",
        "提醒我一下欠多少",
        "老是晚上十点发短信",
        "提前一天提醒我",
        "九点之前提醒我",
        "提醒我15号还五百",
    ),
    *(
        "早上九点或者十点提醒我",
        "昨天九点发短信给我的是谁",
        "取消九点的提醒",
        "凌晨一点发消息合适吗",
        "不用九点提醒我",
    ),
)


def _shown(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


@pytest.mark.parametrize(("text", "time"), ASKED)
def test_a_time_asked_for_with_a_reminder_is_read(text: str, time: str) -> None:
    assert _shown(reminder_minute(text)) == time


@pytest.mark.parametrize("text", NOT_ASKED)
def test_without_one_time_that_is_the_reminders_there_is_none(text: str) -> None:
    assert reminder_minute(text) is None


@given(st.text(max_size=60))
def test_any_text_gives_a_minute_of_the_day_or_none(text: str) -> None:
    minute = reminder_minute(text)
    assert minute is None or 0 <= minute < 24 * 60


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_printed_time_reads_back(hour: int, minute: int) -> None:
    half = "am" if hour < 12 else "pm"
    for space in ("", " "):
        assert (
            reminder_minute(f"remind me at {hour % 12 or 12}:{minute:02}{space}{half}") == hour * 60 + minute
        )
