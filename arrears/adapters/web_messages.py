"""The Messenger of the web chat: what is permitted waits on the page that the borrower has open."""

from __future__ import annotations

from arrears.domain.compliance.permit import ContactPermit, PermitExpiredError
from arrears.domain.people import Carrier
from arrears.ports import Clock, SendOutcome, SendResult


class WebMessenger:
    """Takes every permitted message: its words are in the transcript, which the page shows once sent."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def send(self, permit: ContactPermit, body: str) -> SendResult:
        """Taken. Raises: PermitExpiredError; ValueError when the permit is for another carrier."""
        if self._clock.now() > permit.expires_at:
            raise PermitExpiredError(permit.id)
        if permit.carrier is not Carrier.WEB:
            raise ValueError(f"permit {permit.id} is not for the web chat")
        return SendResult(SendOutcome.TAKEN, provider_ref=permit.outreach_id)
