"""A plain answer says nothing else; one more word, and the label decides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from arrears.domain.language.acts.plain_answers import Part, plain_answer
from arrears.domain.language.means.told_means import means_in
from arrears.domain.language.read import read
from arrears.domain.language.script.fold import has_han
from arrears.domain.money import Currency
from arrears.domain.people import Language

TODAY = date(2026, 1, 20)
DAY, SUM, PAYDAY, NO, THINKING = Part.DAY, Part.SUM, Part.PAYDAY, Part.NO, Part.THINKING
IN_PARTS = Part.IN_PARTS


def parts(text: str) -> frozenset[Part]:
    chinese = has_han(text)
    language, currency = (Language.ZH, Currency.CNY) if chinese else (Language.EN, Currency.USD)
    readings = read(text, language=language, today=TODAY, currency=currency)
    means = means_in(text, language=language, today=TODAY, currency=currency)
    return plain_answer(text, readings, means, TODAY)


PLAIN = [
    ("It'd have to be the 9th", {DAY}),
    ("has to be after the 3rd", {DAY}),
    ("the 15th", {DAY}),
    ("on April 2", {DAY}),
    ("only on the 20th", {DAY}),
    ("the end of the month works for me", {DAY}),
    ("只能9号", {DAY}),
    ("要到3月9号才行", {DAY}),
    ("得等到3月5号", {DAY}),
    ("I get paid on February 9", {PAYDAY}),
    ("we get paid on the 4th", {PAYDAY}),
    ("my wages come in on 2/9", {PAYDAY}),
    ("nope. I get paid on 2/9", {NO, PAYDAY}),
    ("no way. I get paid on 2/9", {NO, PAYDAY}),
    ("I can't afford that. My paycheck comes on February 9", {NO, PAYDAY}),
    ("我9号发工资", {PAYDAY}),
    ("谢谢，2月9日才发工资", {PAYDAY}),
    ("这样不行。2月9号才发工资", {NO, PAYDAY}),
    ("My limit is 45 dollars every week", {SUM}),
    ("that's too high. no more than 45 dollars a week", {NO, SUM}),
    ("no. I can't go over $210 a month", {NO, SUM}),
    ("每周最多45块", {SUM}),
    ("这个我付不起。每个月最多只能还210元", {NO, SUM}),
    ("can't do all of it at once", {IN_PARTS}),
    ("I cant pay the whole thing right now", {IN_PARTS}),
    ("no, not all at once", {NO, IN_PARTS}),
    ("I don't have it all at once", {IN_PARTS}),
    ("I cannot pay in full", {IN_PARTS}),
    ("一次性还不清", {IN_PARTS}),
    ("我现在没法一次性付清", {IN_PARTS}),
    ("一下子拿不出这么多", {IN_PARTS}),
    ("I can't do that", {NO}),
    ("cant afford that much", {NO}),
    ("that won't work", {NO}),
    ("way too steep for me", {NO}),
    ("不行", {NO}),
    ("太高了", {NO}),
    ("这样我办不到", {NO}),
    ("目前不行", {NO}),
    ("let me think", {THINKING}),
    ("hm, I need to think about it", {THINKING}),
    ("not sure yet", {THINKING}),
    ("让我想想", {THINKING}),
    ("您好，我再考虑一下", {THINKING}),
    ("我真说不准", {THINKING}),
    ("说不好 看情况吧", {THINKING}),
    ("目前还不确定", {THINKING}),
]


@pytest.mark.parametrize(("text", "says"), PLAIN)
def test_a_plain_answer_is_read_for_all_that_it_says(text: str, says: set[Part]) -> None:
    assert parts(text) == says


MORE = [
    # Life and death
    "9号我就去死",
    "I want to die on the 9th",
    "I'll be gone by the 15th",
    "I won't be here after the 15th",
    "it ends on the 15th",
    "all I can do is end it on the 15th",
    "I can't do this anymore",
    "I can't go on",
    "I can't do this all anymore",
    "I can't take all of this at once",
    "I can't handle it all",
    "I can't take it any more",
    "I can't live like this",
    "我想死",
    "我想走了",
    "我不行了",
    "我受不了了",
    "活不下去了",
    "我不知道怎么活下去",
    "说不准哪天就走了",
    "不知道还能撑多久",
    "我不想活了，15号",
    "就到15号吧我不活了",
    "my mom died on the 15th",
    "tonight is my last night",
    "today is my last day",
    # What pauses contact
    "I already paid on the 15th",
    "I paid on January 21",
    "paid it on the 5th",
    "我15号已经还了",
    "工资15号发了，已经还了",
    "I don't owe this",
    "this isn't mine",
    "I filed on the 15th",
    "the court date is the 15th",
    "no, wrong number",
    "that's not me",
    # What ends it
    "stop, I can't do that",
    "no more texts",
    "no more",
    "don't call me before the 15th",
    "I won't pay",
    "不还",
    # Hardship
    "I can't pay",
    "I can't pay anything",
    "我还不起",
    "I can't afford anything",
    "I lost my job, can't do that",
    "我失业了，做不到",
    "没钱",
    # Questions, and what may be of the hour
    "2300? 230",
    "两千三？二百三吧",
    "too early",
    # Nothing of any kind
    "hello",
    "ok",
    "",
    "a hundred times no " * 20,
]


@pytest.mark.parametrize("text", MORE)
def test_one_more_word_and_it_is_no_plain_answer(text: str) -> None:
    assert parts(text) == frozenset()


WORDS = [
    "我觉得",
    "我",
    "我们",
    "如果我",
    "不行",
    "no ",
    "i can ",
    "really ",
    "15号",
    "that ",
    "the 15th ",
    "了",
    ",",
    "。",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_any_row_of_its_words_is_read_at_once(text: str) -> None:
    assert parts(text) <= set(Part)


NLU_DATA = Path(__file__).parents[3] / "nlu_data"
NEVER_MISSED = {
    "self_harm",
    "stop_texts",
    "cease_contact",
    "attorney_represented",
    "bankruptcy",
    "deceased",
    "already_paid",
    "complaint_regulator",
}


def turns_that_must_stop() -> list[str]:
    """Of training and validation, never of what is held out."""
    found = []
    for folder in ("en", "zh", "validation"):
        for file in sorted((NLU_DATA / folder).glob("*.yml")):
            for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
                if NEVER_MISSED & {*block["intent"].split("+")}:
                    found += [line.removeprefix("- ").strip() for line in block["examples"].splitlines()]
    return found


def test_no_turn_that_must_stop_is_a_plain_answer() -> None:
    turns = turns_that_must_stop()
    assert len(turns) > 1000
    assert [text for text in turns if parts(text)] == []
