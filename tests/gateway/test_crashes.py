"""The process dies between any two steps of a turn; taken up again, every effect is there once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from arrears.domain.conversations import AnsweredTurn, AskedTurn, Speaker
from arrears.domain.ids import MessageId
from arrears.domain.outreach import OutreachState
from arrears.services.close_turn import close_turn
from arrears.services.converse import converse
from arrears.services.dispatch_outreach import dispatch_due, give_up_lost
from arrears.services.open_turn import open_turn
from arrears.store import Store, conversations, effects, handovers, inbound, plans
from arrears.store.evidence import broken_link
from arrears.store.tables.contact import status_events
from gateway.turns import take_turn
from tests.builders.line import Line


class CrashError(Exception):
    """The process dies here."""


@dataclass
class DiesBeforeActing:
    """An engine whose process dies when it is asked."""

    line: Line

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        raise CrashError


@dataclass
class DiesAfterActing:
    """An engine that answers through our services, and dies before it can say so."""

    line: Line

    def answer(self, message: AskedTurn) -> AnsweredTurn:
        self.line.dialogue.answer(message)
        raise CrashError


@dataclass
class DiesBeforeSending:
    """A carrier call that never leaves the machine."""

    line: Line

    def send(self, permit: object, body: str) -> None:
        raise CrashError


@dataclass
class DiesAfterSending:
    """A carrier that takes the message; we die before we hear of it."""

    line: Line

    def send(self, permit, body: str) -> None:
        self.line.carrier.send(permit, body)
        raise CrashError


def before_anything(line: Line, message_id: MessageId) -> None:
    pass


def after_open_turn(line: Line, message_id: MessageId) -> None:
    assert open_turn(line.desk, message_id) is not None


def before_the_engine_acts(line: Line, message_id: MessageId) -> None:
    dies_in_turn(line, message_id, dialogue=DiesBeforeActing(line))


def after_the_engine_acted(line: Line, message_id: MessageId) -> None:
    dies_in_turn(line, message_id, dialogue=DiesAfterActing(line))


def after_converse(line: Line, message_id: MessageId) -> None:
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    converse(line.desk, line.dialogue, turn)


def after_close_turn(line: Line, message_id: MessageId) -> None:
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    close_turn(line.desk, turn, converse(line.desk, line.dialogue, turn))


def after_the_reservation(line: Line, message_id: MessageId) -> None:
    dies_in_turn(line, message_id, carrier=DiesBeforeSending(line))


def after_the_carrier_call(line: Line, message_id: MessageId) -> None:
    dies_in_turn(line, message_id, carrier=DiesAfterSending(line))


def after_everything(line: Line, message_id: MessageId) -> None:
    take_turn(line.app, message_id)


def dies_in_turn(line: Line, message_id: MessageId, **ports: object) -> None:
    with pytest.raises(CrashError):
        take_turn(line.app_with(**ports), message_id)


STEPS: tuple[Callable[[Line, MessageId], None], ...] = (
    before_anything,
    after_open_turn,
    before_the_engine_acts,
    after_the_engine_acted,
    after_converse,
    after_close_turn,
    after_the_reservation,
    after_the_carrier_call,
    after_everything,
)
LOST = {after_the_reservation, after_the_carrier_call}
"""Steps after which nobody knows whether the reply was sent: a person decides, no machine sends it again."""


def restart(line: Line, times: int = 3) -> None:
    """The sweep and the scheduler's ticks, after every lease and wait has run out; more often than needed."""
    for _ in range(times):
        line.machine_clock.move(minutes=3)
        with line.store.read() as tx:
            waiting = inbound.open_messages(tx, line.machine_clock.now())
        for message_id in waiting:
            take_turn(line.app, message_id)
        dispatch_due(line.desk, line.app.messengers)
        give_up_lost(line.desk)


def in_crash(line: Line, text: str, step: Callable[[Line, MessageId], None]) -> MessageId:
    """The message arrives, the process dies at the step, and others take it up."""
    message_id = line.arrives(text)
    step(line, message_id)
    restart(line)
    return message_id


def transcript_of(line: Line, message_id: MessageId) -> list[Speaker]:
    with line.store.read() as tx:
        placed = inbound.placed(tx, message_id)
        turns = conversations.turns_of(tx, placed.conversation_id)
    return [turn.speaker for turn in turns if turn.message_id == message_id]


