"""The front page."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import Response

from arrears.store.views.overview import overview
from console.pages import console_of, render
from console.security import SignedIn

router = APIRouter()

SILENT_AFTER = timedelta(minutes=2)
"""A scheduler that has not been heard of for so long, in machine time, is taken to have stopped."""


@router.get("/")
def front_page(request: Request, session: SignedIn) -> Response:
    """A few live numbers."""
    desk = console_of(request).desk
    with desk.store.read() as tx:
        numbers = overview(tx)
    last = numbers.scheduler_at
    silent = last is None or desk.machine_clock.now() - last > SILENT_AFTER
    return render(request, "front.html", session, numbers=numbers, scheduler_silent=silent)
