"""The chain of a case: what is changed or missing is found, what is erased is gone, and the chain holds."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta, timezone

import pytest
import sqlalchemy as sa

from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import CaseId
from arrears.domain.people import Channel
from arrears.domain.times import DailyWindow, NaiveDatetimeError
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, Tx, consents, erasure
from arrears.store.evidence import (
    GENESIS,
    Entry,
    append_evidence,
    broken_link,
    digest_at,
    entries_of,
    head_of,
    heads,
    text_digest,
)
from arrears.store.tables.contact import evidence
from arrears.store.types import canonical_json
from tests.builders.line import Line, second_loan
from tests.builders.store import MONDAY_NOON_UTC, Borrower, a_borrower, save

SECRET = "my daughter is ill, 我没有钱"


@pytest.fixture
def borrower(store: Store) -> Borrower:
    return save(store, a_borrower())


def chain_of(store: Store, case_id: CaseId) -> tuple[Entry, ...]:
    with store.read() as tx:
        return entries_of(tx, case_id)


def note(store: Store, case_id: CaseId, number: int = 1, text: str | None = None) -> None:
    personal = {} if text is None else {"text": text}
    with store.write() as tx:
        append_evidence(tx, case_id, "note", {"number": number}, MONDAY_NOON_UTC, personal=personal)


def broken(store: Store, case_id: CaseId) -> int | None:
    with store.read() as tx:
        return broken_link(tx, case_id)


def test_a_personal_field_is_in_the_chain_as_a_salted_digest_only(store: Store, borrower: Borrower) -> None:
    for _ in range(2):
        note(store, borrower.case.id, text=SECRET)
    *_, one, other = chain_of(store, borrower.case.id)
    field = one.personal["text"]
    assert field.value == SECRET
    assert len(bytes.fromhex(field.salt)) == 32
    assert one.payload["digests"] == {"text": text_digest(bytes.fromhex(field.salt), SECRET)}
    assert one.payload["digests"] != other.payload["digests"]
    with store.read() as tx:
        assert SECRET not in repr(tx.exec_driver_sql("SELECT * FROM evidence").all())


def test_an_entry_without_personal_fields_has_no_digests(store: Store, borrower: Borrower) -> None:
    note(store, borrower.case.id)
    assert chain_of(store, borrower.case.id)[-1].payload == {"number": 1}


def test_the_same_instant_in_any_zone_makes_the_same_chain(store: Store, borrower: Borrower) -> None:
    east = datetime(2026, 3, 3, 1, 0, 0, 250, tzinfo=timezone(timedelta(hours=8)))
    with store.write() as tx:
        append_evidence(tx, borrower.case.id, "note", {"at": east}, east)
    last = chain_of(store, borrower.case.id)[-1]
    assert last.at.isoformat() == last.payload["at"] == "2026-03-02T17:00:00.000250+00:00"
    assert broken(store, borrower.case.id) is None


def test_an_instant_without_a_zone_is_refused(store: Store, borrower: Borrower) -> None:
    with store.write() as tx, pytest.raises(NaiveDatetimeError):
        append_evidence(tx, borrower.case.id, "note", {}, MONDAY_NOON_UTC.replace(tzinfo=None))


def changed_everywhere(text: str) -> Iterator[str]:
    """The text with each of its characters changed, one at a time."""
    for place, sign in enumerate(text):
        yield text[:place] + ("0" if sign != "0" else "1") + text[place + 1 :]


def stored(tx: Tx, column: str, seq: int) -> str:
    query = sa.text(f"SELECT {column} FROM evidence WHERE seq = :seq")  # noqa: S608
    return str(tx.execute(query, {"seq": seq}).scalar_one())


def put(tx: Tx, column: str, seq: int, value: str) -> None:
    query = sa.text(f"UPDATE evidence SET {column} = :value WHERE seq = :seq")  # noqa: S608
    tx.execute(query, {"value": value, "seq": seq})


@pytest.mark.parametrize("column", ["payload", "kind", "previous", "digest", "personal"])
def test_any_changed_byte_of_a_stored_entry_is_found(store: Store, borrower: Borrower, column: str) -> None:
    note(store, borrower.case.id, text="no")
    note(store, borrower.case.id)
    with store.write() as tx:
        before = stored(tx, column, 2)
        for changed in changed_everywhere(before):
            put(tx, column, 2, changed)
            assert broken_link(tx, borrower.case.id) == 2, changed
        put(tx, column, 2, before)
        assert broken_link(tx, borrower.case.id) is None


def test_any_changed_byte_of_a_text_is_found_even_when_it_was_sealed_with_the_right_key(
    store: Store, borrower: Borrower
) -> None:
    note(store, borrower.case.id, text=SECRET)
    field = chain_of(store, borrower.case.id)[-1].personal["text"]
    others = [[field.salt, text] for text in changed_everywhere(SECRET)]
    others += [[salt, SECRET] for salt in changed_everywhere(field.salt)]
    with store.write() as tx:
        for other in others:
            seal(tx, 2, {"text": other})
            assert broken_link(tx, borrower.case.id) == 2
        for personal in ({}, None, {"other": [field.salt, SECRET]}, {"text": [None, None]}):
            seal(tx, 2, personal)
            assert broken_link(tx, borrower.case.id) == 2


def seal(tx: Tx, seq: int, personal: object) -> None:
    value = sa.null() if personal is None else personal
    tx.execute(evidence.update().where(evidence.c.seq == seq).values(personal=value))


def test_a_moved_instant_a_missing_entry_and_two_that_changed_places_are_found(
    store: Store, borrower: Borrower
) -> None:
    for number in range(3):
        note(store, borrower.case.id, number)
    e = evidence.c

    def after(*statements: sa.Executable) -> int | None:
        with store.engine.connect() as tx:
            for statement in statements:
                tx.execute(statement)
            return broken_link(tx, borrower.case.id)

    later = MONDAY_NOON_UTC + timedelta(microseconds=1)
    assert after(evidence.update().where(e.seq == 3).values(at=later)) == 3
    assert after(evidence.delete().where(e.seq == 2)) == 3
    assert after(evidence.delete().where(e.seq == 1)) == 2
    swap = [evidence.update().where(e.seq == old).values(seq=new) for old, new in ((2, 9), (3, 2), (9, 3))]
    assert after(*swap) == 2
    assert after() is None


def test_a_cut_tail_is_not_found_by_the_chain_but_by_its_head(store: Store, borrower: Borrower) -> None:
    note(store, borrower.case.id)
    with store.write() as tx:
        head = head_of(tx, borrower.case.id)
        tx.execute(evidence.delete().where(evidence.c.seq == head.seq))
        assert broken_link(tx, borrower.case.id) is None
        assert digest_at(tx, borrower.case.id, head.seq) is None
        assert head_of(tx, borrower.case.id).seq == head.seq - 1


def test_the_heads_are_those_of_every_chain_by_case(store: Store, borrower: Borrower) -> None:
    other = save(store, a_borrower("+12125550100"))
    note(store, other.case.id)
    with store.read() as tx:
        assert heads(tx) == (head_of(tx, other.case.id), head_of(tx, borrower.case.id))
        assert (head_of(tx, CaseId("none")).seq, digest_at(tx, CaseId("none"), 0)) == (0, GENESIS)


def test_erased_fields_are_gone_and_the_chain_holds_and_says_so(store: Store) -> None:
    line = Line(store)
    line.write_first()
    line.says("what do I owe")
    line.says("please stop texting me")
    before = chain_of(store, line.borrower.case.id)
    with store.write() as tx:
        count = erasure.erase_personal(
            tx, line.borrower.case.id, lambda _seq, _name: True, by="order 12", at=MONDAY_NOON_UTC
        )
    *after, last = chain_of(store, line.borrower.case.id)
    assert [entry.digest for entry in after] == [entry.digest for entry in before]
    assert count == len(last.payload["fields"]) == sum(len(entry.personal) for entry in before) > 5
    assert (last.kind, last.payload["by"]) == ("erased", "order 12")
    assert all(field == [None, None] for field in sealed_pairs(after))
    assert broken(store, line.borrower.case.id) is None
    with store.read() as tx:
        for table, column in (("turns", "text"), ("outreach", "body"), ("inbound", "text")):
            query = sa.select(line_table(table).c[column])
            assert set(tx.execute(query).scalars()) == {""}, table
        assert set(tx.execute(sa.select(line_table("consents").c.words)).scalars()) == {None}
        assert set(tx.execute(sa.select(line_table("turns").c.entities)).scalars()) == {None}


def sealed_pairs(chain: list[Entry]) -> list[list[str | None]]:
    return [[field.salt, field.value] for entry in chain for field in entry.personal.values()]


def line_table(name: str) -> sa.Table:
    return evidence.metadata.tables[name]


def test_erasing_one_field_leaves_the_others_and_a_second_time_changes_nothing(
    store: Store, borrower: Borrower
) -> None:
    for text in ("one", "two"):
        note(store, borrower.case.id, text=text)
    case_id = borrower.case.id
    with store.write() as tx:
        chosen = lambda seq, _name: seq == 2  # noqa: E731
        done = [erasure.erase_personal(tx, case_id, chosen, by="b", at=MONDAY_NOON_UTC) for _ in range(2)]
    assert done == [1, 0]
    chain = chain_of(store, case_id)
    assert [entry.personal["text"].value for entry in chain if entry.kind == "note"] == [None, "two"]
    assert chain[-1].payload["fields"] == [{"seq": 2, "field": "text"}]


def test_what_is_still_to_be_sent_keeps_its_words(store: Store) -> None:
    line = Line(store)
    line.clock.at = datetime(2026, 3, 2, 2, tzinfo=UTC)  # evening in New York: deferred
    outreach_id = line.plan_first()
    dispatch(line.desk, line.app.messengers, outreach_id)
    with store.write() as tx:
        erasure.erase_personal(tx, line.borrower.case.id, lambda *_: True, by="b", at=MONDAY_NOON_UTC)
        body = tx.execute(sa.select(line_table("outreach").c.body)).scalar_one()
    assert body != ""
    assert line.state_of(outreach_id) == "due"


def test_what_a_person_says_of_contact_is_in_the_chain_of_each_of_their_cases(
    store: Store, borrower: Borrower
) -> None:
    other = second_loan(store, borrower)
    stop = Consent(ConsentAction.WITHDRAWN, Channel.SMS, MONDAY_NOON_UTC, "sms")
    hours = DailyWindow(time(8), time(9))
    for _ in range(2):
        with store.write() as tx:
            consents.append_consent(tx, borrower.point, stop, key="c", words=SECRET, turn_id="turn-1")
            consents.append_inconvenient_hours(tx, borrower.person.id, hours, key="h", at=MONDAY_NOON_UTC)
    third = second_loan(store, other)
    with store.write() as tx:
        consents.carry_into(tx, borrower.person.id, third.case.id)
    for case in (borrower.case, other.case, third.case):
        said, avoided = [e for e in chain_of(store, case.id) if e.payload.get("action") != "given"]
        assert said.personal["words"].value == SECRET
        assert {"action": "withdrawn", "channel": "sms", "turn": "turn-1"}.items() <= said.payload.items()
        assert (avoided.kind, avoided.payload["opens"]) == ("hours_to_avoid", "08:00:00")


def test_appends_at_the_same_time_make_one_chain(store: Store, borrower: Borrower) -> None:
    workers, rounds = 6, 10
    start = threading.Barrier(workers)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            start.wait()
            for step in range(rounds):
                note(store, borrower.case.id, number * rounds + step, text=str(step))
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    numbers = [e.payload["number"] for e in chain_of(store, borrower.case.id) if e.kind == "note"]
    assert sorted(numbers) == list(range(workers * rounds))
    assert broken(store, borrower.case.id) is None


def test_a_payload_is_stored_as_canonical_json(store: Store, borrower: Borrower) -> None:
    with store.write() as tx:
        append_evidence(tx, borrower.case.id, "note", {"b": {"z", "a"}, "a": (1, "钱")}, MONDAY_NOON_UTC)
        assert stored(tx, "payload", 2) == canonical_json({"a": [1, "钱"], "b": ["a", "z"]})
