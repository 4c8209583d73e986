"""A client gone under, a bridge loan not wanted, a sum of what the city pays: each is heard as what it is."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.language.read_both import read_both
from arrears.domain.money import Currency
from arrears.domain.negotiation.proposals import proposal_in
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import statuses


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("my client went under", "deceased@0.7"),
        ("our biggest customer shut down", "deceased@0.5"),
        ("客户那边黄了", "deceased@0.6"),
    ],
)
def test_a_firm_that_failed_is_hardship_and_nobody_asks_who_died(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: label})
    line.says(text)
    assert "hardship.answer" in keys(line)
    assert "doubt.death" not in keys(line)
    assert "also_said" in reasons(line)


@pytest.mark.parametrize("text", ["my client died", "he went under"])
def test_words_that_may_be_of_a_death_are_asked_about(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "deceased@0.7"})
    line.says(text)
    assert keys(line) == {"doubt.death"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("过桥贷款太贵，我不打算借", "dispute@0.77+refuse_to_pay@0.9"),
        ("I won't take out a bridge loan", "refuse_to_pay@0.95"),
    ],
)
def test_who_would_not_borrow_anew_refuses_nothing(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: label})
    line.says(text)
    assert not {SpecialStatus.REFUSED_TO_PAY, SpecialStatus.DISPUTE} & {*statuses(line)}
    assert keys(line) == {"next.question"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("City pays ~Apr 20, I can send 2500 of that", date(2026, 4, 20)),
        ("Walmart pays Apr 20, I can send 2500 from that", date(2026, 4, 20)),
        ("rent is due Apr 20, I can send 2500", None),
    ],
)
def test_a_part_of_what_somebody_pays_them_is_offered_on_that_day(text: str, day: date | None) -> None:
    today = date(2026, 3, 3)
    readings, _ = read_both(text, Language.EN, today, Currency.USD)
    assert proposal_in(text, readings, Currency.USD, today).on == day
