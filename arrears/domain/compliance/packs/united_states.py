"""What the packs of the United States share: sorts of contact, zones, a window that nothing widens."""

from __future__ import annotations

from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import hours
from arrears.domain.compliance.rule import MANDATED, Kind, Question, allow, defer, deny
from arrears.domain.compliance.windows import closes_at, open_everywhere, opens_at
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow

TELEPHONE = frozenset({Channel.SMS, Channel.VOICE})


def ours(kind: Kind) -> bool:
    """Whether it is of our own initiative, and no notice that the law requires."""
    return not kind.answer and kind.purpose not in MANDATED


def telephone(place: Place, debt: Debt, kind: Kind) -> bool:
    """Calls and texts of our own initiative."""
    return kind.channel in TELEPHONE and ours(kind)


def zones_of(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Every zone the person may be in; the others when none is known."""
    return question.facts.place.zones or otherwise


def fixed_window(window: DailyWindow, zones: tuple[str, ...], question: Question) -> Said:
    """Leave until the window closes somewhere, otherwise not before it is open everywhere.

    Unlike a contact window, hours that the person told us are fine do not widen it.
    """
    now = question.now
    used = ("zones", ", ".join(zones)), ("window", hours(window))
    if open_everywhere(window, zones, now):
        return allow("window_open", *used, until=closes_at(window, zones, now))
    opens = opens_at(window, zones, now)
    if opens is None:
        return deny("no_common_hour", *used, lifts=Lifts.OTHER_CHANNEL)
    return defer("window_closed", opens, *used)
