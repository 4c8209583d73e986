"""The only door to a ContactPermit, and the record of one, which cannot send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from arrears.domain.compliance.decision import Finding, Granted
from arrears.domain.ids import OutreachId, PermitId
from arrears.domain.outreach import Outreach
from arrears.domain.people import Carrier, Channel, ContactPoint

PERMIT_LIFE = timedelta(minutes=2)
"""How long a permit may wait for its carrier call before the facts must be read again."""


class PermitExpiredError(ValueError):
    """The permit is too old for a carrier call; none was made."""

    def __init__(self, permit_id: PermitId) -> None:
        super().__init__(f"permit {permit_id} has expired")


@dataclass(frozen=True, slots=True)
class ContactPermit:
    """Leave to make one contact, at one destination, soon. Made by `permit_for` and nowhere else."""

    id: PermitId
    outreach_id: OutreachId
    destination: str  # E.164; personal data
    channel: Channel
    carrier: Carrier
    issued_at: datetime
    expires_at: datetime  # no carrier call after it
    valid_until: datetime  # latest lawful delivery
    findings: tuple[Finding, ...]
    in_call: bool = False  # spoken within a conversation on a call: nothing is dialled for it


@dataclass(frozen=True, slots=True)
class PermitRecord:
    """What is stored and shown of a permit. It has no destination and cannot send."""

    id: PermitId
    outreach_id: OutreachId
    channel: Channel
    carrier: Carrier
    issued_at: datetime
    valid_until: datetime
    findings: tuple[Finding, ...]


def permit_for(
    outreach: Outreach, point: ContactPoint, granted: Granted, *, permit_id: PermitId, now: datetime
) -> ContactPermit:
    """The permit for an outreach that compliance granted, bound to the contact point's own number.

    Raises: ValueError when the number is not the one the outreach was planned for.
    """
    if point.id != outreach.contact_point_id or point.carrier_over(outreach.channel) is not outreach.carrier:
        raise ValueError("the contact point is not the one the outreach was planned for")
    return ContactPermit(
        id=permit_id,
        outreach_id=outreach.id,
        destination=point.address,
        channel=outreach.channel,
        carrier=outreach.carrier,
        issued_at=now,
        expires_at=min(now + PERMIT_LIFE, granted.valid_until),
        valid_until=granted.valid_until,
        findings=granted.findings,
        # A call is placed only for what begins one, never for words of a conversation that goes on or ended.
        in_call=outreach.conversation_id is not None,
    )


def record_of(permit: ContactPermit) -> PermitRecord:
    """The permit without its power to send."""
    return PermitRecord(
        permit.id,
        permit.outreach_id,
        permit.channel,
        permit.carrier,
        permit.issued_at,
        permit.valid_until,
        permit.findings,
    )
