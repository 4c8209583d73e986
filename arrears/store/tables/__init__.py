"""The tables, a module per subject. Rows of append-only tables are never updated or deleted."""

from arrears.store.tables import access, contact, dialogue, money, people
from arrears.store.tables.base import metadata

__all__ = ["access", "contact", "dialogue", "metadata", "money", "people"]
