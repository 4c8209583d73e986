"""Terms said again on the day that they named bind, though we moved it off a weekend or a holiday."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.store import Store
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import CHINA, on_the_table, verified

LUMP = "700 on saturday, then 150 every monday from the 16th"
LUMP_ZH = "周六2000 17号起每周二500"
MONTHLY = "350 a month on the 28th"
MONTHLY_ZH = "每月28号还1000"


def after(store: Store, terms: str, *texts: str, label: str = "promise_to_pay+affirm") -> Line:
    chinese = any("一" <= sign <= "鿿" for sign in terms)
    said = {terms: "propose_instalment", **dict.fromkeys(texts, label)}
    line = verified(store, CHINA if chinese else None, **said)
    line.says(terms)
    assert "plan.read_back" in keys(line)
    for text in texts:
        line.says(text)
    return line


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        (MONTHLY, "Right, 350 on the 28th from March. Agreed."),
        (MONTHLY, "If it's 350 on the 28th starting in March, yes"),
        (MONTHLY, "ok, 350 a month starting march 28"),
        (LUMP, "Right, 700 saturday and then 150 every monday. Agreed."),
        (LUMP, "if it's 700 on saturday and then 150 every monday from the 16th, ok"),
        (MONTHLY_ZH, "每月1000，28号的话可以"),
        (MONTHLY_ZH, "行 3月28号起每月1000"),
        (LUMP_ZH, "行 周六2000 然后每周二500"),
        (LUMP_ZH, "周六2000 17号起每周二500的话行"),
    ],
)
def test_the_day_that_they_named_is_the_one_it_went_to(sqlite_store: Store, terms: str, text: str) -> None:
    assert len(every_plan(after(sqlite_store, terms, text))) == 1


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        # another day, though it would be moved to the same one
        (MONTHLY, "Right, 350 on the 29th from March. Agreed."),
        (MONTHLY_ZH, "每月1000，29号的话可以"),
        # another day, month, weekday or sum
        (MONTHLY, "Right, 350 on the 28th from April. Agreed."),
        (MONTHLY, "right, 300 on the 28th from March. Agreed."),
        (LUMP, "if it's 700 on friday and then 150 every monday from the 16th, ok"),
        (LUMP, "if it's 700 on saturday and then 150 every tuesday from the 17th, ok"),
        (LUMP, "if it's 700 on saturday and then 150 every monday from the 23rd, ok"),
        (LUMP_ZH, "周五2000 17号起每周二500的话行"),
        (LUMP_ZH, "周六2000 24号起每周二500的话行"),
        (LUMP_ZH, "周六2000 16号起每周一500的话行"),
        # no yes, or one that hangs on a part of the terms or on something else
        (MONTHLY, "Right, 350 on the 28th from March."),
        (MONTHLY, "Right, 350 on the 28th from March?"),
        (MONTHLY, "If I get the job it's 350 on the 28th starting in March, yes"),
        (LUMP, "if it's 150 every monday, ok"),
        (LUMP_ZH, "每周二500的话行"),
        (LUMP_ZH, "周六2000 17号起每周二500的话不行"),
    ],
)
def test_other_terms_or_no_yes_bind_nothing(sqlite_store: Store, terms: str, text: str) -> None:
    assert every_plan(after(sqlite_store, terms, text)) == ()


# So many payments as they named


HALVES = "two payments, half this friday and the rest on the 10th of next month when i get paid"
HALVES_ZH = "我想分两次还，这个星期五先还一半，剩下的下个月10号发了工资再还，行吗"
COUNTED = [(HALVES, "right, two payments"), (HALVES_ZH, "对，两次还清")]


@pytest.mark.parametrize("terms", [HALVES, HALVES_ZH])
def test_two_payments_are_on_the_two_days_that_were_named(sqlite_store: Store, terms: str) -> None:
    waiting = on_the_table(after(sqlite_store, terms))
    assert waiting is not None
    assert [each.on for each in waiting[0].instalments] == [date(2026, 3, 6), date(2026, 4, 10)]


@pytest.mark.parametrize(("terms", "text"), COUNTED)
@pytest.mark.parametrize("label", ["affirm@0.7", "propose_instalment"])
def test_their_number_said_again_changes_none_of_them(
    sqlite_store: Store, terms: str, text: str, label: str
) -> None:
    line = after(sqlite_store, terms)
    before = on_the_table(line)
    line.dialogue.intents[text] = label
    line.says(text)
    assert on_the_table(line) == before


@pytest.mark.parametrize(("terms", "text"), [(HALVES, "make it three payments"), (HALVES_ZH, "分三次吧")])
def test_another_number_is_another_plan(sqlite_store: Store, terms: str, text: str) -> None:
    waiting = on_the_table(after(sqlite_store, terms, text, label="propose_instalment"))
    assert waiting is not None
    assert len(waiting[0].instalments) == 3
