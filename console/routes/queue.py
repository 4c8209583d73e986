"""The queue of conversations that need a person."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from arrears.domain.staffing import is_staffed, next_staffed
from arrears.store.views.queue import queue_lines
from console.pages import console_of, render
from console.security import SignedIn

router = APIRouter()


@router.get("/queue")
def queue(request: Request, session: SignedIn) -> Response:
    """The most urgent first, then the longest waiting."""
    desk = console_of(request).desk
    now, staff = desk.clock.now(), desk.policy.staff
    with desk.store.read() as tx:
        lines = queue_lines(tx)
    return render(
        request,
        "queue.html",
        session,
        lines=lines,
        now=now,
        teams=[
            (country, team, is_staffed(team, now), next_staffed(team, now))
            for country, team in (("", staff.home), *sorted(staff.abroad.items()))
        ],
    )
