"""The gateway's web application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from arrears.bootstrap import App
from arrears.store import inbound
from gateway import api, lender, reports, sms
from gateway.turns import Turns


def make_app(app: App) -> FastAPI:
    """Webhooks and API over one application; its turns run while it is up."""
    turns = Turns(app)

    @asynccontextmanager
    async def lifespan(_web: FastAPI) -> AsyncIterator[None]:
        turns.start()
        yield
        turns.stop()

    web = FastAPI(
        title="Arrears gateway", lifespan=lifespan, openapi_url="/api/v1/openapi.json", docs_url=None
    )
    web.include_router(sms.routes(app, turns))
    web.include_router(lender.routes(app, turns))
    web.include_router(api.routes(app))
    web.include_router(reports.routes(app))

    @web.get("/healthz")
    def healthz() -> dict[str, int | str]:
        with app.desk.store.read() as tx:
            return {"status": "up", "open_messages": inbound.count_open(tx)}

    return web
