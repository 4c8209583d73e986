"""What one transaction has read under its locks, so that the same rows are not read twice.

Nothing is remembered before a row is locked, and each further lock forgets all but the rows that are locked:
what was read before it may have changed while we waited. A write of our own forgets what was read of its
table, and an undone savepoint everything. So a transaction never sees less than what was written before its
last lock; who changes what is decided from such reads locks the same rows first. SQLite has one writer at a
time: there nobody else can have written anything.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache, wraps
from typing import Any, Concatenate

from sqlalchemy import (
    Connection,
    Delete,
    Engine,
    Insert,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    event,
    select,
)

OPTION = "arrears_memory"
"""The execution option of a connection that holds the memory of its transaction; without it, nothing is."""


class Memory:
    """Of one transaction that writes."""

    def __init__(self) -> None:
        self._held: set[tuple[str, str]] = set()
        self._known: dict[Hashable, tuple[tuple[Table, ...], Any]] = {}

    def holds(self, table: Table, row_id: str) -> bool:
        """Whether the row is locked by us already."""
        return (table.name, row_id) in self._held

    def hold(self, table: Table, row_id: str) -> None:
        """The row has been locked just now; of what was read before, only the rows we hold are kept."""
        self._held.add((table.name, row_id))
        self._known = {key: known for key, known in self._known.items() if key in self._held}

    def keep(self, key: Hashable, tables: tuple[Table, ...], value: Any) -> None:
        """Remember what was read of the tables, if anything is locked."""
        if self._held:
            self._known[key] = tables, value

    def recall(self, key: Hashable) -> tuple[Any] | None:
        """What was read under the key; None where that is not known."""
        known = self._known.get(key)
        return None if known is None else (known[1],)

    def forget(self, written: Table) -> None:
        """The table was written to."""
        self._known = {key: known for key, known in self._known.items() if written not in known[0]}

    def forget_reads(self) -> None:
        """Something was written, nobody knows where."""
        self._known.clear()

    def forget_all(self) -> None:
        """A savepoint was undone: what was read or locked since may not be so any more."""
        self._known.clear()
        self._held.clear()


def memory_of(tx: Connection) -> Memory | None:
    """The memory of the transaction; None of one that only reads."""
    memory: Memory | None = tx.get_execution_options().get(OPTION)
    return memory


def remembered[**P, T](
    *tables: Table,
) -> Callable[[Callable[Concatenate[Connection, P], T]], Callable[Concatenate[Connection, P], T]]:
    """Of a function that reads these tables and no others, and returns a value that nobody changes."""

    def remembering(
        read: Callable[Concatenate[Connection, P], T],
    ) -> Callable[Concatenate[Connection, P], T]:
        @wraps(read)
        def reading(tx: Connection, /, *args: P.args, **kwargs: P.kwargs) -> T:
            memory = memory_of(tx)
            if memory is None:
                return read(tx, *args, **kwargs)
            key = (reading, args, tuple(sorted(kwargs.items())))
            known = memory.recall(key)
            if known is None:
                known = (read(tx, *args, **kwargs),)
                memory.keep(key, tables, known[0])
            value: T = known[0]
            return value

        return reading

    return remembering


def remember(
    tx: Connection, tables: tuple[Table, ...], reading: Callable[..., Any], *args: Any, value: Any
) -> None:
    """What the remembered function would read next: who has just written it knows it."""
    memory = memory_of(tx)
    if memory is not None:
        memory.keep((reading, args, ()), tables, value)


def row_of(tx: Connection, table: Table, row_id: str) -> Row[Any] | None:
    """The row of the table with the id, None where there is none."""
    memory = memory_of(tx)
    known = None if memory is None else memory.recall((table.name, row_id))
    if known is not None:
        kept: Row[Any] = known[0]
        return kept
    row = _read(tx, _by_id(table), row_id)
    # A row that is not there cannot be locked: somebody may insert it while we look elsewhere.
    if memory is not None and row is not None:
        memory.keep((table.name, row_id), (table,), row)
    return row


def lock_row(tx: Connection, table: Table, row_id: str) -> Row[Any] | None:
    """The row of the table with the id, locked until the transaction ends; None where there is none.

    PostgreSQL locks the row; SQLite has one writer, and `Store.write` made us it.
    """
    memory = memory_of(tx)
    if memory is None:
        return _read(tx, _to_lock(table), row_id)
    if memory.holds(table, row_id):
        return row_of(tx, table, row_id)
    row = _read(tx, _to_lock(table), row_id)
    if row is not None:
        memory.hold(table, row_id)
        memory.keep((table.name, row_id), (table,), row)
    return row


def heed_writes(engine: Engine) -> None:
    """Have whatever is written over the engine forgotten by the transaction that writes it."""

    @event.listens_for(engine, "before_cursor_execute")
    def _executing(
        tx: Connection, _cursor: Any, _sql: str, _parameters: Any, context: Any, _many: bool
    ) -> None:
        memory = memory_of(tx)
        if memory is None:
            return
        compiled = None if context is None else context.compiled
        statement = None if compiled is None else compiled.statement
        if isinstance(statement, Insert | Update | Delete) and isinstance(statement.table, Table):
            memory.forget(statement.table)
        elif not isinstance(statement, Select):
            memory.forget_reads()

    @event.listens_for(engine, "rollback_savepoint")
    def _undone(tx: Connection, _name: str, _context: Any) -> None:
        memory = memory_of(tx)
        if memory is not None:
            memory.forget_all()


@cache
def _by_id(table: Table) -> Select[Any]:
    return select(table).where(table.c.id == bindparam("row_id"))


@cache
def _to_lock(table: Table) -> Select[Any]:
    return _by_id(table).with_for_update()


def _read(tx: Connection, statement: Select[Any], row_id: str) -> Row[Any] | None:
    return tx.execute(statement, {"row_id": row_id}).one_or_none()
