"""What a person wrote is spoken while it still fits, is permitted anew, and the caller knows whose it is."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest

from arrears.domain.call_scripts import Written
from arrears.domain.cases import SpecialStatus
from arrears.services import take_over
from arrears.store import consents
from arrears.store.access import User
from gateway.app import make_app
from gateway.voice import watching
from gateway.voice.hearing import Caller
from gateway.voice.switchboard import Switchboard
from tests.builders.console import save_user
from tests.builders.line import plan_of, waits
from tests.builders.phone import Phone, conversing
from tests.builders.relay import RelayLine
from tests.builders.web import Web
from tests.gateway.voice.conftest import MANNERS
from tests.gateway.voice.test_a_person_writes import (
    COMES,
    GOES,
    HELLO,
    MORE,
    said_by_person,
    soon,
    talk_of,
    turn,
    writes,
)
from tests.gateway.voice.test_session import PROPOSAL, opened, until

__all__ = ["soon"]

DEBT = "You still owe one thousand four hundred dollars."
READ_BACK = "Shall I record this?"
NEVER_S = 2.0
"""Longer than the pause before a person's words and a look at them."""


@pytest.fixture
def mei(phone: Phone) -> User:
    return save_user(phone.store)


def proved(phone: Phone, web: Web) -> RelayLine:
    line = opened(phone, web)
    for text in ("what do I owe", "03/09/1975 4421"):
        line.says(text)
        line.spoken()
    return line


