"""Consents, statuses, planned contacts, the decisions about them, and the evidence chain."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, EncryptedJson, Json, UtcDateTime

consents = Table(  # append-only
    "consents",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("channel", String(8)),
    Column("action", String(12), nullable=False),
    Column("how", String(40), nullable=False),
    Column("words", Encrypted),
    Column("turn_id", String(160)),
    Column("at", UtcDateTime, nullable=False),
    Column("everywhere", Boolean),  # about every number of the person, not only the one it came over
    Column("case_id", String(40)),  # the matter it is limited to; none: not limited
    Column("purpose", String(16)),  # none: collection
    Column("spot", String(8)),
    Column("written", Boolean),  # none: yes
    Column("confirmed_at", UtcDateTime),
    Column("chosen", Boolean),  # none: no
)

status_events = Table(  # append-only
    "status_events",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id")),
    Column("contact_point_id", ForeignKey("contact_points.id")),
    Column("status", String(32), nullable=False),
    Column("raised", Boolean, nullable=False),
    Column("by", String(160), nullable=False),
    Column("turn_id", String(160)),
    Column("at", UtcDateTime, nullable=False),
    Column("written", Boolean),  # none: yes
    Column("until", UtcDateTime),  # when it ends by itself; none: when a person clears it
)

inconvenient_hours = Table(  # append-only
    "inconvenient_hours",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("opens", Time, nullable=False),
    Column("closes", Time, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

outreach = Table(
    "outreach",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("channel", String(8), nullable=False),
    Column("carrier", String(24), nullable=False),
    Column("purpose", String(24), nullable=False),
    Column("language", String(8), nullable=False),
    Column("body", Encrypted, nullable=False),
    Column("speaks_of_debt", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("conversation_id", String(160)),
    Column("answers", String(160)),
    Column("step", String(160), nullable=False),
    Column("claimed_at", UtcDateTime),  # business time: when the contact was reserved
    Column("claimed_on_machine_at", UtcDateTime),  # machine time: for finding lost outcomes
    Column("permit_id", String(160)),
    Column("provider_ref", String(160), index=True),
    Column("error_code", String(40)),
    Column("call_outcome", String(24)),
    Column("delivers", Json),  # duties whose words the text delivers
    UniqueConstraint("answers", "step"),
    Index("ix_outreach_due", "state", "due_at"),
)

decisions = Table(  # append-only
    "decisions",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("outreach_id", ForeignKey("outreach.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("permit_id", String(160)),
    Column("until", UtcDateTime),
    Column("valid_until", UtcDateTime),
    Column("findings", Json, nullable=False),
    Column("facts", Json, nullable=False),
    Column("packs", Json, nullable=False),
    Column("stage", String(12)),  # planned, dequeued, turn; none: dequeued
    Column("proposed", Json),  # the contact that was proposed, without its words
)

evidence = Table(  # append-only, but for `personal`, whose fields can be erased
    "evidence",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("payload", Json, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("personal", EncryptedJson),  # outside the chain: {field: [salt, text]}, both null once erased
)

notices = Table(  # append-only
    "notices",
    metadata,
    Column("id", String(160), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by", String(80), nullable=False),
    Column("returned", Boolean, nullable=False),  # it came back: it was not sent
)
