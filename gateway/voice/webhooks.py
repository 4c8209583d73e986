"""Twilio's voice webhooks: a call of ours is answered, somebody calls us, a call moves on."""

from __future__ import annotations

import logging

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.twilio_voice import hang_up
from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.calls import answered_by_of
from arrears.domain.ids import OutreachId
from arrears.services.answer_call import answer_call
from arrears.services.record_call import record_call_status
from arrears.services.take_call import take_call
from gateway.signed import signed_form
from gateway.voice.scripts import answer, permitted, twiml_of

log = logging.getLogger(__name__)

_NO_CALL = "CallSid is required"


def routes(app: App) -> APIRouter:
    """The answered call, the call to us, and the status of either."""
    router = APIRouter(prefix="/twilio/voice")

    @router.post("/answer/{outreach_id}")
    async def answered(outreach_id: str, request: Request) -> Response:
        form = await signed_form(app, request, f"/twilio/voice/answer/{outreach_id}")
        if form is None:
            return Response(status_code=403)
        if not form.one("CallSid"):
            return Response(_NO_CALL, status_code=400)
        return answer(await run_in_threadpool(_answered, app, OutreachId(outreach_id), form))

    @router.post("/inbound")
    async def inbound_call(request: Request) -> Response:
        form = await signed_form(app, request, "/twilio/voice/inbound")
        if form is None:
            return Response(status_code=403)
        if not form.one("CallSid"):
            return Response(_NO_CALL, status_code=400)
        return answer(await run_in_threadpool(_taken, app, form))

    @router.post("/status/{outreach_id}")
    async def status_of_ours(outreach_id: str, request: Request) -> Response:
        return await _status(app, request, OutreachId(outreach_id))

    @router.post("/status")
    async def status_of_theirs(request: Request) -> Response:
        return await _status(app, request, None)

    return router


async def _status(app: App, request: Request, outreach_id: OutreachId | None) -> Response:
    path = "/twilio/voice/status" if outreach_id is None else f"/twilio/voice/status/{outreach_id}"
    form = await signed_form(app, request, path)
    if form is None:
        return Response(status_code=403)
    if not form.one("CallSid"):
        return Response(_NO_CALL, status_code=400)
    await run_in_threadpool(
        record_call_status,
        app.desk,
        outreach_id,
        form.one("CallSid"),
        form.one("CallStatus"),
        answered_by=form.one("AnsweredBy"),
    )
    return Response(status_code=204)


def _answered(app: App, outreach_id: OutreachId, form: Form) -> str:
    try:
        script = answer_call(
            app.desk, outreach_id, form.one("CallSid"), answered_by_of(form.one("AnsweredBy"))
        )
    except LookupError:
        log.error("answer_of_unknown_outreach")
        return hang_up()
    return twiml_of(app, script)


def _taken(app: App, form: Form) -> str:
    script = take_call(app.desk, form.one("CallSid"), form.one("From"))
    return twiml_of(app, permitted(app, script))
