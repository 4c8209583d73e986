"""Payment dates in Mandarin that are counted from today, parts of time without a day, and events."""

from __future__ import annotations

import re
from datetime import timedelta

from arrears.domain.language.dates.calendar_zh import MONTH_HAN, NUMERAL
from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    days_ahead,
    days_of_week,
    gone,
    months_ahead,
    months_to,
    unresolved,
    whole_month,
)
from arrears.domain.language.dates.events import EVENTS_ZH, NAMED_WAIT_ZH
from arrears.domain.language.dates.rules import DateRule, DayReader, rule, waited_for
from arrears.domain.language.dates.weekdays_zh import WEEK
from arrears.domain.language.money.numerals_zh import BEFORE_MONTH, SMALL_HAN, small_han
from arrears.domain.language.script.fold import READ, compiled

_RELATIVE_DAYS = {
    "大后": 3, "后": 2, "明": 1, "今": 0, "昨": -1, "大前": -3, "前": -2,
}  # fmt: skip
_ROUGH = {
    "几": 3,
    "一两": 1,
    "一二": 1,
    "两三": 2,
    "三四": 3,
    "三五": 3,
    "好几": 3,
    "十来": 10,
    "四五": 4,
    "五六": 5,
    "六七": 6,
    "七八": 7,
}
_SEVERAL = 2
_SUM_THEN = r"(?=[也还付给交]{0,2}(?:[一二两三四五六七八九][百千万]|\d{1,3}(?:\.\d)?[万wk千百]|\d{3,6}))"
_MONTH_BEFORE = compiled(rf"{READ}[、和跟]?$")
_MONTHS_WITH_SUMS = compiled(rf"月{_SUM_THEN}")
_HALF_MONTH_DAYS = 15
_MONTHS_A_YEAR = 12


def _relative_day(match: re.Match[str], ref: Reference) -> Day:
    word = match.group()
    if word.startswith("大大"):
        return days_ahead(2 + word.count("大") if "后" in word else -2 - word.count("大"), ref)
    return days_ahead(next(days for prefix, days in _RELATIVE_DAYS.items() if word.startswith(prefix)), ref)


def _day_with_number(match: re.Match[str], ref: Reference) -> Day | None:
    """今天三十一: which day of the month it is, where it is that day, and no sum."""
    day = days_ahead(_RELATIVE_DAYS[match["which"]], Reference(ref.today, told=True))
    return day if day.on is not None and day.on.day == small_han(match["day"]) else None


def _these_days(ref: Reference, first: int) -> Day:
    """Tomorrow or the day after."""
    return ambiguous(*(ref.today + timedelta(days=first + more) for more in (0, 1)))


def _ahead(match: re.Match[str], ref: Reference) -> Day | None:
    count = _count(match["n"])
    return None if count is None else _counted(count, match["unit"], Reference(ref.today))


def _behind(match: re.Match[str], ref: Reference) -> Day | None:
    count = _count(match["n"])
    return None if count is None else _counted(-count, match["unit"], ref)


def _count(words: str) -> int | None:
    return 2 if words == "俩" else small_han(words)


def _counted(count: int, unit: str, ref: Reference) -> Day:
    if "月" in unit:
        return months_ahead(count, ref)
    return days_ahead(count * (1 if unit[-1] in "天日" else 7), ref)


def _half_month(match: re.Match[str], ref: Reference) -> Day:
    on = ref.today + timedelta(days=_HALF_MONTH_DAYS)
    return ambiguous(on)


def _half_month_behind(match: re.Match[str], ref: Reference) -> Day:
    on = ref.today - timedelta(days=_HALF_MONTH_DAYS)
    return ambiguous(on) if ref.told else gone(None)


def _months_and_a_half(match: re.Match[str], ref: Reference) -> Day | None:
    count = _count(match["n"])
    on = None if count is None else _counted(count, "个月", Reference(ref.today)).on
    return None if on is None else ambiguous(on + timedelta(days=_HALF_MONTH_DAYS))


