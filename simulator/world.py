"""Everything of one simulator, wired together under one lock."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta

from simulator.borrowers.population import Population
from simulator.calls import Switchboard
from simulator.clock import EventKind, VirtualClock
from simulator.exchanges import Exchanges
from simulator.faults import Faults
from simulator.lender_gateway import LenderGateway
from simulator.messages import Carrier
from simulator.phones import Phones, Text
from simulator.settings import Settings
from simulator.voice.callers import Callers
from simulator.voice.operator import VoiceOperator
from simulator.webhooks import LIMIT_S, Webhooks

POLL_S = 0.002


class World:
    """The state of the process; whoever reads or changes it holds the lock."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lock = threading.RLock()
        self.clock = VirtualClock(settings.clock_start, self.lock)
        self.faults = Faults()
        self.exchanges = Exchanges(self.lock)
        self.webhooks = Webhooks(self.clock, self.faults, self.exchanges, self.lock)
        self.phones = Phones()
        self.population = Population(self.clock, self.write)
        delivered = self._delivered
        self.carrier = Carrier(settings, self.clock, self.faults, self.webhooks, self.phones, delivered)
        self.lender = LenderGateway(settings, self.clock, self.faults, self.webhooks, self.phones, delivered)
        self.switchboard = Switchboard(settings, self.clock, self.faults, self.webhooks)
        self.voice = VoiceOperator(settings, self.clock, self.faults, self.webhooks, self.switchboard)
        self.callers = Callers(self.clock, self.voice, self.population)
        self._ticker = threading.Thread(target=self.clock.run, name="virtual clock", daemon=True)

    def start(self) -> None:
        """Start the clock's thread."""
        self._ticker.start()

    def stop(self) -> None:
        """End every thread."""
        self.clock.stop()
        if self._ticker.is_alive():
            self._ticker.join(timeout=5)
        self.voice.close()
        self.webhooks.close()

    def write(self, number: str, body: str) -> str:
        """Have a phone send a text by its carrier; returns the carrier's id."""
        with self.lock:
            phone = self.phones.get(number)
            if phone.carrier == "lender_gateway":
                sender, sid = self.settings.lender_sender, self.lender.from_phone(number, body)
            else:
                sender = phone.other_side or self.settings.product_number
                sid = self.carrier.from_phone(number, body, sender).sid
            text = Text("from_phone", body, self.clock.now, "sent", sid, phone.carrier, sender)
            phone.thread.append(text)
            return sid

    def repeat(self, number: str, sid: str) -> None:
        """Have the carrier hand over an old text of a phone once more. Raises: KeyError."""
        with self.lock:
            phone = self.phones.known(number)
            text = phone.find(sid) if phone else None
            if text is None or text.direction != "from_phone":
                raise KeyError(sid)
            if text.carrier == "lender_gateway":
                self.lender.repeat_inbound(sid)
            else:
                self.carrier.repeat_inbound(self.carrier.messages[sid])

    def advance(self, seconds: float, settle: bool) -> datetime:
        """Move time on; settling waits, before each event, until no webhook is in flight."""
        if not settle:
            return self.clock.advance(seconds)
        target = self.clock.now + timedelta(seconds=seconds)
        deadline = time.monotonic() + 4 * LIMIT_S
        while True:
            self._settle(deadline)
            due = self.clock.next_event_at()
            if due is None or due > target:
                return self.clock.advance_to(target)
            self.clock.advance_to(due)

    @property
    def pending(self) -> int:
        """Answers of the product that are still to come: to webhooks, and to what callers said."""
        with self.lock:
            return self.webhooks.pending + self.voice.pending

    def _settle(self, deadline: float) -> None:
        while self.pending and time.monotonic() < deadline:
            if not self.webhooks.wait_until_idle(max(0.0, deadline - time.monotonic())):
                return
            if self.pending:
                time.sleep(POLL_S)

    def thinking(self) -> int:
        """How many borrowers are about to answer."""
        return self.clock.count(EventKind.BORROWER)

    def _delivered(self, text: Text, number: str) -> None:
        phone = self.phones.get(number)
        phone.carrier = text.carrier
        self.population.hear(number, text.text)
