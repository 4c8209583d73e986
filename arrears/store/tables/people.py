"""People, enterprises, numbers, cases, and how they were scored and assigned."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, UniqueConstraint

from arrears.store.tables.base import metadata
from arrears.store.types import Encrypted, EncryptedDate, Json, UtcDateTime

persons = Table(
    "persons",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", Encrypted, nullable=False),
    Column("language", String(8), nullable=False),
    Column("country", String(2), nullable=False),
    Column("region", String(8)),
    Column("zones", Json, nullable=False),
    Column("birth_on", EncryptedDate),
    Column("city", String(80)),
)

enterprises = Table(
    "enterprises",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("name", Encrypted, nullable=False),
    Column("country", String(2), nullable=False),
)

contact_points = Table(
    "contact_points",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("address", Encrypted, nullable=False),
    Column("address_index", String(40), nullable=False, index=True),
    Column("country", String(2), nullable=False),
    Column("line_type", String(16), nullable=False),
    Column("carrier", String(24), nullable=False),
    Column("zones", Json, nullable=False),
    Column("stated_at", UtcDateTime),  # when the lender, or a person of theirs, last gave it for the person
    Column("region", String(8)),  # of the area code
    Column("spot", String(8)),
    UniqueConstraint("person_id", "address_index"),
)

cases = Table(
    "cases",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("lender", String(120), nullable=False),
    Column("lender_ref", Encrypted, nullable=False),
    Column("lender_ref_index", String(40), nullable=False),
    Column("owner_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("enterprise_id", ForeignKey("enterprises.id")),
    Column("product", String(64), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("relationship", String(16), nullable=False),
    Column("currency", String(3), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("account_last4", Encrypted, nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    Column("originated_on", Date),
    Column("broken_promises_before", Integer, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("annual_rate_millionths", Integer),  # None, like the next: the lender did not say
    Column("day_count", String(16)),
    UniqueConstraint("lender", "lender_ref_index"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("version", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("summary", Json, nullable=False),
)

scores = Table(
    "scores",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
    Column("score", Integer, nullable=False),
    Column("reasons", Json, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("run_id", ForeignKey("runs.id"), primary_key=True),
    Column("strategy", String(40), nullable=False),
    Column("arm", String(16), nullable=False),
    Column("why", Json, nullable=False),
)
