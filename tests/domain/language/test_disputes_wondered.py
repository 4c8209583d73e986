"""Who only wonders claims nothing, and who has found out why takes the doubt back."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.disputes_denied import only_wonders, takes_doubt_back


@pytest.mark.parametrize(
    ("text", "wonders"),
    [
        ("Hello, I got a notice that I'm past due? I thought this was on autopay.", True),
        ("why am i late? i thought it comes out automatically", True),
        ("isn't this on autopay", True),
        ("我以为是自动扣的 怎么逾期了", True),
        ("不是自动扣款吗", True),
        ("I thought this was on autopay and you charged me twice", False),
        ("i thought i paid it, i have proof", False),
        ("I thought it was on autopay, this is your mistake", False),
        ("i already paid, i thought", False),
        ("我以为还了 你们搞错了吧", False),
        ("I thought we could talk", False),
    ],
)
def test_who_had_thought_that_it_was_seen_to(text: str, *, wonders: bool) -> None:
    assert only_wonders(text) is wonders


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Oh I see, I changed banks in April, that must be it. What do I owe today in total?", True),
        ("my mistake, I looked at the other account", True),
        ("那是我记错了 那我现在还多少", True),
        ("怪不得 我换卡了", True),
        ("that's why I dispute it", False),
        ("that must be your mistake", False),
        ("oh that makes sense, you people are thieves", False),
        ("that's not my mistake", False),
        ("不是我的错", False),
        ("怪不得 你们乱收费", False),
        ("ok", False),
        ("you're right, but I paid it", False),
    ],
)
def test_who_has_found_out_why(text: str, *, back: bool) -> None:
    assert takes_doubt_back(text) is back
