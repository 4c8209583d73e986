"""Stop, distress, dispute, a wrong number: what a borrower says ends our texts, and a person is called."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arrears.domain.outreach import OutreachState
from arrears.store import consents, handovers
from arrears.store.tables.contact import outreach
from tests.journeys.borrowers import CN, EN, ZH
from tests.journeys.stage import Stage, is_said

pytestmark = pytest.mark.slow


def test_stop_is_confirmed_by_the_carrier_alone_and_nothing_is_ever_sent_again(stage: Stage) -> None:
    person = stage.borrower(EN)
    replies = stage.replies(person, "STOP")
    assert len(replies) == 1
    assert "unsubscribed" in replies[0]
    stage.leave_alone(person)


@pytest.mark.parametrize("word", ["TD", "退订"])
def test_a_stop_word_in_mainland_china_is_confirmed_by_us_once(stage: Stage, word: str) -> None:
    person = stage.borrower(CN)
    assert is_said(stage.ask(person, word), "zh", "optout.confirmation")
    assert stage.replies(person, word) == []
    stage.leave_alone(person)


@pytest.mark.parametrize(
    ("kind", "words"), [(EN, "please stop texting me"), (ZH, "别再给我发短信了"), (CN, "不要再发短信给我了")]
)
def test_a_stop_in_their_own_words_is_confirmed_once(stage: Stage, kind: tuple[str, str], words: str) -> None:
    person = stage.borrower(kind)
    assert is_said(stage.ask(person, words), person.language, "optout.confirmation")
    stage.leave_alone(person)


@pytest.mark.parametrize(
    ("kind", "words"),
    [(EN, "I can't do this anymore. I don't want to live"), (ZH, "我真的撑不下去了，不想活了")],
)
def test_despair_is_answered_with_help_and_comes_first_in_the_queue(
    stage: Stage, kind: tuple[str, str], words: str
) -> None:
    waiting = stage.borrower(EN)
    stage.ask(waiting, "I want to speak to a person")
    person = stage.identified(kind)
    reply = stage.ask(person, words)
    assert is_said(reply, person.language, "crisis.answer")
    assert "988" in reply
    with stage.store.read() as tx:
        queue = handovers.queue(tx)
    reasons = [entry.reason for entry in queue]
    first_of_others = next(i for i, reason in enumerate(reasons) if reason != "self_harm")
    assert "self_harm" not in reasons[first_of_others:]
    assert stage.conversation(person).id in [entry.conversation_id for entry in queue[:first_of_others]]
    stage.leave_alone(person)


@pytest.mark.parametrize(
    ("kind", "words", "key"),
    [
        (EN, "That amount is wrong, I dispute this debt", "dispute.answer"),
        (EN, "I already paid this off in January", "dispute.answer"),
        (ZH, "这笔钱不对，我有异议", "dispute.answer"),
        (EN, "You have the wrong number", "wrong_number.answer"),
        (CN, "你打错了，我不认识这个人", "wrong_number.answer"),
        (EN, "Please contact my attorney, I have a lawyer for this", "special_status.answer"),
    ],
)
def test_what_changes_the_law_of_the_case_is_noted_and_ends_our_texts(
    stage: Stage, kind: tuple[str, str], words: str, key: str
) -> None:
    person = stage.borrower(kind)
    assert is_said(stage.ask(person, words), person.language, key)
    stage.leave_alone(person)


def test_nine_days_later_nobody_who_said_so_has_heard_from_us_and_the_others_have(stage: Stage) -> None:
    """Every step of the strategy comes due meanwhile. The opt-out of one reached the carrier alone."""
    unheard = stage.borrower(EN)
    stage.world.simulator.post("/faults", json={"drop_inbound": 1.0}).raise_for_status()
    stage.send(unheard.phone, "STOP")
    stage.world.simulator.post("/faults", json={"drop_inbound": 0.0}).raise_for_status()
    stage.leave_alone(unheard)
    others = {person.phone: len(stage.received(person.phone)) for person in stage.unplayed()}
    for _ in range(9):
        stage.pass_time(timedelta(days=1))
    assert stage.heard_although_left_alone() == []
    assert any(len(stage.received(phone)) > had for phone, had in others.items())
    case = stage.case(unheard)
    with stage.store.read() as tx:
        query = outreach.select().where(outreach.c.case_id == case.id, outreach.c.error_code == "21610")
        refused = tx.execute(query).all()
        given = consents.consents_for(tx, refused[0].contact_point_id)
    assert [row.state for row in refused] == [OutreachState.FAILED]
    assert [entry.action for entry in given if entry.how == "carrier_block"] == ["withdrawn"]
