"""A card number that somebody types is hidden; what only looks like one is left."""

from __future__ import annotations

import pytest

from arrears.domain.card_numbers import had_card_number, without_card_numbers

CARDS = (
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "378282246310005",  # 15 digits
    "30569309025904",  # 14 digits
    "6222020000000000000",  # 19 digits, as cards in China have
)
OTHERS = (
    "4111111111111112",  # does not check
    "+12125550123",
    "+8613900000123",
    "13900000123",
    "03/09/1975 4421",
    "350 on the 15th",
    "41111111111111111111111111111111",  # longer than any card
    "L-0123 4567",
)


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("around", ["{}", "from {} exp 04/27", "{} 123", "用{}扣吧", "card:{}, thanks"])
def test_a_card_number_is_hidden_and_the_rest_stays_in_its_place(card: str, around: str) -> None:
    text = around.format(card)
    hidden = without_card_numbers(text)
    assert len(hidden) == len(text)
    assert not any(char.isdigit() for char in hidden[text.index(card) :][: len(card)])
    before, after = around.split("{}")
    assert hidden.startswith(before)
    assert hidden.endswith(after) or after == " 123"
    assert had_card_number(hidden)
    assert without_card_numbers(hidden) == hidden


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_are_left(text: str) -> None:
    assert without_card_numbers(text) == text
    assert not had_card_number(text)
