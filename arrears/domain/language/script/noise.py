"""What looks like a value and is none: phone and card numbers, references, times of day, discounts."""

from __future__ import annotations

from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.money.numerals_en import ORDINAL_WORDS, SMALL_COUNT
from arrears.domain.language.people.references import read_references
from arrears.domain.language.people.said_digits import HAN_DIGIT, said_in_english
from arrears.domain.language.script.fold import NOISE, blank, compiled, spans_of

_LONG_NUMBERS = compiled(
    r"\+\d[\d .()-]{7,}\d"
    r"|(?<![\d$¥.,])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"
    r"|(?<![\d$¥.,])1[3-9]\d[ -]\d{4}[ -]\d{4}(?!\d)"
    r"|(?<![\d$¥.,])(?:\d{4}[ -]){3}\d{1,4}(?!\d)"
    r"|(?<![\d$¥.,/-])\d{3}-(?:\d\d-)?\d{4}(?![\d/-])"
    r"|(?<![\d$¥.,])\d{10,}(?!\d)"
    rf"|(?<!last\s)(?<!ty\s)(?<!ty-){said_in_english('5,40')}|(?<!{HAN_DIGIT}){HAN_DIGIT}{{5,}}(?![百千万十])"
    r"|[^\s@]{1,64}@[^\s@]{1,200}\.\w+|https?://\S+|www\.\S+"
)
_REFERENCES = compiled(
    r"(?:\b(?:case|account|acct|reference|ref|confirmation|conf|order|invoice|ticket|policy|code|pin|otp|apt|"
    r"apartment|room|suite|box|zip(?:\s?code)?|post(?:al)?\s?code|chapter|ch|section|form|badge|file|ext|extension|phone|cell|"
    r"id\s+(?:number|no)|loan\s+(?:number|no))\b|#)"
    r"(?:\s*(?:number|num|no\.?|is|are|was|to|be|end(?:s|ing)?(?:\s+(?:in|with))?|:|#))*\s*[a-z]{0,4}-?(?!\d{1,2}/\d{1,2}(?![\d/]))\d(?![\d.,]*\s*(?:dollars?|bucks?)\b)[\w-]*"
    r"|\b\d[\w-]*\s+(?:is\s+)?(?:my|the)\s+(?:code|pin|otp|zip|case|account|confirmation)\b"
    r"|(?<=[路街段巷弄道])\d{0,3}(?:[\d一二三四五六七八九十]{1,4})号(?!前|之前|以?后|还|付|给|打|转)"
    r"|(?:(?:错误|报错|出错|返回)?代码|错误码|报错|工号|合同(?![上里]|的?(?:总?金额|总价|总额|本金))|订单|编号|单号|验证码|房间|卡号|账号|电话|手机|号码|邮编|身份证|座机)[^\d零一二三四五六七八九十]{0,4}[\da-z][\da-z-]*"
    r"|\d[\da-z-]*(?:是我?的?)?验证码|\b401\s?\(?k\)?|\bcall(?:ing)?\s+(?:911|988|411|611|311)\b"
    r"|(?:打|拨)(?:了|过|电话)*给?(?:1[12]\d|12[1-9]\d[1-9]|9[56](?!000)\d{3})(?!\d|[块元])"
)
_NOT_AN_HOUR = (
    r"(?!\s*(?:a|an|per|each|every|dollars?|bucks?|k\b|grand|hundred|percent|payments?|months?|"
    r"weeks?|days?|more|or|to)\b)(?![\w%$./,-]*\d)(?!\s*[%$块元百千万个天周月号日期])(?![a-z])"
)
_TIMES = compiled(
    r"(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?(?!\d)"
    r"|(?:(?<![\d.,$])\d{1,2}\s*-\s*)?(?<![\d.,$])\d{1,2}\s?(?:[ap]\.?m\b\.?|o'?clock)"
    rf"|\b(?:at|after|before|@)\s+(?:(?:1[0-9]|2[0-4]|[1-9])(?!\d)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?:[\s-](?:thirty|fifteen|forty[\s-]five)\b)?){_NOT_AN_HOUR}"
    rf"|\bbetween\s+\d{{1,2}}\s+(?:and|to)\s+\d{{1,2}}\b{_NOT_AN_HOUR}"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:oh\s+five|fifteen|twenty|thirty|forty|forty[\s-]five)\s+"
    r"(?:[ap]\.?m\b|in\s+the\s+(?:morning|evening|afternoon))"
    r"|(?:\d{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九零])(?:点钟?|:)(?:半|一刻|三刻|[\d一二三四五十]{1,3}分?)?(?!\d)"
)
_SPANS_OF_TIME = compiled(
    rf"(?<![\d,.])\b{SMALL_COUNT}(?:\s+and\s+a\s+half)?\s*(?:-\s*)?(?:hours?|hrs?|minutes?|mins?)\b"
    r"|(?<!for\s)(?<!over\s)(?<!across\s)(?<!half\s)(?<![\d,.])"
    rf"\b{SMALL_COUNT}(?:\s+and\s+a\s+half)?\s*(?:-\s*)?(?:years?|yrs?)\b"
    r"|(?<!over )(?<!across )\bhalf\s+(?:an?\s+)?(?:hour|day|week|month|year|past)\b"
    rf"|\b{SMALL_COUNT}\s+and\s+a\s+half\s+(?:days?|weeks?|months?|years?)\b"
    r"|\b24/7\b"
    r"|[\d一二两三四五六七八九十半]{1,4}(?:个?小时|分钟|岁)"
    r"|(?<![分成摊期到还按\d一二两三四五六七八九十])[\d一二两三四五六七八九十百千半]{1,4}年(?!底|半|\s?[\d一二三四五六七八九十]|(?:内|之内)?(?:(?:还|付|结)[清完]|[\s,\uff0c]*(?:每|一)个?月))"
)
_DISCOUNTS = compiled(
    r"(?:[\d一二三四五六七八九](?:\.\d|[一二三四五六七八九])?|\d{2}|半)折"
    r"|(?:减免?|免掉?|少还?|打|便宜|优惠|减掉)(?:一半|\d{1,3}(?:\.\d+)?%|百分之[零一二三四五六七八九十百\d]+|[\d一二三四五六七八九]成)"
    r"|(?:\d{1,3}(?:\.\d+)?\s?(?:%|percent\b)|\bhalf)\s*(?:off|discount|less|reduction|price)\b"
    r"|(?:[apr]{3}|interest|rate|利率|利息)\D{0,12}\d{1,3}(?:\.\d+)?\s?(?:%|percent\b)"
    r"|\d{1,3}(?:\.\d+)?\s?(?:%|percent)\s*(?:的)?(?:apr|interest|rate|fee|利息|利率|手续费)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|thur|fri|sat|sun)s?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
_FIRST_OF_PAYMENTS = compiled(
    r"(?<!twenty\s)(?<!twenty-)(?<!thirty\s)(?<!thirty-)\b(?:the\s+)?(?<!twenty\s)(?<!thirty\s)(?:first|1st|second|2nd|third|3rd)"
    r"(?:\s+(?:one|payment|pmt|instal\w+))?(?=\s+(?:(?:is|being|would\s+be|will\s+be|to\s+be|due|falls|falling|lands|goes|starts|"
    r"starting)\s+){0,2}(?:on|by|due)\s+(?:on\s+|by\s+)?(?:the\s+)?"
    rf"(?:\d|{_WEEKDAY}|{MONTH_NAME}\b|(?:{ORDINAL_WORDS})\b))"
)
"""Before its day it is one of the payments: "with the first on the 5th"."""
_GREETINGS = compiled(r"\b(?:happy|casual)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_YEARS = compiled(
    r"\b(?:it'?s|it\s+is|in|since|year|from|of|until|during)\s+(?:19|20)\d\d\b(?![.,]\d)(?:\s*(?:to|-|and|through)\s*(?:19|20)\d\d\b)?|(?<!\d)(?:19|20)\d\d年(?!\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)"
)
_OF_SEVERAL = compiled(
    "|".join(
        rf"(?<=(?<!\bin\s)(?<!\bsince\s)(?<!\bof\s)(?<!\bfrom\s)\bthe\s\d{{{digits}}})s\b"
        for digits in (2, 3, 4)
    )
)
"""After a sum that is paid again and again: "the 125s on the 20th"; nobody pays "in the 90s"."""


def silence_long_numbers(text: str) -> str:
    """The text without phone numbers, card numbers, addresses and links."""
    return blank(text, spans_of(_LONG_NUMBERS, text), NOISE)


def silence_references(text: str) -> str:
    """The text without references, times of day, ages, discounts, bare years and what makes a sum plural."""
    text = blank(text, [one.span for one in read_references(text)], NOISE)
    for pattern in (_REFERENCES, _DISCOUNTS, _TIMES, _SPANS_OF_TIME, _FIRST_OF_PAYMENTS, _GREETINGS, _YEARS):
        text = blank(text, spans_of(pattern, text), NOISE)
    return blank(text, spans_of(_OF_SEVERAL, text), " ")
