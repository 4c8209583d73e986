"""Opens the database and its transactions: SQLite embedded, PostgreSQL in production."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from arrears.store.memory import OPTION, Memory, heed_writes
from arrears.store.types import Cipher


@dataclass(frozen=True, slots=True)
class Store:
    """The database, and the cipher of its personal fields."""

    engine: Engine
    cipher: Cipher
    one_writer: AbstractContextManager[Any] = field(default_factory=nullcontext, compare=False)
    """Entered around every write where the database has one writer at a time: threads that wait here are
    woken at once, those that wait at SQLite's lock sleep and look again."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self.engine.connect() as tx:
            yield tx

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that commits when the block ends and rolls back when it raises."""
        with (
            self.one_writer,
            self.engine.connect().execution_options(**{"arrears_write": True, OPTION: Memory()}) as tx,
            tx.begin(),
        ):
            yield tx

    def blind(self, plain: str) -> str:
        """The keyed index of a personal value."""
        return self.cipher.blind(plain)


def open_store(url: str, cipher: Cipher) -> Store:
    """The store behind a SQLAlchemy URL. Opens no connection yet. Errors never quote the values of a row.

    Raises: ValueError for a database that is neither SQLite nor PostgreSQL.
    """
    if url.startswith("sqlite"):
        engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True)
        _prepare_sqlite(engine)
        one_writer: AbstractContextManager[Any] = threading.RLock()
    elif url.startswith("postgresql+psycopg"):
        engine = create_engine(url, pool_size=16, max_overflow=16, pool_pre_ping=True, hide_parameters=True)
        one_writer = nullcontext()
    else:
        raise ValueError("ARREARS_DATABASE_URL must start with sqlite:/// or postgresql+psycopg://")
    heed_writes(engine)
    engine.dialect.arrears_cipher = cipher  # type: ignore[attr-defined]
    return Store(engine, cipher, one_writer)


def failure_kind(error: DBAPIError) -> str:
    """What kind of failure the database reported; its own words may quote a row."""
    return type(error.orig).__name__


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, foreign keys, and a writer that queues at its start instead of failing at its first write."""

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "busy_timeout=30000",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("arrears_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
