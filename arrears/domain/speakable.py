"""Amounts and dates in words for the ear, in English and Mandarin: no voice guesses how digits are read."""

from __future__ import annotations

from datetime import date

from arrears.domain.money import Currency, Money
from arrears.domain.number_words import ONES, TENS
from arrears.domain.people import Language

_GROUPS = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_HAN = "零一二三四五六七八九"
_HAN_UNITS = ("", "十", "百", "千")
_HAN_GROUPS = ("", "万", "亿")
_HAN_WEEKDAYS = "一二三四五六日"

_NAMES_EN = {
    Currency.USD: ("dollar", "dollars", "cent", "cents"),
    Currency.CNY: ("yuan", "yuan", "fen", "fen"),
    Currency.TWD: ("New Taiwan dollar", "New Taiwan dollars", "cent", "cents"),
}
_NAMES_ZH = {Currency.USD: ("", "美元"), Currency.CNY: ("", "元"), Currency.TWD: ("新台币", "元")}


def amount_aloud(amount: Money, language: Language) -> str:
    """The amount to the cent: "three hundred fifty dollars and five cents", 三百五十元零五分.

    Raises: ValueError from a trillion upward, which no loan here is.
    """
    whole, cents = divmod(abs(amount.minor), 100)
    if language is Language.ZH:
        return ("负" if amount.minor < 0 else "") + _amount_zh(whole, cents, amount.currency)
    return ("minus " if amount.minor < 0 else "") + _amount_en(whole, cents, amount.currency)


def date_aloud(day: date, language: Language, today: date, *, weekday: bool = True) -> str:
    """The day with its weekday: "Friday, May eighth", 五月八号星期五; and a year that is not today's."""
    year = "" if day.year == today.year else year_aloud(day.year, language)
    if language is Language.ZH:
        name = f"星期{_HAN_WEEKDAYS[day.weekday()]}" if weekday else ""
        return f"{year}{_han(day.month)}月{_han(day.day)}号{name}"
    name = f"{_WEEKDAYS[day.weekday()]}, " if weekday else ""
    return f"{name}{MONTHS[day.month - 1]} {ordinal_aloud(day.day)}{f', {year}' if year else ''}"


def year_aloud(year: int, language: Language) -> str:
    """A year as it is said: "nineteen eighty", 一九八零年."""
    if language is Language.ZH:
        return "".join(_HAN[int(digit)] for digit in str(year)) + "年"
    return _year_en(year)


def number_aloud(number: int, language: Language, *, counted: bool = False) -> str:
    """A whole number; `counted`: before what it counts, where two is 两.

    Raises: ValueError from a trillion upward.
    """
    if language is Language.ZH:
        return _counted(number) if counted else _han(number)
    return _english(number)


def _amount_en(whole: int, cents: int, currency: Currency) -> str:
    one, many, cent, more_cents = _NAMES_EN[currency]
    said = f"{_english(whole)} {one if whole == 1 else many}"
    part = f"{_english(cents)} {cent if cents == 1 else more_cents}"
    if not cents:
        return said
    return f"{said} and {part}" if whole else part


def _english(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{TENS[tens - 2]}-{ONES[ones]}" if ones else TENS[tens - 2]
    _check(number)
    size, name = next(group for group in _GROUPS if number >= group[0])
    high, low = divmod(number, size)
    return f"{_english(high)} {name}" + (f" {_english(low)}" if low else "")


def ordinal_aloud(number: int) -> str:
    """For a day of a month, in English: "twenty-first"."""
    *before, last = _english(number).replace("-", "- ").split()
    return "".join(before) + (
        _IRREGULAR.get(last) or last.removesuffix("y") + ("ieth" if last[-1] == "y" else "th")
    )


def _year_en(year: int) -> str:
    """As years are said: "twenty twenty-six", "two thousand five", "nineteen oh five"."""
    century, rest = divmod(year, 100)
    if century % 10 == 0 and rest < 10:
        return _english(year)
    if rest == 0:
        return f"{_english(century)} hundred"
    return f"{_english(century)} {'oh ' if rest < 10 else ''}{_english(rest)}"


def _amount_zh(whole: int, cents: int, currency: Currency) -> str:
    before, unit = _NAMES_ZH[currency]
    if currency is Currency.USD:
        small = f"{_counted(cents)}美分" if cents else ""
    else:
        jiao, fen = divmod(cents, 10)
        gap = "零" if whole and fen and not jiao else ""
        small = (f"{_counted(jiao)}角" if jiao else "") + (f"{gap}{_counted(fen)}分" if fen else "")
    said = f"{_counted(whole)}{unit}" if whole or not cents else ""
    return f"{before}{said}{small}"


def _counted(number: int) -> str:
    """A number before what it counts: two is 两 there."""
    return "两" if number == 2 else _han(number)


def _han(number: int) -> str:
    """The number as it is said: 十二, 一百一十二, 两百, 两千零二, 两万零一十."""
    _check(number)
    if number == 0:
        return "零"
    groups = [number // 10_000**at % 10_000 for at in range(3)]
    said = ""
    for at in (2, 1, 0):
        if groups[at] == 0:
            continue
        if said and (groups[at] < 1000 or groups[at + 1] == 0):
            said += "零"
        said += _han_group(groups[at], first=not said, unit=_HAN_GROUPS[at])
    return said


def _han_group(number: int, *, first: bool, unit: str) -> str:
    """Up to four digits with their unit; only at the very beginning is 一十 said 十, and two 两 before 万."""
    if number == 2 and unit:
        return f"两{unit}"
    said, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(said)
            continue
        bare = place == 1 and digit == 1 and first and not said
        figure = "" if bare else "两" if digit == 2 and place >= 2 else _HAN[digit]
        said += ("零" if gap else "") + figure + _HAN_UNITS[place]
        gap = False
    return said + unit


def _check(number: int) -> None:
    if number >= 10**12:
        raise ValueError("no amount here is that large")
