"""Calls from their first ring to their last word, in both languages: with people, machines, and nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.domain.outreach import CallOutcome, OutreachState
from arrears.domain.people import Channel
from arrears.store import consents
from tests.journeys.borrowers import EN, ZH
from tests.journeys.callers import WORDS, Callers, agrees_a_plan, state_of
from tests.journeys.office import AGENTS
from tools.journey.phone import Phone

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", [EN, ZH])
def test_who_is_called_proves_who_they_are_and_agrees_a_plan_that_follows_in_writing(
    callers: Callers, kind: tuple[str, str]
) -> None:
    telephone = callers.phone(kind)
    telephone.is_called()
    assert telephone.says(WORDS[kind].mine) == ["identity.ask"]
    telephone.speaks_of_no_debt()
    assert telephone.proves_it()[0] == "balance.state"
    agrees_a_plan(telephone, kind)
    telephone.hangs_up()
    assert telephone.call().outcome is CallOutcome.TALKED
    callers.stage.pass_time(timedelta(hours=1))
    (written,) = callers.stage.received(telephone.person.phone)
    assert "/p/" in written


@pytest.mark.parametrize(
    ("kind", "greeting", "words"),
    [(EN, "assistant", "hello what is this about"), (ZH, "助手", "你好，请问有什么事")],
)
def test_who_calls_us_from_their_own_number_is_greeted_and_keys_in_the_digits(
    callers: Callers, kind: tuple[str, str], greeting: str, words: str
) -> None:
    telephone = callers.phone(kind)
    assert greeting in telephone.calls_us()
    assert telephone.says(words)[-1].startswith(("identity.ask", "who.answer"))
    assert telephone.says(telephone.birth) == ["identity.ask_last4"]
    telephone.speaks_of_no_debt()
    assert telephone.presses(f"{telephone.person.last4}#")[0] == "balance.state"
    telephone.hangs_up()


def test_a_caller_from_an_unknown_number_is_told_nothing_until_they_are_known(callers: Callers) -> None:
    telephone = callers.phone(number="+12125550196")
    assert "reference" in telephone.calls_us()
    born, digits = telephone.person.birth_on, "".join(filter(str.isdigit, telephone.person.loan))
    heard = []
    for turn in (digits, f"{born:%B} {born.day}, {born.year}"):
        telephone.phone.say(turn)
        heard.append(telephone.hears())
    assert "birth" in heard[0]
    assert "last four" in heard[1]
    assert "call.identified" in telephone.says(telephone.person.last4)
    assert telephone.says("how much do I owe")[0].startswith("balance.")
    telephone.hangs_up()


@pytest.mark.parametrize(
    ("taken_by", "outcome"),
    [
        ("machine_end_silence", CallOutcome.NO_MESSAGE),
        ("no-answer", CallOutcome.UNANSWERED),
        ("failed", CallOutcome.NOT_IN_SERVICE),
    ],
)
def test_nothing_is_said_where_no_person_answers_and_the_call_counts_as_what_it_was(
    callers: Callers, taken_by: str, outcome: CallOutcome
) -> None:
    telephone = callers.phone()
    assert telephone.is_called(taken_by) == ""
    assert telephone.call().outcome is outcome
    assert telephone.call().conversation_id is None


@pytest.mark.parametrize(("kind", "words"), [(EN, "stop calling me"), (ZH, "不要再给我打电话了")])
def test_who_wants_no_more_calls_gets_none(callers: Callers, kind: tuple[str, str], words: str) -> None:
    telephone, stage = callers.phone(kind), callers.stage
    telephone.is_called()
    assert telephone.says(words)[-1].startswith("optout.")
    assert telephone.is_over()
    case = stage.case(telephone.person)
    again = telephone.has_a_call_due("again")
    stage.wait_for(lambda: state_of(stage, again) is not OutreachState.DUE)
    assert state_of(stage, again) is OutreachState.REFUSED
    with stage.store.read() as tx:
        withdrawn = [each for each in consents.consents_of(tx, case.owner_id) if each.action == "withdrawn"]
    assert {each.channel for each in withdrawn} & {None, Channel.VOICE}
    assert len(telephone.phone.calls()) == 1


def test_a_key_leads_to_a_person_of_ours_who_is_told_first(callers: Callers) -> None:
    telephone, agent = callers.phone(ZH), Phone(callers.stage.world.simulator, AGENTS)
    telephone.calls_us()
    telephone.phone.press("0")
    telephone.phone.play(lambda _: any(call["status"] == "in-progress" for call in agent.calls(live=True)))
    agent.turn_to(agent.calls(live=True)[0]["sid"])
    agent.play(lambda call: call["listening"] and not call["speaking"])
    whispered = "".join(agent.news())
    assert whispered
    agent.press("1", wait=False)
    assert telephone.is_over()
    assert "talked" not in whispered
    assert telephone.call().outcome is CallOutcome.TALKED


@pytest.mark.parametrize(
    ("kind", "words", "instead", "least"),
    [(EN, "hello what is this about", "are you a robot", 10), (ZH, "你好，请问有什么事", "你是机器人吗", 5)],
)
def test_of_words_that_are_interrupted_the_transcript_keeps_what_was_heard(
    callers: Callers, kind: tuple[str, str], words: str, instead: str, least: int
) -> None:
    telephone = callers.phone(kind)
    telephone.calls_us()
    assert "robot.answer" in telephone.interrupts(words, 25 if kind == EN else 10, instead)
    cut = [(said, heard) for said, heard in telephone.said_and_heard() if said != heard]
    assert len(cut) == 1
    said, heard = cut[0]
    assert said.startswith(heard)
    assert least <= len(heard) <= 30
    events = telephone.state()["events"]
    assert heard in "".join(str(event["text"]) for event in events if event["kind"] == "heard")
    telephone.hangs_up()


def test_the_language_is_switched_in_the_middle_of_a_call(callers: Callers) -> None:
    telephone = callers.phone()
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    assert "language.switched" in telephone.says("can we speak Chinese, 能说中文吗？")
    assert telephone.says("我一共欠多少钱？")[0].startswith("balance.")
    spoken = [each for each in telephone.state()["events"] if each["kind"] == "language"]
    assert spoken[-1]["tts"] == "cmn-CN"
    assert spoken[-1]["transcription"] == "cmn-CN"
    telephone.hangs_up()


def test_no_call_is_left_open_and_no_debt_was_spoken_of_before_the_proof(callers: Callers) -> None:
    stage = callers.stage
    assert stage.world.simulator.get("/calls", params={"live": True}).json() == []
    assert [each for each in stage.world.simulator.get("/debugger").json() if each["code"] != 39001] == []
