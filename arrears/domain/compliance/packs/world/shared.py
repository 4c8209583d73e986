"""What the packs of the world share: whom they bind, and the house rules that stand in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.consents import on_unknown_spot, withdrawn
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import STANDS_IN, ContactFacts, Debt, Place, Recipient, Spot
from arrears.domain.compliance.limits import capped, contact_window, inconvenient_hours, not_help, timed
from arrears.domain.compliance.rule import HOUSE, Applies, Binds, Kind, Question, Rule, deny, initiated
from arrears.domain.times import DailyWindow

THIRD_PARTIES = frozenset({Recipient.SPOUSE, Recipient.OTHER})
"""Who neither owes, nor guarantees, nor acts for who does."""


class Zoned(Protocol):
    """Numbers that know every zone of their country."""

    @property
    def zones(self) -> tuple[str, ...]:
        """Every zone somebody in the country may be in."""
        ...


@dataclass(frozen=True, slots=True)
class CountryNumbers:
    """The numbers of a country with one daily window; their sources stand beside them in the policy file."""

    window: DailyWindow
    zones: tuple[str, ...]
    touches_per_7_days_max: int


def zones_of(n: Zoned, facts: ContactFacts) -> tuple[str, ...]:
    """The zones to decide in: the known ones, or every zone of the country."""
    return facts.place.zones or n.zones


def binds_in(countries: frozenset[str]) -> Binds[Any]:
    """Whoever lives in one of the countries, is reached at a number there, or may be there."""

    def binds(n: Zoned, place: Place, debt: Debt, kind: Kind) -> Applies:
        if place.countries & countries:
            return Applies(True, "lives_or_number_in_country")
        if any(zone in n.zones for zone in place.zones):
            return Applies(True, "may_be_in_country")
        return Applies(False, "elsewhere")

    return binds


def window(n: CountryNumbers, q: Question) -> Said | None:
    """The contact hours, in every zone the person may be in."""
    return contact_window(n.window, zones_of(n, q.facts), q)


def named_hours(n: Zoned, q: Question) -> Said | None:
    """Hours and days the person asked us to avoid."""
    return inconvenient_hours(zones_of(n, q.facts), q)


def place_avoided(n: object, q: Question) -> Said | None:
    """Not at a place the person, or their employer, does not want to be reached at."""
    facts = q.facts
    spots = [facts.line.spot, facts.talk.known_at]
    if any(spot in facts.places_avoided for spot in spots):
        return deny("place_not_wanted", lifts=Lifts.OTHER_CHANNEL)
    if facts.employer_prohibits and Spot.WORK in spots:
        return deny("employer_forbids", lifts=Lifts.OTHER_CHANNEL)
    if (facts.places_avoided or facts.employer_prohibits) and on_unknown_spot(q):
        return deny("line_of_unknown_place", lifts=Lifts.OTHER_CHANNEL, missing="line.spot")
    return None


def stopped(n: object, q: Question) -> Said | None:
    """Nothing over a medium, or to a number, after the person withdrew it."""
    stop = withdrawn(q)
    return None if stop is None else deny("person_said_stop", ("date", stop.at.date()), lifts=Lifts.CONSENT)


def third_parties(n: object, q: Question) -> Said | None:
    """Nobody but who owes, guarantees or acts for them, and no number that is somebody else's."""
    facts = q.facts
    if q.proposed.public:
        return deny("seen_by_others", lifts=Lifts.OTHER_CHANNEL)
    if q.proposed.recipient in THIRD_PARTIES or _stands_for_nobody(q):
        return deny("not_the_debtor", lifts=Lifts.NEVER)
    if facts.stands(SpecialStatus.WRONG_NUMBER, SpecialStatus.THIRD_PARTY_ANSWERED) is not None:
        return deny("third_party_at_number", lifts=Lifts.PERSON)
    if facts.line.rings_a_third_party:
        return deny("third_party_at_number", lifts=Lifts.PERSON)
    return None


def _stands_for_nobody(q: Question) -> bool:
    status = STANDS_IN.get(q.proposed.recipient)
    return status is not None and q.facts.stands(status) is None


def touches(n: CountryNumbers, q: Question) -> Said | None:
    """Contacts over all media in seven days."""
    made = [a.at for a in q.week]
    return capped("touches_capped", made, q, zones_of(n, q.facts), (n.touches_per_7_days_max, 7))


def shared_rules(third_party_id: str = "P-THIRD-1", third_party_cite: str = HOUSE) -> tuple[Rule[Any], ...]:
    """The house rules of every country; the one about third parties may stand under an id of its own."""
    return (
        Rule("P-HOURS-1", HOUSE, named_hours, scope=timed),
        Rule("P-PLACE-1", HOUSE, place_avoided, scope=initiated),
        Rule("P-STOP-1", HOUSE, stopped, scope=not_help),
        Rule(third_party_id, third_party_cite, third_parties, scope=initiated),
    )


CAP: Rule[CountryNumbers] = Rule("P-TOUCHES-1", f"{HOUSE}, after 12 CFR 1006.14(a)", touches, scope=initiated)
"""The house cap, where a country's law has none."""
