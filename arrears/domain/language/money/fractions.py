"""Fractions of what is owed: a third, three quarters, 三分之一."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from arrears.domain.language.readings import Certainty, PercentReading, ShareOf
from arrears.domain.language.script.fold import Span, compiled

_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5}
NTHS = {"halves": 2, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6}
"""Into how many parts: split it in thirds."""
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FOLLOWS = (
    r"(?=\s*(?:$|[.,;:!?\ue000\ue002\u4e00-\u9fff])|\s+(?:off|of\s+(?:it|that|this|the|what|my)|now|today|tonight|down|up\s?front|on|by|"
    r"this|next|first|then|and|in|right|each|at|if|please|tomorrow|when|before)\b)"
)
_SAID = compiled(
    r"(?<![\d$])(?<!\d\s)(?<!ty\s)\b(?P<n>a|one|two|three|four)[\s-](?P<part>third|quarter|fourth|fifth)s?\b(?!\s+of\s+(?:the\s+)?(?:month|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    + _FOLLOWS
)
_WRITTEN = compiled(
    r"(?<![\d/$.])(?P<n>[12345])/(?P<of>[345])(?![\d/])(?=\s*(?:of|now|down|today|up\s?front|first|then|off)\b)"
)
_HAN = compiled(r"(?<![百千万])(?P<of>[三四五六七八九十])分之(?P<n>[一二三四五六七八九])(?![点百千])")
_DIGITS = "零一二三四五六七八九十"
_OFF = compiled(r"\s*(?:off|discount|less|reduction)\b|的?(?:减免|优惠)")
_CUT = compiled(
    r"(?:\b(?:knock|take|cut|shave|drop|waive|forgive)\s+(?:it\s+)?(?:off\s+|down\s+(?:by\s+)?|by\s+)?|(?:减免?|免掉?|少还?|优惠|便宜|打掉|抹掉?)(?:个|我)?)$"
)


def read_fractions(text: str) -> Iterator[PercentReading]:
    """Each as its percentage; a third has no exact one, and none is certain to be of this debt."""
    for match in _SAID.finditer(text):
        yield from _reading(match, _COUNTS[match["n"]], _PARTS[match["part"]])
    for match in _WRITTEN.finditer(text):
        yield from _reading(match, int(match["n"]), int(match["of"]))
    for match in _HAN.finditer(text):
        yield from _reading(match, _DIGITS.index(match["n"]), _DIGITS.index(match["of"]))


# "A third now", 先还三分之一: words of paying beside the fraction say that it is of this debt.
_PAID_BEFORE = compiled(
    r"(?:\b(?:pay|do|send|cover|give\s+you)\s+(?:you\s+|off\s+|about\s+|like\s+)?|(?:先|现在|今天|能|可以|就|我)[还付给交打转](?:上|清|个)?(?:总额的?|欠款的?)?)$"
)
_PAID_AFTER = compiled(
    r"\s*(?:of\s+(?:it|that|this|the\s+(?:balance|total|debt|loan|bill|amount)|what\s+i\s+owe)\b|now|today|tonight|down|up\s?front|first|right\s+(?:now|away)|"
    r"tomorrow|[\ue000\ue002]|on\s+(?:the|payday|[\ue000\ue002]))|(?:现在|先|今天|马上|立刻)?[还付给交打转]"
)
_NOT_PAID = compiled(r"\b(?:by|lost|another|of|only)\s+$|[降少减]了?$")


def paid_fractions(text: str) -> Iterator[tuple[Fraction, Span]]:
    """Those that are plainly paid of what is owed, exact, each with its place."""
    said = [(match, _COUNTS[match["n"]], _PARTS[match["part"]]) for match in _SAID.finditer(text)]
    said += [(match, int(match["n"]), int(match["of"])) for match in _WRITTEN.finditer(text)]
    for match in _HAN.finditer(text):
        said.append((match, _DIGITS.index(match["n"]), _DIGITS.index(match["of"])))
    for match, count, of in said:
        before, cut = text[: match.start()], _OFF.match(text, match.end())
        paid = _PAID_BEFORE.search(before) or _PAID_AFTER.match(text, match.end())
        kept = cut or _CUT.search(before) or _NOT_PAID.search(before)
        if paid and not kept and count < of:
            yield Fraction(100 * count, of), match.span()


def _reading(match: re.Match[str], count: int, of: int) -> Iterator[PercentReading]:
    if count >= of:
        return
    percent = (Decimal(100 * count) / of).quantize(Decimal(1), ROUND_HALF_UP)
    off = _OFF.match(match.string, match.end()) or _CUT.search(match.string[: match.start()])
    yield PercentReading(percent, ShareOf.WAIVED if off else ShareOf.PAID, match.span(), Certainty.UNSURE)


_WRITTEN_AFTER = compiled(r"\s+(?:of|now|down|today|upfront|up|on|by|then|in|off|first)\b|\s*\ue000")
_WRITTEN_BEFORE_ZH = compiled(r"[还付给交拿出凑掏打转](?:个|上|[你您]们?)?\s?$")
_WRITTEN_AFTER_ZH = compiled(r"\s*(?:$|[,.!?\uff0c\u3002\uff01\uff1f]|[吧行可好的欠剩余])")


def is_written_part(match: re.Match[str]) -> bool:
    """Whether two numbers with a stroke, which may be a day, are a share: 1/2 now, 只能先拿1/2."""
    text, (start, end) = match.string, match.span()
    if (int(match["m"]), int(match["d"])) not in {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)}:
        return False
    shared = _WRITTEN_BEFORE_ZH.search(text[:start]) and _WRITTEN_AFTER_ZH.match(text, end)
    return bool(shared or _WRITTEN_AFTER.match(text, end))
