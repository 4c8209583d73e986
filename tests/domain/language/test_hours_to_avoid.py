"""The hours in which they ask to be left alone, by the hour that they name."""

from __future__ import annotations

from datetime import time

import pytest

from arrears.domain.language.times.hours_to_avoid import hours_to_avoid
from arrears.domain.times import DailyWindow


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("can you not text me before 3 im on the register", 15),
        ("text me after 6", 18),
        ("i want texts only after 6pm", 18),
        ("have to work, write me after 5pm", 17),
        ("有事晚上八点以后发信息 我能看见", 20),
        ("上班不方便 下午五点之后再说", 17),
        ("早上九点以前别发", 9),
    ],
)
def test_until_the_hour(text: str, hour: int) -> None:
    assert hours_to_avoid(text) == DailyWindow(time.min, time(hour))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("dont text me after 7pm", 19),
        ("please only before 5pm", 17),
        ("晚上七点以后别发", 19),
        ("下午五点之前联系", 17),
    ],
)
def test_from_the_hour_on(text: str, hour: int) -> None:
    assert hours_to_avoid(text) == DailyWindow(time(hour), time.max)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("don't text me in the morning", time.min, time(12)),
        ("mornings are bad for me", time.min, time(12)),
        ("到时候提前一天提醒我一下吧 上午别发 我在收银看不了手机", time.min, time(12)),
        ("下午别发", time(12), time(18)),
        ("晚上别打", time(18), time.max),
    ],
)
def test_in_a_part_of_the_day(text: str, opens: time, closes: time) -> None:
    assert hours_to_avoid(text) == DailyWindow(opens, closes)


@pytest.mark.parametrize(
    "text",
    [
        "im at work",
        "text me in the morning",
        "not tomorrow morning",
        "mornings and evenings are bad",
        "我早上要上班",
        "nobodys calling my job right",
        "白天别打了",
        "dont text me at 7 in the morning",
        "not before the 3rd",
        "9 to 5 im busy",
    ],
)
def test_no_such_hour(text: str) -> None:
    assert hours_to_avoid(text) is None
