"""A supervisor corrects how a borrower's turn was understood."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.domain.ids import ConversationId, TurnId
from arrears.domain.intents import Intent
from arrears.services.correct_reading import UnusableCorrectionError, correct_reading
from console.pages import console_of
from console.security import Acting

router = APIRouter(prefix="/conversations/{conversation_id}/turns/{turn_id}")


@router.post("/correct")
def correct(
    request: Request,
    session: Acting,
    conversation_id: str,
    turn_id: str,
    intent: Annotated[list[str] | None, Form()] = None,
    note: Annotated[str, Form()] = "",
) -> Response:
    """What the turn says, in the order of its text; fields that are left empty say nothing."""
    named = [name for name in intent or [] if name]
    desk, chosen = console_of(request).desk, [Intent(name) for name in named if name in set(Intent)]
    if len(chosen) != len(named):
        return _back(conversation_id, "correction_unusable", turn_id)
    try:
        new = correct_reading(
            desk, ConversationId(conversation_id), TurnId(turn_id), session.user, chosen, note
        )
    except LookupError:
        raise HTTPException(404) from None
    except UnusableCorrectionError:
        return _back(conversation_id, "correction_unusable", turn_id)
    return _back(conversation_id, "corrected" if new else "correction_stands", turn_id)


def _back(conversation_id: str, notice: str, turn_id: str) -> Response:
    """To the turn; where the form could not be used, to the form."""
    page, place = f"/conversations/{quote(conversation_id, safe='')}", quote(turn_id, safe="")
    where = f"&correct={place}" if notice == "correction_unusable" else f"#{place}"
    return RedirectResponse(f"{page}?notice={notice}{where}", 303)
