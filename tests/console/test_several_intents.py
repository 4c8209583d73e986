"""Every intent of a turn is shown, and what no machine has answered, in the transcript and in the queue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.conversations import Understood
from arrears.domain.ids import TurnId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.means_told import MeansTold
from arrears.domain.negotiation.offers import Proposal, Statements
from arrears.store import conversations, handovers, proposals
from tests.builders.console import need_person, save_borrower, say

PAIRS = (("promise_to_pay", 0.81), ("stop_texts", 0.92))


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        turn = say(tx, talk, "hello", intent="greet")
        understood = Understood("stop_texts", 0.92, (), (), PAIRS)
        conversations.append_turn(tx, replace(turn, id=TurnId("turn-two"), understood=understood))
        need_person(tx, talk, "stop_with_more")
        waiting = handovers.waiting_for(tx, talk.id)
        handovers.open_one(tx, replace(waiting, also_said=("promise_to_pay", "ask_payoff")))
    return talk


def test_the_transcript_names_every_intent_of_a_turn(browser, talk):
    page = browser.get(f"/conversations/{talk.id}").text
    for name, words in (("promise_to_pay", "promises to pay · 81"), ("stop_texts", "stop · 92")):
        assert f'title="{name}">{words}' in page
    assert 'title="greet">greets' in page


@pytest.mark.parametrize("path", ["/queue", "/conversations/conversation-one"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Not answered by the bot: promises to pay, asks what clears the account"),
        ("zh", "机器人没有答复：承诺还款、询问一次结清金额"),
    ],
)
def test_what_no_machine_answered_stands_where_people_look(browser, talk, path, language, words):
    assert words in browser.get(f"{path}?lang={language}").text


@pytest.mark.parametrize(
    ("intent", "found"),
    [("stop_texts", True), ("promise_to_pay", True), ("greet", True), ("stop", False), ("affirm", False)],
)
def test_a_conversation_is_found_by_an_intent_that_did_not_lead(browser, talk, intent, found):
    page = browser.get(f"/conversations?intent={intent}").text
    assert (f"/conversations/{talk.id}" in page) is found


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Named: $200.00 USD · monthly"), ("zh", "提出：$200.00 USD · 每月")]
)
def test_the_terms_that_nobody_answered_stand_in_the_queue(browser, desk, talk, language, words):
    assert words not in browser.get(f"/queue?lang={language}").text
    said = Proposal(amount=Money(20_000, Currency.USD), frequency=Frequency.MONTHLY)
    kept = proposals.KeptProposal(said, Statements())
    with desk.store.write() as tx:
        proposals.append_proposal(tx, talk.id, kept, MeansTold(), key="p", at=desk.clock.now())
    assert words in browser.get(f"/queue?lang={language}").text
