"""What holds for every text: company, case, width and marks change nothing, none is too long or too odd."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arrears.domain.language.withdrawals.find import WithdrawalScope, reopens, withdrawal, withdrawals
from tests.domain.language.test_withdrawals import sentences

# Said in the middle of anything; a word such as "cancel" is a stop only as a whole message.
_CLEAR_EN = (
    "stop texting me", "do not text me again", "unsubscribe", "opt out", "remove me from your list",
    "no more texts", "stop calling me", "never call me again", "no more calls", "stop contacting me",
    "leave me alone",
    "cease all communication", "stop emailing me", "don't call me at work", "stpo txting me",
    "i revoke my consent to texts",
    "i told you to stop texting", "how do i stop these texts", "if you don't stop calling i will sue",
)  # fmt: skip
_CLEAR_ZH = (
    "别再发短信了", "不要再发了", "退订", "别再打电话", "不要再联系我", "别骚扰我了", "停止一切联系",
    "別再聯絡我", "别打我公司电话", "别再发邮件", "请停止发送短信", "把我从名单里删掉",
)  # fmt: skip
_ORDINARY = (
    "I'll pay 200 on Friday", "I lost my job in May", "ok thanks", "my balance is wrong", "who is this",
    "the interest is too high", "see you on the 15th", "我周五还五百", "利息太高", "我失业了", "好的谢谢",
)  # fmt: skip
_WORDS = (
    "stop quit don't text call me my texts no more of the work at email contact leave alone list off "
    "take remove please and or , . ! i you if not never want to wish again opt out unsubscribe s t o p "
    "\U0001f6d1 ' \u200b 别 不要 再 发 短信 打 电话 联系 我 公司 停止 退订 了 ， 。 上班 晚上"
)
_PIECES = _WORDS.split()
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
)
_TABLES = [
    (text, scope) for language in ("en", "zh") for text, scope in sentences(language) if scope is not None
]


def _scopes(text: str) -> set[WithdrawalScope]:
    return {one.scope for one in withdrawals(text)}


@given(
    said=st.sampled_from(_CLEAR_EN + _CLEAR_ZH),
    before=st.sampled_from(("", *_ORDINARY)),
    after=st.sampled_from(("", *_ORDINARY)),
    joint=st.sampled_from([". ", "! ", "\n", "，", "。", "; ", " - ", "... "]),
)
def test_an_ordinary_sentence_before_or_after_takes_nothing_back(
    said: str, before: str, after: str, joint: str
) -> None:
    text = joint.join(part for part in (before, said, after) if part)
    assert _scopes(said) <= _scopes(text)


@given(
    said=st.sampled_from(_CLEAR_EN),
    before=st.sampled_from(("", *_ORDINARY[:7])),
    after=st.sampled_from(("", *_ORDINARY[:7])),
)
def test_nor_does_it_when_nothing_stands_between_as_in_recognised_speech(
    said: str, before: str, after: str
) -> None:
    assert _scopes(said) <= _scopes(f"{before} {said} {after}".lower())


@given(one=st.sampled_from(_TABLES), change=st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_case_does_not_matter(one: tuple[str, WithdrawalScope], change: object) -> None:
    assert callable(change)
    found = withdrawal(change(one[0]))
    assert found is not None
    assert found.scope is one[1]


@given(
    one=st.sampled_from(_TABLES),
    marks=st.sampled_from(["", ".", "!!", "!?", "。", "！", " :)", " \U0001f621", "…"]),
)
def test_marks_round_the_message_do_not_matter(one: tuple[str, WithdrawalScope], marks: str) -> None:
    found = withdrawal(f"{marks}{one[0].rstrip('.!')}{marks}")
    assert found is not None
    assert found.scope is one[1]


@given(one=st.sampled_from(_TABLES))
def test_full_width_forms_do_not_matter(one: tuple[str, WithdrawalScope]) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in one[0])
    assert unicodedata.normalize("NFKC", wide) == unicodedata.normalize("NFKC", one[0])
    found = withdrawal(wide)
    assert found is not None
    assert found.scope is one[1]


@settings(max_examples=400)
@given(text=_TEXTS)
def test_every_text_is_read_and_every_span_lies_inside_it(text: str) -> None:
    found = withdrawals(text)
    reopens(text)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)
    order = [(list(WithdrawalScope).index(one.scope), one.span) for one in found]
    assert order == sorted(order)
    assert withdrawal(text) == (found[0] if found else None)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "a", "stop ", "stop the ", "s t o p ", "don't call me ", "stop calling and ", "text me again and i ",
        "i don't want to receive ", "you do not have permission to ", "stop bothering me with ",
        "please now ", "stoptext", "\U0001f6d1", "' ", "-", "别发短信", "不要再", "再", "我 ", "短信",
        "回复t", "上班不要", "把我从", " ", "\u200b", "1,", "@",
    ],
)  # fmt: skip
def test_ten_thousand_characters_are_read_without_a_standstill(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    withdrawals(text)
    withdrawals(text + "x")


@pytest.mark.parametrize(
    "text", [text for text, scope in sentences("en") if scope is None and re.search(r"\bstop\b", text)]
)
def test_a_harmless_stop_stays_harmless_in_capitals(text: str) -> None:
    assert withdrawal(text.upper()) is None
