"""Alembic's entry: runs over the connection that `migrate` hands it."""

from alembic import context

from arrears.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, compare_type=False)
with context.begin_transaction():
    context.run_migrations()
