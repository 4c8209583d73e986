"""Bring a database to the newest tables, and say whether it is there."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from arrears.store.engine import Store
from arrears.store.tables import metadata


def migrate(store: Store, to: str = "head") -> None:
    """Apply every migration that is missing, up to a revision. Makes the folder of a SQLite file."""
    database = store.engine.url.database
    if store.engine.dialect.name == "sqlite" and database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    with store.write() as tx:
        command.upgrade(_config(tx), to)


def difference(store: Store) -> list[object]:
    """What the database has otherwise than the tables in code; nothing after `migrate`."""
    with store.read() as tx:
        return list(compare_metadata(MigrationContext.configure(tx), metadata))


def _config(connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
