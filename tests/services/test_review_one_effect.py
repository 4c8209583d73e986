"""One message has one effect, whichever way it is read."""

from __future__ import annotations

from arrears.domain.intents import Heard, Intent
from arrears.services.answer_question import apologise
from arrears.services.converse import converse
from arrears.services.open_turn import open_turn
from arrears.services.record_status import dispute
from arrears.services.verify_identity import ask_identity
from arrears.store import Store, consents
from tests.builders.line import Line


def test_a_message_that_is_read_otherwise_the_second_time_keeps_its_first_answer(store: Store) -> None:
    line = Line(store)
    line.write_first()
    message_id = line.arrives("what do I owe")
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    first = ask_identity(line.desk, Heard(message_id))
    assert dispute(line.desk, Heard(message_id, Intent.DISPUTE)) == first
    borrower = line.borrower
    with store.read() as tx:
        standing = consents.statuses_for(tx, borrower.person.id, borrower.case.id, borrower.point.id)
    assert standing == frozenset()


def test_an_action_that_ends_after_the_apology_does_nothing(store: Store) -> None:
    line = Line(store)
    line.write_first()
    message_id = line.arrives("what do I owe")
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    sorry = apologise(line.desk, Heard(message_id))
    assert ask_identity(line.desk, Heard(message_id)) == sorry


def test_an_apology_after_the_effect_is_the_answer_of_the_effect(store: Store) -> None:
    line = Line(store)
    line.write_first()
    message_id = line.arrives("what do I owe")
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    converse(line.desk, line.dialogue, turn)
    assert "date of birth" in apologise(line.desk, Heard(message_id)).said[0].text
