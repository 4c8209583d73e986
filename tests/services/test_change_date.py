"""A payment moved to another day: the first time without a person, read back, and recorded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arrears.dialogue.answering import party_now
from arrears.domain.cases import SpecialStatus
from arrears.domain.identity import VerifiedParty
from arrears.domain.ids import ApprovalId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Reason
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.people import Language
from arrears.domain.plans import Plan
from arrears.services.change_date import (
    Change,
    NotChanged,
    ReadBack,
    Referred,
    change_date,
    ends_request,
    read_back_change,
)
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, approvals, consents, conversations, handovers, plans
from arrears.store.evidence import entries_of
from tests.builders.approvals import an_approval
from tests.builders.line import Line

TODAY = date(2026, 3, 2)
FIRST_ON = date(2026, 3, 16)
"""The 15th is a Sunday."""


@pytest.fixture
def line(store: Store) -> Line:
    """A borrower who has agreed on 4 payments of $350.00 from 15 March on."""
    line = Line(store)
    line.agree()
    return line


def standing(line: Line) -> Plan:
    with line.store.read() as tx:
        plan = plans.standing_plan(tx, line.borrower.case.id, TODAY)
    assert plan is not None
    return plan


def party(line: Line) -> VerifiedParty:
    with line.store.read() as tx:
        talk = conversations.load(tx, line.conversation_id)
        found = party_now(tx, talk, line.clock.now())
    assert found is not None
    return found


def asked(line: Line, new_on: date, number: int = 1) -> Change:
    return Change(party(line), line.borrower.case.id, standing(line).id, number, new_on, Language.EN)


def moved(line: Line, new_on: date, number: int = 1) -> Plan:
    change = asked(line, new_on, number)
    terms = read_back_change(line.desk, change)
    assert isinstance(terms, ReadBack)
    made = change_date(line.desk, change, terms.mark)
    assert isinstance(made, Plan)
    return made


def test_the_new_plan_has_the_new_day_and_replaces_the_old_one(line: Line) -> None:
    old = standing(line)
    new = moved(line, date(2026, 3, 18))
    assert new.changes == old.id
    assert new.kind is PlanType.DATE_CHANGE
    assert [item.on for item in new.instalments] == [
        date(2026, 3, 18), *(item.on for item in old.instalments[1:])
    ]  # fmt: skip
    assert new.total == old.total
    assert standing(line).id == new.id
    with line.store.read() as tx:
        cancelled = {plan.id for plan in plans.plans_of(tx, old.case_id) if plan.cancelled_at is not None}
        kinds = [entry.kind for entry in entries_of(tx, old.case_id)]
    assert cancelled == {old.id}
    assert kinds.count("plan") == 2


def test_what_a_person_had_yet_to_decide_ends_with_the_new_plan_and_it_is_told(line: Line) -> None:
    request = ask_of(line)
    new = moved(line, date(2026, 3, 18))
    assert ends_request(line.desk, new)
    with line.store.read() as tx:
        ended = approvals.decision_of(tx, request)
    assert ended is not None
    assert ended.by == "overtaken"


def test_without_a_request_none_ends(line: Line) -> None:
    assert not ends_request(line.desk, moved(line, date(2026, 3, 18)))


def ask_of(line: Line) -> ApprovalId:
    """What a person is asked for beside the plan that stands."""
    approval = an_approval(
        case_id=line.borrower.case.id,
        conversation_id=line.conversation_id,
        asked_at=line.clock.now(),
        answer_by=line.clock.now() + timedelta(hours=2),
    )
    with line.store.write() as tx:
        approvals.append_approval(tx, approval)
    return approval.id


def test_nothing_is_recorded_by_the_read_back_alone(line: Line) -> None:
    old = standing(line)
    assert isinstance(read_back_change(line.desk, asked(line, date(2026, 3, 18))), ReadBack)
    assert standing(line).id == old.id


def test_a_yes_that_is_sent_twice_changes_once(line: Line) -> None:
    change = asked(line, date(2026, 3, 18))
    terms = read_back_change(line.desk, change)
    assert isinstance(terms, ReadBack)
    first = change_date(line.desk, change, terms.mark)
    assert change_date(line.desk, change, terms.mark) == first
    with line.store.read() as tx:
        assert len(plans.plans_of(tx, change.case_id)) == 2


def test_a_yes_to_terms_that_were_not_read_back_changes_nothing(line: Line) -> None:
    change = asked(line, date(2026, 3, 18))
    terms = read_back_change(line.desk, change)
    assert isinstance(terms, ReadBack)
    other = replace(change, new_on=date(2026, 3, 19))
    assert change_date(line.desk, other, terms.mark) is NotChanged.OUT_OF_DATE
    assert standing(line).id == change.plan_id


def test_a_second_change_goes_to_a_person(line: Line) -> None:
    moved(line, date(2026, 3, 18))
    assert isinstance(read_back_change(line.desk, asked(line, date(2026, 3, 20))), Referred)
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["approval"]
        (approval,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert approval.asked.exceeds is Reason.SECOND_DATE_CHANGE
    assert date(2026, 3, 20) in {item.on for item in approval.asked.offer.instalments}


def test_where_a_status_silences_us_a_person_decides(line: Line) -> None:
    change = asked(line, date(2026, 3, 18))
    with line.store.write() as tx:
        consents.append_status(
            tx,
            line.borrower.person.id,
            SpecialStatus.BANKRUPTCY,
            raised=True,
            key="status-1",
            at=line.clock.now(),
            by="borrower",
        )
    assert isinstance(read_back_change(line.desk, change), Referred)


@pytest.mark.parametrize(
    ("new_on", "number", "why"),
    [
        (FIRST_ON, 1, NotChanged.SAME_DAY),
        (FIRST_ON - timedelta(days=1), 1, NotChanged.SAME_DAY),  # a Sunday: it would be moved to the old day
        (TODAY - timedelta(days=1), 1, NotChanged.PAST),
        (date(2026, 3, 18), 0, NotChanged.NOT_OPEN),
        (date(2026, 3, 18), 5, NotChanged.NOT_OPEN),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_its_reason(
    line: Line, new_on: date, number: int, why: NotChanged
) -> None:
    assert read_back_change(line.desk, asked(line, new_on, number)) is why


def test_what_was_paid_already_is_not_asked_for_again(line: Line) -> None:
    line.clock.move(minutes=1)
    record_payment(
        line.desk,
        ReportedPayment("key-0001", line.borrower.case.id, Money(350_00, Currency.USD), TODAY, "test"),
    )
    line.clock.move(minutes=1)
    assert read_back_change(line.desk, asked(line, date(2026, 3, 18))) is NotChanged.NOT_OPEN
    new = moved(line, date(2026, 4, 20), number=2)
    assert len(new.instalments) == 3
    assert new.total == Money(1050_00, Currency.USD)


def test_a_day_too_far_ahead_is_answered_with_the_last_one_that_works(line: Line) -> None:
    terms = read_back_change(line.desk, asked(line, date(2026, 9, 30)))
    assert isinstance(terms, ReadBack)
    assert Reason.DATE_TOO_LATE in terms.reasons
    days = {item.on for item in terms.offer.instalments}
    assert date(2026, 9, 30) not in days
    assert FIRST_ON not in days
