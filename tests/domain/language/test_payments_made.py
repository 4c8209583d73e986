"""A payment that somebody says they made: the agreed one, or a quarrel about all of it."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.payments_made import may_be_as_agreed


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
