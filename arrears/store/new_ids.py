"""Fresh identifiers. Where a repeat must find the same row again, the id is derived and not made here."""

import secrets
from uuid import uuid4


def new_id(kind: str) -> str:
    """An unguessable id with the kind of thing in front, such as `case-1f0c…`."""
    return f"{kind}-{uuid4().hex}"


def new_salt() -> bytes:
    """32 random bytes, so that a digest says nothing of a short text."""
    return secrets.token_bytes(32)
