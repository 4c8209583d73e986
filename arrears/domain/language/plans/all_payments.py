"""Words that speak of all payments from now on: "from now on", "all of them", 以后都."""

from __future__ import annotations

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import compiled, fold

_PAYMENTS = r"(?:payments?|instal?lments?|due\s+(?:dates?|days?)|pay\s+days|dates)"
_ALL = compiled(
    r"\b(?:from\s+(?:now|here|then)\s+on|going\s+forwards?|permanently|each\s+time|every\s+time|always)\b"
    rf"|\b(?:all|every|each)\s+(?:(?:of\s+)?(?:my|the|our|these|those)\s+)?(?:(?:other|future|remaining|coming)\s+)?{_PAYMENTS}\b"
    r"|\b(?:all\s+of\s+(?:them|those|these)|(?:move|change|push|put|make|switch|shift)\s+them\s+all)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    r"|(?:^|[\s,\uff0c。我们就把能不可以想]|那么?)(?:以后|今后|往后(?![挪移推延拖])|从今往后|接下来|后面)(?:的|我|就|也|都|全|统一|每[次期笔])*(?:都(?!不)|全(?!不)|改|换|挪|移|调|固定|每)"
    r"|都[改换](?:到|成|在)|每[次期笔]|(?:所有|全部)的?(?:还款|付款|日期|期|款)|(?:还款日|扣款日)(?:期)?(?:都|统一|固定)?(?:改|换|挪|移|调|定)"
)


def of_all_payments(text: str, readings: Readings) -> bool:
    """Whether the day they name is to be that of every payment, and not of one alone."""
    return readings.frequency is not None or names_all_payments(text)


def names_all_payments(text: str) -> bool:
    """Whether the words speak of every payment: "make it Fridays", 以后都周五."""
    return _ALL.search(fold(text)) is not None
