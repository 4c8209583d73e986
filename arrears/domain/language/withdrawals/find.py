"""Withdrawal of consent, in whatever words a borrower writes or says it, English or Mandarin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arrears.domain.carrier_words import CarrierWord, carrier_word
from arrears.domain.language.script.fold import fold, has_han, overlap
from arrears.domain.language.script.spelling import clauses
from arrears.domain.language.withdrawals import english, latin, mandarin
from arrears.domain.language.withdrawals.details_refusals import details_refused
from arrears.domain.language.withdrawals.fewer_wished import fewer_wished
from arrears.domain.language.withdrawals.scopes import Withdrawal, WithdrawalScope

__all__ = ["Withdrawal", "WithdrawalScope", "reopens", "withdrawal", "withdrawals"]

_TEXTS = WithdrawalScope.TEXTS_AND_AUTOMATED_CALLS
_HANDS = frozenset("\u270b\u26d4\U0001f6d1\U0001f6ab\U0001f4f5\U0001f645\U0001f91a\U0001f590\U0001f515")
"""Signs that, alone, tell us to stop: a stop sign, a raised hand, no entry, no phones, no bells."""
_LONGEST_WORD_MESSAGE = 60
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_BESIDE = re.compile(
    r"\b(?:please|pls|plz|now|thanks|thank you|thx|reply|por favor)\b|请|谢谢|吧|^(?:回复?|我?要)"
)
_OTHER_WORDS = frozenset(
    [
        "pare",
        "paren",
        "parar",
        "alto",
        "baja",
        "basta",
        "cancelar",
        "detener",
        "arret",
        "no mas",
        "no más",
        "退",
        "t退",
        "n退",
        "取消订阅",
    ]
)


def withdrawal(text: str) -> Withdrawal | None:
    """The widest withdrawal in the text. Where more than one is said, `withdrawals` has the others too."""
    return next(iter(withdrawals(text)), None)


def withdrawals(text: str) -> tuple[Withdrawal, ...]:
    """Every withdrawal in the text, the widest first, then as they stand; empty where there is none.

    Who asks to be called instead of texted ends texts and automated calls: a person may dial that call, while
    an automated voice needs consent anew. Letters are no medium of ours: "no more letters" is no withdrawal,
    and neither are hours ("not before nine") or orders about other people ("don't call my wife"). "Stop
    writing to me" is read as texts. What is meant to end only for an hour or a day is not withdrawn, and
    who wants no amounts in texts (`details_refusals`), or fewer texts (`fewer_wished`), stops no texts.
    Source: 47 CFR 64.1200(a)(10)-(11); 12 CFR 1006.14(h), 1006.6(b)(3).
    """
    folded = fold(text)
    words = clauses(folded)
    heard = [*_whole(folded), *english.found(words, folded), *latin.found(words)]
    if has_han(folded):
        heard += mandarin.found(folded)
    no_stops = [*details_refused(folded), *fewer_wished(folded)]
    heard = [one for one in heard if not any(overlap(one.span, each) for each in no_stops)]
    kept: list[Withdrawal] = []
    for one in sorted(set(heard), key=_widest_first):
        if not (kept and _same(one, kept[-1])):
            kept.append(one)
    return tuple(kept)


def reopens(text: str) -> bool:
    """Whether the whole message is the word that allows texts again: START, UNSTOP or 恢复, and never YES.

    It reopens texts alone, nothing else that a stop has ended.
    """
    return carrier_word(fold(text)) is CarrierWord.START


def _widest_first(one: Withdrawal) -> tuple[int, int, int]:
    return list(WithdrawalScope).index(one.scope), one.span[0], -one.span[1]


def _same(one: Withdrawal, other: Withdrawal) -> bool:
    return one.scope is other.scope and overlap(one.span, other.span)


def _whole(folded: str) -> Iterator[Withdrawal]:
    """The message that is nothing but the word or the sign, and courtesy."""
    if len(folded.strip()) > _LONGEST_WORD_MESSAGE:
        return
    word = _MARKS.sub("", _BESIDE.sub(" ", _MARKS.sub("", folded)))
    commanded = CarrierWord.STOP in (carrier_word(folded), carrier_word(word))
    if commanded or word in _OTHER_WORDS or _is_sign(folded):
        start = len(folded) - len(folded.lstrip())
        yield Withdrawal(_TEXTS, (start, len(folded.rstrip())))


def _is_sign(folded: str) -> bool:
    """Whether there is a stop sign and not a letter or digit beside it."""
    return not _HANDS.isdisjoint(folded) and not any(map(str.isalnum, folded))
