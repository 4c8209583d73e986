"""Payment dates in Mandarin."""

from __future__ import annotations

import re
from datetime import date

from arrears.domain.language.dates import DateRule, rule
from arrears.domain.language.days import (
    AMBIGUOUS,
    PAST,
    UNRESOLVED,
    Day,
    coming_weekday,
    day_of_month,
    days_ahead,
    end_of_named_month,
    month_and_day,
    month_end,
    months_ahead,
    next_day_of_month,
    weekday_of_week,
)
from arrears.domain.language.numerals_zh import SMALL_HAN, small_han

_NUMERAL = r"[\d一二两三四五六七八九十百千万]"
_NOT_A_DATE = r"(?![楼线院门店厅码馆桌机])"
_WEEK = r"(?:周|星期|礼拜)"
# In 每周五百 the last character begins the amount.
_WEEKDAY_END = r"(?![百千万十]|[\d零])"
_WEEKDAYS = "一二三四五六日"
_RELATIVE_DAYS = {
    "大后天": 3, "后天": 2, "后日": 2, "明": 1, "今": 0, "昨": -1, "前天": -2, "大前天": -3,
}  # fmt: skip


def _month_day(match: re.Match[str], today: date) -> Day | None:
    groups = match.groupdict()
    month, day = small_han(groups["month"]), small_han(groups["day"] or groups["day2"])
    if month is None or day is None or not 1 <= month <= 12:
        return None
    return month_and_day(month, day, today)


def _day_of_said_month(match: re.Match[str], today: date) -> Day | None:
    day, which = small_han(match["day"]), match["which"]
    if day is None:
        return None
    if which.startswith("上"):
        return PAST
    return day_of_month(which.count("下"), day, today)


def _plain_day(match: re.Match[str], today: date) -> Day | None:
    day = small_han(match["day"])
    return None if day is None else next_day_of_month(day, today)


def _month_end(match: re.Match[str], today: date) -> Day | None:
    if match["month"]:
        month = small_han(match["month"])
        return end_of_named_month(month, today) if month and 1 <= month <= 12 else None
    which = match["which"] or ""
    return PAST if which.startswith("上") else month_end(which.count("下"), today)


def _weekday(match: re.Match[str], today: date) -> Day:
    day, which = match["day"], match["which"] or ""
    index = int(day) - 1 if day.isdigit() else _WEEKDAYS.index(day.replace("天", "日"))
    if which.startswith("上"):
        return PAST
    if which[:1] in ("下", "这", "本", "今"):
        return weekday_of_week(index, which.count("下"), today)
    return Day(coming_weekday(index, today), None)


def _relative_day(match: re.Match[str], today: date) -> Day:
    word = match.group()
    days = next(days for prefix, days in _RELATIVE_DAYS.items() if word.startswith(prefix))
    return PAST if days < 0 else days_ahead(days, today)


def _ahead(match: re.Match[str], today: date) -> Day | None:
    count = small_han(match["n"])
    if count is None:
        return None
    if "月" in match["unit"]:
        return months_ahead(count, today)
    return days_ahead(count * (1 if match["unit"][-1] in "天日" else 7), today)


_N = rf"(?<!{_NUMERAL})(?P<n>{SMALL_HAN})"
_UNIT = r"(?P<unit>天|日|个?(?:周|星期|礼拜)|个月)"
_MONTHS = r"(?P<which>下+个?月|这个?月|本月|当月|上+个?月)"

CALENDAR_RULES: tuple[DateRule, ...] = (
    rule(rf"{_MONTHS}份?的?(?P<day>{SMALL_HAN})[号日]{_NOT_A_DATE}", _day_of_said_month),
    rule(
        rf"(?:(?<!{_NUMERAL})(?P<month>\d{{1,2}}|十[一二]?|[一二两三四五六七八九])月份?|(?P<which>下+个?月|这个?月|本月|上+个?月)|月)的?(?:底|末)",
        _month_end,
    ),
    rule(
        rf"(?<!{_NUMERAL})(?P<month>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?的?(?P<day>{SMALL_HAN})[号日]{_NOT_A_DATE}",
        _month_day,
    ),
    rule(
        rf"(?<!{_NUMERAL})(?P<month>\d{{1,2}})(?:月(?P<day>\d{{1,2}})(?!{_NUMERAL}|[块元个期次%.,])|[./-](?P<day2>\d{{1,2}})[号日])",
        _month_day,
    ),
    rule(
        rf"(?<!{_NUMERAL})(?<![./-])(?P<day>{SMALL_HAN})(?:号{_NOT_A_DATE}|日(?![内后元]|之内|以内|之后|以后))",
        _plain_day,
    ),
    rule(
        r"(?:(?:下+个?|这个?|本|上个?)?月|(?:这|下)?周)(?:初|中旬?|上旬|下旬)",
        lambda m, t: PAST if m.group().startswith("上") else AMBIGUOUS,
    ),
    rule(r"今?年(?:底|末)", lambda m, t: Day(date(t.year, 12, 31), None)),
)
WEEKDAY_RULES: tuple[DateRule, ...] = (
    rule(
        rf"(?P<which>[上下]+个?|这个?|本|今)?{_WEEK}末|(?:这|下)?个?双休日",
        lambda m, t: PAST if m.group().startswith("上") else AMBIGUOUS,
    ),
    rule(
        rf"(?<![\d一两二三四五六七八九十])(?<![\d一两二三四五六七八九十]个)(?P<which>[上下]+个?|这个?|本)?{_WEEK}(?P<day>[一二三四五六日天]|[1-7](?!\d)){_WEEKDAY_END}(?!次|期|个|块|元)",
        _weekday,
    ),
)
RELATIVE_RULES: tuple[DateRule, ...] = (
    rule(rf"{_N}{_UNIT}(?:以|之)?前(?!还|付|给|打|转|把)", lambda m, t: PAST),
    rule(rf"(?:再?过)?{_N}{_UNIT}(?:(?:以|之)?(?:后|内)|的时间)", _ahead),
    rule(rf"(?:再?过|再?宽限?|再?缓|再给我?|再等|再晚|延期|延|推迟|宽限我?)(?:我|个)?{_N}{_UNIT}", _ahead),
    rule(
        r"(?:过|等)?(?:几|两三|三四|三五|半个?|好几)(?:天|个?星期|周|个?月)(?:(?:以|之)?[后内])?|过(?:一阵|阵子|段时间)",
        lambda m, t: AMBIGUOUS if m.group()[-1] in "后内" or m.group()[0] in "过等" else None,
    ),
    rule(r"大前天|前天|大后天|后天|后日|[明今昨](?:天|日|儿|晚|早|夜)", _relative_day),
    rule(r"上+个?(?:周|星期|礼拜|月)|去年", lambda m, t: PAST),
    rule(r"(?:下+个?|这个?|本)(?:周|星期|礼拜|月)|明年", lambda m, t: AMBIGUOUS),
    rule(
        rf"(?<!{_NUMERAL})(?:\d{{1,2}}|十[一二]?|[一二三四五六七八九])月份?(?![\d一二两三四五六七八九十百])",
        lambda m, t: AMBIGUOUS,
    ),
    rule(
        r"(?:发|开|领|拿到?|出)(?:了)?(?:工资|薪水?|奖金|年终奖)(?:了)?(?:以后|之后|后|那天|的时候|再)?|发薪日?|工资(?:到账|下来|发了?|到手)|年终奖|退税|回款|"
        r"货款(?:到|下来)|过年|年后|年前|春节|国庆|中秋|五一|元旦|贷款下来|报销下来",
        lambda m, t: UNRESOLVED,
    ),
)
