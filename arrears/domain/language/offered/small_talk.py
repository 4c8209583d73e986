"""Small talk in which a day is named, and no payment: "did you eat today", 今天好热, 5月底才能出院."""

from __future__ import annotations

from arrears.domain.language.offered.beside_words import FILLS, HAPPENS
from arrears.domain.language.script.clauses import clause
from arrears.domain.language.script.fold import Span, compiled

_NEAR = compiled(
    r"(?:today|2day|tonight|tomm?orr?ow|tmrw?|tmw|2morrow|this\s+(?:morning|afternoon|evening))\b|今[天日晚早儿]|明[天日晚早儿]|后天"
)
_IT_IS = compiled(
    r"\b(?:it'?s|it\s+is|we'?re\s+in)\s+(?:(?:only|still|already|just)\s+)*$|现在(?:都|才|还)?是?$"
)
_OF_PAYING = compiled(
    r"\b(?:pay\w*|paid|send\w*|transfer\w*|wire|wiring|deposit\w*|money|cash|funds|give|giving|put|due|card|checks?|refund|benefits|ssi|ssdi|"
    r"come|comes|coming|lands?|hits?|clears?|arrives?|make|making|move|moving|change|changing|switch\w*|push\w*|start\w*|begin\w*|first|instead|"
    r"better|best|easier|prefer|rather|earliest|latest|works|suits?|let'?s|lets|done|settle\w*|finish\w*|"
    r"(?:can'?t|cannot|not|nothing)\s+(?:\w+\s+)?(?:before|until|till?)|(?:i|we)\s+(?:can|could|will|would)|(?:can|could|may)\s+(?:i|we)|i'?ll|we'?ll|ill|gonna|going\s+to|i'?d|(?:how|what)\s+about|why\s+not|"
    r"do\s+(?:it|that|the|\$?\d)|have\s+(?:it|the)|got\s+(?:it|the)|"
    r"(?:is|be|are|sounds?|looks?|that'?s|it'?s|'s)\s+(?:also\s+|just\s+)?(?:good|fine|ok|okay|great|possible|perfect|better|best))\b"
    r"|\$|还(?![没在有是挺很好得算真])|(?<!没)[付转汇结凑缴](?![账帐没婚束果])|[给交打](?![孩小娃家电针球车雷雨])|清(?![明楚])|钱|到账|工资|薪|款|"
    r"[改换推延拖挪]|提前|可以|(?<![才可])能(?!见度)|[行成吧]|开始|方便|就今|天就|没问题|日子|期"
)
_WHEN = compiled(
    r"\b(?:after|before|by|around|during|at)\s+(?:my\s+|the\s+)?(?:work|shift|lunch|dinner|school|class|close|business|midnight)\b|"
    r"\bwhen\s+i\s+get\s+(?:off|home|out)\b|下了?班|收[摊工]|放学|[嘛呀哈喔喽嘞咯啦哇么吗呢]"
)
_GREETS = compiled(r"\bhow\s+(?:are|r)\s+(?:you|u|ya|y'?all)\b|\bwhat\s+a\s+day\b")


def tells_of_their_day(plain: str, span: Span) -> bool:
    """Whether it is today, tomorrow, this month or the day of some event, with something told of it."""
    near = _NEAR.search(plain[slice(*span)]) or _IT_IS.search(plain[: span[0]])
    happens = any(HAPPENS.match(plain, end) for end in (span[1], span[1] - 1))
    return (near is not None or happens) and is_in_small_talk(plain, span)


def is_in_small_talk(plain: str, span: Span) -> bool:
    """Whether something is told or asked beside the day, and nothing in the whole text is of paying.

    What is a day and no more was meant as one to pay on.
    """
    if _OF_PAYING.search(plain):
        return False
    first, last = clause(plain, span)
    words = plain[first : span[0]] + " " + plain[span[1] : last]
    return _GREETS.search(plain) is not None or bool(FILLS.sub(" ", _WHEN.sub(" ", words)).strip())
