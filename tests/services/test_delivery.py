"""Delivery reports come twice, late and in any order; the row ends where the truth is."""

from __future__ import annotations

from itertools import permutations

import pytest

from arrears.domain.ids import OutreachId
from arrears.domain.outreach import TERMINAL, OutreachState, UnknownCarrierStatusError, after_carrier_status
from arrears.services.dispatch_outreach import dispatch
from arrears.services.record_delivery import record_delivery
from arrears.store import Store
from arrears.store.evidence import broken_link
from tests.builders.line import Line

S = OutreachState
ON_THE_WAY = ("accepted", "scheduled", "queued", "sending", "sent")
ENDS = {
    "delivered": S.DELIVERED,
    "read": S.DELIVERED,
    "undelivered": S.UNDELIVERED,
    "failed": S.FAILED,
    "canceled": S.FAILED,
}


@pytest.mark.parametrize("status", ON_THE_WAY)
@pytest.mark.parametrize("state", S)
def test_a_status_on_the_way_proves_at_most_that_the_carrier_took_it(state, status) -> None:
    expected = S.SENT if state in {S.CLAIMED, S.UNKNOWN} else state
    assert after_carrier_status(state, status) is expected


@pytest.mark.parametrize("status", ENDS)
@pytest.mark.parametrize("state", S)
def test_a_final_status_ends_whatever_has_not_ended(state, status) -> None:
    assert after_carrier_status(state, status) is (state if state in TERMINAL else ENDS[status])


@pytest.mark.parametrize("status", ["", "Delivered", "receiving", "partially_delivered", "x" * 300])
def test_a_status_that_is_not_documented_is_an_error(status) -> None:
    with pytest.raises(UnknownCarrierStatusError):
        after_carrier_status(S.SENT, status)


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


@pytest.fixture
def sent(line: Line) -> OutreachId:
    outreach_id = line.plan_first()
    dispatch(line.desk, line.app.messengers, outreach_id)
    return outreach_id


@pytest.mark.parametrize("order", list(permutations(("queued", "sent", "delivered"))))
def test_any_order_with_duplicates_ends_delivered(line: Line, sent, order) -> None:
    for status in (*order, *order):
        record_delivery(line.desk, sent, status)
    assert line.state_of(sent) is S.DELIVERED


def test_the_first_final_status_stands(line: Line, sent) -> None:
    assert record_delivery(line.desk, sent, "undelivered", error_code="30003")
    assert not record_delivery(line.desk, sent, "delivered")
    assert line.state_of(sent) is S.UNDELIVERED


def test_a_change_is_evidence_and_a_repeat_is_not(line: Line, sent) -> None:
    for _ in range(3):
        record_delivery(line.desk, sent, "delivered")
    with line.store.read() as tx:
        kinds = tx.exec_driver_sql("SELECT kind FROM evidence ORDER BY seq").scalars()
        assert list(kinds) == ["consent", "decision", "contact", "delivery"]
        assert broken_link(tx, line.borrower.case.id) is None


def test_a_delivery_proves_what_was_given_up_for_lost(line: Line, sent) -> None:
    with line.store.write() as tx:
        tx.exec_driver_sql("UPDATE outreach SET state = 'unknown'")
    record_delivery(line.desk, sent, "delivered")
    assert line.state_of(sent) is S.DELIVERED


@pytest.mark.parametrize(
    ("outreach_id", "status", "alarm"),
    [
        ("outreach-case-0123", "sideways", "delivery_status_unknown"),
        ("outreach-none", "delivered", "delivery_of_unknown_outreach"),
    ],
)
def test_what_cannot_be_understood_is_an_alarm_and_no_failure(
    line: Line, sent, caplog, outreach_id, status, alarm
) -> None:
    assert sent == "outreach-case-0123"
    assert not record_delivery(line.desk, OutreachId(outreach_id), status)
    assert [record.message for record in caplog.records] == [alarm]
    assert line.state_of(sent) is S.SENT
