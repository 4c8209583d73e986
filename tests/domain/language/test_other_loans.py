"""Another loan of theirs, and what is none with us."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.other_loans import (
    asks_of_both,
    asks_of_each,
    asks_only_of_another_loan,
    asks_only_of_other_kind,
    asks_which_loan,
    speaks_of_another_loan,
    sums_of_this_loan,
    turns_to_other_kind,
)
from tests.domain.language.turns import shown_amount, turn


@pytest.mark.parametrize(
    ("text", "two_offers", "another"),
    [
        ("and the other loan?", False, True),
        ("and the other loan?", True, True),
        ("what about both loans", False, True),
        ("and the other one?", False, True),
        ("and the other one?", True, False),  # of two offers
        ("另一笔贷款怎么办", False, True),
        ("我有两笔是吧 一共多少", False, True),
        ("两笔加起来多少", False, True),
        ("还有一笔怎么办", False, True),
        ("我还有另一笔贷款", False, True),
        ("两笔一起还行吗", False, True),
        ("另外那笔呢", False, True),
        ("我名下有两笔", False, True),
        ("我不止这一笔", False, True),
        ("我还有一笔借款也在你们家", False, True),
        ("还有一笔在你们这", False, True),
        ("另外一个贷款也逾期了吗", False, True),
        ("两个贷款能一起还吗", False, True),
        ("I have another loan with you", False, True),
        ("我还有另一笔贷款在银行", False, False),
        ("另外那笔工资15号到", False, False),
        ("第二笔什么时候还", False, False),  # of a plan
        ("还有一笔货款没收回来", False, False),
        ("分两笔还", False, False),
        ("我月底有两笔工资到账", False, False),
        ("还有一笔工资没发", False, False),
        ("I have another loan with my bank", False, False),
        ("my car loan too", False, False),
        ("I have two credit cards", False, False),
        ("what do I owe on this loan", False, False),
    ],
)
def test_of_which_loan_they_speak(text: str, two_offers: bool, another: bool) -> None:
    assert speaks_of_another_loan(text, two_offers=two_offers) is another


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("and the other loan?", True),
        ("我还有另一笔贷款", True),
        ("另外那笔呢", True),
        ("我名下有两笔", True),
        ("我不止这一笔", True),
        ("另外一个贷款也逾期了吗", True),
        ("我还有一笔借款也在你们家", True),
        ("两笔一起还行吗", True),
        ("另外那笔不是我借的", False),
        ("另一笔已经还清了", False),
        ("另一笔是我哥的", False),
        ("the other loan isn't mine", False),
        ("I paid the other loan", False),
    ],
)
def test_whether_that_is_all_they_say(text: str, only: bool) -> None:
    assert asks_only_of_another_loan(text) is only


@pytest.mark.parametrize(
    ("text", "of_a_business", "other"),
    [
        ("now the personal one. i can do 150 a month", True, True),
        ("for my personal loan 150", True, True),
        ("那我个人的那笔每月还1500", True, True),
        ("公司那笔每月还1500", False, True),
        ("now the company one, 300", False, True),
        ("now the personal one. i can do 150 a month", False, False),  # this one is it
        ("it's personal", True, False),
        ("我自己每月能还500", True, False),
        ("我自己的贷款我自己还", True, False),  # their own is this one
        ("个人经营贷款每月还500", True, False),
        ("公司每月能还500", False, False),
        ("the business is slow, 300 a month", False, False),
    ],
)
def test_who_turns_to_a_loan_of_the_other_kind(text: str, of_a_business: bool, other: bool) -> None:
    assert turns_to_other_kind(text, of_a_business=of_a_business) is other


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("do I have to pay both loans", True),
        ("do i have to pay both", True),
        ("should I pay both of them?", True),
        ("两个都要还吗", True),
        ("两笔贷款都要还吗", True),
        ("do i have to pay both the interest and principal", False),
        ("do I pay both halves", False),
        ("两个月都要还吗", False),
        ("两个都还不上", False),
        ("I will pay both loans", False),
    ],
)
def test_whether_both_are_asked_about(text: str, both: bool) -> None:
    assert asks_of_both(text) is both


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("and the personal loan?", True),
        ("the personal one then", True),
        ("我私人的贷款怎么办", True),
        ("I have a personal loan", False),
        ("my personal loan isn't mine", False),
        ("个人没钱", False),
        ("我个人每月还500", False),
    ],
)
def test_whether_all_they_say_is_of_the_other_kind(text: str, only: bool) -> None:
    assert asks_only_of_other_kind(text, of_a_business=True) is only


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("got ur msg. which loan is this I have 2 with u people", True),
        ("which one is this, i have two with you", True),
        ("what loan is this", True),
        ("你说的是哪笔贷款", True),
        ("这是哪一笔", True),
        ("which one is this", False),
        ("which loan can I get", False),
        ("which one is cheaper", False),
        ("哪天还这笔贷款", False),
        ("哪笔还款还没到", False),
    ],
)
def test_whether_it_is_asked_which_loan_this_is(text: str, which: bool) -> None:
    assert asks_which_loan(text) is which


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("ok and how much on each one", True),
        ("how much do I owe on each", True),
        ("how much is each loan", True),
        ("每笔贷款欠多少", True),
        ("两笔各欠多少", True),
        ("how much on each payment", False),
        ("how much each month", False),
        ("每笔还多少", False),
        ("每期多少", False),
    ],
)
def test_whether_it_is_asked_what_is_owed_on_each(text: str, each: bool) -> None:
    assert asks_of_each(text) is each


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("so would you put like 110 on this one and 70 on the other", ["110"]),
        ("110 a month on this one, 70 to the other loan", ["110"]),
        ("70 on the other one and 110 on this", ["110"]),
        ("这笔一百一 那笔七十", ["110"]),
        ("这笔每月还一百一，另一笔七十", ["110"]),
        ("put 110 on the other one", ["110"]),  # of which loan, is another question
        ("110 on this one and 70 on friday", ["110", "70"]),
        ("110 and 70", ["110", "70"]),
        ("20号还一百一，那天之后七十", ["110", "70"]),
    ],
)
def test_a_sum_for_the_other_loan_is_none_of_this_one(text: str, sums: list[str]) -> None:
    assert [shown_amount(each) for each in sums_of_this_loan(turn(text), text).amounts] == sums
