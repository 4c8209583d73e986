"""Connect and ConversationRelay: a session over a WebSocket, then the action.

Source: https://www.twilio.com/docs/voice/twiml/connect/conversationrelay (action callback, codes)
"""

from __future__ import annotations

from datetime import datetime

from twilio.request_validator import RequestValidator

from simulator.addresses import as_seen_by_twilio, dialled, relay_url_allowed
from simulator.phones import new_sid
from simulator.voice.engine import Engine
from simulator.voice.instructions import document as fetch
from simulator.voice.process import Course
from simulator.voice.relay_session import Over, Session
from simulator.voice.relay_talk import CANNOT_OPEN, talk
from simulator.voice.signals import Ended, HungUp, Redirected
from simulator.voice.twiml import Document, Verb


class Mailbox:
    """Hands the signals of one socket to the call; those that come after the session are nobody's."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.open = True

    def post(self, signal: object) -> None:
        """Called from the socket's thread."""
        with self._engine.operator.lock:
            if self.open:
                self._engine.post(signal)


def connect(engine: Engine, verb: Verb, document: Document) -> Course[Document | None]:
    """Run the session; go on at the action, or with the next verb."""
    relay = next((child for child in verb.children if child.name == "ConversationRelay"), None)
    if relay is None or len(verb.children) > 1:
        engine.operator.alert(engine.call, 12200, "Connect takes one ConversationRelay here")
        if relay is None:
            return None
    session_id, began = new_sid("VX"), engine.operator.clock.now
    if engine.operator.recordings.drop_outbound(engine.call):
        engine.operator.alert(
            engine.call, 12200, "Record is ignored with ConversationRelay; use Start Recording"
        )
    try:
        over = yield from _converse(engine, relay, session_id)
    except HungUp:
        if action := verb.get("action"):
            found = _result(engine, session_id, began, Over("completed")) | {"CallStatus": "completed"}
            engine.operator.tell(engine.call, action, found, base=document.url)
        raise
    engine.line.record("carrier", "session over", status=over.status, code=over.code)
    if over.code is not None:
        engine.operator.alert(engine.call, over.code, over.message)
    if not verb.get("action"):
        return None
    found = _result(engine, session_id, began, over)
    return (yield from fetch(engine, verb.get("action"), document.url, verb.get("method"), found))


def _result(engine: Engine, session_id: str, began: datetime, over: Over) -> dict[str, str]:
    seconds = int((engine.operator.clock.now - began).total_seconds())
    found = {"SessionId": session_id, "SessionStatus": over.status, "SessionDuration": str(seconds)}
    if over.handoff is not None:
        found["HandoffData"] = over.handoff
    if over.code is not None:
        found |= {"ErrorCode": str(over.code), "ErrorMessage": over.message}
    return found


def _converse(engine: Engine, verb: Verb, session_id: str) -> Course[Over]:
    url = as_seen_by_twilio(verb.get("url"))
    if not relay_url_allowed(verb.get("url")):
        return Over("failed", None, CANNOT_OPEN, "The URL must be wss, without a query string.")
    settings = engine.operator.settings
    there, headers = dialled(url, settings)
    signature: str = RequestValidator(settings.auth_token).compute_signature(url, {})
    mailbox = Mailbox(engine)
    socket = engine.operator.sockets.open(there, headers | {"X-Twilio-Signature": signature}, mailbox.post)
    session = engine.operator.sessions[engine.call.sid] = Session(engine, verb, socket)
    try:
        return (yield from talk(session, session_id))
    except (HungUp, Ended, Redirected):
        session.mouth.finish()
        raise
    finally:
        mailbox.open = False
        engine.line.listening = False
        session.mouth.finish()
        socket.close()
        del engine.operator.sessions[engine.call.sid]
