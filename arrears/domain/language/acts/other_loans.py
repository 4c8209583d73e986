"""Whether they speak of another loan of theirs than the one that is talked about."""

from __future__ import annotations

import re
from dataclasses import replace

from arrears.domain.language.readings import Readings, Span
from arrears.domain.language.script.fold import compiled, fold

_LOAN = r"(?:loans?|accounts?|debts?|balances?)"
_LOAN_ZH = r"(?:贷款|借款|欠款|账户|账|债)"
_WITH_YOU_ZH = r"(?:在|是)?你们?(?:这里?|这儿|家|那边?|公司|平台)"
_OTHER_ZH = (
    rf"另外?(?:的)?(?:一|那)?[笔个](?!工资|货款|钱|收入|奖金|订单|生意){_LOAN_ZH}?|两[笔个]{_LOAN_ZH}|(?:两|几)笔(?:一起|合|加起来|都)|第二[笔个]{_LOAN_ZH}|"
    rf"还有一[笔个](?:{_LOAN_ZH}|也?{_WITH_YOU_ZH})|不止这?一?[笔个]{_LOAN_ZH}?|"
    r"(?:名下|我)(?:不是)?(?:一共)?有(?:两|几|三)笔(?=是|吧|吗|[\s,.?，。？]|$)|还有一笔(?=[\s,.?，。？]|呢|怎么|$)"
)
_OTHER = compiled(
    rf"\b(?:the|my|that)\s+(?:other|second|2nd)\s+{_LOAN}\b|\bboth\s+(?:of\s+(?:my|the)\s+)?{_LOAN}\b|\b(?:two|2|all\s+(?:of\s+)?my)\s+{_LOAN}\b"
    rf"|\bother\s+{_LOAN}\b|\banother\s+{_LOAN}\b|{_OTHER_ZH}"
)
_OTHER_ONE = compiled(r"\b(?:the|my)\s+(?:other|second)\s+one\b|\bboth\s+of\s+them\b")
_TURNS_TO = (
    r"(?:\b(?:now|next|and|then|for|on|as\s+for|what\s+about|how\s+about)\s+(?:to\s+|for\s+|with\s+|on\s+)?)"
    r"(?:the|my)\s+"
)
_PERSONAL = compiled(
    rf"{_TURNS_TO}(?:personal|private|consumer)\s+(?:one|{_LOAN})\b|(?:个人|私人)的?(?:(?:那|这)[笔个]|{_LOAN_ZH})|自己的?那[笔个]"
)
_OF_A_BUSINESS = compiled(
    rf"{_TURNS_TO}(?:company|business|shop|store|commercial|llc)\s+(?:one|{_LOAN})\b"
    rf"|(?:公司|店里|厂里|生意|经营)的?(?:(?:那|这)[笔个]|{_LOAN_ZH})"
)
_ELSEWHERE = compiled(
    r"\b(?:bank|lenders?|credit\s+cards?|car|mortgage|student|chase|somebody|someone|company)\b|别的|在[^你]{0,4}银行|其他(?:银行|平台|公司)|信用卡|房贷|车贷|网贷"
)
_ASIDE_EN = (
    r"(?:(?:and|so|ok(?:ay)?|but|also|then|hey|um+|uh+|what\s+about|how\s+about|"
    r"what(?:'s|\s+is)\s+(?:up|going\s+on)\s+with)\W+)*"
)
_ONLY = compiled(
    rf"\W*{_ASIDE_EN}(?:the|my|that)\s+(?:other|second|2nd)\s+(?:one|{_LOAN})(?:\s+(?:then|too|i\s+have|as\s+well))*\W*"
    rf"|\W*(?:那么?|其实|还有|我们?|请问|想问一?下|名下|{_WITH_YOU_ZH}|还?能不能|可不可以|可以|能|想|把|同时|就|也|有|是)*(?:{_OTHER_ZH}|两笔)"
    rf"(?:\W|呢|怎么办|怎么说|怎么还|怎么算|吗|么|啊|吧|行吗|行不行|行|可以吗|好吗|逾期|到期|也|是|都|想|要|一起|合在一起|合并|加起来|一共|总共|"
    rf"还|处理|欠|多少|什么时候|的|了|没有?|{_LOAN_ZH}|{_WITH_YOU_ZH})*\W*"
)


_BOTH = compiled(
    r"\b(?:do|must|should|am|will)\s+i\b[^.!?\n]{0,24}\bpay(?:ing)?\s+(?:for\s+|on\s+|off\s+)?both(?=\W*$|\s+(?:of\s+(?:them|these|those)\b|"
    rf"(?:of\s+)?(?:my\s+|the\s+|these\s+|those\s+)?{_LOAN}\b))"
    rf"|(?:两|2)[个笔]{_LOAN_ZH}?(?:都|全)(?:要|得|必须|需要)(?:一起|同时)?还(?=掉?[吗么嘛呢?？]|\W*$)|(?:要|得)(?:把)?(?:两|2)[个笔]{_LOAN_ZH}?(?:都|全)还(?:掉|清)?[吗么嘛?？]"
)
_TWO = r"\b(?:i|we)(?:'ve)?\s+(?:have|got|have\s+got)\s+(?:2|two|3|three|several|both)\b"
_WHICH = compiled(
    rf"\b(?:which|what)\s+(?:{_LOAN}|of\s+(?:my|the|them)(?:\s+(?:2|two))?(?:\s+{_LOAN})?)\s+(?:is|are|was)\s+(?:this|that|it|we|you|u)\b"
    rf"|\bwhich\s+one\s+(?:is|are)\s+(?:this|we|you|u)\b(?=.*{_TWO})"
    rf"|(?:这|[你您]们?|现在|说的|讲的)[^。！？!?\n]{{0,6}}(?:哪一?|那一?)[笔个]{_LOAN_ZH}|是哪一?笔(?=[\s,.?，。？吗呢啊呀]|$)"
)
_EACH = compiled(
    r"\b(?:how\s+much|what)\b[^.!?\n]{0,24}\b(?:on|for)\s+each(?:\s+(?:one|of\s+them|of\s+the\s+(?:two|loans)|loans?|accounts?))?\W*$"
    rf"|\bhow\s+much\b[^.!?\n]{{0,16}}\beach\s+{_LOAN}\b"
    rf"|每一?[笔个](?:{_LOAN_ZH}[^。！？!?\n]{{0,4}}|各?欠)多少|(?:两|2)[笔个]?{_LOAN_ZH}?(?:各|分别|各自)(?:欠|是|应还|要还|还|剩)*多少|(?:各|分别|各自)欠(?:你们)?多少"
)
_LOAN_WORD = compiled(rf"\b{_LOAN}\b|{_LOAN_ZH}")

