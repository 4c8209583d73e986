"""What compliance decides from: scopes of consents, ends of statuses, places of numbers, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
ADDED = (
    ("persons", "city", sa.String(80)),
    ("contact_points", "region", sa.String(8)),
    ("contact_points", "spot", sa.String(8)),
    ("consents", "everywhere", sa.Boolean()),
    ("consents", "case_id", sa.String(40)),
    ("consents", "purpose", sa.String(16)),
    ("consents", "spot", sa.String(8)),
    ("consents", "written", sa.Boolean()),
    ("consents", "confirmed_at", INSTANT),
    ("consents", "chosen", sa.Boolean()),
    ("status_events", "written", sa.Boolean()),
    ("status_events", "until", INSTANT),
    ("outreach", "call_outcome", sa.String(24)),
    ("outreach", "delivers", sa.Text()),
    ("decisions", "stage", sa.String(12)),
    ("decisions", "proposed", sa.Text()),
)


def upgrade() -> None:
    for table, column, kind in ADDED:
        op.add_column(table, sa.Column(column, kind, nullable=True))
    op.create_table(
        "notices",
        sa.Column("id", sa.String(length=160), nullable=False),
        sa.Column("case_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("returned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_notices_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index(op.f("ix_notices_case_id"), "notices", ["case_id"], unique=False)


def downgrade() -> None:
    op.drop_table("notices")
    for table, column, _ in reversed(ADDED):
        op.drop_column(table, column)
