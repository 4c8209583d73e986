"""One recording of a call, as the REST API shows it.

Shapes from Twilio's OpenAPI document.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simulator.calls import Call
from simulator.messages import rfc2822

LIVE = frozenset({"in-progress", "paused"})


@dataclass(slots=True)
class Recording:
    """One recording; `resumed` is when it last began to run."""

    sid: str
    call: Call
    source: str
    started: datetime
    updated: datetime
    resumed: datetime
    status: str = "in-progress"
    run_s: float = 0.0
    channels: int = 1
    track: str = "both"
    callback: str | None = None
    events: tuple[str, ...] = ("completed",)
    error_code: int | None = None

    @property
    def duration_s(self) -> int:
        """Whole seconds of sound."""
        return int(self.run_s)

    def resource(self) -> dict[str, object]:
        """The JSON below a call."""
        account = f"/2010-04-01/Accounts/{self.call.account_sid}"
        return {
            "account_sid": self.call.account_sid,
            "api_version": "2010-04-01",
            "call_sid": self.call.sid,
            "conference_sid": None,
            "date_created": rfc2822(self.started),
            "date_updated": rfc2822(self.updated),
            "start_time": rfc2822(self.started),
            "duration": None if self.status in LIVE else str(self.duration_s),
            "sid": self.sid,
            "price": None,
            "uri": f"{account}/Calls/{self.call.sid}/Recordings/{self.sid}.json",
            "encryption_details": None,
            "price_unit": "USD",
            "status": self.status,
            "channels": self.channels,
            "source": self.source,
            "error_code": self.error_code,
            "track": self.track,
        }
