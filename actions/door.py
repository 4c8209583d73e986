"""Only the bot may ask for an action: a call carries the secret that the two share.

Loopback alone keeps out neither the machine's other programs nor a page in its browser.
"""

from __future__ import annotations

import hmac

from sanic import HTTPResponse, Request, Sanic, response

HEADER = "X-Arrears-Token"
OPEN_PATH = "/health"


def lock(app: Sanic, token: str) -> None:
    """Refuse what comes without the secret, whatever it asks for; only a sign of life needs none."""

    @app.on_request
    async def refuse_strangers(request: Request) -> HTTPResponse | None:
        given = request.headers.get(HEADER, "")
        if request.path == OPEN_PATH or hmac.compare_digest(given.encode(), token.encode()):
            return None
        return response.json({"error": "wrong token"}, status=403)
