"""Nothing is disputed, nothing was paid, in so many words; any quarrel beside it leaves the dispute."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.disputes_denied import denies_dispute, denies_payment, only_to_be_paid


@pytest.mark.parametrize(
    ("text", "of_dispute", "of_payment"),
    [
        (
            "wait no, I havent paid anything and im not disputing it. I just want to pay 60 a month",
            True,
            True,
        ),
        ("I'm not disputing anything", True, False),
        ("there is no dispute", True, False),
        ("I didn't say I paid", False, True),
        ("I have not paid yet", False, True),
        ("我没还过钱，我也没说有争议，就想每月20号还60", True, True),
        ("我没有异议", True, False),
        ("我还没还呢", False, True),
        ("I'm not disputing the loan but the amount is wrong", False, False),
        ("I haven't paid because it's not mine", False, False),
        ("I'm not disputing it, I paid it off", False, False),
        ("I am disputing it", False, False),
        ("I already paid", False, False),
        ("没还过，因为这钱不是我借的", False, False),
        ("我有异议", False, False),
        ("已经还清了", False, False),
        ("", False, False),
    ],
)
def test_what_is_denied(text: str, *, of_dispute: bool, of_payment: bool) -> None:
    assert denies_dispute(text) is of_dispute
    assert denies_payment(text) is of_payment


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("hmm I was thinking more like 60 a month, paid on the 20th", True),
        ("60 paid every month", True),
        ("200 to be paid on friday", True),
        ("I paid on the 20th", False),
        ("I've paid on the 20th", False),
        ("60 a month, I already paid on the 20th", False),
        ("it was paid on the 20th", False),
        ("paid it off last year", False),
        ("60 a month on the 20th", False),
    ],
)
def test_what_is_only_to_be_paid(text: str, *, later: bool) -> None:
    assert only_to_be_paid(text) is later
