"""A borrower's new number: noted, used by nothing, and theirs once a supervisor has confirmed it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.adapters.phone_numbers import contact_facts
from arrears.domain.compliance.decision import Granted, Refused
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.contact_changes import ChangeOutcome, ContactChange, ContactKind, OldNumber
from arrears.domain.ids import OutreachId
from arrears.domain.intents import Intent
from arrears.domain.people import Channel, ContactPoint, KnownNumber
from arrears.services.decide_contact_change import (
    ChangeDecidedError,
    NotANumberError,
    NotASupervisorError,
    confirm,
    decline,
)
from arrears.services.dispatch_outreach import dispatch
from arrears.services.export_evidence import document_text, export_case
from arrears.store import Store, consents, contact_changes, people
from arrears.store.erasure import erase_personal
from arrears.store.evidence import broken_link, entries_of
from tests.builders.approvals import mei
from tests.builders.line import Line, keys
from tests.builders.store import Borrower, a_borrower, in_china
from tests.services.test_every_intent import a_line, reasons, verified
from tools.verify_evidence import check

MOVED = "my old number is dead, the new one is 415-555-0134"
BOTH = "you can also reach me at 415-555-0134"
EMAIL = "my email is dana@mail.example.org"
NEW = "+14155550134"


def said(store: Store, text: str, borrower: Borrower | None = None) -> tuple[Line, str]:
    line = verified(store, {text: Intent.CHANGE_CONTACT}, borrower)
    return line, line.says(text)


def given(line: Line) -> list[ContactChange]:
    with line.store.read() as tx:
        return [change for change, _ in contact_changes.changes_in(tx, line.conversation_id)]


def read_number(raw: str, country: str) -> KnownNumber | None:
    return contact_facts(raw, country)


def confirmed(line: Line) -> None:
    confirm(line.desk, given(line)[0].id, mei(line), read_number)


def points(line: Line) -> tuple[ContactPoint, ...]:
    with line.store.read() as tx:
        return people.contact_points_of(tx, line.borrower.person.id)


def writes(line: Line, point: ContactPoint, number: int = 1) -> object:
    """What compliance says of a first text to the number, the next day at noon."""
    line.clock.move(minutes=24 * 60)
    row_id = line.plan_first(
        id=OutreachId(f"outreach-later-{number}"),
        contact_point_id=point.id,
        due_at=line.clock.now(),
        step=f"later-{number}",
    )
    return dispatch(line.desk, line.app.messengers, row_id)


@pytest.mark.parametrize(
    ("text", "kind", "value", "old"),
    [
        (MOVED, ContactKind.PHONE, "415-555-0134", OldNumber.ENDED),
        (BOTH, ContactKind.PHONE, "415-555-0134", OldNumber.KEPT),
        (EMAIL, ContactKind.EMAIL, "dana@mail.example.org", OldNumber.UNSAID),
    ],
)
def test_what_a_verified_party_gives_is_noted_and_used_by_nothing(
    sqlite_store: Store, text: str, kind: ContactKind, value: str, old: OldNumber
) -> None:
    line, reply = said(sqlite_store, text)
    assert "Nothing uses it until a person has confirmed it with you" in reply
    assert "within 30 minutes" in reply
    assert value not in reply
    (change,) = given(line)
    assert (change.given.kind, change.given.value, change.given.old_number) == (kind, value, old)
    assert [point.id for point in points(line)] == [line.borrower.point.id]
    assert reasons(line) == ["change_contact"]


def test_in_chinese_it_is_noted_too(sqlite_store: Store) -> None:
    line, reply = said(sqlite_store, "我换号了 新号码是13912345678", in_china(a_borrower()))
    assert "在工作人员与您核实之前不会启用" in reply
    confirmed(line)
    assert {point.address for point in points(line)} == {"+8613900000123", "+8613912345678"}


@pytest.mark.parametrize("text", ["I have a new number", "call my wife at 415-555-0134"])
def test_what_names_no_one_new_contact_a_person_reads(sqlite_store: Store, text: str) -> None:
    line, reply = said(sqlite_store, text)
    assert "before anything is changed" in reply
    assert given(line) == []
    assert reasons(line) == ["change_contact"]


@pytest.mark.parametrize(
    ("text", "borrower"),
    [
        ("sorry, 1200 is a bit tight. make it 300", a_borrower()),
        ("不好意思 我重新算了下 1200有点紧 改成900", in_china(a_borrower())),
    ],
)
def test_another_sum_is_terms_where_nothing_of_contact_is_named(
    sqlite_store: Store, text: str, borrower: Borrower
) -> None:
    line, _ = said(sqlite_store, text, borrower)
    assert keys(line) == {"proposal.ask_date"}
    assert "change_contact" not in reasons(line)


def test_a_number_from_a_stranger_is_not_kept(sqlite_store: Store) -> None:
    line = a_line(sqlite_store, {MOVED: Intent.CHANGE_CONTACT})
    assert "before anything is changed" in line.says(MOVED)
    assert given(line) == []
    assert reasons(line) == ["change_contact"]


def test_a_number_said_twice_waits_twice_and_becomes_one(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    line.says(MOVED)
    for change in given(line):
        confirm(line.desk, change.id, mei(line), read_number)
    assert len(points(line)) == 2


def test_a_confirmed_number_has_no_consent_to_texts(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    confirmed(line)
    new = points(line)[0]
    assert new.address == NEW
    with line.store.read() as tx:
        assert consents.consents_for(tx, new.id) == ()
    assert isinstance(writes(line, new), Refused)


def test_before_a_person_has_confirmed_nothing_knows_the_number(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    with line.store.read() as tx:
        assert people.contact_points_at(tx, NEW) == ()


def test_an_ended_number_gets_no_more_texts_and_the_new_one_comes_first(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    confirmed(line)
    assert [point.address for point in points(line)] == [NEW, line.borrower.point.address]
    assert isinstance(writes(line, line.borrower.point), Refused)


@pytest.mark.parametrize("text", [BOTH, "my new number is 415-555-0134"])
def test_a_number_that_is_kept_goes_on_being_used(sqlite_store: Store, text: str) -> None:
    line, _ = said(sqlite_store, text)
    confirmed(line)
    assert [point.address for point in points(line)] == [line.borrower.point.address, NEW]
    assert isinstance(writes(line, line.borrower.point), Granted)


def test_consent_from_the_new_number_opens_it(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    confirmed(line)
    new = points(line)[0]
    line.clock.move(minutes=1)
    with line.store.write() as tx:
        later = Consent(ConsentAction.GIVEN, Channel.SMS, line.clock.now(), "sms", point_id=new.id)
        consents.append_consent(tx, new, later, key="consent-new", words=None, turn_id=None)
    assert isinstance(writes(line, new), Granted)
    assert isinstance(writes(line, line.borrower.point, 2), Refused)


def test_a_declined_number_changes_nothing(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    decline(line.desk, given(line)[0].id, mei(line))
    assert len(points(line)) == 1
    assert isinstance(writes(line, line.borrower.point), Granted)


def test_an_address_is_only_on_record(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, EMAIL)
    assert confirm(line.desk, given(line)[0].id, mei(line), read_number) is None
    assert len(points(line)) == 1
    with line.store.read() as tx:
        ((_, decision),) = contact_changes.changes_in(tx, line.conversation_id)
    assert decision is not None
    assert decision.outcome is ChangeOutcome.CONFIRMED


@pytest.mark.parametrize("role", ["reader", "agent"])
def test_only_a_supervisor_decides(sqlite_store: Store, role: str) -> None:
    line, _ = said(sqlite_store, MOVED)
    user, change = mei(line, role), given(line)[0]
    with pytest.raises(NotASupervisorError):
        confirm(line.desk, change.id, user, read_number)
    with pytest.raises(NotASupervisorError):
        decline(line.desk, change.id, user)


def test_it_is_decided_once(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    confirmed(line)
    with pytest.raises(ChangeDecidedError):
        decline(line.desk, given(line)[0].id, mei(line))


def test_a_number_that_is_none_is_refused(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    with pytest.raises(NotANumberError) as refused:
        confirm(line.desk, given(line)[0].id, mei(line), lambda raw, country: None)
    assert "0134" not in str(refused.value)
    assert len(points(line)) == 1


def test_the_evidence_tells_it_and_holds(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    confirmed(line)
    case_id = line.borrower.case.id
    with line.store.read() as tx:
        kinds = [entry.kind for entry in entries_of(tx, case_id)]
        assert broken_link(tx, case_id) is None
    assert kinds.index("contact_change_asked") < kinds.index("contact_change_decided")
    assert kinds[-2:] == ["consent", "contact_change_decided"]
    writes(line, points(line)[0])
    writes(line, line.borrower.point, 2)
    assert check(document_text(export_case(line.desk, case_id, None)).encode()) == []


def test_what_was_given_can_be_erased(sqlite_store: Store) -> None:
    line, _ = said(sqlite_store, MOVED)
    case_id, now = line.borrower.case.id, line.clock.now() + timedelta(days=1)
    with line.store.write() as tx:
        erase_personal(tx, case_id, lambda seq, name: name == "value", by="mei", at=now)
        stored = tx.execute(sa.text("SELECT id FROM contact_changes")).all()
        assert broken_link(tx, case_id) is None
    assert len(stored) == 1
    assert given(line)[0].given.value == ""
