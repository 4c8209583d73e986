"""What a supervisor decides about contact data that a borrower gave."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.adapters.phone_numbers import PhoneNumberError, contact_facts
from arrears.desk import Desk
from arrears.domain.ids import ContactChangeId
from arrears.domain.people import KnownNumber
from arrears.services.decide_contact_change import (
    ChangeDecidedError,
    NotANumberError,
    NotASupervisorError,
    confirm,
    decline,
)
from arrears.store.access import User
from console.pages import console_of
from console.security import Acting

router = APIRouter(prefix="/conversations/{conversation_id}/contact-changes/{change_id}")


@router.post("/confirm")
def confirm_change(request: Request, session: Acting, conversation_id: str, change_id: str) -> Response:
    """What was given is the person's, in this user's name."""
    confirming = partial(confirm, read_number=_known_number)
    return _decided(request, confirming, conversation_id, change_id, session.user, "contact_confirmed")


@router.post("/decline")
def decline_change(request: Request, session: Acting, conversation_id: str, change_id: str) -> Response:
    """Everything stays as it is."""
    return _decided(request, decline, conversation_id, change_id, session.user, "contact_declined")


type Deciding = Callable[[Desk, ContactChangeId, User], object]


def _decided(
    request: Request, decide: Deciding, talk_id: str, change_id: str, user: User, done: str
) -> Response:
    """Back to the conversation, with the decision or what stood in its way."""
    try:
        decide(console_of(request).desk, ContactChangeId(change_id), user)
    except LookupError:
        raise HTTPException(404) from None
    except NotANumberError:
        return _back(talk_id, "contact_no_number")
    except NotASupervisorError:
        return _back(talk_id, "contact_not_yours")
    except ChangeDecidedError:
        return _back(talk_id, "contact_decided")
    return _back(talk_id, done)


def _known_number(raw: str, country: str) -> KnownNumber | None:
    try:
        return contact_facts(raw, country)
    except PhoneNumberError:
        return None


def _back(conversation_id: str, notice: str) -> Response:
    return RedirectResponse(
        f"/conversations/{quote(conversation_id, safe='')}?notice={notice}#case-changes", 303
    )
