"""The tables, a module per subject. Rows of append-only tables are never updated or deleted."""

from arrears.store.tables import (
    access,
    approvals,
    calls,
    contact,
    contact_changes,
    dialogue,
    money,
    pages,
    people,
)
from arrears.store.tables.base import metadata

__all__ = [
    "access",
    "approvals",
    "calls",
    "contact",
    "contact_changes",
    "dialogue",
    "metadata",
    "money",
    "pages",
    "people",
]
