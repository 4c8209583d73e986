"""Payment dates in English: days of the week."""

from __future__ import annotations

import re
from datetime import timedelta

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    coming_weekday,
    day_in_week,
    days_ahead,
    doubtful,
    gone,
    likely,
    unresolved,
    weekday_of_week,
)
from arrears.domain.language.dates.rules import DateRule, rule
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.plans.frequencies import EVERY
from arrears.domain.language.script.fold import compiled

MISTYPED_WEEKDAY = (
    r"(?:monady|mondya|modnay|tuseday|tusday|tueday|tuesady|tuesdya|tuesdy|teusday|tuedsay|wensday|wendsday|wenesday|"
    r"wendesday|wedensday|wednsday|wednesady|wednesdya|wednesdy|wedneday|wednessday|thrusday|thrsday|thusday|thurday|"
    r"thursady|thursdya|thursdy|thurdsay|friady|fridya|firday|fridy|frday|frdiay|satruday|saturady|saturdya|saturdy|satudray|"
    r"satuday|satrday|staurday|sunady|sundya|snuday|sudnay)s?"
)
"""Two letters changed places, or one was left out."""
_WEEKDAY = (
    rf"(?:mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|"
    rf"sat[ue]rdays?|sundays?|{MISTYPED_WEEKDAY})"
)
_SHORT_WEEKEND = (
    r"(?:(?<=on\s)|(?<=by\s)|(?<=this\s)|(?<=next\s)|(?<=last\s)|(?<=nxt\s)|(?<=til\s)|(?<=until\s)|(?<=\d\s)|"
    r"(?<=bucks\s)|(?<=coming\s))(?:sat|sun)|(?:(?<=[.,;!?]\s)|(?<=\bok\s)|(?<=that\s)|(?<=\bno\s)|(?<=nah\s)|(?<=nope\s)|(?<=wait\s)|(?<=actually\s))(?:sat|sun)(?=\s+\$?\d\d)(?!\s+\S+\s+(?:day|week|month|year|minute|min|hour|hr|time)s?\b)|(?:(?<=way\s)|(?<=pay\su\s)|(?<=pay\syou\s))(?:sat|sun)(?=\W*$)|"
    r"(?:(?<=it\s)|(?<=that\s)|(?<=paid\s)|(?<=sent\s)|(?<=money\s)|(?<=me\s)|(?<=her\s)|(?<=him\s)|(?<=us\s)|(?<=them\s))(?:sat|sun)(?=\W*$|[,.]|\s+(?:at|after)\s+[\d\ue001]|\s+(?:by|via|thru|using|morning|afternoon|night|nite)\b)|"
    r"^\W*(?:sat|sun)(?=\W*$|[.,]?\s+\$?(?:\d\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ty\b)|\s+(?:morning|afternoon|evening|night|nite|works|ok|is\s+(?:good|fine|ok)|i'?ll|i\s+(?:will|can)|i'?m\s+(?:paying|sending))\b)"
)
ANY_WEEKDAY = rf"(?:{_WEEKDAY}|{_SHORT_WEEKEND})"
NEXT, MONTH, WEEK = r"(?:next|nxt)", r"(?:month|mth|mnth|mo)", r"(?:week|wk)"
FROM = r"(?:from|frm)"
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MISSPELT = {
    **{"mod": "mon", "tus": "tue", "teu": "tue", "wen": "wed", "thr": "thu"},
    **{"fir": "fri", "frd": "fri", "sta": "sat", "snu": "sun", "sud": "sun"},
}
_SUM_BEFORE = compiled(r"(?:\d|bucks|dollars|hundred|ty|once|twice|times|payments?|half)\s+$")
_NOT_THIS = compiled(rf"\bnot\s+this\s+(?:coming\s+)?(?P<day>{ANY_WEEKDAY})\b")
_OR_OF_NEXT_WEEK = compiled(rf"\b(?:next|nxt)\s+{ANY_WEEKDAY}\s+(?:or|and|to)\s+$")
_THAT = compiled(
    r"(?:[\ue000\ue002].*\bthat|\b(?:christmas|day|holiday).*\bthe|[\ue000\ue002].*\bthe)\s+$"
)  # friday of a week that was named before
_EVERY_OTHER = compiled(rf"\b(?:{EVERY}|each)\s+(?:other|second|2nd)\s+$")  # which of them, is not said


def _days_between(match: re.Match[str], ref: Reference) -> Day:
    first = coming_weekday(weekday_index(match["day"]), ref)
    return ambiguous(first, coming_weekday(weekday_index(match["last"]), ref))


def weekday_index(word: str) -> int:
    """0 for "monday", "mon" and as it is misspelt."""
    short = word.strip()[:3]
    return _WEEKDAYS.index(_MISSPELT.get(short, short))


_AFTER_THAT = compiled(r"\s+(?:right\s+)?after\s+that\b")
_NEXT_BUT_ONE = compiled(rf"{NEXT}[\s-]+{NEXT}")


def _weekday(match: re.Match[str], ref: Reference) -> Day:
    index, which, week = weekday_index(match["day"]), match["which"] or "", match["week"] or ""
    if which.startswith(("last", "past", "previous")) or which.endswith("past") or "last" in week:
        return _weekday_behind(index, ref, of_last_week="last" in week)
    if "after" in week or _NEXT_BUT_ONE.match(which):
        return ambiguous(day_in_week(index, 2, ref.today))
    if which.startswith(("next", "nxt")) or "n" in week:
        return weekday_of_week(index, 1, ref)
    if which.startswith("this") and index == ref.today.weekday():
        return Day(ref.today, None)
    on, before = coming_weekday(index, ref), match.string[: match.start()]
    if not which and any(weekday_index(one["day"]) == index for one in _NOT_THIS.finditer(match.string)):
        on += timedelta(days=7)  # fridays, but not this friday
    if _OR_OF_NEXT_WEEK.search(before):  # next Tuesday or Wednesday
        return ambiguous(day_in_week(index, 1, ref.today), on)
    if _AFTER_THAT.match(match.string, match.end()):  # counted from a day that may not have been read
        return doubtful(on)
    return ambiguous(on) if _EVERY_OTHER.search(before) or _THAT.search(before) else Day(on, None)


