"""Of "every other Friday" the coming one is proposed, and no other day of the week."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.language.read_both import read_both
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.people import Language

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("text", ["every other friday", "75 every other friday", "every second friday, 75"])
def test_every_other_friday_begins_on_the_coming_one(text: str) -> None:
    readings, _ = read_both(text, Language.EN, MONDAY, Currency.USD)
    said = proposal_in(text, readings, Currency.USD, MONDAY)
    assert (said.frequency, said.on, said.date_problem) == (Frequency.BIWEEKLY, date(2026, 3, 6), None)


def test_a_day_that_is_named_beside_it_counts() -> None:
    text = "75 every other friday starting the 13th"
    readings, _ = read_both(text, Language.EN, MONDAY, Currency.USD)
    assert proposal_in(text, readings, Currency.USD, MONDAY).on == date(2026, 3, 13)


@pytest.mark.parametrize("text", ["改成隔周五还", "改成每隔一周的周五", "每两周一次，周五还"])
def test_in_mandarin_another_rhythm_alone_begins_on_its_weekday(text: str) -> None:
    readings, _ = read_both(text, Language.ZH, MONDAY, Currency.CNY)
    said = proposal_in(text, readings, Currency.CNY, MONDAY)
    assert (said.frequency, said.on, said.date_problem) == (Frequency.BIWEEKLY, date(2026, 3, 6), None)


@pytest.mark.parametrize("text", ["every two weeks on friday", "biweekly on fridays"])
def test_a_weekday_beside_a_rhythm_alone_is_its_day(text: str) -> None:
    readings, _ = read_both(text, Language.EN, MONDAY, Currency.USD)
    assert proposal_in(text, readings, Currency.USD, MONDAY).on == date(2026, 3, 6)


@pytest.mark.parametrize("text", ["every two weeks", "biweekly please"])
def test_a_rhythm_without_a_weekday_keeps_the_day_that_was_named(text: str) -> None:
    readings, _ = read_both(text, Language.EN, MONDAY, Currency.USD)
    assert proposal_in(text, readings, Currency.USD, MONDAY).on is None
