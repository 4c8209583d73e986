"""Holidays that have a day of their own, fixed, counted or lunar, in English and Mandarin."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    calendar_day,
    likely,
    month_and_day,
    unresolved,
    weekday_in_month,
)
from arrears.domain.language.dates.lunar import coming
from arrears.domain.language.dates.lunar_days import COUNTED_FROM, LUNAR_RULES
from arrears.domain.language.dates.rules import DateRule, DayReader, rule
from arrears.domain.language.dates.weekdays_en import ANY_WEEKDAY, weekday_index
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.readings import Certainty

# "After Christmas" and "around Halloween" name no day; a holiday's bonus or sale is none.
_BEFORE_NO_DAY = ["after", "around", "since", "over", "for", "past", "about", "near", "of"]
_BEFORE_NO_DAY += [
    rf"{unit}\s{word}" for unit in ("day", "days", "week", "weeks") for word in ("before", "b4")
]
_DAY_MEANT = "".join(rf"(?<!{words}\s)" for words in _BEFORE_NO_DAY) + r"\b"
_NO_DAY_AFTER = (
    r"(?!'?s?\s*(?:bonus|shopping|money|party|presents?|gifts?|break|vacation|holidays?|sales?|season|"
    r"cards?|club|time|or\s+so|week|tips|expenses|spending|cheer))"
)
_NO_DAY_AFTER_ZH = (
    r"(?!节?(?:假期?|期间|左右|前后|前一[天晚]|前[一两二三几]天|前夕|前夜|以?后|之后|过后|过完|完|长假|放假|收假|"
    r"奖|红包|活动|促销|大促|卖))"
)
_NOT_OVER_ZH = r"(?<!过完)(?<!过了)(?<!等过)"
_NAMED_EN: tuple[tuple[int, int, str], ...] = (
    (12, 31, r"(?:new\s+y(?:ea)?r'?s?|nye)\s+eve|nye"),
    (1, 1, r"new\s+y(?:ea)?r'?s?\s+day"),
    (12, 24, r"(?:christmas|xmas|x-mas)\s+eve"),
    (12, 25, r"(?:christmas|xmas|x-mas)(?:\s+day)?"),
    (10, 31, r"hall?oween"),
    (2, 2, r"groundhog(?:'?s)?\s+day"),
    (2, 14, r"valentine'?s?(?:\s+day)?|v-day"),
    (4, 15, r"tax\s+day"),
    (7, 4, r"independence\s+day"),
    (11, 11, r"vet(?:eran)?'?s?'?\s+day"),
    (6, 19, r"juneteenth"),
    (5, 5, r"cinco\s+de\s+mayo"),
    (3, 17, r"(?:st|saint)\.?\s+(?:patrick|paddy|patty)'?s?(?:\s+day)?"),
    (12, 26, r"boxing\s+day"),
    (4, 1, r"april\s+fool'?s?'?(?:\s+day)?"),
)
_NO_NUMERAL_ZH = r"(?<![\d一二两三四五六七八九十百千万周期拜])"
_ON_THE_DAY = r"(?:节?(?:当天|那天|那日|当日|头一天))"
_NAMED_ZH: tuple[tuple[int, int, str], ...] = (
    (1, 1, rf"元旦(?:节)?(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (12, 24, r"平安夜"),
    (12, 25, rf"圣诞(?:节)?(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (10, 1, rf"国庆{_ON_THE_DAY}|(?<![\d一二三四五六七八九双月周期拜])十一(?:当天|那天|当日)"),
    (11, 11, rf"双(?:十一|11)(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (12, 12, rf"双(?:十二|12)(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (2, 14, rf"情人节(?:当天|那天)?{_NO_DAY_AFTER_ZH}"),
    (5, 20, r"(?<![\d.])(?:520|五二[零〇])(?:当天|那天|(?=之?前))"),
    (6, 18, r"(?<![\d.])618(?:当天|那天|(?=之?前))"),
    (5, 1, rf"五一{_ON_THE_DAY}|(?:五一)?劳动节(?:当天|那天|那日|当日|头一天)?{_NO_DAY_AFTER_ZH}"),
    (5, 4, rf"(?:五四)?青年节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}|(?<!\d)五四{_ON_THE_DAY}"),
    (7, 1, rf"(?:七一)?建党节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}|{_NO_NUMERAL_ZH}七一{_ON_THE_DAY}"),
    (8, 1, rf"(?:八一)?建军节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}|{_NO_NUMERAL_ZH}八一{_ON_THE_DAY}"),
    (4, 1, rf"愚人节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (9, 10, rf"教师节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (3, 8, rf"(?:三八(?:妇女)?|妇女)节(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}"),
    (6, 1, r"六一(?:儿童节)?(?:当天|那天)|儿童节(?:当天|那天)?"),
)
_COUNTED_FROM_ZH = (
    (r"元旦", 1, 1),
    (r"圣诞", 12, 25),
    (r"国庆", 10, 1),
    (r"五一|劳动节", 5, 1),
    (r"情人节", 2, 14),
)


def _on(month: int, day: int) -> DayReader:
    return lambda match, ref: _next(month, day, ref)


def _next(month: int, day: int, ref: Reference) -> Day:
    """The coming one: nobody promises for a holiday that has passed."""
    if ref.told:
        return month_and_day(month, day, ref)
    this = date(ref.today.year, month, day)
    return Day(this if this >= ref.today else this.replace(year=this.year + 1), None)


_THANKSGIVING = r"(?:thanksgiving|t-?giving|thxgiving)"
_MOVABLE = (
    (9, 0, 1, r"labou?r\s+day"),
    (5, 0, -1, r"mem(?:orial)?\s+day"),
    (11, 3, 4, rf"{_THANKSGIVING}\s+day|turkey\s+day"),
    (1, 0, 3, r"(?:mlk|martin\s+luther\s+king)(?:'?s)?\s+day"),
    (2, 0, 3, r"pres(?:ident)?'?s?'?\s+day"),
    (5, 6, 2, r"mother'?s'?\s+day"),
    (6, 6, 3, r"father'?s'?\s+day"),
    (10, 0, 2, r"(?:columbus|indigenous\s+peoples?'?s?)\s+day"),
)
"""Month, weekday and which of them in the month, as the United States keeps them."""
_MOVABLE_ZH = (
    (5, 6, 2, r"母亲节"),
    (6, 6, 3, r"父亲节"),
    (11, 3, 4, r"感恩节(?=当天|那天|当日)"),
)
_MOVABLE_BESIDE = (*_MOVABLE[:2], *_MOVABLE[3:], (11, 3, 4, rf"{_THANKSGIVING}(?:\s+day)?"))


def _movable(month: int, weekday: int, nth: int) -> DayReader:
    def on(match: re.Match[str], ref: Reference) -> Day | None:
        found = movable(month, weekday, nth, ref)
        return Day(found, None) if found else None

    return on


def movable(month: int, weekday: int, nth: int, ref: Reference) -> date | None:
    """The coming one, or the last where it is told of."""
    years = (0, -1) if ref.told else (0, 1)
    days = [weekday_in_month(weekday, nth, ref.today.year + more, month) for more in years]
    fitting = [on for on in days if on is not None and (on <= ref.today if ref.told else on >= ref.today)]
    return fitting[0] if fitting else None


def _leap_day(match: re.Match[str], ref: Reference) -> Day:
    """29 February of the coming year that has one, or of the last where it is told of."""
    years = range(ref.today.year, ref.today.year + (-9 if ref.told else 9), -1 if ref.told else 1)
    days = [on for year in years if (on := calendar_day(year, 2, 29)) is not None]
    return Day(next(on for on in days if (on <= ref.today if ref.told else on >= ref.today)), None)


def _after_thanksgiving(days: int) -> DayReader:
    """Black Friday and Cyber Monday: what stands before the day counts from the feast."""

    def on(match: re.Match[str], ref: Reference) -> Day | None:
        feast = movable(11, 3, 4, replace(ref, today=ref.today - timedelta(days=days)))
        return Day(feast + timedelta(days=days), None) if feast else None

    return on


def _easter(days: int) -> DayReader:
    """So many days after Easter Sunday."""

    def on(match: re.Match[str], ref: Reference) -> Day | None:
        found = coming(lambda year: easter_sunday(year) + timedelta(days=days), ref)
        return Day(found, None) if found else None

    return on


def easter_sunday(year: int) -> date:
    """By the anonymous Gregorian algorithm."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _named_as_the_day(reader: DayReader) -> DayReader:
    """The feast, told of or said with "on"; "by" it is doubtful, else any day of the long weekend."""

    def on(match: re.Match[str], ref: Reference) -> Day | None:
        if not ref.told and not match["on"]:
            return None
        day = reader(match, ref)
        sure = ref.told or match["on"] == "on" or day is None or day.on is None
        return day if sure or day is None else replace(day, certainty=Certainty.UNSURE)

    return on


