"""The regular day of a plan that stands: a person decides, and no single payment is moved for it."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, keys

REGULAR = [
    "if I pay the 20th of each month is that ok, starting May",
    "can it be the 20th every month",
    "每个月20号还行不行",
]
ONE = ["can I pay on the 20th instead", "move it to March 20"]


def asked(store: Store, text: str) -> Line:
    line = Line(store)
    line.agree()
    line.dialogue.intents[text] = "change_due_date"
    line.says(text)
    return line


@pytest.mark.parametrize("text", REGULAR)
def test_another_day_of_every_month_is_for_a_person(sqlite_store: Store, text: str) -> None:
    assert keys(asked(sqlite_store, text)) == {"change.day"}


@pytest.mark.parametrize("text", ONE)
def test_another_day_of_one_payment_is_read_back(sqlite_store: Store, text: str) -> None:
    assert keys(asked(sqlite_store, text)) == {"change.read_back"}
