"""What the rules of every place share: a contact window, named hours, a cap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from arrears.domain.compliance.decision import Lifts, Said, Verdict
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.frequency import lifts_at
from arrears.domain.compliance.rule import MANDATED, Kind, Question, allow, defer, deny
from arrears.domain.compliance.windows import (
    begins_at,
    clear_at,
    day_begins_at,
    day_clear_at,
    open_until,
    opens_at,
)
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow

HELP = frozenset({ContactPurpose.OPT_OUT_CONFIRMATION, ContactPurpose.CRISIS})
"""Answers that say nothing of a debt whatever happens."""

_SPARED = MANDATED | HELP


def not_help(place: Place, debt: Debt, kind: Kind) -> bool:
    """All but the confirmation of a stop, the crisis line and what the law itself wants sent."""
    return kind.purpose not in _SPARED


def timed(place: Place, debt: Debt, kind: Kind) -> bool:
    """What keeps the contact hours: our own initiative, a late answer, and a notice that arrives at once."""
    if kind.purpose in MANDATED:
        return kind.channel is Channel.EMAIL
    return kind.late or not kind.answer


def contact_window(window: DailyWindow, zones: tuple[str, ...], question: Question) -> Said:
    """Leave until the window closes somewhere; otherwise not before it is open everywhere.

    Hours that the person told us are fine widen it.
    """
    return _within(window, question.facts.agreed, zones, question.now)


def fixed_window(window: DailyWindow, zones: tuple[str, ...], question: Question) -> Said:
    """The same, but that hours the person told us are fine do not widen it."""
    return _within(window, (), zones, question.now)


def _within(
    window: DailyWindow, agreed: tuple[DailyWindow, ...], zones: tuple[str, ...], now: datetime
) -> Said:
    used = named(window, zones)
    closes = open_until(window, zones, now)
    if closes is not None:
        return Said(Verdict.ALLOW, "window_open", used, closes)
    for hours_agreed in agreed:
        closes = open_until(hours_agreed, zones, now)
        if closes is not None:
            return allow("hours_agreed", *used, until=closes)
    opens = [opens_at(each, zones, now) for each in (window, *agreed)]
    first = min([at for at in opens if at is not None], default=None)
    if first is None:
        return deny("no_common_hour", *used, lifts=Lifts.OTHER_CHANNEL)
    return defer("window_closed", first, *used)


def inconvenient_hours(zones: tuple[str, ...], question: Question) -> Said | None:
    """Not within the hours and on the days that the person named; leave ends when the next begin."""
    facts, now = question.facts, question.now
    ends: datetime | None = None
    if facts.inconvenient_weekdays:
        day = day_clear_at(facts.inconvenient_weekdays, zones, now)
        if day is None:
            return deny("no_hour_convenient", lifts=Lifts.PERSON)
        if day > now:
            return defer("day_avoided", day, ("zones", ", ".join(zones)))
        ends = day_begins_at(facts.inconvenient_weekdays, zones, now)
    if not facts.inconvenient:
        used = "zones", ", ".join(zones)
        return None if ends is None else allow("outside_avoided_days", used, until=ends)
    clear = clear_at(facts.inconvenient, zones, now)
    if clear is None:
        return deny("no_hour_convenient", lifts=Lifts.PERSON)
    named = "; ".join(map(hours, facts.inconvenient))
    if clear > now:
        return defer("hour_avoided", clear, ("hours", named))
    begins = begins_at(facts.inconvenient, zones, now)
    until = min(at for at in (begins, ends) if at is not None)
    return allow("outside_avoided_hours", ("hours", named), until=until)


def capped(
    reason: str,
    instants: Sequence[datetime],
    question: Question,
    zones: tuple[str, ...],
    *caps: tuple[int, int],
) -> Said | None:
    """Not before every cap leaves room for one more; a cap is the most in so many rolling calendar days.

    The words of the reason are given the cap that lasts longest, the count, and the zones.
    """
    worst: tuple[datetime, int, int] | None = None
    for limit, days in caps:
        until = lifts_at(instants, limit=limit, days=days, zones=zones, now=question.now)
        if until is not None and (worst is None or until > worst[0]):
            worst = until, limit, days
    if worst is None:
        return None
    until, limit, days = worst
    return defer(reason, until, ("limit", limit), ("days", days), ("zones", ", ".join(zones)))


@lru_cache(maxsize=4096)
def named(window: DailyWindow, zones: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """A window and its zones, as facts that were used."""
    return ("zones", ", ".join(zones)), ("window", hours(window))


@lru_cache(maxsize=1024)
def hours(window: DailyWindow) -> str:
    """The window as 08:00-21:00."""
    return f"{window.opens:%H:%M}-{window.closes:%H:%M}"
