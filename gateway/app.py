"""The gateway's web application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError

from arrears.bootstrap import App
from arrears.store import inbound
from gateway import api, lender, reports, sms, state
from gateway.bodies import BodyLimit, what_is_wrong
from gateway.keys import needs
from gateway.pages.app import make_pages
from gateway.signed import NotSignedError, refuse
from gateway.turns import Turns
from gateway.voice import routes as voice
from gateway.voice import sounds, webhooks
from gateway.voice.switchboard import Switchboard


def make_app(app: App, board: Switchboard | None = None) -> FastAPI:
    """Webhooks, API and borrowers' pages over one application; its turns and calls run while it is up."""
    turns = Turns(app)
    board = board or Switchboard(app)

    @asynccontextmanager
    async def lifespan(_web: FastAPI) -> AsyncIterator[None]:
        turns.start()
        yield
        turns.stop()
        board.stop()

    # The description of the API is behind a key like the API itself.
    web = FastAPI(title="Arrears gateway", lifespan=lifespan, openapi_url=None)
    web.add_middleware(BodyLimit)
    web.add_exception_handler(RequestValidationError, what_is_wrong)
    web.add_exception_handler(NotSignedError, refuse)
    web.include_router(sms.routes(app, turns))
    web.include_router(webhooks.routes(app))
    web.include_router(sounds.routes(app))
    web.include_router(voice.routes(board))
    web.include_router(lender.routes(app, turns))
    web.include_router(api.routes(app))
    web.include_router(reports.routes(app))
    web.include_router(state.routes(app))
    web.mount("/p", make_pages(app, turns))

    @web.get("/api/v1/openapi.json", include_in_schema=False, dependencies=[Depends(needs(app, None))])
    def description() -> dict[str, Any]:
        return web.openapi()

    @web.get("/healthz")
    def healthz() -> dict[str, int | str]:
        with app.desk.store.read() as tx:
            return {"status": "up", "open_messages": inbound.count_open(tx)}

    return web
