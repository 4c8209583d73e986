"""What the packs of the United States share: sorts of contact, and zones."""

from __future__ import annotations

from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.rule import Kind, Question, initiated
from arrears.domain.people import Channel

TELEPHONE = frozenset({Channel.SMS, Channel.VOICE})


def telephone(place: Place, debt: Debt, kind: Kind) -> bool:
    """Calls and texts of our own initiative."""
    return kind.channel in TELEPHONE and initiated(place, debt, kind)


def zones_of(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Every zone the person may be in; the others when none is known."""
    return question.facts.place.zones or otherwise
