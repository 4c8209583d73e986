"""Who may look and who may act: console users, their sessions, API keys; heartbeats; database facts."""

from sqlalchemy import Column, ForeignKey, String, Table

from arrears.store.tables.base import metadata
from arrears.store.types import Json, UtcDateTime

users = Table(
    "users",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("login", String(80), nullable=False, unique=True),
    Column("password_hash", String(200), nullable=False),
    Column("role", String(16), nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
)

sign_in_failures = Table(  # append-only
    "sign_in_failures",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("login_index", String(40), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("key_hash", String(64), nullable=False, unique=True),
    Column("name", String(80), nullable=False),
    Column("scopes", Json, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
)

heartbeats = Table(
    "heartbeats",
    metadata,
    Column("process", String(40), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("note", Json, nullable=False),
)

facts = Table(  # what this database is: {"demo": true} lets a simulated clock in
    "facts",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Json, nullable=False),
)
