"""When somebody wants to be called instead: "at six", "tomorrow after 5", "in an hour", 晚上八点半, 明天."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from arrears.domain.language.money.numerals_en import SMALL_COUNT, number_of_words, small_count
from arrears.domain.language.money.numerals_zh import SMALL_HAN, small_han
from arrears.domain.language.read import read
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.times_of_day import read_times
from arrears.domain.money import Currency
from arrears.domain.people import Language

SOME_TIME = timedelta(hours=2)
"""What "later" is where nothing else is said. Judgement."""

_PARTS = (
    (compiled(r"\bthis\s+morning\b|\bin\s+the\s+morning\b|\bmorning\b|早上|上午"), time(10)),
    (compiled(r"\bafternoon\b|下午"), time(15)),
    (compiled(r"\b(?:evening|tonight|after\s+work)\b|晚上|今晚|下班"), time(18)),
    (compiled(r"\b(?:noon|lunch\s?time|lunch)\b|中午"), time(12)),
)
_SOON = compiled(
    rf"\bin\s+(?:about\s+|like\s+)?(?P<half>half\s+an\s+hour)\b|\bin\s+(?:about\s+|like\s+)?(?P<count>{SMALL_COUNT})\s+"
    rf"(?P<unit>minutes?|mins?|hours?|hrs?)\b|(?P<half_zh>半个?小时)|(?P<count_zh>{SMALL_HAN})个?(?P<unit_zh>小时|钟头|分钟)"
)
_ANY_TIME = compiled(
    r"\b(?:any\s*time|when(?:\s*ever)?\s+(?:you\s+(?:like|want|can)|is\s+(?:fine|good))|whenever|up\s+to\s+you|"
    r"you\s+(?:choose|decide)|(?:do\s?n'?t|do\s+not)\s+(?:know|care|mind)|does\s?n'?t\s+matter|not\s+sure)\b"
    r"|随时|随便|都[行可好]|都?无所谓|不(?:知道|确定|清楚|好说)|看你们?|你们?(?:定|决定|看着办)"
)
_LATER = compiled(r"\b(?:later|another\s+time|some\s+other\s+time)\b|晚点|晚些|等会|待会|过会|回头|改天")
_BARE_HOUR = compiled(
    r"^(?:(?:um+|uh+|well|maybe|say|around|about|after|at|how\s+about|let'?s\s+say|make\s+it)[\s,]+)*"
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[\s:](?P<minute>thirty|\d\d))?"
    r"(?:\s+(?:please|is\s+(?:fine|good|ok|okay)|works|would\s+be\s+(?:fine|good|great)))?\W*$"
)


def wished_call(text: str, *, language: Language, now: datetime) -> datetime | None:
    """The instant they name, on their own clock; None where they name none.

    `now` is aware and on their wall clock. An hour without its half of the day is the next at which
    people are up. Whether anybody may call then is for the caller to decide.
    """
    plain = fold(text).strip(" \t\n.,!?\u3002\uff0c")
    soon = _SOON.search(plain)
    if soon is not None:
        return now + _stretch(soon)
    day = _day(text, language, now)
    at = _time(plain)
    if at is None and day is None:
        return now + SOME_TIME if _LATER.search(plain) else None
    on = now.date() if day is None else day
    wished = datetime.combine(on, at or now.time().replace(second=0, microsecond=0), now.tzinfo)
    return wished + timedelta(days=1) if day is None and wished <= now else wished


def leaves_the_hour(text: str) -> bool:
    """Whether they leave it to us when to call, or cannot tell."""
    return _ANY_TIME.search(fold(text)) is not None


def _day(text: str, language: Language, now: datetime) -> date | None:
    days = read(text, language=language, today=now.date(), currency=Currency.USD).dates
    return next((one.on for one in days if one.on is not None and one.problem is None), None)


def _time(plain: str) -> time | None:
    times = read_times(plain)
    if times:
        hour, minute = times[0].value[:5].split(":")
        return time(int(hour), int(minute))
    bare = _BARE_HOUR.match(plain)
    if bare is not None:
        return _bare(bare["hour"], bare["minute"])
    return next((at for pattern, at in _PARTS if pattern.search(plain)), None)


def _bare(hour: str, minute: str | None) -> time | None:
    """The hour at which people are up: eight to eleven before noon, noon, one to seven after it."""
    said = int(hour) if hour.isdigit() else number_of_words(hour) or 0
    if not 1 <= said <= 23:
        return None
    minutes = 30 if minute == "thirty" else int(minute or 0)
    return time(said + 12 if said < 8 else said, minutes) if minutes < 60 else None


def _stretch(soon: re.Match[str]) -> timedelta:
    if soon["half"] or soon["half_zh"]:
        return timedelta(minutes=30)
    in_han, said = soon["count_zh"], soon["count"]
    number = small_han(in_han) if in_han else small_count(said)
    in_minutes = (soon["unit"] or soon["unit_zh"]).startswith(("min", "分"))
    return timedelta(minutes=number or 0) if in_minutes else timedelta(hours=number or 0)
