"""After a refusal to pay: only the borrower's own yes to terms that were read back takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from arrears.domain.cases import Relationship, SpecialStatus
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.plan_reminders import plan_reminders
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.services.take_card import begin_card, end_card
from arrears.services.thank_payer import thank_payers
from arrears.services.welcome_plans import welcome_plans
from arrears.store import Store, consents
from arrears.store.evidence import entries_of
from arrears.store.tables.contact import status_events
from tests.builders.line import SAYINGS, Line, plan_of, waits
from tests.builders.office import Office
from tests.builders.plans import usd
from tests.builders.store import Borrower, a_borrower

S = SpecialStatus
NEVER, PROOF = "u wont see a cent", "03/09/1975 4421"
OFFER, YES = "I can do $350 a month starting on the 15th", "yes"
SAID = SAYINGS | {NEVER: "refuse_to_pay", "ok": "affirm", "no": "deny", "how much is it": "ask_balance"}


def refuser(store: Store, borrower: Borrower | None = None) -> Line:
    """Who has proved who they are, and refused."""
    line = Line(store, borrower, SAID)
    for text in (PROOF, NEVER):
        line.says(text)
    assert standing(line) == {S.REFUSED_TO_PAY}
    return line


def collected_by(relationship: Relationship) -> Borrower:
    borrower = a_borrower()
    return replace(borrower, case=replace(borrower.case, relationship=relationship))


def standing(line: Line) -> frozenset[SpecialStatus]:
    borrower = line.borrower
    with line.store.read() as tx:
        return consents.statuses_for(tx, borrower.person.id, borrower.case.id, borrower.point.id)


def raise_status(line: Line, status: SpecialStatus, by: str) -> None:
    with line.store.write() as tx:
        person, case = line.borrower.person, line.borrower.case
        now = line.clock.now()
        consents.append_status(
            tx, person.id, status, raised=True, key=f"s-{status}", at=now, by=by, case_id=case.id
        )


def sent_of_our_own(line: Line) -> list[str]:
    """The texts that go out now and answer nothing."""
    before = len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    return [body for _, body in line.carrier.sent[before:]]


def test_the_yes_to_a_plan_takes_the_refusal_back_with_the_turn_as_evidence(store: Store) -> None:
    line = refuser(store)
    line.says(OFFER)
    assert standing(line) == {S.REFUSED_TO_PAY}
    assert "A reminder comes" in line.says(YES)
    assert standing(line) == frozenset()
    with line.store.read() as tx:
        rows = tx.execute(status_events.select().order_by(status_events.c.at)).all()
        told = [e.payload for e in entries_of(tx, line.borrower.case.id) if e.kind == "status"]
    assert [(row.raised, row.by) for row in rows] == [(True, "borrower"), (False, "borrower")]
    assert told[-1]["turn"] == rows[-1].turn_id
    assert rows[-1].turn_id in rows[-1].id.replace("status-refused_to_pay-ended-", "turn-")


def test_the_terms_the_reminder_and_the_receipt_go_out_after_it(sqlite_store: Store) -> None:
    line = refuser(sqlite_store)
    line.says(OFFER)
    line.says(YES)
    waits(line, hours=2)
    assert welcome_plans(line.desk) == 1
    assert len(sent_of_our_own(line)) == 1
    line.clock.at = datetime(2026, 3, 13, 17, tzinfo=UTC)
    plan_reminders(line.desk)
    line.clock.at = datetime(2026, 3, 15, 17, tzinfo=UTC)
    plan_reminders(line.desk)
    assert any("reminder" in text for text in sent_of_our_own(line))
    line.clock.at = datetime(2026, 3, 18, 17, tzinfo=UTC)
    paid = ReportedPayment("1", line.borrower.case.id, usd(35_000), date(2026, 3, 16), "test")
    record_payment(line.desk, paid)
    thank_payers(line.desk)
    assert any("Thank you" in text for text in sent_of_our_own(line))


@pytest.mark.parametrize("text", ["ok", YES, "how much is it", "who is this", OFFER, "no"])
def test_no_other_word_takes_it_back(sqlite_store: Store, text: str) -> None:
    line = refuser(sqlite_store)
    line.says(text)
    assert standing(line) == {S.REFUSED_TO_PAY}
    assert plan_of(line) is None


def test_a_no_to_what_was_read_back_leaves_it(sqlite_store: Store) -> None:
    line = refuser(sqlite_store)
    for text in (OFFER, "no"):
        line.says(text)
    assert standing(line) == {S.REFUSED_TO_PAY}


@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_where_the_debt_is_somebody_elses_a_person_decides(
    sqlite_store: Store, relationship: Relationship
) -> None:
    line = refuser(sqlite_store, collected_by(relationship))
    for text in (OFFER, YES):
        line.says(text)
    assert S.REFUSED_TO_PAY in standing(line)


def test_what_the_lender_or_a_person_wrote_down_stays(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings=SAID)
    line.says(PROOF)
    raise_status(line, S.REFUSED_TO_PAY, "lender")
    line.says(OFFER)
    line.says(YES)
    assert plan_of(line) is not None
    assert standing(line) == {S.REFUSED_TO_PAY}


@pytest.mark.parametrize("status", [S.HARDSHIP, S.COMPLAINT, S.MILITARY, S.BREATHING_SPACE])
def test_nothing_else_is_lowered_with_it(sqlite_store: Store, status: SpecialStatus) -> None:
    line = refuser(sqlite_store)
    raise_status(line, status, "borrower")
    for text in (OFFER, YES):
        line.says(text)
    assert status in standing(line)


def test_who_refuses_again_after_the_plan_has_refused(sqlite_store: Store) -> None:
    line = refuser(sqlite_store)
    for text in (OFFER, YES, NEVER):
        line.says(text)
    assert standing(line) == {S.REFUSED_TO_PAY}


@pytest.mark.parametrize(("result", "stays"), [("success", False), ("payment-connector-error", True)])
def test_a_card_that_was_charged_on_their_call_takes_it_back(
    sqlite_store: Store, result: str, stays: bool
) -> None:
    office = Office(sqlite_store)
    office.proves()
    raise_status(office, S.REFUSED_TO_PAY, "borrower")
    office.says_aloud("I want to pay $90 now")
    office.says_aloud("yes")
    taking = begin_card(office.desk, office.call_id)
    assert standing(office) == {S.REFUSED_TO_PAY}
    end_card(office.desk, taking.payment.id, result)
    assert standing(office) == ({S.REFUSED_TO_PAY} if stays else frozenset())
