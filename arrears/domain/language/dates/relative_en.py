"""Payment dates in English that are counted from today, parts of time without a day, and events."""

from __future__ import annotations

import re
from datetime import date, timedelta

from arrears.domain.language.dates.days import (
    Day,
    Reference,
    ambiguous,
    day_in_week,
    days_ahead,
    days_of_week,
    gone,
    month_end,
    months_ahead,
    months_to,
    settled,
    unresolved,
    weekday_of_week,
    whole_month,
)
from arrears.domain.language.dates.events import AWAITED_EN, BARE_EN, COMES_AND_EN, NAMED_WAIT_EN, WAITING_EN
from arrears.domain.language.dates.rules import DateRule, DayReader, rule, waited_for
from arrears.domain.language.dates.weekdays_en import FROM, MONTH, NEXT, WEEK
from arrears.domain.language.dates.written import MONTH_NAME, month_number
from arrears.domain.language.money.numerals_en import SMALL_COUNT, small_count
from arrears.domain.language.script.fold import compiled

_FEW = {"couple": 2, "few": 3, "several": 4, "some": 3}


_RATE_BEFORE = compiled(rf"\b(?:{SMALL_COUNT}|no)\s+(?!bucks|dollars|cents|payments)[a-z]+s\s+$")


def _ahead(match: re.Match[str], ref: Reference) -> Day | None:
    groups = match.groupdict()
    count = small_count(groups["n"] or groups.get("more") or "")
    if _RATE_BEFORE.search(match.string[: match.start()]):
        return None  # four customers in a week
    return None if count is None else _counted(count, match["unit"], Reference(ref.today))


def _ahead_between(match: re.Match[str], ref: Reference) -> Day | None:
    """In two or three weeks: the first of them, if not the last."""
    counts, units = (match["n"], match["last"]), (match["first"] or match["unit"], match["unit"])
    days = []
    for words, unit in zip(counts, units, strict=True):
        if words in ("a", "an") and not match["first"]:
            return None
        # In "a week or two" the unit was said before.
        count = small_count(words)
        on = None if count is None else _counted(count, unit, Reference(ref.today)).on
        days += [on] if on is not None else []
    return ambiguous(*days)


def _a_unit_or_two(match: re.Match[str], ref: Reference) -> Day:
    """A week or two."""
    days = [_counted(count, match["unit"], Reference(ref.today)).on for count in (1, 2)]
    return ambiguous(*(on for on in days if on is not None))


def _same_day(match: re.Match[str], ref: Reference) -> Day:
    """This time next week, next month same day."""
    return _counted(1, match["unit"], Reference(ref.today))


def _behind(match: re.Match[str], ref: Reference) -> Day | None:
    count = small_count(match["n"])
    return None if count is None else _counted(-count, match["unit"], ref)


def _counted(count: int, unit: str, ref: Reference) -> Day:
    if unit.startswith("m"):
        return months_ahead(count, ref)
    return days_ahead(count * (1 if unit.startswith("d") else 14 if unit.startswith("f") else 7), ref)


def _rough(match: re.Match[str], ref: Reference) -> Day:
    """In a couple of days: about when, never on which day."""
    on = _counted(_FEW[match["few"]], match["unit"], Reference(ref.today)).on
    return ambiguous(on) if on else ambiguous()


def _week(match: re.Match[str], ref: Reference) -> Day:
    which = match["which"]
    if which.startswith("last"):
        return gone(None)
    following = which[0] == "n" or "following" in which
    return days_of_week(2 if "after" in match.group() else int(following), ref)


def _weekend(match: re.Match[str], ref: Reference) -> Day:
    weeks = {"n": 1, "l": -1}.get((match["which"] or "t")[0], 0)
    saturday = day_in_week(5, weeks, ref.today)
    days = [on for on in (saturday, saturday + timedelta(days=1)) if on >= ref.today]
    return ambiguous(*days) if days else gone(None)


def _week_end(match: re.Match[str], ref: Reference) -> Day:
    weeks = int((match["which"] or "t")[0] == "n")
    ends = [day_in_week(index, weeks, ref.today) for index in (4, 6, 5)]
    usable = [on for on in ends if on >= ref.today]
    return ambiguous(*usable)


def _month(match: re.Match[str], ref: Reference) -> Day:
    return whole_month({"n": 1, "l": -1, "p": -1}.get(match["which"][0], 0), ref)


