"""Of payments that were read back one goes to another day: the others stay, before a yes and after it."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import BOTH, YES, on_the_table, verified
from tests.builders.store import Borrower

REGULAR = {
    Language.EN: "I can do $350 a month starting on the 16th",
    Language.ZH: "每个月还1250，3月16号开始",
}
ONE = {
    Language.EN: [
        ("push the one on the 16th back a week", [(3, 23), (4, 16), (5, 18), (6, 16)]),
        ("can you push the one on april 16 back a week", [(3, 16), (4, 23), (5, 18), (6, 16)]),
        ("move the one on april 16 to the 20th", [(3, 16), (4, 20), (5, 18), (6, 16)]),
    ],
    Language.ZH: [
        ("16号那次往后挪一个礼拜", [(3, 23), (4, 16), (5, 18), (6, 16)]),
        ("4月16号那次能不能往后挪一个礼拜", [(3, 16), (4, 23), (5, 18), (6, 16)]),
        ("把4月那次改到4月20号", [(3, 16), (4, 20), (5, 18), (6, 16)]),
    ],
}
ALL = {Language.EN: "make it the 20th of every month", Language.ZH: "以后每次都20号"}


@BOTH
@pytest.mark.parametrize("number", range(3))
def test_one_of_the_payments_on_the_table_is_moved_alone(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    language = borrower.person.language
    text, days = ONE[language][number]
    line = verified(
        sqlite_store, borrower, **{REGULAR[language]: "propose_instalment", text: "change_due_date"}
    )
    line.says(REGULAR[language])
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None, keys(line)
    assert [(each.on.month, each.on.day) for each in waiting[0].instalments] == days


@BOTH
@pytest.mark.parametrize("number", range(2))
def test_one_of_the_payments_of_a_plan_is_moved_alone(
    sqlite_store: Store, borrower: Borrower, number: int
) -> None:
    language = borrower.person.language
    text, days = ONE[language][number]
    line = verified(
        sqlite_store, borrower, **{REGULAR[language]: "propose_instalment", text: "change_due_date"}
    )
    line.says(REGULAR[language])
    line.says(YES[language])
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None, keys(line)
    assert [(each.on.month, each.on.day) for each in waiting[0].instalments] == days


@BOTH
def test_another_day_of_all_moves_all(sqlite_store: Store, borrower: Borrower) -> None:
    language = borrower.person.language
    text = ALL[language]
    line = verified(
        sqlite_store, borrower, **{REGULAR[language]: "propose_instalment", text: "change_due_date"}
    )
    line.says(REGULAR[language])
    line.says(text)
    waiting = on_the_table(line)
    assert waiting is not None, keys(line)
    assert waiting[0].first_on == date(2026, 3, 20)
    assert waiting[0].instalments[1].on == date(2026, 4, 20)
