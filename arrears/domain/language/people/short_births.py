"""A birth date in six digits beside the four of a number, and nothing else: 马志强 990703 8820."""

from __future__ import annotations

from datetime import date

from arrears.domain.language.dates.days import calendar_day
from arrears.domain.language.dates.written import WrittenDate
from arrears.domain.language.script.fold import compiled, has_han

_CUES = (
    r"(?:[\s,;:/&+\uff0c、]|(?:and|last|four|4|digits?|ending|ends?|in|with|acc(?:oun)?t|number|dob|born|my|the|is)\b"
    r"|[后末]四位|尾号|账户|账号|号码|生日|出生|是|的)*"
)
_SIX, _FOUR = r"(?<![\d./-])(\d\d)(\d\d)(\d\d)(?![\d./%-])", r"(?<![\d./-])\d{3}[\dx](?!\w|[./%-]\d)"
_WORDS = r"[^\d$¥￥€£%]*?"
_PAIR = compiled(rf"{_WORDS}{_SIX}{_CUES}{_FOUR}{_WORDS}|{_WORDS}{_FOUR}{_CUES}{_SIX}{_WORDS}")
_OTHER_NUMBERS = compiled(
    r"\b(?:pay\w*|paid|send\w*|sent|ow(?:e[ds]?|ing)|transfer\w*|dollars|bucks|grand|month\w*|week\w*|card|"
    r"ref\w*|order|invoice|confirmation|receipt|code|zip|phone|call|case|ticket|tracking|routing)\b"
    r"|[还付转欠交给]|元|块|万|期|每|单号|编号|流水|验证码|卡号|电话|邮编|订单"
)
"""Beside one of these the digits are a sum's, or another number's."""
_YOUNGEST = 15
"""Years: nobody younger has a loan, so a year that would make them so is of last century."""


def short_births(text: str, today: date) -> list[WrittenDate]:
    """The birth date in the folded text, the year first; none where it is not certain which date it is.

    Without a Chinese word the month may come first, as the United States write it: then only one of the two
    may be a day there is.
    """
    pair = _PAIR.fullmatch(text)
    if pair is None or _OTHER_NUMBERS.search(text) is not None:
        return []
    at = 1 if pair[1] is not None else 4
    first, second, third = (int(pair[at + each]) for each in range(3))
    ways = [(first, second, third)] if has_han(text) else [(first, second, third), (third, first, second)]
    span = pair.start(at), pair.end(at + 2)
    read = [WrittenDate(_year(year, today), month, day, span) for year, month, day in ways]
    known = [each for each in read if calendar_day(each.year, each.month, each.day) is not None]
    return known if len({each.on for each in known}) == 1 else []


def _year(two: int, today: date) -> int:
    return 2000 + two if 2000 + two <= today.year - _YOUNGEST else 1900 + two
