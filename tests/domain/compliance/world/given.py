"""A borrower in any country of the packs, and what one rule says of a contact or a step there."""

from dataclasses import replace
from datetime import datetime, timedelta

from arrears.domain.cases import Relationship
from arrears.domain.compliance.decision import Duty, Lifts, Said, Verdict
from arrears.domain.compliance.facts import (
    Attempt,
    CallOutcome,
    ContactFacts,
    ProposedAct,
    ProposedContact,
    Recipient,
)
from arrears.domain.compliance.packset import PackSet, fired, fired_for_act
from arrears.domain.compliance.rule import Kind, Question
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from tests.builders.compliance import at, attempt, facts, packs, proposed

ZONES = {
    "GB": "Europe/London",
    "DE": "Europe/Berlin",
    "AU": "Australia/Sydney",
    "IN": "Asia/Kolkata",
    "PH": "Asia/Manila",
    "SG": "Asia/Singapore",
    "HK": "Asia/Hong_Kong",
    "CN": "Asia/Shanghai",
}
TEXT = proposed(carrier=Carrier.LENDER_GATEWAY)
CALL = proposed(carrier=Carrier.LENDER_GATEWAY, channel=Channel.VOICE)
_LETTER = Kind(
    Channel.LETTER, Carrier.LENDER_GATEWAY, ContactPurpose.OUTREACH, Recipient.PERSON, True, False, False
)


def living(country: str, /, **changes: object) -> ContactFacts:
    """A borrower of the lender's own business loan who lives in the country and has a number there."""
    place = {"country": country, "region": None, "city": None, "number_country": country}
    return facts(**{**place, "number_region": None, "zones": (ZONES[country],), **changes})


def collected(country: str, /, **changes: object) -> ContactFacts:
    """The same, collected by a third party."""
    return living(country, **{"relationship": Relationship.THIRD_PARTY, **changes})


def terms(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, with other terms of the debt."""
    return replace(person, terms=replace(person.terms, **changes))


def notices(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, with other notices."""
    return replace(person, notices=replace(person.notices, **changes))


def talk(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, in a conversation in which something happened."""
    return replace(person, talk=replace(person.talk, **changes))


def line(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, at a number that differs."""
    return replace(person, line=replace(person.line, **changes))


def noon(country: str, day: str = "2026-11-24") -> datetime:
    """Midday there; a Tuesday, unless another day is named."""
    return at(f"{day} 12:00", ZONES[country])


def denied(reason: str, *used: tuple[str, str], lifts: Lifts, missing: str | None = None) -> Said:
    return Said(Verdict.DENY, reason, used, None, lifts, missing)


def deferred(reason: str, until: datetime, *used: tuple[str, str]) -> Said:
    return Said(Verdict.DEFER, reason, used, until)


def allowed(reason: str, until: datetime | None, *used: tuple[str, str]) -> Said:
    return Said(Verdict.ALLOW, reason, used, until)


def referred(reason: str, *used: tuple[str, str]) -> Said:
    return Said(Verdict.REFER, reason, used, None, Lifts.PERSON)


def required(duty: Duty, reason: str) -> Said:
    return Said(Verdict.REQUIRE, reason, duty=duty)


def told_of(rule: str, act: ProposedAct, person: ContactFacts, now: datetime) -> list[Said]:
    """What the rules with the id say of a step that is no contact."""
    found = fired_for_act(packs(), person, act, _LETTER, now)
    return [Said(*finding[2:9]) for finding in found if finding.rule_id == rule]


def said(rule: str, person: ContactFacts, contact: ProposedContact, now: datetime) -> list[Said]:
    """What the rules with the id say, but for those about words."""
    wordless = PackSet(tuple(pack for pack in packs().packs if pack.id != "speech"))
    found = fired(wordless, Question(person, contact, now))
    return [Said(*finding[2:9]) for finding in found if finding.rule_id == rule]


CHINESE_NOON = at("2026-11-24 12:00", ZONES["CN"])


def calls(*outcomes: CallOutcome | None, **changes: object) -> tuple[Attempt, ...]:
    """Calls of today, the first the oldest, five minutes apart."""
    usual = {"channel": Channel.VOICE, "point_id": "point-1"} | changes
    start = CHINESE_NOON - timedelta(hours=1)
    return tuple(
        attempt(start + 5 * timedelta(minutes=1) * index, outcome=outcome, **usual)
        for index, outcome in enumerate(outcomes)
    )
