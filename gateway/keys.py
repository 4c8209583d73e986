"""Scoped API keys: which caller, and what it may do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Header, HTTPException

from arrears.bootstrap import App
from arrears.store import access


def needs(app: App, scope: str | None) -> Callable[[str], str]:
    """A dependency that gives the name of the caller's key, or refuses with 401 or 403.

    Idempotency keys are scoped by that name, so that a payment may be sent again after the key was rotated.

    Without a scope, any valid key will do.
    """

    def check(authorization: Annotated[str, Header()] = "") -> str:
        kind, _, key = authorization.partition(" ")
        with app.desk.store.read() as tx:
            caller = access.find_api_key(tx, key) if kind.casefold() == "bearer" and key else None
        if caller is None:
            raise HTTPException(401, "send a valid key as: Authorization: Bearer KEY")
        if scope is not None and scope not in caller.scopes:
            raise HTTPException(403, f"this key lacks the scope {scope}")
        return caller.name

    return check
