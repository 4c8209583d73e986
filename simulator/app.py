"""The web application of one world."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from simulator.control import control, gateway
from simulator.pages import STATIC, pages
from simulator.rest import nowhere, router
from simulator.settings import Settings
from simulator.voice.control import calls
from simulator.voice.rest import recordings
from simulator.world import World


def create_app(settings: Settings) -> FastAPI:
    """A fresh world behind HTTP."""
    world = World(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        world.start()
        yield
        world.stop()

    app = FastAPI(title="Arrears simulator", lifespan=lifespan)
    app.state.world = world
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for part in (control, gateway, calls, pages, router, recordings, nowhere):
        app.include_router(part)
    return app
