"""California: Rosenthal for creditors and for small commercial debts, dialling devices, licences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from arrears.domain.cases import Purpose
from arrears.domain.compliance.consents import consented
from arrears.domain.compliance.decision import Duty, Lifts, Said
from arrears.domain.compliance.facts import Debt, Place, Recipient
from arrears.domain.compliance.frequency import about, conversations, counted_calls
from arrears.domain.compliance.limits import capped, contact_window, fixed_window
from arrears.domain.compliance.packs.united_states import zones_of
from arrears.domain.compliance.packs.us_states.places import COUNTRY
from arrears.domain.compliance.rule import (
    Applies,
    Kind,
    Question,
    Rule,
    Rules,
    consumer,
    deny,
    in_region,
    initiated,
    require,
    third_party,
)
from arrears.domain.compliance.speech.words import says_debt
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class UsCaNumbers:
    """The numbers; their sources stand beside them in the policy file."""

    zones: tuple[str, ...]
    window: DailyWindow
    calls_per_7_days_max: int
    days_silent_after_conversation: int
    commercial_credit_max_minor: int
    commercial_since: date
    device_window: DailyWindow


def time(n: UsCaNumbers, q: Question) -> Said | None:
    """The hours that the FDCPA presumes convenient."""
    return contact_window(n.window, zones_of(q, n.zones), q)


def calls(n: UsCaNumbers, q: Question) -> Said | None:
    """Calls in seven days about one debt."""
    made = [a.at for a in counted_calls(q) if about(a, q.facts.case_id)]
    return capped("ca_calls_capped", made, q, zones_of(q, n.zones), (n.calls_per_7_days_max, 7))


def silence(n: UsCaNumbers, q: Question) -> Said | None:
    """No call in the days after a telephone conversation about the debt."""
    cap = 1, n.days_silent_after_conversation
    return capped("ca_talked_recently", conversations(q), q, zones_of(q, n.zones), cap)


def others(n: UsCaNumbers, q: Question) -> Said | None:
    """Nothing of the debt to anyone whom it does not concern."""
    if q.proposed.recipient is not Recipient.OTHER or not says_debt(q.proposed):
        return None
    return deny("ca_told_to_others", lifts=Lifts.NEVER)


def small_credit(n: UsCaNumbers, q: Question) -> bool:
    """Whether the commercial credit is small and recent enough; what is not known counts as such."""
    total, entered = q.facts.terms.credit_total_minor, q.facts.terms.entered_on
    small = total is None or total <= n.commercial_credit_max_minor
    return small and (entered is None or entered >= n.commercial_since)


type _Judge = Callable[[UsCaNumbers, Question], Said | None]


def _if_small(judge: _Judge) -> _Judge:
    def judged(n: UsCaNumbers, q: Question) -> Said | None:
        return judge(n, q) if small_credit(n, q) else None

    return judged


def device_hours(n: UsCaNumbers, q: Question) -> Said | None:
    """The hours of automatic dialling devices, in California's time."""
    return fixed_window(n.device_window, n.zones, q)


def device_agreed(n: UsCaNumbers, q: Question) -> Said | None:
    """An artificial voice speaks by prior agreement, or after a live one opened the call."""
    if q.facts.talk.live_opening or consented(q) is not None:
        return None
    return deny("ca_no_agreement", lifts=Lifts.CONSENT)


def licence(n: UsCaNumbers, q: Question) -> Said | None:
    """The first written communication shows the collector's licence number."""
    notices = q.facts.notices
    first = notices.initial_at is None or (notices.initial_oral and not notices.written_made)
    if not first or not says_debt(q.proposed) or not _licensed(q):
        return None
    if q.facts.terms.licence is None:
        return deny("ca_licence_unknown", lifts=Lifts.FACT_KNOWN, missing="terms.licence")
    return require(Duty.LICENCE_NUMBER, "ca_licence_shown")


def _licensed(q: Question) -> bool:
    return third_party(q.facts.debt) or q.facts.terms.transferred


def binds(n: UsCaNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Whoever lives in the state or has a number there; an AI call also to whoever may live there."""
    if _here(place):
        return Applies(True, "lives_or_number_in_state")
    if kind.robocall and _may_be_here(n, place):
        return Applies(True, "may_be_in_state")
    return Applies(False, "elsewhere")


def _here(place: Place) -> bool:
    return in_region(place, COUNTRY, "CA")


def _may_be_here(n: UsCaNumbers, place: Place) -> bool:
    """Whether the state of an American is not known and their clock does not rule California out."""
    american = place.country == COUNTRY or (place.country is None and place.number_country == COUNTRY)
    if not american or place.region is not None:
        return False
    return not place.zones or any(zone in n.zones for zone in place.zones)


def _consumer(place: Place, debt: Debt, kind: Kind) -> bool:
    return _here(place) and consumer(debt) and initiated(place, debt, kind)


def _guaranteed(debt: Debt) -> bool:
    """Whether it is a commercial debt that a natural person owes or guarantees."""
    return debt.purpose is Purpose.COMMERCIAL and debt.natural_person


def _commercial(place: Place, debt: Debt, kind: Kind) -> bool:
    return _here(place) and _guaranteed(debt) and initiated(place, debt, kind)


def _consumer_calls(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and _consumer(place, debt, kind)


def _commercial_calls(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.channel is Channel.VOICE and _commercial(place, debt, kind)


def _device(place: Place, debt: Debt, kind: Kind) -> bool:
    return kind.robocall and initiated(place, debt, kind)


def _written_consumer(place: Place, debt: Debt, kind: Kind) -> bool:
    return _here(place) and consumer(debt) and kind.channel is not Channel.VOICE


_ROSENTHAL = "California Civil Code 1788.17"
_COMMERCIAL = "California Civil Code 1788 and following, as amended by SB 1286"

US_CA = Rules(
    numbers=UsCaNumbers,
    binds=binds,
    contact=(
        Rule("CA-ROS-1", _ROSENTHAL, time, scope=_consumer),
        Rule("CA-ROS-1", _ROSENTHAL, calls, scope=_consumer_calls, needs="attempts"),
        Rule("CA-ROS-1", _ROSENTHAL, silence, scope=_consumer_calls, needs="attempts"),
        Rule("CA-ROS-1", _ROSENTHAL, others, scope=_consumer),
        Rule("CA-COM-1", _COMMERCIAL, _if_small(time), scope=_commercial),
        Rule("CA-COM-1", _COMMERCIAL, _if_small(calls), scope=_commercial_calls, needs="attempts"),
        Rule("CA-COM-1", _COMMERCIAL, _if_small(silence), scope=_commercial_calls, needs="attempts"),
        Rule("CA-COM-1", _COMMERCIAL, _if_small(others), scope=_commercial),
        Rule("CA-ADAD-1", "California Public Utilities Code 2872(c)", device_hours, scope=_device),
        Rule("CA-ADAD-1", "California Public Utilities Code 2873 and 2874", device_agreed, scope=_device),
        Rule("CA-LIC-1", "California Civil Code 1788.11(f)", licence, scope=_written_consumer),
    ),
)
