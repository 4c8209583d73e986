"""What somebody says who takes a call."""

from __future__ import annotations

import pytest

from arrears.domain.language.people.taking_calls import is_in_part, says_it_is_them


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("march", True),
        ("uh the 9th of March.", True),
        ("nineteen seventy", True),
        ("四四", True),
        ("是三月。", True),
        ("um", False),
        ("march my son died", False),
        ("three of my kids", False),
        ("nine one one", False),
        ("988", False),
        ("我死了", False),
        ("月底", False),
    ],
)
def test_only_months_days_and_numbers_are_half_an_answer(text: str, whole: bool) -> None:
    assert is_in_part(text) is whole


@pytest.mark.parametrize(
    ("text", "them"),
    [
        ("yes this is she", True),
        ("This is him.", True),
        ("speaking", True),
        ("yeah that's me", True),
        ("我就是", True),
        ("喂，是我", True),
        ("this is his wife", False),
        ("this is her phone", False),
        ("this is not me", False),
        ("speaking for my dad", False),
        ("不是我", False),
        ("是我老公", False),
        ("我是他儿子", False),
    ],
)
def test_who_says_that_it_is_them_is_told_from_who_is_somebody_else(text: str, them: bool) -> None:
    assert says_it_is_them(text) is them
