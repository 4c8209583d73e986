"""One spelling for every character, one for one, so that an offset means the same before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from arrears.domain.language.script.misheard import as_meant
from arrears.domain.language.script.traditional import CANTONESE, TRADITIONAL

Span = tuple[int, int]  # half-open character offsets

READ = "\ue000"  # stands where something was already read
WEEKDAY = "\ue002"  # stands where a day of the week was read; "every" before it says how often
NOISE = "\ue001"  # stands where there is nothing to read: a phone number, a time of day

_FINANCIAL = str.maketrans("幺壹贰貳叁肆伍陆陸柒捌玖拾佰仟〇", "一一二二三四五六六七八九十百千零")
_MARKS = str.maketrans(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2212\u00a0\u3000\uffe5" + READ + NOISE + WEEKDAY,
    "''\"\"---  ¥   ",
)
# Comma, semicolon, exclamation mark, question mark, full stop and list comma, as Chinese writes them.
STOPS = "\uff0c\uff1b\uff01\uff1f\u3002\u3001"
# A full-width comma ends a clause in Chinese; as an ASCII comma it would group digits.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in STOPS}


def fold(text: str) -> str:
    """The text with narrow digits, simplified characters and lower case; the length is unchanged."""
    plain = text.translate(_FULL_WIDTH).translate(_MARKS).translate(TRADITIONAL).translate(_FINANCIAL)
    for cantonese, mandarin in CANTONESE:
        plain = plain.replace(cantonese, mandarin)
    plain = as_meant(plain) if has_han(plain) else plain
    return "".join(low if len(low := char.lower()) == 1 else char for char in plain)


def overlap(one: Span, other: Span) -> bool:
    """Whether they have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def blank(text: str, spans: Iterable[Span], mark: str = READ) -> str:
    """The text with every span overwritten by the mark, so that nothing is read twice."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = mark * (end - start)
    return "".join(chars)


def spans_of(pattern: re.Pattern[str], text: str) -> list[Span]:
    """Where the pattern matches."""
    return [match.span() for match in pattern.finditer(text)]


class LatePattern:
    """A pattern that is compiled when it is first asked for anything.

    There are fifteen hundred, half of the start of every process, and most processes read no text.
    """

    def __init__(self, source: str) -> None:
        self.pattern = source
        _ALL.append(self)

    def __getattr__(self, name: str) -> Any:
        pattern = re.compile(self.pattern, re.ASCII)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(pattern, method))  # found at once from now on
        return getattr(pattern, name)


def compile_all() -> None:
    """Compile what no text has asked for yet: for a server, whose first caller would wait."""
    for pattern in _ALL:
        pattern.search("")


_ALL: list[LatePattern] = []


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern whose digits and word edges are ASCII, so that a Chinese character ends a word.

    It is compiled late: `tests/domain/language/test_patterns_are_quick.py` tells whether it can be.
    """
    return cast("re.Pattern[str]", LatePattern(pattern.replace(r"\W", r"[^\w\u4e00-\u9fff]")))


def has_han(text: str) -> bool:
    """Whether any Chinese character is in the text."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)
