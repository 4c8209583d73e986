"""No body is read further than one of ours can be long: the doors are public, and signatures come later."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY = 64 * 1024
"""Bytes. A text of 1600 characters with every field of Twilio's is about 12 KiB."""


class BodyLimit:
    """Answers 413 as soon as a body has become too long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body up to the limit, then hand it on in one piece."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return
            body, more = body + message.get("body", b""), message.get("more_body", False)
            if len(body) > LONGEST_BODY:
                await Response("the body is too long", 413)(scope, receive, send)
                return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def read_before() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, read_before, send)


async def what_is_wrong(_request: Request, error: Exception) -> Response:
    """Which fields cannot be used and why, without the values: they may be personal."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    detail = [{key: item[key] for key in ("loc", "msg", "type")} for item in found]
    return JSONResponse({"detail": detail}, 422)
