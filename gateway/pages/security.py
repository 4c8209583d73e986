"""What a browser may do with a page, whose form it is, and the cookie of a visit."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import PlainTextResponse, Response

from gateway.pages.pages import pages_of

VISIT_COOKIE = "arrears_visit"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # the address is the link itself: no other site may learn it
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
}


async def guard(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """Turn away forms that another site sends, and put the security headers on every answer."""
    if request.method not in ("GET", "HEAD") and not _same_origin(request):
        answer: Response = PlainTextResponse("This form was sent from another site.", 403)
    else:
        answer = await proceed(request)
    answer.headers.update(HEADERS)
    static = request.url.path.startswith(f"{request.scope.get('root_path', '')}/static/")
    answer.headers["Cache-Control"] = "no-cache" if static else "no-store"
    if pages_of(request).secure:
        answer.headers["Strict-Transport-Security"] = "max-age=31536000"
    return answer


def new_cookie() -> str:
    """What a browser holds of its visit: 256 random bits."""
    return secrets.token_urlsafe(32)


def keep_visit(request: Request, answer: Response, token: str, cookie: str) -> None:
    """Give the browser its visit: for the pages of this link, until it is closed."""
    answer.set_cookie(
        VISIT_COOKIE,
        cookie,
        path=f"/p/{token}",
        httponly=True,
        samesite="strict",
        secure=pages_of(request).secure,
    )


def end_visit(answer: Response, token: str) -> None:
    """Take the visit from the browser."""
    answer.delete_cookie(VISIT_COOKIE, path=f"/p/{token}")


def form_token(cookie: str) -> str:
    """What the forms of this visit carry, so that no page but ours can make one."""
    return hashlib.sha256(f"form {cookie}".encode()).hexdigest()


def is_our_form(cookie: str, given: str) -> bool:
    """Whether the form was made by a page of this visit."""
    return hmac.compare_digest(form_token(cookie).encode(), given.encode())


def _same_origin(request: Request) -> bool:
    """Browsers name the origin of a form; whatever names none is not a browser acting for someone."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    own = {request.headers.get("host"), urlsplit(pages_of(request).public_url).netloc}
    return urlsplit(origin).netloc in own
