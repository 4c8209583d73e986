"""The only importer of SQLAlchemy: tables, and one module of plain functions per aggregate.

Every function takes an open `Connection` first and never commits: the transaction belongs to its caller
(DESIGN decision 7). Rows become frozen domain values here and nowhere else.
"""

from sqlalchemy import Connection as Tx
from sqlalchemy.exc import DBAPIError as DatabaseError

from arrears.store.engine import Store, failure_kind, open_store

__all__ = ["DatabaseError", "Store", "Tx", "failure_kind", "open_store"]