_FULL_MOON = r"八月十五(?![号日一二三四五六七八九十百千万点])"


def _full_moon(match: re.Match[str], ref: Reference) -> Day | None:
    """八月十五 is the Mid-Autumn Festival, unless the 15 August that lies ahead is meant."""
    if ref.told:
        return None
    on = month_and_day(8, 15, ref).on
    return ambiguous(on) if on else unresolved("mid_autumn")


_FIRST_OF_THE_YEAR = r"\b(?P<near>(?:around|about|after|near)\s+)?(?:the\s+)?first\s+of\s+the\s+year\b"


def _first_of_the_year(match: re.Match[str], ref: Reference) -> Day:
    day = _next(1, 1, ref)
    return ambiguous(day.on) if match["near"] and day.on else day


_NO_SUM = r"(?!(?:[2-9]|\d\d+)\s+(?:day|week)\s)"  # "75 day after thanksgiving" is a sum, and the day after
_BESIDE_DAY = (
    rf"\b(?:the\s+|{_NO_SUM}(?P<n>{SMALL_COUNT}|(?:a\s+)?couple(?:\s+of)?)\s+)?(?P<unit>days?|weeks?|{ANY_WEEKDAY})\s+"
    r"(?P<way>after|before|b4|following)\s+"
)
_ON = r"(?:\b(?P<on>on|by)\s+)?"