def check_answered_once(line: Line, message_id: MessageId, step: Callable[[Line, MessageId], None]) -> None:
    """One answer, sent once or lost once; one set of turns; one effect; an unbroken chain; nothing open."""
    (reply,) = [row for row in line.replies() if row.answers == message_id]
    sent = [permit for permit, _ in line.carrier.sent if permit.outreach_id == reply.id]
    assert reply.state == (OutreachState.UNKNOWN if step in LOST else OutreachState.SENT)
    assert len(sent) == (0 if step is after_the_reservation else 1)
    assert transcript_of(line, message_id) == [Speaker.BORROWER, Speaker.BOT]
    with line.store.read() as tx:
        assert len(effects.results_of(tx, message_id)) == 1
        assert inbound.count_open(tx) == 0
        assert broken_link(tx, line.borrower.case.id) is None
        reasons = [handover.reason for handover in handovers.queue(tx)]
    assert (reasons == ["unknown_outcome"]) is (step in LOST)


@pytest.mark.parametrize("step", STEPS)
def test_a_yes_records_one_plan_and_is_answered_once(store: Store, step) -> None:
    line = Line(store)
    line.says("03/09/1975 4421")
    line.says("I can do $350 a month starting on the 15th")
    message_id = in_crash(line, "yes", step)
    check_answered_once(line, message_id, step)
    with store.read() as tx:
        (plan,) = plans.plans_of(tx, line.borrower.case.id)
        assert len(plans.promises_for(tx, plan.id)) == len(plan.instalments) == 4


@pytest.mark.parametrize("step", STEPS)
def test_a_proposal_is_read_back_once(sqlite_store: Store, step) -> None:
    line = Line(sqlite_store)
    line.says("03/09/1975 4421")
    check_answered_once(line, in_crash(line, "I can do $350 a month starting on the 15th", step), step)
    with sqlite_store.read() as tx:
        for table in ("offers", "proposals"):
            rows = tx.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()  # noqa: S608
            assert rows == 1


@pytest.mark.parametrize("step", STEPS)
def test_a_guess_at_the_identity_is_counted_once(sqlite_store: Store, step) -> None:
    line = Line(sqlite_store)
    check_answered_once(line, in_crash(line, "03/09/1976 4421", step), step)
    with sqlite_store.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM identity_attempts").scalar_one() == 1


@pytest.mark.parametrize("step", STEPS)
def test_a_dispute_is_one_status_event_and_one_need_for_a_person(sqlite_store: Store, step) -> None:
    line = Line(sqlite_store)
    message_id = in_crash(line, "this is not my debt", step)
    with sqlite_store.read() as tx:
        events = [row.status for row in tx.execute(status_events.select())]
        assert events == ["dispute"]
        assert len(handovers.queue(tx)) == 1
    assert transcript_of(line, message_id) == [Speaker.BORROWER, Speaker.BOT]
    (reply,) = line.replies()
    assert sum(permit.outreach_id == reply.id for permit, _ in line.carrier.sent) <= 1


@pytest.mark.parametrize(
    "step", [step for step in STEPS if step not in (before_the_engine_acts, after_the_engine_acted)]
)
def test_a_stop_is_one_withdrawal_and_one_confirmation(sqlite_store: Store, step) -> None:
    line = Line(sqlite_store)
    in_crash(line, "please stop texting me", step)
    with sqlite_store.read() as tx:
        rows = tx.exec_driver_sql("SELECT count(*) FROM consents WHERE action = 'withdrawn'").scalar_one()
    assert rows == 1
    assert len(line.carrier.sent) == (0 if step is after_the_reservation else 1)


def test_the_next_message_waits_for_the_one_that_a_crash_left_open(sqlite_store: Store) -> None:
    line = Line(sqlite_store)
    first = line.arrives("03/09/1975 4421")
    after_open_turn(line, first)
    second = line.arrives("what do I owe")
    take_turn(line.app, second)
    assert line.carrier.sent == []
    restart(line)
    assert ["past due since" in line.carrier.sent[0][1], "amount owed" in line.carrier.sent[1][1]] == [
        True,
        True,
    ]
    assert [row.answers for row in line.replies()] == [first, second]
