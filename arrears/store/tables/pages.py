"""The signed links to a borrower's own pages, and the visits over them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from arrears.store.tables.base import metadata
from arrears.store.types import UtcDateTime

links = Table(  # the token itself is kept nowhere
    "links",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("case_id", ForeignKey("cases.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("contact_point_id", ForeignKey("contact_points.id"), nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("revoked_at", UtcDateTime),
)

visits = Table(
    "visits",
    metadata,
    Column("id", String(120), primary_key=True),  # a digest of the cookie
    Column("link_id", ForeignKey("links.id"), nullable=False, index=True),
    Column("conversation_id", ForeignKey("conversations.id"), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("verified_at", UtcDateTime),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("sent", Integer, nullable=False),  # messages over it, so that each gets an id of its own
)
