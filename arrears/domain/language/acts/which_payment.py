"""Which payment of a plan somebody speaks of by its number: "the 2nd one", "the last payment", 第二期."""

from __future__ import annotations

from arrears.domain.language.money.numerals_en import ordinal
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import compiled, fold

LAST = -1

_NUMBERED = compiled(
    r"\b(?:the|that|my)\s+(?:(?P<figure>\d{1,2})(?:st|nd|rd|th)|(?P<word>[a-z]+))\s+(?:one|payment|instal+ment|part|half)\b"
    rf"|第(?P<han>\d{{1,2}}|{SMALL_HAN})(?:期|笔|个月的?那?[笔期])|(?P<head>头一?|首)[期笔]"
)
_LAST = compiled(r"\b(?:the|that|my)\s+(?:last|final)\s+(?:one|payment|instal+ment|part)\b|最后一?[期笔]")
_ONE = compiled(
    r"\b(?:the|that|this)\s+(?:one|payment)\s+(?:on|of|for|in|due|from)\b|\b(?:that|this|the\s+(?:first|next|last))\s+(?:one|payment)\b"
    r"|\b(?:just|only)\s+(?:that|this|the)\s+(?:one|payment)\b|[那这]一?[次笔期]|(?:第|头|首|下|最后)一?[次笔期]"
)


def speaks_of_one(text: str) -> bool:
    """Whether it is of one payment among several: "the one on the 5th", 5号那次."""
    return payment_named(text) is not None or _ONE.search(fold(text)) is not None


_ITS_DAY = compiled(
    r"\bwhat(?:'?s|\s+is|\s+was|\s+will\s+be)?\s+(?:(?:be\s+)?the\s+)?(?:exact\s+)?(?:date|day)\b|\b(?:which|what)\s+(?:date|day)\b"
    r"|\bwhen(?:'?s|\s+(?:is|was|are|does|do|would|will))\b|哪一?天|几号|几月|什么时候|何时|啥时候|什么日[子期]|日期"
)
_ELSE = compiled(
    r"\b(?:mov|chang|switch|push|shift|postpon|delay|make\s+it|miss|late|if)\w*\b|\b(?:can|could)\s+(?:i|we|it|you|that|the)\b|改|换|挪|推|延|能|可以|没|晚|要是|如果|万一"
)


def asks_day_of(text: str, readings: Readings) -> int | None:
    """The number of the payment whose day they ask for, and move nothing; LAST for the last; else None."""
    plain = fold(text)
    if readings.amounts or any(day.on for day in readings.dates) or _ELSE.search(plain) is not None:
        return None
    return payment_named(text) if _ITS_DAY.search(plain) is not None else None


def payment_named(text: str) -> int | None:
    """Its number, from 1; LAST for the last one; None where none is named by its number."""
    plain = fold(text)
    if _LAST.search(plain):
        return LAST
    said = _NUMBERED.search(plain)
    if said is None:
        return None
    if said["head"]:
        return 1
    if said["han"]:
        return int(said["han"]) if said["han"].isdigit() else small_han(said["han"])
    return int(said["figure"]) if said["figure"] else ordinal(said["word"])
