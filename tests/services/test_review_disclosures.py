"""Disclosures are said once in a conversation and language; people's words are judged like the agent's."""

from __future__ import annotations

import pytest

from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.outreach import OutreachState
from arrears.ports import SendOutcome
from arrears.services import take_over
from arrears.services.close_turn import close_turn
from arrears.services.converse import converse
from arrears.services.dispatch_outreach import dispatch
from arrears.services.open_turn import open_turn
from arrears.store import Store
from arrears.store.views.overview import overview
from tests.builders.console import save_user
from tests.builders.line import SAYINGS, Line

CHINESE = "说中文吧"
WHO = "你是谁"


@pytest.fixture
def line(store: Store) -> Line:
    return Line(store, sayings=SAYINGS | {CHINESE: "language_switch", WHO: "ask_who_are_you"})


IN_ENGLISH, IN_CHINESE = "the automated assistant of", "自动助理"


def test_the_machine_says_what_it_is_once_in_each_language(line: Line) -> None:
    assert IN_ENGLISH in line.says("who is this")
    assert IN_CHINESE in line.says(CHINESE)
    for text in ("03/09/1975 4421", "what do I owe"):
        reply = line.says(text)
        assert "$1,400.00" in reply
        assert IN_CHINESE not in reply
    assert [row.language for row in line.replies()] == ["en", "zh", "zh", "zh"]


def test_a_disclosure_that_did_not_go_out_is_said_again(line: Line) -> None:
    line.says("who is this")
    line.carrier.outcome = SendOutcome.NOT_SENT
    line.says(CHINESE)
    line.carrier.outcome = SendOutcome.TAKEN
    assert IN_CHINESE in line.says("03/09/1975 4421")


@pytest.mark.parametrize(
    ("words", "granted"),
    [("Hello, a person here. How can I help?", True), ("Pay today or you will be arrested.", False)],
)
def test_a_persons_words_are_judged_before_they_go_out(line: Line, words: str, granted: bool) -> None:
    line.write_first()
    line.says("who is this")
    mei = save_user(line.store)
    take_over.claim(line.desk, line.conversation_id, mei)
    planned = take_over.reply(line.desk, line.conversation_id, mei, words, "key")
    decision = dispatch(line.desk, line.app.messengers, planned)
    assert isinstance(decision, Granted if granted else Refused)
    assert line.state_of(planned) is (OutreachState.SENT if granted else OutreachState.REFUSED)


def test_a_reply_that_was_in_the_making_when_a_person_took_over_is_not_sent(line: Line) -> None:
    line.write_first()
    line.says("who is this")
    message_id = line.arrives("what do I owe")
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    answered = converse(line.desk, line.dialogue, turn)
    take_over.claim(line.desk, line.conversation_id, save_user(line.store))
    reply = close_turn(line.desk, turn, answered)
    sent = len(line.carrier.sent)
    if reply is not None:
        assert isinstance(dispatch(line.desk, line.app.messengers, reply), Refused)
    assert len(line.carrier.sent) == sent


def test_decisions_about_turns_and_plans_are_no_contacts_on_the_front_page(line: Line) -> None:
    line.write_first()
    line.says("who is this")
    with line.store.read() as tx:
        page = overview(tx)
    assert (page.permitted, page.refused, page.deferred) == (len(line.carrier.sent), 0, 0)
