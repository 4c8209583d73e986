"""What leads to a person is hidden, of the same length; dates and amounts stay."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.card_numbers import HIDDEN
from arrears.domain.masking import masked


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("call me at 212-555-0123 ok", "call me at •••-•••-•••• ok"),
        ("my cell is (212) 555 0123", "my cell is (•••) ••• ••••"),
        ("+1 212.555.0123", "+• •••.•••.••••"),
        ("2125550123 is new", "•••••••••• is new"),
        ("555-0123", "•••-••••"),
        ("电话13800138000", "电话•••••••••••"),
        ("１３８００１３８０００", "•••••••••••"),
        ("一三八零零一三八幺幺〇", "•••••••••••"),
        ("five five five one two one two", "•••• •••• •••• ••• ••• ••• •••"),
        ("mail bob.smith@gmail.com pls", "mail •••.•••••@•••••.••• pls"),
        ("我邮箱abc@qq.com", "我邮箱•••@••.•••"),
        ("john at gmail dot com", "•••• •• ••••• ••• •••"),
        ("card 4242 4242 4242 4242", "card •••• •••• •••• ••••"),
        ("ssn 123-45-6789", "ssn •••-••-••••"),
        ("11010119900307851X", "••••••••••••••••••"),
        ("my account AB12345 closed", "my account ••••••• closed"),
        ("acct 4821", "acct ••••"),
        ("尾号六六二一", "尾号••••"),
        ("ref TX-99812", "ref ••-•••••"),
        ("03/09/1975", "••/••/••••"),
        ("born march 9 75", "born march • ••"),
    ],
)
def test_what_leads_to_a_person_is_hidden(text: str, hidden: str) -> None:
    assert masked(text) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "put 90 down for the 22nd",
        "pay 1,234.50 on 3/22",
        "pay 1234.50 tomorrow",
        "$100000 is too much",
        "100000元",
        "500/mo for 6 months",
        "100-200 a week",
        "二十二号给你打九百",
        "三百五一个月",
        "call me after 7",
        "",
    ],
)
def test_dates_and_amounts_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("it's 4821, march 3", "it's ••••, march •"),
        ("六六二一", "••••"),
        ("三月九日", "•月•日"),
        ("3/9/75", "•/•/••"),
    ],
)
def test_in_an_answer_to_the_identity_question_every_digit_is_hidden(text: str, hidden: str) -> None:
    assert masked(text, identifies=True) == hidden


@given(st.text(), st.booleans())
def test_the_length_stays_and_nothing_but_hiding_happens(text: str, identifies: bool) -> None:
    hidden = masked(text, identifies=identifies)
    assert len(hidden) == len(text)
    assert all(new in (old, HIDDEN) for old, new in zip(text, hidden, strict=True))
    assert masked(hidden, identifies=identifies) == hidden


@given(st.from_regex(r"[a-z ]{0,9}(\+?[0-9][ -]?){10,16}[a-z ]{0,9}", fullmatch=True))
def test_no_run_of_ten_digits_is_left(text: str) -> None:
    assert not re.search(r"(\d[ -]?){10}", masked(text))