def claimed(phone: Phone, mei: User, line: RelayLine) -> RelayLine:
    take_over.claim(phone.desk, talk_of(phone), mei)
    assert COMES in line.speech()
    line.spoken()
    return line


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Looks at what a person has written wait while it is not set."""
    may_look, look = Event(), watching.written_words

    def held_up(*asked: object) -> object:
        assert may_look.wait(10)
        return look(*asked)

    may_look.set()
    monkeypatch.setattr(watching, "written_words", held_up)
    return may_look


@contextmanager
def unseen(line: RelayLine, looks: Event) -> Iterator[None]:
    """What is written meanwhile is seen only after what is said meanwhile has been heard."""
    looks.clear()
    line.run(asyncio.sleep(0.1))  # a look that had begun has ended
    yield
    line.run(asyncio.sleep(0.1))
    looks.set()


def hands_back(phone: Phone, mei: User) -> None:
    take_over.resolve(phone.desk, talk_of(phone), mei, "done")


def again(phone: Phone, web: Web) -> RelayLine:
    waits(phone, seconds=2)
    line = RelayLine(web, sid="VX2")
    line.setup(conversing(phone.resumes()))
    return line


def all_said(line: RelayLine) -> str:
    """Everything that is said until nothing more comes."""
    words = ""
    try:
        while True:
            event = line.event(NEVER_S)
            if event["type"] != "websocket.send":
                return words
            frame = json.loads(event["text"])
            words += frame.get("token", "") if frame["type"] == "text" else json.dumps(frame)
    except TimeoutError:
        return words


def raised(phone: Phone, status: SpecialStatus) -> None:
    with phone.store.write() as tx:
        who = phone.borrower
        consents.append_status(
            tx, who.person.id, status, raised=True, key=f"status-{status}", at=phone.clock.now(), by="mei"
        )


def test_words_that_were_cut_off_are_judged_again_before_the_rest_is_said(phone, web, mei) -> None:
    line = claimed(phone, mei, proved(phone, web))
    writes(phone, mei, DEBT)
    assert line.speech() == DEBT
    line.send("interrupt", utteranceUntilInterrupt="You still", durationUntilInterruptMs=500)
    line.run(until(lambda: said_by_person(phone) == [(DEBT, "You still")]))
    hands_back(phone, mei)
    raised(phone, SpecialStatus.ATTORNEY)
    line.drop()
    next_line = again(phone, web)
    assert "owe" not in all_said(next_line)
    next_line.drop()
    assert said_by_person(phone) == [(DEBT, "You still")]


def test_who_has_handed_back_is_announced_before_the_rest_of_their_words(phone, web, mei) -> None:
    line = claimed(phone, mei, opened(phone, web))
    writes(phone, mei, HELLO)
    line.drop()
    hands_back(phone, mei)
    next_line = again(phone, web)
    said = all_said(next_line)
    assert said.index(COMES) < said.index(HELLO) < said.index(GOES)
    next_line.drop()


def test_after_an_answer_of_the_agent_their_words_are_not_said_any_more(phone, web, mei) -> None:
    line = claimed(phone, mei, opened(phone, web))
    line.drop()
    writes(phone, mei, HELLO)
    hands_back(phone, mei)
    waits(phone, seconds=2)
    phone.says_aloud("what do I owe")
    next_line = again(phone, web)
    assert HELLO not in all_said(next_line)
    next_line.drop()


def test_what_was_written_before_the_caller_spoke_is_not_said_after_it(phone, web, mei, looks) -> None:
    line = claimed(phone, mei, proved(phone, web))
    with unseen(line, looks):
        writes(phone, mei, DEBT)
        waits(phone, seconds=2)
        line.send("prompt", voicePrompt="he is out, this is his roommate", last=True)
    assert "owe" not in all_said(line)
    assert said_by_person(phone) == [(DEBT, "")]
    writes(phone, mei, HELLO, "another-key-of-the-form")
    assert line.speech() == HELLO
    line.drop()


def test_after_a_stop_nothing_of_theirs_is_said_and_the_call_ends(phone, web, mei, looks) -> None:
    line = claimed(phone, mei, proved(phone, web))
    with unseen(line, looks):
        writes(phone, mei, DEBT)
        line.send("prompt", voicePrompt="stop", last=True)
    said = line.speech()
    assert GOES in said
    line.spoken()
    said = all_said(line)
    assert "owe" not in said
    assert COMES not in said
    assert '"type": "end"' in said


def test_an_answer_of_the_agent_after_a_persons_words_is_named_as_such(phone, web, mei) -> None:
    line = claimed(phone, mei, opened(phone, web))
    hands_back(phone, mei)
    line.send("prompt", voicePrompt="what do I owe", last=True)
    said = line.speech()
    if "date of birth" not in said:  # the line had looked at who holds it before the answer was there
        said += line.speech()
    assert GOES in said
    assert said.index(GOES) < said.index("date of birth")
    assert GOES not in all_said(line)
    line.drop()


def test_terms_that_a_person_took_back_are_not_put_to_the_caller_again(phone, web, mei) -> None:
    line = proved(phone, web)
    assert line.says(PROPOSAL).endswith(READ_BACK)
    line.spoken()
    claimed(phone, mei, line)
    writes(phone, mei, "Please do not agree to this yet.")
    assert "do not agree" in line.speech()
    line.spoken()
    line.run(until(lambda: said_by_person(phone)[0][1] not in (None, "")))
    hands_back(phone, mei)
    assert GOES in line.speech()
    line.drop()
    next_line = again(phone, web)
    assert READ_BACK not in all_said(next_line)
    next_line.drop()


@pytest.mark.parametrize("cut", [False, True], ids=["same line", "next line"])
def test_a_yes_after_a_person_had_the_call_agrees_to_nothing_said_before(phone, web, mei, cut) -> None:
    line = proved(phone, web)
    assert line.says(PROPOSAL).endswith(READ_BACK)
    line.spoken()
    claimed(phone, mei, line)
    hands_back(phone, mei)
    assert GOES in line.speech()
    line.spoken()
    if cut:
        line.drop()
        line = again(phone, web)
        all_said(line)
        line.spoken()
    assert "Nothing is recorded." in line.says("yes")
    assert plan_of(phone) is None
    line.drop()


def test_a_cut_line_goes_on_with_what_was_not_heard_alone(phone, web, mei) -> None:
    line = claimed(phone, mei, opened(phone, web))
    writes(phone, mei, HELLO)
    writes(phone, mei, MORE, "another-key-of-the-form")
    said = line.speech()
    while MORE not in said:
        said += line.speech()
    heard = said.replace(MORE, "I have noted")
    line.send("interrupt", utteranceUntilInterrupt=heard, durationUntilInterruptMs=3000)
    line.run(until(lambda: said_by_person(phone) == [(HELLO, HELLO), (MORE, "I have noted")]))
    line.drop()
    next_line = again(phone, web)
    said = all_said(next_line)
    assert HELLO not in said
    assert MORE in said
    next_line.drop()


def test_who_called_back_after_a_persons_words_hears_that_the_agent_is_back(phone, web, mei) -> None:
    line = claimed(phone, mei, opened(phone, web))
    writes(phone, mei, HELLO)
    assert line.speech() == HELLO
    line.spoken()
    line.run(until(lambda: said_by_person(phone) == [(HELLO, HELLO)]))
    line.drop()
    hands_back(phone, mei)
    next_line = again(phone, web)
    said = all_said(next_line)
    assert said.count("automated assistant again") == 1
    assert HELLO not in said
    next_line.drop()


@pytest.fixture
def by_turns(phone: Phone, mei: User) -> Phone:
    """A call without the relay that Mei has taken over."""
    conversing(phone.calls_us())
    phone.says_aloud("what do I owe")
    take_over.claim(phone.desk, talk_of(phone), mei)
    return phone


def test_without_the_relay_a_request_that_is_repeated_has_the_same_words(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    first = turn(web, by_turns, 1)
    assert HELLO in first
    assert turn(web, by_turns, 1) == first
    assert HELLO not in turn(web, by_turns, 2)


@pytest.fixture
def elsewhere(phone: Phone) -> Iterator[Web]:
    """Another process of the gateway over the same store."""
    with Web(make_app(phone.app, Switchboard(phone.app, MANNERS))) as other:
        yield other


def kept_answers(phone: Phone) -> list[str]:
    with phone.store.read() as tx:
        return list(tx.exec_driver_sql("SELECT twiml FROM call_answers").scalars())


def test_another_process_has_the_same_words_for_a_request_that_is_repeated(
    by_turns, web, elsewhere, mei
) -> None:
    writes(by_turns, mei, HELLO)
    first = turn(web, by_turns, 1)
    assert HELLO in first
    assert turn(elsewhere, by_turns, 1) == first
    assert said_by_person(by_turns) == [(HELLO, HELLO)]
    assert HELLO not in turn(elsewhere, by_turns, 2)
    assert COMES not in turn(elsewhere, by_turns, 2)


def test_a_process_that_stops_before_it_notes_the_words_as_spoken_does_not_lose_them(
    by_turns, web, elsewhere, mei, monkeypatch
) -> None:
    writes(by_turns, mei, HELLO)
    with monkeypatch.context() as stopped:
        stopped.setattr(Caller, "mark", lambda *_: None)
        first = turn(web, by_turns, 1)
    assert said_by_person(by_turns) == [(HELLO, "")]
    assert turn(elsewhere, by_turns, 1) == first
    assert HELLO in turn(elsewhere, by_turns, 2)


@pytest.mark.parametrize("before", [True, False], ids=["has seen the words", "sees that they were spoken"])
def test_of_two_processes_that_answer_the_same_request_the_first_answer_counts(
    by_turns, web, elsewhere, mei, monkeypatch, before
) -> None:
    writes(by_turns, mei, HELLO)
    look, told = Caller.stands, []

    def while_another_answers(caller: Caller) -> Written:
        stands = look(caller)
        if not told:
            told.append("")
            told[0] = turn(elsewhere, by_turns, 1)
        return stands if before else look(caller)

    monkeypatch.setattr(Caller, "stands", while_another_answers)
    assert turn(web, by_turns, 1) == told[0]
    assert HELLO in told[0]


def test_words_that_came_while_another_process_answered_the_request_are_said_next(
    by_turns, web, elsewhere, mei, monkeypatch
) -> None:
    writes(by_turns, mei, HELLO)
    look, told = Caller.stands, []

    def while_another_answers(caller: Caller) -> Written:
        if not told:
            told.append("")
            told[0] = turn(elsewhere, by_turns, 1)
            writes(by_turns, mei, MORE, "another-key")
        return look(caller)

    monkeypatch.setattr(Caller, "stands", while_another_answers)
    assert turn(web, by_turns, 1) == told[0]
    assert MORE not in told[0]
    assert MORE in turn(web, by_turns, 2)


def test_another_process_does_not_say_again_that_the_agent_is_back(by_turns, web, elsewhere, mei) -> None:
    writes(by_turns, mei, HELLO)
    turn(web, by_turns, 1)
    hands_back(by_turns, mei)
    back = turn(web, by_turns, 2)
    assert GOES in back
    assert turn(elsewhere, by_turns, 2) == back
    assert GOES not in turn(elsewhere, by_turns, 3)


def test_what_was_answered_is_encrypted_and_goes_with_the_call(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    turn(web, by_turns, 1)
    [kept] = kept_answers(by_turns)
    assert HELLO not in kept
    by_turns.reports(None, "completed")
    assert kept_answers(by_turns) == []
    turn(web, by_turns, 1)
    assert kept_answers(by_turns) == []


def test_without_the_relay_it_is_said_once_that_the_agent_is_back(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    turn(web, by_turns, 1)
    hands_back(by_turns, mei)
    waits(by_turns, seconds=5)
    back = turn(web, by_turns, 2, SpeechResult="what do I owe")
    assert back.index(GOES) < back.index("date of birth")
    assert turn(web, by_turns, 2, SpeechResult="what do I owe") == back
    assert GOES not in turn(web, by_turns, 3)


def test_without_the_relay_silence_is_told_too_and_who_comes_again_is_announced(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    turn(web, by_turns, 1)
    hands_back(by_turns, mei)
    assert GOES in turn(web, by_turns, 2)
    assert GOES not in turn(web, by_turns, 3)
    waits(by_turns, seconds=5)
    take_over.claim(by_turns.desk, talk_of(by_turns), mei)
    writes(by_turns, mei, MORE, "another-key-of-the-form")
    said = turn(web, by_turns, 4)
    assert said.index(COMES) < said.index(MORE)


def test_without_the_relay_who_has_handed_back_leaves_between_two_words(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    hands_back(by_turns, mei)
    said = turn(web, by_turns, 1)
    assert said.index(COMES) < said.index(HELLO) < said.index(GOES)
    assert GOES not in turn(web, by_turns, 2)


def test_without_the_relay_nothing_older_than_the_callers_words_is_said(by_turns, web, mei) -> None:
    writes(by_turns, mei, HELLO)
    waits(by_turns, seconds=2)
    assert HELLO not in turn(web, by_turns, 1, SpeechResult="he is out, this is his roommate")
    assert HELLO not in turn(web, by_turns, 2, Digits="*")
    assert said_by_person(by_turns) == [(HELLO, "")]
