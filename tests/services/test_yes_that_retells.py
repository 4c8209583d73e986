"""A yes that tells the terms over in words of its own binds where they are the same, and only there."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import CHINA, on_the_table, verified

FIRST = "500 on the 20th, then 125 a month on the 25th of each month from April"
EVERY_MONTH = "350 a month from march 15"
FIRST_ZH = "20号先还2000，之后每个月25号还600"


def after(store: Store, terms: str, text: str, label: str) -> Line:
    """The talk after the terms were read back and the text followed."""
    chinese = any("一" <= sign <= "鿿" for sign in terms)
    line = verified(store, CHINA if chinese else None, **{terms: "propose_instalment", text: label})
    line.says(terms)
    assert keys(line) & {"plan.read_back", "offer.counter"}
    line.dialogue.confidence = 0.6
    line.says(text)
    return line


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        (FIRST, "yes, 500 first and then the 125s. that's what I mean"),
        (FIRST, "only if it's the 500 on March 20 and then 125 a month"),
        (FIRST, "as long as it's 500 on march 20 and 125 a month after that"),
        (FIRST, "ok 500 first, the rest at 125 a month"),
        (FIRST, "500 on the 20th and then the 125s, correct, set that up please"),
        (EVERY_MONTH, "Yes, 350 from March, please set that up"),
        (EVERY_MONTH, "if it's 350 a month from March 16, yes please"),
        (FIRST_ZH, "首笔2000 之后每月600 这样可以"),
        (FIRST_ZH, "可以 首笔2000 后面每月600"),
        (FIRST_ZH, "没错 先还2000 剩下的每月600"),
        (FIRST_ZH, "行 第一笔2000 然后每月600"),
    ],
)
@pytest.mark.parametrize("label", ["propose_instalment", "confirm_plan"])
def test_the_very_terms_in_words_of_order_are_a_yes(
    sqlite_store: Store, terms: str, text: str, label: str
) -> None:
    assert len(every_plan(after(sqlite_store, terms, text, label))) == 1


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        # another sum, day, order, rhythm or number
        (FIRST, "yes, 500 first and then the 150s"),
        (FIRST, "yes, 125 first and then the 500"),
        (FIRST, "only if it's the 500 on March 21 and then 125 a month"),
        (FIRST, "only if it's the 500 on April 20 and then 125 a month"),
        (FIRST, "only if it's the 500 on March 20 and then 125 a week"),
        (FIRST, "only if it's 400 on March 20 and then 125 a month"),
        (FIRST, "yes 500 on march 20 and the rest on april 25"),
        (FIRST, "yes 500 on march 20 and then 125 a month from may"),
        (FIRST, "yes 500 first and then 3 payments of 125"),
        (FIRST, "yes 500 a month first and then the 125s"),
        # a part of it, a condition, a doubt, a wish, a question, somebody else
        (FIRST, "yes, 500 first"),
        (FIRST, "yes just the 500 first and then we see"),
        (FIRST, "yes, 500 first and then the 125s if my client pays"),
        (FIRST, "only if it's the 500 on March 20 and then 125 a month without fees"),
        (FIRST, "only if the 500 on March 20 and the 125 a month are all I owe"),
        (FIRST, "only if it's the 500 on March 20 and then nothing"),
        (FIRST, "only if it's the 500"),
        (FIRST, "yes, 500 first and then maybe the 125s"),
        (FIRST, "yes, 500 first and then the 125s?"),
        (FIRST, "yes 500 first and then the 125s, right?"),
        (FIRST, "it's the 500 on March 20 and then 125 a month"),
        (FIRST, "not if it's the 500 on March 20 and then 125 a month"),
        (FIRST, "yes 500 first and then the 125s my sister pays"),
        (FIRST, "yes 500 when she pays first and then the 125s"),
        (FIRST, "yes 500 first and then the 125s until june"),
        (FIRST, "yeah sure 500 first and then the 125s lol"),
        (EVERY_MONTH, "Yes, 350 from April, please set that up"),
        (EVERY_MONTH, "Yes, 350 in March, please set that up"),
        (EVERY_MONTH, "yes, 350 for april"),
        (EVERY_MONTH, "Yes, 300 from March, please set that up"),
        (EVERY_MONTH, "if it's 350 a month from March 17, yes please"),
        (EVERY_MONTH, "if it's 350 every two weeks from March 16, yes please"),
        (FIRST_ZH, "首笔2000 之后每月700 这样可以"),
        (FIRST_ZH, "首笔600 之后每月2000 这样可以"),
        (FIRST_ZH, "首笔2000 之后每周600 这样可以"),
        (FIRST_ZH, "首笔2000 剩下的一次 这样可以"),
        (FIRST_ZH, "首笔2000 之后看情况 可以"),
        (FIRST_ZH, "首笔2000 之后每月600 这样可以吗"),
        (FIRST_ZH, "首笔2000 后面每月600 没错吧"),
        (FIRST_ZH, "首笔2000 之后每月600 这样不可以"),
        (FIRST_ZH, "首笔2000 之后每月600 客户付了就可以"),
        (FIRST_ZH, "首笔2000 可以"),
        (FIRST_ZH, "20号之后还2000 然后每月600 可以"),
        (FIRST_ZH, "首笔2000 之后每月600 免掉利息就可以"),
        (FIRST_ZH, "首笔2000 之后每月600 给我付 可以"),
        (FIRST_ZH, "首笔21号2000 之后每月600 可以"),
        (FIRST_ZH, "首笔2000 之后三个月每月600 可以"),
    ],
)
@pytest.mark.parametrize("label", ["propose_instalment", "confirm_plan"])
def test_terms_that_differ_or_say_more_bind_nothing(
    sqlite_store: Store, terms: str, text: str, label: str
) -> None:
    assert every_plan(after(sqlite_store, terms, text, label)) == ()


@pytest.mark.parametrize(
    ("terms", "text"),
    [
        (FIRST, "so 500 first and then 125 a month, right?"),
        (FIRST_ZH, "首笔2000 后面每月600 没错吧"),
        (FIRST_ZH, "首笔2000 之后每月600 对吗"),
    ],
)
def test_who_asks_whether_it_is_so_hears_that_it_is_and_a_yes_binds(
    sqlite_store: Store, terms: str, text: str
) -> None:
    line = after(sqlite_store, terms, text, "propose_instalment")
    before = on_the_table(line)
    assert keys(line) == {"plan.that_is_so"}
    assert before is not None
    line.dialogue.confidence = 1.0
    line.says("同意" if terms is FIRST_ZH else "yes")
    (plan,) = every_plan(line)
    assert plan.instalments == before[0].instalments


@pytest.mark.parametrize(
    ("terms", "text"),
    [(FIRST, "so 500 first and then 150 a month, right?"), (FIRST_ZH, "首笔2000 后面每月700 没错吧")],
)
def test_who_asks_whether_other_terms_are_so_does_not_hear_that_they_are(
    sqlite_store: Store, terms: str, text: str
) -> None:
    line = after(sqlite_store, terms, text, "propose_instalment")
    assert "plan.that_is_so" not in keys(line)
    assert every_plan(line) == ()


@pytest.mark.parametrize(
    ("terms", "yes", "text", "key"),
    [
        (FIRST, "yes", "ok lets go with that, 500 on march 20 and then 125 a month", "next.so"),
        (FIRST_ZH, "同意", "首笔2000 之后每月600", "next.so"),
        (FIRST, "yes", "ok lets go with that, 500 on march 20 and then 150 a month", "plan.stands_until"),
    ],
)
def test_what_was_agreed_said_over_asks_for_no_change(
    sqlite_store: Store, terms: str, yes: str, text: str, key: str
) -> None:
    line = verified(
        sqlite_store,
        CHINA if terms is FIRST_ZH else None,
        **{terms: "propose_instalment", text: "confirm_plan"},
    )
    line.says(terms)
    line.says(yes)
    line.says(text)
    assert key in keys(line)
    assert len(every_plan(line)) == 1


@pytest.mark.parametrize(
    ("text", "again"), [("后面每月600的不变 还是25号", True), ("后面每月600的改一改 要28号", False)]
)
def test_beside_a_moved_day_what_stays_as_it_is_moves_nothing_more(
    sqlite_store: Store, text: str, again: bool
) -> None:
    moves = "20号那笔能不能23号给"
    line = verified(
        sqlite_store,
        CHINA,
        **{FIRST_ZH: "propose_instalment", moves: "change_due_date", text: "change_due_date"},
    )
    for each in (FIRST_ZH, "同意", moves):
        line.says(each)
    assert "change.read_back" in keys(line)
    moved = on_the_table(line)
    line.says(text)
    assert ("plan.read_back_again" in keys(line)) is again
    if again:
        assert on_the_table(line) == moved
        line.says("同意")
        assert len(every_plan(line)) == 2


def test_who_asks_a_third_time_whether_it_is_so_is_told_all_the_same(sqlite_store: Store) -> None:
    text = "首笔2000 后面每月600 没错吧"
    line = verified(sqlite_store, CHINA, **dict.fromkeys((FIRST_ZH, text), "propose_instalment"))
    for each in (FIRST_ZH, FIRST_ZH, text):
        line.says(each)
    assert keys(line) == {"plan.that_is_so"}
