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


def routes(app: App, turns: Turns) -> APIRouter:
    """The inbound message and the delivery status."""
    router = APIRouter(prefix="/lender-gateway")

    @router.post("/inbound")
    async def inbound_text(request: Request) -> Response:
        message = await _verified(app, request)
        if message is None:
            return Response(status_code=403)
        fields = {name: message.get(name) for name in ("reference", "from", "text")}
        if not all(isinstance(value, str) for value in fields.values()) or not fields["reference"]:
            return Response("reference, from and text must be strings", status_code=400)
        message_id, _new = await run_in_threadpool(
            inbound.receive,
            app.desk.store,
            Carrier.LENDER_GATEWAY,
            str(fields["reference"]),
            sender=str(fields["from"]),
            text=str(fields["text"]),
            at=app.desk.clock.now(),
        )
        turns.submit(message_id)
        return Response(status_code=204)

    @router.post("/status/{outreach_id}")
    async def delivery_status(outreach_id: str, request: Request) -> Response:
        report = await _verified(app, request)
        if report is None:
            return Response(status_code=403)
        await run_in_threadpool(
            record_delivery,
            app.desk,
            OutreachId(outreach_id),
            str(report.get("status", "")),
            provider_ref=report.get("reference"),
            error_code=report.get("error_code"),
        )
        return Response(status_code=204)

    return router


async def _verified(app: App, request: Request) -> dict[str, Any] | None:
    secret = app.settings.lender_gateway_secret.get_secret_value()
    now = app.desk.machine_clock.now()
    message = verified_json(secret, await request.body(), request.headers.get(HEADER), now)
    if message is None:
        log.warning("webhook_refused", extra={"path": "lender-gateway"})
    return message
