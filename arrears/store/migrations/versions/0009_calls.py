"""Telephone calls, the tokens of their lines, requests to be called, what was heard, and recordings."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("carrier_ref", sa.String(80), nullable=False),
        sa.Column("direction", sa.String(12), nullable=False),
        sa.Column("outreach_id", sa.String(160), nullable=True),
        sa.Column("contact_point_id", sa.String(40), nullable=True),
        sa.Column("conversation_id", sa.String(160), nullable=True),
        sa.Column("caller", sa.Text(), nullable=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("answered_by", sa.String(12), nullable=True),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("outcome", sa.String(24), nullable=True),
        sa.Column("path", sa.String(12), nullable=False),
        sa.Column("resumed", sa.Integer(), nullable=False),
        sa.Column("rang", sa.Boolean(), nullable=False),
        sa.Column("talked", sa.Boolean(), nullable=False),
        sa.Column("left_words", sa.Boolean(), nullable=False),
        sa.Column("ending", sa.String(12), nullable=True),
        sa.Column("opened_at", _INSTANT, nullable=False),
        sa.Column("reported_on_machine_at", _INSTANT, nullable=False),
        sa.Column("answered_at", _INSTANT, nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("claims", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["outreach_id"], ["outreach.id"], name=op.f("fk_calls_outreach_id")),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_points.id"], name=op.f("fk_calls_contact_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_calls_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sa.UniqueConstraint("carrier_ref", name=op.f("uq_calls_carrier_ref")),
    )
    op.create_index(op.f("ix_calls_outreach_id"), "calls", ["outreach_id"])
    op.create_index(op.f("ix_calls_conversation_id"), "calls", ["conversation_id"])
    op.create_index("ix_calls_state", "calls", ["state", "reported_on_machine_at"])
    op.create_table(
        "call_tokens",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("call_id", sa.String(120), nullable=False),
        sa.Column("used_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_tokens_call_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_call_tokens")),
    )
    op.create_index(op.f("ix_call_tokens_call_id"), "call_tokens", ["call_id"])
    op.create_table(
        "callback_requests",
        sa.Column("id", sa.String(160), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("contact_point_id", sa.String(40), nullable=False),
        sa.Column("outreach_id", sa.String(160), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_callback_requests_person_id")),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_callback_requests_case_id")),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_points.id"], name=op.f("fk_callback_requests_contact_point_id")
        ),
        sa.ForeignKeyConstraint(
            ["outreach_id"], ["outreach.id"], name=op.f("fk_callback_requests_outreach_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback_requests")),
    )
    op.create_index(op.f("ix_callback_requests_person_id"), "callback_requests", ["person_id"])
    op.create_table(
        "heard",
        sa.Column("outreach_id", sa.String(160), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["outreach_id"], ["outreach.id"], name=op.f("fk_heard_outreach_id")),
        sa.PrimaryKeyConstraint("outreach_id", "number", name=op.f("pk_heard")),
    )
    op.create_table(
        "recordings",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("call_id", sa.String(120), nullable=False),
        sa.Column("carrier_ref", sa.String(80), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("started_at", _INSTANT, nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("media_type", sa.String(40), nullable=True),
        sa.Column("media", sa.LargeBinary(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetched_at", _INSTANT, nullable=True),
        sa.Column("keep_until", _INSTANT, nullable=True),
        sa.Column("erased_at", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_recordings_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recordings")),
        sa.UniqueConstraint("carrier_ref", name=op.f("uq_recordings_carrier_ref")),
    )
    op.create_index(op.f("ix_recordings_call_id"), "recordings", ["call_id"])


def downgrade() -> None:
    for table in ("recordings", "heard", "callback_requests", "call_tokens", "calls"):
        op.drop_table(table)
