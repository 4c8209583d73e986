"""What requests on calls were answered, so that any process gives a repeated one the same answer."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call_answers",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("call_id", sa.String(120), nullable=False),
        sa.Column("twiml", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_answers_call_id")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_call_answers")),
    )
    op.create_index(op.f("ix_call_answers_call_id"), "call_answers", ["call_id"])


def downgrade() -> None:
    op.drop_table("call_answers")
