"""Who says outright that they are safe; anything less, and anything beside it, is not taken for that."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from arrears.domain.language.acts.fears_for_self import fears_for_self
from arrears.domain.language.acts.safe_again import leaves_safety_open, says_safe, says_well


@pytest.mark.parametrize(
    "text",
    [
        "what? yes I'm safe, I don't want to hurt myself, I was just angry. wrong end of the stick",
        "yes I'm safe",
        "I am perfectly safe, thanks",
        "I'm not suicidal, I was just mad",
        "I would never hurt myself",
        "I'm not going to kill myself",
        "我很安全，我没想自杀，就是生气",
        "我现在安全",
        "我不会想不开的",
        "没想不开，我就是发火",
    ],
)
def test_safe_in_so_many_words(text: str) -> None:
    assert says_safe(text)
    assert not fears_for_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "I'm fine",
        "没事",
        "I'm not safe",
        "I don't think I'm safe",
        "I'm safe for now",
        "I'm safe but I can't go on",
        "I can't promise I won't hurt myself",
        "I don't know how not to hurt myself",
        "I don't want to live",
        "I'm safe, I want to die though",
        "I won't kill myself tonight",
        "我不安全",
        "我暂时安全",
        "我很安全，但是活着没意思",
        "我不会自杀，就是不想活了",
        "can we set up a payment plan",
        "",
    ],
)
def test_not_safe_in_so_many_words(text: str) -> None:
    assert not says_safe(text)


@pytest.mark.parametrize(
    ("text", "feared"),
    [
        ("can we please just set up a payment plan", False),
        ("so when's the last one", False),
        ("ya ok deal", False),
        ("I get paid every other friday", False),
        ("每个月还800", False),
        ("什么时候有人回我", False),
        ("I want to die", True),
        ("I can't go on", True),
        ("we'd be better off without me", True),
        ("撑不住了", True),
        ("不想活了", True),
        ("我还是想死", True),
    ],
)
def test_what_is_feared_after_it(text: str, feared: bool) -> None:
    assert fears_for_self(text) is feared


@pytest.mark.parametrize(
    "text",
    [
        "so when I be done with all of it",
        "if i wanted to be completely done with this what would it take",
        "not this friday tho this friday is gone already so the one after",
        "can i pay it at the end of the month",
        "im done texting for tonight",
        "hang on, my phone is dying",
        "what's the cost of living got to do with it",
        "以后我老婆替我转钱可以不",
        "还完这期 剩下的怎么排 哪天结束",
        "想一把了结 今天全部付清是几个钱",
        "从我卡上划钱就行",
        "别老给我发短信了 一个月提醒一次就够了",
        "我教了一辈子书，从来没有拖欠过别人的钱",
        "开了一辈子车没欠过谁",
    ],
)
def test_the_end_of_a_debt_is_not_feared(text: str) -> None:
    assert not fears_for_self(text)


@pytest.mark.parametrize(
    "text",
    [
        "im done. not with the loan. with all of it",
        "i wont be around for the next bill",
        "written my will and my letters, im ready to go",
        "i keep lookin at my shotgun",
        "every night i pray i dont wake up",
        "我站在天台上 风很大",
        "药我都备好了",
        "我今晚就走 不用劝",
        "这条命你们拿去抵债",
        "每天都在想怎么结束这一切",
        "这一辈子没什么好说的了",
        "苦了一辈子",
        "干了一辈子 累了",
        "教了一辈子书，不想活了",
    ],
)
def test_means_places_and_farewells_are_feared(text: str) -> None:
    assert fears_for_self(text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nearly_every_example_of_self_harm_has_a_word_of_it_and_few_others(language: str) -> None:
    true, other = _examples(language)
    # What is said roundabout has none; it is asked about (docs/adr/0024).
    assert sum(map(fears_for_self, true)) >= 0.9 * len(true)
    assert sum(map(fears_for_self, other)) <= 0.08 * len(other)


def _examples(language: str) -> tuple[list[str], list[str]]:
    nlu, true, other = Path(__file__).parents[3] / "nlu_data", list[str](), list[str]()
    for path in (*sorted((nlu / language).glob("*.yml")), nlu / "validation" / f"{language}.yml"):
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = (line.strip() for line in group.get("examples", "").splitlines())
            texts = [line[2:] for line in lines if line.startswith("- ")]
            (true if "self_harm" in group.get("intent", "") else other).extend(texts)
    return true, other


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "yeah thats cool",
        "im good",
        "lol no",
        "what? im fine",
        "我没事",
        "没有啊",
        "没事 你想多了",
        "安全",
    ],
)
def test_well_in_answer_to_the_question(text: str) -> None:
    assert says_well(text)
    assert not leaves_safety_open(text)


@pytest.mark.parametrize(
    "text", ["no", "not really", "idk", "i guess", "im not ok", "不", "不知道", "不安全", "说不准"]
)
def test_a_no_or_what_leaves_it_open(text: str) -> None:
    assert leaves_safety_open(text)
    assert not says_well(text)


@pytest.mark.parametrize(
    "text", ["60", "what?", "I can do 50 on Friday", "yes but I can't go on", "我没事 就是不想活了"]
)
def test_neither_of_both(text: str) -> None:
    assert not says_well(text)
    assert not leaves_safety_open(text)
