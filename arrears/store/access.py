"""Console users and sessions, API keys, heartbeats, and what this database is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from arrears.domain.ids import UserId
from arrears.store.new_ids import new_id
from arrears.store.tables.access import api_keys, facts, heartbeats, sessions, sign_in_failures, users


@dataclass(frozen=True, slots=True)
class User:
    """Someone who may sign in to the console."""

    id: UserId
    login: str
    password_hash: str  # argon2id
    role: str  # a Role


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser."""

    user: User
    csrf: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ApiKey:
    """What a valid API key stands for."""

    name: str  # of the caller; it outlives a rotation of the key
    scopes: frozenset[str]


def digest(secret: str) -> str:
    """How a random secret is kept: found by its digest, never readable."""
    return hashlib.sha256(secret.encode()).hexdigest()


def save_user(tx: Connection, login: str, password_hash: str, role: str) -> UserId:
    """Add the user, or change the password and role of the one with this login."""
    values = {"password_hash": password_hash, "role": role}
    row = tx.execute(select(users.c.id).where(users.c.login == login)).one_or_none()
    if row is not None:
        tx.execute(update(users).where(users.c.id == row.id).values(values))
        return UserId(row.id)
    user_id = new_id("user")
    tx.execute(insert(users).values(id=user_id, login=login, **values))
    return UserId(user_id)


def find_user(tx: Connection, login: str) -> User | None:
    """The user who signs in with this."""
    row = tx.execute(select(users).where(users.c.login == login)).one_or_none()
    return None if row is None else User(UserId(row.id), row.login, row.password_hash, row.role)


def open_session(
    tx: Connection, user: User, *, token: str, csrf: str, now: datetime, life: timedelta
) -> None:
    """Remember a signed-in browser by the digest of its token."""
    tx.execute(
        insert(sessions).values(
            token_hash=digest(token), user_id=user.id, csrf=csrf, opened_at=now, expires_at=now + life
        )
    )


def find_session(tx: Connection, token: str, now: datetime) -> Session | None:
    """The live session of this token."""
    query = select(sessions, users).join(users).where(sessions.c.token_hash == digest(token))
    row = tx.execute(query).one_or_none()
    if row is None or row.expires_at <= now:
        return None
    return Session(User(UserId(row.id), row.login, row.password_hash, row.role), row.csrf, row.expires_at)


def end_session(tx: Connection, token: str) -> None:
    """Sign the browser out."""
    tx.execute(delete(sessions).where(sessions.c.token_hash == digest(token)))


def append_sign_in_failure(tx: Connection, login_index: str, now: datetime) -> None:
    """Remember a wrong password."""
    tx.execute(insert(sign_in_failures).values(id=new_id("fail"), login_index=login_index, at=now))


def sign_in_failures_since(tx: Connection, login_index: str, since: datetime) -> int:
    """How many wrong passwords this login has had."""
    f = sign_in_failures.c
    query = select(func.count()).where(f.login_index == login_index, f.at > since)
    return int(tx.execute(query).scalar_one())


def save_api_key(tx: Connection, key: str, name: str, scopes: tuple[str, ...], now: datetime) -> None:
    """Admit a key; the same key again keeps its first name and scopes."""
    if tx.execute(select(api_keys.c.id).where(api_keys.c.key_hash == digest(key))).one_or_none() is None:
        tx.execute(
            insert(api_keys).values(
                id=new_id("key"), key_hash=digest(key), name=name, scopes=list(scopes), created_at=now
            )
        )


def find_api_key(tx: Connection, key: str) -> ApiKey | None:
    """The key's name and scopes; None when it is unknown or revoked."""
    row = tx.execute(select(api_keys).where(api_keys.c.key_hash == digest(key))).one_or_none()
    return None if row is None or row.revoked_at is not None else ApiKey(row.name, frozenset(row.scopes))


def beat(tx: Connection, process: str, at: datetime, note: dict[str, Any]) -> None:
    """Write that the process is alive, machine time."""
    values = {"at": at, "note": note}
    if tx.execute(update(heartbeats).where(heartbeats.c.process == process).values(values)).rowcount == 0:
        tx.execute(insert(heartbeats).values(process=process, **values))


def last_beat(tx: Connection, process: str) -> datetime | None:
    """When the process was last known to be alive."""
    return tx.execute(select(heartbeats.c.at).where(heartbeats.c.process == process)).scalar_one_or_none()


def last_note(tx: Connection, process: str) -> dict[str, Any]:
    """What the process wrote with its last sign of life; empty when there was none."""
    note = tx.execute(select(heartbeats.c.note).where(heartbeats.c.process == process)).scalar_one_or_none()
    return {} if note is None else dict(note)


def set_fact(tx: Connection, key: str, value: Any) -> None:
    """Write what this database is."""
    if tx.execute(update(facts).where(facts.c.key == key).values(value=value)).rowcount == 0:
        tx.execute(insert(facts).values(key=key, value=value))


def fact(tx: Connection, key: str) -> Any | None:
    """What this database is, None when it was never said."""
    return tx.execute(select(facts.c.value).where(facts.c.key == key)).scalar_one_or_none()
