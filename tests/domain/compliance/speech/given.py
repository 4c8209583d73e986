"""What the speech rules say of a contact, and the people they are asked about."""

from dataclasses import replace
from datetime import datetime

from arrears.domain.cases import Purpose, Relationship
from arrears.domain.compliance.decide import findings
from arrears.domain.compliance.decision import Finding, Verdict
from arrears.domain.compliance.facts import ContactFacts, ProposedContact, Talk
from arrears.domain.people import Channel
from tests.builders.compliance import LENDER, NOON, facts, packs, proposed, reply

PERSON, NUMBER = "Robin Smith", "+1 212 555 0142"
MINI_MIRANDA = (
    "This is an attempt to collect a debt, and any information obtained will be used for that purpose."
)
MINI_MIRANDA_ZH = "本次联系是为了收取一笔债务，所获得的任何信息都将用于该目的。"


def found(person: ContactFacts, words: ProposedContact, now: datetime = NOON) -> list[Finding]:
    """Every finding of the speech rules; each is a refusal."""
    of_speech = [f for f in findings(packs(), person, words, now) if f.pack.startswith("speech ")]
    assert all(f.verdict is Verdict.DENY for f in of_speech)
    return of_speech


def said(person: ContactFacts, words: ProposedContact, now: datetime = NOON) -> dict[str, Finding]:
    """The same by reason."""
    return {finding.reason: finding for finding in found(person, words, now)}


def about(finding: Finding) -> tuple[object, ...]:
    """All that a speech rule says, but for its place."""
    return finding.rule_id, finding.citation, finding.used, finding.lifts, finding.missing


def verified(**changes: object) -> ContactFacts:
    """Somebody verified who wrote to us just now."""
    return facts(**{"verified": True, "inbound_at": NOON, **changes})


def fresh(**changes: object) -> ContactFacts:
    """Somebody to whom nothing has been disclosed yet."""
    return facts(**{"inbound_at": NOON, "talk": Talk(), **changes})


def owing_a_third_party(**changes: object) -> ContactFacts:
    """A verified consumer from whom a debt collector collects."""
    debt = {"relationship": Relationship.THIRD_PARTY, "purpose": Purpose.CONSUMER}
    return verified(**{**debt, **changes})


def voicemail(text: str | None = None, **changes: object) -> ProposedContact:
    """A message of limited content that a person has recorded and a machine plays, unless changed."""
    usual = f"Hello, this is {LENDER}. My name is {PERSON}. Please call me back at {NUMBER}."
    parts: dict[str, object] = {"names_person": (PERSON,), "callback_number": NUMBER, "voicemail": True}
    parts["natural_voice"] = True
    return proposed(**{"channel": Channel.VOICE, "text": text or usual, **parts, **changes})


def chat(text: str, **changes: object) -> ProposedContact:
    """An answer in the web chat."""
    return reply(**{"channel": Channel.WEB, "text": text, **changes})


def spoken(text: str, **changes: object) -> ProposedContact:
    """The first words of a call of ours."""
    return proposed(**{"channel": Channel.VOICE, "text": text, **changes})


def with_disclosed(person: ContactFacts, *disclosed: str) -> ContactFacts:
    """The same person, to whom this was said already."""
    return replace(person, talk=replace(person.talk, disclosed=frozenset(disclosed)))
