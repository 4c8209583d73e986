"""Coming off work and never having served are no service in arms; every word of service keeps the label."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.domain.language.acts.civil_work import is_no_service

NLU_DATA = Path(__file__).parents[3] / "nlu_data"


@pytest.mark.parametrize(
    ("text", "is_none"),
    [
        ("我是赵立军，刚下班，什么事", True),
        ("刚下夜班", True),
        ("刚收工，怎么了", True),
        ("我没当过兵啊，我在工地上班，搞错了吧", True),
        ("我不是军人", True),
        ("just got off work, what's up", True),
        ("I'm off duty now, what is this", True),
        ("I never served, you got it wrong", True),
        ("I'm not in the military", True),
        ("我在部队，刚下班", False),
        ("刚下哨，什么事", False),
        ("下班了，下周去部队报到", False),
        ("我不是军人，我老公是", False),
        ("我没当过兵，我儿子在当兵", False),
        ("我还没当兵，下个月入伍", False),
        ("I'm off duty, back on base tonight", False),
        ("I'm not in the army anymore", False),
        ("I never served but my wife is active duty", False),
        ("I'm not in the military, he is", False),
        ("just off work, my unit ships out monday", False),
        ("i ship out to basic training next week", False),
        ("什么事", False),
        ("", False),
    ],
)
def test_what_is_no_service(text: str, is_none: bool) -> None:
    assert is_no_service(text, "赵立军") is is_none


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_turn_to_learn_military_service_from_is_doubted(language: str) -> None:
    data = yaml.safe_load((NLU_DATA / language / "military.yml").read_text("utf-8"))
    turns = [line.removeprefix("- ") for line in data["nlu"][0]["examples"].splitlines()]
    assert [each for each in turns if is_no_service(each)] == []
