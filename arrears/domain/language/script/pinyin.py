"""Whether Chinese is written in Latin letters without marks: "fa le gongzi jiu huan"."""

from __future__ import annotations

import re

from arrears.domain.language.script.fold import fold

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|a|e|i|o|u|v)"
    r"|[mn]g?)"
)
_WORD = re.compile(rf"{_SYLLABLE}{{1,5}}")
_OF_ENGLISH = frozenset((
    "he", "she", "me", "we", "be", "the", "to", "do", "go", "no", "so", "an", "in", "on", "or",
    "us", "him", "her", "you", "are", "can", "one", "done", "gone", "men", "man", "long",
    "hang", "song", "sue", "die", "lie", "name",
))  # fmt: skip
"""English words that are written like syllables: two of them, and the text may be English."""
_ENOUGH = 3


def is_pinyin(text: str) -> bool:
    """Whether every word is made of syllables, of three words or more; digits and marks count for nothing."""
    words = re.findall(r"[a-z]+", fold(text))
    if len(words) < _ENOUGH or not text.isascii():
        return False
    english = sum(word in _OF_ENGLISH for word in words)
    return english < 2 and all(_WORD.fullmatch(word) for word in words)
