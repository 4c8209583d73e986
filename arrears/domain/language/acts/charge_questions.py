"""What they ask about interest and fees beside their sum.

Whether it goes on, how it is worked out, what it comes to, what a fee is for, what is paid first; whether a
part is in what they pay, what it would be without, and who looks into it.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from arrears.domain.language.money.numbers import numbers
from arrears.domain.language.script.fold import compiled, fold, has_han
from arrears.domain.language.words.charges import (
    CHARGE_EN,
    CHARGE_ZH,
    FEE_EN,
    FEE_ZH,
    INTEREST_EN,
    INTEREST_ZH,
    LEFT_OFF_EN,
    PART_EN,
    PART_ZH,
)


class ChargeQuestion(StrEnum):
    """What is asked."""

    GROWS = "grows"  # whether, and how quickly
    ORDER = "order"  # what a payment pays first
    RATE = "rate"  # how interest is worked out
    LATE = "late"  # how penalty interest and late charges are
    LATE_AGAIN = "late_again"  # whether more is charged for lateness, now or under a plan
    IN_ALL = "in_all"  # how much it comes to until all is paid
    FEE = "fee"  # what a fee, or the sum of one, is for
    WITHOUT = "without"  # what is owed without a part
    LET_OFF = "let_off"  # whether a part has been taken off
    INCLUDED = "included"  # whether a part is in what is owed or paid
    LOOKED_INTO = "looked_into"  # who looks into it, and when they hear of it
    LAWFUL = "lawful"  # whether it may be charged at all


_GROWS = compiled(
    r"\binterest\b[^.!?\n]{0,24}\b(?:grow\w*|going\s+up|add(?:ing|ed|s)?(?:\s+up)?|accru\w*|accumulat\w*|build\w*|run(?:s|ning)?|pil(?:e|ing)|"
    r"increas\w*|ris(?:e|es|ing)|stop(?:s|ped)?|frozen|paused|per\s+(?:day|month)|(?:a|each|every)\s+(?:day|month)|daily|monthly)\b"
    r"|\b(?:accru\w*|adding|charg(?:ed|ing)|gain(?:ing)?|daily|still)\b[^.!?\n]{0,16}\binterest\b"
    r"|\b(?:does|do|will|would|is|are)\s+(?:it|this|that|things|(?:the|my)\s+(?:debt|balance|loan|amount))\s+(?:just\s+|only\s+)?"
    r"(?:gonna\s+|going\s+to\s+)?(?:get(?:ting)?|go(?:ing)?|keep\s+(?:getting|going)|grow(?:ing)?)\s+(?:any\s+|even\s+)?(?:worse|bigger|higher|up)\b"
    r"|\bhappen(?:s|ing)?\s+(?:to|with)\s+(?:(?:the|my|that|all|late|penalty)\s+)*interest\b|\binterest\b[^.!?\n]{0,16}\b(?:while|during|as\s+long\s+as)\b"
    r"|利息[^。！？!?\n]{0,3}[一每]个?[天日月]|(?:分期|还款?|期间|的话|时候)[^。！？!?\n]{0,6}(?:有没有|收不收|还有|还收|要不要)[^。！？!?\n]{0,3}利?息"
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
    r"|(?:罚息|利)率[^。！？!?\n]{0,3}(?:多少|几|多高)|(?:罚息|逾期(?:利)?息|滞纳金|违约金)[^。！？!?\n]{0,3}[一每]个?[天日月][^。！？!?\n]{0,4}(?:多少|几)"
)
_LATE = compiled(rf"\b{_LATE_WORD}\b|\b(?:when|if|once)\b[^.!?\n]{{0,16}}\blate\b|逾期|罚息|滞纳金|违约金")
_FOR_LATENESS = r"late\s+(?:fees?|charges?|penalt(?:y|ies)|interest)"
_FOR_LATENESS_ZH = r"(?:滞纳金|罚息|罚款|逾期费用?|逾期利息)"
_LATE_AGAIN = compiled(
    rf"\b(?:stop(?:s|ping)?|avoid(?:s|ing)?|prevent(?:s|ing)?|freeze[sn]?|pause[sd]?|end(?:s|ing)?|get\s+rid\s+of|keep(?:s|ing)?\s+(?:away|off)|(?:no|not|n'?t)\s+(?:have|get|be\s+charged))\b"
    rf"[^.!?\n]{{0,24}}\b{_FOR_LATENESS}\b"
    rf"|\b(?:still|keep|again|more|any|another|other|extra|new|further|continue|going\s+(?:to|on)|gonna|will|'?ll)\b[^.!?\n]{{0,24}}\b{_FOR_LATENESS}\b"
    rf"|\b{_FOR_LATENESS}\b[^.!?\n]{{0,16}}\b(?:stop(?:s|ped)?|continue|go\s+(?:on|away)|keep|still|end|frozen|paused|added)\b"
    rf"|(?:[还再停免]|继续|就不|会不会|会有|会产生|要不要)[^。！？!?\n]{{0,8}}{_FOR_LATENESS_ZH}"
    rf"|{_FOR_LATENESS_ZH}[^。！？!?\n]{{0,6}}(?:[还再停]|继续|会不会|收不收|算不算|会有)"
)
"""违约金 and a "penalty" are not of lateness alone: who would pay early asks for them, too."""
_IN_ALL = compiled(
    r"\bhow\s+much\b(?![^.!?\n]*\bowed?\b)[^.!?\n]{0,12}\binterest\b[^.!?\n]{0,40}\b(?:total|in\s+all|altogether|over\s+(?:the|this|that|all|time)|"
    r"(?:by|at|in)\s+the\s+end|end\s+up|whole|entire|will|would|going\s+to|gonna)\b"
    r"|\b(?:total|all\s+the)\s+interest\b(?![^.!?\n]*\b(?:owed?|so\s+far)\b)"
    r"|(?:一共|总共|总计|合计|全部|整个|到最后|还完|最后)(?![^。！？!?\n]{0,6}欠)[^。！？!?\n]{0,8}(?:利息|息)|(?<!欠)(?:要|会|得)(?:还|付|给|交|多出|加)?多少(?:钱的?)?利息|利息[^。！？!?\n]{0,4}(?:一共|总共|总计|合计)"
)
_SUM = r"[$￥¥€]?\s?\d[\d,.]*"
_THERE = r"(?:\s+(?:doing\s+)?(?:on|in)\s+(?:here|there|it|(?:my|the)\s+\w+))"
_WHAT_FEE_ZH = r"(?:什么|啥)(?:费用?|钱|名目|东西|名堂)?(?!时候|意思|办法|[^。！？!?\n]{0,2}[还付交])"
_FEE = compiled(
    rf"\bwhat(?:'?s|\s+is|\s+are|\s+was|\s+were)\s+(?:the|that|this|these|those|my|your)\s+(?:{_SUM}(?:\s+(?:in\s+)?{FEE_EN})?|{FEE_EN}(?:\s+(?:part|portion|bit))?(?:\s+of\s+{_SUM})?)"
    rf"{_THERE}?\s+(?:even\s+|actually\s+)?(?:for|about)\b"
    rf"|\bwhat(?:'?s|\s+is|\s+are)\s+(?:that|this|these|those)\s+(?:{_SUM}(?:\s+(?:in\s+)?{FEE_EN})?|{FEE_EN}){_THERE}?\W*$"
    rf"|\bwhat\s+(?:(?:kind|sort|type)\s+of\s+)?(?:fees?|charges?)\s+(?:is|are|was|were)\s+(?:it|that|this|these|those|the|in)\b"
    rf"|\bwhat\b[^.!?\n]{{0,12}}\bcharged?\s+(?:me\s+)?(?:(?:the|that|this|a)\s+)?(?:{_SUM}|{FEE_EN})\s+for\b"
    rf"|\b{FEE_EN}\b[^!?\n]{{0,30}}?\bwhat(?:'?s|\s+is|\s+are|\s+was)?\s+(?:that|it|this|they|those)\s+(?:even\s+|actually\s+|really\s+|supposed\s+to\s+be\s+)?for\b"
    rf"|\bwhat(?:'?s|\s+is|\s+was)\s+(?:the|my)\s+{_SUM}\s+{FEE_EN}(?!\w)"
    rf"|\b(?:why|how\s+come)\s+(?:(?:is|was|are)\s+there|there'?s|there\s+(?:is|was)|(?:did|do|am|was)\s+i\b[^.!?\n]{{0,20}}|(?:did|do|are|were)\s+(?:you|u|they|ya'?ll)\b[^.!?\n]{{0,20}})\s*(?:an?\s+|the\s+|that\s+|this\s+)?(?:{_SUM}\s+)?{FEE_EN}\b"
    rf"|\bwhere\s+(?:do|does|did)\s+(?:the|that|this|these|those)\s+(?:{_SUM}\s+(?:in\s+)?)?{FEE_EN}\s+come\s+from\b"
    rf"|(?:{_SUM}[块元]?钱?的?(?:{FEE_ZH})?|[这那]?(?:笔|个|些|项){FEE_ZH}|{FEE_ZH})(?:又|到底|究竟|具体|都)*(?:是|算|收的是?)(?:个|一种)?{_WHAT_FEE_ZH}"
    rf"|{FEE_ZH}[^。！？!?\n]{{0,4}}(?:干[嘛什]么?用?的|怎么来的|哪来的|做什么用?的|是为什么收)"
    rf"|收的?(?:是)?(?:什么|啥)费|[这那](?:个|笔|些)?(?:到底|究竟|具体|又|都)*是个?(?:什么|啥)费"
)
_WITHOUT_EN = (
    rf"\b(?:without|minus|less|not\s+(?:counting|including)|excluding|except(?:\s+for)?|leaving\s+out|before"
    rf"|(?:take|leave)\s+(?:out|off|away))\s+{PART_EN}"
)
_WITHOUT = compiled(
    rf"\b(?:how\s+much|what(?:'?s|\s+(?:is|was|are|does|would|will|do))?\s+(?:(?:do|would|will)\s+)?(?:it|that|this|i|left|(?:the|my)\s+(?:\w+\s+)?(?:total|balance|amount|rest|sum)))\b"
    rf"[^.!?\n]{{0,30}}?{_WITHOUT_EN}|{_WITHOUT_EN}[^.!?\n]{{0,12}}\b(?:how\s+much|what)\b"
    rf"|^\W*(?:(?:and|so|but|ok(?:ay)?|then|well)\W+)*{_WITHOUT_EN}\W*[?\uff1f]"
    rf"|(?:不算|不含|不包括?|除[了去掉开]|[去刨]掉|刨[去开]|扣[掉除]|减[去掉])(?:你们|您们)?(?:的|那个?|这个?)*{PART_ZH}[^。！？!?\n]{{0,8}}(?:多少|几)"
    rf"|^\W*(?:那么?|要是|如果)?(?:不算|不含|不包括?|除[了去掉开]|[去刨]掉)(?:那个?|这个?|的)*{PART_ZH}(?:的话)?呢"
)
_LET_OFF = compiled(
    rf"\b(?:has|have|had|was|were|is|are|did)\b[^.!?\n]{{0,16}}?\b{CHARGE_EN}\b[^.!?\n]{{0,16}}?\b{LEFT_OFF_EN}\b"
    rf"|\b(?:did|have|has)\s+(?:you|u|they|somebody|someone)\b[^.!?\n]{{0,16}}?\b(?:take|took|taken|waived?|dropped?|removed?|cancel\w*)\b[^.!?\n]{{0,16}}?\b{CHARGE_EN}\b"
    rf"|{CHARGE_ZH}[^。！？!?\n]{{0,6}}(?:免|减|取消|去掉|抹)掉?了?(?:没有?|吗|么)|(?:免|减|取消|去)掉?了{CHARGE_ZH}(?:没有?|吗|么)"
)
_INCLUDED = compiled(
    rf"(?<!what\s)(?<!which\s)\b(?:is|are|was|were)\s+{PART_EN}\s+(?:(?:still|already|all|also|even)\s+)*(?:in|included|counted|part\s+of|there|on\s+(?:there|here|it|that|this))\b"
    rf"|\b(?:does|do|did|is|are|will|would)\s+(?:it|that|this|these|those|(?:the|my|your)\s+\w+(?:\s+\w+)?)\s+(?:(?:still|already|all|also|even)\s+)*"
    rf"(?:includ(?:e|es|ing)|cover(?:s|ing)?|contain(?:s|ing)?|count(?:s|ing)?|have|with)\s+{PART_EN}"
    rf"|\b(?:do|would|will)\s+i\s+(?:still\s+|also\s+)?(?:owe|(?:have|need)\s+to\s+pay|pay)\s+{PART_EN}|\b(?:with|including)\s+{PART_EN}\s+or\s+(?:without|not)\b"
    rf"|{PART_ZH}(?:都|也|已经|是不是|有没有|是)*(?:[计算加]进去?|算在|[包]?含在|包括在|在(?:里面|内|里头)|算上|计入|在不在)[^。！？!?\n]{{0,4}}(?:[吗么]|没|不|[?\uff1f])"
    rf"|(?:算不算|含不含|包不包括|包不包含|有没有算|是不是算|是否(?:包括|包含|含))[^。！？!?\n]{{0,4}}{PART_ZH}|(?:包括|包含|含|算上了?)(?:那个?|这个?)*{PART_ZH}(?:了)?(?:[吗么]|没|[?\uff1f])"
    rf"|{PART_ZH}(?:我)?(?:是不是)?还(?:要|得|用|需要)(?:不要)?(?:还|付|交)?(?:[吗么]|[?\uff1f])"
)
_LOOKED_INTO = compiled(
    rf"\bwho(?:'?s|\s+is|\s+will)?\b[^.!?\n]{{0,20}}\b(?:look\w*|check\w*|decid\w*|review\w*|handl\w*|deal\w*|see\w*|investigat\w*)\b[^.!?\n]{{0,16}}\b{CHARGE_EN}\b"
    rf"|\b(?:when|how\s+long)\b[^.!?\n]{{0,20}}\b(?:hear|know|answer|decid\w*)\b[^.!?\n]{{0,16}}\b{CHARGE_EN}\b"
    rf"|{CHARGE_ZH}[^。！？!?\n]{{0,6}}谁(?:来|会|去|在)?(?:处理|负责|管|查|核实|看|决定)|谁(?:来|会|去|在)?(?:处理|负责|管|查|核实|看|决定)[^。！？!?\n]{{0,6}}{CHARGE_ZH}"
)
_LAWFUL = compiled(
    r"\b(?:interest|rates?|fees?|charges?|apr)\b[^.!?\n]{0,24}\b(?:(?:il)?legal|(?:un)?lawful|usur\w+|allowed)\b"
    r"|\b(?:(?:il)?legal|(?:un)?lawful|allowed)\b[^.!?\n]{0,24}\b(?:interest|rates?|fees?|charges?|apr)\b"
    r"|(?:利息|利率|息|费用?|罚息|违约金|滞纳金)[^。！？!?\n]{0,8}(?:合不合法|合法|违法|犯法|合规|合不合规|超过?(?:了)?(?:法定|上限|红线))"
    r"|(?:合不合法|是不是(?:合|违)法)[^。！？!?\n]{0,6}(?:利息|利率|费)"
)
_CAPPED = compiled(
    r"\b(?:over|above|more\s+than|beyond|past)\s+\d[\d.]*\s*(?:%|percent)[^.!?\n]{0,30}\b(?:(?:il|un)?(?:legal|lawful|enforceable)|void|usur\w+|(?:not|n'?t)\s+(?:have\s+to|allowed|owe|need\s+to|count))"
    r"|(?:超过?|高于|大于|多于)了?\d[\d.]*(?:%|个点)?(?:以上)?的?(?:那)?(?:部分|利息|息)?[^。！？!?\n]{0,6}(?:不用|可以不|不该|不应|不必|无效|不合法|违法|不受(?:法律)?保护|不支持)"
)
"""What they have heard of a highest rate asks whether ours may be charged."""
_ASKS = compiled(
    r"[?\uff1f]|(?:^|[.,;!\n])\W*(?:(?:and|so|but|ok(?:ay)?|wait|hi|hello|hey|well|now|listen|look|no)\W+)*(?:is|are|does|do|will|would|how|what'?s?|where|which|why|has)\b|[吗呢]|干[嘛吗什]|多少|还是|怎么|如何|咋|什么|啥|有没有|会不会|是不是|([收要算涨加滚停合])不\1"
)
_WISHES = compiled(
    r"\b(?:can|could|would|will)\s+(?:you|u)\b(?!\s+(?:guys\s+|please\s+)?(?:keep|still|go\s+on|continue|be|charge|add|tell|explain|show|say)\b)|\bplease\b|\b(?:waive|drop|freeze|reduce|lower)\b|(?:能不能|可不可以|可以|能否)(?!(?:跟我|给我|和我)?(?:告诉|解释|说|讲|问))|减|免|请(?!问)"
)
"""Who asks us to stop it asks for something else."""


def charge_question(text: str) -> ChargeQuestion | None:
    """What is asked; None where nothing is, or where they want it stopped."""
    plain = fold(text)
    of_a_part = next((each for each, words in _OF_A_PART.items() if words.search(plain) is not None), None)
    if of_a_part is not None:
        return of_a_part
    asks = _ASKS.search(plain) or _FEE.search(plain)  # "theres a 45 fee what is that even for"
    if asks is None or _WISHES.search(plain) is not None:
        return None
    if _RATE.search(plain) is not None:
        return ChargeQuestion.RATE if _LATE.search(plain) is None else ChargeQuestion.LATE
    return next((question for question, words in _WORDS.items() if words.search(plain) is not None), None)


def charge_questions(text: str) -> tuple[ChargeQuestion, ...]:
    """All that is asked: what a fee is for may stand beside another of the questions."""
    rest, fees = _FEE.subn(" ", fold(text))
    asked = charge_question(text)
    if asked is None or not fees:
        return () if asked is None else (asked,)
    beside = charge_question(rest)
    return (ChargeQuestion.FEE,) if beside is None else (ChargeQuestion.FEE, beside)


def asks_what_for(text: str) -> bool:
    """Whether they ask what a fee, or the sum of one, is for; beside the wish to have it taken off, too."""
    return _FEE.search(fold(text)) is not None


def part_asked_of(text: str) -> str | None:
    """The words that ask of one part of what is owed how it is dealt with; None where none do."""
    plain = fold(text)
    found = (words.search(plain) for words in _OF_A_PART.values())
    return next((each.group() for each in found if each is not None), None)


_NAMES_FEE = compiled(rf"\b{FEE_EN}\b|{FEE_ZH}")
_NAMES_INTEREST = compiled(rf"\b{INTEREST_EN}\b|{INTEREST_ZH}")


def names_fee(text: str) -> bool:
    """Whether it is a fee by name, and no mere sum, that they ask about."""
    return _NAMES_FEE.search(fold(text)) is not None


def names_interest(text: str) -> bool:
    """Whether it is interest that they speak of."""
    return _NAMES_INTEREST.search(fold(text)) is not None


_NAMES_PENALTY = compiled(r"\b(?:late|penalty)\s+interest\b|\bpenalt(?:y|ies)\b|罚息|罚款")


def names_penalty(text: str) -> bool:
    """Whether it is what lateness costs beside fees, which our records do not tell apart."""
    return _NAMES_PENALTY.search(fold(text)) is not None


def figures(text: str) -> frozenset[Fraction]:
    """Every number in the text, whatever it is of."""
    plain = fold(text)
    return frozenset(each.value for each in numbers(plain, chinese=has_han(plain)))


_OF_A_PART = {
    ChargeQuestion.LOOKED_INTO: _LOOKED_INTO,
    ChargeQuestion.WITHOUT: _WITHOUT,
    ChargeQuestion.LET_OFF: _LET_OFF,
    ChargeQuestion.INCLUDED: _INCLUDED,
    ChargeQuestion.LAWFUL: _CAPPED,
}
"""Their words ask by themselves, and 减掉 in them is no wish."""
_WORDS = {
    ChargeQuestion.LAWFUL: _LAWFUL,
    ChargeQuestion.ORDER: _ORDER,
    ChargeQuestion.FEE: _FEE,
    ChargeQuestion.IN_ALL: _IN_ALL,
    ChargeQuestion.LATE_AGAIN: _LATE_AGAIN,
    ChargeQuestion.GROWS: _GROWS,
}
"""In their order: the longer question has the words of a shorter one in it."""
