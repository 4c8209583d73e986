"""A yes, sums, days and rhythms, and nothing else: "yep, if its 160 on the 28th", 30号一次付清 可以.

Whether they are the terms that were read is for the caller to compare. Words that are not known to be
harmless make it none: it costs a question, and never a plan. A figure that is no day of a month may be a sum.
"""

from __future__ import annotations

from arrears.domain.language.readings import Readings
from arrears.domain.language.script.fold import blank, compiled, fold
from arrears.domain.language.script.sentences import asks

_YES = compiled(
    r"\b(?:yes|yeah|yea|yep|yup|ok(?:ay)?|sure|all\s?right|deal|agreed|i\s+agree|perfect|fine|good|great|go\s+ahead|"
    r"do\s+(?:it|that|this)|(?:that|it|this)?\s*works(?:\s+for\s+(?:me|us))?|sounds\s+(?:good|fine|right))\b"
    r"|好的?|(?<!还)行|可以|成(?!本)|中|嗯+|对|是的|同意|没问题|就(?:这么|这样)(?:定|办|说定)?|登记吧?|定了"
)
_NO_MORE = compiled(
    r"\b(?:(?:and\s+|but\s+)?(?:not|no|nothing)\s+more(?:\s+than\s+that)?|i?\s*(?:can'?t|cannot|can\s+not)\s+(?:do|pay|go|afford)\s+"
    r"(?:any\s+)?(?:more|higher)(?:\s+than\s+that)?|that'?s\s+(?:all|the\s+most)\s+i\s+(?:can(?:\s+do)?|have|got))\b"
    r"|(?:再)?多了?(?:就)?(?:真)?(?:的)?(?:不行|没有|不成|周转不开|还不起|拿不出来?|付不起)|不能再多了?|超过(?:就)?不行"
)
_BESIDE = compiled(
    r"\b(?:(?:(?:only\s+)?if|as\s+long\s+as)\s+(?:it'?s|it\s+is|that'?s|that\s+is)|it'?s|it\s+is|that'?s|that\s+is|what\s+(?:you|u)(?:'?ve)?\s+(?:got|have|said|read)|"
    r"so|and|then|on|the|at|by|from|starting|until|till|through|to|of|a|an|for|each|every|per|i'?ll\s+pay|i\s+pay|"
    r"3[2-9]|[4-9]\d|\d{3,}(?:[.,]\d\d)?|payments?|instal+ments?|please|pls|plz|thanks|thank\s+you|just|after(?:\s+(?:that|it)|wards)|in\s+total|dollars?|bucks|usd|with|me|fine\s+by\s+me)\b"
    r"|那(?:么|就)?|就|(?:如果|只要)?是(?:这个)?|按|从|起|开始|然后|之后|以后|每(?:次|期)?|到|的|号|付|还|给|你们?|一次性?|"
    r"我|了|吧|啊|哈|哦|呢(?!？)|都|全部|块|元|钱|也|这样|这么着"
)
_REST = compiled(r"[\w\u4e00-\u9fff]")


def is_yes_and_terms(text: str, readings: Readings) -> bool:
    """Whether a yes, the values that were read and small words around them are all of the text."""
    plan = readings.plan
    spans = [one.span for one in readings.amounts]
    spans += [one.span for one in readings.dates if one.on is not None or one.month is not None]
    spans += [span for span in (plan.frequency_span, plan.count_span) if span is not None]
    if not spans or asks(text):
        return False
    without = _NO_MORE.sub(" ", blank(fold(text), spans, " "))
    rest, agreed = _YES.subn(" ", without)
    return bool(agreed) and _REST.search(_BESIDE.sub(" ", rest)) is None
