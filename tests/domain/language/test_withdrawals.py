"""Withdrawal of consent in borrowers' words: what ends, how far, and what only sounds like it.

The sentences stand in `withdrawals_en.txt` and `withdrawals_zh.txt`, under the widest scope each withdraws.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from arrears.domain.language.withdrawals.find import WithdrawalScope, reopens, withdrawal, withdrawals

_HERE = Path(__file__).parent
TEXTS, CALLS = WithdrawalScope.TEXTS_AND_AUTOMATED_CALLS, WithdrawalScope.CALLS
EVERYTHING, EMAIL, WORK = WithdrawalScope.EVERYTHING, WithdrawalScope.EMAIL, WithdrawalScope.WORK


def sentences(language: str) -> list[tuple[str, WithdrawalScope | None]]:
    """Each sentence of the table, with the widest scope that it withdraws."""
    found: list[tuple[str, WithdrawalScope | None]] = []
    scope: WithdrawalScope | None = None
    for line in (_HERE / f"withdrawals_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            scope = None if line == "[none]" else WithdrawalScope(line.strip("[]"))
        elif line:
            found.append((line, scope))
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sentence_of_the_tables_withdraws_what_it_stands_under(language: str) -> None:
    wrong = {
        text: (one.scope if one else None, expected)
        for text, expected in sentences(language)
        if (None if (one := withdrawal(text)) is None else one.scope) is not expected
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("stop calling and texting me", [TEXTS, CALLS]),
        ("stop calling, texting, and emailing me", [TEXTS, CALLS, EMAIL]),
        ("do not call, text or email me", [TEXTS, CALLS, EMAIL]),
        ("no calls no texts", [TEXTS, CALLS]),
        ("stop texting, call me", [TEXTS]),
        ("don't text, call me", [TEXTS]),
        ("stop calling. text me instead", [CALLS]),
        ("leave me alone and stop texting me", [EVERYTHING, TEXTS]),
        ("stop texting me and don't call my job", [TEXTS, WORK]),
        ("not at my job, and no more emails", [EMAIL, WORK]),
        ("stop calling me at home and at work", [CALLS]),
        ("stop contacting me by text", [TEXTS]),
        ("stop contacting me on my cell phone", [TEXTS, CALLS]),
        ("quit blowing up my phone", [TEXTS, CALLS]),
        ("only contact me by email only", [TEXTS, CALLS]),
        ("don't use this number", [TEXTS, CALLS]),
        ("remove me from your call list", [CALLS]),
        ("take me off your email list", [EMAIL]),
        ("i revoke consent to text or call", [TEXTS, CALLS]),
        ("电话短信都不要再来", [TEXTS, CALLS]),
        ("别再打电话发短信了", [TEXTS, CALLS]),
        ("别发短信，也别打电话", [TEXTS, CALLS]),
        ("别再发短信了也别打我公司", [TEXTS, WORK]),
        ("别打电话发短信就行", [CALLS]),
        ("别再联系我，短信也别发", [EVERYTHING, TEXTS]),
        ("不准再联系我公司和我家里", [EVERYTHING]),
    ],
)
def test_every_scope_that_is_said_is_found_the_widest_first(
    text: str, expected: list[WithdrawalScope]
) -> None:
    assert [one.scope for one in withdrawals(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'll pay Friday and stop texting me, ok?", "stop texting"),
        ("ok 500 on the 15th, 别再发短信了", "别再发短信"),
        ("ＯＫ　ＳＴＯＰ", "ＯＫ　ＳＴＯＰ"),
        ("  stop!! ", "stop!!"),
        ("fine. S T O P", "S T O P"),
        ("wrong person. please take me off your list", "take me off your list"),
        ("周五还。別再聯絡我", "別再聯絡我"),
        ("别 打 电 话", "别 打 电 话"),
    ],
)
def test_the_span_covers_the_words_that_withdraw(text: str, words: str) -> None:
    one = withdrawal(text)
    assert one is not None
    assert text[slice(*one.span)] == words


@pytest.mark.parametrize(
    "text", ["START", "start", "Start!", "UNSTOP", "unstop.", "恢复", "恢復", "ＳＴＡＲＴ", " start "]
)
def test_the_word_for_starting_again_reopens_as_a_whole_message(text: str) -> None:
    assert reopens(text)
    assert withdrawal(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "yes", "YES", "ok", "sure", "y", "是", "好", "start me on a plan", "I want to start",
        "start texting me", "start please", "when does it start", "stop", "help", "unstop the plan",
        "恢复短信吧", "不要恢复", "",
    ],
)  # fmt: skip
def test_nothing_else_reopens_and_yes_never_does(text: str) -> None:
    assert not reopens(text)
