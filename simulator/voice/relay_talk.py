"""A session of ConversationRelay as it runs: whose turn it is, and what happens next."""

from __future__ import annotations

from simulator.voice.process import Course, Wait
from simulator.voice.relay_session import Over, Session
from simulator.voice.signals import Closed, Frame, Opened, Pressed, Spoke

# 39001 is in the page on ConversationRelay; the other two are from memory.
NETWORK, CLOSED_BY_PRODUCT, CANNOT_OPEN = 39001, 64105, 64102
# A polite caller speaks after so long in which nothing was said to them.
PATIENCE_S = 10.0


def talk(session: Session, session_id: str) -> Course[Over]:
    """Carry signals between the product and the caller until the session is over."""
    opened, asked, line = False, session.engine.operator.clock.now, session.line
    while True:
        waited = (session.engine.operator.clock.now - asked).total_seconds()
        ready = opened and not line.speaking and (session.mouth.silent or waited >= PATIENCE_S)
        signal: object = _turn(session, ready)
        if signal is None:
            signal = (yield Wait(_due_s(session, PATIENCE_S - waited))) or line.take_barge()
        match signal:
            case Opened():
                opened = True
                session.send("setup", **_setup(session, session_id))
                session.greet()
            case Closed():
                return _closed(signal, opened)
            case Frame():
                if (over := session.receive(signal.data)) is not None:
                    return over
            case Spoke():
                session.hear(signal)
                _perhaps_drop(session)
            case Pressed():
                session.press(signal)
        if isinstance(signal, Opened | Frame | Spoke) or line.speech is not None:
            asked = session.engine.operator.clock.now
        session.mouth.progress()


def _turn(session: Session, ready: bool) -> Spoke | Pressed | None:
    """What the caller has been waiting to say, when it is their turn."""
    line = session.line
    if ready and not line.listening:
        line.listening = True
        line.quiet()
    line.listening = ready
    return line.next_turn() if ready else None


def _due_s(session: Session, patience_s: float) -> float | None:
    """Seconds until there is something to do without a signal."""
    line = session.line
    found: list[float] = []
    if line.speech is not None and line.speaking:
        found.append(line.speech.piece_remaining_s)
        if (barge := line.barge_due_s()) is not None:
            found.append(barge)
    elif patience_s > 0 and not session.mouth.silent:
        found.append(patience_s)
    return min(found, default=None)


def _setup(session: Session, session_id: str) -> dict[str, object]:
    call = session.engine.call
    given = {
        child.get("name"): child.get("value") for child in session.verb.children if child.name == "Parameter"
    }
    return {
        "sessionId": session_id,
        "accountSid": call.account_sid,
        "parentCallSid": call.parent_sid or "",
        "callSid": call.sid,
        "from": call.sender,
        "to": call.to,
        "forwardedFrom": "",
        "callType": "PSTN",
        "callerName": "",
        "direction": call.direction,
        "callStatus": "RINGING",
        "customParameters": given,
    }


def _closed(closed: Closed, opened: bool) -> Over:
    if not opened:
        return Over("failed", None, CANNOT_OPEN, "Unable to connect to the WebSocket URL.")
    if closed.code in {1000, 1001}:
        return Over("failed", None, CLOSED_BY_PRODUCT, "The WebSocket was closed by its server.")
    return Over("failed", None, NETWORK, "Network connection to WebSocket server failed.")


def _perhaps_drop(session: Session) -> None:
    operator = session.engine.operator
    if operator.dice.random() < operator.faults.relay_drops:
        session.drop()
