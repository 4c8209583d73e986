"""Idioms of death that are none, and everything beside them that may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.acts.death_idioms import Exclamation, only_exclaims

TEMPER, NEED = Exclamation.TEMPER, Exclamation.NEED
NLU_DATA = Path(__file__).parents[3] / "nlu_data"


@pytest.mark.parametrize(
    ("text", "exclaims"),
    [
        ("累死了", TEMPER),
        ("我累死了", TEMPER),
        ("烦死了别催了", TEMPER),
        ("天天催催催烦死了", TEMPER),
        ("气死我了", TEMPER),
        ("我快被你们气死了", TEMPER),
        ("最近忙死我了", TEMPER),
        ("快被逼疯了", TEMPER),
        ("我要被你们逼疯了", TEMPER),
        ("催得我要疯了", TEMPER),
        ("吓死我了", TEMPER),
        ("尴尬死了", TEMPER),
        ("急死人了", TEMPER),
        ("吓得要死", TEMPER),
        ("死馬當活馬醫", TEMPER),
        ("穷死了", NEED),
        ("饿死了", NEED),
        ("愁死我了", NEED),
        ("累死累活一个月才4500", NEED),
        ("店里半死不活的", NEED),
        ("死活还不上", NEED),
        ("店死了", NEED),
        ("这是我的救命钱", NEED),
        ("tired to death of these calls", TEMPER),
        ("over my dead body", TEMPER),
        ("I'm dead broke", NEED),
    ],
)
def test_anger_weariness_and_need_are_heard_as_such(text: str, exclaims: Exclamation) -> None:
    assert only_exclaims(text) is exclaims


@pytest.mark.parametrize(
    "text",
    [
        "活不起了",
        "没法活了",
        "活着真累",
        "撑不下去了",
        "我要崩溃了",
        "死定了",
        "难受死了",
        "痛苦死了",
        "你们要逼死我",
        "我拿命还",
        "要死要活的",
        "累死了算了",
        "烦死了 不想活了",
        "穷死了 活着没意思",
        "累死了 撑不住了",
        "气死我了 我走了你们就满意了",
        "饿死我妈了",
        "我爸饿死了",
        "他累死了",
        "人死了",
        "我快死了",
        "快要死了",
        "急死了 我想去跳楼",
        "愁死了 真想睡过去不醒",
        "烦死了，最后一次了",
        "死了",
        "他死了",
        "tired to death of living",
        "I'm dying here",
        "my wife is dead",
        "I want to be dead",
        "scared to death he will hurt me",
        "没钱",
        "烦",
        "累死了 " * 30,
    ],
)
def test_one_word_that_may_be_meant_and_it_is_no_idiom(text: str) -> None:
    assert only_exclaims(text) is None


def turns_of_harm_and_death() -> list[str]:
    """Of training and validation, never of what is held out."""
    found = []
    for folder in ("en", "zh", "validation"):
        for file in sorted((NLU_DATA / folder).glob("*.yml")):
            for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
                if {"self_harm", "deceased"} & {*block["intent"].split("+")}:
                    found += [line.removeprefix("- ").strip() for line in block["examples"].splitlines()]
    return found


def test_no_turn_of_harm_or_of_a_death_is_a_mere_idiom() -> None:
    turns = turns_of_harm_and_death()
    assert len(turns) > 500
    assert [text for text in turns if only_exclaims(text) is not None] == []


@given(
    st.lists(
        st.sampled_from(["我", "死", "了", "累死了", "要", "被", "疯了", "i ", "to death", ","]), max_size=40
    )
)
def test_any_row_of_its_words_is_read_at_once(words: list[str]) -> None:
    assert only_exclaims("".join(words)) in {None, TEMPER, NEED}
