"""Another number or address that a borrower gave: nothing uses it before a person has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from arrears.domain.ids import CaseId, ContactChangeId, ContactPointId, ConversationId, PersonId
from arrears.domain.times import require_aware


class ContactKind(StrEnum):
    """What was given."""

    PHONE = "phone"
    EMAIL = "email"


class OldNumber(StrEnum):
    """What they said of the number that they wrote from."""

    KEPT = "kept"
    ENDED = "ended"  # it is not to be used any more
    UNSAID = "unsaid"  # it goes on being used


@dataclass(frozen=True, slots=True)
class GivenContact:
    """A number or an address as it was written."""

    kind: ContactKind
    value: str  # personal data
    old_number: OldNumber = OldNumber.UNSAID


@dataclass(frozen=True, slots=True)
class ContactChange:
    """What a verified person gave, and where; a proposal until it is decided."""

    id: ContactChangeId
    case_id: CaseId
    conversation_id: ConversationId
    person_id: PersonId
    point_id: ContactPointId  # the number that they wrote from
    given: GivenContact
    proposed_at: datetime

    def __post_init__(self) -> None:
        require_aware(self.proposed_at)


class ChangeOutcome(StrEnum):
    """How a proposal ended."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class ChangeDecision:
    """The one decision about a proposal."""

    outcome: ChangeOutcome
    by: str  # the login of a user
    at: datetime
    point_id: ContactPointId | None = None  # the number that came of it; none of an e-mail address


def hidden(contact: str) -> str:
    """A number or an e-mail address of which just enough is left to tell it from another.

    Of a number the last four digits; of an address its first character and its domain.
    """
    name, at, domain = contact.partition("@")
    if at:
        return f"{name[:1]}•••@{domain}"
    digits = sum(sign.isdecimal() for sign in contact)
    return f"••• {''.join(sign for sign in contact if sign.isdecimal())[-4:]}" if digits > 4 else "•••"
