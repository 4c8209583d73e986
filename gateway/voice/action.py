"""What Twilio asks once the relay has ended: what follows the conversation, or how to go on after a cut."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

import json
import logging
from collections.abc import Awaitable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.twilio_voice import hang_up
from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.call_scripts import CallScript, Closed
from arrears.domain.calls import CallPath, Ending
from arrears.domain.ids import CallId
from arrears.services.resume_call import resume_call
from arrears.store import calls
from gateway.signed import signed_by_twilio
from gateway.voice.asked_once import asked_once
from gateway.voice.endings import follow
from gateway.voice.gather import listening
from gateway.voice.hearing import Caller
from gateway.voice.scripts import answer, of_ours, permitted, twiml_of
from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

RELAY_TRIES = 3
"""How often the relay is tried again; then each turn is a request of its own."""

_LINE_CUT = "64105"
"""Twilio's error of a WebSocket that ended. Its other errors of the relay (64101, 64102, ...) come again."""

_OVER = frozenset(Ending)

_ASKED = "action"


def routes(board: Switchboard) -> APIRouter:
    """The action of `<Connect>`, and what follows words that were spoken without the relay."""
    router = APIRouter(prefix="/twilio/voice")
    type Signed = Annotated[Form, Depends(signed_by_twilio(board.app))]

    @router.post("/action/{call_id}")
    async def action(call_id: str, request: Request, form: Signed) -> Response:
        # One session of the relay ends once, however often we are told.
        told = form.one("SessionId") or _mark_of(request)

        async def after() -> str:
            await _gone(board, CallId(call_id), form)
            return await run_in_threadpool(_after, board.app, CallId(call_id), form)

        making = asked_once(board, CallId(call_id), f"action/{told}", after) if told else after()
        return answer(await of_ours(making, _ASKED))

    @router.post("/follow/{call_id}/{reason}")
    async def followed(call_id: str, reason: str, request: Request, _form: Signed) -> Response:
        def following() -> Awaitable[str]:
            return run_in_threadpool(follow, board.app, CallId(call_id), reason)

        told = _mark_of(request)
        making = asked_once(board, CallId(call_id), f"follow/{told}", following) if told else following()
        return answer(await of_ours(making, _ASKED))

    return router


def _mark_of(request: Request) -> str:
    """What Twilio gives to a request, and to it alone when it repeats it; empty where it gives nothing."""
    return request.headers.get("I-Twilio-Idempotency-Token", "")


async def _gone(board: Switchboard, call_id: CallId, form: Form) -> None:
    """What was heard on the line counts for what we say next; we may not have noticed that it has gone.

    Of a line that another process held, which has gone with it, nobody can say what was heard; one that we
    have ended has spoken, and noted what was heard of it.
    """
    session, line = form.one("SessionId"), board.lines.get(call_id)
    if line is not None and line.name == session:
        await line.gone()
        return
    ours = board.has_ended(call_id, session) or _reason(call_id, form.one("HandoffData")) is not None
    if session and not ours:
        await run_in_threadpool(Caller(board.app, call_id).nothing_heard)


def _after(app: App, call_id: CallId, form: Form) -> str:
    reason = _reason(call_id, form.one("HandoffData"))
    if reason is not None:
        return follow(app, call_id, reason)
    if form.one("CallStatus") in _OVER:
        return hang_up()
    return _go_on(app, call_id, form.one("ErrorCode"))


def _reason(call_id: CallId, handoff: str) -> str | None:
    """Why we ended the line; None where we did not."""
    try:
        told = json.loads(handoff)
    except ValueError:
        return None
    if not isinstance(told, dict) or told.get("call") != call_id:
        return None
    return str(told.get("reason", ""))


def _go_on(app: App, call_id: CallId, error: str) -> str:
    """The relay once more, or without it where it does not hold."""
    with app.desk.store.read() as tx:
        resumed = calls.load(tx, call_id).resumed
    broken = error.startswith("641") and error != _LINE_CUT
    if resumed < RELAY_TRIES and not broken:
        return twiml_of(app, _taken_up(app, call_id))
    log.warning("relay_given_up", extra={"kind": error if error.isdecimal() else "none"})
    return listening(app, _taken_up(app, call_id, CallPath.GATHER))


def _taken_up(app: App, call_id: CallId, path: CallPath | None = None) -> CallScript:
    """How the call goes on; composed once more where leave was lacking.

    A line that was cut early may still have been writing what was heard of its disclosures: what we say
    next owes those that were not.
    """
    script = permitted(app, resume_call(app.desk, call_id, path))
    return permitted(app, resume_call(app.desk, call_id, path)) if isinstance(script, Closed) else script
