"""What is said again on a call is permitted at that minute: on a key, after a cut, before anybody spoke."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Closed, Converse
from arrears.domain.calls import AnsweredBy, CallPath
from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import OutreachId
from arrears.domain.people import Carrier
from arrears.services.resume_call import resume_call
from arrears.store import consents, conversations, inbound
from arrears.store.tables.contact import decisions
from gateway.turns import take_turn
from gateway.voice.gather import listening
from gateway.voice.hearing import Caller
from gateway.voice.scripts import permitted
from tests.builders.line import waits
from tests.builders.phone import Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.voice.test_gather import Turns
from tests.gateway.voice.test_session import opened

OWED, CLOSING = "amount owed", "reach a person"
PROOF = "03/09/1975 4421"


def a_lawyer_speaks_for_them(phone: Phone) -> None:
    with phone.store.write() as tx:
        who, now = phone.borrower.person.id, phone.clock.now()
        consents.append_status(tx, who, SpecialStatus.ATTORNEY, raised=True, key="status-1", at=now, by="mei")


def they_write_that_we_must_cease(phone: Phone) -> None:
    """By text, while the call goes on."""
    text = "cease all contact with me"
    phone.dialogue.intents = phone.dialogue.intents | {text: "cease_contact"}
    take_turn(phone.app, phone.arrives(text))


def the_proof_lapses(phone: Phone) -> None:
    waits(phone, minutes=31)


CHANGES = pytest.mark.parametrize(
    "changes", [a_lawyer_speaks_for_them, they_write_that_we_must_cease, the_proof_lapses]
)


def decided(phone: Phone) -> list[str]:
    """What compliance said of words that were said before, in order."""
    with phone.store.read() as tx:
        query = sa.select(decisions.c.outcome).where(decisions.c.stage == "again")
        return list(tx.execute(query.order_by(decisions.c.at, decisions.c.id)).scalars())


@pytest.fixture
def line(phone: Phone, web: Web) -> RelayLine:
    """A line on which what is owed was just said and heard."""
    line = opened(phone, web)
    line.says("what do I owe")
    line.spoken()
    assert OWED in line.says(PROOF)
    line.spoken()
    return line


def test_a_star_says_our_last_words_again_with_leave(phone, line) -> None:
    line.send("dtmf", digit="*")
    assert OWED in line.speech()
    line.drop()
    assert decided(phone) == ["granted"]


@CHANGES
def test_a_star_says_nothing_again_that_may_not_be_said_any_more(
    phone, line, changes: Callable[[Phone], None]
) -> None:
    changes(phone)
    line.send("dtmf", digit="*")
    said = line.speech()
    assert OWED not in said
    assert CLOSING in said
    line.spoken()
    assert json.loads(line.frame()["handoffData"])["reason"] == "goodbye"
    line.drop()
    assert decided(phone) == ["refused"]


def test_a_star_while_a_person_has_the_word_ends_no_call(phone, line) -> None:
    with phone.store.write() as tx:
        conversations.set_takeover(tx, phone.call().conversation_id, "user-1")
    line.send("dtmf", digit="*")
    said = line.speech()
    assert OWED not in said
    assert CLOSING not in said
    line.drop()


def test_where_nobody_can_say_whether_it_may_be_said_it_is_not(phone, line, monkeypatch) -> None:
    monkeypatch.setattr("gateway.voice.hearing.said_instead", lambda *_: 1 / 0)
    line.send("dtmf", digit="*")
    assert line.speech() == ""
    line.drop()


def cut(phone: Phone, web: Web, said: str) -> None:
    """The line is cut before the answer was heard."""
    line = opened(phone, web)
    line.says("what do I owe")
    line.spoken()
    assert OWED in line.says(PROOF)
    line.send("interrupt", utteranceUntilInterrupt=said, durationUntilInterruptMs=100)
    line.drop()


@CHANGES
def test_what_a_cut_left_unsaid_is_said_on_the_next_line_only_with_leave(
    phone, web, changes: Callable[[Phone], None]
) -> None:
    cut(phone, web, "Thank you.")
    changes(phone)
    opening = OutreachId("outreach-none")
    assert Caller(phone.app, phone.call_id)._left(opening) is None
    script = phone.resumes()
    assert Caller(phone.app, phone.call_id).left_unsaid(opening) is None
    assert OWED not in listening(phone.app, script)
    assert decided(phone)[-1:] == ["refused"]


def test_what_a_cut_left_unsaid_is_said_where_nothing_has_changed(phone, web) -> None:
    cut(phone, web, "Thank you.")
    script = conversing(phone.resumes())
    left = Caller(phone.app, phone.call_id).left_unsaid(script.outreach_id)
    assert left is not None
    assert OWED in left[0].text
    assert decided(phone) == ["granted"]


def test_without_the_relay_a_star_asks_for_leave_too(phone, web) -> None:
    turns = Turns(phone, web)
    turns.says("what do I owe")
    assert OWED in turns.says(PROOF)
    assert OWED in turns.post(Digits="*")
    assert decided(phone) == ["granted"]
    a_lawyer_speaks_for_them(phone)
    said = turns.post(Digits="*")
    assert OWED not in said
    assert CLOSING in said
    assert turns.next.endswith("/goodbye")


def at_the_end_of_the_hours(phone: Phone) -> None:
    """It is after 21:00 where they are."""
    waits(phone, hours=15)


def they_texted_stop(phone: Phone) -> None:
    inbound.receive(
        phone.store,
        Carrier.TWILIO,
        "SM" + "9" * 32,
        sender=phone.borrower.point.address,
        text="stop calling me",
        at=phone.clock.now(),
    )


@pytest.mark.parametrize("changes", [at_the_end_of_the_hours, they_texted_stop])
@pytest.mark.parametrize("path", CallPath)
def test_the_opening_of_our_call_is_said_again_only_with_leave(phone, changes, path) -> None:
    assert isinstance(phone.answers(AnsweredBy.HUMAN), Converse)
    again = permitted(phone.app, resume_call(phone.desk, phone.call_id, path))
    assert isinstance(again, Converse)
    assert "Dana" in again.opening
    waits(phone, seconds=5)
    changes(phone)
    closed = permitted(phone.app, resume_call(phone.desk, phone.call_id, path))
    assert isinstance(closed, Closed)
    assert "Dana" not in listening(phone.app, closed)
    assert decided(phone)[0] == "granted"
    assert decided(phone)[-1] != "granted"