def _rough(match: re.Match[str], ref: Reference) -> Day | None:
    """过几天: about when, never on which day."""
    cue = match["cue"] or ""
    if match.group()[-1] not in "后内事" and not (cue in ("过", "等") or (cue and "几" not in match["few"])):
        return None
    on = _counted(_ROUGH[match["few"]], match["unit"], Reference(ref.today)).on
    return ambiguous(on) if on else ambiguous()


def _so_many_or_so(match: re.Match[str], ref: Reference) -> Day | None:
    """十天八天, 十天半个月: between the two, the sooner first."""
    few, more = _count(match["n"]), _count(match["more"]) if match["more"] else _HALF_MONTH_DAYS
    if few is None or more is None:
        return None
    return ambiguous(*(ref.today + timedelta(days=days) for days in sorted((few, more))))


def _a_couple_of_days(ref: Reference) -> Day:
    """过两天 is soon, and on no day."""
    return ambiguous(ref.today + timedelta(days=_SEVERAL))


def _about_one(match: re.Match[str], ref: Reference) -> Day:
    """个把月: about a month."""
    on = _counted(1, match["unit"], Reference(ref.today)).on
    return ambiguous(on) if on else ambiguous()


def _week(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"]
    return gone(None) if which.startswith("上") else days_of_week(which.count("下"), ref)


def _month(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"]
    return whole_month(which.count("下") - which.count("上"), ref)


def _same_day(match: re.Match[str], ref: Reference) -> Day:
    """下个月今天, 下周的今天, 明年今天."""
    count, said = match["which"].count("下"), match["unit"]
    if said == "年":
        return _counted(_MONTHS_A_YEAR, "个月", Reference(ref.today))
    return _counted(count, "个月" if said == "月" else said, Reference(ref.today))


def _named_month(match: re.Match[str], ref: Reference) -> Day | None:
    month = small_han(match["month"])
    return whole_month(months_to(month, ref), ref) if month and 1 <= month <= 12 else None


def _month_of_several(match: re.Match[str], ref: Reference) -> Day | None:
    """六月四百 七月四百, 四月五月八百: where several are named, each is a month and no number of them."""
    follows = _MONTH_BEFORE.search(match.string[: match.start()])
    if not follows and len(_MONTHS_WITH_SUMS.findall(match.string)) < _SEVERAL:
        return None
    return _named_month(match, ref)


def _named(event: str) -> DayReader:
    return lambda match, ref: unresolved(event)


_N = rf"(?<!{NUMERAL})(?P<n>{SMALL_HAN}|俩)"
_UNIT = r"(?P<unit>天|日|个?(?:周|星期|礼拜)|个月|(?<=俩)月)"
_DEFER = (
    r"(?:再?过|再?宽限?|再?缓|再给我?|给我?(?:个)?|再等|等我?|再晚|(?<![都老总])晚|延期|展期|缓期|延长?|推迟|推后?|延后|再[要来]|往后挪|再?加|"
    r"(?<!次)(?<!都)迟|(?:^|(?<=[\s\uff0c,再能给想]))多|delay|(?<!经)(?<!都)再?拖|再?续|再?延|通融|容我|"
    r"往后(?:推|延|拖)|宽限我?|需要|还要)(?:我|个)?"
)
_WAITED = r"(?:(?:以|之)?(?:后(?:的今[天日])?|内)|的时间)"
# 十二月的账单 is which bill, not when.
_NOT_ITS_BILL = (
    r"(?!份?(?:的|那)?(?:账单|就?(?:应该?|该)还|工资|奖金|房租|还款|分期|利息|滞纳金|那[期笔])|"
    r"份?的[\d一二两三四五六七八九十]+[百千万块元])"
)

RELATIVE_RULES: tuple[DateRule, ...] = (
    rule(rf"{_N}{_UNIT}(?:以|之)?前(?!还|付|给|打|转|把)", _behind),
    rule(r"(?<![个两三几])半个?月(?:以|之)?前", _half_month_behind),
    rule(rf"(?:再?过)?{_N}{_UNIT}{_WAITED}", _ahead),
    rule(rf"[从自打]今[天日](?:起|开始|算起?)[\s,\uff0c]*{_N}{_UNIT}(?:{_WAITED})?", _ahead),
    rule(rf"(?:还有|再有|还差){_N}{_UNIT}(?:就|才|要)*[发开](?:工资|薪水?|钱|饷)", _ahead),
    rule(r"(?<!再)过[两俩]天(?!再|就还)", lambda m, ref: _a_couple_of_days(ref)),
    rule(
        rf"^\W*(?:就|只|再|最多|就要)?{_N}(?P<unit>天|个?(?:周|星期|礼拜))(?=\W*$|\W+(?:就|行|可以|好|吧)|(?:行|可以|够|好|成)[吗不吧]|\s+[一二两三四五六七八九\d]+[百千]|\s+\d)",
        _ahead,
    ),
    rule(
        rf"(?:{_DEFER}|过|等|^\W*(?:就|也就)?)个?{_N}(?P<unit>天)(?:(?P<more>{SMALL_HAN})天|半个?月)",
        _so_many_or_so,
    ),
    rule(rf"{_DEFER}(?:个)?{_N}{_UNIT}(?:{_WAITED})?(?!了)", _ahead),
    rule(rf"(?:再?过)?{_N}个半月(?:{_WAITED})?", _months_and_a_half),
    rule(
        rf"(?:{_DEFER})?半个?月(?:{_WAITED})|{_DEFER}半个?月|^\W*(?:就|再|给)?半个?月(?=\W*$|[吧行可])",
        _half_month,
    ),
    rule(
        rf"(?P<cue>{_DEFER}(?:个)?|过|等)?(?P<few>{'|'.join(_ROUGH)})(?P<unit>天|个?星期|个?礼拜|周|个?月)(?:(?:以|之)?[后内]|的事(?=[\s,\uff0c]|$))?",
        _rough,
    ),
    rule(rf"(?:{_DEFER}|过|等)?一?个[把来](?P<unit>月|星期|礼拜|周)(?!前|没|了)", _about_one),
    rule(r"(?:过|等)?两天(?=再|就还)|过(?:一阵|阵子|段时间|些日子)", lambda m, ref: ambiguous()),
    rule(r"(?:明后(?:两)?天|明天?(?:或者?)?后天)", lambda m, ref: _these_days(ref, 1)),
    rule(r"今明(?:两)?天", lambda m, ref: _these_days(ref, 0)),
    rule(rf"(?P<which>下+个?|明)(?P<unit>月|年|{WEEK})的?(?:今[天日]|这个?时候|这会儿|同一天)", _same_day),
    rule(
        rf"(?P<which>[今明昨])(?:天|儿个?)(?:是|都|就|已经)?(?P<day>{SMALL_HAN})(?=了|[\s,\uff0c。]|$)",
        _day_with_number,
    ),
    rule(
        r"(?:大{0,3}前天|大{0,3}后天(?!性)|后日|前日|(?<!过了)(?<!过完)今(?:天|日|儿个?|晚|早|夜)|[明昨](?:天|日|儿个?|晚|早|夜)|后儿个?)",
        _relative_day,
    ),
    rule(rf"(?P<which>[上下]+个?|这个?|本){WEEK}", _week),
    rule(rf"(?P<which>下+个?|这个?|本|当|上+个?)月{_NOT_ITS_BILL}", _month),
    rule(r"去年", lambda m, ref: gone(None)),
    rule(r"明年", lambda m, ref: ambiguous()),
    rule(
        rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})(?:月份|(?<!(?<!十)一)月|月(?=开始|起))(?:(?={MONTH_HAN}月)|(?![\d一二两三四五六七八九十百](?!分之))){_NOT_ITS_BILL}",
        _named_month,
    ),
    rule(rf"{BEFORE_MONTH}(?P<month>{MONTH_HAN})月{_SUM_THEN}", _month_of_several),
    *(rule(words, _named(event)) for event, words in EVENTS_ZH),
    rule(NAMED_WAIT_ZH, waited_for),
)
