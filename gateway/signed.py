"""Twilio's webhooks are believed only when Twilio has signed them."""

from __future__ import annotations

import logging

from fastapi import Request

from arrears.adapters.twilio_webhooks import Form, verified_form
from arrears.bootstrap import App

log = logging.getLogger(__name__)


async def signed_form(app: App, request: Request, path: str) -> Form | None:
    """The form, when it is Twilio's. The URL is the public one from the settings, not the request's own."""
    token = app.settings.twilio_auth_token.get_secret_value()
    url = app.settings.public_url + path
    form = verified_form(token, url, await request.body(), request.headers.get("X-Twilio-Signature"))
    if form is None:
        log.warning("webhook_refused", extra={"path": _sort_of(path)})
    return form


def _sort_of(path: str) -> str:
    """Which webhook it is: an id that may follow is nobody's business."""
    _, _, first, *rest = path.split("/")
    return "/".join([first, *rest[:1]]) if first == "voice" else first
