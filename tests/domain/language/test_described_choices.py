"""An offer that is taken by what it is like; a wish, a limit or a fact about it takes none."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.described_choices import Size, Trait, described
from arrears.domain.language.readings import Frequency


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("the weekly one", Frequency.WEEKLY),
        ("weekly please", Frequency.WEEKLY),
        ("I'll take the monthly plan", Frequency.MONTHLY),
        ("every two weeks works for me", Frequency.BIWEEKLY),
        ("let's do the fortnightly option", Frequency.BIWEEKLY),
        ("the smaller payments", Size.SMALLER),
        ("the one with the smaller payments", Size.SMALLER),
        ("ok the lower one please", Size.SMALLER),
        ("the bigger one", Size.LARGER),
        ("the shorter plan", Size.SHORTER),
        ("the longer one", Size.LONGER),
        ("按周的那个", Frequency.WEEKLY),
        ("就每周还的那种吧", Frequency.WEEKLY),
        ("按月吧", Frequency.MONTHLY),
        ("每两周的那个", Frequency.BIWEEKLY),
        ("少的那个", Size.SMALLER),
        ("按少的那个来", Size.SMALLER),
        ("每期金额小一点的那个", None),
        ("金额小一点的那个", Size.SMALLER),
        ("时间短的那个", Size.SHORTER),
    ],
)
def test_the_offer_is_named_by_its_rhythm_or_by_what_it_is_beside_the_other(
    text: str, trait: Trait | None
) -> None:
    assert described(text) == trait


@pytest.mark.parametrize(
    "text",
    [
        "smaller payments",
        "smaller",
        "I need smaller payments",
        "too small",
        "the weekly one but less",
        "I get paid weekly",
        "weekly?",
        "the bigger payments are too much",
        "not the weekly one",
        "60 weekly",
        "the weekly one or the monthly one",
        "the second one",
        "少一点",
        "少的",
        "每周发工资",
        "每周60",
        "按周的太多了",
        "第二个",
    ],
)
def test_anything_more_or_less_than_such_a_choice_takes_none(text: str) -> None:
    assert described(text) is None
