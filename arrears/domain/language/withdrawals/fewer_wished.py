"""Who wants fewer texts, and not none: "once a month is enough", "stop texting me so much", 少发点短信.

Only where a lower measure is named: what is too often without it ("stop texting me every day") is a stop.
"""

from __future__ import annotations

from arrears.domain.language.script.fold import Span, compiled, fold

_TEXTS = r"(?:texts?|messages?|msgs?|sms|reminders?)"
_TEXTING = (
    r"(?:text(?:ing)?|messag(?:e|ing)|writ(?:e|ing)|remind(?:ing)?|"
    r"send(?:ing)?(?:\s+(?:me\s+)?(?:texts?|messages?|msgs?|reminders?))?)"
)
_ADV = r"(?:(?:damn|goddamn|fucking|fuckin|freaking|bloody|very|god|dang)\s+)*"
_MEASURE = (
    rf"(?:(?:quite\s+)?(?:so|this|that|as)\s+{_ADV}(?:much|often|many\s+times|frequently)|all\s+that\s+often)"
)
_ORDER = r"(?:stop|quit|do\s?n'?t|do\s+not|no\s+need\s+to|please\s+don'?t|not)"
_OFTEN = (
    r"(?:every\s+(?:single\s+)?(?:day|hour|morning|week|other\s+day|few\s+(?:days|hours))|"
    r"daily|all\s+day|constantly|all\s+the\s+time)"
)
_LESS = compiled(
    rf"\b{_ORDER}\s+{_TEXTING}(?:\s+(?:me|us|at\s+me))?\s+{_MEASURE}\b|\b{_ORDER}\s+(?:send(?:ing)?\s+)?(?:me\s+)?(?:so|this|that|too)\s+{_ADV}many\s+{_TEXTS}\b"
    rf"|\b(?:fewer|less)\s+(?:of\s+(?:these|the|those)\s+)?{_TEXTS}\b|\b{_TEXTING}\s+(?:me\s+|us\s+)?less(?:\s+(?:often|frequently|please))?\b"
    rf"|\b(?:too\s+many\s+{_TEXTS}\W+)?\bnot\s+so\s+(?:often|many\s+{_TEXTS})\b"
    r"|(?:短信|信息|消息)(?:能不能|可不可以|可以|麻烦|请|给我)*少(?:给我)?(?:发|来|推)(?:一?[点些]|几条)?"
    r"|少(?:给我)?(?:发|来|推)(?:一?[点些]|几条)?(?:短信|信息|消息)"
    r"|(?:短信|信息|消息)(?:能不能|可不可以|可以|请)?少(?:一[点些]|[点些])|(?:短信|信息|消息)(?:别|不要|不用)(?:给我)?发(?:得)?(?:这么|那么|太)(?:多|勤|频繁)"
    r"|(?:别|不要|不用)(?:给我)?发(?:得)?(?:这么|那么|太)(?:多|勤|频繁)的?(?:短信|信息|消息)"
)
_TIMES = r"(?:once|twice|one|two|1|2|1x|2x|one\s+time)"
_PERIOD = r"(?:a|per|every|each)\s+(?:day|week|month|two\s+weeks|other\s+week|fortnight)"
_TIMES_ZH = r"(?:每?一?个?(?:月|周|星期|礼拜)|每(?:月|周|星期|礼拜)|一天|半个月)"
_ENOUGH = compiled(
    rf"\b{_TIMES}\s+(?:{_TEXTS}\s+)?{_PERIOD}(?:\s+(?:\w+\s+)?{_TEXTS})?\s*(?:'?s|\s+is|\s+would\s+be|\s+will\s+be)?\s*(?:\b(?:more\s+than|quite|all|just|totally|perfectly)\s+)*"
    r"(?:enough|plenty|fine|ok(?:ay)?|sufficient|will\s+do|does\s+it)\b"
    rf"|\b(?:no|not)\s+more\s+than\s+{_TIMES}\s+{_TEXTS}\s+{_PERIOD}\b|\b(?:only|just)\s+{_TEXTING}\s+me\s+{_TIMES}\s+{_PERIOD}\b"
    rf"|{_TIMES_ZH}(?:只要?|就)?(?:给我)?(?:提醒|发|通知|说|短信)?(?:我|个|一?条|短信)?(?:一两?|两|1|2|几)[次条回]?(?:短信|提醒|信息)?(?:我)?(?:就)?(?:够|行|好|可以|得)了?"
)
_ABOUT_TEXTS = compiled(rf"\b(?:{_TEXTS}|{_TEXTING}|stop|bother\w*|contact\w*)\b|短信|信息|消息|提醒|通知|发")
_TOO_OFTEN = compiled(
    rf"\b{_ORDER}\s+{_TEXTING}(?:\s+(?:me|us))?(?:\s+(?:{_OFTEN}|{_MEASURE}))?(?!\s+at\s+all)\b"
    r"|(?:别|不要|不用|能不能别)(?:再|老是?|总是?|天天|每天|一直|给我|动不动|没完没了地?)+发(?:短信|信息|消息)?(?:给我)?了?"
)


def wishes_fewer_texts(text: str) -> bool:
    """Whether fewer texts are wished for."""
    plain = fold(text)
    return _LESS.search(plain) is not None or _says_enough(plain)


def names_what_is_enough(text: str) -> bool:
    """Whether it says how often is enough, of whatever: "once a month is plenty"."""
    return _ENOUGH.search(fold(text)) is not None


def fewer_wished(folded: str) -> list[Span]:
    """Where the folded text says so; beside what is enough, where it says what is too often."""
    spans = [found.span() for found in _LESS.finditer(folded)]
    if _says_enough(folded):
        spans += [found.span() for found in _TOO_OFTEN.finditer(folded)]
    return spans


def _says_enough(folded: str) -> bool:
    return _ENOUGH.search(folded) is not None and _ABOUT_TEXTS.search(folded) is not None
