"""Scoped API keys: which caller, and what it may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Header, HTTPException

from arrears.bootstrap import App
from arrears.store import access


def needs(app: App, scope: str | None) -> Callable[[str], str]:
    """A dependency that gives a short digest of the caller's key, or refuses with 401 or 403.

    Without a scope, any valid key will do.
    """

    def check(authorization: Annotated[str, Header()] = "") -> str:
        kind, _, key = authorization.partition(" ")
        with app.desk.store.read() as tx:
            scopes = access.scopes_of(tx, key) if kind.casefold() == "bearer" and key else frozenset()
        if not scopes:
            raise HTTPException(401, "send a valid key as: Authorization: Bearer KEY")
        if scope is not None and scope not in scopes:
            raise HTTPException(403, f"this key lacks the scope {scope}")
        return access.digest(key)[:12]

    return check