_UNIT = r"\s*(?:dollars|bucks|块钱?|元)?\s*(?:(?:a|per|each|every)\s+month\s+)?"
_OF_THIS_ONE = compiled(
    rf"{_UNIT}(?:on|for|to|towards?|into)\s+(?:this|here)\b|{_UNIT}(?:还|给|放|算|在)+这[边里笔个]"
)
_OF_THE_OTHER = compiled(
    rf"{_UNIT}(?:on|for|to|towards?|into)\s+(?:the|my|that)\s+(?:other|second)\b|{_UNIT}(?:还|给|放|算|在)+(?:那|另外?一?)[边里笔个]"
)
_THIS_BEFORE = compiled(r"这[边里笔个](?:贷款)?(?:每个?月|一个?月|就|先|放|还|给|付)*\s*$")
_OTHER_BEFORE = compiled(
    r"(?:那|另外?(?:的)?那?一?)[边里笔个](?:贷款)?(?:每个?月|一个?月|就|先|放|还|给|付)*\s*$"
)


def _only_of_kind(english: str, mandarin: str) -> re.Pattern[str]:
    return compiled(
        rf"\W*{_ASIDE_EN}(?:the|my)\s+(?:{english})\s+(?:one|{_LOAN})(?:\s+(?:then|too))*\W*"
        rf"|\W*(?:那么?|我们?|的|请问|还有)*(?:{mandarin})的?(?:[那这][笔个])?{_LOAN_ZH}?(?:\W|呢|怎么办|怎么说|怎么还|怎么算|吗|么|啊|的)*"
    )


_ONLY_PERSONAL = _only_of_kind("personal|private|consumer", "个人|私人")
_ONLY_OF_A_BUSINESS = _only_of_kind("company|business|shop|store|commercial|llc", "公司|店里|厂里")


def sums_of_this_loan(readings: Readings, text: str) -> Readings:
    """The readings without what they would pay on the other loan: "110 on this one and 70 on the other"."""
    plain = fold(text)
    here = [each for each in readings.amounts if _is_put(plain, each.span, _THIS_BEFORE, _OF_THIS_ONE)]
    there = [each for each in readings.amounts if _is_put(plain, each.span, _OTHER_BEFORE, _OF_THE_OTHER)]
    if len(plain) != len(text) or not here or not there:
        return readings
    return replace(readings, amounts=tuple(each for each in readings.amounts if each not in there))


def _is_put(plain: str, span: Span, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    start, end = span
    return after.match(plain, end) is not None or before.search(plain[:start]) is not None


def asks_of_both(text: str) -> bool:
    """Whether they ask if both are to be paid."""
    return _BOTH.search(fold(text)) is not None


def asks_which_loan(text: str) -> bool:
    """Whether they ask which of their loans this is about."""
    return _WHICH.search(fold(text)) is not None


def asks_of_each(text: str) -> bool:
    """Whether they ask what is owed on each of their loans."""
    return _EACH.search(fold(text)) is not None


def names_a_loan(text: str) -> bool:
    """Whether a loan is named: "both" without one may be of two offers."""
    return _LOAN_WORD.search(fold(text)) is not None


def asks_only_of_other_kind(text: str, *, of_a_business: bool) -> bool:
    """Whether all that they say turns to a loan of the other kind: "and the personal loan?"."""
    only = _ONLY_PERSONAL if of_a_business else _ONLY_OF_A_BUSINESS
    return only.fullmatch(fold(text)) is not None


def asks_only_of_another_loan(text: str) -> bool:
    """Whether the whole text only turns to it, so that nothing in it disputes anything."""
    return _ONLY.fullmatch(fold(text)) is not None


def turns_to_other_kind(text: str, *, of_a_business: bool) -> bool:
    """Whether they turn to a loan of the other kind than this one: "now the personal one, 150 a month"."""
    other = _PERSONAL if of_a_business else _OF_A_BUSINESS
    return other.search(fold(text)) is not None


def speaks_of_another_loan(text: str, *, two_offers: bool) -> bool:
    """Whether it is another loan with us; while two offers wait, "the other one" is one of those."""
    plain = fold(text)
    if _ELSEWHERE.search(plain) is not None:
        return False
    return _OTHER.search(plain) is not None or (not two_offers and _OTHER_ONE.search(plain) is not None)
