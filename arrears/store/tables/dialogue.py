"""Inbound messages, conversations and their turns, identity, offers, effects, and people's queue."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, EncryptedJson, Json, UtcDateTime

inbound = Table(
    "inbound",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("carrier", String(24), nullable=False),
    Column("provider_ref", String(160), nullable=False),
    Column("sender", Encrypted, nullable=False),
    Column("sender_index", String(40), nullable=False, index=True),
    Column("text", Encrypted, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("arrival", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("leased_until", UtcDateTime),  # machine time
    Column("attempts", Integer, nullable=False),
    Column("conversation_id", String(160)),
    UniqueConstraint("carrier", "provider_ref"),
    Index("ix_inbound_open", "state", "sender_index"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("channel", String(8), nullable=False),
    Column("language", String(8), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("last_turn_at", UtcDateTime, nullable=False, index=True),
    Column("taken_over_by", String(40)),
)

turns = Table(  # append-only
    "turns",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("speaker", String(12), nullable=False),
    Column("text", Encrypted, nullable=False),
    Column("language", String(8), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("message_id", String(160)),
    Column("outreach_id", String(160)),
    Column("by", String(160)),
    Column("intent", String(40)),
    Column("confidence", Float),
    Column("intents", Json),  # all of them with their confidences, in the order of the text
    Column("ranking", Json),
    Column("entities", EncryptedJson),
    Column("slots", Json),
    Column("answered_by", Json),
    Column("offer_bounds", Json),
    Column("latency_ms", Float),
    UniqueConstraint("conversation_id", "seq"),
)

corrections = Table(  # append-only
    "corrections",
    metadata,
    Column("turn_id", ForeignKey("turns.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("intents", Json, nullable=False),  # in the order of the text
    Column("note", Encrypted),
    Column("by", String(160), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

effects = Table(  # append-only
    "effects",
    metadata,
    Column("message_id", String(160), primary_key=True),
    Column("step", String(40), primary_key=True),
    Column("result", EncryptedJson, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

identity_attempts = Table(  # append-only
    "identity_attempts",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("matched", Boolean, nullable=False),
    Column("factors", Json, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

proposals = Table(  # append-only
    "proposals",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("terms", EncryptedJson, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

offers = Table(  # append-only
    "offers",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("schedule", Json, nullable=False),
    Column("bounds", Json, nullable=False),
    Column("reasons", Json, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

offer_outcomes = Table(  # append-only
    "offer_outcomes",
    metadata,
    Column("offer_id", ForeignKey("offers.id"), primary_key=True),
    Column("outcome", String(12), nullable=False),
    Column("message_id", String(160), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

handovers = Table(
    "handovers",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False),
    Column("reason", String(40), nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("claimed_by", String(40)),
    Column("claimed_at", UtcDateTime),
    Column("resolved_at", UtcDateTime),
    Column("resolution", Encrypted),
    Column("also_said", Json),  # intents of the turns that no machine has answered
)
