"""How people write sums, days and rhythms, and how they mistype."""

from __future__ import annotations

import calendar
import random
import re
from datetime import date, timedelta

_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_ZH = "一二三四五六日"
_MONTHS_EN = tuple(calendar.month_name)
_PER = {
    "en": {
        "monthly": ("a month", "per month", "each month", "every month"),
        "weekly": ("a week", "per week", "every week"),
        "biweekly": ("every two weeks", "every 2 weeks"),
        "semimonthly": ("twice a month",),
    },
    "zh": {
        "monthly": ("每月", "每个月"),
        "weekly": ("每周", "每星期"),
        "biweekly": ("每两周",),
        "semimonthly": ("每半个月",),
    },
}
_TEXTING = {
    "please": "pls",
    "because": "cuz",
    "tomorrow": "tmrw",
    "you": "u",
    "your": "ur",
    "thanks": "thx",
    "right now": "rn",
    "really": "rly",
    "talk": "tlak",
    "going to": "gonna",
    "want to": "wanna",
    "the": "teh",
}


def amount(minor: int, currency: str, language: str, dice: random.Random) -> str:
    """A sum as people write it; cents only when there are any."""
    whole, cents = divmod(minor, 100)
    plain = f"{whole}" if not cents else f"{whole}.{cents:02d}"
    grouped = f"{whole:,}" if not cents else f"{whole:,}.{cents:02d}"
    if language == "en":
        return dice.choice((f"${plain}", f"${grouped}", f"{plain} dollars"))
    if currency == "USD":
        return dice.choice((f"{plain}美元", f"${plain}", f"{plain}美金"))
    return dice.choice((f"{plain}元", f"{plain}块"))


def plain_amount(minor: int, currency: str, language: str) -> str:
    """A sum in the most careful form."""
    whole, cents = divmod(minor, 100)
    number = f"{whole}" if not cents else f"{whole}.{cents:02d}"
    if language == "en":
        return f"${number}"
    return f"{number}美元" if currency == "USD" else f"{number}元"


def rhythm(name: str, language: str, dice: random.Random) -> str:
    """How often."""
    return dice.choice(_PER[language][name])


def day(target: date, today: date, language: str, dice: random.Random) -> str:
    """A day as people name it, never one that means another day."""
    return dice.choice(_days_en(target, today) if language == "en" else _days_zh(target, today))


def full_day(target: date, language: str) -> str:
    """A day that cannot be misread."""
    if language == "en":
        return f"{_MONTHS_EN[target.month]} {target.day}, {target.year}"
    return f"{target.year}年{target.month}月{target.day}日"


def birth(born: date, language: str, dice: random.Random) -> str:
    """A date of birth as people write it in the language."""
    if language == "en":
        forms = (f"{born:%m/%d/%Y}", f"{born.month}/{born.day}/{born.year}", full_day(born, "en"))
    else:
        forms = (full_day(born, "zh"), f"{born.year}年{born.month}月{born.day}号", f"{born:%Y-%m-%d}")
    return dice.choice(forms)


def careful_birth(born: date, language: str) -> str:
    """A date of birth in the form the lender asked for."""
    return f"{born:%m/%d/%Y}" if language == "en" else full_day(born, "zh")


def mistyped(text: str, dice: random.Random) -> str:
    """English as it is typed on a phone; figures, dates and short answers stay readable."""
    if dice.random() < 0.45:
        text = text[0].lower() + text[1:]
    if dice.random() < 0.3:
        text = text.replace("'", "")
    if dice.random() < 0.3 and len(text) > 12:
        text = text.rstrip(".")
    if dice.random() < 0.2:
        words = [word for word in _TEXTING if re.search(rf"\b{word}\b", text)]
        if words:
            word = dice.choice(words)
            text = re.sub(rf"\b{word}\b", _TEXTING[word], text, count=1)
    return text


def end_of_month(day_in_month: date) -> date:
    """The last day of the month."""
    return day_in_month.replace(day=calendar.monthrange(day_in_month.year, day_in_month.month)[1])


def _days_en(target: date, today: date) -> list[str]:
    ahead = (target - today).days
    month = _MONTHS_EN[target.month]
    forms = [f"on {month} {target.day}", f"on {target.month}/{target.day}"]
    weekday = _WEEKDAYS_EN[target.weekday()]
    if 1 < ahead < 7 and _same_week(target, today):
        forms += [f"on {weekday}", f"this {weekday}"]
    if ahead >= 7 and _same_week(target, today + timedelta(days=7)):
        forms += [f"next {weekday}"] * 2
    if ahead == 1:
        forms += ["tomorrow"] * 2
    if _comes_next(target, today):
        forms += [f"on the {_ordinal(target.day)}"] * 2
    if target == end_of_month(today):
        forms += ["at the end of the month"] * 3
    return forms


def _days_zh(target: date, today: date) -> list[str]:
    ahead = (target - today).days
    forms = [f"{target.month}月{target.day}号", f"{target.month}月{target.day}日"]
    weekday = _WEEKDAYS_ZH[target.weekday()]
    if ahead > 1 and _same_week(target, today):
        forms += [f"这周{weekday}"]
    if _same_week(target, today + timedelta(days=7)):
        forms += [f"下周{weekday}"] * 2
    if ahead == 1:
        forms += ["明天"] * 2
    if target.month == today.month and target > today:
        forms += [f"{target.day}号"] * 2
    if target == end_of_month(today):
        forms += ["月底"] * 3
    return forms


def _same_week(one: date, other: date) -> bool:
    return one.isocalendar()[:2] == other.isocalendar()[:2]


def _comes_next(target: date, today: date) -> bool:
    return 0 < (target - today).days <= 27 and (target.day > today.day or target.month != today.month)


def _ordinal(number: int) -> str:
    if 10 < number % 100 < 14:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
