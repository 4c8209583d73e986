"""Supervisors' corrections: appended in their name, in the evidence, and never twice the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.conversations import Speaker
from arrears.domain.ids import ConversationId, TurnId
from arrears.domain.intents import Intent
from arrears.services.correct_reading import LONGEST_NOTE, UnusableCorrectionError, correct_reading
from arrears.services.erase_evidence import erase_evidence
from arrears.services.export_corrections import corrected_texts
from arrears.store import conversations, corrections
from arrears.store.evidence import broken_link, entries_of
from arrears.store.views.transcript import transcript
from tests.builders.console import desk_over, save_borrower, save_user, say

PROMISE, STOP, GREET = Intent.PROMISE_TO_PAY, Intent.STOP_TEXTS, Intent.GREET


@pytest.fixture
def desk(sqlite_store):
    return desk_over(sqlite_store)


@pytest.fixture
def mei(desk):
    return save_user(desk.store)


@pytest.fixture
def turn(desk):
    with desk.store.write() as tx:
        return say(tx, save_borrower(tx), "90 on the 22nd, call 212-555-0123", intent="greet")


@pytest.fixture
def correct(desk, mei, turn):
    def said(*intents, note="", **changes):
        asked = {"conversation_id": turn.conversation_id, "turn_id": turn.id} | changes
        return correct_reading(desk, asked["conversation_id"], asked["turn_id"], mei, intents, note)

    return said


def line(desk, turn):
    with desk.store.read() as tx:
        return next(x for x in transcript(tx, turn.conversation_id).lines if x.turn.id == turn.id)


def test_a_correction_stands_beside_the_turn_and_changes_nothing_of_it(desk, turn, correct) -> None:
    before = line(desk, turn).turn
    assert correct(PROMISE, STOP, note=" two things ")
    read = line(desk, turn)
    assert read.turn == before
    assert read.meaning == (PROMISE, STOP)
    (made,) = read.corrections
    assert (made.number, made.note, made.by, made.at) == (1, "two things", "mei", desk.clock.now())


def test_it_is_in_the_evidence_in_the_supervisors_name_without_text_or_note(desk, turn, mei, correct) -> None:
    correct(PROMISE, note="my note")
    with desk.store.read() as tx:
        case_id = conversations.load(tx, turn.conversation_id).case_id
        entry = entries_of(tx, case_id)[-1]
        assert broken_link(tx, case_id) is None
    assert (entry.kind, entry.personal) == ("corrected", {})
    assert entry.payload == {
        "turn": turn.id,
        "conversation": turn.conversation_id,
        "by": mei.id,
        "from": ["greet"],
        "to": ["promise_to_pay"],
    }


def test_what_stands_already_adds_nothing_and_the_last_word_counts(desk, turn, correct) -> None:
    assert not correct(GREET)
    assert correct(PROMISE)
    assert not correct(PROMISE)
    assert correct(PROMISE, note="why")
    assert not correct(PROMISE, note="why")
    assert not correct(PROMISE)
    assert correct(STOP)
    assert [each.intents for each in line(desk, turn).corrections] == [(PROMISE,), (PROMISE,), (STOP,)]


@pytest.mark.parametrize(
    ("intents", "note"),
    [
        ((), ""),
        ((STOP, STOP), ""),
        ((STOP, PROMISE, GREET, Intent.AFFIRM, Intent.DENY), ""),
        ((STOP,), "x" * (LONGEST_NOTE + 1)),
    ],
)
def test_what_is_no_correction_is_refused(desk, turn, correct, intents, note) -> None:
    with pytest.raises(UnusableCorrectionError):
        correct(*intents, note=note)
    assert line(desk, turn).corrections == ()


def test_only_a_borrowers_turn_that_was_read_in_this_conversation_can_be_corrected(
    desk, turn, correct
) -> None:
    with desk.store.write() as tx:
        save_borrower(tx, "two", number="+12125550199")
        ours = replace(turn, id=TurnId("turn-ours"), speaker=Speaker.BOT)
        unread = replace(turn, id=TurnId("turn-unread"), understood=None)
        for one in (ours, unread):
            conversations.append_turn(tx, one)
    for changes in (
        {"turn_id": ours.id},
        {"turn_id": unread.id},
        {"turn_id": TurnId("none")},
        {"conversation_id": ConversationId("conversation-two")},
        {"conversation_id": ConversationId("none")},
    ):
        with pytest.raises(LookupError):
            correct(STOP, **changes)


def test_the_note_is_sealed_and_the_text_is_not_kept_twice(desk, turn, correct) -> None:
    correct(STOP, note="my note")
    with desk.store.engine.connect() as raw:
        row = raw.exec_driver_sql("select * from corrections").one()
    assert "my note" not in str(row)
    assert len(row) == 6


def test_the_last_correction_of_each_text_is_exported_masked(desk, turn, correct) -> None:
    correct(STOP)
    correct(PROMISE, Intent.REQUEST_CALLBACK)
    (one,) = corrected_texts(desk)
    assert one.text == "90 on the 22nd, call •••-•••-••••"
    assert (one.understood, one.label) == (("greet",), "promise_to_pay+request_callback")


def test_a_text_that_was_understood_rightly_after_all_or_is_erased_is_not_exported(
    desk, turn, correct
) -> None:
    correct(STOP)
    correct(GREET)
    assert corrected_texts(desk) == ()
    correct(STOP)
    assert len(corrected_texts(desk)) == 1
    with desk.store.read() as tx:
        case_id = conversations.load(tx, turn.conversation_id).case_id
    erase_evidence(desk, case_id, lambda seq, name: True, person=False, by="lender")
    assert corrected_texts(desk) == ()
    with desk.store.read() as tx:
        assert len(corrections.last_of_every_turn(tx)) == 1


def test_every_digit_of_an_identity_answer_is_hidden_whoever_took_it_for_one(desk, turn, correct) -> None:
    correct(Intent.VERIFY_IDENTITY)
    assert corrected_texts(desk)[0].text == "•• on the ••nd, call •••-•••-••••"
