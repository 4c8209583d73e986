"""Whom we shall not speak with is no end of contact; whatever else is forbidden keeps the label."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.domain.language.people.third_party_wishes import is_only_about_others
from arrears.domain.language.withdrawals.find import withdrawals

NLU_DATA = Path(__file__).parents[3] / "nlu_data"


@pytest.mark.parametrize(
    "text",
    [
        "还有，别再跟我老婆说这事",
        "别再跟我老婆说这事",
        "不要跟我老公讲",
        "别给我妈打电话说这个",
        "以后请不要联系我家人",
        "别告诉我老板",
        "别再跟我爸妈提贷款的事了",
        "don't talk to my wife about this",
        "and don't discuss this with my mom again",
        "stop telling my husband about my loan",
        "please stop calling my wife",
        "leave my wife out of this",
        "I can pay 60. don't tell my husband about it please",
        "dont go telling jake any of this",
        "don't say anything to Rosa about my loan",
        "以后别跟我老婆说这个 她不知道我借了钱",
        "别告诉我爸妈，他们还不知道这事",
        "don't tell my wife about this, she doesn't know I borrowed money",
    ],
)
def test_a_wish_about_others(text: str) -> None:
    assert is_only_about_others(text)


@pytest.mark.parametrize(
    "text",
    [
        "don't tell me about it",
        "dont talk to me about this",
        "don't tell him that i called",
        "don't tell jake, and stop texting me",
        "别再跟我老婆说这事，也别再找我",
        "别跟我老婆说，别烦我",
        "别联系我和我老婆",
        "不要再联系我",
        "别再打电话了",
        "don't talk to my wife and stop contacting me",
        "don't tell my wife. leave me alone",
        "don't call my wife or me",
        "don't talk to me or my wife again",
        "stop contacting us",
        "don't call my wife, I'm done with you people",
        "my wife says stop",
        "别跟我老婆说，我不知道我欠了钱",
        "别跟我老婆说 她不知道 我也没借过钱",
        "don't tell my wife, I don't know about this loan",
        "never contact my family or myself again",
        "",
    ],
)
def test_more_than_a_wish_about_others(text: str) -> None:
    assert not is_only_about_others(text) or withdrawals(text)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("intent", ["cease_contact", "stop_texts"])
def test_no_turn_to_learn_an_end_from_is_doubted(language: str, intent: str) -> None:
    data = yaml.safe_load((NLU_DATA / language / f"{intent}.yml").read_text("utf-8"))
    turns = [line.removeprefix("- ") for line in data["nlu"][0]["examples"].splitlines()]
    assert [each for each in turns if is_only_about_others(each) and not withdrawals(each)] == []
