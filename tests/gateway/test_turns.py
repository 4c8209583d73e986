"""The pool of turns: order within one conversation, and no failure that ends it."""

from __future__ import annotations

import pytest

from arrears.store import inbound
from arrears.store.inbound import LEASE
from gateway.turns import Turns, take_turn
from tests.builders.line import Line
from tests.simulator.stage import wait


def count_open(line: Line) -> int:
    with line.store.read() as tx:
        return inbound.count_open(tx)


def test_messages_of_one_phone_are_answered_in_the_order_they_came(line: Line) -> None:
    turns = Turns(line.app)
    texts = ["03/09/1975 4421", "I can do $350 a month starting on the 15th", "yes"]
    arrived = [line.arrives(text) for text in texts]
    for message_id in reversed(arrived):
        turns.submit(message_id)
    wait(lambda: count_open(line) == 0)
    turns.stop()
    assert [row.answers for row in line.replies()] == arrived
    assert "recorded" in line.carrier.sent[-1][1]


def test_a_message_that_another_worker_holds_is_left_alone_until_its_lease_runs_out(line: Line) -> None:
    message_id = line.arrives("what do I owe")
    with line.store.write() as tx:
        assert inbound.lease(tx, message_id, line.machine_clock.now()) is not None
    line.machine_clock.move(seconds=LEASE.total_seconds())
    take_turn(line.app, message_id)
    assert line.carrier.sent == []
    line.machine_clock.move(seconds=1)
    take_turn(line.app, message_id)
    assert len(line.carrier.sent) == 1


class Broken:
    """An engine with a defect nobody foresaw."""

    def answer(self, message: object) -> None:
        raise KeyError("what do I owe")


def test_a_turn_that_fails_is_logged_by_kind_and_the_pool_goes_on(line: Line, caplog) -> None:
    turns = Turns(line.app_with(dialogue=Broken()))
    turns.submit(line.arrives("what do I owe"))
    wait(lambda: caplog.records)
    turns.stop()
    (record,) = caplog.records
    assert (record.message, record.kind) == ("turn_failed", "KeyError")
    assert count_open(line) == 1


def test_the_sweep_outlives_a_database_that_is_away(line: Line, caplog) -> None:
    turns = Turns(line.app)
    with line.store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE inbound RENAME TO away")
    turns.start()
    wait(lambda: caplog.records)
    with line.store.write() as tx:
        tx.exec_driver_sql("ALTER TABLE away RENAME TO inbound")
    line.arrives("what do I owe")
    wait(lambda: count_open(line) == 0)
    turns.stop()
    assert {record.message for record in caplog.records} == {"sweep_failed"}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("STOP", ""),
        (" stop ", ""),
        ("Stop!", "opted out"),
        ("退订", "opted out"),
        ("TD", "opted out"),
        ("START", ""),
        ("恢复", "are on again"),
        ("HELP", "automated assistant"),
    ],
)
def test_carrier_words_are_obeyed_and_answered_where_twilio_does_not(line: Line, text, answers) -> None:
    said = line.says(text)
    assert (answers in said) if answers else (said == "")
    assert line.dialogue.asked == []


def test_after_a_stop_and_a_start_texts_may_go_out_again(line: Line) -> None:
    line.says("STOP")
    assert line.says("what do I owe") == ""
    line.says("START")
    assert "date of birth" in line.says("what do I owe")
