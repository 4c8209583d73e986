"""The doors: a link that is open, a visitor who has proved who they are, and a form of theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Request

from arrears.contact.paging import Visitor, link_of, visitor_of
from arrears.domain.page_links import Link
from arrears.store import cases, links, people
from gateway.pages.pages import pages_of
from gateway.pages.security import VISIT_COOKIE, is_our_form


class LinkClosedError(PermissionError):
    """We never made the link, it has expired, or it was revoked: which of these is not told."""


class TooOftenError(PermissionError):
    """The link is used more often than any person would."""


class NotProvedError(PermissionError):
    """The browser has not proved who holds it, or not lately."""


class SilencedError(PermissionError):
    """A status stands under which nothing of the debt is said."""


class ForeignFormError(PermissionError):
    """The form was not made by a page of this visit."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open link, and the one name that may be shown of it to anybody."""

    link: Link
    lender: str


def opened(request: Request, token: str) -> Opened:
    """The link that is asked for. Raises: LinkClosedError; TooOftenError."""
    pages = pages_of(request)
    desk = pages.app.desk
    with desk.store.read() as tx:
        link = link_of(desk, tx, token)
        if link is None:
            raise LinkClosedError
        request.state.language = people.load_person(tx, link.person_id).language
        lender = cases.load_case(tx, link.case_id).lender
    form = request.method not in ("GET", "HEAD")
    if not pages.limits.allows(link.id, desk.machine_clock.now(), form=form):
        raise TooOftenError
    return Opened(link, lender)


def polling(request: Request, open_link: Annotated[Opened, Depends(opened)]) -> Visitor:
    """The visitor, when it is the page itself that asks: their time runs on. Raises: NotProvedError."""
    desk = pages_of(request).app.desk
    cookie = request.cookies.get(VISIT_COOKIE)
    with desk.store.read() as tx:
        visitor = None if cookie is None else visitor_of(desk, tx, open_link.link, cookie)
    if visitor is None:
        raise NotProvedError
    return visitor


def visiting(request: Request, visitor: Annotated[Visitor, Depends(polling)]) -> Visitor:
    """The visitor, who asks themselves: 30 idle minutes begin anew. Raises: NotProvedError."""
    desk = pages_of(request).app.desk
    with desk.store.write() as tx:
        links.note_seen(tx, visitor.visit.id, desk.clock.now())
    return visitor


def told(visitor: Annotated[Visitor, Depends(visiting)]) -> Visitor:
    """The visitor, where words of the debt may be said. Raises: SilencedError."""
    if visitor.silenced:
        raise SilencedError
    return visitor


def sending(
    request: Request, visitor: Annotated[Visitor, Depends(visiting)], csrf: Annotated[str, Form()] = ""
) -> Visitor:
    """The visitor who sends a form that our own page made. Raises: ForeignFormError."""
    if not is_our_form(request.cookies[VISIT_COOKIE], csrf):
        raise ForeignFormError
    return visitor


def acting(visitor: Annotated[Visitor, Depends(sending)]) -> Visitor:
    """The visitor who sends a form about the debt. Raises: SilencedError."""
    return told(visitor)


OpenLink = Annotated[Opened, Depends(opened)]
Polling = Annotated[Visitor, Depends(polling)]
Visiting = Annotated[Visitor, Depends(visiting)]
Told = Annotated[Visitor, Depends(told)]
Sending = Annotated[Visitor, Depends(sending)]
Acting = Annotated[Visitor, Depends(acting)]