def _weekday_behind(weekday: int, ref: Reference, *, of_last_week: bool) -> Day:
    """Said on a Wednesday, "last Monday" is two days ago or nine."""
    latest = coming_weekday(weekday, Reference(ref.today, told=True))
    before = day_in_week(weekday, -1, ref.today)
    if of_last_week or latest == before:
        return Day(before, None) if ref.told else gone(before)
    return likely(Day(latest, None), before) if ref.told else gone(latest)


def _weekdays_ago(match: re.Match[str], ref: Reference) -> Day:
    """Two Fridays ago, the Friday before last."""
    latest = coming_weekday(weekday_index(match["day"]), Reference(ref.today, told=True))
    on = latest - timedelta(days=7 * ((small_count(match["n"] or "2") or 2) - 1))
    return likely(Day(on, None), latest) if ref.told else gone(on)


def _weekday_week(match: re.Match[str], ref: Reference) -> Day:
    """Monday week: a week after the coming one."""
    index = weekday_index(match["day"])
    on = coming_weekday(index, Reference(ref.today)) + timedelta(days=7)
    if index == ref.today.weekday():  # said on that weekday, the coming one may be meant
        return doubtful(on)
    return likely(Day(on, None))


def _weekdays_from_now(match: re.Match[str], ref: Reference) -> Day:
    """Two Fridays from now."""
    first = coming_weekday(weekday_index(match["day"]), Reference(ref.today))
    return likely(Day(first + timedelta(days=7 * ((small_count(match["n"]) or 1) - 1)), None))


def _week_on_weekday(match: re.Match[str], ref: Reference) -> Day | None:
    """A week Tuesday, a fortnight on Friday; in "100 a week on Fridays" it is how often."""
    first = coming_weekday(weekday_index(match["day"]), Reference(ref.today))
    sum_before = _SUM_BEFORE.search(match.string[: match.start()])
    if match["day"].endswith("days") or (sum_before and match["on"]):
        return None
    if sum_before:
        return ambiguous(first)
    return likely(Day(first + timedelta(days=14 if match["unit"][0] == "f" else 7), None), first)


def _weeks_from_weekday(match: re.Match[str], ref: Reference) -> Day | None:
    weeks = small_count(match["n"] or "a")
    if weeks is None:
        return None
    ahead = Reference(ref.today)
    if match["n"] == "a" and _SUM_BEFORE.search(match.string[: match.start()]):
        return ambiguous(coming_weekday(weekday_index(match["day"]), ahead))  # 100 a week, from Friday
    return days_ahead(
        (coming_weekday(weekday_index(match["day"]), ahead) - ref.today).days + 7 * weeks, ahead
    )


WEEKDAY_RULES: tuple[DateRule, ...] = (
    rule(rf"\b(?P<day>{ANY_WEEKDAY})\s*(?:-|to|thru|through)\s*(?P<last>{ANY_WEEKDAY})\b", _days_between),
    rule(
        rf"(?<!every\s)(?<!each\s)\b(?P<day>{ANY_WEEKDAY})\s+(?:week|wk)\b(?!\s*(?:ly|s|after|before|day|end)\b)",
        _weekday_week,
    ),
    rule(rf"\b(?P<n>two|three|2|3)\s+(?P<day>{ANY_WEEKDAY})\s+ago\b", _weekdays_ago),
    rule(rf"\b(?P<day>{ANY_WEEKDAY})\s+before\s+last\b(?P<n>)", _weekdays_ago),
    rule(
        rf"\bthe\s+(?P<day>{ANY_WEEKDAY})\s+(?:after|before|following)(?=\s+[a-z\ue000])(?!\s+(?:next|last|that|this|i|ill|for|is|at|works|please)\b)",
        lambda m, ref: ambiguous(coming_weekday(weekday_index(m["day"]), Reference(ref.today))),
    ),
    rule(r"\bblack\s+friday\b", lambda m, ref: unresolved("black_friday")),
    rule(
        rf"\b(?P<n>two|three|2|3)\s+(?P<day>{ANY_WEEKDAY})\s+(?:{FROM}\s+(?:now|today)|away|out)\b",
        _weekdays_from_now,
    ),
    rule(
        rf"(?<!in\s)\ba\s+(?P<unit>{WEEK}|fortnight)\s+(?:(?P<on>on)\s+|this\s+)?(?P<day>{ANY_WEEKDAY})\b",
        _week_on_weekday,
    ),
    rule(
        rf"(?:\b(?P<n>{SMALL_COUNT})\s+)?{WEEK}s?\s+(?:{FROM}|after)\s+(?:this\s+(?:coming\s+)?)?(?P<day>{ANY_WEEKDAY})\b",
        _weeks_from_weekday,
    ),
    rule(
        rf"(?:\b(?P<which>this\s+past|this\s+coming|{NEXT}\s+{WEEK}(?:\s+on)?|{NEXT}[\s-]+{NEXT}|{NEXT}|this|last|past|previous|coming)\s+)?\b(?P<day>{ANY_WEEKDAY})\b"
        rf"(?P<week>\s+(?:of\s+)?(?:{NEXT}\s+{WEEK}|(?:the\s+)?(?:week\s+)?after\s+{NEXT}|last\s+{WEEK}))?",
        _weekday,
    ),
)
