"""Times of day and ranges of them: "after 7", between 9 and 11, 下午三点半, 七点后.

An hour without its half of the day is taken where people may be called: one to seven is after noon, eight to
eleven before it. The other half stands as the alternative.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from arrears.domain.language.money.numerals_en import number_of_words
from arrears.domain.language.money.numerals_zh import small_han
from arrears.domain.language.offered.taken_back import corrected, unsettled
from arrears.domain.language.readings import Certainty
from arrears.domain.language.script.fold import Span, blank, spans_of
from arrears.domain.language.times.clock_words import (
    A_BIT,
    A_LITTLE,
    FORENOON,
    HALF_AFTER_ZH,
    IS_OFF,
    MINUTE_WORDS,
    NIGHT,
    OF_THE_CLOCK,
    OFF_AT,
    OFF_BEFORE,
    RANGE_EN,
    RANGE_ZH,
    SHIFTS,
    SHORT_RANGE_ZH,
    SINGLE_EN,
    SINGLE_ZH,
    UNTIL,
)


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time of day or a range of it."""

    value: str  # HH:MM or HH:MM-HH:MM
    span: Span
    certainty: Certainty
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour as said, with the half of the day where that was said too."""

    hour: int
    minute: int
    half: str | None  # "am" or "pm"

    @property
    def is_open(self) -> bool:
        return self.half is None and 1 <= self.hour <= 12

    def minutes(self, half: str | None = None) -> int:
        half = half or self.half or ("pm" if self.hour == 12 or self.hour < 8 else "am")
        if self.hour > 12 or self.hour == 0:
            return self.hour * 60 + self.minute
        return (self.hour % 12 + (12 if half == "pm" else 0)) * 60 + self.minute


def read_times(text: str) -> list[TimeReading]:
    """Every time of day in the folded text, in order."""
    plain = text = blank(text, spans_of(A_BIT, text), " ")
    found: list[TimeReading] = []
    for pattern, single in _PATTERNS:
        more = [one for match in pattern.finditer(text) if (one := _reading(match, single=single))]
        found += more
        text = blank(text, [one.span for one in more])
    spans = [one.span for one in found]
    taken_back, open_ = corrected(plain, spans), unsettled(plain, spans)
    found = [one for one in sorted(found, key=lambda one: one.span) if one.span not in taken_back]
    found = [replace(one, certainty=Certainty.UNSURE) if one.span in open_ else one for one in found]
    return _apart_from_work(plain, found)


def says_an_hour(text: str) -> bool:
    """Whether an hour of the clock stands in the folded text, marked as one."""
    return OF_THE_CLOCK.search(text) is not None


def _apart_from_work(text: str, found: list[TimeReading]) -> list[TimeReading]:
    """The times; beside another, the end of work or of a class is unsure: "I'm off at 4 so 4:30"."""
    ends = [
        one
        for one in found
        if OFF_AT.match(text, one.span[0])
        or IS_OFF.match(text, one.span[1])
        or OFF_BEFORE.search(text[: one.span[0]])
    ]
    if len(ends) == len(found):
        return found
    return [replace(one, certainty=Certainty.UNSURE) if one in ends else one for one in found]


def _reading(match: re.Match[str], *, single: bool) -> TimeReading | None:
    first = _clock(match, "1")
    if first is None or (single and not _is_time(match, first)):
        return None
    if single:
        half = HALF_AFTER_ZH.match(match.string, match.end())
        if half is not None and first.is_open:
            first = replace(first, half=_half_of_day(half[1], first.hour))
        return _single(first, match.span(), until=UNTIL.match(match.group()) is not None)
    last = _clock(match, "2")
    return None if last is None or not _is_range(match, first, last) else _range(first, last, match.span())


def _is_time(match: re.Match[str], clock: _Clock) -> bool:
    """An hour alone is no time: it wants a word before it, minutes, or its half of the day."""
    said = match.groupdict()
    if "cue" not in said:
        return not (match.group() in ("一点", "1点") and A_LITTLE.match(match.string, match.start()))
    clocked = clock.half is not None or "clock" in match.group() or match.group().endswith("ish")
    return clocked or any(said[name] for name in ("cue", "min1", "past1", "word1", "mil1"))


_BOTH = 2


def _is_range(match: re.Match[str], first: _Clock, last: _Clock) -> bool:
    """Two hours alone are one where they are hours of work or have their minutes; "3 to 4" is none."""
    said = match.group()
    if not said.isascii() or said.count(":") == _BOTH or said.startswith(("between", "from", "btwn", "bet")):
        return True
    return not (first.is_open and last.is_open) or (first.hour, last.hour) in SHIFTS


def _clock(match: re.Match[str], number: str) -> _Clock | None:
    said = match.groupdict()
    if said.get(f"word{number}"):
        return _Clock(0 if said[f"word{number}"] == "midnight" else 12, 0, "pm")
    if said.get(f"mil{number}"):
        digits = said[f"mil{number}"] or ""
        return _Clock(int(digits[:2]), int(digits[2:]), "am" if int(digits[:2]) < 12 else "pm")
    hour = _number(said[f"hour{number}"] or "")
    minute = _minute(said.get(f"min{number}") or (said.get(f"spoken{number}") or "").replace("-", " "))
    if hour is None or minute is None or hour > 24:
        return None
    hour, minute = _before_or_past(said.get(f"past{number}") or "", hour, minute)
    return _Clock(hour % 24, minute, _half_of_day(said.get(f"half{number}") or "", hour))


def _before_or_past(past: str, hour: int, minute: int) -> tuple[int, int]:
    if not past:
        return hour, minute
    beside = _minutes_beside(past)
    return (hour, beside) if past.endswith(("past", "after", "half")) else ((hour - 1) or 12, 60 - beside)


def _minutes_beside(past: str) -> int:
    if not past.isascii():  # 差一刻六点
        return _minute(past) or 0
    words = past.replace("-", " ").rsplit(maxsplit=1)[0].split(" min")[0]
    named = {"half": 30, "quarter": 15, "twenty five": 25}
    return named[words] if words in named else _number(words) or 0


def _half_of_day(words: str, hour: int) -> str | None:
    if not words:
        return None
    if FORENOON.search(words) or (hour == 12 and NIGHT.search(words)):
        return "am"
    return "am" if words in ("中午", "正午") and hour in (10, 11) else "pm"


def _number(words: str) -> int | None:
    if words.isdigit():
        return int(words)
    if words == "零":
        return 0
    return number_of_words(words) if words.isascii() else small_han(words)


def _minute(words: str) -> int | None:
    if not words:
        return 0
    if words in MINUTE_WORDS:
        return MINUTE_WORDS[words]
    if words in ("半", "一刻", "三刻"):
        return {"半": 30, "一刻": 15, "三刻": 45}[words]
    return _number(words.removesuffix("分").removeprefix("零"))


def _shown(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _single(clock: _Clock, span: Span, *, until: bool) -> TimeReading:
    value = _shown(clock.minutes())
    if not clock.is_open:
        return TimeReading(value, span, Certainty.SURE)
    other = _shown((clock.minutes() + 12 * 60) % (24 * 60))
    certainty = Certainty.UNSURE if until else Certainty.LIKELY  # a shift may end in either half
    return TimeReading(value, span, certainty, (other,))


def _range(first: _Clock, last: _Clock, span: Span) -> TimeReading | None:
    """An hour takes the half of the day of its neighbour where the range stays in order."""
    sure = not (first.is_open and last.is_open)
    if first.is_open and not last.is_open:
        first = _Clock(first.hour, first.minute, _fitting(first, last))
    elif last.is_open and not first.is_open:
        last = _Clock(last.hour, last.minute, "am" if last.minutes("am") > first.minutes() else "pm")
    start, end = first.minutes(), last.minutes()
    if end <= start and last.is_open:
        end = last.minutes("pm")
    if end <= start and first.is_open:
        start = first.minutes("am")  # seven to three is a shift of the day
    if end <= start:
        return None
    certainty = Certainty.SURE if sure else Certainty.LIKELY
    return TimeReading(f"{_shown(start)}-{_shown(end)}", span, certainty)


def _fitting(first: _Clock, last: _Clock) -> str:
    return "pm" if first.minutes("pm") < last.minutes() else "am"


_PATTERNS = (
    (RANGE_ZH, False),
    (SHORT_RANGE_ZH, False),
    (RANGE_EN, False),
    (SINGLE_ZH, True),
    (SINGLE_EN, True),
)
