"""When and where a person may be contacted. Source: 12 CFR 1006.6(b) with Supplement I."""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.compliance.consents import consented, on_unknown_spot
from arrears.domain.compliance.decision import Lifts, Said
from arrears.domain.compliance.facts import Spot
from arrears.domain.compliance.limits import contact_window, inconvenient_hours, timed
from arrears.domain.compliance.packs.us_federal.media import DIRECT
from arrears.domain.compliance.packs.us_federal.numbers import UsFederalNumbers
from arrears.domain.compliance.packs.us_federal.scopes import (
    approaches,
    electronic,
    timed_approaches,
    to_people,
)
from arrears.domain.compliance.rule import Question, Rule, allow, deny, reg_f_binds
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.compliance.windows import open_until
from arrears.domain.people import Channel


def window(n: UsFederalNumbers, q: Question) -> Said | None:
    """The contact window, in every zone the person may be in."""
    place = q.facts.place
    if not place.zones and {place.region, place.number_region} & set(n.outside_lower_48):
        return deny("no_zone_for_region", lifts=Lifts.FACT_KNOWN, missing="place.zones")
    return contact_window(n.window, n.zones(q.facts), q)


def named_hours(n: UsFederalNumbers, q: Question) -> Said | None:
    """Hours and days the person asked us to avoid."""
    return inconvenient_hours(n.zones(q.facts), q)


def held_no_longer(n: UsFederalNumbers, q: Question) -> Said | None:
    """A message that a carrier may hold is to arrive, too, before the window closes."""
    closes = open_until(n.window, n.zones(q.facts), q.now)
    if closes is None or closes - q.now > timedelta(hours=n.carrier_holds_hours_max):
        return None
    return allow("arrives_before_close", until=closes)


def avoided_place(n: UsFederalNumbers, q: Question) -> Said | None:
    """No letter or fixed line to a place the person asked us to avoid, and nothing while they are there."""
    avoided = q.facts.places_avoided
    if not avoided:
        return None
    for spot in (q.facts.talk.known_at, _tied_to(q)):
        if spot in avoided:
            return deny("place_avoided", ("place", spot), lifts=Lifts.OTHER_CHANNEL)
    return _unknown_spot() if on_unknown_spot(q) else None


def _unknown_spot() -> Said:
    return deny("place_of_line_unknown", lifts=Lifts.OTHER_CHANNEL, missing="line.spot")


def _tied_to(q: Question) -> Spot | None:
    if q.facts.line.spot is None and q.kind.channel is Channel.LETTER:
        return Spot.HOME
    return q.facts.line.spot


def at_work(n: UsFederalNumbers, q: Question) -> Said | None:
    """Nothing to a number at work, and nothing at work, once the employer is known to forbid it."""
    facts = q.facts
    if not facts.employer_prohibits or _agreed_to_work(q):
        return None
    if Spot.WORK in (facts.line.spot, facts.talk.known_at):
        return deny("employer_prohibits", lifts=Lifts.OTHER_CHANNEL)
    return _unknown_spot() if on_unknown_spot(q) else None


def _agreed_to_work(q: Question) -> bool:
    given = consented(q)
    return given is not None and given.spot is Spot.WORK and given.how in DIRECT


def busy(n: UsFederalNumbers, q: Question) -> Said | None:
    """Who says that the time or place is bad is not asked to carry on; when is better may be asked."""
    if not q.facts.talk.busy or not says_debt(q.proposed):
        return None
    return deny("busy_now", lifts=Lifts.OTHER_WORDS)


RULES: tuple[Rule[UsFederalNumbers], ...] = (
    Rule(
        "USF-TIME-1",
        "12 CFR 1006.6(b)(1)(i); comment 6(b)(1)(i)-2",
        window,
        scope=timed,
        law=reg_f_binds,
    ),
    Rule(
        "USF-TIME-2",
        "12 CFR 1006.6(b)(1); comment 6(b)(1)-1",
        named_hours,
        scope=timed_approaches,
        law=reg_f_binds,
    ),
    Rule(
        "USF-TIME-3",
        "12 CFR 1006.6(b)(1)(i); comment 6(b)(1)(i)-1",
        held_no_longer,
        scope=electronic,
        law=reg_f_binds,
    ),
    Rule("USF-PLACE-1", "12 CFR 1006.6(b)(1)(ii)", avoided_place, scope=approaches, law=reg_f_binds),
    Rule(
        "USF-WORK-1",
        "12 CFR 1006.6(b)(3); comment 6(b)(3)-1",
        at_work,
        scope=approaches,
        law=reg_f_binds,
    ),
    Rule("USF-BUSY-1", "comment 6(b)(4)(i)-1 to 12 CFR 1006", busy, scope=to_people, law=reg_f_binds),
)