def _named_month(match: re.Match[str], ref: Reference) -> Day:
    return whole_month(months_to(month_number(match["month"]), ref), ref)


def _from_day(match: re.Match[str], ref: Reference) -> Day | None:
    """A week from tomorrow."""
    count = small_count(match["n"] or "a")
    if count is None:
        return None
    later = 1 if match["from"].startswith("tom") else 0
    day = _counted(count, match["unit"], Reference(ref.today)).on
    return Day(day + timedelta(days=later), None) if day else None


def _in_days(days: int) -> DateRule:
    return rule(_DAY_WORDS[days], lambda m, ref: days_ahead(days, ref))


_N = rf"(?P<n>{SMALL_COUNT})"
_UNITS = r"(?P<unit>days?|weeks?|wks?|months?|mths?|mos|fortnights?)\b"
_MORE = _N.replace("<n>", "<more>")
_ONE_ALONE = "".join(
    rf"(?<!\b{word}\s)" for word in ("per", "each", "every", "a", "half", "last", "next", "this")
)
# "I need 12 months to pay it off" asks for a plan, not for a day.
_NO_PLAN = r"(?!\s+(?:at|of)\s+\$?\d)(?!\s+to\s+(?:pay\s+(?:it|this|that|the|off)|clear|finish|catch))"
_ASKS = (
    r"(?:give\s+(?:me|us)|gimme|(?:i\s+|we\s+|i'?d\s+|just\s+)need|can\s+(?:i|we)\s+(?:have|get)|could\s+(?:i|we)\s+(?:have|get)|"
    r"wait|hold\s+off|extend(?:ed)?(?:\s+(?:it|this|me))?|(?:push(?:ed)?|move|extend|delay|hold|postpone|defer|bump|shift|carry|put)\s+(?:it|this|that|me|us|(?:my|the|our)\s+(?:\w+\s+)?\w+)?\s*(?:back|out|off)?|extension\s+of|add(?:\s+on)?)"
)
_TOMORROW = r"(?:t[uo]m+or+ow|tomm?orow|tmrw|tmr|tmrrw|tmw|2moro|2morrow|2mrw|2mro|2moz|tomoro|tomoz|tomo)"
_DAY_WORDS = {
    2: rf"\bday\s+after\s+{_TOMORROW}\b|\bovermorrow\b",
    1: rf"\b{_TOMORROW}\b",
    0: (
        r"\b(?:today|2day|tonight|tonite|2nite|2night|this\s+(?:evening|afternoon|morning)|eod|"
        r"end\s+of\s+(?:the\s+)?day)\b|(?<![\ue000\ue002]\s)\b(?:by|before)\s+midnight\b(?!\s+(?:on\s+)?[\ue000\ue002])"
    ),
    -1: r"\b(?:yesterdays?|yest|yesty|ystrdy|ystd|yday|last\s+night)\b",
    -2: r"\bday\s+before\s+yesterday\b",
}
# "Now" alone says little; beside an amount, or as the whole answer, it is today.
_AFTER_AMOUNT = (
    r"(?<=\d\s)|(?<=half\s)|(?<=third\s)|(?<=quarter\s)|(?<=bucks\s)|(?<=dollars\s)|(?<=hundred\s)|"
    r"(?<=%\s)|(?<=percent\s)"
)
_CERTAIN_MONTH = r"(?:january|february|feb|july|september|sept|october|november|december)"


def _events() -> tuple[DateRule, ...]:
    awaited = [
        rule(rf"{WAITING_EN}\s+(?:{words})(?:\s+check|\s+money|\s+payment)?", _named(event))
        for event, words in AWAITED_EN
    ]
    comes = [rule(rf"\b(?:{words}){COMES_AND_EN}", _named(event)) for event, words in AWAITED_EN]
    return (*awaited, *comes, *(rule(words, _named(event)) for event, words in BARE_EN))


def _named(event: str) -> DayReader:
    return lambda match, ref: unresolved(event)


