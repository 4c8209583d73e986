"""A person's words on a line: when they are begun, what ends the call before them, what is noted as heard."""

from __future__ import annotations

import pytest

from arrears.domain.call_scripts import Ends, SpokenAnswer, Written
from arrears.domain.ids import OutreachId
from arrears.domain.people import Language
from gateway.voice.colleague import PAUSE_S
from tests.builders.talk import REPLY, Phone, kinds, words

COMES, GOES = "A person from our team", "automated assistant again"
ONE, TWO = OutreachId("outreach-one"), OutreachId("outreach-two")


@pytest.fixture
def phone() -> Phone:
    return Phone()


def held(*texts: str, by: bool = True) -> Written:
    ids = (ONE, TWO)
    words = zip(ids, texts, strict=False)
    return Written(by, tuple((SpokenAnswer(each, text, Language.EN), "") for each, text in words))


def tells(phone: Phone, written: Written, ago_s: float = 0) -> str:
    """What is said once a look at it, begun so long ago, has ended."""
    phone.talk.colleague.told(written, phone.now - ago_s)
    return words(phone.wait(0.1))


def quiet(phone: Phone) -> None:
    phone.now += PAUSE_S
    phone.tick()


@pytest.mark.parametrize("ends", [Ends.GOODBYE, Ends.PERSON, Ends.PAY, Ends.CALLBACK])
def test_a_call_that_ends_is_not_said_to_be_a_persons(phone, ends) -> None:
    phone.prompt("stop")
    phone.answered("Goodbye.", ends=ends)
    quiet(phone)
    assert tells(phone, held("Hello.")) == ""
    assert "end" in kinds(phone.wait(20))


def test_who_hears_that_a_person_writes_is_not_hung_up_on(phone) -> None:
    said = ""
    while "Goodbye" not in said:
        said += words(phone.wait(0.5))
    said = tells(phone, held("Hello."))
    assert COMES in said
    assert said.endswith("Hello.")
    assert "end" not in kinds(phone.wait(15))


def test_nothing_of_a_persons_is_said_while_an_answer_is_awaited(phone) -> None:
    phone.prompt("stop")
    quiet(phone)
    assert tells(phone, held("Hello.")) == ""
    said = words(phone.answered("Yes?"))
    assert said.startswith("Yes?")
    assert "Hello." not in said
    assert tells(phone, held("Hello.")) == "Hello."


def test_what_was_seen_before_the_last_words_is_not_said_after_them(phone) -> None:
    quiet(phone)
    tells(phone, held())
    phone.prompt("what do I owe")
    phone.answered("")
    quiet(phone)
    assert tells(phone, held("Hello."), ago_s=3) == ""
    assert tells(phone, held("Hello.")) == "Hello."


def test_words_that_were_heard_whole_are_noted_so_when_the_next_are_cut(phone) -> None:
    quiet(phone)
    said = tells(phone, held("First.", "Second one."))
    phone.frame("interrupt", utteranceUntilInterrupt=said.removesuffix(" one."), durationUntilInterruptMs=9)
    assert phone.threads.marked == [(ONE, "First."), (TWO, "Second")]


def test_words_that_were_heard_whole_are_noted_so_when_the_line_goes(phone) -> None:
    quiet(phone)
    tells(phone, held("First.", "Second one."))
    phone.frame("info", name="agentSpeaking", value="on")
    phone.now += 60
    phone.talk.lost(phone.now)
    assert phone.threads.marked == [(ONE, "First."), (TWO, "Second one.")]


def test_a_line_that_goes_after_an_interruption_has_heard_no_more(phone) -> None:
    quiet(phone)
    tells(phone, held("First one."))
    phone.frame("interrupt", utteranceUntilInterrupt="First", durationUntilInterruptMs=9)
    phone.talk.lost(phone.now)
    assert all(heard != "First one." for _, heard in phone.threads.marked)


def test_what_a_noise_has_cut_off_is_said_before_the_next_words(phone) -> None:
    quiet(phone)
    said = tells(phone, held("First one. It goes on."))
    until = said.removesuffix(" It goes on.")
    phone.frame("interrupt", utteranceUntilInterrupt=until, durationUntilInterruptMs=9)
    phone.talk.colleague.told(held("First one. It goes on.", "Second."), phone.now)
    said = words(phone.wait(20))
    assert said.index("It goes on.") < said.index("Second.")


def test_a_repetition_after_the_agent_is_back_is_not_of_the_persons_words(phone) -> None:
    quiet(phone)
    tells(phone, held("Hello."))
    assert GOES in tells(phone, held(by=False))
    quiet(phone)
    assert "Hello." not in words([*phone.press("*"), *phone.wait(5)])


def test_an_answer_after_a_persons_words_says_whose_it_is(phone) -> None:
    quiet(phone)
    tells(phone, held("Hello."))
    phone.prompt("what do I owe")
    said = words(phone.answered("It is noted.", outreach_id=REPLY))
    assert GOES in said
    assert said.endswith("It is noted.")
    assert GOES not in tells(phone, held(by=False))
