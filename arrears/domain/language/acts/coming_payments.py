"""What a borrower asks of the payments that are still to come, and of paying more when there is more."""

from __future__ import annotations

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import compiled, fold

_ASKS = compiled(
    r"[?\uff1f]|^\W*(?:(?:and|so|but|ok(?:ay)?|wait|then)\W+)*(?:what|how|do|does|will|would|are|is|can|could|may)\b"
    r"|\b(?:how\s+(?:do|would|can)\s+i|(?:can|could|may)\s+i)\b|[吗呢吧么]|怎么|如何|咋|[行变可][不没]|变不变|可不可以|能不能|行不行|可以不"
)
_OTHERS_EN = (
    r"(?:the\s+|my\s+)?(?:(?:other|rest\s+of\s+(?:the|my)|remaining|later|following|next)\s+(?:payments?|ones|instal+ments?)"
    r"|rest(?:\s+of\s+(?:it|them))?|others)"
)
_OTHERS_ZH = (
    r"(?:后面|后边|往后|[之以]后|剩下|余下|其他|其余|别的)的?(?:那)?(?:几|各|每|些)?(?:期|笔|次|个?月)?的?"
)
# Beside a wish for another day "the others still on the 20th?" is a part of the wish.
_ALONE = r"^\W*(?:(?:and|so|but|ok(?:ay)?|wait|then|那么?|所以|好的?|嗯)\W*)*+"
_COMING = compiled(
    rf"\b(?:what|how)\b[^.!?\n]{{0,20}}\b{_OTHERS_EN}\s+(?:then\s+)?(?:look|change|go|work|come|stay|be)\b"
    rf"|\b{_OTHERS_EN}(?:\s+(?:all|still|then|just|will|would))*\s+(?:stays?|remains?|keeps?|is|are|be)\s+(?:(?:all|still|just)\s+)*"
    r"(?:the\s+same|unchanged|as\s+(?:they|it|before|planned|agreed))\b"
    r"|\bwhat\s+happens\s+(?:to|with)\s+(?:the|my)\s+(?:other|remaining|later)\s+(?:payments?|ones|instal+ments?)\b"
    r"|\bwhat\s+(?:other|more)\s+payments\s+(?:are|come)\b|\bwhat\s+payments\s+(?:are\s+left|are\s+coming|come\s+next)\b"
    rf"|{_ALONE}(?:is|are)\s+{_OTHERS_EN}\s+(?:(?:all|due)\s+)*still\b|{_ALONE}(?:do|does|will)\s+{_OTHERS_EN}\s+(?:all\s+)?(?:also\s+)?(?:move|shift|get\s+pushed|go\s+back)\b"
    rf"|{_ALONE}{_OTHERS_ZH}也(?:跟着|要|会|得)[^，。！？!?\n]{{0,4}}(?:往后|推|延|挪)[^，。！？!?\n]{{0,3}}[吗嘛么?？]"
    rf"|{_ALONE}{_OTHERS_ZH}(?:都|也)?(?:还是|也是|仍然?是)[^，。！？!?\n]{{1,8}}?(?:[吗嘛么呢?？]|\s*还是)"
    rf"|{_OTHERS_ZH}[^。，！？!?\n]{{0,8}}?(?:怎么(?:变|排|算|还|样)|如何(?:变|还)|变不变|[会要]变|跟着变|不变|一样|照旧)"
)
_EXTRA = compiled(
    r"\b(?:throw|put|toss|chuck|pay|send|add|give)\b[^.!?\n]{0,16}\b(?:extra|additional|on\s+top)\b(?!\s+(?:time|days?|weeks?|months?|fees?|charges?|interest|costs?|penalt\w+))|\b(?:throw|put|toss|chuck)\s+in\s+(?:more|another)\b|多(?:还|付|给)(?!了)"
)
_SOME_TIME = compiled(
    r"\b(?:if|when(?:ever)?|once|in\s+case|some(?:times?|day)?|any\s*time)\b|如果|要是|假如|等我|手头|有钱|随时|的话"
)
_EVERY = compiled(
    r"\b(?:each|every|per|monthly|weekly|instead)\b|\ba\s+(?:week|month)\b|每|(?:一个|个)月|以后都"
)


def asks_of_coming(text: str, readings: Readings) -> bool:
    """Whether they ask what the other payments are now, and name no sum that one should be."""
    plain = fold(text)
    asks = _COMING.search(plain) is not None and _ASKS.search(plain) is not None
    return asks and not readings.amounts


def asks_to_pay_extra(text: str, readings: Readings) -> bool:
    """Whether they ask if they may pay more once, at some time; on a day that they name it is terms."""
    plain = fold(text)
    if _EXTRA.search(plain) is None or _ASKS.search(plain) is None or _EVERY.search(plain) is not None:
        return False
    supposed = _SOME_TIME.search(plain) is not None
    return len(readings.amounts) <= 1 and (supposed or not readings.dates)
