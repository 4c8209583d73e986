"""A database that was filled before revision 0002 is read, decided from and shown after the upgrade."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import ConsentAction
from arrears.domain.ids import OutreachId
from arrears.services.compare_packs import altered_decisions
from arrears.services.dispatch_outreach import dispatch
from arrears.services.export_evidence import document_text, export_case
from arrears.store import Store, consents, ledger, people
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from arrears.store.decisions import count_unrepeatable
from arrears.store.evidence import GENESIS, broken_link, entry_digest
from arrears.store.migrate import difference, migrate
from arrears.store.tables import metadata
from arrears.store.tables.people import cases as case_table
from arrears.store.types import canonical_json
from arrears.store.views.case_rulings import case_rulings
from arrears.store.views.overview import overview
from arrears.store.views.transcript import contact_line
from tests.builders.store import (
    MONDAY_NOON_UTC,
    Borrower,
    a_borrower,
    a_desk,
    an_outreach,
    entries,
    policy,
)
from tests.fakes.ports import FakeMessenger
from tools.verify_evidence import check

BEFORE = MONDAY_NOON_UTC - timedelta(days=3)
FINDING = {"citation": "12 CFR 1006", "until": None, "pack": "us_federal 2026.1"}
REFUSAL = FINDING | {"rule_id": "TCPA-STOP-1", "verdict": "deny", "why": "texts to this number were ended"}
LEAVE = FINDING | {"rule_id": "USF-TIME-1", "verdict": "allow", "why": "within the hours"}


@pytest.fixture
def old(store: Store) -> Store:
    """The tables as they were at 0001, with a borrower, a text that went out, and one that was refused."""
    return filled(store, a_borrower())


def filled(store: Store, borrower: Borrower) -> Store:
    """The tables of 0001 with rows in them."""
    metadata.drop_all(store.engine)
    with store.write() as tx:
        tx.execute(sa.text("DROP TABLE IF EXISTS alembic_version"))
    migrate(store, "0001")
    _fill(store, borrower)
    return store


def _fill(store: Store, borrower: Borrower) -> None:
    person, point, case = borrower.person, borrower.point, borrower.case
    seal = store.cipher.seal
    with store.write() as tx:
        put(tx, "persons", id=person.id, name=seal(person.name), language="en", country="US", region="NY",
            zones='["America/New_York"]', birth_on=seal("1975-03-09"))  # fmt: skip
        put(tx, "contact_points", id=point.id, person_id=person.id, address=seal(point.address),
            address_index=store.blind(point.address), country="US", line_type="mobile", carrier="twilio",
            zones='["America/New_York"]', stated_at=BEFORE)  # fmt: skip
        tx.execute(sa.insert(case_table).values(id=case.id, lender=case.lender, lender_ref=case.lender_ref,
            lender_ref_index=store.blind(case.lender_ref), owner_id=person.id, product=case.product,
            purpose=case.purpose, relationship=case.relationship, currency=case.currency, due_on=case.due_on,
            account_last4=case.account_last4, imported_at=BEFORE, broken_promises_before=0,
            fingerprint="fingerprint"))  # fmt: skip
        opening = entries.opening("opening-old", case.id, BEFORE, borrower.balance)
        ledger.post(tx, opening, case.id)
        for number, action in enumerate(("given", "withdrawn", "given")):
            at = BEFORE + timedelta(minutes=number + 7) if number else datetime(2025, 6, 1, tzinfo=UTC)
            put(tx, "consents", id=f"c-{number}", person_id=person.id, contact_point_id=point.id,
                channel="sms", action=action, how="sms", at=at)  # fmt: skip
        for number, (state, outcome, finding) in enumerate(
            (("delivered", "granted", LEAVE), ("refused", "refused", REFUSAL))
        ):
            contact(tx, store, borrower, number, state, outcome, finding)
        chain(tx, case.id)


def contact(
    tx: Any, store: Store, borrower: Borrower, number: int, state: str, outcome: str, finding: Any
) -> None:
    row, permit = f"o-{number}", "permit-0" if outcome == "granted" else None
    put(tx, "outreach", id=row, case_id=borrower.case.id, person_id=borrower.person.id,
        contact_point_id=borrower.point.id, channel="sms", carrier="twilio", purpose="outreach",
        language="en", body=store.cipher.seal("Hello"), speaks_of_debt=False, due_at=BEFORE, state=state,
        step=f"s-{number}", claimed_at=BEFORE if permit else None, permit_id=permit)  # fmt: skip
    put(tx, "decisions", id=f"d-{number}", outreach_id=row, case_id=borrower.case.id, at=BEFORE,
        outcome=outcome, permit_id=permit, findings=canonical_json([finding]),
        facts='{"case_id":"case-0123","country":"US"}', packs="{}")  # fmt: skip


def chain(tx: Any, case_id: str) -> None:
    """The entries in the words of those days."""
    previous = GENESIS
    told = (
        ("imported", {"fingerprint": "f"}),
        (
            "decision",
            {"outreach": "o-0", "outcome": "granted", "permit": "permit-0", "rules": ["USF-TIME-1"]},
        ),
        ("sent", {"outreach": "o-0", "permit": "permit-0", "state": "sent", "error": None}),
        ("delivery", {"outreach": "o-0", "state": "delivered", "error": None}),
        ("identity", {"conversation": "t", "matched": True, "factors": ["birth_on"]}),
        ("status", {"status": "complaint", "raised": True, "turn": "t"}),
        ("status", {"status": "complaint", "raised": False, "by": "mei"}),
        ("consent", {"action": "withdrawn", "channel": "sms", "turn": "t"}),
        ("consent", {"action": "given", "channel": "sms", "turn": "t"}),
        ("decision", {"outreach": "o-1", "outcome": "refused", "permit": None, "rules": ["TCPA-STOP-1"]}),
    )
    for seq, (kind, payload) in enumerate(told, start=1):
        at = BEFORE + timedelta(minutes=seq)
        digest = entry_digest(case_id, seq, at, kind, payload, previous)
        put(tx, "evidence", case_id=case_id, seq=seq, at=at, kind=kind, payload=canonical_json(payload),
            previous=previous, digest=digest)  # fmt: skip
        previous = digest


def put(tx: Any, table_name: str, /, **values: object) -> None:
    columns = {key: sa.column(key, sa.DateTime(timezone=True)) for key, v in values.items() if _is_at(v)}
    table = sa.table(table_name, *(columns.get(key, sa.column(key)) for key in values))
    tx.execute(sa.insert(table).values(values))


def _is_at(value: object) -> bool:
    return isinstance(value, datetime)


def test_the_stores_read_what_was_written_before(old: Store) -> None:
    migrate(old)
    assert difference(old) == []
    borrower = a_borrower()
    with old.read() as tx:
        assert people.load_person(tx, borrower.person.id).city is None
        (point,) = people.contact_points_of(tx, borrower.person.id)
        assert (point.region, point.spot, point.address) == (None, None, borrower.point.address)
        given = consents.consents_of(tx, borrower.person.id)[-1]
        assert (given.action, given.point_id, given.written) == (ConsentAction.GIVEN, point.id, True)
        assert len(attempts_with(tx, borrower.person.id, MONDAY_NOON_UTC)) == 1
        assert broken_link(tx, borrower.case.id) is None


def test_the_console_shows_old_decisions_in_their_own_words(old: Store) -> None:
    migrate(old)
    with old.read() as tx:
        shown = case_rulings(tx, a_borrower().case.id)
        assert {f.reason for each in shown for f in each.decision.findings} == {
            "texts to this number were ended",
            "within the hours",
        }
        assert overview(tx).by_rule[0].reason == "texts to this number were ended"
        assert contact_line(tx, OutreachId("o-1")).last_decision is not None


@pytest.mark.parametrize("stopped", [False, True])
def test_it_goes_on_where_it_was(old: Store, stopped: bool) -> None:
    borrower = a_borrower()
    if stopped:
        with old.write() as tx:
            put(tx, "consents", id="c-9", person_id=borrower.person.id, contact_point_id=borrower.point.id,
                channel="sms", action="withdrawn", how="sms", at=BEFORE + timedelta(hours=1))  # fmt: skip
            put(tx, "status_events", id="s-1", person_id=borrower.person.id, status="cease", raised=True,
                by="borrower", at=BEFORE)  # fmt: skip
    migrate(old)
    desk, clock = a_desk(old)
    row = an_outreach(borrower)
    with old.write() as tx:
        outreach_rows.plan(tx, row)
    decision = dispatch(desk, {borrower.point.carrier: FakeMessenger(clock)}, row.id)
    assert isinstance(decision, Refused if stopped else Granted)
    with old.read() as tx:
        assert broken_link(tx, borrower.case.id) is None
        ceased = SpecialStatus.CEASE in consents.statuses_for(
            tx, borrower.person.id, borrower.case.id, borrower.point.id
        )
        assert ceased is stopped
    found = check(document_text(export_case(desk, borrower.case.id, None)).encode())
    assert [(f.entry, f.rule) for f in found] == [(3, "FACTS")]


def test_packs_are_compared_over_what_can_be_decided_again_and_the_rest_is_counted(old: Store) -> None:
    migrate(old)
    desk, _ = a_desk(old)
    start, end = BEFORE - timedelta(days=1), BEFORE + timedelta(days=1)
    assert list(altered_decisions(desk, policy().packs, policy().packs, start, end)) == []
    with old.read() as tx:
        assert count_unrepeatable(tx, start, end) == 2
        assert count_unrepeatable(tx, end, end + timedelta(days=1)) == 0
