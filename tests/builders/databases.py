"""Databases with every table, copied for each test: making the tables takes longer than most tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from arrears.store import Store, open_store
from arrears.store.tables import metadata
from arrears.store.types import Cipher


@dataclass(frozen=True)
class Tables:
    """An empty database, and the statements that were compiled for its copies: a third of a test's time."""

    cipher: Cipher
    dialect: sa.Dialect
    compiled: dict[object, object] = field(default_factory=dict)

    @classmethod
    def made(cls, address: str, cipher: Cipher) -> Tables:
        """Every table, in the database at the address."""
        store = open_store(address, cipher)
        metadata.create_all(store.engine)
        store.engine.dispose()
        return cls(cipher, store.engine.dialect)

    @contextmanager
    def opened(self, address: str) -> Iterator[Store]:
        """A copy of it, at another address."""
        store = open_store(address, self.cipher)
        store.engine.dialect = self.dialect  # what was compiled is kept by dialect
        store.engine.update_execution_options(compiled_cache=self.compiled)
        yield store
        store.engine.dispose()


@dataclass(frozen=True)
class SqliteTemplate:
    """A file to be copied."""

    file: Path
    tables: Tables

    @classmethod
    def made(cls, file: Path, cipher: Cipher) -> SqliteTemplate:
        return cls(file, Tables.made(f"sqlite:///{file}", cipher))

    @contextmanager
    def copied(self, folder: Path) -> Iterator[Store]:
        """A database of its own in the folder."""
        with self.tables.opened(f"sqlite:///{shutil.copy(self.file, folder / 'arrears.db')}") as store:
            yield store


@dataclass(frozen=True)
class PostgresqlTemplate:
    """A server that tests share, and nothing else, with an empty database to be copied."""

    server: sa.URL
    tables: Tables

    @classmethod
    def made(cls, server: sa.URL, cipher: Cipher) -> PostgresqlTemplate:
        # No test pulls the plug: nothing is waited for that matters only then.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _order(server, f"ALTER SYSTEM SET {setting} = off")
        _order(server, "SELECT pg_reload_conf()")
        _order(server, "CREATE DATABASE empty")
        return cls(server, Tables.made(_address(server, "empty"), cipher))

    @contextmanager
    def copied(self) -> Iterator[Store]:
        """A database of its own."""
        name = f"t{uuid4().hex}"
        _order(self.server, f"CREATE DATABASE {name} TEMPLATE empty")
        with self.tables.opened(_address(self.server, name)) as store:
            yield store
        _order(self.server, f"DROP DATABASE {name} WITH (FORCE)")


def _address(server: sa.URL, name: str) -> str:
    return server.set(database=name).render_as_string(hide_password=False)


def _order(server: sa.URL, order: str) -> None:
    """One order to the server, outside a transaction."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool)
    with engine.connect() as connection:
        connection.execute(sa.text(order))
