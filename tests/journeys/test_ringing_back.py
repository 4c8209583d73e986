"""Calls that were asked for, and calls that nobody took: when the telephone rings again, and whether."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from arrears.domain.compliance.frequency import NOT_CONNECTED
from arrears.domain.outreach import CallOutcome, OutreachState
from arrears.store import attempts, people
from arrears.store import outreach as outreach_rows
from tests.journeys.borrowers import EN, ZH
from tests.journeys.callers import CALIFORNIA, WORDS, Callers, handovers_of, pass_hours, state_of
from tests.journeys.office import AGENTS
from tests.journeys.telephone import CLOSED, Telephone, at
from tools.journey.phone import Phone

pytestmark = pytest.mark.slow


NINE = frozenset({CALIFORNIA, "TX"})
"""Where eight is too early for some: a machine may not call sooner, or a second zone is an hour behind."""


def drives(telephone: Telephone, driving: str, when: str, hour: str) -> Telephone:
    """Called while they drive: not a word more, but when to call them."""
    telephone.is_called()
    assert telephone.says(driving) == ["call.driving"]
    assert telephone.says(when) == ["callback.answer"]
    assert telephone.is_over()
    telephone.speaks_of_no_debt()
    promised = telephone.heard + "".join(telephone.phone.news())
    assert hour in promised
    assert "minutes" not in promised
    return telephone


def test_who_drives_is_called_at_the_hour_they_named_or_the_first_lawful_one(callers: Callers) -> None:
    at(callers.stage, CLOSED)
    driving, when = "yes but I'm driving right now", "call me tomorrow at ten thirty in the morning"
    english, mandarin = callers.phone(EN), callers.phone(ZH)
    # Nobody may be called at five; what is promised is the hour at which we shall call.
    lawful = "上午九点" if mandarin.person.region in NINE else "上午八点"
    asked = [
        drives(english, driving, when, "at ten thirty in the morning"),
        drives(mandarin, "我正在开车", "明天早上五点再打给我", lawful),
    ]
    for telephone in sorted(asked, key=promised_at):
        goes_on_when_it_rings(telephone)


def test_who_asks_for_a_person_after_hours_is_promised_a_call_and_nobody_is_dialled(callers: Callers) -> None:
    stage, telephone = callers.stage, callers.phone()
    at(stage, CLOSED)
    agents = Phone(stage.world.simulator, AGENTS)
    dialled = len(agents.calls())
    telephone.calls_us()
    telephone.phone.press("0")
    assert "call you back" in telephone.hears()
    assert len(agents.calls()) == dialled
    assert [each.reason for each in handovers_of(telephone)] == ["asked_for_person"]
    goes_on_when_it_rings(telephone)


TAKEN_BY = {
    "busy": CallOutcome.BUSY,
    "fax": CallOutcome.UNANSWERED,
    "declined": CallOutcome.DECLINED,
}


def test_who_was_not_reached_is_called_once_more_and_who_declined_is_left_alone(callers: Callers) -> None:
    stage = callers.stage
    called = {taken_by: callers.phone() for taken_by in TAKEN_BY}
    for taken_by, telephone in called.items():
        assert telephone.is_called(taken_by) == ""
        assert telephone.call().outcome is TAKEN_BY[taken_by]
    assert [counts(telephone) for telephone in called.values()] == [0, 1, 1]
    pass_hours(stage, 29)  # `hours_apart` is 30
    assert [len(telephone.phone.calls()) for telephone in called.values()] == [1, 1, 1]
    for telephone in called.values():
        telephone.phone.expect("no-answer")
    pass_hours(stage, 20)  # a night, too
    assert [len(telephone.phone.calls()) for telephone in called.values()] == [2, 2, 1]
    again = f"outreach-{stage.case(called['busy'].person).id}-sms_conversation-call-again-2"
    assert state_of(stage, again) in (OutreachState.SENT, OutreachState.UNDELIVERED)
    pass_hours(stage, 36)  # `attempts` is 2
    assert [len(telephone.phone.calls()) for telephone in called.values()] == [2, 2, 1]
    assert counts(called["busy"]) == 1


def goes_on_when_it_rings(telephone: Telephone) -> None:
    """The promised call comes at its lawful hour, and the talk goes on from its first words."""
    words = WORDS[(telephone.person.country, telephone.person.language)]
    assert hours_there(telephone) <= {*range(8, 21)}
    assert "call.callback" in rings_at_its_hour(telephone)
    assert telephone.says(words.mine) == ["identity.ask"]
    assert telephone.proves_it()[0] == "balance.state"
    telephone.hangs_up()


def counts(telephone: Telephone) -> int:
    """How many calls to them count, as the rules read it."""
    stage = telephone.stage
    with stage.store.read() as tx:
        owner = stage.case(telephone.person).owner_id
        made = attempts.attempts_with(tx, owner, stage.now())
    return sum(each.outcome not in NOT_CONNECTED for each in made)


def promised_at(telephone: Telephone) -> datetime:
    """When the call falls due that their last call has brought."""
    with telephone.stage.store.read() as tx:
        return outreach_rows.load(tx, f"outreach-{telephone.call().id}-callback").due_at


def hours_there(telephone: Telephone) -> set[int]:
    """The hour of the promised call wherever they may be."""
    stage, due = telephone.stage, promised_at(telephone)
    with stage.store.read() as tx:
        zones = people.load_person(tx, stage.case(telephone.person).owner_id).zones
    return {due.astimezone(ZoneInfo(zone)).hour for zone in zones}


def rings_at_its_hour(telephone: Telephone) -> list[str]:
    """Let time pass until it rings, no minute sooner, and answer; the messages that are heard first."""
    stage, phone, due = telephone.stage, telephone.phone, promised_at(telephone)
    phone.expect("by_hand")
    before = len(phone.calls())
    pass_hours(stage, (due - stage.now() - timedelta(minutes=1)) / timedelta(hours=1))
    assert len(phone.calls()) == before
    stage.advance_to(due)
    stage.wait_for(lambda: len(phone.calls()) > before)
    phone.turn_to(phone.calls()[0]["sid"])
    phone.answer()
    return telephone.answer()
