"""Takes stored inbound messages through a turn, in a bounded pool of threads."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from arrears.bootstrap import App
from arrears.dialogue.answering import OpenTurn
from arrears.domain.carrier_words import CarrierWord, carrier_word, twilio_answers
from arrears.domain.conversations import AnsweredTurn
from arrears.domain.ids import MessageId
from arrears.domain.intents import Heard
from arrears.domain.people import Carrier
from arrears.ports import DialogueFailedError
from arrears.services.answer_question import apologise
from arrears.services.close_turn import close_turn
from arrears.services.converse import converse
from arrears.services.dispatch_outreach import dispatch
from arrears.services.open_turn import TRIES, open_turn
from arrears.services.record_status import crisis_again
from arrears.services.stop_contact import help_text, start_texts, stop_texts
from arrears.store import inbound, people

log = logging.getLogger(__name__)

WORKERS = 8
SWEEP_SECONDS = 1.0


def take_turn(app: App, message_id: MessageId) -> None:
    """Answer one stored message. Every step may be repeated after a crash without a second effect."""
    turn = open_turn(app.desk, message_id)
    if turn is None:
        return
    answered = None
    try:
        if turn.tries_left >= 0:
            answered = _answer(app, turn)
        else:
            apologise(app.desk, Heard(message_id))
    except DialogueFailedError as error:
        if turn.tries_left > 0:
            _put_off(app, turn)
            raise
        log.warning("dialogue_failed", extra={"message_id": message_id, "kind": str(error)})
        apologise(app.desk, Heard(message_id))
    reply = close_turn(app.desk, turn, answered)
    if reply is not None:
        dispatch(app.desk, app.messengers, reply)


def _put_off(app: App, turn: OpenTurn) -> None:
    """Let the engine come back before it is asked again: 1, 2, 4 and 8 seconds."""
    wait = timedelta(seconds=2 ** (TRIES - 1 - turn.tries_left))
    with app.desk.store.write() as tx:
        inbound.release(tx, turn.message_id, app.desk.machine_clock.now() + wait)


def _answer(app: App, turn: OpenTurn) -> AnsweredTurn | None:
    """Let the right one answer: a carrier word, a person who holds the conversation, or the engine."""
    if turn.answered_before:
        return None
    match carrier_word(turn.text):
        case CarrierWord.STOP:
            with app.desk.store.read() as tx:
                point = people.load_contact_point(tx, turn.conversation.contact_point_id)
            # Twilio confirms its own stop words; every other one is left to us.
            carrier = point.carrier_over(turn.conversation.channel)
            confirmed = carrier is Carrier.TWILIO and twilio_answers(turn.text)
            stop_texts(app.desk, Heard(turn.message_id), carrier_confirmed=confirmed)
            return None
        case CarrierWord.START:
            start_texts(app.desk, Heard(turn.message_id))
            return None
        case CarrierWord.HELP:
            help_text(app.desk, Heard(turn.message_id))
            return None
        case None:
            if turn.conversation.taken_over_by is not None:
                return None
            if turn.in_crisis:
                crisis_again(app.desk, Heard(turn.message_id))
                return None
            return converse(app.desk, app.dialogue, turn)


class Turns:
    """A pool that takes messages as they come, and sweeps up those a crash has left."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._pool = ThreadPoolExecutor(max_workers=WORKERS, thread_name_prefix="turn")
        self._stopped = threading.Event()
        self._sweeper = threading.Thread(target=self._sweep, name="turn-sweeper", daemon=True)

    def start(self) -> None:
        """Begin sweeping."""
        self._sweeper.start()

    def stop(self) -> None:
        """Finish the turns in hand."""
        self._stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, message_id: MessageId) -> None:
        """Take the message soon; a message that must wait for an earlier one is swept up after it."""
        self._pool.submit(self._guarded, message_id)

    def _guarded(self, message_id: MessageId) -> None:
        try:
            take_turn(self._app, message_id)
            self._next_of_queue()
        except DialogueFailedError:
            log.warning("dialogue_failed", extra={"message_id": message_id})
        except Exception as error:  # the message stays stored and leased; the sweep takes it up again
            log.error("turn_failed", extra={"message_id": message_id, "kind": type(error).__name__})

    def _next_of_queue(self) -> None:
        """A borrower's next messages may have waited for this one."""
        while not self._stopped.is_set() and (waiting := self._open()):
            for message_id in waiting:
                take_turn(self._app, message_id)

    def _sweep(self) -> None:
        while not self._stopped.wait(SWEEP_SECONDS):
            try:
                for message_id in self._open():
                    self.submit(message_id)
            except Exception as error:  # the database was away, or we are stopping: tried again next round
                log.error("sweep_failed", extra={"kind": type(error).__name__})

    def _open(self) -> tuple[MessageId, ...]:
        with self._app.desk.store.read() as tx:
            return inbound.open_messages(tx, self._app.desk.machine_clock.now())
