from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.borrowers import speech
from simulator.borrowers.hearing import money
from simulator.borrowers.script import rounded

MONDAY = date(2026, 3, 2)


def forms(target: date, language: str, today: date = MONDAY) -> set[str]:
    return {speech.day(target, today, language, random.Random(seed)) for seed in range(80)}


@pytest.mark.parametrize(
    ("target", "language", "said", "never"),
    [
        (date(2026, 3, 6), "en", "on Friday", "next Friday"),
        (date(2026, 3, 13), "en", "next Friday", "on Friday"),
        (date(2026, 3, 15), "en", "on the 15th", "at the end of the month"),
        (date(2026, 3, 31), "en", "at the end of the month", "next Tuesday"),
        (date(2026, 3, 3), "en", "tomorrow", "next Tuesday"),
        (date(2026, 4, 1), "en", "on 4/1", "on the 1st"),
        (date(2026, 3, 6), "zh", "这周五", "下周五"),
        (date(2026, 3, 13), "zh", "下周五", "这周五"),
        (date(2026, 3, 15), "zh", "15号", "月底"),
        (date(2026, 3, 31), "zh", "月底", "下周二"),
        (date(2026, 4, 1), "zh", "4月1号", "1号"),
    ],
)
def test_a_day_is_named_so_that_it_means_that_day(target: date, language: str, said: str, never: str) -> None:
    spoken = forms(target, language)
    assert said in spoken
    assert never not in spoken


def test_next_friday_said_on_a_sunday_is_in_the_week_after() -> None:
    assert "next Friday" not in forms(date(2026, 3, 13), "en", date(2026, 3, 8))


@given(
    days=st.integers(1, 60),
    start=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    language=st.sampled_from(["en", "zh"]),
)
def test_an_ordinal_is_said_only_of_the_next_day_with_that_number(
    days: int, start: date, language: str
) -> None:
    target = start + timedelta(days=days)
    bare = {
        form
        for form in forms(target, language, start)
        if form.startswith("on the ") or form == f"{target.day}号"
    }
    if bare:
        earlier = (start + timedelta(days=ahead) for ahead in range(1, days))
        assert target.day not in {day.day for day in earlier}


@given(
    minor=st.integers(100, 100_000_000),
    language=st.sampled_from(["en", "zh"]),
    currency=st.sampled_from(["USD", "CNY"]),
    seed=st.integers(0, 50),
)
def test_a_sum_is_written_so_that_it_can_be_read_back(
    minor: int, language: str, currency: str, seed: int
) -> None:
    assert money(speech.amount(minor, currency, language, random.Random(seed))) == [minor]
    assert money(speech.plain_amount(minor, currency, language)) == [minor]


@given(st.text(st.sampled_from("abc 0123456789$./"), min_size=1), st.integers(0, 500))
def test_typing_slips_never_touch_a_figure(text: str, seed: int) -> None:
    slipped = speech.mistyped(f"you pay {text}", random.Random(seed))
    digits = [letter for letter in text if letter.isdigit()]
    assert [letter for letter in slipped if letter.isdigit()] == digits


@pytest.mark.parametrize(
    ("minor", "named"),
    [
        (0, 1_000),
        (1_999, 1_000),
        (19_999, 19_000),
        (20_000, 20_000),
        (24_999, 20_000),
        (99_999, 95_000),
        (123_456, 120_000),
    ],
)
def test_people_round_down(minor: int, named: int) -> None:
    assert rounded(minor) == named
