"""Everything of the phone that lasts longer than one webhook, as routes of the gateway."""

# No postponed annotations here: FastAPI reads them, and they name the application of the closure.

from typing import Annotated

from fastapi import APIRouter, Depends

from gateway.keys import needs
from gateway.voice import action, connections, gather, relay
from gateway.voice.switchboard import Switchboard


def routes(board: Switchboard) -> APIRouter:
    """The line, what follows it, talking without it, and how long callers have waited."""
    router = APIRouter()
    for part in (relay, action, gather, connections):
        router.include_router(part.routes(board))

    @router.get("/api/v1/voice/latencies")
    def latencies(
        _caller: Annotated[str, Depends(needs(board.app, "reports:read"))],
    ) -> dict[str, dict[str, float]]:
        """Waits since this process started, in milliseconds, by the way of the call, and counts."""
        return board.latencies.summary()

    return router
