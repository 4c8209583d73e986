"""Payments by cards that are keyed in on calls, who does not want to be recorded, and when to fetch again."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("recordings", sa.Column("try_at", _INSTANT, nullable=True))
    op.create_table(
        "recording_refusals",
        sa.Column("call_id", sa.String(120), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_recording_refusals_call_id")),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_recording_refusals")),
    )
    op.create_table(
        "card_payments",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("call_id", sa.String(120), nullable=False),
        sa.Column("conversation_id", sa.String(160), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("asked_at", _INSTANT, nullable=False),
        sa.Column("started_at", _INSTANT, nullable=True),
        sa.Column("started_on_machine_at", _INSTANT, nullable=True),
        sa.Column("ended_at", _INSTANT, nullable=True),
        sa.Column("result", sa.String(60), nullable=True),
        sa.Column("confirmation", sa.String(120), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_card_payments_call_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_card_payments_conversation_id")
        ),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_card_payments_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_payments")),
    )
    op.create_index(op.f("ix_card_payments_call_id"), "card_payments", ["call_id"])
    op.create_index(op.f("ix_card_payments_conversation_id"), "card_payments", ["conversation_id"])
    op.create_index("ix_card_payments_state", "card_payments", ["state", "started_on_machine_at"])


def downgrade() -> None:
    op.drop_table("card_payments")
    op.drop_table("recording_refusals")
    with op.batch_alter_table("recordings") as table:
        table.drop_column("try_at")
