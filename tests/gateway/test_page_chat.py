"""The web chat on the borrower's pages: the same agent, in a conversation of its own."""

from __future__ import annotations

import pytest

from arrears.domain.conversations import Speaker
from arrears.domain.ids import MessageId
from arrears.domain.outreach import ContactPurpose
from arrears.domain.people import Carrier, Channel
from arrears.services import take_over
from arrears.services.dispatch_outreach import dispatch
from arrears.store import access, consents, conversations, inbound
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import conversations as conversation_table
from tests.builders.line import Line
from tests.builders.pages import Reader, answered, hidden, issue, text_of, write_in_chat
from tests.simulator.stage import wait

FIRST_DAY = "Monday 16 March 2026"


def test_the_same_agent_answers_in_the_chat(line: Line, visitor: Reader) -> None:
    page = write_in_chat(line, visitor, "what do I owe")
    words = text_of(page)
    assert "what do I owe" in words
    assert "automated assistant of Hudson Example Bank" in words
    assert "$1,400.00" in words
    row = _reply_row(line)
    assert (row.channel, row.carrier, row.state) == (Channel.WEB, Carrier.WEB, "sent")
    assert line.dialogue.asked[-1].channel is Channel.WEB


def test_a_plan_can_be_agreed_in_the_chat(line: Line, visitor: Reader) -> None:
    write_in_chat(line, visitor, "I can do $350 a month starting on the 15th")
    page = write_in_chat(line, visitor, "yes")
    assert "It is recorded" in text_of(page)
    assert FIRST_DAY in text_of(visitor.get())


def test_a_form_that_is_sent_twice_speaks_once(line: Line, visitor: Reader) -> None:
    form = hidden(visitor.get("/chat")) | {"text": "what do I owe"}
    for _ in range(2):
        assert visitor.post("/chat", form).status_code == 303
    answered(line)
    talk = _web_talk(line)
    with line.store.read() as tx:
        said = [turn.speaker for turn in conversations.turns_of(tx, talk)]
    assert said == [Speaker.BORROWER, Speaker.BOT]


def test_the_chat_is_answered_at_night_too(line: Line, visitor: Reader) -> None:
    line.clock.move(hours=10)  # ten in the evening in New York
    visitor.prove()
    assert "$1,400.00" in text_of(write_in_chat(line, visitor, "what do I owe"))


def test_a_stop_in_the_chat_ends_texts_and_is_confirmed_there(line: Line, visitor: Reader) -> None:
    page = write_in_chat(line, visitor, "STOP")
    assert "You have opted out" in text_of(page)
    assert line.carrier.sent[-1][0].channel is Channel.WEB
    assert _reply_row(line).purpose == ContactPurpose.REPLY
    with line.store.read() as tx:
        last = consents.consents_for(tx, line.borrower.point.id)[-1]
    assert (last.channel, last.action) == (Channel.SMS, "withdrawn")
    assert last.how != "carrier_block"
    # The chat itself goes on: they write, we answer.
    assert "$1,400.00" in text_of(write_in_chat(line, visitor, "what do I owe"))


def test_start_in_the_chat_says_that_a_text_is_needed(line: Line, visitor: Reader) -> None:
    write_in_chat(line, visitor, "STOP")
    assert "text START from your phone" in text_of(write_in_chat(line, visitor, "START"))
    with line.store.read() as tx:
        assert consents.consents_for(tx, line.borrower.point.id)[-1].action == "withdrawn"


def test_a_text_and_the_chat_are_two_conversations_and_the_chat_shows_its_own(
    line: Line, visitor: Reader
) -> None:
    line.says("who is this")
    assert "who is this" not in visitor.get("/chat").text
    write_in_chat(line, visitor, "what do I owe")
    with line.store.read() as tx:
        turns = conversations.turns_of(tx, line.conversation_id)
    assert "what do I owe" not in [turn.text for turn in turns]


def test_what_waits_for_its_answer_is_shown_as_sent(line: Line, visitor: Reader) -> None:
    line.dialogue.fail_times = 1
    form = hidden(visitor.get("/chat")) | {"text": "what do I owe"}
    visitor.post("/chat", form)
    wait(lambda: line.dialogue.fail_times == 0)
    page = visitor.get("/chat")
    assert "what do I owe" in page.text
    assert "the answer comes in a moment" in page.text
    assert 'http-equiv="refresh"' in page.text


def test_words_that_were_not_permitted_are_not_shown(line: Line, visitor: Reader) -> None:
    page = write_in_chat(line, visitor, "what do I owe")
    with line.store.write() as tx:
        tx.execute(outreach.update().where(outreach.c.channel == Channel.WEB).values(state="refused"))
    assert "$1,400.00" in text_of(page)
    assert "$1,400.00" not in text_of(visitor.get("/chat"))


@pytest.mark.parametrize("text", ["", "   ", "x" * 1601])
def test_nothing_and_too_much_are_not_sent(line: Line, visitor: Reader, text: str) -> None:
    assert visitor.send("/chat", "/chat", text=text).status_code == 422
    with line.store.read() as tx:
        assert inbound.count_open(tx) == 0


def test_markup_in_a_message_stays_text(line: Line, visitor: Reader) -> None:
    page = write_in_chat(line, visitor, "<script>alert(1)</script>")
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


def test_who_comes_back_sees_what_was_said_before(line: Line, visitor: Reader) -> None:
    write_in_chat(line, visitor, "what do I owe")
    line.clock.move(hours=5)
    fresh = Reader(visitor.web, issue(line))
    fresh.prove()
    assert "what do I owe" in fresh.get("/chat").text


def test_a_person_who_takes_the_chat_over_writes_into_the_same_page(line: Line, visitor: Reader) -> None:
    write_in_chat(line, visitor, "what do I owe")
    talk = _web_talk(line)
    with line.store.write() as tx:
        user_id = access.save_user(tx, "mei", "hash", "supervisor")
    user = access.User(user_id, "mei", "hash", "supervisor")
    take_over.claim(line.desk, talk, user)
    row = take_over.reply(line.desk, talk, user, "Good afternoon, this is Mei.", "k" * 16)
    dispatch(line.desk, line.app.messengers, row)
    words = text_of(visitor.get("/chat"))
    assert "A person" in words
    assert "Good afternoon, this is Mei." in words


def _reply_row(line: Line) -> object:
    return max((row for row in line.replies() if row.channel == Channel.WEB), key=lambda row: row.due_at)


def _web_talk(line: Line) -> MessageId:
    with line.store.read() as tx:
        query = conversation_table.select().where(conversation_table.c.channel == Channel.WEB)
        return tx.execute(query).one().id
