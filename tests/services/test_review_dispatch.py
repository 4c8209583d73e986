"""What the carrier call proves is written under the person's lock, and nobody is left without an answer."""

from __future__ import annotations

import threading
from datetime import date

from arrears.domain.compliance.permit import ContactPermit
from arrears.domain.ids import OutreachId
from arrears.domain.money import Currency, Money
from arrears.domain.outreach import OutreachState
from arrears.ports import SendOutcome
from arrears.services.dispatch_outreach import dispatch, give_up_lost
from arrears.services.record_delivery import record_delivery
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, handovers, people
from tests.builders.line import Line


def test_a_reply_that_the_carrier_did_not_take_calls_a_person(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.carrier.outcome = SendOutcome.NOT_SENT
    line.says("what do I owe")
    with store.read() as tx:
        assert [item.reason for item in handovers.queue(tx)] == ["reply_failed"]


def test_an_outcome_is_written_only_when_nobody_else_holds_the_person(store: Store) -> None:
    line = Line(store)
    outreach_id = line.plan_first()
    taken, go_on = threading.Event(), threading.Event()

    def pause(_permit: ContactPermit) -> None:
        taken.set()
        go_on.wait(20)

    line.carrier.before_answering = pause
    work = threading.Thread(target=lambda: dispatch(line.desk, line.app.messengers, outreach_id))
    work.start()
    assert taken.wait(20)
    with store.write() as tx:
        people.lock_person(tx, line.borrower.person.id)
        go_on.set()
        work.join(timeout=0.3)
        assert work.is_alive()
    work.join(timeout=20)
    assert line.state_of(outreach_id) is OutreachState.SENT


def test_an_outcome_that_came_meanwhile_is_not_given_up(store: Store) -> None:
    line = Line(store)
    outreach_id = line.plan_first()

    def report(_permit: ContactPermit) -> None:
        line.machine_clock.move(minutes=3)
        assert give_up_lost(line.desk) == 1
        record_delivery(line.desk, outreach_id, "delivered")
        assert give_up_lost(line.desk) == 0

    line.carrier.before_answering = report
    dispatch(line.desk, line.app.messengers, outreach_id)
    assert line.state_of(outreach_id) is OutreachState.DELIVERED


def _pay_all(line: Line) -> None:
    reported = ReportedPayment(
        "csv:all", line.borrower.case.id, Money(140_000, Currency.USD), date(2026, 3, 2), "csv"
    )
    record_payment(line.desk, reported)


def test_who_has_paid_is_not_written_to_any_more(store: Store) -> None:
    line = Line(store)
    outreach_id = line.plan_first()
    _pay_all(line)
    assert dispatch(line.desk, line.app.messengers, outreach_id) is None
    assert line.carrier.sent == []
    assert line.state_of(outreach_id) is OutreachState.REFUSED


def test_who_has_agreed_is_not_written_to_any_more(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.agree()
    sent = len(line.carrier.sent)
    second = line.plan_first(id=OutreachId("outreach-second"), step="second")
    line.clock.move(days=3)
    assert dispatch(line.desk, line.app.messengers, second) is None
    assert len(line.carrier.sent) == sent
