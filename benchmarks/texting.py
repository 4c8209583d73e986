"""Every process, the machine's own time, and a bare carrier to text through."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from rich.console import Console

from benchmarks.carrier import Carrier
from tools.fleet import Ports, free_port
from tools.world import World

LENDERS_NUMBER = "+12125550100"
PATIENCE_SECONDS = 30.0

console = Console()


class TextingWorld:
    """The processes under measurement and the carrier beside them."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        self.world = World(folder, ports=Ports(*(free_port() for _ in range(5))), tick_seconds=1.0)
        env = self.world.env
        env["ARREARS_TWILIO_API_BASE_URL"] = f"http://127.0.0.1:{port}"
        del env["ARREARS_CLOCK_URL"]
        self.carrier = Carrier(port, env["ARREARS_TWILIO_AUTH_TOKEN"])
        self.carrier_url = f"http://127.0.0.1:{port}/2010-04-01/Accounts/AC/Messages.json"
        self._webhook = env["SIMULATOR_INBOUND_SMS_URL"]

    def start(self, portfolio: Path) -> None:
        """Everything up with the portfolio in, and the first contacts of the day made. Raises: FleetError."""
        self.world.prepare(portfolio, lambda words: console.print(f"-- {words}", highlight=False))
        self.world.start(lambda _words: None)
        console.print("-- waiting until the first contacts of the day are made", highlight=False)
        self.carrier.quiet(seconds=4.0)

    def stop(self) -> None:
        """End every process and the carrier."""
        self.world.stop()
        self.carrier.stop()

    def turn(self, phone: str, text: str, patience: float = PATIENCE_SECONDS) -> tuple[str, float]:
        """One text and its reply: the message's id, and milliseconds. Raises: TimeoutError."""
        sid = f"SM{secrets.token_hex(16)}"
        form = {"MessageSid": sid, "From": phone, "To": LENDERS_NUMBER, "Body": text}
        began = time.perf_counter()
        self.carrier.post_signed(self._webhook, form).raise_for_status()
        arrived = self.carrier.arrival(f"outreach-msg-twilio-{sid}-reply", patience)
        return f"msg-twilio-{sid}", (arrived - began) * 1000
