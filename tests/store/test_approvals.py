"""Approvals come back as they were asked, wait until they are decided, and are decided once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from arrears.domain.approvals import ApprovalDecision, ApprovalOutcome
from arrears.domain.ids import ApprovalId
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment
from arrears.store import Store, approvals
from arrears.store.views.approval_list import decided_lines, waiting_lines
from tests.builders.approvals import asks_for, save_approval, usd
from tests.builders.console import NOON, save_borrower

SETTLEMENT = Offer(
    (Instalment(date(2026, 12, 1), usd(80_000)),),
    None,
    usd(0),
    PlanType.SETTLEMENT,
    waived=usd(43_450),
)
PAUSE = Offer((), None, usd(123_450), PlanType.PAUSE, review_on=date(2026, 12, 24))


def decided(outcome: ApprovalOutcome, minute: int = 1, note: str | None = "fair") -> ApprovalDecision:
    return ApprovalDecision(outcome, "mei", note, NOON + timedelta(minutes=minute))


@pytest.fixture
def talk(store: Store):
    with store.write() as tx:
        return save_borrower(tx)


@pytest.mark.parametrize("offer", [SETTLEMENT, PAUSE, asks_for().offer])
def test_it_comes_back_as_it_was_asked(store, talk, offer) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk, asked=asks_for(offer, "manager", effect=-5))
    with store.read() as tx:
        assert approvals.load(tx, asked.id) == asked
        assert approvals.decision_of(tx, asked.id) is None
        assert approvals.waiting_of(tx, talk.case_id) == (asked,)


def test_an_unknown_one_is_not_found(store) -> None:
    with store.read() as tx:
        assert approvals.find(tx, ApprovalId("none")) is None
        with pytest.raises(LookupError):
            approvals.load(tx, ApprovalId("none"))


def test_a_decision_ends_the_waiting_and_its_note_comes_back(store, talk) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk)
        approvals.append_decision(tx, asked.id, decided(ApprovalOutcome.DECLINED))
    with store.read() as tx:
        assert approvals.decision_of(tx, asked.id) == decided(ApprovalOutcome.DECLINED)
        assert approvals.waiting_of(tx, talk.case_id) == ()
        assert approvals.waiting_count(tx) == 0
        last = approvals.last_decided(tx, talk.case_id, talk.person_id)
        assert last == (asked, decided(ApprovalOutcome.DECLINED))


def test_the_database_refuses_a_second_decision(store, talk) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk)
        approvals.append_decision(tx, asked.id, decided(ApprovalOutcome.APPROVED))
    with pytest.raises(IntegrityError), store.write() as tx:
        approvals.append_decision(tx, asked.id, decided(ApprovalOutcome.DECLINED))


def test_the_note_is_not_readable_in_the_database(store, talk) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk)
        approvals.append_decision(tx, asked.id, decided(ApprovalOutcome.APPROVED, note="a private remark"))
    with store.read() as tx:
        raw = tx.exec_driver_sql("SELECT note FROM approval_decisions").scalar_one()
    assert "private" not in str(raw)


@pytest.mark.parametrize(("late", "found"), [(timedelta(microseconds=-1), 0), (timedelta(0), 1)])
def test_it_is_overdue_from_the_promised_instant_on(store, talk, late, found) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk)
    with store.read() as tx:
        assert len(approvals.overdue(tx, asked.answer_by + late)) == found


@pytest.mark.parametrize(
    ("change", "declined"),
    [
        ({}, True),
        ({"offer": PAUSE}, False),
        ({"version": "another"}, False),
    ],
)
def test_only_the_very_terms_under_the_same_policy_were_declined(store, talk, change, declined) -> None:
    with store.write() as tx:
        asked = save_approval(tx, talk)
        approvals.append_decision(tx, asked.id, decided(ApprovalOutcome.DECLINED))
    offer = change.get("offer", asked.asked.offer)
    version = change.get("version", asked.authority_version)
    with store.read() as tx:
        assert approvals.was_declined(tx, talk.case_id, offer, version) is declined


def test_the_list_has_the_earliest_promise_first_and_the_latest_decision_first(store, talk) -> None:
    with store.write() as tx:
        late = save_approval(tx, talk, 1, answer_by=NOON + timedelta(hours=9))
        early = save_approval(tx, talk, 2, answer_by=NOON + timedelta(hours=5))
        for number in (3, 4):
            ended = save_approval(tx, talk, number)
            approvals.append_decision(tx, ended.id, decided(ApprovalOutcome.APPROVED, number))
    with store.read() as tx:
        waiting, ended = waiting_lines(tx), decided_lines(tx)
        assert approvals.waiting_count(tx) == 2
    assert [line.approval for line in waiting] == [early, late]
    assert (waiting[0].person_name, waiting[0].owed) == ("Rosa Alvarez", usd(123_450))
    assert [line.approval.id for line in ended] == ["approval-4", "approval-3"]
    assert ended[0].decision == replace(decided(ApprovalOutcome.APPROVED, 4))
