"""A reminder that is wished for at no hour of the clock, and at which minute it comes."""

from __future__ import annotations

import pytest

from arrears.domain.language.times.reminder_times import of_other_days, wished_minute

USUAL = 600


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("remind me the day before please", USUAL),
        ("Could you send me a reminder the day before, in the morning?", USUAL),
        ("send me a reminder in the evening", 18 * 60),
        ("text me the night before", 18 * 60),
        ("提前一天下午提醒我", 13 * 60),
        ("到时候提前一天提醒我一下吧 上午别发 我在收银看不了手机", 12 * 60),
        ("remind me but not in the evening", USUAL),
        ("remind me at 7pm", 19 * 60),
    ],
)
def test_the_usual_minute_or_one_that_suits_what_they_name(text: str, minute: int) -> None:
    assert wished_minute(text, USUAL) == minute


@pytest.mark.parametrize(
    "text",
    [
        "stop sending me reminders",
        "别提醒我了",
        "你们没提醒我",
        "why do you keep reminding me",
        "remind me what I owe",
        "call me tomorrow morning",
        "text me",
    ],
)
def test_no_wish_for_one(text: str) -> None:
    assert wished_minute(text, USUAL) is None


def test_an_evening_that_does_not_suit_has_it_in_the_morning() -> None:
    assert wished_minute("remind me, evenings are bad", 19 * 60) == 9 * 60


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("remind me three days before", True),
        ("提前三天提醒我", True),
        ("当天提醒我", True),
        ("remind me the day before", False),
        ("提前一天提醒我", False),
    ],
)
def test_another_day_than_the_one_before(text: str, *, other: bool) -> None:
    assert of_other_days(text) is other
