"""A card number that somebody types is hidden; what only looks like one is left."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from arrears.domain.card_numbers import HIDDEN, had_card_number, without_card_numbers

CARDS = (
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111  1111  1111  1111",
    "4111.1111.1111.1111",
    "4111, 1111, 1111, 1111",
    "4111 - 1111 - 1111 - 1111",
    "4111\u20131111\u20131111\u20131111",  # en dashes
    "4111\u00a01111\u00a01111\u00a01111",
    "4111 1111\r\n1111 1111",
    "4111\u200b1111\u200b1111\u200b1111",
    "４１１１ １１１１ １１１１ １１１１",
    "４１１１１１１１１１１１１１１１",
    "411 111 111 111 1111",
    "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "378282246310005",  # 15 digits
    "3782 822463 10005",
    "30569309025904",  # 14 digits
    "3056 930902 5904",
    "4222222222222",  # 13 digits
    "6222020000000000000",  # 19 digits, as cards in China have
    "6222 0200 0000 0000 000",
    "622202 0000000000000",
)
OTHERS = (
    "4111111111111112",  # does not check
    "4111 1111 1111 1112",
    "+12125550123",
    "+8613900000123",
    "8613900000123",
    "13900000123",
    "03/09/1975 4421",
    "350 on the 15th",
    "41111111111111111111111111111111",  # longer than any card
    "L-0123 4567",
    "0000000000000",
    "212-555-0122 4421",  # the digits check
    "2026-11-24 1200 4422",  # the digits check
    "300, 300, 300, 300, 303",  # the digits check
    "300.00, 300.00, 300.03",  # the digits check
    "4111 1111 and 1111 1111",
    "cvv 321",
    "",
)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize(
    "around", ["{}", "from {} exp 04/27", "用{}扣吧", "card:{}, thanks", "pay 1 dollar:\n{}"]
)
def test_a_card_number_is_hidden_and_the_rest_stays_in_its_place(card: str, around: str) -> None:
    text = around.format(card)
    hidden = without_card_numbers(text)
    before, after = around.split("{}")
    assert hidden == before + "".join(HIDDEN if char.isdecimal() else char for char in card) + after
    assert had_card_number(hidden)
    assert without_card_numbers(hidden) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("pay 350 4111 1111 1111 1111", "pay 350 •••• •••• •••• ••••"),
        ("$350 4111111111111111", "$350 ••••••••••••••••"),
        ("exp 12/28 4111 1111 1111 1111", "exp 12/28 •••• •••• •••• ••••"),
        ("4111111111111111 350 on the 15th", "•••••••••••••••• 350 on the 15th"),
        ("4111111111111111, 350.00", "••••••••••••••••, 350.00"),
        ("cvv 321 4111-1111-1111-1111", "cvv ••• ••••-••••-••••-••••"),
        ("4111111111111111 CVV: 321, $350", "•••••••••••••••• CVV: •••, $350"),
        ("4111111111111111 security code is 3219", "•••••••••••••••• security code is ••••"),
        ("卡号4111111111111111安全码是321", "卡号••••••••••••••••安全码是•••"),
        ("4111111111111111 then 378282246310005", "•••••••••••••••• then •••••••••••••••"),
        ("4111111111111111 code 32199", "•••••••••••••••• code 32199"),
    ],
)
def test_the_card_and_its_code_are_hidden_and_no_other_number(text: str, hidden: str) -> None:
    assert without_card_numbers(text) == hidden


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_left(text: str) -> None:
    assert without_card_numbers(text) == text
    assert not had_card_number(text)


def check_digit(digits: str) -> str:
    """The digit that completes the number, worked out from the right by the textbook."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        total += sum(map(int, str(int(digit) * (2 if place % 2 == 0 else 1))))
    return str(-total % 10)


GAPS = st.sampled_from(["", " ", "-", "  ", ".", ", ", " - ", "\u2013", "\n", "\u00a0"])
BLOCKS = st.sampled_from([(19,), (4, 4, 4, 4, 3), (4, 6, 9), (6, 13), (8, 8, 3)])
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
NUMBERS = st.builds(
    lambda first, rest: first + rest + check_digit(first + rest),
    st.sampled_from(["2", "3", "4", "5", "6", "81", "82"]),
    st.from_regex(r"[0-9]{11,16}", fullmatch=True),
)
AMONG = st.sampled_from(["", "350", "$1,200.50", "12/28", "0421", "2026-11-24", "212-555-0123", "十五号"])
PARTED = st.sampled_from([" ", "\n", ": ", ", ", " on ", "，"])


def grouped(number: str, blocks: tuple[int, ...], gap: str) -> str:
    ends = [sum(blocks[:count]) for count in range(len(blocks) + 1)]
    groups = [number[start:end] for start, end in pairwise(ends)]
    return gap.join(group for group in groups if group)


@given(NUMBERS, BLOCKS, GAPS, st.booleans(), AMONG, AMONG, PARTED)
def test_whatever_stands_around_it_a_card_number_in_a_usual_grouping_is_hidden(
    number: str, blocks: tuple[int, ...], gap: str, wide: bool, before: str, after: str, parted: str
) -> None:
    assert 13 <= len(number) <= 19
    card = grouped(number.translate(WIDE) if wide else number, blocks, gap)
    start = len(before + parted)
    hidden = without_card_numbers(f"{before}{parted}{card}{parted}{after}")
    assert not any(char.isdecimal() for char in hidden[start : start + len(card)])
    assert had_card_number(hidden)
    assert without_card_numbers(hidden) == hidden


@given(NUMBERS, BLOCKS, GAPS, st.integers(1, 9))
def test_a_number_whose_check_digit_is_wrong_is_left(
    number: str, blocks: tuple[int, ...], gap: str, off: int
) -> None:
    wrong = number[:-1] + str((int(number[-1]) + off) % 10)
    text = f"n. {grouped(wrong, blocks, '')}"
    assert without_card_numbers(text) == text
    assert not had_card_number(text)
    assume(len(wrong) < 17)  # of a longer one, the first blocks alone may check
    assume(len(blocks) < 3)
    text = f"n. {grouped(wrong, blocks, gap)}"
    assert without_card_numbers(text) == text


@given(st.from_regex(r"([a-z \n]{0,5}[0-9]{0,12}[a-z]){0,6}", fullmatch=True))
def test_a_text_with_no_thirteen_digits_in_a_row_is_unchanged(text: str) -> None:
    assert without_card_numbers(text) == text


@given(st.text())
def test_the_length_stays_and_nothing_but_digits_is_hidden(text: str) -> None:
    hidden = without_card_numbers(text)
    pairs = zip(text, hidden, strict=True)
    assert all(new == old or (new == HIDDEN and old.isdecimal()) for old, new in pairs)
