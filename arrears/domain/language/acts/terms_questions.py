"""Questions about the terms themselves: how many payments, until when, why this sum or rhythm, how little.

Their words are near to a question for the balance, to a fear of the law, to words of nothing. What they are
about is told from the terms that wait or stand, and from what may be agreed.
"""

from __future__ import annotations

import re
from enum import StrEnum

from arrears.domain.language.acts.no_fixed_day import AT_WILL
from arrears.domain.language.script.fold import compiled, fold


class TermsQuestion(StrEnum):
    """What is asked."""

    ALL_OF_IT = "all_of_it"  # whether nothing is left to pay after these payments
    LENGTH = "length"  # how many payments or months, and when the last one is
    WHY_SUM = "why_sum"  # why a payment is so much
    WHY_RHYTHM = "why_rhythm"  # why not in the rhythm that they name
    LEAST = "least"  # how little a payment may be, or how long it may take
    EXTENSION = "extension"  # how long an extension of the loan may be
    SAME_MONEY = "same_money"  # whether two sums in two rhythms are the same
    AT_WILL = "at_will"  # what becomes of payments without a plan
    SHORT_MONTH = "short_month"  # what becomes of the 30th in February


_PARTS = r"(?:months?|weeks|payments?|instal?lments?)"
_LENGTH = compiled(
    rf"\bhow\s+many\s+(?:more\s+)?{_PARTS}\b(?=[^.?!\n]{{0,12}}\b(?:is|are|would|will|does|do|in\s+total|total|altogether|left|then)\b|\W*$)"
    r"|\bwhen(?:'?s|\s+is|\s+would|\s+will|\s+does)\s+(?:the|my)\s+(?:very\s+)?(?:last|final)\s+(?:one|payment|instal?lment)\b"
    r"|\bhow\s+long\s+(?:(?:till?|until|before)\s+(?:it|its|it\'?s|this|that|everything|all|i\'?m|im|we\'?re|the\s+loan|paid|done)|(?:will|would|does)\s+(?:it|that|this)\s+(?:take|be|run))\b"
    r"|\bwhen\s+(?:am|will|would)\s+i\s+(?:be\s+)?(?:done|finished|paid\s+(?:off|up)|through)\b"
    r"|\b(?:when|(?:what|which)\s+month)\s+(?:am|is|will|would|do|does)\s+(?:i|we|it|this|that|everything|the\s+loan)\s+(?:all\s+)?"
    r"(?:be|get|have\s+(?:it|this|everything))\s+(?:all\s+)?(?:done|finished|paid(?:\s+off|\s+up)?|cleared|over)(?=\s*(?:with|then|by)?\W*$)"
    r"|(?:一共|总共|共|一起|要还|得还|还要|还得|需要还)[^。！？!?\n]{0,4}(?:几|多少)(?:个月|期|次|笔)|(?:是|分)(?:几|多少)(?:个月|期|次|笔)(?=\W*$)"
    r"|最后(?:一)?(?:期|笔|次|个月)[^。！？!?\n]{0,6}(?:什么时候|哪[天年月]|几[号月]|何时)"
    r"|(?:什么时候|何时|哪一?个?[天年月]|几[号月])[^。！？!?\n]{0,8}(?:还完|还清|结束)"
)
_OF_A_SUM = compiled(
    r"\bhow\s+many\s+(?:of\s+)?(?:the\s+|those\s+|these\s+)?[$]?\d[\d,.]*(?:'?s)?(?:\s+(?:payments?|instal?lments?|ones))?\b"
    r"|\bhow\s+many\s+(?:times|payments|months)\b[^.?!\n]{0,24}[$]?\d|\d[\d,.]*[^.?!\n]{0,16}\bhow\s+many\s+(?:times|payments|months)\b"
    r"|(?:\d[\d,.]*|[一二两三四五六七八九][百千万][一二两三四五六七八九百千]*)(?:块钱?|元)?(?:的|那个)?[^。！？!?\n]{0,4}(?:共|还|付|要|得|总)(?:要|得)?(?:还|付)?(?:几|多少)(?:个月|期|次|笔)"
)
_ALL_OF_IT = compiled(
    r"\b(?:that'?s|that\s+is|thats|will\s+that\s+be|is\s+that)\s+(?:then\s+)?(?:it|all|everything|the\s+end\s+of\s+it)\b[\s,]*(?:then\s+|for\s+me\s+)?(?:right|correct|yes|yeah|\?)"
    r"|\bnothing\s+(?:more|else|further)\s+(?:comes|is|will|to\s+(?:pay|come)|after|left)\b[^.!\n]*(?:\?|right)|\b(?:does|do|will|would)\s+(?:it|that|this|they|these|those)\s+(?:cover|clear|pay)\s+(?:it\s+all|everything|all\s+of\s+it|the\s+whole\s+(?:thing|loan|amount))\b"
    r"|\b(?:am|will|would)\s+i\s+(?:then\s+)?(?:be\s+)?(?:all\s+)?(?:done|clear|settled|square|finished|paid\s+up)\b(?=\s*(?:then|after|with|\?))(?<!when\s)"
    r"|(?:就|都|全)(?:算|能|会)?(?:还清|还完|没了|没事|不用再?[还付交]|不再[欠收])了?(?:[吧吗]|是吧|对吧|对吗)"
    r"|(?:都|全部?)(?:还|付|交)(?:完|清)?了?(?:之后|以后|的话)?(?:就|是不是)+(?:算|都|可以)*(?:完|清|结清|还清|没|了结)了?(?:[吧吗]|是吧|对吧|对吗)"
    r"|[之以]后(?:就|还)?(?:没有?别的|不(?:用|会)再[还付收有])[^。！\n]{0,4}了?[吧吗]"
)
_WHY_SUM = compiled(
    r"\bwhy\s+(?:(?:is|are|was|do|does|did|would|must|should|it|that|i|we|have|to|pay|then|the|payments?)\s+)*(?:[$]?\d|so\s+(?:much|high)|that\s+much)"
    r"|\bwhere\s+(?:does|did|do)\s+(?:the\s+)?(?:that\s+|this\s+)?(?:[$]?\d[\d.,]*|number|figure|sum|amount)\s+(?:\w+\s+)?come\s+from\b"
    r"|\bhow\s+(?:did|do)\s+(?:you|u|they)\s+(?:get|come\s+up\s+with|arrive\s+at|calculate)\s+(?:to\s+)?(?:that|this|the|[$]?\d)"
    r"|(?:为什么|为啥|怎么|凭什么)(?:是|要|得|会|每[期月次]|还|这么)*(?:[¥￥]?\d|这么多)"
    r"|(?:\d元?|这个?(?:数|金额))[^。！？!?\n]{0,3}(?:怎么|是怎么|咋)(?:算|来|得)"
)
_WHY_RHYTHM = compiled(
    r"\bwhy\s+(?:not|can'?t|(?:could|wo|is|do|does)n'?t|(?:can|is|do|does)\s+(?:i|we|it|you|that)\s+not)\b[^.?!\n]{0,24}?"
    r"\b(?:(?:bi-?)?weekly|fortnightly|(?:semi-?)?monthly|by\s+the\s+(?:week|month)|(?:a|per|each|every)\s+(?:other\s+)?(?:(?:two|2)\s+)?(?:weeks?|month|mon|tues|wednes|thurs|fri)(?:day)?)\b"
    r"|(?:为什么|为啥|怎么|凭什么|干嘛)就?不(?:能|可以|行|让)?[^。！？!?\n]{0,5}(?:[每按两半隔]|一个?)(?:两|半)?个?(?:周|星期|礼拜|月)"
)
_LEAST = compiled(
    r"\bwhat(?:'?s|\s+is|\s+would\s+be|\s+are)?\s+(?:the\s+)?(?:absolute\s+|very\s+)?(?:lowest|smallest|least|minimum|min|longest|most\s+(?:months|payments|time))\b"
    r"|\bhow\s+(?:low|little|small|far\s+down)\s+(?:can|could|may|will|would|does)\b"
    r"|\b(?:any(?:thing)?|something)\s+(?:longer|lower|smaller|less)\s+than\s+(?:that|this|it)\b"
    r"|\bhow\s+(?:long|far\s+out)\s+(?:can|could|may)\s+(?:i|we|you|it|this|that)\s+(?:\w+\s+)?(?:spread|stretch|drag|take|go|be\s+(?:spread|stretched))\b"
    r"|(?:最低|最少|起码|至少)(?:一个月|每个?[月期次周])?[^。！？!?\n]{0,4}(?:还|付|交)?(?:多少|几)|(?:每个?[月期次])?(?:最低|最少)[^。！？!?\n]{0,6}多少"
    r"|(?:最长|最多|最久)[^。！？!?\n]{0,6}(?:分|还)[^。！？!?\n]{0,4}(?:多久|几|多长|多少(?:期|个月|次))|(?:能|可以)分(?:几|多少)(?:期|个月|次)"
    r"|(?:还有|有没有|有)(?:更|再)(?:长|低|少)一?点?的"
)
_EXTENSION = compiled(
    r"(?:最长|最多|最久|一般)[^。！？!?\n]{0,8}展(?!示|开|现|览|会)[^。！？!?\n]{0,4}(?:多久|几|多长|多少)|展期[^。！？!?\n]{0,6}(?:最长|最多|最久)|(?:最长|最多)[^。！？!?\n]{0,4}展期?[^。！？!?\n]{0,6}多"
    r"|\b(?:longest|most|maximum|max)\b[^.?!\n]{0,20}\b(?:extend|extension)\b|\bhow\s+(?:long|far)\s+(?:can|could|may)\b[^.?!\n]{0,16}\b(?:extend(?:ed)?|extension)\b"
)
_SAME_MONEY = compiled(
    r"\b(?:is|isn'?t|are|would|wouldn'?t)\s+(?:it|that|this|they|those)\s+(?:\w+\s+){0,2}(?:the\s+)?same\b|\b(?:same|equal)\s+(?:thing|money|amount|as)\b[^.!\n]*\?"
    r"|(?:不|是不|是)?(?:是)?一样(?:多|的|吗|么)|不是一回事[吗么]|是不是一回事|合起来[^。！\n]{0,4}一样"
)
_LAST_DAYS = r"(?:29|30|31|二十九|三十一?)"
_SHORT_MONTH = compiled(
    rf"\b(?:feb(?:ruary)?|months?)\b[^.?!\n]{{0,20}}(?:\b(?:has|have|had)(?:\s+(?:no|only)|n'?t)|\b(?:do|does)(?:n'?t|\s+not)\s+(?:\w+\s+)?have)\b"
    rf"[^.?!\n]{{0,12}}\b(?:28|{_LAST_DAYS})|\b(?:there'?s|there\s+is|if\s+(?:a\s+month\s+)?has)\s+no\s+{_LAST_DAYS}(?:st|th)\b"
    r"|\b(?:what|how)(?:'s|\s+is|\s+happens|\s+about|\s+do\s+(?:i|we)\s+do)\s+(?:in\s+)?(?:feb(?:ruary)?|(?:the\s+)?short(?:er)?\s+months?)\W*$"
    r"|\b(?:not\s+(?:all|every)|some)\s+months?\s+(?:have|has|don'?t\s+have)\s+an?\s+(?:29th|30th|31st)\b"
    rf"|月份?[^。！\n]{{0,5}}(?:没有?|哪有){_LAST_DAYS}[号日]|没有?{_LAST_DAYS}[号日]的?(?:那[个些])?月|(?:^|[^\d十])[2二]月份?(?:呢|怎么[办算还弄]|咋[办算还弄]|只有|才)"
)
_ASKS = compiled(
    r"[?\uff1f]|^\W*(?:(?:and|so|but|ok(?:ay)?|then|wait|well|hm+|um+)\W+)*(?:what(?:'?s)?|when(?:'?s)?|why|how|is|are|can|could|would|will|does|do|where|if)\b"
    r"|[吗呢么]|多久|多少|几(?:个月|月|期|次|笔|年)|什么|哪一?个?[天年月]|为啥|怎么|咋|吧[\s?\uff1f。]*$|行不行|是不是|能不能|可不可以|有没有"
)
_MORE = compiled(
    r"\b(?:lump|settle\w*|discount|%\s?off|pay\s?off|lawyer|attorney|court|sued?|jail|police|garnish\w*|borrow\w*|dispute\w*|wrong|mistake|scam|owe\w*|balance)\b"
    r"|起诉|法院|律师|坐牢|征信|结清|减免|打折|利息|罚息|费用|没借|不对|搞错|欠"
)
"""Beside one of these it is a question of something else, or more than one."""


