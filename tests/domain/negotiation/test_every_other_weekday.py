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
