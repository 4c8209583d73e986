"""Alembic's migrations of the tables, and the one call that applies them."""
