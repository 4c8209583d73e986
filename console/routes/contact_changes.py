"""What a supervisor decides about contact data that a borrower gave."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.adapters.phone_numbers import PhoneNumberError, contact_facts
from arrears.domain.ids import ContactChangeId
from arrears.domain.people import KnownNumber
from arrears.services.decide_contact_change import (
    ChangeDecidedError,
    NotANumberError,
    NotASupervisorError,
    confirm,
    decline,
)
from console.pages import console_of
from console.security import Acting

router = APIRouter(prefix="/conversations/{conversation_id}/contact-changes/{change_id}")


@router.post("/confirm")
def confirm_change(request: Request, session: Acting, conversation_id: str, change_id: str) -> Response:
    """What was given is the person's, in this user's name."""
    try:
        confirm(console_of(request).desk, ContactChangeId(change_id), session.user, _known_number)
    except NotANumberError:
        return _back(conversation_id, "contact_no_number")
    except LookupError:
        raise HTTPException(404) from None
    except NotASupervisorError:
        return _back(conversation_id, "contact_not_yours")
    except ChangeDecidedError:
        return _back(conversation_id, "contact_decided")
    return _back(conversation_id, "contact_confirmed")


@router.post("/decline")
def decline_change(request: Request, session: Acting, conversation_id: str, change_id: str) -> Response:
    """Everything stays as it is."""
    try:
        decline(console_of(request).desk, ContactChangeId(change_id), session.user)
    except LookupError:
        raise HTTPException(404) from None
    except NotASupervisorError:
        return _back(conversation_id, "contact_not_yours")
    except ChangeDecidedError:
        return _back(conversation_id, "contact_decided")
    return _back(conversation_id, "contact_declined")


def _known_number(raw: str, country: str) -> KnownNumber | None:
    try:
        return contact_facts(raw, country)
    except PhoneNumberError:
        return None


def _back(conversation_id: str, notice: str) -> Response:
    return RedirectResponse(
        f"/conversations/{quote(conversation_id, safe='')}?notice={notice}#case-changes", 303
    )
