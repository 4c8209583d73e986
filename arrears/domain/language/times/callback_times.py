"""When somebody wants to be called instead: "at six", "tomorrow after 5", "in an hour", 晚上八点半, 明天."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from arrears.domain.language.money.numerals_en import number_of_words
from arrears.domain.language.read import read
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.clock_words import MINUTE_WORDS, SPOKEN_MINUTES
from arrears.domain.language.times.stretches import stretch_from_now
from arrears.domain.language.times.times_of_day import read_times
from arrears.domain.money import Currency
from arrears.domain.people import Language

SOME_TIME = timedelta(hours=2)
"""What "later" is where nothing else is said. Judgement."""

_PARTS = (
    (compiled(r"\bfirst\s+thing\b|一大?早(?!上)"), time(9)),
    (compiled(r"\bmorning\b|早上|早晨|上午|[明今后]早"), time(10)),
    (compiled(r"\bafter\s+(?:my\s+)?lunch\b|(?:吃[完过了]午?饭|午[饭休])(?:以?后|之后|再)"), time(13)),
    (compiled(r"\b(?:end\s+of\s+(?:the\s+|my\s+)?day|close\s+of\s+business)\b"), time(17)),
    (compiled(r"\bafternoon\b|下午"), time(15)),
    (compiled(r"\bafter\s+(?:dinner|supper)\b|(?:吃[完过了])?晚饭(?:以?后|之后|再)"), time(19)),
    (compiled(r"\b(?:evening|tonight|after\s+work)\b|晚上|傍晚|[今明后]晚|下班"), time(18)),
    (compiled(r"\b(?:noon|lunch\s?time|lunch)\b|中午"), time(12)),
)
_WEEKS = (
    (compiled(r"\b(?:over|on|at|this|the)\s+(?:the\s+)?weekend\b|^\W*weekend\b|周末"), 5),
    (compiled(r"\bnext\s+week\b|下个?(?:周|星期|礼拜)(?![一二三四五六日天末])"), 0),
)
"""Where no day is named: Saturday, and the first day of the next week."""
_ANY_TIME = compiled(
    r"\b(?:any\s*time|when(?:\s*ever)?\s+(?:you\s+(?:like|want|can)|is\s+(?:fine|good))|whenever|up\s+to\s+you|"
    r"you\s+(?:choose|decide)|(?:do\s?n'?t|do\s+not)\s+(?:know|care|mind)|does\s?n'?t\s+matter|not\s+sure)\b"
    r"|随时|随便|都[行可好]|都?无所谓|不(?:知道|确定|清楚|好说)|看你们?|你们?(?:定|决定|看着办)"
)
_LATER = compiled(
    r"\b(?:later|another\s+time|some\s+other\s+time)\b|\bin\s+a\s+(?:little\s+)?(?:bit|while)\b"
    r"|晚点|晚些|等一?会|待会|过一?会|回头|改天|等一下再"
)
_BARE_HOUR = compiled(
    r"^(?:(?:um+|uh+|oh|well|maybe|say|around|about|after|at|how\s+about|let'?s\s+say|let'?s\s+do|make\s+(?:it|that)|no|"
    r"wait|sorry|actually|okay|ok|yes|yeah|sure|call\s+me|ring\s+me)[\s,]+)*"
    r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    rf"(?:[\s:-](?P<minute>{SPOKEN_MINUTES}|[0-5]\d))?(?:[\s-]*ish)?"
    r"(?:\s+(?:please|then|or\s+so|is\s+(?:fine|good|ok|okay)|works|would\s+be\s+(?:fine|good|great)))?\W*$"
)
_APART = compiled(
    r"(?<![\d.,$])([01]?\d|2[0-3])\s(?=[0-5]\d(?![\d.,]|\s*(?:min|hour|hr|dollar|st\b|nd\b|rd\b|th\b)))"
)
"""An hour and its minutes as a recogniser may write them: "5 15"."""


def wished_call(text: str, *, language: Language, now: datetime) -> datetime | None:
    """As `named_call`; "later" and "today" are some time from now."""
    named = named_call(text, language=language, now=now)
    if named is not None:
        return named
    vague = _LATER.search(fold(text)) is not None or _day(text, language, now) is not None
    return now + SOME_TIME if vague else None


def named_call(text: str, *, language: Language, now: datetime) -> datetime | None:
    """The instant they name, on their own clock; None where they name none.

    `now` is aware and on their wall clock. An hour without its half of the day is the next at which
    people are up; eight, said after noon, is tonight's. Whether anybody may call then is for the caller to
    decide.
    """
    plain = _APART.sub(r"\1:", fold(text).strip(" \t\n.,!?\u3002\uff0c"))
    stretch = stretch_from_now(plain)
    if stretch is not None:
        return now + stretch
    day = _day(text, language, now)
    is_today = day in (None, now.date())
    at = _time(plain, evening=is_today and now.hour >= 12)
    if at is None and is_today:
        return None
    at = at or now.time().replace(second=0, microsecond=0)
    wished = datetime.combine(day or now.date(), at, now.tzinfo)
    return wished + timedelta(days=1) if is_today and wished <= now else wished


def leaves_the_hour(text: str) -> bool:
    """Whether they leave it to us when to call, or cannot tell."""
    return _ANY_TIME.search(fold(text)) is not None


def _day(text: str, language: Language, now: datetime) -> date | None:
    days = read(text, language=language, today=now.date(), currency=Currency.USD).dates
    named = next((one.on for one in days if one.on is not None and one.problem is None), None)
    return named or next(
        (_next(weekday, now.date()) for pattern, weekday in _WEEKS if pattern.search(fold(text))), None
    )


def _next(weekday: int, today: date) -> date:
    """The next such day of the week; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _time(plain: str, *, evening: bool) -> time | None:
    """The time of day they name; `evening`: eight may be tonight's."""
    times, bare = read_times(plain), _BARE_HOUR.match(plain)
    if times:
        hour, minute = times[0].value[:5].split(":")
        return _tonight(time(int(hour), int(minute)), evening=evening and bool(times[0].alternatives))
    if bare is not None:
        return _bare(bare["hour"], bare["minute"], evening=evening)
    return next((at for pattern, at in _PARTS if pattern.search(plain)), None)


def _bare(hour: str, minute: str | None, *, evening: bool) -> time | None:
    """The hour at which people are up: eight to eleven before noon, noon, one to seven after it."""
    said = int(hour) if hour.isdigit() else number_of_words(hour) or 0
    if not 1 <= said <= 23:
        return None
    words = (minute or "0").replace("-", " ")
    minutes = MINUTE_WORDS[words] if words in MINUTE_WORDS else int(words)
    return _tonight(time(said + 12 if said < 8 else said, minutes), evening=evening)


def _tonight(at: time, *, evening: bool) -> time:
    """Eight, said after noon, is eight in the evening: the last hour at which calls are usual."""
    return at.replace(hour=20) if evening and at.hour == 8 else at
