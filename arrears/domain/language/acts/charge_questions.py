"""What they ask about interest and fees beside their sum.

Whether it goes on, how it is worked out, what it comes to, what a fee is for, what is paid first.
"""

from __future__ import annotations

from enum import StrEnum

from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.words.charges import FEE_EN, FEE_ZH


class ChargeQuestion(StrEnum):
    """What is asked."""

    GROWS = "grows"  # whether, and how quickly
    ORDER = "order"  # what a payment pays first
    RATE = "rate"  # how interest is worked out
    LATE = "late"  # how penalty interest and late charges are
    IN_ALL = "in_all"  # how much it comes to until all is paid
    FEE = "fee"  # what a fee, or the sum of one, is for


_GROWS = compiled(
    r"\binterest\b[^.!?\n]{0,24}\b(?:grow\w*|going\s+up|add(?:ing|ed|s)?(?:\s+up)?|accru\w*|accumulat\w*|build\w*|run(?:s|ning)?|pil(?:e|ing)|"
    r"increas\w*|ris(?:e|es|ing)|stop(?:s|ped)?|frozen|paused|per\s+(?:day|month)|(?:a|each|every)\s+(?:day|month)|daily|monthly)\b"
    r"|\b(?:accru\w*|adding|charg(?:ed|ing)|gain(?:ing)?|daily|still)\b[^.!?\n]{0,16}\binterest\b"
    r"|利息[^。！？!?\n]{0,6}(?:涨|增加|在算|在滚|滚|累计|累积|停|冻结|降|变[少低]|每个?[天日月])|(?:每个?[天日月]|一[天个]月?|还在|还会|还要算|继续)[^。！？!?\n]{0,6}(?:利息|息)|(?:停|计|算)息"
)
_ORDER = compiled(
    r"\b(?:go(?:es|ing)?|appl(?:y|ies|ied)|com(?:e|es|ing)\s+off|taken\s+off|count(?:s|ed)?|put|used)\b[^.!?\n]{0,24}\b(?:interest|principal|fees?)\b"
    r"|\b(?:interest|principal|fees?)\s+(?:first|or\s+(?:the\s+)?(?:interest|principal|fees?))\b"
    r"|(?:先|是|算)(?:还|扣|冲|抵|付)?[^。！？!?\n]{0,4}(?:利息|本金|费用|罚息)[^。！？!?\n]{0,6}(?:还是|或)[^。！？!?\n]{0,4}(?:利息|本金|费用)|先(?:还|扣|冲|抵)(?:利息|本金|费用)"
)
_LATE_WORD = r"(?:late|penalty|penal|default|overdue|delinquen\w+)"
_CHARGE = rf"(?:{_LATE_WORD}\s+)?(?:interest|fees?|charges?)(?:\s+(?:rate|fees?|charges?))?"
_WORKED_OUT = r"(?:calculat\w+|comput\w+|work(?:s|ed)?\s+out|figured?(?:\s+out)?|determin\w+|set)"
_CHARGE_ZH = r"(?:逾期|罚|利)(?:的)?(?:利)?息(?:率)?|滞纳金|违约金|息"
_RATE = compiled(
    rf"\bhow\b[^.,!?\n]{{0,16}}\b{_WORKED_OUT}\s+(?:the\s+|my\s+|your\s+|this\s+|that\s+)?{_CHARGE}\b"
    rf"|\bhow\b[^.,!?\n]{{0,16}}\b{_CHARGE}\s+(?:\w+\s+){{0,3}}?(?:{_WORKED_OUT}|works?|charged)\b"
    r"|\bwhat(?:'?s|\s+is|\s+are)\s+(?:the|my|your)\s+(?:\w+\s+){0,2}?(?:interest\s+rate|rate\s+of\s+interest|apr|rate)\b"
    rf"|(?:{_CHARGE_ZH})[^。！？!?\n]{{0,4}}(?:怎么|如何|咋|按什么|是?按多少)(?:个)?(?:算|计|收)|(?:怎么|如何|咋|按什么)(?:样)?(?:算|计|收)[^。！？!?\n]{{0,3}}(?:{_CHARGE_ZH})"
    r"|(?:罚息|利)率[^。！？!?\n]{0,3}(?:多少|几|多高)"
)
_LATE = compiled(rf"\b{_LATE_WORD}\b|\b(?:when|if|once)\b[^.!?\n]{{0,16}}\blate\b|逾期|罚息|滞纳金|违约金")
_IN_ALL = compiled(
    r"\bhow\s+much\b(?![^.!?\n]*\bowed?\b)[^.!?\n]{0,12}\binterest\b[^.!?\n]{0,40}\b(?:total|in\s+all|altogether|over\s+(?:the|this|that|all|time)|"
    r"(?:by|at|in)\s+the\s+end|end\s+up|whole|entire|will|would|going\s+to|gonna)\b"
    r"|\b(?:total|all\s+the)\s+interest\b(?![^.!?\n]*\b(?:owed?|so\s+far)\b)"
    r"|(?:一共|总共|总计|合计|全部|整个|到最后|还完|最后)(?![^。！？!?\n]{0,6}欠)[^。！？!?\n]{0,8}(?:利息|息)|(?<!欠)(?:要|会|得)(?:还|付|给|交|多出|加)?多少(?:钱的?)?利息|利息[^。！？!?\n]{0,4}(?:一共|总共|总计|合计)"
)
_SUM = r"[$￥¥€]?\s?\d[\d,.]*"
_WHAT_FEE_ZH = r"(?:什么|啥)(?:费用?|钱|名目|东西|名堂)?(?!时候|意思|办法|[^。！？!?\n]{0,2}[还付交])"
_FEE = compiled(
    rf"\bwhat(?:'?s|\s+is|\s+are|\s+was|\s+were)\s+(?:the|that|this|these|those|my|your)\s+(?:{_SUM}(?:\s+(?:in\s+)?{FEE_EN})?|{FEE_EN}(?:\s+of\s+{_SUM})?)"
    r"\s+(?:even\s+|actually\s+)?(?:for|about)\b"
    rf"|\bwhat\s+(?:(?:kind|sort|type)\s+of\s+)?(?:fees?|charges?)\s+(?:is|are|was|were)\s+(?:it|that|this|these|those|the|in)\b"
    rf"|\bwhat\b[^.!?\n]{{0,12}}\bcharged?\s+(?:me\s+)?(?:(?:the|that|this|a)\s+)?(?:{_SUM}|{FEE_EN})\s+for\b"
    rf"|\bwhere\s+(?:do|does|did)\s+(?:the|that|this|these|those)\s+(?:{_SUM}\s+(?:in\s+)?)?{FEE_EN}\s+come\s+from\b"
    rf"|\bwhy\s+(?:is|are|was|were)\s+there\s+(?:an?\s+|any\s+)?(?:{_SUM}\s+)?{FEE_EN}\b"
    rf"|(?:{_SUM}[块元]?钱?的?(?:{FEE_ZH})?|[这那]?(?:笔|个|些|项){FEE_ZH}|{FEE_ZH})(?:又|到底|究竟|具体|都)*(?:是|算|收的是?)(?:个|一种)?{_WHAT_FEE_ZH}"
    rf"|{FEE_ZH}[^。！？!?\n]{{0,4}}(?:干[嘛什]么?用?的|怎么来的|哪来的|做什么用?的|是为什么收)"
    rf"|收的?(?:是)?(?:什么|啥)费"
)
_ASKS = compiled(
    r"[?\uff1f]|^\W*(?:(?:and|so|but|ok(?:ay)?|wait|hi|hello)\W+)*(?:is|are|does|do|will|would|how|what|where|which|why|has)\b|[吗呢]|干[嘛吗什]|多少|还是|怎么|如何|咋|什么|啥|有没有|会不会|是不是"
)
_WISHES = compiled(
    r"\b(?:can|could|would|will)\s+(?:you|u)\b(?!\s+(?:guys\s+|please\s+)?(?:keep|still|go\s+on|continue|be|charge|add|tell|explain|show|say)\b)|\bplease\b|\b(?:waive|drop|freeze|reduce|lower)\b|(?:能不能|可不可以|可以|能否)(?!(?:跟我|给我|和我)?(?:告诉|解释|说|讲|问))|减|免|请(?!问)"
)
"""Who asks us to stop it asks for something else."""


def charge_question(text: str) -> ChargeQuestion | None:
    """What is asked; None where nothing is, or where they want it stopped."""
    plain = fold(text)
    if _ASKS.search(plain) is None or _WISHES.search(plain) is not None:
        return None
    if _RATE.search(plain) is not None:
        return ChargeQuestion.RATE if _LATE.search(plain) is None else ChargeQuestion.LATE
    return next((question for question, words in _WORDS.items() if words.search(plain) is not None), None)


_NAMES_FEE = compiled(rf"\b{FEE_EN}\b|{FEE_ZH}")


def names_fee(text: str) -> bool:
    """Whether it is a fee by name, and no mere sum, that they ask about."""
    return _NAMES_FEE.search(fold(text)) is not None


_WORDS = {
    ChargeQuestion.ORDER: _ORDER,
    ChargeQuestion.FEE: _FEE,
    ChargeQuestion.IN_ALL: _IN_ALL,
    ChargeQuestion.GROWS: _GROWS,
}
"""In their order: the longer question has the words of a shorter one in it."""
