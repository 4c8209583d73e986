"""Who is on the line: what proves it, how long that holds, and how often one may guess."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from arrears.domain.ids import ContactPointId, ConversationId, PersonId
from arrears.domain.language.readings import IdentityReading

LAPSES_AFTER = timedelta(minutes=30)
"""Verification lapses after this much silence (DESIGN decision 3)."""

GUESSES = 3
"""Wrong answers one person's number may give within GUESS_WINDOW before a person must decide."""

GUESS_WINDOW = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class IdentityAttempt:
    """One try at the identity question, from our own append-only rows."""

    person_id: PersonId
    conversation_id: ConversationId
    contact_point_id: ContactPointId
    matched: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class VerifiedParty:
    """Leave to speak of a debt, now, to this person, at this number. Made by `verified_party` alone."""

    person_id: PersonId
    conversation_id: ConversationId
    contact_point_id: ContactPointId
    verified_at: datetime


def verified_party(
    attempts: tuple[IdentityAttempt, ...],
    *,
    conversation_id: ConversationId,
    contact_point_id: ContactPointId,
    active_at: tuple[datetime, ...],
    now: datetime,
) -> VerifiedParty | None:
    """The verified party of this conversation and number, or None; idle time and a change both lapse it.

    `active_at` is when the borrower has said something, UTC. Silence that has lapsed the proof is not undone
    by what is said after it: whoever breaks it may be somebody else.
    """
    matches = [
        a
        for a in attempts
        if a.matched and a.conversation_id == conversation_id and a.contact_point_id == contact_point_id
    ]
    if not matches:
        return None
    proof = max(matches, key=lambda attempt: attempt.at)
    alive = proof.at
    for at in sorted(at for at in active_at if at > proof.at):
        if at - alive > LAPSES_AFTER:
            return None
        alive = at
    if now - alive > LAPSES_AFTER:
        return None
    return VerifiedParty(proof.person_id, conversation_id, contact_point_id, proof.at)


def may_guess(attempts: tuple[IdentityAttempt, ...], now: datetime) -> bool:
    """Whether another answer may be checked; wrong ones are limited per person, over all conversations."""
    wrong = [a for a in attempts if not a.matched and a.at > now - GUESS_WINDOW]
    return len(wrong) < GUESSES


def matches(reading: IdentityReading, *, birth_on: date | None, last4s: tuple[str, ...]) -> bool:
    """Whether both factors were given and are right; either one alone is never enough."""
    if birth_on is None or reading.birth_on is None or reading.last4 is None:
        return False
    given = reading.last4
    right_digits = any(hmac.compare_digest(given.encode(), last4.encode()) for last4 in last4s)
    return right_digits and reading.birth_on == birth_on
