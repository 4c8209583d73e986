"""The judge: one contact, against everything that is true about the person it reached."""

from __future__ import annotations

from tools.verifier.caps import caps
from tools.verifier.content import content
from tools.verifier.hours import hours
from tools.verifier.wishes import wishes
from tools.verifier.world import Contact, History, Person, Violation, situation

RULES = (wishes, hours, caps, content)


def judge(person: Person, history: History, contact: Contact) -> list[Violation]:
    """Every rule that the contact breaks; none when it is lawful. `history` holds what came before it."""
    case = situation(person, history, contact)
    return [violation for rule in RULES for violation in rule(case)]


def lawful(person: Person, history: History, contact: Contact) -> bool:
    """Whether the contact breaks no rule; stops at the first that it does."""
    case = situation(person, history, contact)
    return not any(True for rule in RULES for _ in rule(case))
