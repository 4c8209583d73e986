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
    r"\b(?:throw|put|toss|chuck|pay|send|add|give)\b[^.!?\n]{0,16}\b(?:extra|additional|on\s+top)\b(?!\s+(?:time|days?|weeks?|months?|fees?|charges?|interest|costs?|penalt\w+))|\b(?:throw|put|toss|chuck)\s+in\s+(?:more|another)\b|多(?:还|付|给|转|打)(?!了)"
)
_SOME_TIME = compiled(
    r"\b(?:if|when(?:ever)?|once|in\s+case|some(?:times?|day)?|any\s*time)\b"
    r"|如果|要是|假如|万一|等|手头|有钱|随时|的话|到时候?|以后|哪个?(?:周|月|天|次|期|星期|礼拜)"
)
_EVERY = compiled(
    r"\b(?:each|every|per|monthly|weekly|instead)\b|\ba\s+(?:week|month)\b|每|(?:一个|个)月|以后都"
)


_LESS_THEN = compiled(
    r"\b(?:less|lower|smaller)\b[^.!?\n]{0,24}\b(?:in|when|during|season|months?|winter|summer)\b|少(?:还|付|给|交)"
)


def pays_less_at_times(text: str) -> bool:
    """Whether they would pay less at one time, and perhaps more at another: they ask for other terms."""
    return _LESS_THEN.search(fold(text)) is not None


_SENT = (
    r"\b(?:if|when(?:ever)?|once|say|suppose)\b[^.!?\n]{0,40}?"
    r"\b(?:pay|send|sent|put|throw|give|make|do|have)\b"
)
_OF_IT = r"(?:that|it|this|they|i|(?:the|my)\s+(?:\w+\s+)?(?:plan|payments?|end|loan|others?|rest))"
_WHAT_IT_DOES = compiled(
    rf"{_SENT}[^.!?\n]{{0,40}}?\b(?:does|do|will|would|is|are|can|could)\s+{_OF_IT}\s+(?:\w+\s+){{0,2}}?"
    r"(?:skip|replace|count|knock|come\s+off|go\s+(?:to|toward\w*|on|against)|take\s+(?:care|off)|cover\s+(?:the|my|next|two|both|another)|"
    r"shorten\w*|shorter|smaller|fewer|less|lower\w*|reduce\w*|finish|(?:be\s+)?done)\b"
    r"|多(?:还|付|给|转|打)[^。！？!?\n]{0,10}?(?:(?:后面|后边|往后|[之以]后|剩下|下)[^。！？!?\n]{0,6}(?:少|抵|减|算|顶|跳|不用)|少(?:还)?几?[期个次]|抵|顶|期数|减少)"
)
_NO_MORE = compiled(
    r"\b(?:late|less\s+than|only|miss\w*|can'?t|cannot|couldn'?t|do\s?n'?t|won'?t|not|never)\b[^.!?\n]{0,24}"
    r"\b(?:pay|send|put|it|that|\d+)\b|没|晚|迟|还不上"
)


def asks_what_more_does(text: str, readings: Readings) -> bool:
    """Whether they ask what a payment on top would do to those that follow: nothing of it is offered."""
    plain, named = fold(text), readings
    if _WHAT_IT_DOES.search(plain) is None or _NO_MORE.search(plain) is not None:
        return False
    regular = named.frequency is not None or named.instalment_count not in (None, 1)
    return len(named.amounts) <= 1 and not regular and not any(day.on for day in named.dates)


_MORE_LATER = compiled(
    r"\b(?:i|we)(?:'?ll|\s+will|\s+can|'?d\s+like\s+to|\s+want\s+to|\s+could)\s+(?:\w+\s+)?(?:pay|send|put|throw|give|do)\s+"
    r"(?:in\s+)?(?:(?:you|it)\s+)?(?:a\s+(?:bit|little|lot)\s+)?(?:more|extra)\b|多(?:还|付|给|转|打)(?:一?[点些]|$|[,\uff0c。!])"
)
_CONDITION_UNMET = compiled(r"\b(?:if\s+i\s+(?:could|had)|can'?t|cannot|won'?t|not|never)\b|不|没")


def would_pay_more_later(text: str, readings: Readings) -> bool:
    """Whether they will pay more once they have it, and name no sum or day: it is theirs to do."""
    plain = fold(text)
    unset = not (readings.amounts or readings.frequency or readings.instalment_count)
    later = _MORE_LATER.search(plain) is not None and _SOME_TIME.search(plain) is not None
    other = (_EVERY, _LESS_THEN, _CONDITION_UNMET)
    no_day = not any(day.on for day in readings.dates)
    return later and unset and no_day and all(words.search(plain) is None for words in other)


def asks_of_coming(text: str, readings: Readings) -> bool:
    """Whether they ask what the other payments are now, and name no sum that one should be."""
    plain = fold(text)
    asks = _COMING.search(plain) is not None and _ASKS.search(plain) is not None
    return asks and not readings.amounts


def asks_to_pay_extra(text: str, readings: Readings) -> bool:
    """Whether they ask if they may pay more once, at some time; on a day that they name it is terms."""
    plain = fold(text)
    if _EXTRA.search(plain) is None or _ASKS.search(plain) is None:
        return False
    if _EVERY.search(plain) is not None or pays_less_at_times(text):
        return False
    supposed = _SOME_TIME.search(plain) is not None
    return len(readings.amounts) <= 1 and (supposed or not readings.dates)
