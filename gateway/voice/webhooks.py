"""Twilio's voice webhooks: a call of ours is answered, somebody calls us, a call moves on."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.calls import answered_by_of
from arrears.domain.ids import OutreachId
from arrears.services.answer_call import answer_call
from arrears.services.record_call import record_call_status
from arrears.services.take_call import take_call
from gateway.signed import signed_by_twilio
from gateway.voice.scripts import answer, of_ours, permitted, twiml_of


def routes(app: App) -> APIRouter:
    """The answered call, the call to us, and the status of either."""
    router = APIRouter(prefix="/twilio/voice")
    type Signed = Annotated[Form, Depends(signed_by_twilio(app))]

    @router.post("/answer/{outreach_id}")
    async def answered(outreach_id: str, form: Signed) -> Response:
        call = _call_of(form)
        making = run_in_threadpool(_answered, app, OutreachId(outreach_id), call, form.one("AnsweredBy"))
        return answer(await of_ours(making, "answer"))

    @router.post("/inbound")
    async def inbound_call(form: Signed) -> Response:
        return answer(await run_in_threadpool(_taken, app, _call_of(form), form.one("From")))

    @router.post("/status/{outreach_id}")
    async def status_of_ours(outreach_id: str, form: Signed) -> Response:
        return await _status(app, form, OutreachId(outreach_id))

    @router.post("/status")
    async def status_of_theirs(form: Signed) -> Response:
        return await _status(app, form, None)

    return router


def _call_of(form: Form) -> str:
    """The carrier's id of the call. Raises: HTTPException."""
    if not form.one("CallSid"):
        raise HTTPException(400, "CallSid is required")
    return form.one("CallSid")


async def _status(app: App, form: Form, outreach_id: OutreachId | None) -> Response:
    await run_in_threadpool(
        record_call_status,
        app.desk,
        outreach_id,
        _call_of(form),
        form.one("CallStatus"),
        answered_by=form.one("AnsweredBy"),
    )
    return Response(status_code=204)


def _answered(app: App, outreach_id: OutreachId, call: str, answered_by: str) -> str:
    return twiml_of(app, answer_call(app.desk, outreach_id, call, answered_by_of(answered_by)))


def _taken(app: App, call: str, caller: str) -> str:
    return twiml_of(app, permitted(app, take_call(app.desk, call, caller)))
