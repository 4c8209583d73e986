"""What the federal pack alone says, and a third party's consumer loan to ask it about."""

from dataclasses import replace
from datetime import datetime

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decision import Finding, Said
from arrears.domain.compliance.facts import ContactFacts, ProposedAct, ProposedContact, Recipient
from arrears.domain.compliance.packset import PackSet, fired, fired_for_act
from arrears.domain.compliance.rule import Kind, Question
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from tests.builders.compliance import LENDER, NOON, facts, packs, proposed

DEBT = f"This is {LENDER}. Your loan payment is overdue."
CALL = proposed(channel=Channel.VOICE, text=f"Hello, this is the automated assistant of {LENDER}.")
EMAIL = proposed(channel=Channel.EMAIL)
LETTER = proposed(channel=Channel.LETTER)

_LETTER = Kind(
    Channel.LETTER, Carrier.LENDER_GATEWAY, ContactPurpose.OUTREACH, Recipient.PERSON, True, False, False
)


def federal() -> PackSet:
    """The federal pack that ships with the project, alone."""
    return PackSet(tuple(pack for pack in packs().packs if pack.id == "us_federal"))


def collector(**changes: object) -> ContactFacts:
    """A consumer loan that a third party collects: Regulation F binds."""
    return facts(**{"relationship": Relationship.THIRD_PARTY, "purpose": Purpose.CONSUMER, **changes})


def lender(**changes: object) -> ContactFacts:
    """The lender's own consumer loan: Regulation F is policy."""
    return facts(**{"relationship": Relationship.FIRST_PARTY, "purpose": Purpose.CONSUMER, **changes})


def line(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, at a number or address that differs."""
    return replace(person, line=replace(person.line, **changes))


def notices(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, with other notices."""
    return replace(person, notices=replace(person.notices, **changes))


def talk(person: ContactFacts, **changes: object) -> ContactFacts:
    """The same person, in a conversation in which something happened."""
    return replace(person, talk=replace(person.talk, **changes))


def findings(person: ContactFacts, contact: ProposedContact, now: datetime = NOON) -> list[Finding]:
    """Every finding of the pack; without those of the engine, which misses the other packs."""
    return [f for f in fired(federal(), Question(person, contact, now)) if f.pack]


def told(
    rule_id: str, person: ContactFacts, contact: ProposedContact = CALL, now: datetime = NOON
) -> list[Said]:
    """What the rules with the id say of a contact."""
    return [_said(f) for f in findings(person, contact, now) if f.rule_id == rule_id]


def told_of(rule_id: str, act: ProposedAct, person: ContactFacts, now: datetime = NOON) -> list[Said]:
    """What the rules with the id say of a step that is no contact."""
    found = fired_for_act(federal(), person, act, _LETTER, now)
    return [_said(f) for f in found if f.rule_id == rule_id]


def _said(finding: Finding) -> Said:
    return Said(*finding[2:9])
