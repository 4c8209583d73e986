"""A plan is recorded on a yes to the read-back that was heard, and on no other yes."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.ids import ContactPointId
from arrears.domain.outreach import OutreachState
from arrears.domain.plans import Plan
from arrears.ports import SendOutcome
from arrears.store import Store, inbound, people, plans
from gateway.turns import take_turn
from tests.builders.line import SAYINGS, Line

PROPOSAL = "I can do $350 a month starting on the 15th"


def _plans(line: Line) -> tuple[Plan, ...]:
    with line.store.read() as tx:
        return plans.plans_of(tx, line.borrower.case.id)


def _up_to_the_read_back(store: Store) -> Line:
    line = Line(store, sayings=SAYINGS | {"are you a robot": "ask_are_you_human"})
    line.write_first()
    line.says("03/09/1975 4421")
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says(PROPOSAL)
    return line


def test_after_another_question_the_terms_are_read_again_and_the_yes_is_to_them(store: Store) -> None:
    line = _up_to_the_read_back(store)
    reply = line.says("are you a robot")
    assert "automated assistant" in reply
    assert "Shall I record this?" in reply
    assert _plans(line) == ()
    assert "recorded" in line.says("yes")


def test_a_yes_to_a_read_back_that_was_not_sent_hears_it(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("03/09/1975 4421")
    line.carrier.outcome = SendOutcome.NOT_SENT
    line.says(PROPOSAL)
    line.carrier.outcome = SendOutcome.TAKEN
    assert "once more:" in line.says("yes")
    assert _plans(line) == ()


def test_a_yes_written_before_the_read_back_went_out_hears_it_again(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("03/09/1975 4421")
    proposed, early = line.arrives(PROPOSAL), line.arrives("yes")
    line.clock.move(minutes=1)
    take_turn(line.app, proposed)
    take_turn(line.app, early)
    assert _plans(line) == ()
    assert "once more:" in line.carrier.sent[-1][1]


def test_an_offer_whose_first_day_has_passed_is_not_recorded(store: Store) -> None:
    line = _up_to_the_read_back(store)
    for _ in range(15):
        line.clock.move(days=1)
        line.says("who is this")
    line.says("03/09/1975 4421")
    line.says("yes")
    assert _plans(line) == ()


def test_a_yes_over_a_second_number_makes_no_second_plan(store: Store) -> None:
    line = _up_to_the_read_back(store)
    second = replace(line.borrower.point, id=ContactPointId("point-second"), address="+12125550188")
    with store.write() as tx:
        people.save_contact_point(tx, second)
    for number, text in enumerate(("03/09/1975 4421", PROPOSAL, "yes")):
        line.clock.move(minutes=1)
        message_id, _ = inbound.receive(
            store, second.carrier, f"SX{number:032d}", sender=second.address, text=text, at=line.clock.now()
        )
        take_turn(line.app, message_id)
    assert len(_plans(line)) == 1
    line.says("03/09/1975 4421")
    assert "agreement stands" in line.says("yes")
    assert len(_plans(line)) == 1


def test_the_reply_that_was_not_sent_is_marked_so(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.carrier.outcome = SendOutcome.NOT_SENT
    line.says("what do I owe")
    (row,) = line.replies()
    assert line.state_of(row.id) is OutreachState.FAILED
