"""The list of conversations, and one conversation beside its case."""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from arrears.domain.cases import SpecialStatus
from arrears.domain.contact_changes import hidden
from arrears.domain.conversations import Speaker
from arrears.domain.corrections import INTENTS_MAX
from arrears.domain.ids import ConversationId
from arrears.domain.intents import Intent
from arrears.domain.people import Channel, Language
from arrears.domain.roles import Role, may_approve
from arrears.services.take_over import LONGEST_NOTE, LONGEST_TEXT
from arrears.store.access import User
from arrears.store.contact_changes import changes_in
from arrears.store.views.call_lines import call_of
from arrears.store.views.case_panel import case_panel
from arrears.store.views.conversation_list import Filters, conversation_page, intents_seen
from arrears.store.views.transcript import ContactLine, Transcript, transcript
from console.pages import console_of, is_live, language_of, render
from console.security import SignedIn

router = APIRouter()


@router.get("/conversations")
def conversation_list(
    request: Request,
    session: SignedIn,
    spoken: str = "",
    channel: str = "",
    needs_person: str = "",
    has_plan: str = "",
    intent: str = "",
    status: str = "",
    find: str = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Newest first. A filter value that does not exist narrows nothing."""
    filters = Filters(
        language=Language(spoken) if spoken in set(Language) else None,
        channel=Channel(channel) if channel in set(Channel) else None,
        needs_person=needs_person == "1",
        has_plan=has_plan == "1",
        intent=intent or None,
        status=SpecialStatus(status) if status in set(SpecialStatus) else None,
        reference=find.strip() or None,
    )
    with console_of(request).desk.store.read() as tx:
        found = conversation_page(tx, filters, page)
        intents = () if is_live(request) else intents_seen(tx)
    return render(
        request,
        "conversations.html",
        session,
        found=found,
        filters=filters,
        filtered=filters != Filters(),
        intents=intents,
        statuses=tuple(SpecialStatus),
        channels=tuple(Channel),
        page_url=lambda number: _page_url(request, number),
    )


@router.get("/conversations/{conversation_id}")
def conversation(request: Request, session: SignedIn, conversation_id: str, correct: str = "") -> Response:
    """The transcript beside its case; `correct` is the turn whose reading is about to be corrected."""
    desk = console_of(request).desk
    now = desk.clock.now()
    try:
        with desk.store.read() as tx:
            read = transcript(tx, ConversationId(conversation_id))
            panel = case_panel(tx, read.conversation, now)
            changes = changes_in(tx, read.conversation.id)
            phoned = call_of(tx, read.conversation.id)
    except LookupError:
        raise HTTPException(404) from None
    return render(
        request,
        "conversation.html",
        session,
        read=read,
        panel=panel,
        now=now,
        mine=read.conversation.taken_over_by == session.user.id,
        unsent=_unsent(read, session.user),
        correcting=correct,
        intent_choices=_intents_by_name(request) if correct else (),
        intents_max=INTENTS_MAX,
        form_key=secrets.token_urlsafe(16),
        longest_text=LONGEST_TEXT,
        longest_note=LONGEST_NOTE,
        changes=changes,
        phoned=phoned,
        decides_contacts=may_approve(session.user.role, Role.SUPERVISOR),
        hidden=hidden,
    )


def _intents_by_name(request: Request) -> list[Intent]:
    """The inventory in the order of its names in the reader's language."""
    words = console_of(request).words[language_of(request)]
    return sorted(Intent, key=lambda intent: words.label("intent", intent))


def _unsent(read: Transcript, user: User) -> ContactLine | None:
    """The user's last words, when they are also the last ones said and were refused."""
    if not read.lines:
        return None
    last = read.lines[-1]
    if last.turn.speaker is not Speaker.SUPERVISOR or last.turn.by != user.login or last.contact is None:
        return None
    decision = last.contact.last_decision
    refused = decision is not None and decision.outcome in ("refused", "referred")
    return last.contact if refused else None


def _page_url(request: Request, number: int) -> str:
    kept = [(k, v) for k, v in request.query_params.multi_items() if v and k not in ("page", "lang")]
    return "/conversations?" + urlencode([*kept, ("page", number)])
