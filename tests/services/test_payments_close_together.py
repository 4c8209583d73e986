"""A payment that is moved close to another one is read back with both days named."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import CHINA, YES, language_of, verified

WEEKLY, WEEKLY_ZH = "I can pay $175 every week starting March 11", "每周还700，3月11号开始"


@pytest.mark.parametrize(
    ("plan", "text", "days"),
    [
        (WEEKLY, "can I move the March 11 payment to March 24", ("24 March", "25 March")),
        (WEEKLY_ZH, "3月11号那笔改到3月24号行吗", ("3月24日", "3月25日")),
    ],
)
def test_both_days_are_named(sqlite_store: Store, plan: str, text: str, days: tuple[str, str]) -> None:
    line = verified(
        sqlite_store,
        None if plan is WEEKLY else CHINA,
        **{plan: "propose_instalment", text: "change_due_date"},
    )
    line.says(plan)
    line.says(YES[language_of(line)])
    said = line.says(text)
    assert keys(line) == {"change.close", "change.read_back"}
    assert all(day in said.partition("No problem")[0].partition("没问题")[0] for day in days)


def test_a_payment_moved_by_a_day_says_nothing_of_it(sqlite_store: Store) -> None:
    text = "can I move the March 11 payment to March 12"
    line = verified(sqlite_store, **{WEEKLY: "propose_instalment", text: "change_due_date"})
    line.says(WEEKLY)
    line.says("yes")
    line.says(text)
    assert keys(line) == {"change.read_back"}
