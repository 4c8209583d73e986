"""Payment dates in Mandarin: days of the week, and weekends."""

from __future__ import annotations

import re
from datetime import date, timedelta

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    coming_weekday,
    day_in_week,
    gone,
    likely,
    month_after,
    months_to,
    next_day_of_month,
    weekday_in_month,
    weekday_of_week,
)
from arrears.domain.language.dates.months import HAN_MONTH
from arrears.domain.language.dates.rules import DateRule, rule
from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.script.fold import READ, WEEKDAY, compiled

_MISHEARD = r"(?:李白|礼百|里拜|离拜|礼败|新期|星七|星其|粥)(?=[一二三四五六日天])"
WEEK = rf"(?:周|星期|礼拜|{_MISHEARD})"
# In 每周五百 the last character begins the amount; in 周五350 it does not.
_WEEKDAY_END = r"(?![百千万十零]|(?<=\d)\d)"
_WEEKDAYS = "一二三四五六日"
_SUNDAY = 6
_WEEKDAY = r"[一二三四五六日天]|[1-7](?!\d)"

_AFTER_SOMETHING = compiled(rf"(?:后|完|过|了)的?那?个?$|(?<!{READ})那个?$")
_NOT_THIS = compiled(
    rf"(?:不是|除了|不要|别)(?:这个?|本){WEEK}(?P<not>[一二三四五六日天])"
    rf"|(?:这个?|本){WEEK}(?P<day>[一二三四五六日天])(?:就|可|是|都|已经|那天|肯定)*(?:过去?了|没了|不行|不可以|不能|不成|除外|没钱|不方便)"
)
_IN_THE_SAME_WEEK = compiled(rf"(?P<which>下+)个?{WEEK}[一二三四五六日天]\s*(?:或者?|还是|和|跟|、|到)$")


_OF_NEXT_WEEK = compiled(rf"下个?(?:{WEEK}|{WEEKDAY})")


def _weekday(match: re.Match[str], ref: Reference) -> Day:
    index, which = weekday_index(match["day"]), match["which"] or ""
    if "上" in which:
        on = day_in_week(index, -len(which.rstrip("个")), ref.today)
        return Day(on, None) if ref.told else gone(on)
    if which.startswith("再下"):  # of next week, or of the one after
        if _OF_NEXT_WEEK.search(match.string[: match.start()]):
            return likely(Day(day_in_week(index, 2, ref.today), None))
        return ambiguous(*(day_in_week(index, weeks, ref.today) for weeks in (1, 2)))
    if which.endswith("一个"):  # 下一个周五: the coming one, or that of next week
        return _coming_or_next(index, match.string, ref)
    if not which and _AFTER_SOMETHING.search(match.string[: match.start()]):
        return ambiguous(coming_weekday(index, ref))  # 端午过后那个礼拜一
    if which[:1] in ("这", "本") and ref.today.weekday() == _SUNDAY > index and not ref.told:
        return ambiguous(coming_weekday(index, ref))  # the week is over
    if which[:1] in ("下", "这", "本", "今"):
        return weekday_of_week(index, which.count("下"), ref)
    said = _IN_THE_SAME_WEEK.search(match.string[: match.start()])
    if said is not None:  # 下周三或者周四
        return likely(weekday_of_week(index, said["which"].count("下"), ref), coming_weekday(index, ref))
    on = coming_weekday(index, ref)
    if on == day_in_week(index, 0, ref.today) and _is_refused(index, match.string):
        on += timedelta(days=7)  # 周五可以，但这周五不行
    return Day(on, None)


def _coming_or_next(index: int, text: str, ref: Reference) -> Day:
    on = coming_weekday(index, ref)
    if on > day_in_week(_SUNDAY, 0, ref.today):
        return Day(on, None)
    later = on + timedelta(days=7)
    return Day(later, None) if _is_refused(index, text) else ambiguous(on, later)


def _is_refused(index: int, text: str) -> bool:
    """Whether the day of this week alone is refused."""
    return any(weekday_index(one["not"] or one["day"]) == index for one in _NOT_THIS.finditer(text))


