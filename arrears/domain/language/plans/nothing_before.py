"""The first day on which they have anything: "not before July", "cant until july 3rd", 7月之前没钱.

"I can't do anything this month", 这个月一分都拿不出 is nothing before the next one.
"""

from __future__ import annotations

from datetime import date

from arrears.domain.language.money.amounts import Scope
from arrears.domain.language.read import Wanted, survey
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.script.sentences import asks
from arrears.domain.money import Currency
from arrears.domain.negotiation.schedule import months_after
from arrears.domain.people import Language

_NOT_EN = compiled(
    r"\b(?:not|nothing|none|no\s+(?:money|cash|way)|cannot|\w+n'?t|cant|wont|dont)\b[^.,;!?\n\d]{0,28}"
    r"\b(?:before|until|till|'til)\s+(?:the\s+)?(?:end\s+of\s+)?$"
)
_WITHIN_EN = compiled(r"^(?:before|until|till|'til)\b")
_DENIED_EN = compiled(
    r"\b(?:not|nothing|none|no\s+(?:money|cash|way)|cannot|\w+n'?t|cant|wont|dont)\b[^.,;!?\n\d]{0,28}$"
)
_NOT_ZH = compiled(
    r"^(?:号|日|份|底)?(?:之前|以前|前)[^，,。.！!？?\d]{0,6}?(?:不行|不成|没钱|没有?|还不了|还不上|拿不出|给不了|付不了|一分)"
)
_AGAIN_EN = compiled(
    r"\b(?:(?:pay\w*|start\w*)\s+(?:\w+\s+){0,2}again|resum\w+(?:\s+(?:it|payments?|paying))?)(?:\s+(?:in|from|starting))?\s*$"
)
_THEN_ZH = compiled(r"^份?(?:底|初)?(?:以后|之后|后)(?:再|才)(?:能|可以|开始|重新|接着|继续)*[还付给交]")
_THIS_MONTH = compiled(
    r"\b(?:can'?t|cannot|can\s+not|couldn'?t|wo?n'?t\s+be\s+able\s+to|unable\s+to|not\s+able\s+to)\s+(?:really\s+|even\s+)?"
    r"(?:(?:do|pay|manage|afford|send|give|spare|swing)\s+)(?:you\s+)?(?:anything|any\s+of\s+it|a\s+(?:thing|cent|dime|penny))"
    r"\s+(?:at\s+all\s+)?(?:for\s+)?this\s+month\b"
    r"|\b(?:nothing|no\s+(?:money|cash|payment))\s+(?:(?:possible|at\s+all|left|coming\s+in|for)\s+)?this\s+month\b"
    r"|\bthis\s+month\s+(?:it'?s\s+)?(?:(?:i|we)\s+)?(?:nothing|(?:can'?t|cannot)\s+(?:do|pay|manage|send)\s+anything)\b"
    r"|(?:这|本)个?月(?:我|是|真的?|实在|肯定|恐怕)*(?:一分钱?[也都]?|什么都|啥都)?"
    r"(?:还不[了上起]|付不[了出起]|拿不出(?:来|钱)?|给不了|没法还|没钱还|没办法还)"
)
_BUT_SOME = compiled(
    r"^\s*(?:but|except|more\s+than|over|besides)\b|^[^，。]{0,4}(?:那么多|这么多|[\d一二三四五六七八九十百千])"
)
_ALL_NAMED = Wanted(Scope.ALL)


def nothing_before(text: str, language: Language, today: date, currency: Currency) -> date | None:
    """The day, the first of a month that is named alone; None where they say no such thing, or only ask.

    Whoever asks to pause, and pays again from then on, says so: 能不能先停一停 6月以后再还.
    """
    plain = fold(text)
    this_month = None if asks(text) else _THIS_MONTH.search(plain)
    if this_month is not None and not _BUT_SOME.match(plain[this_month.end() :]):
        return months_after(today.replace(day=1), 1)
    named = survey(text, language=language, today=today, currency=currency, wanted=_ALL_NAMED)
    for each in named.dates:
        start, end = each.span
        led, words, after = plain[:start], plain[start:end], plain[end:]
        denied = _NOT_EN.search(led) or (_WITHIN_EN.match(words) and _DENIED_EN.search(led))
        resumes = _THEN_ZH.match(after) or _AGAIN_EN.search(led)
        says = not asks(text) and (denied or _NOT_ZH.match(after))
        on = each.on or each.month
        if on is not None and on > today and (says or resumes):
            return on
    return None
