"""What a supervisor does in a conversation: claim it, write, clear a status, hand back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from arrears.desk import Desk
from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.decision import Decision, Deferred, Granted, Referred, Refused
from arrears.domain.ids import ConversationId, OutreachId
from arrears.domain.people import Channel
from arrears.services import take_over
from arrears.services.dispatch_outreach import dispatch
from arrears.services.take_over import NotTheHolderError, UnusableTextError
from arrears.store import outreach
from console.pages import console_of
from console.security import Acting

router = APIRouter(prefix="/conversations/{conversation_id}")


@router.post("/claim")
def claim(request: Request, session: Acting, conversation_id: str) -> Response:
    """The conversation is this supervisor's, and the bot is silent in it."""
    try:
        mine = take_over.claim(console_of(request).desk, ConversationId(conversation_id), session.user)
    except LookupError:
        raise HTTPException(404) from None
    return _back(conversation_id, "claimed" if mine else "taken")


@router.post("/reply")
def reply(
    request: Request,
    session: Acting,
    conversation_id: str,
    key: Annotated[str, Form(min_length=16, max_length=64)],
    text: Annotated[str, Form()] = "",
) -> Response:
    """The words go out if compliance permits them; what it decided is shown either way."""
    console = console_of(request)
    try:
        outreach_id = take_over.reply(console.desk, ConversationId(conversation_id), session.user, text, key)
    except LookupError:
        raise HTTPException(404) from None
    except NotTheHolderError:
        return _back(conversation_id, "not_yours")
    except UnusableTextError:
        return _back(conversation_id, "text_unusable")
    decision = dispatch(console.desk, console.messengers, outreach_id)
    notice = _outcome(decision)
    return _back(conversation_id, _granted_notice(console.desk, outreach_id) if notice == "sent" else notice)


@router.post("/resolve")
def resolve(
    request: Request, session: Acting, conversation_id: str, note: Annotated[str, Form()] = ""
) -> Response:
    """The need is met, and the bot answers again."""
    try:
        take_over.resolve(console_of(request).desk, ConversationId(conversation_id), session.user, note)
    except LookupError:
        raise HTTPException(404) from None
    except NotTheHolderError:
        return _back(conversation_id, "not_yours")
    except UnusableTextError:
        return _back(conversation_id, "note_unusable")
    return _back(conversation_id, "resolved")


@router.post("/clear-status")
def clear_status(
    request: Request,
    session: Acting,
    conversation_id: str,
    status: Annotated[list[str] | None, Form()] = None,
    sure: Annotated[str, Form()] = "",
) -> Response:
    """What was noted about the person ends, by this supervisor's name."""
    chosen = frozenset(SpecialStatus(code) for code in status or [] if code in set(SpecialStatus))
    if sure != "1" or not chosen:
        return _back(conversation_id, "not_sure")
    try:
        take_over.clear_statuses(
            console_of(request).desk, ConversationId(conversation_id), session.user, chosen
        )
    except LookupError:
        raise HTTPException(404) from None
    return _back(conversation_id, "cleared")


def _outcome(decision: Decision | None) -> str:
    """The notice that fits; None means that the same form was sent before."""
    match decision:
        case None:
            return "repeated"
        case Granted():
            return "sent"
        case Refused():
            return "refused"
        case Deferred():
            return "deferred"
        case Referred():
            return "referred"


def _granted_notice(desk: Desk, outreach_id: OutreachId) -> str:
    """The notice of words that were granted: they wait on the line, or are on their way."""
    with desk.store.read() as tx:
        return "spoken" if outreach.load(tx, outreach_id).channel is Channel.VOICE else "sent"


def _back(conversation_id: str, notice: str) -> Response:
    return RedirectResponse(f"/conversations/{conversation_id}?notice={notice}#end", 303)
