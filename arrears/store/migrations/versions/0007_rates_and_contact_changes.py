"""At what rate a loan accrues interest, and contact data a borrower gave, which a person confirms."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Never in a batch: SQLite would drop the table that nearly every other one points at.
    op.add_column("cases", sa.Column("annual_rate_millionths", sa.Integer(), nullable=True))
    op.add_column("cases", sa.Column("day_count", sa.String(16), nullable=True))
    op.create_table(
        "contact_changes",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(160), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("contact_point_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("old_number", sa.String(8), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_contact_changes_case_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_contact_changes_conversation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_contact_changes_person_id")),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_points.id"], name=op.f("fk_contact_changes_contact_point_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_changes")),
    )
    op.create_index(op.f("ix_contact_changes_conversation_id"), "contact_changes", ["conversation_id"])
    op.create_index(op.f("ix_contact_changes_person_id"), "contact_changes", ["person_id"])
    op.create_table(
        "contact_change_decisions",
        sa.Column("change_id", sa.String(120), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("contact_point_id", sa.String(40), nullable=True),
        sa.Column("by", sa.String(160), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"], ["contact_changes.id"], name=op.f("fk_contact_change_decisions_change_id")
        ),
        sa.ForeignKeyConstraint(
            ["contact_point_id"],
            ["contact_points.id"],
            name=op.f("fk_contact_change_decisions_contact_point_id"),
        ),
        sa.PrimaryKeyConstraint("change_id", name=op.f("pk_contact_change_decisions")),
    )


def downgrade() -> None:
    op.drop_table("contact_change_decisions")
    op.drop_table("contact_changes")
    op.drop_column("cases", "day_count")
    op.drop_column("cases", "annual_rate_millionths")
