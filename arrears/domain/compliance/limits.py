"""What the rules of every place share: a contact window, named hours, caps on texts, a withdrawal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from arrears.domain.compliance.consents import withdrawn
from arrears.domain.compliance.decision import Finding
from arrears.domain.compliance.facts import ContactFacts, ProposedContact
from arrears.domain.compliance.frequency import initiated, lifts_at
from arrears.domain.compliance.rule import allow, defer, deny
from arrears.domain.compliance.windows import begins_at, clear_at, closes_at, open_everywhere, opens_at
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow


@dataclass(frozen=True, slots=True)
class Cited:
    """The rule that speaks, and where it comes from."""

    rule_id: str
    citation: str


def contact_window(cited: Cited, window: DailyWindow, zones: tuple[str, ...], now: datetime) -> Finding:
    """Leave until the window closes somewhere; otherwise not before it is open everywhere."""
    if open_everywhere(window, zones, now):
        closes = closes_at(window, zones, now)
        return allow(cited.rule_id, cited.citation, "the contact window is open", closes)
    opens = opens_at(window, zones, now)
    if opens is None:
        why = "the places the person may be in have no contact hour in common"
        return deny(cited.rule_id, cited.citation, why)
    why = "outside the contact window of a place the person may be in"
    return defer(cited.rule_id, cited.citation, why, opens)


def inconvenient_hours(
    cited: Cited, inconvenient: tuple[DailyWindow, ...], zones: tuple[str, ...], now: datetime
) -> Finding | None:
    """Not within the hours that the person named; leave ends when the next of them begin."""
    if not inconvenient:
        return None
    clear = clear_at(inconvenient, zones, now)
    if clear is None:
        return deny(cited.rule_id, cited.citation, "the person left no hour at which contact is convenient")
    if clear > now:
        why = "the person asked not to be contacted at this hour"
        return defer(cited.rule_id, cited.citation, why, clear)
    begins = begins_at(inconvenient, zones, now)
    return allow(cited.rule_id, cited.citation, "outside the hours the person asked us to avoid", begins)


def texts_capped(
    cited: Cited, facts: ContactFacts, zones: tuple[str, ...], now: datetime, *, per_day: int, per_7_days: int
) -> Finding | None:
    """Not before a day, and seven days, leave room for one more text of our own initiative."""
    texts = [a.at for a in initiated(facts, Channel.SMS)]
    day = lifts_at(texts, limit=per_day, days=1, zones=zones, now=now)
    week = lifts_at(texts, limit=per_7_days, days=7, zones=zones, now=now)
    until = max((at for at in (day, week) if at is not None), default=None)
    if until is None:
        return None
    why = f"the most is {per_day} text a day and {per_7_days} in 7 days"
    return defer(cited.rule_id, cited.citation, why, until)


def revoked(facts: ContactFacts, proposed: ProposedContact, now: datetime) -> bool:
    """Whether a withdrawal bars this contact; the confirmation and the crisis line have their own rules."""
    spared = proposed.purpose in (ContactPurpose.OPT_OUT_CONFIRMATION, ContactPurpose.CRISIS)
    return not spared and withdrawn(facts.consents, proposed.channel, now)
