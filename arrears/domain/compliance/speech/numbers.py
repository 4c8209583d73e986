"""The numbers of the speech rules, whom they bind, and whose words they look at."""

from __future__ import annotations

from dataclasses import dataclass

from arrears.domain.compliance.facts import Debt, Place
from arrears.domain.compliance.rule import Applies, Kind, Question
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel

GUIDELINE = "China Banking Association guideline, 30 January 2026"

CHINA_ZONES = frozenset(
    {"Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Harbin", "Asia/Kashgar", "PRC"}
)
"""Zones that show a person may be in mainland China, as the pack of China has them."""

SAY_ONE_THING = frozenset({ContactPurpose.OPT_OUT_CONFIRMATION, ContactPurpose.CRISIS})
"""Contacts to which nothing is added: the confirmation of a stop, and the line to help."""


@dataclass(frozen=True, slots=True)
class SpeechNumbers:
    """The speech rules have words and no numbers."""


def binds(n: SpeechNumbers, place: Place, debt: Debt, kind: Kind) -> Applies:
    """Every contact."""
    return Applies(True, "binds_everyone")


def texts(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts."""
    return kind.channel is Channel.SMS


def twilio_texts(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts over Twilio."""
    return kind.channel is Channel.SMS and kind.carrier is Carrier.TWILIO


def by_us_phone(place: Place, debt: Debt, kind: Kind) -> bool:
    """Texts and calls to whom the TCPA protects."""
    return kind.channel in (Channel.SMS, Channel.VOICE) and in_us(place, debt)


def voicemails(place: Place, debt: Debt, kind: Kind) -> bool:
    """Words left on a machine, by whatever channel somebody proposes it."""
    return kind.voicemail


def in_china(place: Place, debt: Debt, kind: Kind) -> bool:
    """Whether the person lives in mainland China, has a number there, or may be there."""
    return "CN" in place.countries or any(zone in CHINA_ZONES for zone in place.zones)


def in_us(place: Place, debt: Debt) -> bool:
    """Whether the person lives in the United States or has a number there."""
    return "US" in place.countries


def by_person(q: Question) -> bool:
    """Whether a person speaks: one who dialled or wrote, or who took the conversation over."""
    took_over = q.proposed.purpose is ContactPurpose.SUPERVISOR and q.facts.person_active
    return took_over or not q.proposed.automated
