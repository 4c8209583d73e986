"""What a person must approve before it may be agreed, and what they decided."""

from sqlalchemy import BigInteger, Column, ForeignKey, String, Table

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, Json, UtcDateTime

approvals = Table(  # append-only
    "approvals",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False, index=True),
    Column("offer", Json, nullable=False),
    Column("exceeds", String(40), nullable=False),  # the reason: the rule of the authority
    Column("approver", String(24), nullable=False),  # the role that may decide
    Column("effect_minor", BigInteger, nullable=False),  # on expected collected money
    Column("currency", String(3), nullable=False),
    Column("authority_version", String(64), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answer_by", UtcDateTime, nullable=False),  # what the borrower was told
)

approval_decisions = Table(  # append-only
    "approval_decisions",
    metadata,
    Column("approval_id", ForeignKey("approvals.id"), primary_key=True),
    Column("outcome", String(12), nullable=False),  # approved, declined, lapsed
    Column("by", String(160), nullable=False),
    Column("note", Encrypted),
    Column("at", UtcDateTime, nullable=False),
)
