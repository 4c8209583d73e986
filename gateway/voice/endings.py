"""What follows once a conversation on the phone is over, as TwiML."""

from __future__ import annotations

import logging
from typing import assert_never

from arrears.adapters.twilio_connections import ask_for_card, connect_person
from arrears.adapters.twilio_voice import hang_up, say_and_hang_up
from arrears.bootstrap import App
from arrears.domain.call_scripts import Closed, Ends, Silent, Transfer
from arrears.domain.calls import CallPath
from arrears.domain.card_payments import CardPayment
from arrears.domain.ids import CallId
from arrears.phone.calling import closing_words
from arrears.ports import RecorderFailedError
from arrears.services import record_call
from arrears.services.book_callback import book_as_asked
from arrears.services.record_audio import go_on_after_card, pause_for_card
from arrears.services.resume_call import resume_call
from arrears.services.take_card import NOT_BEGUN, begin_card, end_card, words_after
from arrears.services.transfer_call import transfer_call
from arrears.store import calls
from gateway.voice.following import follow as follow_recording
from gateway.voice.gather import listening
from gateway.voice.scripts import permitted, twiml_of

log = logging.getLogger(__name__)


def follow(app: App, call_id: CallId, reason: str) -> str:
    """The TwiML for why the conversation is over: an `Ends`, or a reason of ours, after which we hang up.

    The call has been told so already, unless somebody else goes on with it. Raises: LookupError.
    """
    match reason:
        case Ends.PERSON:
            follow_recording(app, call_id)
            return _to_person(app, call_id)
        case Ends.PAY:
            return _to_card(app, call_id)
        case Ends.CALLBACK:
            return closed(app, call_id, book_as_asked(app.desk, call_id))
        case _:
            record_call.hang_up(app.desk, call_id)
            return hang_up()


def closed(app: App, call_id: CallId, script: Closed | Silent) -> str:
    """The last words, whose end the carrier reports; without any, it ends now. Raises: LookupError."""
    if isinstance(script, Silent):
        record_call.hang_up(app.desk, call_id)
    return twiml_of(app, script)


def after_card(app: App, payment: CardPayment) -> str:
    """What became of the payment is said, and the conversation goes on. Raises: LookupError."""
    _record_again(app, payment.call_id)
    key, values = words_after(app.desk, payment)
    script = permitted(app, resume_call(app.desk, payment.call_id, None, key=key, **values))
    with app.desk.store.read() as tx:
        path = calls.load(tx, payment.call_id).path
    return listening(app, script) if path is CallPath.GATHER else twiml_of(app, script)


def _to_person(app: App, call_id: CallId) -> str:
    script = transfer_call(app.desk, call_id)
    match script:
        case Transfer(number=number, words=words, language=language):
            return connect_person(words, language, number, call_id, app.settings.public_url)
        case Closed() | Silent():
            return closed(app, call_id, script)
        case _:
            assert_never(script)


def _to_card(app: App, call_id: CallId) -> str:
    connector = app.settings.twilio_pay_connector
    taking = None if connector is None else begin_card(app.desk, call_id)
    if taking is None or connector is None:
        return _where_else(app, call_id)
    if not _is_kept_out(app, call_id):
        return after_card(app, end_card(app.desk, taking.payment.id, NOT_BEGUN))
    public_url = app.settings.public_url
    return ask_for_card(
        taking.payment, taking.words, taking.language, connector=connector, public_url=public_url
    )


def _is_kept_out(app: App, call_id: CallId) -> bool:
    """Whether the recording, if there is one, hears no card."""
    if app.recorder is None:
        return True
    try:
        pause_for_card(app.desk, app.recorder, call_id)
    except RecorderFailedError as error:
        log.error("recording_not_paused", extra={"call_id": call_id, "kind": str(error)})
        return False
    return True


def _record_again(app: App, call_id: CallId) -> None:
    if app.recorder is None:
        return
    try:
        go_on_after_card(app.desk, app.recorder, call_id)
    except RecorderFailedError as error:
        log.error("recording_not_resumed", extra={"call_id": call_id, "kind": str(error)})


def _where_else(app: App, call_id: CallId) -> str:
    """Where a person can be reached, which is where payments are taken, too."""
    with app.desk.store.read() as tx:
        language = calls.load(tx, call_id).language
    return say_and_hang_up(closing_words(app.desk, language), language)
