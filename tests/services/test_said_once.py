"""Nobody hears the same words twice in a row: what is not understood, or wanted again, is said otherwise."""

from __future__ import annotations

from itertools import pairwise

import pytest

from arrears.store import Store
from tests.builders.line import keys
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.store import Borrower

OFF_TOPIC = [
    "what's the weather like",
    "who won the game last night",
    "tell me a joke",
    "sing me a song",
    "zap",
]
OFF_TOPIC_ZH = ["今天天气怎么样", "昨晚球赛谁赢了", "讲个笑话", "唱首歌", "哔哩吧啦"]


@pytest.mark.parametrize(
    ("borrower", "texts", "label"),
    [
        (None, OFF_TOPIC, "out_of_scope"),
        (CHINA, OFF_TOPIC_ZH, "out_of_scope"),
        (None, ["what?"] * 5, "repeat_clarify"),
        (None, ["fuck you"] * 5, "abusive"),
        (CHINA, ["混蛋"] * 5, "abusive"),
        (None, ["human now"] * 5, "request_human"),
        (CHINA, ["转人工"] * 5, "request_human"),
        (None, ["a discount please"] * 5, "request_settlement"),
        (None, ["I have no money"] * 4, "cannot_pay"),
    ],
)
def test_no_words_are_heard_twice_in_a_row(
    sqlite_store: Store, borrower: Borrower | None, texts: list[str], label: str
) -> None:
    line = verified(sqlite_store, borrower, **dict.fromkeys(texts, label))
    said = [line.says(text) for text in texts]
    assert all(first != then for first, then in pairwise(said))


@pytest.mark.parametrize(("borrower", "texts"), [(None, OFF_TOPIC), (CHINA, OFF_TOPIC_ZH)])
def test_off_topic_leads_through_other_ways_to_a_person_and_no_day_in_it_is_one_to_pay(
    sqlite_store: Store, borrower: Borrower | None, texts: list[str]
) -> None:
    line = verified(sqlite_store, borrower, **dict.fromkeys(texts, "out_of_scope"))
    heard = []
    for text in texts:
        line.says(text)
        heard.append(*keys(line))
    assert heard == ["scope.answer", "scope.second", "scope.third", "human.waiting", "human.promised"]


@pytest.mark.parametrize("text", ["how about the 15th", "15号怎么样", "200, whatever the weather"])
def test_terms_stay_terms_whatever_they_were_labelled(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: "out_of_scope"})
    line.says(text)
    assert "scope.answer" not in keys(line)


def test_while_terms_wait_the_offer_is_pointed_to_once(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **dict.fromkeys(OFF_TOPIC, "out_of_scope"))
    line.says(PROPOSAL)
    said = [line.says(text) for text in OFF_TOPIC]
    assert len(set(said)) == len(said)
