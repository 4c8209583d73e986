"""A sum of every payday: "75 a check", 每次发工资还800. How often that is, they may not say."""

from __future__ import annotations

from arrears.domain.language.readings import AmountKind, Frequency, Readings
from arrears.domain.language.script.fold import compiled, fold

_EACH = compiled(
    r"(?:(?:\b(?<=\d\s)a|(?<=bucks\s)a|(?<=dollars\s)a|\bper|\beach|\bevery)\s+(?:single\s+)?"
    r"(?:(?:pay\s?)(?:check|cheque|day|period)|check|cheque)s?\b|/\s?(?:pay\s?)?check\b|\bevery\s?time\s+i\s+get\s+paid\b"
    r"|\b(?:each|every|any)\s+time\s+i(?:'?m|\s+am)?\s+(?:get\s+)?paid\b|\bwhenever\s+i\s+get\s+paid\b|\bon\s+(?:my\s+)?pay\s?days\b)"
    r"|(?:每一?[次回]|每到|每个?|一到)(?:我)?(?:发|领|开|拿)?(?:工资|薪水?|工钱|发薪日?)|(?:发|领|开)一[次回](?:工资|薪水?|工钱)(?:就)?[还付给交]"
)
_EACH_TIME = compiled(r"\b(?:each|every|a)\s+time\b|\b(?:each|a\s+piece|apiece)\s*[.!]?\s*$|每一?[次回]")
_PAID = compiled(
    r"\b(?:get(?:ting)?|am|i'?m)\s+paid\b|\bpay\s?(?:day|check|cheque)s?\b|(?:发|领|开)(?:工资|薪水?|工钱)"
)
"""Beside a word of wages "75 each time" is a sum of every payday."""
_NOT_THEIRS = compiled(
    r"\b(?:take|takes|taken|taking|garnish\w*|withh\w+|make|makes|earn|bring)\b|扣|罚|[挣赚]"
)
_TWO_DAYS = compiled(
    r"(?:on\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s*(?:and|&|n)\s*(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|(?:end|last(?:\s+day)?)(?:\s+of(?:\s+(?:the|each|every))?\s+month)?)\b"
    r"|\d{1,2}[号日]?(?:和|跟|、|,|\uff0c|与)\s*(?:\d{1,2}[号日]|月底|月末|最后一天)"
)


def is_each_payday(text: str, readings: Readings) -> bool:
    """Whether the one sum of the turn is one of every payday, in a rhythm that is not said."""
    plain = fold(text)
    sums = [each for each in readings.amounts if each.kind is AmountKind.SUM]
    unsaid = readings.frequency is None and readings.instalment_count is None
    each_time = _EACH_TIME.search(plain) is not None and _PAID.search(plain) is not None
    each = each_time or _EACH.search(plain) is not None
    return unsaid and len(sums) == 1 and each and _NOT_THEIRS.search(plain) is None


def paid_how_often(text: str, readings: Readings) -> Frequency | None:
    """The rhythm that two days side by side say, where it is known that they are paydays; else None."""
    return Frequency.SEMIMONTHLY if not readings.amounts and on_two_days(text) else None


def on_two_days(text: str) -> bool:
    """Whether two days of no certain month stand side by side: "the 15th and the end of the month"."""
    return _TWO_DAYS.search(fold(text)) is not None