def weekday_with_day(match: re.Match[str], ref: Reference) -> Day:
    """下星期二十七号: Tuesday the 17th where they agree, or the 27th."""
    on = _weekday_on(match, ref)
    if on.day == small_han(match["day"]):
        return Day(on, None)
    day = small_han(match["weekday"] + match["day"])
    other = next_day_of_month(day, ref).on if day else None
    return ambiguous(*(one for one in (other, on) if one is not None))


def _weekday_on(match: re.Match[str], ref: Reference) -> date:
    index, which = weekday_index(match["weekday"]), match["which"] or ""
    return day_in_week(index, which.count("下"), ref.today) if which else coming_weekday(index, ref)


def weekday_index(day: str) -> int:
    """0 for 一, 日 and 天 being 6; a figure counts from 1."""
    return int(day) - 1 if day.isdigit() else _WEEKDAYS.index(day.replace("天", "日"))


def _weekdays_between(match: re.Match[str], ref: Reference) -> Day:
    weeks = (match["which"] or "").count("下")
    indexes = [weekday_index(match["first"]), weekday_index(match["last"])]
    if weeks:
        return ambiguous(*(day_in_week(index, weeks, ref.today) for index in indexes))
    return ambiguous(*(coming_weekday(index, ref) for index in indexes))


def _weekend(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"] or ""
    if which.startswith("上"):
        return gone(None)
    days = [day_in_week(index, which.count("下"), ref.today) for index in (5, 6)]
    return ambiguous(*(on for on in days if on >= ref.today))


def _week_end(match: re.Match[str], ref: Reference) -> Day:
    """下周底: its Friday, if not its weekend."""
    days = [day_in_week(index, (match["which"] or "").count("下"), ref.today) for index in (4, 6, 5)]
    return ambiguous(*(on for on in days if on >= ref.today))


def _nth_of_month(match: re.Match[str], ref: Reference) -> Day:
    """一月第二个周五."""
    month = small_han(match["month"]) if match["month"] else None
    months = months_to(month, ref) if month else match["which"].count("下")
    nth = _WEEKDAYS.index(match["nth"].replace("头", "一")) + 1
    on = weekday_in_month(weekday_index(match["day"]), nth, *month_after(ref.today, months))
    return likely(Day(on, None)) if on is not None and on >= ref.today else ambiguous()


WEEKDAY_RULES: tuple[DateRule, ...] = (
    rule(
        rf"(?:(?P<month>{HAN_MONTH})月份?|(?P<which>下+个?|这个?|本)月)的?(?:第|头)(?P<nth>[一二三四])个?{WEEK}(?P<day>[一二三四五六日天])",
        _nth_of_month,
    ),
    rule(rf"(?P<which>下+个?|这个?|本){WEEK}底", _week_end),
    rule(rf"(?P<which>[上下]+个?|这个?|本|今)?{WEEK}末|(?:这|下)?个?双休日", _weekend),
    rule(
        rf"(?P<which>下+个?|这个?|本)?{WEEK}(?P<first>{_WEEKDAY})\s*(?:到|至|-|~)\s*{WEEK}?(?P<last>{_WEEKDAY}){_WEEKDAY_END}",
        _weekdays_between,
    ),
    rule(
        rf"(?<!上)(?<!上个)(?P<which>下+个?|这个?|本)?{WEEK}(?P<first>[一二三四五六])(?:周|星期|礼拜)(?P<last>[二三四五六日天]){_WEEKDAY_END}(?!次|期|个|块|元|[各都])",
        _weekdays_between,
    ),
    rule(
        rf"(?:(?<=\d\d\d)|(?<=[周期拜][一二三四五六日天])|(?<![\d一两二三四五六七八九十])(?<![\d一两二三四五六七八九十]个)|(?<=[百千万块元])|(?<=[百千万][一二三四五六七八九])|(?<=[二三四五六七八九]十))(?P<which>再?[上下]+个?|再?下一个|这个?|本)?{WEEK}(?P<day>{_WEEKDAY}){_WEEKDAY_END}(?!次|期|个|块|元)",
        _weekday,
    ),
)