_TELLS_OF_PAYMENT = compiled(
    r"\b(?:already|sent|transferred|(?:i|we|he|she|they)(?:'?ve|\s+have)?\s+(?:just\s+)?paid)\b|已经|[还付交转打]过|[还付交转打]了(?!就|之后|以后|的话)"
)


def tells_of_payment(text: str) -> bool:
    """Whether a payment is told of beside the question."""
    return _TELLS_OF_PAYMENT.search(fold(text)) is not None


def asks_how_often(text: str) -> bool:
    """Whether they ask how often a sum that they name is paid: "how many of the 125 payments"."""
    return _OF_A_SUM.search(fold(text)) is not None


def terms_question(text: str) -> TermsQuestion | None:
    """What they ask of the terms; None where they ask nothing of them, or more than that."""
    plain = fold(text)
    if _MORE.search(plain) is not None:
        return None
    if _SHORT_MONTH.search(plain) is not None:  # said of a plan, it asks without a question mark too
        return TermsQuestion.SHORT_MONTH
    if _ASKS.search(plain) is None:
        return None
    if asks_how_often(text):
        return TermsQuestion.LENGTH
    return next((question for question, words in _WORDS.items() if words.search(plain) is not None), None)


_SUM = re.compile(r"\d[\d,]*")


def sums_asked_about(text: str) -> frozenset[int]:
    """The whole units of the figures in the text, whatever each of them is."""
    return frozenset(int(each.replace(",", "")) for each in _SUM.findall(fold(text)))


_WORDS = {
    TermsQuestion.EXTENSION: _EXTENSION,
    TermsQuestion.LEAST: _LEAST,
    TermsQuestion.SAME_MONEY: _SAME_MONEY,
    TermsQuestion.AT_WILL: AT_WILL,
    TermsQuestion.WHY_RHYTHM: _WHY_RHYTHM,
    TermsQuestion.WHY_SUM: _WHY_SUM,
    TermsQuestion.LENGTH: _LENGTH,
    TermsQuestion.ALL_OF_IT: _ALL_OF_IT,
}
"""In their order: the longer question has the words of a shorter one in it."""
