"""Twilio's webhooks while the call is with somebody else: a person of ours, a card, a recording."""

from __future__ import annotations

import logging
from datetime import datetime
from email.utils import parsedate_to_datetime

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from arrears.adapters.twilio_connections import ACCEPT, connect_now, whisper
from arrears.adapters.twilio_voice import hang_up
from arrears.adapters.twilio_webhooks import Form
from arrears.bootstrap import App
from arrears.domain.card_payments import CardPaymentState, after_result
from arrears.domain.ids import CallId, CardPaymentId
from arrears.services import transfer_call
from arrears.services.record_audio import record_recording_status
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.services.take_card import card_payment, end_card, key_of, paid_on
from arrears.services.transfer_call import Reached, person_takes, transfer_ended
from gateway.signed import signed_form
from gateway.voice.endings import after_card, closed
from gateway.voice.scripts import answer
from gateway.voice.switchboard import Switchboard

log = logging.getLogger(__name__)

_SOURCE = "card_by_phone"


def routes(board: Switchboard) -> APIRouter:
    """The person is told, takes the call, and it ends; the card's result; the recording's."""
    router = APIRouter(prefix="/twilio/voice")
    app = board.app

    @router.post("/whisper/{call_id}")
    async def whispered(call_id: str, request: Request) -> Response:
        form = await signed_form(app, request, f"/twilio/voice/whisper/{call_id}")
        if form is None:
            return Response(status_code=403)
        return answer(await run_in_threadpool(_whisper, app, CallId(call_id)))

    @router.post("/whisper/{call_id}/key")
    async def key_pressed(call_id: str, request: Request) -> Response:
        form = await signed_form(app, request, f"/twilio/voice/whisper/{call_id}/key")
        if form is None:
            return Response(status_code=403)
        return answer(await run_in_threadpool(_taken, app, CallId(call_id), form))

    @router.post("/transferred/{call_id}")
    async def transferred(call_id: str, request: Request) -> Response:
        form = await signed_form(app, request, f"/twilio/voice/transferred/{call_id}")
        if form is None:
            return Response(status_code=403)
        return answer(await run_in_threadpool(_transferred, app, CallId(call_id), form))

    @router.post("/paid/{payment_id}")
    async def paid(payment_id: str, request: Request) -> Response:
        form = await signed_form(app, request, f"/twilio/voice/paid/{payment_id}")
        if form is None:
            return Response(status_code=403)
        known = board.remembered(payment_id)
        if known is None:
            known = board.remember(
                payment_id, await run_in_threadpool(_paid, app, CardPaymentId(payment_id), form)
            )
        return answer(known)

    @router.post("/recording")
    async def recording(request: Request) -> Response:
        form = await signed_form(app, request, "/twilio/voice/recording")
        if form is None:
            return Response(status_code=403)
        if not form.one("RecordingSid") or not form.one("CallSid"):
            return Response("RecordingSid and CallSid are required", status_code=400)
        await run_in_threadpool(_recorded, app, form)
        return Response(status_code=204)

    return router


def _whisper(app: App, call_id: CallId) -> str:
    try:
        told = transfer_call.whisper(app.desk, call_id)
    except LookupError:
        log.error("whisper_of_unknown_call")
        return hang_up()
    return whisper(told.words, told.language, call_id, app.settings.public_url)


def _taken(app: App, call_id: CallId, form: Form) -> str:
    """A key other than the one, or none, lets the person go: nobody is connected who has not asked for it."""
    if form.one("Digits") != ACCEPT:
        return hang_up()
    try:
        person_takes(app.desk, call_id)
    except LookupError:
        log.error("whisper_of_unknown_call")
        return hang_up()
    return connect_now()


def _transferred(app: App, call_id: CallId, form: Form) -> str:
    try:
        return closed(app, call_id, transfer_ended(app.desk, call_id, _reached(form)))
    except LookupError:
        log.error("transfer_of_unknown_call")
        return hang_up()


def _reached(form: Form) -> Reached:
    """A machine that answered for the person was let go: only who was connected has talked."""
    bridged = form.one("DialBridged")
    if bridged:
        return Reached.TALKED if bridged == "true" else Reached.NOBODY
    return Reached.TALKED if form.one("DialCallStatus") == "completed" else Reached.NOBODY


def _paid(app: App, payment_id: CardPaymentId, form: Form) -> str:
    """The ledger first: a payment that is proved must not be lost to a failure that follows."""
    try:
        payment = card_payment(app.desk, payment_id)
        result = form.one("Result")
        if after_result(result) is CardPaymentState.PAID:
            reported = ReportedPayment(
                key_of(payment), payment.case_id, payment.amount, paid_on(app.desk), _SOURCE
            )
            record_payment(app.desk, reported)
        ended = end_card(app.desk, payment_id, result, form.one("PaymentConfirmationCode"))
        return after_card(app, ended)
    except LookupError:
        log.error("result_of_unknown_card_payment")
        return hang_up()


def _recorded(app: App, form: Form) -> None:
    duration = form.one("RecordingDuration")
    record_recording_status(
        app.desk,
        form.one("RecordingSid"),
        form.one("CallSid"),
        form.one("RecordingStatus"),
        seconds=int(duration) if duration.isdecimal() else None,
        at=_instant(form.one("RecordingStartTime")),
    )


def _instant(rfc2822: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(rfc2822)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
