"""Who tells a card number and nothing else, in English and Mandarin, typed and spoken."""

from __future__ import annotations

import pytest

from arrears.domain.card_numbers import without_card_numbers
from arrears.domain.language.acts.told_cards import names_card_alone, tells_card_alone


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("my card number is 4111 1111 1111 1111", True),
        ("It's card 4111111111111111, thanks", True),
        ("ok, charge my Visa card: 4111-1111-1111-1111 code 123", True),
        ("my card is four one one one, one one one one, one one one one, one one one one", True),
        ("我的卡号是4111111111111111", True),
        ("我的卡号是四幺幺幺幺幺幺幺幺幺幺幺幺幺幺幺", True),
        ("好的，从我的银行卡里扣，卡号是4111 1111 1111 1111", True),
        ("4111111111111111", True),
        # Without a number, or with words that say more.
        ("my card number is", False),
        ("我的卡号是", False),
        ("my card number is not 4111111111111111", False),
        ("you have the wrong number, my card is 4111111111111111", False),
        ("stop charging my card 4111111111111111", False),
        ("4111111111111111 is my husband's card", False),
        ("我没有4111111111111111这张卡", False),
        ("别再从我的卡4111111111111111扣款了", False),
        ("打错了，我的卡号是4111111111111111", False),
    ],
)
def test_a_card_number_alone_is_told_from_one_with_more_to_say(text: str, alone: bool) -> None:
    assert tells_card_alone(without_card_numbers(text)) is alone


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("with my visa", True),
        ("can i pay by debit card", True),
        ("um with a card please", True),
        ("on my mastercard", True),
        ("用信用卡", True),
        ("我想用银行卡还款", True),
        ("my visa ran out", False),
        ("with my visa i can't work", False),
        ("i lost my card", False),
        ("not with my card", False),
        ("我的卡丢了", False),
    ],
)
def test_who_only_names_a_card_to_pay_with_is_told_from_who_says_more(text: str, alone: bool) -> None:
    assert names_card_alone(text) is alone
