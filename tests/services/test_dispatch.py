"""A due contact is decided, reserved, made at most once, and recorded."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from arrears.dialogue.answering import OpenTurn
from arrears.domain.cases import Relationship
from arrears.domain.compliance.decision import Decision, Deferred, Granted, Refused
from arrears.domain.compliance.facts import ConsentAction
from arrears.domain.ids import MessageId, OutreachId
from arrears.domain.intents import Heard
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Carrier
from arrears.ports import SendOutcome
from arrears.services.dispatch_outreach import OUTCOME_DUE, dispatch, dispatch_due, give_up_lost
from arrears.services.open_turn import open_turn
from arrears.services.record_delivery import record_delivery
from arrears.services.stop_contact import stop_texts
from arrears.store import Store, consents, handovers
from arrears.store.evidence import broken_link
from arrears.store.tables.contact import decisions, evidence, outreach
from gateway.turns import take_turn
from tests.builders.line import Line, second_loan
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, an_outreach


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def dispatched(line: Line, outreach_id: OutreachId) -> Decision | None:
    return dispatch(line.desk, line.app.messengers, outreach_id)


def decided(line: Line) -> list[sa.Row]:
    with line.store.read() as tx:
        return list(tx.execute(decisions.select().order_by(decisions.c.at)))


def rules(decision: Decision | None) -> set[str]:
    assert decision is not None
    return {finding.rule_id for finding in decision.findings}


# Monday 2 March 2026; New York is five hours behind UTC.
@pytest.mark.parametrize(
    ("at", "outcome", "until"),
    [
        (datetime(2026, 3, 2, 12, 59, 59, tzinfo=UTC), Deferred, datetime(2026, 3, 2, 13, tzinfo=UTC)),
        (datetime(2026, 3, 2, 13, 0, 0, tzinfo=UTC), Granted, None),
        (datetime(2026, 3, 3, 1, 59, 59, tzinfo=UTC), Granted, None),
        (datetime(2026, 3, 3, 2, 0, 0, tzinfo=UTC), Deferred, datetime(2026, 3, 3, 13, tzinfo=UTC)),
    ],
)
def test_quiet_hours_defer_to_the_opening_of_the_window(line: Line, at, outcome, until) -> None:
    outreach_id = line.plan_first(due_at=at - timedelta(hours=1))
    line.clock.at = at
    decision = dispatched(line, outreach_id)
    assert type(decision) is outcome
    assert len(line.carrier.sent) == (outcome is Granted)
    if until is not None:
        assert decision.until == until


def test_what_was_deferred_is_sent_when_its_time_has_come(line: Line) -> None:
    line.plan_first()
    line.clock.at = datetime(2026, 3, 3, 2, tzinfo=UTC)
    dispatch_due(line.desk, line.app.messengers)
    line.clock.at = datetime(2026, 3, 3, 12, 59, 59, tzinfo=UTC)
    assert dispatch_due(line.desk, line.app.messengers) == 0
    line.clock.move(seconds=1)
    assert dispatch_due(line.desk, line.app.messengers) == 1
    assert len(line.carrier.sent) == 1


def test_every_zone_the_person_may_be_in_must_be_open(sqlite_store: Store) -> None:
    borrower = a_borrower()
    borrower = replace(borrower, point=replace(borrower.point, zones=("America/Los_Angeles",)))
    line = Line(sqlite_store, borrower)
    line.clock.at = datetime(2026, 3, 2, 15, 59, 59, tzinfo=UTC)  # 07:59:59 in Los Angeles
    outreach_id = line.plan_first(due_at=line.clock.at)
    assert isinstance(dispatched(line, outreach_id), Deferred)
    line.clock.move(seconds=1)
    assert isinstance(dispatched(line, outreach_id), Granted)


def test_one_text_a_day_counts_every_loan_of_the_person(line: Line) -> None:
    other = second_loan(line.store, line.borrower)
    first = line.plan_first()
    line.borrower = other
    second = line.plan_first()
    assert isinstance(dispatched(line, first), Granted)
    decision = dispatched(line, second)
    assert isinstance(decision, Deferred)
    assert "USF-HARASS-1" in rules(decision)
    line.clock.at = decision.until
    assert isinstance(dispatched(line, second), Granted)


@pytest.mark.parametrize(("outcome", "room"), [(SendOutcome.NOT_SENT, True), (SendOutcome.UNKNOWN, False)])
def test_a_reservation_counts_until_it_is_disproved(line: Line, outcome, room) -> None:
    second_loan(line.store, line.borrower)
    line.carrier.outcome = outcome
    dispatched(line, line.plan_first())
    second = line.plan_first(id=OutreachId("outreach-again"))
    assert isinstance(dispatched(line, second), Granted if room else Deferred)


def test_after_a_stop_nothing_is_sent(line: Line) -> None:
    line.says("STOP")
    assert "TCPA-STOP-1" in rules(dispatched(line, line.plan_first()))
    assert line.carrier.sent == []


@pytest.mark.parametrize("relationship", [Relationship.THIRD_PARTY, Relationship.UNKNOWN])
def test_texts_for_third_party_collection_are_refused(sqlite_store: Store, relationship) -> None:
    borrower = a_borrower()
    line = Line(sqlite_store, replace(borrower, case=replace(borrower.case, relationship=relationship)))
    decision = dispatched(line, line.plan_first())
    assert isinstance(decision, Refused)
    assert "TW-10DLC-1" in rules(decision)
    assert line.carrier.sent == []


def test_a_number_without_consent_is_not_texted(sqlite_store: Store) -> None:
    line = Line(sqlite_store, replace(a_borrower(), consents=()))
    assert "TCPA-TEXT-1" in rules(dispatched(line, line.plan_first()))


def test_the_carriers_opt_out_becomes_ours(line: Line) -> None:
    line.carrier.outcome = SendOutcome.OPTED_OUT
    outreach_id = line.plan_first()
    dispatched(line, outreach_id)
    assert line.state_of(outreach_id) is OutreachState.FAILED
    with line.store.read() as tx:
        last = consents.consents_for(tx, line.borrower.point.id)[-1]
    assert (last.action, last.how) == (ConsentAction.WITHDRAWN, "carrier_block")
    line.carrier.outcome = SendOutcome.TAKEN
    line.clock.move(days=2)
    later = line.plan_first(id=OutreachId("outreach-later"))
    assert "TCPA-STOP-1" in rules(dispatched(line, later))


class LineWentDeadError(Exception):
    """The process died during the carrier call."""


def dies(_permit: object) -> None:
    raise LineWentDeadError


def test_a_lost_outcome_is_shown_as_unknown_and_never_sent_again(line: Line) -> None:
    line.carrier.before_answering = dies
    outreach_id = line.plan_first()
    with pytest.raises(LineWentDeadError):
        dispatched(line, outreach_id)
    line.carrier.before_answering = None
    line.machine_clock.move(seconds=OUTCOME_DUE.total_seconds())
    assert give_up_lost(line.desk) == 0
    line.machine_clock.move(seconds=1)
    assert give_up_lost(line.desk) == 1
    assert line.state_of(outreach_id) is OutreachState.UNKNOWN
    for _ in range(5):
        line.clock.move(days=1)
        line.machine_clock.move(days=1)
        dispatch_due(line.desk, line.app.messengers)
        assert dispatched(line, outreach_id) is None
        give_up_lost(line.desk)
    assert len(line.carrier.sent) == 1


def test_a_lost_outcome_is_in_the_evidence_as_a_contact_of_unknown_end(line: Line) -> None:
    line.carrier.before_answering = dies
    with pytest.raises(LineWentDeadError):
        line.write_first()
    line.machine_clock.move(seconds=OUTCOME_DUE.total_seconds() + 1)
    give_up_lost(line.desk)
    with line.store.read() as tx:
        query = sa.select(evidence.c.payload).where(evidence.c.kind == "contact")
        (contact,) = tx.execute(query).scalars()
    assert (contact["state"], contact["claimed_at"]) == ("unknown", MONDAY_NOON_UTC.isoformat())


def test_a_lost_reply_calls_a_person(line: Line) -> None:
    line.carrier.before_answering = dies
    message_id = line.arrives("what do I owe")
    with pytest.raises(LineWentDeadError):
        take_turn(line.app, message_id)
    line.machine_clock.move(minutes=3)
    give_up_lost(line.desk)
    with line.store.read() as tx:
        assert [handover.reason for handover in handovers.queue(tx)] == ["unknown_outcome"]


def test_one_row_that_fails_does_not_hold_up_those_behind_it(line: Line, caplog) -> None:
    broken = replace(an_outreach(line.borrower), carrier=Carrier.LENDER_GATEWAY)
    line.plan_first(id=OutreachId("outreach-0"), carrier=broken.carrier)
    sound = line.plan_first()
    assert dispatch_due(line.desk, line.app.messengers) == 2
    assert line.state_of(sound) is OutreachState.SENT
    assert [(record.message, record.kind) for record in caplog.records] == [("dispatch_failed", "ValueError")]


def test_a_callback_that_overtakes_the_outcome_stands(line: Line) -> None:
    def delivered(permit) -> None:
        assert record_delivery(line.desk, permit.outreach_id, "delivered", provider_ref="SMearly")

    line.carrier.before_answering = delivered
    line.carrier.outcome = SendOutcome.UNKNOWN
    message_id = line.arrives("what do I owe")
    take_turn(line.app, message_id)
    (reply,) = line.replies()
    assert reply.state == OutreachState.DELIVERED
    with line.store.read() as tx:
        assert handovers.queue(tx) == ()


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (SendOutcome.TAKEN, OutreachState.SENT),
        (SendOutcome.NOT_SENT, OutreachState.FAILED),
        (SendOutcome.UNKNOWN, OutreachState.UNKNOWN),
    ],
)
def test_an_outcome_that_comes_after_it_was_given_up_still_counts(line: Line, outcome, state) -> None:
    def slow(_permit) -> None:
        line.machine_clock.move(minutes=3)
        assert give_up_lost(line.desk) == 1

    line.carrier.before_answering = slow
    line.carrier.outcome = outcome
    outreach_id = line.plan_first()
    dispatched(line, outreach_id)
    assert line.state_of(outreach_id) is state


def test_a_decision_is_stored_with_its_findings_packs_and_facts(line: Line) -> None:
    decision = dispatched(line, line.plan_first())
    (row,) = decided(line)
    assert row.outcome == "granted"
    assert row.permit_id == line.carrier.sent[0][0].id
    assert row.valid_until == decision.valid_until
    assert {finding["rule_id"] for finding in row.findings} == rules(decision)
    assert all(finding["citation"] for finding in row.findings)
    assert set(row.packs) == {pack.id for pack in line.desk.policy.packs.in_force(MONDAY_NOON_UTC.date())}
    assert row.facts["place"]["country"] == "US"
    assert line.borrower.point.address not in str(row)


@pytest.mark.parametrize("hour", [2, 17])
def test_every_decision_is_in_the_evidence_and_the_chain_holds(line: Line, hour) -> None:
    line.clock.at = datetime(2026, 3, 2, hour, tzinfo=UTC)
    dispatched(line, line.plan_first())
    with line.store.read() as tx:
        kinds = list(tx.execute(sa.select(evidence.c.kind).order_by(evidence.c.seq)).scalars())
        assert broken_link(tx, line.borrower.case.id) is None
    assert kinds == ["consent", "decision"] + ([] if hour == 2 else ["contact"])


@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("payload", lambda value: value.replace("g", "h", 1)),
        ("kind", lambda value: value[:-1] + "x"),
        ("digest", lambda value: value[:-1] + ("0" if value[-1] != "0" else "1")),
        ("previous", lambda value: value[:-1] + ("0" if value[-1] != "0" else "1")),
    ],
)
def test_one_changed_byte_of_the_evidence_is_found(
    line: Line, column: str, change: Callable[[str], str]
) -> None:
    line.agree()
    with line.store.write() as tx:
        where = "WHERE seq = 3"
        before = tx.exec_driver_sql(f"SELECT {column} FROM evidence {where}").scalar_one()  # noqa: S608
        changed = change(before)
        assert changed != before
        tx.exec_driver_sql(f"UPDATE evidence SET {column} = ? {where}", (changed,))  # noqa: S608
        assert broken_link(tx, line.borrower.case.id) == 3


def test_a_removed_entry_of_the_evidence_is_found(line: Line) -> None:
    line.agree()
    with line.store.write() as tx:
        tx.execute(evidence.delete().where(evidence.c.seq == 2))
        assert broken_link(tx, line.borrower.case.id) == 3


# The races run on both databases: what decides them is the database's lock.


def together(*works: Callable[[], object]) -> None:
    """Run the works at the same time, and pass on what any of them raised."""
    failures: list[BaseException] = []
    start = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        try:
            start.wait()
            work()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


ROUNDS = 25


def opened(line: Line, message_id: MessageId) -> OpenTurn:
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    return turn


def test_a_stop_committed_before_the_permit_wins(store: Store) -> None:
    granted = 0
    for number in range(ROUNDS):
        line = Line(store, a_borrower(f"+1212555{100 + number:04d}"))
        line.count = number
        outreach_id = line.plan_first()
        turn = opened(line, line.arrives("please stop texting me"))
        stop = lambda line=line, turn=turn: stop_texts(line.desk, Heard(turn.message_id))  # noqa: E731
        send = lambda line=line, row=outreach_id: dispatched(line, row)  # noqa: E731
        together(*((stop, send) if number % 2 else (send, stop)))
        with store.read() as tx:
            query = sa.select(evidence.c.kind, evidence.c.payload)
            chain = tx.execute(
                query.where(evidence.c.case_id == line.borrower.case.id).order_by(evidence.c.seq)
            )
            entries = [(row.kind, row.payload.get("action")) for row in chain]
        stopped_first = entries.index(("consent", "withdrawn")) < next(
            place for place, (kind, _) in enumerate(entries) if kind == "decision"
        )
        assert len(line.carrier.sent) == (0 if stopped_first else 1)
        granted += len(line.carrier.sent)
    assert 0 <= granted <= ROUNDS


def test_dispatchers_that_race_for_one_row_send_once(store: Store) -> None:
    for number in range(ROUNDS):
        line = Line(store, a_borrower(f"+1212555{100 + number:04d}"))
        outreach_id = line.plan_first()
        together(*[lambda line=line, row=outreach_id: dispatched(line, row)] * 3)
        assert len(line.carrier.sent) == 1
        assert len([row for row in decided(line) if row.outreach_id == outreach_id]) == 1


def test_two_loans_of_one_person_that_race_keep_to_the_one_text_a_day(store: Store) -> None:
    for number in range(ROUNDS):
        line = Line(store, a_borrower(f"+1212555{100 + number:04d}"))
        rows = [line.plan_first()]
        line.borrower = second_loan(store, line.borrower)
        rows.append(line.plan_first())
        together(*[lambda line=line, row=row: dispatched(line, row) for row in rows])
        assert len(line.carrier.sent) == 1
        with store.read() as tx:
            states = tx.execute(sa.select(outreach.c.state).where(outreach.c.id.in_(rows))).scalars()
            assert sorted(states) == ["due", "sent"]
