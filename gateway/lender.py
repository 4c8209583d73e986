"""Webhooks of the lender's own gateway: the same order as Twilio's, with our signature."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.lender_gateway import HEADER, verified_json
from arrears.bootstrap import App
from arrears.domain.ids import OutreachId
from arrears.domain.people import Carrier
from arrears.services.record_delivery import record_delivery
from arrears.store import inbound
from gateway.turns import Turns

log = logging.getLogger(__name__)


REFERENCE_LENGTH_MAX = 64
ERROR_CODE_LENGTH_MAX = 40


def routes(app: App, turns: Turns) -> APIRouter:
    """The inbound message and the delivery status."""
    router = APIRouter(prefix="/lender-gateway")

    @router.post("/inbound")
    async def inbound_text(request: Request) -> Response:
        message = await _verified(app, request)
        if message is None:
            return Response(status_code=403)
        reference, sender, text = (message.get(name) for name in ("reference", "from", "text"))
        if not (_is_reference(reference) and _is_reference(sender) and isinstance(text, str)):
            return Response("reference, from and text must be strings", status_code=400)
        message_id, _new = await run_in_threadpool(
            inbound.receive,
            app.desk.store,
            Carrier.LENDER_GATEWAY,
            str(reference),
            sender=str(sender),
            text=_whole(text),
            at=app.desk.clock.now(),
        )
        turns.submit(message_id)
        return Response(status_code=204)

    @router.post("/status/{outreach_id}")
    async def delivery_status(outreach_id: str, request: Request) -> Response:
        report = await _verified(app, request)
        if report is None:
            return Response(status_code=403)
        status, reference, error_code = (report.get(name) for name in ("status", "reference", "error_code"))
        known = (reference is None or _is_reference(reference)) and isinstance(status, str)
        if not known or not (error_code is None or _is_reference(error_code, ERROR_CODE_LENGTH_MAX)):
            return Response("status, reference and error_code must be strings", status_code=400)
        await run_in_threadpool(
            record_delivery,
            app.desk,
            OutreachId(outreach_id),
            str(status),
            provider_ref=reference,
            error_code=error_code,
        )
        return Response(status_code=204)

    return router


def _whole(text: str) -> str:
    """The text without halves of a character, which JSON can name and nothing can store."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_reference(value: object, longest: int = REFERENCE_LENGTH_MAX) -> bool:
    """Whether it is a text that our ids can be made of."""
    return isinstance(value, str) and 0 < len(value) <= longest and value.isprintable()


async def _verified(app: App, request: Request) -> dict[str, Any] | None:
    secret = app.settings.lender_gateway_secret.get_secret_value()
    now = app.desk.machine_clock.now()
    message = verified_json(secret, await request.body(), request.headers.get(HEADER), now)
    if message is None:
        log.warning("webhook_refused", extra={"path": "lender-gateway"})
    return message
