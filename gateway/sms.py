"""Twilio's webhooks: verify over the raw body, store, answer at once; think afterwards."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from typing import Annotated

from fastapi import APIRouter, Depends, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.ids import OutreachId
from arrears.domain.people import Carrier
from arrears.services.record_delivery import record_delivery
from arrears.store import inbound
from gateway.signed import signed_by_twilio
from gateway.turns import Turns

EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'


def routes(app: App, turns: Turns) -> APIRouter:
    """The inbound message and the delivery status."""
    router = APIRouter(prefix="/twilio")
    type Signed = Annotated[Form, Depends(signed_by_twilio(app))]

    @router.post("/sms")
    async def inbound_sms(form: Signed) -> Response:
        reference, sender = form.one("MessageSid"), form.one("From")
        if not reference or not sender:
            return Response("MessageSid and From are required", status_code=400)
        await run_in_threadpool(_store, app, turns, form)
        return Response(EMPTY_TWIML, media_type="text/xml")

    @router.post("/status/{outreach_id}")
    async def delivery_status(outreach_id: str, form: Signed) -> Response:
        await run_in_threadpool(
            record_delivery,
            app.desk,
            OutreachId(outreach_id),
            form.one("MessageStatus"),
            provider_ref=form.one("MessageSid") or None,
            error_code=form.one("ErrorCode") or None,
        )
        return Response(status_code=204)

    return router


def _store(app: App, turns: Turns, form: Form) -> None:
    """Store the text before anything is thought about it; a message without a body is one too (a picture)."""
    text = form.one("Body")
    message_id, _new = inbound.receive(
        app.desk.store,
        Carrier.TWILIO,
        form.one("MessageSid"),
        sender=form.one("From"),
        text=text,
        at=app.desk.clock.now(),
    )
    turns.submit(message_id)
