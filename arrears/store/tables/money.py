"""The ledger, payments, plans and promises. All append-only; every state is derived."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from arrears.store.tables.base import metadata
from arrears.store.types import UtcDateTime

transactions = Table(
    "transactions",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), index=True),  # none: it belongs to no known case
    Column("kind", String(24), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("payment_id", String(120)),
    Column("reverses", String(120), unique=True),
)

postings = Table(
    "postings",
    metadata,
    Column("transaction_id", ForeignKey("transactions.id"), primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("case_id", ForeignKey("cases.id"), index=True),
    Column("account", String(32), nullable=False),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
)

payments = Table(
    "payments",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("idempotency_key", String(120), nullable=False, unique=True),
    Column("case_id", ForeignKey("cases.id"), index=True),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("paid_on", Date, nullable=False),
    Column("source", String(40), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
)

plans = Table(
    "plans",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("offer_id", ForeignKey("offers.id"), nullable=False, unique=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("frequency", String(16)),
    Column("left_due_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("grace_days", Integer, nullable=False),
    Column("authority_version", String(64), nullable=False),
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("agreed_at", UtcDateTime, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("waived_minor", BigInteger),
    Column("review_on", Date),
    Column("takings_percent", Integer),
    Column("changes", String(120)),  # the plan whose day this one changed
)

plan_reminders = Table(  # append-only; the last one of a plan holds
    "plan_reminders",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("plan_id", ForeignKey("plans.id"), nullable=False, index=True),
    Column("minute", Integer, nullable=False),  # of the borrower's day, on which they want to be reminded
    Column("at", UtcDateTime, nullable=False),
)

plan_cancellations = Table(
    "plan_cancellations",
    metadata,
    Column("plan_id", ForeignKey("plans.id"), primary_key=True),
    Column("by", String(80), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

promises = Table(
    "promises",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("plan_id", ForeignKey("plans.id"), nullable=False, index=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("seq", Integer, nullable=False),
    Column("due_on", Date, nullable=False, index=True),
    Column("amount_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    UniqueConstraint("plan_id", "seq"),
)

promise_outcomes = Table(  # append-only; the last one of a promise holds
    "promise_outcomes",
    metadata,
    Column("promise_id", ForeignKey("promises.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),  # from 1
    Column("outcome", String(12), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)
