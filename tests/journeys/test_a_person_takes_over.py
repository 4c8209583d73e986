"""A supervisor claims a conversation at the console, answers, and hands it back."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest

from arrears.domain.conversations import Speaker
from tests.journeys.borrowers import EN
from tests.journeys.stage import Stage, is_said
from tests.journeys.supervisor import Supervisor, signed_in

pytestmark = pytest.mark.slow


@pytest.fixture
def supervisor(stage: Stage) -> Iterator[Supervisor]:
    with signed_in(stage.world) as supervisor:
        yield supervisor


def test_the_bot_is_silent_from_claim_to_resolution(stage: Stage, supervisor: Supervisor) -> None:
    person = stage.identified(EN)
    assert is_said(stage.ask(person, "I want to speak to a person"), "en", "human.answer")
    conversation = stage.conversation(person).id
    assert conversation in supervisor.page("/queue")

    assert supervisor.claim(conversation) == "claimed"
    assert stage.replies(person, "hello, is somebody there?") == []
    words = "Good afternoon, my name is Ana. I am reading your messages now."
    assert supervisor.reply(conversation, words) == "sent"
    assert stage.received(person.phone)[-1] == words
    assert stage.replies(person, "how much do I owe?") == []
    page = supervisor.page(f"/conversations/{conversation}")
    assert "how much do I owe?" in page
    assert words in page

    assert supervisor.resolve(conversation, "Talked it through.") == "resolved"
    assert is_said(stage.ask(person, "how much do I owe?"), "en", "balance.again")
    speakers = [turn.speaker for turn in stage.turns(person)][-5:]
    assert speakers == [
        Speaker.BORROWER,
        Speaker.SUPERVISOR,
        Speaker.BORROWER,
        Speaker.BORROWER,
        Speaker.BOT,
    ]


def test_a_negotiation_can_be_read_with_the_bounds_of_each_offer(
    stage: Stage, supervisor: Supervisor
) -> None:
    person = stage.identified(EN, least_owed_minor=60_000)
    offer = stage.ask(person, f"Could I pay $5 a month starting {stage.day_in(9)}?")
    page = supervisor.page(f"/conversations/{stage.conversation(person).id}")
    assert unescape(offer) in unescape(page)
    assert "Smallest instalment" in page
    assert "Why these terms" in page


def test_a_person_cannot_write_to_somebody_who_said_stop(stage: Stage, supervisor: Supervisor) -> None:
    person = stage.borrower(EN)
    stage.ask(person, "I want to speak to a person")
    conversation = stage.conversation(person).id
    assert supervisor.claim(conversation) == "claimed"
    stage.replies(person, "STOP")
    heard = stage.received(person.phone)
    assert supervisor.reply(conversation, "Are you sure?") == "refused"
    assert stage.received(person.phone) == heard
    assert supervisor.resolve(conversation, "They want no texts.") == "resolved"


def test_a_stranger_sees_no_transcript(stage: Stage, supervisor: Supervisor) -> None:
    assert stage.world.gateway.get("/api/v1/plans").status_code == 401
    supervisor.console.cookies.clear()
    assert supervisor.console.get("/conversations").headers["location"].startswith("/sign-in")
