"""Payment dates in Mandarin: days of the calendar."""

from __future__ import annotations

import re

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    day_of_month,
    end_of_named_month,
    gone,
    invalid,
    likely,
    month_and_day,
    month_end,
    months_to,
    next_day_of_month,
    part_of_month,
)
from arrears.domain.language.dates.events import BENEFITS_ZH
from arrears.domain.language.dates.quarters_zh import QUARTER_RULES
from arrears.domain.language.dates.rules import DateRule, rule
from arrears.domain.language.dates.weekdays_zh import WEEK, weekday_with_day
from arrears.domain.language.dates.years_zh import month_of_written_year, month_of_year, year_end
from arrears.domain.language.money.numerals_zh import BEFORE_MONTH, SMALL_HAN, small_han
from arrears.domain.language.script.fold import READ

NUMERAL = r"[\d廿卅一二两三四五六七八九十百千万]"
_NOT_A_DATE = r"(?![楼线院门店厅码馆桌机])"
MONTH_HAN = r"(?:\d{1,2}|十[一二]?|[一二两三四五六七八九])"
# What follows a day when its 号 was left out or misheard.
_PAYS = (
    r"(?=\s*(?:就|再|先|我|肯定|一定|准|才|之?前|以前|左右)?"
    r"(?:还|付|给|打|转|交|汇|结清|到账|有钱|之?前|以[前后]|之后|过后|往后|开外|发工资|开始|起(?!码)|到期|头一?[期笔]|第一[期笔]|入|各|一[起并次把]|补|发(?=$|[\s,\uff0c。了]|年终|奖金|提成|薪|钱|退休|低保|饷)|结(?=$|[\s,\uff0c。]|账|款)|下来|下款|回款|到款|放款))"
)
_ASKED = (
    r"(?=\s*(?:行|可以|成|好|对)[吗不吧嘛]|\s+[\u4e00-\u9fff]|"
    r"\s*(?:吧|怎么样|如何|$|[,.?!\uff0c\u3002\uff1f\uff01]))"
)
_OR_DAY = rf"(?=(?:或者?|到|至){SMALL_HAN}[号日])"
_DAY_SAID_MAX = 39  # beyond it, a number before 号 is a house or a case
_THEN = r"(?:的话|[\s的就吧呢]|大概|大约|差不多|应该){0,3}"  # 下个月 二十号 is one day
_PARTS = {"初": 1, "头": 1, "第": 1, "上": 1, "中": 15, "半": 15, "下": 21, "最": 25}


def _month_day(match: re.Match[str], ref: Reference) -> Day | None:
    groups = match.groupdict()
    month, day = _month_number(groups["month"]), small_han(groups["day"] or groups.get("day2") or "")
    if month is None or day is None or not 1 <= month <= 12:
        return None
    return month_and_day(month, day, ref)


def _month_number(words: str) -> int | None:
    return 1 if words == "元" else small_han(words)


def _dotted(match: re.Match[str], ref: Reference) -> Day | None:
    """8.22还 is 22 August, if not a number, and 6.31还 is no day; what lies behind is rather a number."""
    day = _month_day(match, ref)
    return None if day is None or day.problem is gone(None).problem else likely(day)


def _day_of_said_month(match: re.Match[str], ref: Reference) -> Day | None:
    day, which = small_han(match["day"]), match["which"]
    return None if day is None else day_of_month(_months(which), day, ref)


def _months(which: str) -> int:
    return which.count("下") - which.count("上")


def _plain_day(match: re.Match[str], ref: Reference) -> Day | None:
    day = small_han(match["day"])
    return None if day is None or day > _DAY_SAID_MAX else next_day_of_month(day, ref)


def _heard_day(match: re.Match[str], ref: Reference) -> Day | None:
    """十好还: the recogniser heard 号 as 好."""
    day = _plain_day(match, ref)
    if match["day"] == "十一" and day is not None and day.on is not None:
        return ambiguous(day.on)  # or the first of October, the National Day
    return likely(day) if day is not None and day.on is not None else None


