"""Twilio's webhooks are believed only when Twilio has signed them."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import Request, Response

from arrears.adapters.twilio_webhooks import Form, verified_form
from arrears.bootstrap import App

log = logging.getLogger(__name__)


class NotSignedError(Exception):
    """Twilio has not signed the webhook."""


def signed_by_twilio(app: App) -> Callable[[Request], Awaitable[Form]]:
    """A dependency that gives the form, when it is Twilio's, or raises NotSignedError.

    Scheme and host are those of the public URL from the settings, not the request's own.
    """
    token = app.settings.twilio_auth_token.get_secret_value()

    async def check(request: Request) -> Form:
        path = request.scope["path"]
        url, signature = app.settings.public_url + path, request.headers.get("X-Twilio-Signature")
        form = verified_form(token, url, await request.body(), signature)
        if form is None:
            log.warning("webhook_refused", extra={"path": _sort_of(path)})
            raise NotSignedError
        return form

    return check


def refuse(_request: Request, _error: Exception) -> Response:
    """What the sender of such a webhook is told."""
    return Response(status_code=403)


def _sort_of(path: str) -> str:
    """Which webhook it is: an id that may follow is nobody's business."""
    _, _, first, *rest = path.split("/")
    return "/".join([first, *rest[:1]]) if first == "voice" else first
