"""Personal fields of the evidence, beside the chain."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evidence", sa.Column("personal", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("evidence", "personal")