def _misheard_ten(match: re.Match[str], ref: Reference) -> Day | None:
    """二是号: the recogniser heard 十 as 是."""
    day, which = small_han(f"{match['tens']}十{match['ones']}"), match["which"]
    if day is None:
        return None
    return likely(day_of_month(_months(which), day, ref) if which else next_day_of_month(day, ref))


def _another_day(match: re.Match[str], ref: Reference) -> Day | None:
    """都二十五号了 那二十八吧: after a day, a number may be another."""
    if READ not in match.string[: match.start()]:
        return None
    day = _plain_day(match, ref)
    return ambiguous(day.on) if day is not None and day.on is not None else None


def _fourth_or_tenth(ref: Reference) -> Day:
    """是号还 may be 四号 or 十号, as misheard."""
    return ambiguous(*(on for day in (4, 10) if (on := next_day_of_month(day, ref).on)))


def _days_between(match: re.Match[str], ref: Reference) -> Day | None:
    """15号到20号: any of them will do."""
    days = [small_han(match["first"]), small_han(match["last"])]
    usable = [found for day in days if day is not None and (found := next_day_of_month(day, ref).on)]
    if len(usable) < 2 or usable[0] > usable[1]:
        return ambiguous(*usable[1:])
    return ambiguous(*usable)


def _either_day(match: re.Match[str], ref: Reference) -> Day | None:
    """十五六号 is the 15th or the 16th."""
    first = small_han(match["first"])
    if first is None or "一二三四五六七八九".find(match["next"]) + 1 != first % 10 + 1:
        return None
    which, month = match["which"], small_han(match["month"]) if match["month"] else None
    days = [
        month_and_day(month, day, ref)
        if month
        else day_of_month(_months(which), day, ref)
        if which
        else next_day_of_month(day, ref)
        for day in (first, first + 1)
    ]
    return ambiguous(*(day.on for day in days if day.on is not None))


def _month_end(match: re.Match[str], ref: Reference) -> Day | None:
    if match["month"]:
        month = small_han(match["month"])
        return end_of_named_month(month, ref) if month and 1 <= month <= 12 else None
    return month_end(_months(match["which"] or ""), ref)


def _part_of_month(match: re.Match[str], ref: Reference) -> Day | None:
    """月初 from the 1st, 月中 from the 15th, 中旬 from the 11th, 下旬 from the 21st."""
    month = small_han(match["month"]) if match["month"] else None
    if month is not None and not 1 <= month <= 12:
        return None
    which = match["which"] or ""
    months = months_to(month, ref) if month else _months(which)
    if months < 0 and not ref.told:
        return gone(None)
    part = match["part"]
    return part_of_month(months, 11 if part in ("中旬", "中下旬") else _PARTS[part[0]], ref)


def _days_of_said_month(match: re.Match[str], ref: Reference) -> Day | None:
    """八月二十到二十五之间: any of them will do."""
    month, days = small_han(match["month"]), (small_han(match["day"]), small_han(match["last"]))
    if month is None or not 1 <= month <= 12 or days[0] is None or days[1] is None or days[0] >= days[1]:
        return None
    usable = [on for day in days if day and (on := month_and_day(month, day, ref).on) is not None]
    return ambiguous(*usable) if len(usable) > 1 else None


_MONTHS = r"(?P<which>下+个?月|这个?月|本月|当月|上+个?月)"
_SHORT_DAY = r"(?:[12]\d|3[01]|[1-9]|二?十[一二三四五六七八九]|三十一?|二十)"

