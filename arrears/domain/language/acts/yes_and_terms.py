"""A yes, sums, days and rhythms, and nothing else: "yep, if its 160 on the 28th", 30号一次付清 可以.

Whether they are the terms that were read is for the caller to compare. Words that are not known to be
harmless make it none: it costs a question, and never a plan. A figure that is no day of a month may be a sum.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.language.readings import AmountKind, AmountReading, DateReading, Readings
from arrears.domain.language.script.fold import READ, WEEKDAY, blank, compiled, fold, overlap, spans_of
from arrears.domain.language.script.sentences import asks
from arrears.domain.money import Currency, Money

_YES = compiled(
    r"\b(?:yes|yeah|yea|yep|yup|ok(?:ay)?|sure|all\s?right|deal|agreed|i\s+agree|go\s+ahead|"
    r"(?:let'?s\s+)?(?:do|go\s+with)\s+(?:it|that|this)|(?:set|put|write|lock)\s+(?:it|that|this)\s+(?:up|down|in)|correct|exactly|"
    r"(?:like\s+)?(?:that|it|this)?\s*works(?:\s+for\s+(?:me|us))?|(?:sounds|that'?s|that\s+is|is)\s+(?:good|fine|right|perfect|great))\b"
    r"|(?<!还)(?<!就)好的?(?!了|像|吧|是|几|多)|(?<!还)(?<!是)行(?!了|吧|是)|可以(?!吧|是)|(?<![\w])[中成对](?![\w])"
    r"|就(?:可以|行)(?!吧|是|了)|嗯+|是的|同意|这样[就也都]?(?:可以|行|好|没问题)|没(?:问题|错)(?!吧)|就(?:这么|这样)(?:定|办|说定|行)?(?:了|吧)*|登记吧?|定了"
)
_NO_MORE = compiled(
    r"(?<=[\s,.;])(?:and\s+|but\s+)?(?:(?:not|no|nothing)\s+more(?:\s+than\s+that)?|"
    r"i?\s*(?:can'?t|cannot|can\s+not)\s+(?:do|pay|go|afford)\s+(?:any\s+)?(?:more|higher)(?:\s+than\s+that)?)\s*[.!]*\s*$"
    r"|(?<=[\s,，。])(?:再多|多了)(?:就)?(?:真)?(?:的)?(?:不行|没有|不成|周转不开|还不起|拿不出来?|付不起)\s*[。.!]*\s*$"
)
FIGURE = r"3[2-9]|[4-9]\d|\d{3,5}"
"""Too large for a day of the month."""
_MET = compiled(
    r"^\W*(?:only\s+if|as\s+long\s+as|so\s+long\s+as|provided(?:\s+that)?)\s+(?:it'?s|it\s+is|that'?s|that\s+is)\b"
)
"""A condition is a yes where it is met: "only if it's the 600 on June 22 and then 125 a month"."""
_IN_ORDER = compiled(
    rf"\b(?:first|then|afterwards?|after\s+(?:that|it))\b|\b(?:the\s+)?(?:rest|others?)(?=\s+(?:(?:is|are|at|in|of)\s+)?(?:the\s+)?{READ})"
    rf"|首[笔期次]|第一[笔期次]|先(?=还|付|给|交|\s*{READ})|(?<![{WEEKDAY}\s])(?:然后|[之以]后)|(?<=[^{WEEKDAY}]\s)(?:然后|[之以]后)|后面|往后|接着"
    rf"|(?:剩下?|余下|其余)的?(?=\s*(?:就|都)?(?:{READ}|[还付给交]))"
)
"""Words for what comes first and what then, beside the sums of it."""
_FIRST_LATER = compiled(rf"{READ}.*(?:先|首[笔期次]|第一[笔期次])")
"""What is paid first has its words before it: "1000 a month, but 500 first" are other terms."""
_BESIDE = compiled(
    rf"(?<={READ})s\b|\b(?:now|only)(?=\s+(?:from|start))|\b(?:like\s+(?:that|this)|both\s+times|each\s+time|that'?s\s+what\s+i\s+(?:mean|meant|want|said))\b"
    rf"|就(?=\s*{WEEKDAY})|^\W*right(?=\W)|\b(?:start|begin)(?:s|n?ing)?(?=\s+(?:(?:in|on|from)\s+)?{WEEKDAY})|的话"
    r"|\b(?:(?:(?:only\s+)?if|as\s+long\s+as)\s+(?:it'?s|it\s+is|that'?s|that\s+is)|it'?s|it\s+is|that'?s|that\s+is|"
    r"what\s+(?:you|u)(?:'?ve)?\s+(?:got|have|said|read)|"
    rf"(?:{FIGURE})s?|"
    r"so|and|then|on|the|at|from|of|each|every|per|i'?ll\s+pay|i\s+pay|payments?|instal+ments?|please|pls|plz|thanks|"
    r"thank\s+you|after(?:\s+(?:that|it)|wards)|dollars?|bucks|usd|fine\s+by\s+me)\b"
    r"|那(?:么|就)?|就按|(?:如果|只要)?是(?:这个)?|按|从|起|开始|然后|每(?:次|期)?|的|号|付|还|给(?![我你])|一次性?|我|这么着|都|块钱?|元"
)
_NOT_READ = compiled(rf"(?<![\d.,])(?:{FIGURE})(?=s?(?![\w.,])|s?[.,](?!\d))")
_REST = compiled(r"[\w\u4e00-\u9fff]")
_OF_AN_EVENT = compiled(
    r"\b(?:when|once|after|before|around|about|by|paid|until|till|through)\b|[前后]|发|工资|到账|左右|以内"
)
_ASKS_ZH = compiled(r"(?:对|是|可以|没问题|没错|行|好)吧|还是|([好行]|可以)是\1")


def is_yes_and_terms(text: str, readings: Readings) -> bool:
    """Whether a yes, the values that were read and small words around them are all of the text."""
    plan, plain = readings.plan, fold(text)
    days = [one.span for one in readings.dates if _is_a_day(one)]
    sums = [one.span for one in readings.amounts]
    sums += [span for span in (plan.frequency_span, plan.count_span) if span is not None]
    if not (days or sums) or asks(text) or _ASKS_ZH.search(plain) is not None:
        return False
    if says_no_more(text) and readings.frequency is None and readings.instalment_count is None:
        return False  # a part of it, and nothing more
    page = blank(blank(blank(plain, spans_of(_NO_MORE, plain), " "), days, WEEKDAY), sums)
    if _FIRST_LATER.search(page):
        return False
    rest, agreed = _YES.subn(" ", _IN_ORDER.sub(" ", page))
    met = _MET.search(plain) is not None
    return (bool(agreed) or met) and _REST.search(_BESIDE.sub(" ", rest)) is None


def tells_an_order(text: str, readings: Readings) -> bool:
    """Whether its sums are told in the order in which they are paid: "600 first and then the 125s"."""
    return _IN_ORDER.search(blank(fold(text), [one.span for one in readings.amounts])) is not None


def with_bare_figures(text: str, readings: Readings, currency: Currency) -> Readings:
    """The readings, with what nobody took for a sum as one: "85 on the 27th every month", "the 125s"."""
    plan = readings.plan
    taken = [one.span for one in readings.amounts] + [one.span for one in readings.dates]
    taken += [one.span for one in readings.percents]
    taken += [span for span in (plan.frequency_span, plan.count_span) if span is not None]
    found = [
        AmountReading(AmountKind.SUM, Money(int(match.group()) * 100, currency), None, match.span())
        for match in _NOT_READ.finditer(fold(text))
        if not any(overlap(match.span(), span) for span in taken)
    ]
    return replace(readings, amounts=tuple(sorted((*readings.amounts, *found), key=lambda one: one.span)))


def says_no_more(text: str) -> bool:
    """Whether it ends with more being too much: the sums of it are a limit."""
    return _NO_MORE.search(fold(text)) is not None


def _is_a_day(one: DateReading) -> bool:
    """Whether it is a day or a month, and hangs on nothing that is to happen, or lies round about it."""
    named = one.on is not None or one.month is not None
    return named and _OF_AN_EVENT.search(one.words.casefold()) is None
