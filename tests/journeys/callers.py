"""Callers: borrowers who may be called, what they say in their language, and the steps that calls share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from arrears.domain.outreach import OutreachState
from arrears.store import outreach as outreach_rows
from arrears.store.handovers import Handover
from arrears.store.views.case_state import case_state
from tests.journeys.borrowers import EN, ZH, Borrower
from tests.journeys.stage import Stage
from tests.journeys.telephone import Telephone

CALIFORNIA = "CA"
"""Where everybody must know that a call may be recorded."""


@dataclass
class Callers:
    """People who wait for their journey; each is played once."""

    stage: Stage
    waiting: dict[tuple[str, str], list[Borrower]] = field(default_factory=dict)

    def phone(
        self, kind: tuple[str, str] = EN, number: str | None = None, region: str | None = None
    ) -> Telephone:
        """The telephone of somebody who lives in the region; else anywhere, but not in California yet."""
        waiting = self.waiting[kind]
        here = [person for person in waiting if region in (None, person.region)]
        elsewhere = [person for person in here if person.region != CALIFORNIA]
        person = (elsewhere or here)[-1]
        waiting.remove(person)
        return Telephone(self.stage, person, number)

    def on_the_phone(self, kind: tuple[str, str] = EN) -> Telephone:
        """Somebody who has called us and proved who they are."""
        telephone = self.phone(kind)
        telephone.calls_us()
        assert telephone.proves_it()[0] == "balance.state"
        return telephone


@dataclass(frozen=True)
class Words:
    """What a borrower says, in their language."""

    yes: str
    no: str
    mine: str
    too_little: str
    enough: str
    person: str


WORDS = {
    EN: Words(
        yes="yes", no="no", mine="yes this is me",
        too_little="could I pay five dollars a month starting on {day}",
        enough="I can pay {amount} dollars a month starting on {day}",
        person="let me talk to a real person",
    ),
    ZH: Words(
        yes="好的", no="不行", mine="是我",
        too_little="能不能分期，每个月还5美元，{day}开始",
        enough="那我每个月还{amount}美元，从{day}开始",
        person="我要找人工",
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
    has_a_plan_read_back(telephone, kind)
    assert "plan.recorded" in telephone.says(words.yes)
    assert len(telephone.stage.plans(telephone.person)) == 1


def has_a_plan_read_back(telephone: Telephone, kind: tuple[str, str]) -> None:
    """Name terms that can be agreed; nothing is recorded by that."""
    assert telephone.says(proposal(telephone, WORDS[kind].enough)) == ["plan.read_back"]
    assert telephone.stage.plans(telephone.person) == []


def state_of(stage: Stage, outreach_id: str) -> OutreachState:
    """What has become of the contact."""
    with stage.store.read() as tx:
        return outreach_rows.load(tx, outreach_id).state


def handovers_of(telephone: Telephone) -> tuple[Handover, ...]:
    """Why a person of ours has been called for the borrower."""
    stage = telephone.stage
    with stage.store.read() as tx:
        return case_state(tx, stage.case(telephone.person), stage.now()).handovers


def pass_hours(stage: Stage, hours: float) -> None:
    """Let so many hours pass, and the scheduler keep pace."""
    for _ in range(int(hours // 6)):
        stage.pass_time(timedelta(hours=6))
    stage.pass_time(timedelta(hours=hours % 6))
