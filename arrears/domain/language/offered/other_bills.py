"""The day on which something else has to be paid: "rent is the 1st", 1号还要交房租."""

from __future__ import annotations

from collections.abc import Sequence

from arrears.domain.language.script.fold import Span, compiled

_BILL = (
    r"(?:rents?|mortgage|(?:car|truck|auto|van|house|home)\s+(?:note|payment|loan|insurance)|(?:health\s+)?insurance|day\s?care|child\s?care|"
    r"pre-?school|tuition|school\s+fees?|child\s+support|alimony|"
    r"(?:phone|electric|light|gas|water|power|cable|internet|medical|hospital|utility|heating|credit\s+card|other)\s+bills?|"
    r"utilities|electric(?:ity)?|groceries|hoa|car\s+note|storage|taxes|other\s+(?:loan|card))"
)
_WHOSE = r"(?:(?:my|the|our|his|her|their|kids?'?|other)\s+)"
_IS_PAID = (
    r"(?:'s|is|are|was|has|have|gets?|got|goes|comes|hits|falls|runs|due|out|up|paid|pay|taken|drawn|debited|always|usually|also|right|already|"
    r"to|be|gotta|must|on|by|around|about|every|each|the|for|of|\$?\d[\d,.]*)"
)
_LED_BY_IT = compiled(rf"\b{_WHOSE}?{_BILL}(?:(?:\s+|(?='))(?:{_IS_PAID}))*\s*$")
_NOT_OF_IT = compiled(
    r"\b(?:after|with|as|like|plus|before|when|once)\s+(?:(?:i|we)\s+pay\s+)?(?:(?:my|the|our)\s+)?$"
)
_FOLLOWED_BY_IT = compiled(
    r"(?:\s+(?:of\s+(?:the|every|each)\s+month))?\s*(?:(?:'s|is|are|goes\s+to|for|when|i|we|have|has|got|gotta|need|must|also|always|to|pay|cover|"
    rf"make|my|the|our|his|her|comes|hits)\s+)*{_BILL}\b"
    r"(?!\s*(?:(?:'s|is|are|will\s+be|'ll\s+be|gets?)\s+)?(?:already\s+|all\s+)?(?:paid|done|settled|covered|clear\w*|behind|out\s+of\s+the\s+way|money)\b)"
)
_BILL_ZH = (
    r"(?:房租|租金|店租|铺租|租子|房贷|车贷|车险|学费|学杂费|补课费|培训费|托(?:儿|管)?费|保育费|幼儿园(?:的?钱|费)|水电费?|电费|水费|燃气费|暖气费|"
    r"物业费?|话费|信用卡|花呗|白条|保险费|保费|医药费|货款|材料款|社保|税款?|别的(?:贷款|账单|账)|另一[笔个](?:贷款|账单)?)"
)
_FOLLOWED_BY_IT_ZH = compiled(
    r"(?:那天|那几天|当天|左右|之?前)?"
    r"(?:还|也|都|又|正好|刚好|就|先|得|要|该|需|是|我们?|每月|必须|固定|会|有|交|付|缴|扣|给|供|孩子|小孩|娃|家里|店里?|公司|厂里?|这边|的){0,7}"
    rf"{_BILL_ZH}(?!(?:都|也|就|先|已经?){{0,2}}[交付还缴扣](?:完|了|过|清|掉)|[之以]?后)"
)
_LED_BY_IT_ZH = compiled(
    rf"(?<![完了过清和跟同除]){_BILL_ZH}(?:是|都是|在|要|得|也|每个?月|每|一般|固定|每到|到期|扣款日?|交租|交|缴|付|我|我们|定在|的?日子是?){{0,4}}$"
)
_TO_US_ZH = compiled(r"(?:就|再|先|我)*[还给付转打](?:给)?[你您]")


def is_day_of_another_bill(plain: str, span: Span, days: Sequence[Span]) -> bool:
    """Whether the words beside the day say that another bill is paid on it, and not that we are.

    `days` are all that are named: the bill may have the next of them, "the 5th, rent is due the 1st".
    """
    if _leads_to(plain, span):
        return True
    follows = _FOLLOWED_BY_IT.match(plain, span[1]) or _FOLLOWED_BY_IT_ZH.match(plain, span[1])
    if follows is None:
        return False
    coming = (each for each in days if follows.end() <= each[1] and span < each)
    return not any(_leads_to(plain, each, after=span[1]) for each in coming)


def _leads_to(plain: str, span: Span, after: int = 0) -> bool:
    """Whether a bill is named right before the day, as due on it."""
    before = plain[after : span[0]]
    led = _LED_BY_IT.search(before)
    if led is not None:
        return _NOT_OF_IT.search(before[: led.start()]) is None
    return _LED_BY_IT_ZH.search(before) is not None and _TO_US_ZH.match(plain, span[1]) is None
