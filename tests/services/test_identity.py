"""Who is on the line, and where a conversation stands: read afresh from our own rows, every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.dialogue.answering import party_now, stage_of
from arrears.domain.conversations import Stage
from arrears.domain.identity import IdentityAttempt, verified_party
from arrears.domain.ids import ContactPointId, ConversationId, PersonId
from arrears.services.sweep_promises import sweep_promises
from arrears.store import Store, consents, conversations, handovers, people
from tests.builders.line import SAYINGS, Line
from tests.builders.store import MONDAY_NOON_UTC, a_borrower

RIGHT, WRONG = "03/09/1975 4421", "03/09/1976 4421"
HALF_AN_HOUR = timedelta(minutes=30)


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def stage(line: Line) -> Stage:
    with line.store.read() as tx:
        return stage_of(tx, conversations.load(tx, line.conversation_id), line.clock.now())


def is_verified(line: Line) -> bool:
    with line.store.read() as tx:
        return party_now(tx, conversations.load(tx, line.conversation_id), line.clock.now()) is not None


@pytest.mark.parametrize(
    ("idle", "holds"), [(HALF_AN_HOUR, True), (HALF_AN_HOUR + timedelta(seconds=1), False)]
)
def test_verification_lapses_after_half_an_hour_of_silence(line: Line, idle, holds) -> None:
    line.says(RIGHT)
    line.clock.at += idle
    assert is_verified(line) is holds


def test_whoever_goes_on_talking_stays_verified(line: Line) -> None:
    line.says(RIGHT)
    for _ in range(5):
        line.clock.move(minutes=28)
        assert "$1,400.00" in line.says("what do I owe")


def test_silence_that_lapsed_the_proof_is_not_undone_by_what_is_said_after_it(line: Line) -> None:
    line.says(RIGHT)
    line.clock.move(minutes=30)
    for _ in range(3):
        assert "$" not in line.says("what do I owe")
    assert not is_verified(line)


def test_after_the_lapse_the_question_comes_again_and_no_figure(line: Line) -> None:
    line.says(RIGHT)
    line.clock.move(minutes=30)
    reply = line.says("what do I owe")
    assert "date of birth" in reply
    assert "$" not in reply
    assert "$1,400.00" in line.says(RIGHT)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"conversation_id": ConversationId("other")},
        {"contact_point_id": ContactPointId("other")},
        {"matched": False},
    ],
)
def test_proof_is_of_one_conversation_and_one_number(change) -> None:
    proof = IdentityAttempt(
        PersonId("p"), ConversationId("c"), ContactPointId("n"), matched=True, at=MONDAY_NOON_UTC
    )
    party = verified_party(
        (replace(proof, **change),),
        conversation_id=ConversationId("c"),
        contact_point_id=ContactPointId("n"),
        active_at=(),
        now=MONDAY_NOON_UTC,
    )
    assert (party is not None) is (change == {})


def test_a_change_of_number_needs_new_proof(line: Line) -> None:
    line.says(RIGHT)
    other = replace(line.borrower.point, id=ContactPointId("point-other"), address="+12125550188")
    with line.store.write() as tx:
        people.save_contact_point(tx, other)
    line.borrower = replace(line.borrower, point=other)
    assert "date of birth" in line.says("what do I owe")


@pytest.mark.parametrize("text", ["4421", "03/09/1975", "my birthday is 03/09/1975", "03/09/1975 4422"])
def test_one_factor_or_a_wrong_one_proves_nothing(line: Line, text) -> None:
    line.dialogue.intents[text] = "verify_identity"
    reply = line.says(text)
    assert "$" not in reply
    assert not is_verified(line)


@pytest.mark.parametrize(
    ("text", "proves"),
    [
        ("its nineteen seventy five mar 9 and the numbers is 4421", True),
        ("march nine nineteen seventy five, four four two one", True),
        ("nineteen seventy six mar 9 and 4421", False),
        ("nineteen seventy five mar 9", False),
    ],
)
def test_a_dictated_text_proves_as_a_written_one_does(sqlite_store: Store, text: str, proves: bool) -> None:
    line = Line(sqlite_store, sayings=SAYINGS | {text: "verify_identity"})
    line.write_first()
    said = line.says(text)
    assert is_verified(line) is proves
    assert proves or "does not match" in said


def test_a_person_without_a_birth_date_on_file_cannot_be_verified_by_a_machine(sqlite_store: Store) -> None:
    borrower = a_borrower()
    line = Line(sqlite_store, replace(borrower, person=replace(borrower.person, birth_on=None)))
    assert "$" not in line.says(RIGHT)


def test_guesses_are_counted_over_conversations(line: Line) -> None:
    for _ in range(2):
        line.says(WRONG)
    line.clock.move(hours=12)
    with line.store.write() as tx:
        tx.exec_driver_sql("UPDATE conversations SET last_turn_at = '2026-02-01 00:00:00'")
    assert "A person will" in line.says(WRONG)
    assert "could not confirm" in line.says(RIGHT)
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["identity"]


def test_after_a_day_one_may_guess_again(line: Line) -> None:
    for _ in range(3):
        line.says(WRONG)
    line.clock.move(hours=23, minutes=50)
    assert "could not confirm" in line.says(RIGHT)
    line.clock.move(minutes=10)
    assert "$1,400.00" in line.says(RIGHT)


def test_the_stage_follows_the_rows(line: Line) -> None:
    line.says("who is this")
    assert stage(line) is Stage.UNVERIFIED
    line.says(RIGHT)
    assert stage(line) is Stage.VERIFIED
    line.says("I can do $350 a month starting on the 15th")
    assert stage(line) is Stage.READ_BACK
    line.says("no")
    assert stage(line) is Stage.VERIFIED
    line.says("I can do $350 a month starting on the 15th")
    line.says("yes")
    assert stage(line) is Stage.CLOSED
    line.clock.move(minutes=31)
    assert stage(line) is Stage.UNVERIFIED


def test_a_broken_plan_opens_the_conversation_again(line: Line) -> None:
    line.agree()
    line.clock.move(days=20)
    sweep_promises(line.desk)
    line.says(RIGHT)
    with line.store.read() as tx:
        live = conversations.live_one(tx, line.borrower.point.id, conversations.Channel.SMS, line.clock.now())
        assert stage_of(tx, live, line.clock.now()) is Stage.VERIFIED


def test_the_engine_is_told_the_stage_and_neither_number_nor_name(line: Line) -> None:
    line.says(RIGHT)
    line.says("what do I owe")
    assert [asked.stage for asked in line.dialogue.asked] == [Stage.UNVERIFIED, Stage.VERIFIED]
    told = str(line.dialogue.asked[-1])
    assert line.borrower.point.address not in told
    assert line.borrower.person.name not in told


def test_words_of_the_wrong_person_stop_that_number_only(line: Line) -> None:
    line.dialogue.intents["wrong number"] = "wrong_number"
    line.says("wrong number")
    borrower = line.borrower
    with line.store.read() as tx:
        here = consents.statuses_for(tx, borrower.person.id, borrower.case.id, borrower.point.id)
        elsewhere = consents.statuses_for(
            tx, borrower.person.id, borrower.case.id, ContactPointId("point-other")
        )
    assert here
    assert not elsewhere
