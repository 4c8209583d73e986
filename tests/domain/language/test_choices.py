"""Which of two offers is taken, and what is more than a choice, or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.acts.choices import after_no, chosen

FIRST = (
    *("1", "1.", " 1 ", "#1", "(1)", "1️⃣", "１", "one", "option 1", "Option one please", "opt for number 1"),
    *(
        "the first one",
        "first",
        "1st one pls",
        "the first",
        "I'll take the first one",
        "lets do the first one",
    ),
    *("ok number 1", "yes the first option works for me", "i want plan 1", "can we do the first one"),
    *("The first one works, yes", "go with option 1", "put me down for the first", "option a", "the former"),
    *("第一个", "选一", "选1", "方案一", "头一个", "第一个可以", "选第一种", "就第一个吧", "我要第一个"),
    *("那就第一种方案吧", "一", "第一個好了", "前面那个", "我选1", "嗯 第一个吧 谢谢", "方案1", "前一个吧"),
)
SECOND = (
    *("2", "2!", "#2", "two", "option 2", "Option 2 please", "the second", "second one", "2nd", "2nd one"),
    *("The second one works, yes", "I'll take the second one", "id rather do the second one", "no. 2"),
    *("um the second one i guess", "the last one", "the latter", "option b", "number two please", "plan 2"),
    *("the second option sounds better", "we'll go with the second one thanks", "give me number 2"),
    *("第二个", "选二", "选2", "方案二", "第二个可以", "选第二种", "就第二个吧", "我选第二个", "二"),
    *("后面那个", "后一个", "第二個比較好", "好的 第二种", "2吧", "最后一个", "第二个轻松一点"),
)
NEITHER = (
    *(
        "",
        "yes",
        "ok",
        "no",
        "3",
        "0",
        "12",
        "option 3",
        "both",
        "either one",
        "neither",
        "1 or 2",
        "1 and 2",
    ),
    *(
        "the first one but can i pay 150",
        "option 2 but start in may",
        "2 if you move the date",
        "the other one",
    ),
    *(
        "1 payment",
        "2 weeks",
        "two payments",
        "the first of the month",
        "the 2nd of april",
        "second week of may",
    ),
    *("first i want to talk to someone", "1 more week", "what was option 1", "not the first one", "$1", "2%"),
    *("the monthly one", "the cheaper one", "one sec", "second thoughts no", "is the first one cheaper?"),
    *("maybe the second one", "i like 1 better than 2", "2 hundred", "the second one, 200", "a", "1k", "1/2"),
    *("first friday", "option 1 on friday", "number 1 reason is money", "put me on a plan", "a deal"),
    *(
        "好",
        "都行",
        "都不行",
        "第三个",
        "第一个和第二个",
        "第一个但是能少点吗",
        "第二个的话能晚几天吗",
        "每月的那个",
    ),
    *(
        "第一期",
        "第二次",
        "两个",
        "一个",
        "两个都行",
        "一号",
        "二号还",
        "第一个不行",
        "不要第一个",
        "第一个还是第二个",
    ),
    *(
        "第二个 两百",
        "一百",
        "二十",
        "第一个是多少",
        "便宜的那个",
        "一会儿",
        "第二天",
        "前天",
        "上次那个",
        "下个月",
    ),
)


@pytest.mark.parametrize(("text", "which"), [*((t, 1) for t in FIRST), *((t, 2) for t in SECOND)])
def test_a_choice_between_two_is_read(text: str, which: int) -> None:
    assert chosen(text, 2) == which


@pytest.mark.parametrize("text", NEITHER)
def test_anything_more_than_a_choice_is_none(text: str) -> None:
    assert chosen(text, 2) is None


def test_only_what_was_offered_can_be_chosen() -> None:
    assert (chosen("2", 1), chosen("2", 0), chosen("3", 3), chosen("the last one", 3)) == (None, None, 3, 3)


@given(st.text(max_size=60), st.integers(0, 4))
def test_any_text_chooses_one_of_the_offers_or_none(text: str, count: int) -> None:
    assert chosen(text, count) in (None, *range(1, count + 1))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("no, the first one then", 1),
        ("nope, 1", 1),
        ("not that one, the second", 2),
        ("actually no the second one please", 2),
        ("不，第一种吧", 1),
        ("不行，那就第二个", 2),
        ("the first one then", None),
        ("no", None),
        ("no, the first one but only half", None),
        ("no money for the first one", None),
        ("不要第一个也不要第二个", None),
    ],
)
def test_a_no_with_the_other_one_takes_that(text: str, number: int | None) -> None:
    assert _after_no(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("不对 等下，我想改成第一个", 1),
        ("我想改成第一个", 1),
        ("换第二个吧", 2),
        ("改成每月500", None),
        ("等下", None),
        ("不对，第一个月不行", None),
    ],
)
def test_who_changes_to_the_other_in_mandarin_takes_it(text: str, number: int | None) -> None:
    assert _after_no(text) == number


def _after_no(text: str) -> int | None:
    rest = after_no(text)
    return None if rest is None else chosen(rest, 2)
