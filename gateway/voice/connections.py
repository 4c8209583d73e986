"""Twilio's webhooks while the call is with somebody else: a person of ours, a card, a recording."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from collections.abc import Awaitable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Response
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
from gateway.signed import signed_by_twilio
from gateway.voice.asked_once import asked_once
from gateway.voice.endings import after_card, closed
from gateway.voice.scripts import answer, of_ours
from gateway.voice.switchboard import Switchboard

_SOURCE = "card_by_phone"


def routes(board: Switchboard) -> APIRouter:
    """The person is told, takes the call, and it ends; the card's result; the recording's."""
    router = APIRouter(prefix="/twilio/voice")
    app = board.app
    type Signed = Annotated[Form, Depends(signed_by_twilio(app))]

    @router.post("/whisper/{call_id}")
    async def whispered(call_id: str, _form: Signed) -> Response:
        making = run_in_threadpool(_whisper, app, CallId(call_id))
        return answer(await of_ours(making, "whisper"))

    @router.post("/whisper/{call_id}/key")
    async def key_pressed(call_id: str, form: Signed) -> Response:
        making = run_in_threadpool(_taken, app, CallId(call_id), form.one("Digits"))
        return answer(await of_ours(making, "whisper"))

    @router.post("/transferred/{call_id}")
    async def transferred(call_id: str, form: Signed) -> Response:
        making = run_in_threadpool(_transferred, app, CallId(call_id), form)
        return answer(await of_ours(making, "transfer"))

    @router.post("/paid/{payment_id}")
    async def paid(payment_id: str, form: Signed) -> Response:
        making = _paid_once(board, CardPaymentId(payment_id), form)
        return answer(await of_ours(making, "card"))

    @router.post("/recording")
    async def recording(form: Signed) -> Response:
        if not form.one("RecordingSid") or not form.one("CallSid"):
            return Response("RecordingSid and CallSid are required", status_code=400)
        await run_in_threadpool(_recorded, app, form)
        return Response(status_code=204)

    return router


def _whisper(app: App, call_id: CallId) -> str:
    told = transfer_call.whisper(app.desk, call_id)
    return whisper(told.words, told.language, call_id, app.settings.public_url)


def _taken(app: App, call_id: CallId, key: str) -> str:
    """A key other than the one, or none, lets the person go: nobody is connected who has not asked for it."""
    if key != ACCEPT:
        return hang_up()
    person_takes(app.desk, call_id)
    return connect_now()


def _transferred(app: App, call_id: CallId, form: Form) -> str:
    return closed(app, call_id, transfer_ended(app.desk, call_id, _reached(form)))


def _reached(form: Form) -> Reached:
    """A machine that answered for the person was let go: only who was connected has talked."""
    bridged = form.one("DialBridged")
    if bridged:
        return Reached.TALKED if bridged == "true" else Reached.NOBODY
    return Reached.TALKED if form.one("DialCallStatus") == "completed" else Reached.NOBODY


async def _paid_once(board: Switchboard, payment_id: CardPaymentId, form: Form) -> str:
    """Another result of the same payment is another request: what it proves must be booked."""
    payment = await run_in_threadpool(card_payment, board.app.desk, payment_id)
    request = f"paid/{payment_id}/{form.one('Result')}"

    def making() -> Awaitable[str]:
        return run_in_threadpool(_paid, board.app, payment_id, form)

    return await asked_once(board, payment.call_id, request, making)


def _paid(app: App, payment_id: CardPaymentId, form: Form) -> str:
    """The ledger first: a payment that is proved must not be lost to a failure that follows."""
    payment = card_payment(app.desk, payment_id)
    result = form.one("Result")
    if after_result(result) is CardPaymentState.PAID:
        reported = ReportedPayment(
            key_of(payment), payment.case_id, payment.amount, paid_on(app.desk), _SOURCE
        )
        record_payment(app.desk, reported)
    ended = end_card(app.desk, payment_id, result, form.one("PaymentConfirmationCode"))
    return after_card(app, ended)


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
