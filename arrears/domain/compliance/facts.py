"""What a compliance decision is made from. Unknown facts are None or empty, and fail closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from arrears.domain.cases import Purpose, Relationship, SpecialStatus
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel, Language, LineType
from arrears.domain.times import DailyWindow


class ConsentAction(StrEnum):
    """What a person said about being contacted."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Consent:
    """One entry of the consent ledger, about one number and one channel (None: every channel)."""

    action: ConsentAction
    channel: Channel | None
    at: datetime
    how: str  # "application", "sms", "supervisor", ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """A contact that was reserved or made, or a conversation that took place."""

    at: datetime
    channel: Channel
    case_id: str
    by_us: bool  # False: the borrower started it
    counts: bool  # False once it was disproved (never reached the network, refused by the carrier)
    purpose: ContactPurpose
    talked: bool = False  # a telephone conversation took place


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """Everything a rule may look at, read in the same transaction that reserves the contact."""

    case_id: str
    country: str | None  # ISO 3166 alpha-2 of residence
    region: str | None  # state or province
    number_country: str | None
    line_type: LineType
    zones: tuple[str, ...]  # every IANA zone the person may be in: of the number and of the addresses
    relationship: Relationship
    debt_purpose: Purpose
    product: str
    consents: tuple[Consent, ...]  # for this number, oldest first
    statuses: frozenset[SpecialStatus]  # of the person, the number and the case, not cleared
    attempts: tuple[Attempt, ...]  # with this person over the last 30 days, all cases and channels
    inconvenient: tuple[DailyWindow, ...]  # hours the person asked us to avoid, on their wall clock
    inbound_at: datetime | None  # when the message that this one answers came in
    replies_sent: int  # answers already reserved to that message
    opt_out_confirmed: bool  # the one confirmation was already sent, by us or by the carrier
    verified: bool  # identity is verified now, in this conversation
    person_active: bool  # a supervisor has taken the conversation over


@dataclass(frozen=True, slots=True)
class ProposedContact:
    """What someone wants to do."""

    channel: Channel
    carrier: Carrier
    purpose: ContactPurpose
    language: Language
    text: str  # the exact words; personal data
    speaks_of_debt: bool
    lender: str = ""  # registered name that identifies the sender; an outreach without one is refused
