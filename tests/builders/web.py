"""A web application of ours without a server: requests go straight to it, and it starts and stops."""

from __future__ import annotations

import asyncio
from types import TracebackType

import httpx
from fastapi import FastAPI


class Web:
    """Sends requests to the application while its lifespan lasts; what it raises becomes a 500."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self._runner = asyncio.Runner()
        self._lifespan = app.router.lifespan_context(app)

    def __enter__(self) -> Web:
        self._runner.run(self._lifespan.__aenter__())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runner.run(self._lifespan.__aexit__(kind, error, trace))
        self._runner.close()

    def request(self, method: str, path: str, **more: object) -> httpx.Response:
        return self._runner.run(self._ask(method, path, **more))

    def get(self, path: str, **more: object) -> httpx.Response:
        return self.request("GET", path, **more)

    def post(self, path: str, **more: object) -> httpx.Response:
        return self.request("POST", path, **more)

    async def _ask(self, method: str, path: str, **more: object) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]
