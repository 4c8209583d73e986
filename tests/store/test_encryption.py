"""Personal fields are unreadable at rest, found by a keyed index, and readable after a change of keys."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet

from arrears.domain.people import Carrier
from arrears.domain.times import NaiveDatetimeError
from arrears.store import DatabaseError, Store, cases, inbound, open_store, people
from arrears.store.tables import metadata
from arrears.store.tables.dialogue import inbound as inbound_table
from arrears.store.types import (
    Cipher,
    Encrypted,
    EncryptedDate,
    EncryptedJson,
    UnreadableError,
    UtcDateTime,
    canonical_json,
)
from tests.builders.line import SAYINGS, Line
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, save

SECRETS = (
    "+12125550123",
    "2125550123",
    "Dana Example",
    "1975-03-09",
    "03/09/1975",
    "L-0123",
    "what do I owe",
    "this is not my debt",
    "date of birth",
    "$1,400.00",
)


def conversation(store: Store) -> Line:
    """Every kind of row that holds something personal."""
    line = Line(store)
    line.write_first()
    for text in SAYINGS:
        line.says(text)
    return line


def test_nothing_personal_can_be_read_in_any_table(store: Store) -> None:
    conversation(store)
    filled = 0
    with store.read() as tx:
        for table in metadata.sorted_tables:
            rows = tx.exec_driver_sql(f'SELECT * FROM "{table.name}"').all()  # noqa: S608
            filled += bool(rows)
            written = repr(rows)
            assert [secret for secret in SECRETS if secret in written] == [], table.name
            # Four digits stand by chance inside a random id; a value would stand alone.
            assert re.search(r"(?<![\w-])4421(?![\w-])", written) is None, table.name
    assert filled >= 15


def test_nothing_personal_can_be_read_in_the_files_of_the_database(
    sqlite_store: Store, tmp_path: Path
) -> None:
    conversation(sqlite_store)
    files = [path for path in tmp_path.iterdir() if path.name.startswith("arrears.db")]
    kept = b"".join(path.read_bytes() for path in files)
    assert b"case-0123" in kept
    assert [secret for secret in SECRETS if secret.encode() in kept] == []


def test_every_column_whose_name_is_personal_is_encrypted() -> None:
    personal = {
        "name", "address", "text", "body", "sender", "words", "birth_on", "lender_ref", "account_last4",
        "entities", "result", "terms", "resolution",
    }  # fmt: skip
    open_to_all = {("api_keys", "name"), ("card_payments", "result")}  # a code of the carrier's
    plain = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.name in personal and not isinstance(column.type, Encrypted | EncryptedDate | EncryptedJson)
    }
    assert plain == open_to_all


def test_equal_texts_are_sealed_differently_and_found_by_one_index(cipher: Cipher) -> None:
    assert cipher.seal("+12125550123") != cipher.seal("+12125550123")
    assert cipher.blind("+12125550123") == cipher.blind("+12125550123")
    assert cipher.blind("+12125550123") != cipher.blind("+12125550124")
    other = Cipher((Fernet.generate_key().decode(),), "another index key")
    assert cipher.blind("+12125550123") != other.blind("+12125550123")


def test_numbers_and_loan_numbers_are_found_by_their_index(store: Store) -> None:
    one, other = save(store, a_borrower()), save(store, a_borrower("+12125550124"))
    with store.read() as tx:
        assert people.contact_points_at(tx, "+12125550124") == (other.point,)
        assert people.contact_points_at(tx, "+12125550125") == ()
        assert cases.find_case(tx, one.case.lender, "L-0123") == (one.case, "fingerprint")
        assert cases.find_case(tx, one.case.lender, "L-9") is None
        assert cases.find_case_anywhere(tx, "L-0124") == other.case


def test_keys_can_be_rotated(tmp_path: Path) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    url = f"sqlite:///{tmp_path}/rotated.db"
    first = open_store(url, Cipher((old,), "index"))
    metadata.create_all(first.engine)
    save(first, a_borrower())
    both = open_store(url, Cipher((new, old), "index"))
    save(both, a_borrower("+12125550124", "Second Example"))
    with both.read() as tx:
        names = [people.load_person(tx, f"person-{number}").name for number in ("0123", "0124")]
        (point,) = people.contact_points_at(tx, "+12125550123")
    assert names == ["Dana Example", "Second Example"]
    assert point.address == "+12125550123"
    with first.read() as tx, pytest.raises(UnreadableError):
        people.load_person(tx, "person-0124")
    for store in (first, both):
        store.engine.dispose()


@pytest.mark.parametrize("token", ["", "nonsense", "gAAAAA"])
def test_what_was_tampered_with_cannot_be_read(cipher: Cipher, token: str) -> None:
    with pytest.raises(UnreadableError):
        cipher.unseal(token)


@pytest.mark.parametrize("text", ["", "您好 😀", "a\x00b", "x" * 10_000])
def test_every_text_survives_the_store(store: Store, text: str) -> None:
    message_id, _ = inbound.receive(
        store, Carrier.TWILIO, "SM1", sender="+12125550123", text=text, at=MONDAY_NOON_UTC
    )
    with store.read() as tx:
        row = tx.execute(inbound_table.select().where(inbound_table.c.id == message_id)).one()
    assert (row.text, row.sender) == (text, "+12125550123")


def test_a_naive_instant_is_refused(store: Store) -> None:
    with pytest.raises(sa.exc.StatementError) as raised, store.write() as tx:
        tx.execute(sa.select(sa.literal(datetime(2026, 3, 2), UtcDateTime)))  # noqa: DTZ001
    assert isinstance(raised.value.orig, NaiveDatetimeError)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 3, 2, 17, 0, 0, 123456, tzinfo=UTC),
        datetime(2026, 3, 2, 12, tzinfo=timezone(timedelta(hours=-5))),
        datetime(2026, 3, 3, 1, 30, tzinfo=timezone(timedelta(hours=8, minutes=30))),
    ],
)
def test_an_instant_comes_back_as_the_same_one_in_utc(store: Store, at: datetime) -> None:
    message_id, _ = inbound.receive(store, Carrier.TWILIO, "SM1", sender="+1", text="", at=at)
    with store.read() as tx:
        row = tx.execute(inbound_table.select().where(inbound_table.c.id == message_id)).one()
    assert row.received_at == at
    assert row.received_at.utcoffset() == timedelta(0)


def test_a_failure_of_the_database_quotes_nobodys_name(store: Store) -> None:
    with pytest.raises(DatabaseError) as raised, store.write() as tx:
        tx.execute(metadata.tables["persons"].insert().values(id="person-1", name="Dana Example"))
    assert "Dana Example" not in str(raised.value)
    assert "parameters hidden" in str(raised.value)


@pytest.mark.parametrize(
    ("value", "text"),
    [({"b": 1, "a": [1, 2]}, '{"a":[1,2],"b":1}'), ("您", '"您"'), (None, "null"), ({}, "{}")],
)
def test_one_value_has_one_text(value: object, text: str) -> None:
    assert canonical_json(value) == text


def test_a_birth_date_comes_back_as_a_date(store: Store) -> None:
    save(store, a_borrower())
    with store.read() as tx:
        assert people.load_person(tx, "person-0123").birth_on == date(1975, 3, 9)
        raw = tx.exec_driver_sql("SELECT birth_on FROM persons").scalar_one()
    assert raw.startswith("gAAAA")


def test_a_database_that_is_neither_is_refused(cipher: Cipher) -> None:
    with pytest.raises(ValueError, match="ARREARS_DATABASE_URL must start with"):
        open_store("mysql://localhost/x", cipher)
