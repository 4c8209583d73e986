"""Plans, promises and their outcomes that were written before revision 0006 are kept, forwards and back."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from alembic import command

from arrears.domain.promises import PromiseOutcome
from arrears.store import Store, plans
from arrears.store.migrate import _config, difference, migrate
from arrears.store.tables.money import promises
from tests.builders.store import MONDAY_NOON_UTC, a_borrower
from tests.store.test_upgrade import filled, put


@pytest.fixture
def old(store: Store) -> Store:
    """The tables as they were at 0005, with a plan of one promise that was kept."""
    borrower = a_borrower()
    migrate(filled(store, borrower), "0005")
    case_id, at = borrower.case.id, MONDAY_NOON_UTC
    with store.write() as tx:
        put(tx, "conversations", id="talk", person_id=borrower.person.id, case_id=case_id,
            contact_point_id=borrower.point.id, channel="sms", language="en", opened_at=at,
            last_turn_at=at)  # fmt: skip
        put(tx, "offers", id="offer-1", conversation_id="talk", case_id=case_id, kind="accept",
            schedule="{}", bounds="{}", reasons="[]", at=at)  # fmt: skip
        put(tx, "plans", id="plan-1", case_id=case_id, offer_id="offer-1", conversation_id="talk",
            left_due_minor=0, currency="USD", grace_days=3, authority_version="old", proposed_at=at,
            agreed_at=at)  # fmt: skip
        tx.execute(sa.insert(promises).values(id="plan-1-1", plan_id="plan-1", case_id=case_id, seq=1,
            due_on=date(2026, 3, 16), amount_minor=140_000, currency="USD"))  # fmt: skip
        put(tx, "promise_outcomes", promise_id="plan-1-1", outcome="kept", at=at)
        put(tx, "plan_cancellations", plan_id="plan-1", by="replaced", at=at)
    return store


def test_a_plan_made_before_is_read_after_the_upgrade(old: Store) -> None:
    migrate(old)
    assert difference(old) == []
    with old.read() as tx:
        (plan,) = plans.plans_of(tx, a_borrower().case.id)
        outcomes = plans.outcomes_of(tx, plan.id)
    assert plan.cancelled_at == MONDAY_NOON_UTC
    assert (plan.kind, plan.waived, plan.changes) == ("instalments", None, None)
    assert outcomes == {"plan-1-1": PromiseOutcome.KEPT}


def test_going_back_keeps_the_outcome_that_holds(old: Store) -> None:
    migrate(old)
    with old.write() as tx:
        plans.append_outcome(tx, "plan-1-1", PromiseOutcome.BROKEN, MONDAY_NOON_UTC)
    with old.write() as tx:
        command.downgrade(_config(tx), "0005")
    with old.read() as tx:
        rows = tx.execute(sa.text("SELECT promise_id, outcome FROM promise_outcomes")).all()
        assert tx.execute(sa.text("SELECT count(*) FROM plans")).scalar_one() == 1
    assert [tuple(row) for row in rows] == [("plan-1-1", "broken")]
    migrate(old)
    assert difference(old) == []