CALENDAR_RULES: tuple[DateRule, ...] = (
    rule(  # 八月二十几号来着 对 二十六号
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})月份?(?:[二三]?十|廿)几[号日](?:来着|[\s,\uff0c。吧对是哦就那天?])*"
        rf"(?P<day>{SMALL_HAN})[号日]{_NOT_A_DATE}",
        _month_day,
    ),
    rule(
        rf"(?:{_MONTHS}份?的?|(?<!{NUMERAL}){MONTH_HAN}月份?)?(?:[二三]?十|廿)几[号日]{_NOT_A_DATE}",
        lambda m, ref: ambiguous(),
    ),
    rule(
        rf"(?:{_MONTHS}份?的?)?(?P<tens>[二三])是(?P<ones>[一二三四五六七八九]?)[号日]{_NOT_A_DATE}",
        _misheard_ten,
    ),
    rule(
        rf"(?P<year>[去今明后前]年)的?(?P<month>{MONTH_HAN})月(?P<day>{_SHORT_DAY})(?:{_PAYS}|{_ASKED})",
        month_of_year,
    ),
    rule(
        rf"(?P<year>[去今明前后]年)的?(?P<month>{MONTH_HAN})月份?(?:的?(?P<day>{SMALL_HAN})[号日])?(?!底|初|中|末|[上下]旬)",
        month_of_year,
    ),
    rule(
        rf"(?<![\d零一二三四五六七八九十])(?P<year>(?:19|20)\d\d|\d\d|[一二][零一二三四五六七八九]{{3}}|[一二三][零一二三四五六七八九])年\s?(?P<month>{MONTH_HAN})月份?(?!底|初|中|末|[上下]旬|{NUMERAL}+[号日])",
        month_of_written_year,
    ),
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})月份?(?P<day>{SMALL_HAN})[号日]?\s*(?:到|至|-|~)\s*(?P<last>{SMALL_HAN})(?:[号日](?:之间|期间|这几天)?|之间|期间)",
        _days_of_said_month,
    ),
    rule(
        rf"(?<!{NUMERAL})(?P<month>1[3-9]|[2-9]\d|十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)月份?(?P<day>{SMALL_HAN})[号日]",
        lambda m, ref: invalid(f"{small_han(m['month']):02}-{small_han(m['day']):02}"),
    ),
    rule(
        rf"(?:{_MONTHS}份?的?|{BEFORE_MONTH}(?:(?P<month>{MONTH_HAN})月)?)(?P<first>二?十[一二三四五六七八]|[一二两三四五六七八])(?P<next>[二三四五六七八九])[号日]{_NOT_A_DATE}",
        _either_day,
    ),
    rule(
        rf"(?P<which>下+个?|这个?|本)?{WEEK}(?P<weekday>[一二三四五六])(?P<day>十[一二三四五六七八九]?|[一二三四五六七八九])[号日]",
        weekday_with_day,
    ),
    rule(
        rf"每个?月(?P<day>{SMALL_HAN})[号日](?:才)?(?:(?:发|开)(?:工资|薪水?)|(?:发|领){BENEFITS_ZH})",
        _plain_day,
    ),
    rule(
        r"(?:(?<=每月)|(?<=每个月)|(?<=每月的)|(?<=每个月的))(?:头|第)一天",
        lambda m, ref: next_day_of_month(1, ref),
    ),
    rule(rf"{_MONTHS}份?{_THEN}(?P<day>{SMALL_HAN})[号日]{_NOT_A_DATE}", _day_of_said_month),
    rule(rf"{_MONTHS}份?的?(?P<day>{_SHORT_DAY})好?(?:{_PAYS}|{_ASKED})", _day_of_said_month),
    rule(
        rf"(?:(?:(?<!{NUMERAL})(?P<month>{MONTH_HAN})月份?|(?P<which>下+个?月|这个?月|本月|当月|上+个?月))的?(?:月(?=[底末]))?|月)的?(?:底|末|尾(?!款)|最后一[天日]|[低抵第](?=[,，。\s还给付打转交]|就|我|再|前|之前|$))",
        _month_end,
    ),
    *QUARTER_RULES,
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN}|元)月份?{_THEN}(?P<day>{SMALL_HAN})[号日]{_NOT_A_DATE}",
        _month_day,
    ),
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})月(?P<day>{_SHORT_DAY})(?:{_PAYS}|{_ASKED}|{_OR_DAY})",
        _month_day,
    ),
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})月(?P<day>[一二三四五六七八九])(?=之前|以[前后]|之后|前(?!后)|放假)",
        _month_day,
    ),
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN}|元)月份?(?P<day>{SMALL_HAN})好(?:{_PAYS}|(?=[那我就改换挪打转汇交扣]|行|可以|\W*$))",
        _month_day,
    ),
    rule(
        rf"(?:^|(?<=[\s\uff0c,。我就在那块元节]))(?P<month>[1-9]|1[0-2])[.](?P<day>[12]\d|3[01]|0?[1-9])(?!\d|[.][\d])(?:{_PAYS}|(?=[那当]天|号|日|\s?(?:微信|支付宝|银行|现金)|先\d{{2}}|\uff0c\d{{3,6}}(?![\d.])|我?已))",
        _dotted,
    ),
    rule(
        rf"{BEFORE_MONTH}(?P<month>\d{{1,2}})(?:月(?P<day>\d{{1,2}})(?!{NUMERAL}|[月块元个期次%.,])|[./-](?P<day2>\d{{1,2}})[号日])",
        _month_day,
    ),
    rule(
        rf"(?<!{NUMERAL})(?P<first>{SMALL_HAN})[号日]?\s*(?:到(?!\s)|至|-|~|或者?|还是)\s*(?P<last>{SMALL_HAN})[号日]{_NOT_A_DATE}(?:之间|这几天|期间)?",
        _days_between,
    ),
    rule(
        rf"(?:(?<!{NUMERAL})(?<![./-])|(?<=[周期拜][一二三四五六]))(?!\d{{3}})(?P<day>{SMALL_HAN})\s?(?:号{_NOT_A_DATE}|日(?![内后元]|之内|以内|之后|以后))",
        _plain_day,
    ),
    rule(  # 三百五号补: a sum, and then the day; 三百二十号 may be two of both
        rf"(?<=[一二两三四五六七八九][百千万])(?P<day>[一二三四五六七八九]|十[一二三四五六七八九]?)[号日](?:{_PAYS}|{_ASKED})",
        _plain_day,
    ),
    rule(rf"(?<!{NUMERAL})(?P<day>{SMALL_HAN})好(?:{_PAYS}|(?=[改换挪扣]|再换|再还))", _heard_day),
    rule(
        rf"(?:(?<=[\s\uff0c,。吧那])|^)(?P<day>二?十[一二三四五六七八九]|三十一?|二十|[12]\d|3[01])(?=(?:就|再|先|我)?(?:还|付|给|打|转)(?:给|到)?[你您]?们?(?:{NUMERAL}+|钱))",
        _heard_day,
    ),
    rule(rf"(?<=那)就?(?P<day>{_SHORT_DAY})(?=吧|行[吗不]|好[吗了])", _another_day),
    rule(r"(?:^|(?<=[\s\uff0c,]))是号(?=[\s还给付打转我])", lambda m, ref: _fourth_or_tenth(ref)),
    rule(
        rf"(?:(?:(?<!{NUMERAL})(?P<month>{MONTH_HAN})月份?|(?P<which>下+个?月|这个?月|本月|上+个?月)份?)的?(?:月(?=[初中头]))?|月)的?(?P<part>初|头上?(?=[\s,\uff0c。还给付转打就我先再]|$)|(?<=[\d一二三四五六七八九十]月)半(?=[\s,\uff0c。还给付转打就我先再]|$)|中下旬|中旬|中(?!秋)|上中?旬|下旬)",
        _part_of_month,
    ),
    rule(
        rf"(?:(?<!{NUMERAL})(?P<month>{MONTH_HAN})月份?|(?P<which>下+个?月|这个?月|本月)份?)的?(?P<part>头一天|第一天|头一个?{WEEK}|第一个?{WEEK}|最后一个?{WEEK})",
        _part_of_month,
    ),
    rule(r"(?P<part>上中?旬|中下旬|中旬|下旬)(?P<month>)(?P<which>)", _part_of_month),
    rule(r"(?P<which>去|今|明|前)?年(?:底|末)(?!的?(?:分红|奖金|双薪))", year_end),
)
BARE_DAY_RULES: tuple[DateRule, ...] = (
    rule(
        r"(?:(?:改|换|挪|调|推|定|设|变|移|放)(?:到|成|在|为)?|(?:扣款|还款|账单)日\s?(?:→|->)\s?)(?:每个?月)?(?P<day>[12]\d|3[01]|[1-9](?!\d)|二?十[一二三四五六七八九]?|三十一?)(?![\d号日个次期天周点月块元百千万])好?",
        _plain_day,
    ),
    rule(r"从(?P<day>[12]\d|3[01]|[1-9])(?=改|换|挪|变)", _plain_day),
)
