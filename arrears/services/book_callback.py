"""The person wants to be called at another time: a call of ours, at the first lawful instant from then.

Who names no time though asked is called after a while, at an hour that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain.call_scripts import Closed
from arrears.domain.conversations import Conversation, Speaker, Turn
from arrears.domain.ids import CallId
from arrears.domain.language.times.callback_times import SOME_TIME, named_call, wished_call
from arrears.domain.times import local
from arrears.phone.asking_when import ASKS_WHEN, BOOKED
from arrears.phone.calling import closing_words
from arrears.phone.calling_back import booked, booked_words
from arrears.store import Tx, calls, conversations, people


def book_as_asked(desk: Desk, call_id: CallId) -> Closed:
    """The end of a call on which they asked to be called again: when, as they named it last.

    Where no machine may call, a person does. Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = calls.load(tx, call_id)
        if call.conversation_id is None:
            return Closed(closing_words(desk, call.language), call.language)
        talk = conversations.load(tx, call.conversation_id)
        wished, named = _wished(tx, desk, talk)
        at = booked(tx, desk, call, wished, named=named)
        return Closed(booked_words(tx, desk, talk, "call.booked", at), talk.language)


def _wished(tx: Tx, desk: Desk, talk: Conversation) -> tuple[datetime, bool]:
    """When they want to be called, by what they said last of it, and whether they named that hour."""
    person, point = (
        people.load_person(tx, talk.person_id),
        people.load_contact_point(tx, talk.contact_point_id),
    )
    wall = local(desk.clock.now(), home_zone(person, point))
    for turn in _about_it(conversations.turns_of(tx, talk.id)):
        at = wished_call(turn.text, language=talk.language, now=wall)
        if at is not None:
            return at, named_call(turn.text, language=talk.language, now=wall) is not None
    return wall + SOME_TIME, False


def _about_it(turns: Sequence[Turn]) -> Iterator[Turn]:
    """What they said of the call, the latest first: since we last spoke of anything else."""
    for turn in reversed(turns):
        if turn.speaker is Speaker.BORROWER:
            yield turn
        elif not (ASKS_WHEN | {BOOKED}).intersection(turn.templates):
            return
