"""How long people and machines stay on a line. All of it is ours."""

from __future__ import annotations

from simulator.calls import TERMINAL
from simulator.clock import EventKind
from simulator.voice.engine import Engine
from simulator.voice.signals import HungUp

# Where nothing is said; at a machine; and a person who was dialled and has been connected.
SILENCE_S, MACHINE_S, TALK_S = 45.0, 120.0, 30.0


def watch(engine: Engine) -> None:
    """Have the person hang up once nothing has happened for long."""
    seen, operator = len(engine.line.events), engine.operator

    def look() -> None:
        if engine.process.done or engine.call.status in TERMINAL:
            return
        idle = len(engine.line.events) == seen and engine.line.silent
        if idle and not _connected(engine):
            engine.process.interrupt(HungUp())
        else:
            watch(engine)

    operator.clock.after(SILENCE_S, EventKind.CARRIER, look)


def _connected(engine: Engine) -> bool:
    """Whether another leg of the call rings or talks."""
    calls = engine.operator.switchboard.calls.values()
    return any(leg.parent_sid == engine.call.sid and leg.status not in TERMINAL for leg in calls)