def _beside(reader: DayReader) -> DayReader:
    """So many days or weeks after the holiday, or that weekday; or before it."""

    def on(match: re.Match[str], ref: Reference) -> Day | None:
        # What is counted from a holiday that is just over may lie ahead.
        earlier = replace(ref, today=ref.today - timedelta(days=_WEEK))
        days = [_counted_from(feast, match) for feast in (reader(match, earlier), reader(match, ref))]
        ahead = [day for day in days if day is not None and (ref.told or day >= ref.today)]
        return likely(Day(ahead[-1 if ref.told else 0], None)) if ahead else None

    return on


def _counted_from(feast: Day | None, match: re.Match[str]) -> date | None:
    if feast is None or feast.on is None or (match["n"] is None and match["unit"] in ("days", "weeks")):
        return None
    times = 2 if "couple" in (match["n"] or "") else small_count(match["n"] or "a") or 1
    way = 1 if match["way"] in ("after", "following") else -1
    days = times * {"day": 1, "week": _WEEK}.get(match["unit"].removesuffix("s"), 0)
    if not days:
        days = way * (weekday_index(match["unit"]) - feast.on.weekday()) % _WEEK or _WEEK
    return feast.on + timedelta(days=way * days)


_WEEK = 7


_COUNTED: tuple[tuple[str, DayReader], ...] = (
    (r"(?:good|holy)\s+friday", _easter(-2)),
    (r"easter\s+monday", _easter(1)),
    (r"easter\s+sunday|easter\s+day", _easter(0)),
    (r"palm\s+sunday", _easter(-7)),
    (r"(?:maundy|holy)\s+thursday", _easter(-3)),
    (r"(?:holy|easter)\s+saturday", _easter(-1)),
    (r"ash\s+wednesday", _easter(-46)),
    (r"fat\s+tuesday|mardi\s+gras", _easter(-47)),
    (r"small\s+business\s+saturday", _after_thanksgiving(2)),
    (r"cyber\s+monday", _after_thanksgiving(4)),
    (r"giving\s+tuesday", _after_thanksgiving(5)),
    (r"super\s?bowl(?:\s+sunday)?(?!\s+(?:sunday\s+)?is\b)", lambda match, ref: unresolved("super_bowl")),
)
_LONG: tuple[tuple[str, DayReader], ...] = (
    (_THANKSGIVING, _movable(11, 3, 4)),
    (r"easter", _easter(0)),
    (r"black\s+friday", _after_thanksgiving(1)),
)
"""Feasts that stand for some days, or for a season of sales."""

HOLIDAY_RULES: tuple[DateRule, ...] = (
    *LUNAR_RULES,
    rule(_FULL_MOON, _full_moon),
    rule(_FIRST_OF_THE_YEAR, _first_of_the_year),
    rule(rf"{_DAY_MEANT}leap\s+(?:year\s+)?day\b{_NO_DAY_AFTER}", _leap_day),
    *(rule(rf"{_BESIDE_DAY}(?:{words})\b{_NO_DAY_AFTER}", _beside(_on(m, d))) for m, d, words in _NAMED_EN),
    *(
        rule(rf"{_BESIDE_DAY}(?:{words})\b{_NO_DAY_AFTER}", _beside(_movable(m, d, n)))
        for m, d, n, words in _MOVABLE_BESIDE
    ),
    *(
        rule(rf"{_BESIDE_DAY}(?:{words})\b{_NO_DAY_AFTER}", _beside(reader))
        for words, reader in (*_COUNTED, *_LONG)
    ),
    *(rule(rf"{_DAY_MEANT}(?:{words})\b{_NO_DAY_AFTER}", _on(m, d)) for m, d, words in _NAMED_EN),
    rule(rf"{_BESIDE_DAY}new\s+year'?s?\b(?!\s+eve){_NO_DAY_AFTER}", _beside(_on(1, 1))),
    *(rule(rf"(?:{words}){COUNTED_FROM}", _on(m, d)) for words, m, d in _COUNTED_FROM_ZH),
    *(rule(rf"{_NOT_OVER_ZH}(?:{words})", _on(m, d)) for m, d, words in _NAMED_ZH),
    *(rule(rf"{_DAY_MEANT}(?:{words})\b{_NO_DAY_AFTER}", _movable(m, d, n)) for m, d, n, words in _MOVABLE),
    *(
        rule(rf"{_NOT_OVER_ZH}(?:{words})(?:当天|那天|当日)?{_NO_DAY_AFTER_ZH}", _movable(m, d, n))
        for m, d, n, words in _MOVABLE_ZH
    ),
    *(rule(rf"{_DAY_MEANT}(?:{words})\b{_NO_DAY_AFTER}", reader) for words, reader in _COUNTED),
    *(
        rule(rf"{_ON}{_DAY_MEANT}(?:{words})\b{_NO_DAY_AFTER}", _named_as_the_day(reader))
        for words, reader in _LONG
    ),
)
