"""A call of ours meets an answering machine: what it is played, what that counts as, what people see of it.

That a lender without a recording leaves nothing is played by `test_journey_command.py`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from arrears.domain.calls import AnsweredBy
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import CallOutcome
from arrears.store import access
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from tests.builders.voicemails import a_wav
from tests.journeys.borrowers import EN, ZH, Borrower
from tests.journeys.stage import Stage
from tests.journeys.supervisor import signed_in
from tests.journeys.telephone import OPEN, Telephone, at, who_may_be_called

pytestmark = pytest.mark.slow

SOUND = f"/twilio/voice/sounds/{sha256(a_wav()).hexdigest()}"


@pytest.fixture(scope="module")
def callers(stage: Stage) -> dict[tuple[str, str], list[Borrower]]:
    """People whom no other journey calls."""
    found = {EN: who_may_be_called(stage, EN, 2, skip=20), ZH: who_may_be_called(stage, ZH, 1, skip=16)}
    at(stage, OPEN)
    return found


def played(telephone: Telephone, kind: str) -> list[dict[str, Any]]:
    return [event for event in telephone.state()["events"] if event["kind"] == kind]


def is_made_again(stage: Stage, person: Borrower) -> bool:
    """Whether the strategy plans the call once more, which it looks into after 30 hours."""
    stage.pass_time(timedelta(hours=31))
    now = stage.now()
    stage.wait_for(lambda: _looked_at(stage) >= now)
    case = stage.case(person)
    with stage.store.read() as tx:
        return outreach_rows.is_planned(tx, OutreachId(f"outreach-{case.id}-sms_conversation-call-again-2"))


def _looked_at(stage: Stage) -> datetime:
    with stage.store.read() as tx:
        return datetime.fromisoformat(access.last_note(tx, "scheduler")["finished"]["call_again"])


@pytest.mark.parametrize("kind", [EN, ZH])
def test_a_machine_that_beeps_is_played_the_recording_once_and_is_not_called_again(
    stage: Stage, callers: dict[tuple[str, str], list[Borrower]], kind: tuple[str, str]
) -> None:
    telephone = Telephone(stage, callers[kind].pop())
    assert telephone.is_called("machine_end_beep") == ""  # no word of our own voice
    (fetched,), (said,) = played(telephone, "fetches"), played(telephone, "says")
    assert said["sound"] == fetched["url"]
    assert fetched["url"].endswith(SOUND)
    assert (fetched["type"], fetched["octets"]) == ("audio/wav", len(a_wav()))
    assert played(telephone, "alert") == []

    call = telephone.call()
    assert (call.answered_by, call.outcome) == (AnsweredBy.BEEP, CallOutcome.VOICEMAIL)
    with stage.store.read() as tx:
        made = attempts_with(tx, stage.case(telephone.person).owner_id, stage.now())
    assert [(each.outcome, each.counts) for each in made if each.outcome] == [(CallOutcome.VOICEMAIL, True)]
    with signed_in(stage.world) as supervisor:
        page = supervisor.page(f"/cases/{stage.case(telephone.person).id}")
    assert "message left" in page
    assert "what may be left on a machine" in page
    assert not is_made_again(stage, telephone.person)


def test_a_machine_that_does_not_beep_is_played_nothing_and_is_called_again(
    stage: Stage, callers: dict[tuple[str, str], list[Borrower]]
) -> None:
    telephone = Telephone(stage, callers[EN].pop())
    at(stage, OPEN)
    assert telephone.is_called("machine_end_silence") == ""
    assert (played(telephone, "fetches"), played(telephone, "says")) == ([], [])
    assert telephone.call().outcome is CallOutcome.NO_MESSAGE
    assert is_made_again(stage, telephone.person)
