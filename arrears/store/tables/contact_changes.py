"""Numbers and addresses that borrowers gave, and what a person decided about each."""

from sqlalchemy import Column, ForeignKey, String, Table

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, UtcDateTime

contact_changes = Table(  # append-only; nothing is contacted at what stands here
    "contact_changes",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),  # they wrote from it
    Column("kind", String(8), nullable=False),
    Column("value", Encrypted, nullable=False),
    Column("old_number", String(8), nullable=False),
    Column("proposed_at", UtcDateTime, nullable=False),
)

contact_change_decisions = Table(  # append-only
    "contact_change_decisions",
    metadata,
    Column("change_id", ForeignKey("contact_changes.id"), primary_key=True),
    Column("outcome", String(12), nullable=False),  # confirmed, declined
    Column("contact_point_id", ForeignKey("contact_points.id")),  # the number that came of it
    Column("by", String(160), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
