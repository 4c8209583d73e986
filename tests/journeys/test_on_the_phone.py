"""Calls from their first ring to their last word, in both languages: with people, machines, and nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from arrears.domain.calls import CallPath
from arrears.domain.outreach import CallOutcome, OutreachState
from arrears.domain.people import Channel
from arrears.store import consents
from arrears.store import outreach as outreach_rows
from arrears.store.handovers import Handover
from arrears.store.views.case_state import case_state
from tests.journeys.borrowers import EN, ZH, Borrower
from tests.journeys.office import AGENTS
from tests.journeys.stage import Stage
from tests.journeys.telephone import CLOSED, OPEN, Telephone, at, who_may_be_called
from tools.journey.phone import Phone

pytestmark = pytest.mark.slow


@dataclass
class Callers:
    """People who may be called; each is played once."""

    stage: Stage
    waiting: dict[tuple[str, str], list[Borrower]] = field(default_factory=dict)

    def phone(self, kind: tuple[str, str] = EN, number: str | None = None) -> Telephone:
        return Telephone(self.stage, self.waiting[kind].pop(), number)


@pytest.fixture(scope="module")
def callers(stage: Stage) -> Callers:
    found = {EN: who_may_be_called(stage, EN, 15), ZH: who_may_be_called(stage, ZH, 5)}
    at(stage, OPEN)
    return Callers(stage, found)


@dataclass(frozen=True)
class Words:
    """What a borrower says, in their language."""

    yes: str
    mine: str
    too_little: str
    enough: str


WORDS = {
    EN: Words(
        yes="yes", mine="yes this is me",
        too_little="could I pay five dollars a month starting on {day}",
        enough="I can pay {amount} dollars a month starting on {day}",
    ),
    ZH: Words(
        yes="好的", mine="是我",
        too_little="能不能分期，每个月还5美元，{day}开始",
        enough="那我每个月还{amount}美元，从{day}开始",
    ),
}  # fmt: skip


def proposal(telephone: Telephone, words: str) -> str:
    """The words with a day in nine days, and an eighth of what is owed."""
    person = telephone.person
    amount = -(-person.owed_minor // 800)
    return words.format(day=telephone.stage.day_in(9, person.language), amount=amount)


def agrees_a_plan(telephone: Telephone, kind: tuple[str, str]) -> None:
    """Haggle, have it read back, and say yes."""
    words = WORDS[kind]
    assert telephone.says(proposal(telephone, words.too_little))[0] in ("offer.counter", "offer.two")
    assert telephone.says(proposal(telephone, words.enough)) == ["plan.read_back"]
    assert telephone.stage.plans(telephone.person) == []
    assert "plan.recorded" in telephone.says(words.yes)
    assert len(telephone.stage.plans(telephone.person)) == 1


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
        ("busy", CallOutcome.BUSY),
        ("declined", CallOutcome.DECLINED),
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


@pytest.mark.parametrize(
    ("kind", "driving", "when", "hour"),
    [
        (
            EN,
            "yes but I'm driving right now",
            "call me tomorrow at ten in the morning",
            "at ten in the morning",
        ),
        (ZH, "我正在开车", "明天上午十点再打给我", "上午十点"),
    ],
)
def test_who_drives_hears_no_more_and_is_called_when_they_say(
    callers: Callers, kind: tuple[str, str], driving: str, when: str, hour: str
) -> None:
    telephone = callers.phone(kind)
    telephone.is_called()
    assert telephone.says(driving) == ["call.driving"]
    assert telephone.says(when) == ["callback.answer"]
    assert telephone.is_over()
    telephone.speaks_of_no_debt()
    promised = telephone.heard + "".join(telephone.phone.news())
    assert hour in promised
    assert "minutes" not in promised


@pytest.mark.parametrize(("kind", "words"), [(EN, "stop calling me"), (ZH, "不要再给我打电话了")])
def test_who_wants_no_more_calls_gets_none(callers: Callers, kind: tuple[str, str], words: str) -> None:
    telephone, stage = callers.phone(kind), callers.stage
    telephone.is_called()
    assert telephone.says(words)[-1].startswith("optout.")
    assert telephone.is_over()
    case = stage.case(telephone.person)
    again = telephone.has_a_call_due("again")
    stage.wait_for(lambda: _state(stage, again) is not OutreachState.DUE)
    assert _state(stage, again) is OutreachState.REFUSED
    with stage.store.read() as tx:
        withdrawn = [each for each in consents.consents_of(tx, case.owner_id) if each.action == "withdrawn"]
    assert {each.channel for each in withdrawn} & {None, Channel.VOICE}
    assert len(telephone.phone.calls()) == 1


def test_a_key_leads_to_a_person_of_ours_who_is_told_first(callers: Callers) -> None:
    telephone, agent = callers.phone(), Phone(callers.stage.world.simulator, AGENTS)
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


def test_a_line_that_drops_is_the_same_conversation_and_at_last_goes_on_without_the_relay(
    callers: Callers,
) -> None:
    telephone = callers.phone()
    telephone.calls_us()
    assert telephone.proves_it()[0] == "balance.state"
    before = telephone.call().conversation_id
    telephone.phone.drop()
    assert telephone.answer() == ["call.resumed"]
    assert telephone.says("how much do I owe")[0].startswith("balance.")
    for _ in range(3):
        telephone.phone.drop()
        telephone.hears()
    assert telephone.call().path is CallPath.GATHER
    assert telephone.says(proposal(telephone, WORDS[EN].enough)) == ["plan.read_back"]
    assert "plan.recorded" in telephone.says("yes")
    assert telephone.call().conversation_id == before
    telephone.hangs_up()


def test_of_words_that_are_interrupted_the_transcript_keeps_what_was_heard(callers: Callers) -> None:
    telephone = callers.phone()
    telephone.calls_us()
    assert "robot.answer" in telephone.interrupts("hello what is this about", 25, "are you a robot")
    cut = [(said, heard) for said, heard in telephone.said_and_heard() if said != heard]
    assert len(cut) == 1
    said, heard = cut[0]
    assert said.startswith(heard)
    assert 10 <= len(heard) <= 30
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


def test_after_hours_a_person_is_promised_and_nobody_is_dialled(callers: Callers) -> None:
    telephone, stage = callers.phone(), callers.stage
    at(stage, CLOSED)
    dialled = len(Phone(stage.world.simulator, AGENTS).calls())
    telephone.calls_us()
    telephone.phone.press("0")
    telephone.hears()
    assert len(Phone(stage.world.simulator, AGENTS).calls()) == dialled
    assert [each.reason for each in _handovers(stage, telephone.person)] == ["asked_for_person"]


def test_no_call_is_left_open_and_no_debt_was_spoken_of_before_the_proof(callers: Callers) -> None:
    stage = callers.stage
    assert stage.world.simulator.get("/calls", params={"live": True}).json() == []
    assert [each for each in stage.world.simulator.get("/debugger").json() if each["code"] != 39001] == []


def _state(stage: Stage, outreach_id: str) -> OutreachState:
    with stage.store.read() as tx:
        return outreach_rows.load(tx, outreach_id).state


def _handovers(stage: Stage, person: Borrower) -> tuple[Handover, ...]:
    case = stage.case(person)
    with stage.store.read() as tx:
        return case_state(tx, case, stage.now()).handovers
