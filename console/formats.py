"""How instants, durations and amounts are written on a screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from arrears.domain.money import Currency, Money, display
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.people import Language
from arrears.domain.times import local

_DAYS = {
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    Language.ZH: ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS = {
    Language.EN: (" d", " h", " min"),
    Language.ZH: ("天", "小时", "分钟"),
}
_UNDER_A_MINUTE = {Language.EN: "under a minute", Language.ZH: "不到一分钟"}


def day(on: date, language: Language, *, weekday: bool = True) -> str:
    """A calendar day: "Mon 23 Nov 2026", "2026年11月23日 周一"."""
    name = _DAYS[language][on.weekday()]
    if language is Language.ZH:
        written = f"{on.year}年{on.month}月{on.day}日"
        return f"{written} {name}" if weekday else written
    written = f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    return f"{name} {written}" if weekday else written


def local_day(at: datetime, zone: str, language: Language) -> str:
    """The calendar day of the instant in a zone."""
    return day(local(at, zone).date(), language)


def clock_time(at: datetime, zone: str) -> str:
    """The wall-clock time of the instant in a zone."""
    return f"{local(at, zone):%H:%M}"


def utc_time(at: datetime) -> str:
    """The wall-clock time of the instant in UTC, with the day where seconds may matter."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def moment(at: datetime, zone: str, language: Language) -> str:
    """Day and time in a zone: "23 Nov 2026, 14:05"."""
    wall = local(at, zone)
    separator = " " if language is Language.ZH else ", "
    return f"{day(wall.date(), language, weekday=False)}{separator}{wall:%H:%M}"


def rate(millionths: int) -> str:
    """A rate in per cent: 182500 is "18.25"."""
    whole, rest = divmod(millionths, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def place(zone: str) -> str:
    """The city of an IANA zone: abbreviations such as CST name several zones."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def waited(duration: timedelta, language: Language) -> str:
    """How long something lasted, in its two largest units: "2 h 05 min"."""
    minutes = max(0, int(duration.total_seconds())) // 60
    if minutes == 0:
        return _UNDER_A_MINUTE[language]
    days, hours = divmod(minutes // 60, 24)
    sizes = (days, hours, minutes % 60)
    first = next(index for index, size in enumerate(sizes) if size)
    parts = [f"{sizes[i]}{_UNITS[language][i]}" for i in range(first, min(first + 2, 3)) if sizes[i]]
    return " ".join(parts)


def call_time(lasted: timedelta) -> str:
    """How long somebody spoke: "4:05", "1:02:07"."""
    return call_time_of(int(lasted.total_seconds()))


def call_time_of(seconds: int) -> str:
    """The same of whole seconds."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def money(amount: Money) -> str:
    """An amount with its sign and currency code, since $ and ¥ name several."""
    return f"{display(amount)} {amount.currency}"


def named(proposal: Proposal, label: Callable[[str, object], str], language: Language) -> str:
    """Terms as a borrower named them: the sum, how often, and the first day."""
    often = None if proposal.frequency is None else label("frequency", proposal.frequency)
    first = None if proposal.on is None else day(proposal.on, language)
    sums = None if proposal.amount is None else money(proposal.amount)
    return " · ".join(part for part in (sums, often, first) if part is not None)


def money_of_terms(terms: list[object]) -> str:
    """An amount that a transcript keeps as minor units and currency."""
    minor, currency = terms
    return money(Money(int(str(minor)), Currency(str(currency))))


def percent(share: float) -> str:
    """A probability as a whole percentage."""
    return f"{round(share * 100)} %"
