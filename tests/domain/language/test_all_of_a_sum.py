"""All of a sum that is named is that sum, where it is offered."""

from __future__ import annotations

import pytest

from tests.domain.language.turns import turn


@pytest.mark.parametrize(
    "text", ["all 600 on friday", "make it good friday, all 600", "300 now and the full 600 on april 3"]
)
def test_all_of_it_is_offered(text: str) -> None:
    assert 600_00 in [each.money.minor for each in turn(text).amounts if each.money]


@pytest.mark.parametrize(
    "text",
    [
        "you took all 600 on friday",
        "not all 600",
        "i can't do all 600",
        "all 600 customers came on friday",
        "if my boss pays me all 600 on friday",
    ],
)
def test_what_is_none_of_theirs_is_not(text: str) -> None:
    assert not turn(text).amounts


def test_a_hope_makes_no_day_doubtful() -> None:
    (day,) = turn("600 on april 3 if everything works out").dates
    assert day.certainty.name != "UNSURE"
