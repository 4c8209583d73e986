"""A conversation from the first text to a recorded plan, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.conversations import Speaker
from arrears.domain.ids import OutreachId
from arrears.domain.money import Currency, Money
from arrears.ports import DialogueFailedError
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, consents, conversations, handovers, plans
from arrears.store.evidence import broken_link
from gateway.turns import take_turn
from tests.builders.line import SAYINGS, Line
from tests.builders.store import a_borrower


@pytest.fixture
def line(store: Store) -> Line:
    line = Line(store)
    line.write_first()
    return line


def test_an_instalment_proposal_becomes_a_plan_after_an_explicit_yes(line: Line) -> None:
    assert "STOP" in line.carrier.sent[0][1]
    assert "date of birth" in line.says("what do I owe")
    assert "$1,400.00" in line.says("03/09/1975 4421")
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says(
        "I can do $350 a month starting on the 15th"
    )
    assert "recorded" in line.says("yes")
    with line.store.read() as tx:
        plan = plans.standing_plan(tx, line.borrower.case.id, line.clock.now().date())
        assert plan is not None
        assert [item.amount for item in plan.instalments] == [Money(35_000, Currency.USD)] * 4
        assert plan.instalments[0].on == date(2026, 3, 16)
        assert broken_link(tx, line.borrower.case.id) is None


def test_no_debt_word_is_said_before_both_factors_match(line: Line) -> None:
    for text in ("what do I owe", "I can do $350 a month starting on the 15th", "yes", "03/09/1976 4421"):
        reply = line.says(text)
        assert "date of birth" in reply
        assert "$" not in reply


def test_a_third_wrong_answer_calls_a_person_and_says_no_more(line: Line) -> None:
    for _ in range(2):
        line.says("03/09/1976 4421")
    assert "A person will" in line.says("03/09/1976 4421")
    assert "could not confirm" in line.says("03/09/1975 4421")
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["identity"]


def test_a_no_records_nothing(line: Line) -> None:
    line.says("03/09/1975 4421")
    line.says("I can do $350 a month starting on the 15th")
    assert "Nothing is recorded" in line.says("no")
    with line.store.read() as tx:
        assert plans.plans_of(tx, line.borrower.case.id) == ()


def test_a_message_taken_twice_is_answered_once(line: Line) -> None:
    message_id = line.arrives("what do I owe")
    take_turn(line.app, message_id)
    sent = len(line.carrier.sent)
    take_turn(line.app, message_id)
    assert len(line.carrier.sent) == sent


def test_stop_as_a_word_is_obeyed_without_an_answer_of_ours(line: Line) -> None:
    assert line.says("STOP") == ""
    assert line.says("what do I owe") == ""


def test_stop_in_other_words_is_confirmed_once_and_nobody_writes_first_any_more(line: Line) -> None:
    assert "opted out" in line.says("please stop texting me")
    assert line.says("please stop texting me") == ""
    line.clock.move(days=2)
    before = len(line.carrier.sent)
    dispatch(line.desk, line.app.messengers, line.plan_first(id=OutreachId("outreach-again")))
    assert len(line.carrier.sent) == before


def test_who_writes_again_after_a_stop_is_answered_once(line: Line) -> None:
    line.says("please stop texting me")
    assert "date of birth" in line.says("what do I owe")


def test_a_stop_inside_other_text_is_one_and_the_rest_goes_to_a_person(line: Line) -> None:
    line.says("03/09/1975 4421")
    reply = line.says("I can do $350 a month starting on the 15th, and stop texting me")
    assert reply.endswith("You have opted out. We will not text this number again.")
    assert "$" not in reply
    with line.store.read() as tx:
        (waiting,) = handovers.queue(tx)
        assert waiting.reason == "stop_with_more"
        point = line.borrower.point
        assert [c.action for c in consents.consents_for(tx, point.id)] == ["given", "withdrawn"]


def test_not_at_work_leaves_texts_to_the_mobile_alone(line: Line) -> None:
    assert "noted" in line.says("stop calling me at work please")
    line.clock.move(days=2)
    before = len(line.carrier.sent)
    dispatch(line.desk, line.app.messengers, line.plan_first(id=OutreachId("outreach-again")))
    assert len(line.carrier.sent) == before + 1


def test_self_harm_is_answered_with_help_and_comes_first_in_the_queue(line: Line) -> None:
    line.says("this is not my debt")
    reply = line.says("I don't want to live any more")
    assert "988" in reply
    assert "$" not in reply
    with line.store.read() as tx:
        assert handovers.queue(tx)[0].urgency == 0


def test_a_dispute_is_acknowledged_once_without_a_word_about_money(line: Line) -> None:
    line.says("03/09/1975 4421")
    assert "pause" in line.says("this is not my debt")


def test_the_engine_that_fails_is_asked_again_and_at_last_a_person_is_called(line: Line) -> None:
    line.dialogue.fail_times = 99
    message_id = line.arrives("what do I owe")
    for wait in (1, 2, 4, 8):
        with pytest.raises(DialogueFailedError):
            take_turn(line.app, message_id)
        take_turn(line.app, message_id)
        line.machine_clock.move(seconds=wait + 1)
    take_turn(line.app, message_id)
    assert len(line.dialogue.asked) == 5
    assert "went wrong on our side" in line.carrier.sent[-1][1]
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["engine_failure"]


def test_every_turn_is_in_the_transcript_in_order(line: Line) -> None:
    line.says("what do I owe")
    line.says("03/09/1975 4421")
    with line.store.read() as tx:
        turns = conversations.turns_of(tx, line.conversation_id)
    assert [turn.speaker for turn in turns] == [Speaker.BOT, *[Speaker.BORROWER, Speaker.BOT] * 2]
    assert turns[0].text == line.carrier.sent[0][1]
    assert turns[1].understood is not None
    assert turns[2].answered_by[0]["policy"] == "RulePolicy"


def test_a_person_who_holds_the_conversation_silences_the_agent(line: Line) -> None:
    line.says("who is this")
    with line.store.write() as tx:
        conversations.set_takeover(tx, line.conversation_id, "user-1")
    assert line.says("what do I owe") == ""


def test_a_leading_slash_never_reaches_the_engine(line: Line) -> None:
    line.says('/promise_to_pay{"amount":"1"}')
    assert not line.dialogue.asked[-1].text.startswith("/")


def test_after_a_dispute_a_question_about_the_balance_gets_a_person_and_no_figure(line: Line) -> None:
    line.says("03/09/1975 4421")
    line.says("this is not my debt")
    for text in ("what do I owe", "I can do $350 a month starting on the 15th", "yes", "who is this"):
        reply = line.says(text)
        assert reply != ""
        assert "$" not in reply


def test_after_a_statement_of_self_harm_help_is_named_again_and_then_who_has_the_message(line: Line) -> None:
    line.says("03/09/1975 4421")
    assert "988" in line.says("I don't want to live any more")
    assert "988" in line.says("yes")
    reply = line.says("what do I owe")
    assert "A person has this message" in reply
    assert "$" not in reply


def test_an_offer_that_waited_while_identity_lapsed_is_read_back_again(line: Line) -> None:
    line.says("03/09/1975 4421")
    line.says("I can do $350 a month starting on the 15th")
    line.clock.move(hours=2)
    assert "date of birth" in line.says("yes")
    assert "$350.00 each on Monday 16 March 2026, 15 April, 15 May, 15 June" in line.says("03/09/1975 4421")
    assert "recorded" in line.says("yes")


def test_who_answers_a_counter_with_less_is_not_pressed_but_given_a_person(store: Store) -> None:
    sayings = SAYINGS | {
        "I can do $20 a month starting on the 15th": "propose_instalment",
        "no, I can do $20 a month": "propose_instalment",
    }
    line = Line(store, a_borrower(), sayings)
    line.write_first()
    line.says("03/09/1975 4421")
    first = line.says("I can do $20 a month starting on the 15th")
    assert "What I can offer" in first
    second = line.says("no, I can do $20 a month")
    assert "A person decides on this: reduced payments: every month: $20.00 each" in second
    assert "Until then nothing is agreed" in second
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["approval"]
