"""What the packs of the United States share: sorts of contact, zones, a window that nothing widens."""

from __future__ import annotations

from arrears.domain.compliance.decision import Lifts, Said, Verdict
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.limits import named
from arrears.domain.compliance.rule import MANDATED, Kind, Question, defer, deny
from arrears.domain.compliance.windows import open_until, opens_at
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
    used = named(window, zones)
    closes = open_until(window, zones, now)
    if closes is not None:
        return Said(Verdict.ALLOW, "window_open", used, closes)
    opens = opens_at(window, zones, now)
    if opens is None:
        return deny("no_common_hour", *used, lifts=Lifts.OTHER_CHANNEL)
    return defer("window_closed", opens, *used)
