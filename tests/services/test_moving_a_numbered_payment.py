"""Another day for the payment whose number is said: it moves, and the others stay where they are."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.store import Store, offers
from tests.builders.line import SAYINGS, Line, keys
from tests.builders.offers import verified

OWN = [date(2026, 3, 16), date(2026, 4, 15), date(2026, 5, 15), date(2026, 6, 15)]


def days_on_the_table(line: Line) -> list[date]:
    with line.store.read() as tx:
        waiting = offers.open_offer(tx, line.conversation_id)
    assert waiting is not None
    return [item.on for item in waiting.offer.instalments]


@pytest.mark.parametrize(
    ("text", "number", "new_on"),
    [
        ("can we move the 2nd one to april 20 instead", 2, date(2026, 4, 20)),
        ("can the second payment be on april 20", 2, date(2026, 4, 20)),
        ("can it be on march 20 instead", 1, date(2026, 3, 20)),
    ],
)
def test_the_payment_that_is_named_by_its_number_is_moved(
    sqlite_store: Store, text: str, number: int, new_on: date
) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {text: "change_due_date"})
    line.agree()
    line.says(text)
    assert "change.read_back" in keys(line)
    days = days_on_the_table(line)
    assert days == [*OWN[: number - 1], new_on, *OWN[number:]]


@pytest.mark.parametrize(("text", "key"), [("and april is back to the 16th right?", "next.so"),
                                           ("can april be the 20th?", "change.read_back")])  # fmt: skip
def test_who_only_makes_sure_of_the_day_that_all_keep_moves_none(
    sqlite_store: Store, text: str, key: str
) -> None:
    terms = "I can do $350 a month starting on the 16th"
    line = verified(sqlite_store, **{terms: "propose_instalment", text: "request_extension"})
    line.says(terms)
    line.says("yes")
    line.says(text)
    assert key in keys(line)
