"""Whoever runs the live calls: begins and ends them, detects machines, keeps what was said and reported."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urljoin

from simulator.calls import TERMINAL, Call, Switchboard
from simulator.clock import EventKind, VirtualClock, iso
from simulator.faults import Faults
from simulator.settings import Settings
from simulator.voice.amd import begin_detection
from simulator.voice.engine import Engine
from simulator.voice.line import Line
from simulator.voice.parameters import parameters
from simulator.voice.patience import MACHINE_S, TALK_S, watch
from simulator.voice.recordings import Recordings
from simulator.voice.relay_session import Session
from simulator.voice.relay_socket import Sockets
from simulator.voice.signals import Ended, HungUp, Leg, Redirected
from simulator.voice.speech import Pace
from simulator.voice.verbs import perform
from simulator.webhooks import Webhooks, signed_request

KEPT = 1000


@dataclass(frozen=True, slots=True)
class Alert:
    """An error or warning as the carrier's debugger lists it."""

    at: str
    call_sid: str
    code: int
    text: str


class VoiceOperator:
    """The voice of the carrier. Every method runs under the world's lock."""

    def __init__(
        self,
        settings: Settings,
        clock: VirtualClock,
        faults: Faults,
        webhooks: Webhooks,
        switchboard: Switchboard,
    ) -> None:
        self.settings, self.clock, self.faults, self.webhooks = settings, clock, faults, webhooks
        self.switchboard, self.lock = switchboard, clock.lock
        self.recordings = Recordings(settings, clock, self.tell)
        self.sockets = Sockets()
        self.sessions: dict[str, Session] = {}
        self.engines: dict[str, Engine] = {}
        self.lines: dict[str, Line] = {}
        self.alerts: deque[Alert] = deque(maxlen=KEPT)
        self.dice = random.Random(2)
        self.greeted: Callable[[str, str, Line], object] = lambda *_: None
        self._dialling: dict[str, Engine] = {}
        switchboard.operator = self

    def line(self, call: Call) -> Line:
        """A call's line, made on first use."""
        if call.sid not in self.lines:
            pace = Pace(self.settings.latin_per_s, self.settings.chinese_per_s)
            self.lines[call.sid] = Line(self.clock, pace)
        return self.lines[call.sid]

    def answered(self, call: Call, outcome: str) -> None:
        """Somebody or something picked up a call of ours."""
        self.line(call).record("caller", "answers", outcome=outcome)
        engine = self._begin(call, outcome)
        begin_detection(engine, outcome)
        if call.options.get("Record", "").lower() == "true":
            self.recordings.start(call, "OutboundAPI", call.options)
        if (limit := call.options.get("TimeLimit", "")).isdigit():
            self.clock.after(int(limit), EventKind.CARRIER, lambda: self.end(call))
        engine.process.start()

    def receive(self, phone: str, to: str, outcome: str) -> Call:
        """A phone calls the product."""
        call = self.switchboard.receive(phone, to)
        self.line(call).record("caller", "calls")
        self._begin(call, outcome).process.start()
        return call

    def answer_inbound(self, call: Call) -> None:
        """The product's first verb answers the call."""
        if call.direction == "inbound" and call.started is None:
            self.switchboard.connect(call)

    def redirect(self, call: Call, instructions: Mapping[str, str]) -> None:
        """Go on with other instructions."""
        self.engines[call.sid].process.interrupt(Redirected(instructions))

    def end(self, call: Call) -> None:
        """End a live call: the product wants it, or its time is over."""
        self.interrupt(call, Ended())

    def hang_up(self, call: Call) -> None:
        """The person hangs up, or declines where it still rings."""
        if call.direction != "inbound" and call.status != "in-progress":
            self.switchboard.decline(call)
        else:
            self.interrupt(call, HungUp())

    def dial(self, parent: Engine, leg: Call) -> None:
        """Call another leg for a live call."""
        self._dialling[leg.sid] = parent
        self.switchboard.dial(leg)

    def finished(self, engine: Engine) -> None:
        """A course is over: the call too, unless it is a leg that is now connected."""
        call, parent = engine.call, self._dialling.get(engine.call.sid)
        if parent is not None and engine.ran_out and call.status not in TERMINAL:
            if self.faults.outcome(call.to) != "by_hand":
                self.clock.after(TALK_S, EventKind.CARRIER, lambda: self.switchboard.over(call, "completed"))
            parent.post(Leg("ready"))
            return
        unanswered = call.started is None and engine.outcome == "completed"
        self.switchboard.over(call, "canceled" if unanswered else engine.outcome)

    def ended(self, call: Call) -> None:
        """A call is over, answered or not."""
        self.line(call).record("carrier", "ended", status=call.status)
        self.recordings.finish(call)
        self.engines.pop(call.sid, None)
        if (parent := self._dialling.pop(call.sid, None)) is not None:
            parent.post(Leg("ended"))

    def tell(self, call: Call, url: str, found: Mapping[str, str], base: str | None = None) -> None:
        """Tell the product something it need not answer."""
        address = urljoin(base or "", url)
        told = parameters(call) | dict(found)
        self.webhooks.status(signed_request(address, told, self.settings, f"voice {call.sid}"))

    def alert(self, call: Call, code: int, text: str) -> None:
        """Report an error or a warning."""
        self.alerts.append(Alert(iso(self.clock.now), call.sid, code, text))
        self.line(call).record("carrier", "alert", code=code, text=text)

    def alerts_as_dicts(self) -> list[dict[str, object]]:
        """For JSON, oldest first."""
        return [asdict(alert) for alert in self.alerts]

    @property
    def pending(self) -> int:
        """Sessions in which the product's words are still to come."""
        return sum(1 for session in self.sessions.values() if session.pending)

    def close(self) -> None:
        """Forget live calls and drop every socket."""
        with self.lock:
            for engine in self.engines.values():
                engine.process.close()
        self.sockets.close()

    def _begin(self, call: Call, outcome: str) -> Engine:
        engine = Engine(call, self.line(call), self, perform)
        self.engines[call.sid] = engine
        if outcome == "human" and call.parent_sid is None:
            self.greeted(call.sid, call.phone, engine.line)
        if outcome == "human":
            watch(engine)
        elif outcome != "by_hand":
            self.clock.after(MACHINE_S, EventKind.CARRIER, lambda: self.interrupt(call, HungUp()))
        return engine

    def interrupt(self, call: Call, error: Exception) -> None:
        """Break into a live call's course; a call without one is over."""
        engine = self.engines.get(call.sid)
        if engine is not None and not engine.process.done:
            engine.process.interrupt(error)
        else:
            self.switchboard.over(call, "completed")
