"""Digits, telephone numbers, times of day and percentages in words for the ear."""

from __future__ import annotations

import re

from arrears.domain.number_words import ONES
from arrears.domain.people import Language
from arrears.domain.speakable import number_aloud

_DIGITS = {
    Language.EN: ONES[:10],
    # Of a row of digits, one is said 幺, so that nobody hears seven.
    Language.ZH: ("零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"),
}
_OWN_COUNTRY = {Language.EN: ("1",), Language.ZH: ("86", "1")}
"""Country codes that nobody at home says."""

_GROUPS = {11: (3, 4, 4), 10: (3, 3, 4), 8: (4, 4), 7: (3, 4)}
"""How an unbroken number of so many digits is said in parts."""


def digits_aloud(digits: str, language: Language) -> str:
    """Digit by digit: "zero one zero zero", 零幺零零; whatever is no digit is left out."""
    joint = " " if language is Language.EN else ""
    return joint.join(_DIGITS[language][int(digit)] for digit in digits if digit.isdigit())


def spelled_aloud(word: str, language: Language) -> str:
    """A mix of letters and digits, sign by sign: "H L four zero"; a hyphen or a slash is a pause."""
    parts = re.split(r"[^0-9A-Za-z]+", word)
    pause = ", " if language is Language.EN else "，"
    signs = (
        [digits_aloud(sign, language) if sign.isdigit() else sign.upper() for sign in part] for part in parts
    )
    return pause.join(" ".join(part) for part in signs if part)


def phone_aloud(number: str, language: Language) -> str:
    """In groups with pauses between them; the country's code is said where it is not the usual one."""
    code, groups = _grouped(number, language)
    pause = ", " if language is Language.EN else "，"
    said = pause.join(digits_aloud(group, language) for group in groups)
    if not code:
        return said
    before = "country code " if language is Language.EN else "国家代码"
    return f"{before}{digits_aloud(code, language)}{pause}{said}"


def _grouped(number: str, language: Language) -> tuple[str, list[str]]:
    groups = re.findall(r"\d+", number)
    code = ""
    if number.startswith("+") and len(groups) == 1:
        # E.164 without gaps; of the countries served, the United States alone have a code of one digit.
        cut = 1 if groups[0].startswith("1") else 2
        groups = [groups[0][:cut], groups[0][cut:]]
    if number.startswith("+"):
        code, groups = groups[0], groups[1:]
    if len(groups) == 1:
        groups = _parts(groups[0])
    return ("" if code in _OWN_COUNTRY[language] else code), groups


def _parts(digits: str) -> list[str]:
    parts, at = [], 0
    for length in _GROUPS.get(len(digits), (len(digits),)):
        parts.append(digits[at : at + length])
        at += length
    return parts


def time_aloud(hour: int, minute: int, language: Language) -> str:
    """A time of day as it is said: "half past" never, "nine thirty in the morning", 上午九点半."""
    if language is Language.ZH:
        return _time_zh(hour, minute)
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    said = number_aloud(hour % 12 or 12, language)
    if minute:
        said += f" {'oh ' if minute < 10 else ''}{number_aloud(minute, language)}"
    return f"{said} {_half_en(hour)}"


def _half_en(hour: int) -> str:
    if hour < 5 or hour >= 21:
        return "at night"
    if hour < 12:
        return "in the morning"
    return "in the afternoon" if hour < 18 else "in the evening"


_HALVES_ZH = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (24, "晚上"))


def _time_zh(hour: int, minute: int) -> str:
    half = next(name for until, name in _HALVES_ZH if hour < until)
    said = number_aloud(hour if hour <= 12 else hour - 12, Language.ZH, counted=True)
    if minute == 30:
        rest = "半"
    elif minute:
        rest = f"{'零' if minute < 10 else ''}{number_aloud(minute, Language.ZH)}分"
    else:
        rest = ""
    return f"{half}{said}点{rest}"


def decimal_aloud(whole: str, decimals: str, language: Language) -> str:
    """A number with decimals, which are said one by one: "twelve point five", 十二点五."""
    said = number_aloud(int(whole), language)
    if not decimals.strip("0"):
        return said
    if language is Language.EN:
        return f"{said} point {digits_aloud(decimals, language)}"
    return f"{said}点{digits_aloud(decimals, language).replace('幺', '一')}"


def percent_aloud(whole: str, decimals: str, language: Language) -> str:
    """A percentage: "twelve point five percent", 百分之十二点五."""
    said = decimal_aloud(whole, decimals, language)
    return f"{said} percent" if language is Language.EN else f"百分之{said}"
