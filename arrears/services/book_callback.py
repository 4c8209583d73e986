"""The person wants to be called at another time: a call of ours, at the first lawful instant from then."""

from __future__ import annotations

from datetime import datetime

from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain.call_scripts import Closed
from arrears.domain.conversations import Conversation, Speaker
from arrears.domain.ids import CallId
from arrears.domain.language.times.callback_times import wished_call
from arrears.domain.times import local
from arrears.phone.calling import closing_words
from arrears.phone.calling_back import booked, booked_words
from arrears.store import Tx, calls, conversations, people


def book_as_asked(desk: Desk, call_id: CallId) -> Closed:
    """The end of a call on which they asked to be called again: when, as they named it last.

    Where they named no hour, or no machine may call, a person reads it. Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = calls.load(tx, call_id)
        if call.conversation_id is None:
            return Closed(closing_words(desk, call.language), call.language)
        talk = conversations.load(tx, call.conversation_id)
        wished = _wished(tx, desk, talk)
        at = None if wished is None else booked(tx, desk, call, wished)
        return Closed(booked_words(tx, desk, talk, "call.booked", at), talk.language)


def _wished(tx: Tx, desk: Desk, talk: Conversation) -> datetime | None:
    """The hour they named last, on their own clock."""
    person, point = (
        people.load_person(tx, talk.person_id),
        people.load_contact_point(tx, talk.contact_point_id),
    )
    wall = local(desk.clock.now(), home_zone(person, point))
    for turn in reversed(conversations.turns_of(tx, talk.id)):
        if turn.speaker is Speaker.BORROWER:
            found = wished_call(turn.text, language=talk.language, now=wall)
            if found is not None:
                return found
    return None
