"""Owners, enterprises, and the numbers where they can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from arrears.domain.ids import ContactPointId, EnterpriseId, PersonId


class Language(StrEnum):
    """A language the agent converses in."""

    EN = "en"
    ZH = "zh"


class Channel(StrEnum):
    """How words reach a person."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    SMS = "sms"
    VOICE = "voice"
    WEB = "web"
    EMAIL = "email"
    LETTER = "letter"


class Carrier(StrEnum):
    """Who carries words: Twilio, the lender's own gateway (mainland China), our own pages, or a call."""

    __hash__ = str.__hash__  # it equals its text; an enum's own is slow, and decisions ask for it often

    TWILIO = "twilio"
    LENDER_GATEWAY = "lender_gateway"
    WEB = "web"  # the borrower's own pages: what is said waits there to be read
    CALL = "call"  # a telephone call through Twilio: what is said within one waits on the line to be spoken


TEXT_CARRIERS = (Carrier.TWILIO, Carrier.LENDER_GATEWAY)
"""Those that carry texts to a number."""


class LineType(StrEnum):
    """What kind of line a number is; an unknown one is treated as a mobile."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    UNKNOWN = "unknown"


class Spot(StrEnum):
    """Where a line or an address is tied to."""

    HOME = "home"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Person:
    """A natural person who owes or guarantees: the owner of a small business, or a consumer."""

    id: PersonId
    name: str  # personal data
    language: Language  # the one the person prefers
    country: str  # ISO 3166 alpha-2 of residence
    region: str | None  # state or province code of residence, when known
    zones: tuple[str, ...]  # IANA zones of the known addresses; empty when there is no evidence
    birth_on: date | None  # personal data; a verification factor
    city: str | None = None  # of residence, when known: some cities have rules of their own


@dataclass(frozen=True, slots=True)
class Enterprise:
    """The business a loan was made to; its owner is another party."""

    id: EnterpriseId
    name: str
    country: str  # ISO 3166 alpha-2


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number as its numbering plan describes it; a ported or moved phone may be elsewhere."""

    e164: str  # personal data
    country: str  # ISO 3166 alpha-2 of the numbering plan
    line_type: LineType  # UNKNOWN where the plan does not tell mobiles apart, as in the US
    zones: tuple[str, ...]  # IANA zones of the area code, sorted; empty when unknown
    region: str | None = None  # state code of a US area code, when known


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """A number, with who carries to it and every zone it may ring in."""

    id: ContactPointId
    person_id: PersonId
    address: str  # E.164; personal data
    country: str  # ISO 3166 alpha-2 of the numbering plan
    line_type: LineType
    carrier: Carrier
    zones: tuple[str, ...]  # IANA zones of the number's area code; empty when unknown
    region: str | None = None  # state or province code of the area code, when known
    spot: Spot | None = None  # the place it is tied to, when known
    stated_at: datetime | None = None  # when the lender, or a person of theirs, last gave it for the person

    def carrier_over(self, channel: Channel) -> Carrier:
        """Who carries words to this point over the channel: a chat stays on our pages, speech on a call."""
        return _CARRIER_OF.get(channel, self.carrier)


_CARRIER_OF = {Channel.WEB: Carrier.WEB, Channel.VOICE: Carrier.CALL}
