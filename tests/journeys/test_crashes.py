"""Processes that die at any point: afterwards every message has one reply, and every effect exists once."""

from __future__ import annotations

import random
import time
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.store import ledger
from arrears.store.tables.contact import outreach
from arrears.store.tables.dialogue import handovers, turns
from arrears.store.tables.money import plans
from tests.journeys.borrowers import EN, Borrower
from tests.journeys.stage import Stage

pytestmark = pytest.mark.slow

SEED = 20260302
LONGEST_DELAY_SECONDS = 0.25
"""About the time in which four turns at once are over: a crash falls into any step of one."""

AFTER_RESTART_SECONDS = 90.0
"""A lease of 20 s may have to run out first, and Rasa needs a while to load."""


@pytest.mark.parametrize("process", ["gateway", "actions", "bot"])
def test_a_crash_in_the_middle_of_conversations_loses_and_repeats_nothing(stage: Stage, process: str) -> None:
    chance = random.Random(f"{SEED} {process}")
    people = [stage.borrower(EN, least_owed_minor=50_000) for _ in range(4)]
    for sent, texts in enumerate(_script(stage, people), start=1):
        ids = {
            person.phone: stage.send(person.phone, text) for person, text in zip(people, texts, strict=True)
        }
        time.sleep(chance.uniform(0, LONGEST_DELAY_SECONDS))  # the crash comes at any moment
        stage.world.fleet.kill(process)
        stage.world.restart(process)
        # The carrier tries again what it could not hand over; what it had handed over is a duplicate.
        for phone, sid in ids.items():
            stage.world.simulator.post(f"/phones/{phone}/send", json={"sid": sid}).raise_for_status()
        stage.wait_for(stage.is_answered, AFTER_RESTART_SECONDS)
        stage.advance(timedelta(seconds=5))
        for person in people:
            _has_one_reply_each(stage, person, sent)
    _effects_exist_once(stage, people)


def test_two_schedulers_send_nothing_twice(stage: Stage) -> None:
    second = stage.world.start_another("scheduler")
    try:
        fresh = stage.newcomers(EN, 24)
        stage.pass_time(timedelta(minutes=1))
        counts = [len(stage.received(person.phone)) for person in fresh]
        assert set(counts) <= {0, 1}
        assert sum(counts) >= len(fresh) // 2
    finally:
        stage.world.fleet.kill(second)


def _script(stage: Stage, people: list[Borrower]) -> list[list[str]]:
    """What each says in each round: identity, terms, and the yes that must be recorded once."""
    on = stage.day_in(9)
    return [
        [person.identity for person in people],
        [f"I can pay ${-(-person.owed_minor // 400)} a month starting {on}" for person in people],
        ["yes" for _ in people],
    ]


def _has_one_reply_each(stage: Stage, person: Borrower, sent: int) -> None:
    """As many replies as messages; one that was under way when its sender died is for a person instead."""
    conversation = stage.conversation(person)
    with stage.store.read() as tx:
        c = outreach.c
        rows = tx.execute(
            sa.select(c.answers, c.state, c.id).where(
                c.conversation_id == conversation.id, c.answers.is_not(None)
            )
        ).all()
        heard = tx.execute(
            sa.select(sa.func.count()).where(
                turns.c.conversation_id == conversation.id, turns.c.speaker == "borrower"
            )
        ).scalar_one()
    assert heard == sent
    assert len({row.answers for row in rows}) == len(rows) == sent
    in_doubt = sum(row.state in ("claimed", "unknown") for row in rows)
    received = len(stage.received(person.phone)) - _unprompted(stage, person)
    assert sent - in_doubt <= received <= sent


def _unprompted(stage: Stage, person: Borrower) -> int:
    case = stage.case(person)
    c = outreach.c
    with stage.store.read() as tx:
        query = sa.select(sa.func.count()).where(
            c.case_id == case.id, c.answers.is_(None), c.claimed_at.is_not(None)
        )
        return int(tx.execute(query).scalar_one())


def _effects_exist_once(stage: Stage, people: list[Borrower]) -> None:
    for person in people:
        case = stage.case(person)
        with stage.store.read() as tx:
            assert ledger.out_of_balance(tx) == ()
            owed = ledger.balance(tx, case.id, case.currency).total.minor
            made = tx.execute(sa.select(sa.func.count()).where(plans.c.case_id == case.id)).scalar_one()
            apologies = tx.execute(
                sa.select(sa.func.count()).where(
                    handovers.c.case_id == case.id, handovers.c.reason == "engine_failure"
                )
            ).scalar_one()
        assert owed == person.owed_minor
        assert made == 1 or (made == 0 and apologies == 1)
