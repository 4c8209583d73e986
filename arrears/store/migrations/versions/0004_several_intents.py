"""Several intents in one turn, and what a person should read beside the reason of a handover."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("turns", sa.Column("intents", sa.Text(), nullable=True))
    op.add_column("handovers", sa.Column("also_said", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("handovers", "also_said")
    op.drop_column("turns", "intents")
