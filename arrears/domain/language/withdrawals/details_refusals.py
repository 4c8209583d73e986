"""Who wants no amounts and days in texts any more says so, in English or Mandarin; the texts go on."""

from __future__ import annotations

from arrears.domain.language.script.fold import Span, compiled, fold

_THING = (
    r"(?:amounts?|figures?|sums?|numbers?|details?|terms|days?|dates?|schedule"
    r"|what\s+i\s+owe|how\s+much\s+i\s+owe)"
)
_THINGS = rf"(?:(?:the|any|my|all|those|these)\s+)*{_THING}(?:\s+(?:and|or)\s+(?:the\s+|any\s+)?{_THING})*"
_IN_TEXTS = (
    r"(?:in|on|into|from|of|by|over|via)\s+(?:(?:the|my|your|any|a|these|those)\s+)*"
    r"(?:texts?|text\s+messages?|messages?|sms)"
)
_SAY = (
    r"(?:put(?:ting)?|writ(?:e|ing)|nam(?:e|ing)|includ(?:e|ing)|show(?:ing)?|mention(?:ing)?|list(?:ing)?"
    r"|spell(?:ing)?\s+out)"
)
_NOT = r"(?:do\s?n'?t|do\s+not|never|stop|quit|no\s+longer|rather\s+not|want\s+you\s+to\s+not|not)"
_REFUSES_EN = (
    rf"\b{_NOT}\s+(?:\w+\s+){{0,3}}?{_SAY}\s+{_THINGS}\s+{_IN_TEXTS}\b"
    rf"|\b{_NOT}\s+want\s+{_THINGS}\s+(?:\w+\s+)?{_IN_TEXTS}\b"
    rf"|\b(?:leave|take|keep)\s+{_THINGS}\s+out\s+{_IN_TEXTS}\b|\b(?:leave|take)\s+out\s+{_THINGS}\s+{_IN_TEXTS}\b"
    rf"|\b{_NOT}\s+(?:text|send)(?:ing)?(?:\s+me)?\s+(?:texts?|messages?|sms)\s+(?:with|that\s+(?:have|name|show))\s+{_THINGS}"
    rf"|\bno\s+(?:more\s+)?{_THINGS}\s+{_IN_TEXTS}\b|\b(?:just|only)\s+(?:a|the)\s+link\s+{_IN_TEXTS}\b"
)
_TEXT_ZH = r"(?:短信|信息|消息)(?:里|中|上)?面?(?:头)?"
_SAY_ZH = r"(?:写明?|放|提及?|出现|显示|列|说|带)(?:上|出|到|明)?"
_THING_ZH = (
    r"(?:具体|还款|欠款|应还|我的|的|有){0,3}"
    r"(?:金额|数字|数目|数额|多少钱|欠多少|钱数|日期|明细|内容|细节|条款)"
)
_NOT_ZH = r"(?:别|不要|不用|不许|不想|不能|勿)(?:再|给我|你们?){0,2}"
_REFUSES_ZH = (
    rf"{_TEXT_ZH}(?:请|就|也|以后){{0,2}}{_NOT_ZH}{_SAY_ZH}{_THING_ZH}"
    rf"|{_NOT_ZH}在?{_TEXT_ZH}{_SAY_ZH}{_THING_ZH}"
    rf"|{_NOT_ZH}把{_THING_ZH}(?:和{_THING_ZH})?{_SAY_ZH}(?:在|进)?{_TEXT_ZH}"
    rf"|{_TEXT_ZH}(?:就|请)?只(?:要|放|发|给|写|留)(?:一?个)?链接"
    rf"|{_NOT_ZH}(?:用|通过|以|拿|在)?(?:发|写)?{_TEXT_ZH}(?:来|去|时|的时候)?(?:给我)?{_SAY_ZH}{_THING_ZH}"
    rf"|发{_TEXT_ZH}(?:的时候|时)?(?:请|就|也|以后)?{_NOT_ZH}{_SAY_ZH}{_THING_ZH}"
    rf"|{_NOT_ZH}发(?:给我)?(?:带|有|含|写)(?:着|了|上|明)?{_THING_ZH}的{_TEXT_ZH}"
)
_REFUSES = compiled(f"{_REFUSES_EN}|{_REFUSES_ZH}")


def refuses_details(text: str) -> bool:
    """Whether texts shall not name what was agreed any more."""
    return _REFUSES.search(fold(text)) is not None


def details_refused(folded: str) -> list[Span]:
    """Where the folded text says so: these words alone stop no texts."""
    return [found.span() for found in _REFUSES.finditer(folded)]
