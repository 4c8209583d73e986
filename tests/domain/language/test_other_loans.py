"""Another loan of theirs, and what is none with us."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.other_loans import asks_only_of_another_loan, speaks_of_another_loan


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
