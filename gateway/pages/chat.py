"""A plain web chat with the same agent: written into a form, stored, and answered like any text."""

from __future__ import annotations

import re
import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from arrears.contact.paging import Visitor
from arrears.services.write_on_page import LONGEST_MESSAGE, write_on_page
from arrears.store import inbound
from arrears.store.views.borrower_page import chat_lines
from gateway.pages.doors import Polling, Sending, Visiting
from gateway.pages.pages import pages_of, render
from gateway.pages.security import VISIT_COOKIE, form_token

router = APIRouter(prefix="/{token}/chat")

_KEY = re.compile(r"[A-Za-z0-9_-]{16,40}")


@router.get("")
def chat(request: Request, visitor: Visiting) -> Response:
    """What was said, and a form to go on."""
    return _page(request, visitor, "chat.html")


@router.get("/turns")
def turns(request: Request, visitor: Polling) -> Response:
    """What was said, for an open page that asks for news; its asking keeps no visit alive."""
    return _page(request, visitor, "_turns.html")


@router.post("")
def write(
    request: Request,
    token: str,
    visitor: Sending,
    text: Annotated[str, Form()] = "",
    key: Annotated[str, Form()] = "",
) -> Response:
    """The message is stored and taken into a turn; the page shows it, and the answer when it is there."""
    pages = pages_of(request)
    usable = _KEY.fullmatch(key) is not None
    message_id = write_on_page(pages.app.desk, visitor, text, key) if usable else None
    if message_id is None:
        return _page(request, visitor, "chat.html", text=text, failed=True)
    pages.turns.submit(message_id)
    return RedirectResponse(f"/p/{token}/chat#end", 303)


def _page(
    request: Request, visitor: Visitor, template: str, *, text: str = "", failed: bool = False
) -> Response:
    with pages_of(request).app.desk.store.read() as tx:
        lines = chat_lines(tx, visitor.conversation.id, silenced=visitor.silenced)
        waiting = inbound.waiting_over(tx, visitor.visit.id)
    return render(
        request,
        template,
        422 if failed else 200,
        visitor=visitor,
        lines=lines,
        waiting=waiting,
        text=text,
        failed=failed,
        longest=LONGEST_MESSAGE,
        key=secrets.token_urlsafe(18),
        csrf=form_token(request.cookies[VISIT_COOKIE]),
    )
