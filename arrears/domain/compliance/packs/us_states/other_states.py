"""Every state whose rules were not researched, and a state that is not known: few calls and texts."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.decision import Said
from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.frequency import touches
from arrears.domain.compliance.limits import capped
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_states.places import COUNTRY
from arrears.domain.compliance.rule import (
    HOUSE,
    Applies,
    Kind,
    Question,
    Rule,
    Rules,
    initiated,
    initiated_calls,
    initiated_texts,
)
from arrears.domain.people import Channel


@dataclass(frozen=True, slots=True)
class UsOtherStatesNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    unknown_zones: tuple[str, ...]
    researched: tuple[str, ...]
    calls_per_7_days_max: int
    texts_per_7_days_max: int
    contacts_unknown_per_7_days_max: int


def binds(n: UsOtherStatesNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whoever lives in such a state or has a number there, and whose state is not known; every debt."""
    if COUNTRY not in place.countries:
        return Applies(False, "elsewhere")
    if _unknown(place):
        return Applies(True, "state_unknown")
    if _other(n, place.country, place.region) or _other(n, place.number_country, place.number_region):
        return Applies(True, "state_not_researched")
    return Applies(False, "state_researched")


def _unknown(place: Place) -> bool:
    """Whether it is not known in which state the person lives; of who lives abroad, where the number is."""
    if place.country in (None, COUNTRY):
        return place.country is None or place.region is None
    return place.number_region is None


def _other(n: UsOtherStatesNumbers, country: str | None, region: str | None) -> bool:
    return country == COUNTRY and region is not None and region not in n.researched


def calls(n: UsOtherStatesNumbers, q: Question) -> Said | None:
    """Calls in seven days, about every debt together."""
    made = [a.at for a in touches(q, Channel.VOICE)]
    cap = n.calls_per_7_days_max, 7
    return capped("other_state_calls_capped", made, q, zones_of(q, n.unknown_zones), cap)


def texts(n: UsOtherStatesNumbers, q: Question) -> Said | None:
    """Texts in seven days, about every debt together."""
    sent = [a.at for a in touches(q, Channel.SMS)]
    cap = n.texts_per_7_days_max, 7
    return capped("other_state_texts_capped", sent, q, zones_of(q, n.unknown_zones), cap)


def contacts_where_unknown(n: UsOtherStatesNumbers, q: Question) -> Said | None:
    """Contacts over all media in seven days: what satisfies every state, where it may be any of them."""
    made = [a.at for a in q.week]
    cap = n.contacts_unknown_per_7_days_max, 7
    return capped("state_unknown_contacts_capped", made, q, zones_of(q, n.unknown_zones), cap)


def _initiated_where_unknown(place: Place, debt: Debt, kind: Kind) -> bool:
    return _unknown(place) and initiated(place, debt, kind)


_P = f"{HOUSE}, where the state's own caps were not researched"

US_OTHER_STATES = Rules(
    numbers=UsOtherStatesNumbers,
    binds=binds,
    contact=(
        Rule("OTHERS", _P, calls, scope=initiated_calls, needs="attempts"),
        Rule("OTHERS", _P, texts, scope=initiated_texts, needs="attempts"),
        Rule("OTHERS", _P, contacts_where_unknown, scope=_initiated_where_unknown, needs="attempts"),
    ),
)
