"""A start that is put off: "I'll start paying next year", 明年再开始还. It is a wish, and no refusal."""

from __future__ import annotations

from datetime import date

from arrears.domain.language.readings import DateReading, Readings
from arrears.domain.language.script.fold import compiled, fold

_PAYS = (
    r"(?:pay(?:ing|ments?)?|(?:deal|dealing)\s+with\s+(?:it|this|that)|send(?:ing)?|make|making|do(?:ing)?|"
    r"catch(?:ing)?\s+up|settl(?:e|ing)|sort(?:ing)?)"
)
_LATER_EN = (
    r"(?:next\s+(?:year|summer|winter|spring|fall|autumn|season|quarter)|(?:later|sometime)\s+(?:this|next)\s+year|in\s+the\s+new\s+year|"
    r"after\s+(?:the\s+)?(?:new\s+year|summer|winter|harvest|holidays|season)|(?:in|after)\s+(?:a\s+few|a\s+couple\s+of|several|two|three|four|five|six|\d{1,2})\s+months|"
    r"(?:in|by|come)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|in\s+20\d\d)"
)
_PUTS_OFF_EN = compiled(
    rf"\b(?:start|begin|resume|restart|starting|beginning)\s+(?:to\s+)?(?:{_PAYS}\b)?(?:\s+(?:you|it|this|that|again|back|on|something|off|the|my|loan|debt))*\s*{_LATER_EN}\b"
    rf"|\b(?:i'?ll|i\s+will|we'?ll|we\s+will|gonna|going\s+to|let\s+me|can\s+i|could\s+i|i\s+can|i\s+could|we\s+can|we\s+could)\s+(?:just\s+|only\s+)?"
    rf"{_PAYS}\b(?:\s+(?:you|it|this|that|again|back|on|something|off|the|my|loan|debt|all))*\s*{_LATER_EN}\b"
    rf"|\b{_LATER_EN}\s+(?:i'?ll|i\s+will|i\s+can|we'?ll|we\s+can)\s+(?:start|begin|pay)\b"
)
_LATER_ZH = (
    r"(?:明年|后年|年后|年底|下半年|过完年|过年后|开春|入秋|秋收后?|收完[^，。]{0,4}|(?:等|过)?(?:[一二两三四五六七八九十几]|半|\d{1,2})个?(?:月|年)(?:以后|之后|后)|"
    r"(?:十[一二]?|[一二三四五六七八九]|\d{1,2})月(?:份)?)"
)
_PUTS_OFF_ZH = compiled(
    rf"{_LATER_ZH}[^，。？！,.?!\d]{{0,4}}(?:再|才|开始)[^，。？！,.?!\d]{{0,4}}(?:还|付|处理|弄|说|给)"
    rf"|(?:等|到|拖到|推到|缓到){_LATER_ZH}[^，。？！,.?!\d]{{0,4}}(?:还|付|处理|给)"
)
_REFUSES = compiled(
    r"\b(?:not|never|won'?t|don'?t|refus\w{1,3}|nothing|ain'?t|sue|court|lawyer|attorney|stop|leave\s+me)\b"
    r"|不(?:还|付|会|想|打算|认|给|管)|没门|休想|拒绝|凭什么|起诉|律师|别(?:再|来|烦)"
)


def puts_off(text: str) -> bool:
    """Whether they would begin to pay months from now, and refuse nothing."""
    plain = fold(text)
    later = _PUTS_OFF_EN.search(plain) is not None or _PUTS_OFF_ZH.search(plain) is not None
    return later and _REFUSES.search(plain) is None


_MONTH = compiled(r"\d{4}-\d{2}")
_LASTS_TO_EN = compiled(
    r"\b(?:till?|until|'?til|through|thru|to|by|before)\s+(?:the\s+)?(?:end\s+of\s+|mid(?:dle\s+of)?[\s-]+)?$"
)
_LAST_WORD_EN = compiled(r"(?:till?|until|'?til|through|thru|to|by|before)\b")
_LASTS_TO_ZH = compiled(r"[到至]$")
_PAYS_NOW = compiled(
    r"\b(?:pay|do|send|give|manage|afford)\b[^.,;!?\n]{0,30}\b(?:now|for\s+now|until\s+then|till\s+then|already)\b"
    r"|\b(?:for\s+now|until\s+then|till\s+then)\b[^.,;!?\n]{0,30}\b(?:pay|do|send|give|manage)\b"
    r"|(?:现在|目前|眼下|先)(?:就|只能|每个?月|一个?月|可以|能|先)*(?:还|付|给|交|\d|[一二两三四五六七八九十百千])"
)
_TALKS_LATER = compiled(
    r"\b(?:talk|speak|discuss|see|look\s+at|deal\s+with|think\s+about)\b[^.!?\n]{0,20}\b(?:next\s+month|in\s+(?:a|one)\s+month)\b"
    r"|\bnext\s+month\b[^.!?\n]{0,20}\b(?:maybe|perhaps|we'?ll\s+see|then)\b|下个?月再(?:说|谈|聊|看|讲)"
)
_BEGINS = compiled(r"\b(?:start\w{0,3}|begin\w{0,4}|from|as\s+of)\b|开始|从|起")
_BEFORE_ZH = compiled(r"(?:份|底|末)?(?:之前|以前|前|为止|之内|内)")


def begins_after(text: str, readings: Readings, latest_on: date) -> bool:
    """Whether they would begin after that day, and name no day themselves. `readings` are those of the text.

    Beside regular payments a month is the beginning only where it is said to be: it may be the end as well.
    """
    plain, dates = fold(text), readings.dates
    if any(each.on is not None for each in dates) or _PAYS_NOW.search(plain) is not None:
        return False
    if _TALKS_LATER.search(plain) is not None and not readings.amounts:
        return True
    regular = readings.frequency is not None and bool(readings.amounts)
    if regular and _BEGINS.search(plain) is None:
        return False
    months = [
        each.about
        for each in dates
        if each.about is not None and _MONTH.fullmatch(each.about) and not _lasts_to(plain, each)
    ]
    if months:
        return all(date.fromisoformat(f"{month}-01") > latest_on for month in months)
    return puts_off(text)


def _lasts_to(plain: str, month: DateReading) -> bool:
    """Whether something lasts to the month, or is done before it: nothing begins there."""
    start, end = month.span
    before = plain[:start]
    lasts = _LASTS_TO_EN.search(before) or _LAST_WORD_EN.match(plain, start) or _LASTS_TO_ZH.search(before)
    return lasts is not None or _BEFORE_ZH.search(plain, start, end + 3) is not None
