"""How long from now somebody means: "in an hour and a half", "give me ten minutes", 一个半小时后."""

from __future__ import annotations

import re
from datetime import timedelta

from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.script.fold import compiled

_ABOUT = (
    r"(?:(?:about|like|around|roughly|maybe|say|another|the\s+next|um+|uh+|well|okay|ok|yeah|yes)[\s,]+)*"
)
_ENGLISH = (
    r"(?:(?P<half>half\s+an\s+hour|(?:a\s+)?half\s+hour)"
    rf"|(?P<count>(?:a\s+)?couple(?:\s+of)?|{SMALL_COUNT})\s+(?P<more>and\s+a\s+half\s+)?"
    r"(?P<unit>minutes?|mins?|hours?|hrs?)\b(?P<rest>\s+and\s+a\s+half\b)?)"
)
_IN_ENGLISH = compiled(
    rf"(?P<cue>\b(?:in|give\s+me|gimme|i\s+need)\s+)?{_ABOUT}\b{_ENGLISH}(?P<from_now>\s+(?:from\s+now|later)\b)?"
    r"(?:\s+(?:or\s+so|please|thanks|is\s+(?:fine|good|ok|okay)|would\s+be\s+(?:fine|good|great)))*"
)
_IN_MANDARIN = compiled(
    rf"(?<![\d.])(?P<count>{SMALL_HAN})个?(?P<more>半)?(?P<unit>小时|钟头|分钟|刻钟)|(?P<half>半)个?(?:小时|钟头)"
)


def stretch_from_now(plain: str) -> timedelta | None:
    """The stretch of time in the folded text after which they want something; None where there is none.

    In English it is said with "in" or "from now", or nothing else is said.
    """
    mandarin = _IN_MANDARIN.search(plain)
    if mandarin is not None:
        return _long(mandarin, small_han(mandarin["count"] or ""))
    for said in _IN_ENGLISH.finditer(plain):
        if said["cue"] or said["from_now"] or said.group() == plain:
            return _long(said, _english_count(said["count"] or ""))
    return None


def _english_count(words: str) -> int | None:
    return 2 if "couple" in words else small_count(words)


_HALF = timedelta(minutes=30)
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "分": timedelta(minutes=1),
    "刻": timedelta(minutes=15),
    "小": timedelta(hours=1),
    "钟": timedelta(hours=1),
}


def _long(said: re.Match[str], count: int | None) -> timedelta:
    if said["half"]:
        return _HALF
    unit = _UNITS[said["unit"][0]]
    more = said["more"] or said.groupdict().get("rest")
    return unit * (count or 0) + (unit / 2 if more else timedelta(0))
