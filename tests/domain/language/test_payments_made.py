"""A payment that somebody says they made: the agreed one, or a quarrel about all of it."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.payments_made import asks_whether_it_came, may_be_as_agreed, says_paid


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("just sent you the 300, did you get it?", True),
        ("I made the payment today", True),
        ("paid this morning, did it come through?", True),
        ("我已经转了1500 收到了吗", True),
        ("钱已经转过去了 到账了吗", True),
        ("I already paid this off", False),
        ("paid in full", False),
        ("I paid last year", False),
        ("I paid this months ago", False),
        ("I paid, why are you still texting", False),
        ("you charged me twice", False),
        ("早就还清了", False),
        ("去年就还过了", False),
        ("我已经还了 怎么还催", False),
    ],
)
def test_a_payment_as_agreed(text: str, may: bool) -> None:
    assert may_be_as_agreed(text) is may


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("我今天把1500还了", True),
        ("我已经还了1500，麻烦查一下", True),
        ("刚转过去1500", True),
        ("I have already paid the 300", True),
        ("just sent 60", True),
        ("did you get the 60?", True),
        ("把1500还了行不行", False),
        ("我想今天把1500还了", False),
        ("如果我还了1500呢", False),
        ("1500我今天还", False),
        ("我没还1500", False),
        ("if I paid 300 today, what would be left", False),
        ("I can pay 300 today", False),
        ("I will have sent 300 by friday", False),
    ],
)
def test_a_payment_is_said_to_be_made(text: str, paid: bool) -> None:
    assert says_paid(text) is paid


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("did you get the 60?", True),
        ("has my payment come through", True),
        ("收到没", True),
        ("钱到账了吗", True),
        ("can I get a receipt for the 60", False),
        ("给我开个收据", False),
        ("我收到你们的短信了", False),
    ],
)
def test_whether_it_came_is_asked(text: str, asks: bool) -> None:
    assert asks_whether_it_came(text) is asks
