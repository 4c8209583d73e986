"""Kinds of plan, reminders, approvals, and the signed links to a borrower's own pages."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Never in a batch: SQLite would drop the table that promises point at, which foreign keys forbid.
    op.add_column("plans", sa.Column("kind", sa.String(24), nullable=False, server_default="instalments"))
    op.add_column("plans", sa.Column("waived_minor", sa.BigInteger(), nullable=True))
    op.add_column("plans", sa.Column("review_on", sa.Date(), nullable=True))
    op.add_column("plans", sa.Column("takings_percent", sa.Integer(), nullable=True))
    op.add_column("plans", sa.Column("changes", sa.String(120), nullable=True))
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("plans", "kind", server_default=None)
    op.create_table(
        "plan_reminders",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("plan_id", sa.String(120), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_reminders_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_reminders")),
    )
    op.create_index(op.f("ix_plan_reminders_plan_id"), "plan_reminders", ["plan_id"])
    _outcomes()
    _approvals()
    _pages()


def _outcomes() -> None:
    """An outcome can be superseded: a payment bounced, or was reported late."""
    with op.batch_alter_table("promise_outcomes") as outcomes:
        outcomes.add_column(sa.Column("seq", sa.Integer(), nullable=False, server_default="1"))
        outcomes.drop_constraint(op.f("pk_promise_outcomes"), type_="primary")
        outcomes.create_primary_key(op.f("pk_promise_outcomes"), ["promise_id", "seq"])
    with op.batch_alter_table("promise_outcomes") as outcomes:
        outcomes.alter_column("seq", server_default=None)


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("conversation_id", sa.String(160), nullable=False),
        sa.Column("offer", sa.Text(), nullable=False),
        sa.Column("exceeds", sa.String(40), nullable=False),
        sa.Column("approver", sa.String(24), nullable=False),
        sa.Column("effect_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("authority_version", sa.String(64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_approvals_case_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_approvals_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
    )
    op.create_index(op.f("ix_approvals_case_id"), "approvals", ["case_id"])
    op.create_index(op.f("ix_approvals_conversation_id"), "approvals", ["conversation_id"])
    op.create_table(
        "approval_decisions",
        sa.Column("approval_id", sa.String(120), nullable=False),
        sa.Column("outcome", sa.String(12), nullable=False),
        sa.Column("by", sa.String(160), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["approval_id"], ["approvals.id"], name=op.f("fk_approval_decisions_approval_id")
        ),
        sa.PrimaryKeyConstraint("approval_id", name=op.f("pk_approval_decisions")),
    )


def _pages() -> None:
    op.create_table(
        "links",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("case_id", sa.String(40), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("contact_point_id", sa.String(40), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_links_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_links_person_id")),
        sa.ForeignKeyConstraint(
            ["contact_point_id"], ["contact_points.id"], name=op.f("fk_links_contact_point_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_case_id"), "links", ["case_id"])
    op.create_table(
        "visits",
        sa.Column("id", sa.String(120), nullable=False),
        sa.Column("link_id", sa.String(120), nullable=False),
        sa.Column("conversation_id", sa.String(160), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["link_id"], ["links.id"], name=op.f("fk_visits_link_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_visits_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index(op.f("ix_visits_link_id"), "visits", ["link_id"])


def downgrade() -> None:
    op.drop_table("visits")
    op.drop_table("links")
    op.drop_table("approval_decisions")
    op.drop_table("approvals")
    op.drop_table("plan_reminders")
    # Only what holds has a place in the older table.
    op.execute(
        "DELETE FROM promise_outcomes WHERE seq < (SELECT MAX(later.seq) FROM promise_outcomes AS later "
        "WHERE later.promise_id = promise_outcomes.promise_id)"
    )
    with op.batch_alter_table("promise_outcomes") as outcomes:
        outcomes.drop_constraint(op.f("pk_promise_outcomes"), type_="primary")
        outcomes.drop_column("seq")
        outcomes.create_primary_key(op.f("pk_promise_outcomes"), ["promise_id"])
    for column in ("changes", "takings_percent", "review_on", "waived_minor", "kind"):
        op.drop_column("plans", column)