RELATIVE_RULES: tuple[DateRule, ...] = (
    rule(
        r"\bbefore\s+(?:the\s+|this\s+)?month(?:'?s|\s+is)?\s+(?:out|over|up|ends)\b",
        lambda m, ref: month_end(0, ref),
    ),
    rule(rf"\b(?:the\s+)?middle\s+of\s+{NEXT}\s+{WEEK}\b", lambda m, ref: weekday_of_week(2, 1, ref)),
    rule(r"\bwithin\s+the\s+week\b", lambda m, ref: days_ahead(7, ref)),
    rule(r"\b(?:the\s+)?day\s+after\s+next\b", lambda m, ref: days_ahead(2, ref)),
    rule(rf"\b(?:this|the\s+same)\s+(?:time|day)\s+{NEXT}\s+(?P<unit>{WEEK}|{MONTH})\b", _same_day),
    rule(rf"\b{NEXT}\s+(?P<unit>{WEEK}|{MONTH}),?\s+(?:the\s+)?same\s+(?:day|time|date)\b", _same_day),
    rule(
        rf"(?:\b(?:in|within|need|{_ASKS})\s+(?:me\s+|us\s+)?(?:just\s+|another\s+|like\s+|about\s+)?|^\W*)an?\s+(?P<unit>day|week|month)\s+or\s+(?:two|2|so)\b",
        _a_unit_or_two,
    ),
    rule(rf"\b{_N}\s*{_UNITS}\s+(?:ago|back)\b(?:\s+today\b)?", _behind),
    rule(rf"\b{_N}\s+{_UNITS}\s+(?:{FROM}|after)\s+(?P<from>today|now|{_TOMORROW})\b", _from_day),
    rule(
        rf"{_ONE_ALONE}\b(?P<unit>day|week|wk|month|fortnight)\s+{FROM}\s+(?P<from>today|now|{_TOMORROW})\b(?P<n>)",
        _from_day,
    ),
    rule(
        rf"\b{_N}\s+{_UNITS}\s+(?:till?|until|to|before)\s+(?:my\s+|the\s+|next\s+)?(?:payday|pay\s?check|i\s+get\s+paid)\b",
        _ahead,
    ),
    rule(rf"\b(?P<from>today|{_TOMORROW})\s+(?P<unit>week)\b(?P<n>)", _from_day),
    rule(
        rf"(?:\b(?:(?:in|within|after|{_ASKS})\s+(?:me\s+|us\s+)?(?:about\s+|like\s+|another\s+|maybe\s+)?)|^\W*)(?P<n>{SMALL_COUNT})\s*"
        rf"(?P<first>days?|weeks?|months?)?\s*(?:-|to|or)\s*(?P<last>{SMALL_COUNT})\s*(?:more\s+)?{_UNITS}(?!\s+ago)",
        _ahead_between,
    ),
    rule(
        rf"\b(?:in|within)\s+(?:the\s+next\s+|about\s+|another\s+|like\s+)?{_N}\s*(?:more\s+)?{_UNITS}(?:\s+time)?",
        _ahead,
    ),
    rule(rf"\b{_N}\s*{_UNITS}\s+(?:{FROM}\s+(?:now|today)|later|time|out(?!\s+of\b))\b", _ahead),
    rule(rf"\b(?:another\s+{_N}|{_MORE}\s+more)\s+{_UNITS}", _ahead),
    rule(
        rf"\b(?<!rest\s)another\s+{_UNITS}(?<!another\sday)",
        lambda m, ref: _counted(1, m["unit"], Reference(ref.today)),
    ),
    rule(
        rf"\b{_ASKS}\s+(?:me\s+|us\s+)?(?:by\s+|for\s+|about\s+|like\s+|at\s+least\s+|an\s+(?:extra|additional|other)\s+|extra\s+)?{_N}\s*{_UNITS}{_NO_PLAN}",
        _ahead,
    ),
    rule(
        rf"^\W*(?:like\s+|just\s+)?{_N}\s*(?P<unit>days?|weeks?|wks?)\b(?=\W*$|\W+(?:i|i'll|ill|and|then|tops|max|please|pls)\b|\s*,\s*\$?\d)",
        _ahead,
    ),
    rule(rf"\b{_N}[\s-]+{_UNITS}\s+(?:extension|grace|delay)", _ahead),
    rule(rf"\b{_N}\s+{_UNITS}\s+(?:more|longer|extra)\b", _ahead),
    rule(
        r"^\W*(?P<unit>day|week|wk|fortnight|month)\s+(?:more|longer|extra)\b(?=\W*$|\s*[,.?!]|\s+(?:please|pls|plz|ok|maybe)\b)",
        lambda m, ref: _counted(1, m["unit"], Reference(ref.today)),
    ),
    rule(rf"\b(?:an?\s+)?(?:extra|additional)\s+{_N}\s+{_UNITS}", _ahead),
    rule(
        rf"\b(?:an?|one)\s+(?:extra|additional)\s+{_UNITS}",
        lambda m, ref: _counted(1, m["unit"], Reference(ref.today)),
    ),
    rule(rf"\b(?:pay|paying)\s+(?:it\s+|this\s+|you\s+|u\s+)?{_N}\s+{_UNITS}\s+late\b", _ahead),
    rule(
        rf"\b(?:(?:in|within)\s+(?:a\s+)?|(?:need|another|give\s+me|{_ASKS})\s+(?:a\s+)?|^\W*a\s+(?=\w+\s+more\b))(?P<few>couple|few|several|some)(?:\s+of)?\s+(?:more\s+)?(?P<unit>days|weeks|wks|months)\b",
        _rough,
    ),
    *(_in_days(days) for days in (2, 1, -2, -1, 0)),
    rule(r"^\W*(?:right\s+)?now\W*$", lambda m, ref: days_ahead(0, ref)),
    rule(
        rf"(?:{_AFTER_AMOUNT})(?:right\s+)?now\b(?=\W*$|\W+(?:and|then|the|half|quarter|rest|on|but|later|next|if\s+(?:all|everything|things)|all|\d|\$))",
        lambda m, ref: days_ahead(0, ref),
    ),
    rule(r"\b(?:(?:last|past|previous)\s+year|the\s+other\s+day)\b", lambda m, ref: gone(None)),
    rule(
        r"\bend\s+of\s+(?:the\s+|this\s+)?year\b|\beoy\b|\bbefore\s+(?:the\s+|this\s+)?year(?:'?s|\s+is)?\s+(?:out|over|up|ends)\b",
        lambda m, ref: settled(date(ref.today.year, 12, 31), ref),
    ),
    rule(
        rf"\b(?:the\s+)?(?:end\s+of|later)\s+(?:the\s+)?(?P<which>this|{NEXT})?\s*{WEEK}\b|\beow\b",
        _week_end,
    ),
    rule(rf"\b(?P<which>this|{NEXT}|the|last|coming)\s+(?:coming\s+)?(?:weekend|wkend|wknd)\b", _weekend),
    rule(rf"\b(?:the\s+)?{WEEK}\s+after\s+(?P<which>{NEXT})\b", _week),
    rule(
        rf"\b(?:(?:beginning|start|first\s+part|middle|early\s+part)\s+of\s+(?:the\s+)?|early\s+|(?:later|sometime|some\s+time)\s+)?"
        rf"(?P<which>this|{NEXT}|last|past|previous|the\s+following)\s+{WEEK}\b(?!\s*ly)",
        _week,
    ),
    rule(rf"\b(?P<which>this|{NEXT}|last|past|previous)\s+{MONTH}\b(?!\s*(?:ly|s\b))", _month),
    rule(
        rf"\b(?:{NEXT}|this)\s+year\b|\bthe\s+(?:week|month|year)\b(?!\s*(?:ly|s\b))",
        lambda m, ref: ambiguous(),
    ),
    rule(
        rf"\b(?:in|by|until|till|til|this|{NEXT}|starting|start|from|since|during|come|for|back\s+in|last|through|around|before|after)\s+"
        rf"(?:early\s+|late\s+|mid\s+)?(?P<month>{MONTH_NAME})\b(?!\s+(?:be|not)\b)",
        _named_month,
    ),
    rule(
        rf"\b(?P<month>{_CERTAIN_MONTH})\b(?!'?s?\s+(?:payment|bill|instal\w+|statement|rent|invoice|pay\s?check|emi|one)s?\b)",
        _named_month,
    ),
    rule(rf"^\W*(?P<month>{MONTH_NAME})\W*$", _named_month),
    rule(
        rf"\b(?P<month>{MONTH_NAME})(?=\s+on(?:wards?)?(?:\s+(?:un)?till?\b|\W*$|\s*[,.;!?]))",
        _named_month,
    ),
    rule(
        rf"\b(?P<month>{MONTH_NAME})(?=\s*(?:,|and|&|or)\s*(?:(?:{MONTH_NAME})\b|\ue000)|\s+(?:{MONTH_NAME})\b)",
        _named_month,
    ),
    rule(
        rf"(?<=\ue000\s)(?:(?:and|&)\s+)?(?:in\s+)?(?P<month>{MONTH_NAME})(?=\W*$|\s*[,.;!?])", _named_month
    ),
    *_events(),
    rule(NAMED_WAIT_EN, waited_for),
)
