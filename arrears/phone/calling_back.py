"""A call that the person is promised: when we shall call, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from arrears.contact.speaking import completed, foreseen
from arrears.contact.writing import call_opening, look_ahead
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.dialogue.promising import staffed_words
from arrears.domain.aloud import aloud
from arrears.domain.calls import Call
from arrears.domain.compliance.decision import Deferred
from arrears.domain.conversations import Conversation
from arrears.domain.ids import OutreachId
from arrears.domain.outreach import NAMED_HOUR, ContactPurpose, Outreach, OutreachState
from arrears.domain.people import Channel
from arrears.domain.staffing import Staffing, is_staffed, next_staffed
from arrears.domain.times import local, nameable
from arrears.domain.wording import date_words, phrase
from arrears.store import Tx, calls, cases, conversations, handovers, people
from arrears.store import outreach as outreach_rows


def booked(tx: Tx, desk: Desk, call: Call, at: datetime, *, named: bool = False) -> datetime | None:
    """When we shall call; None where compliance lets no machine call them, so that a person must.

    `at` is when they want to be called, rounded up to what can be named; `named` says that the hour is their
    own word. Booked once a call; asked again, the first booking stands. Raises: LookupError when the call has
    no conversation.
    """
    now = desk.clock.now()
    if call.conversation_id is None:
        raise LookupError(f"nobody we know is on {call.id}")
    talk = conversations.load(tx, call.conversation_id)
    people.lock_person(tx, talk.person_id)
    step = NAMED_HOUR if named else "callback"
    row = _row(tx, desk, call, talk, nameable(max(at, now), _zone(tx, talk)), step)
    if outreach_rows.plan(tx, row):
        calls.ask_callback(tx, f"callback-{call.id}", row, now)
        look_ahead(tx, desk, completed(tx, desk, row))
        _put_off(tx, desk, outreach_rows.load(tx, row.id), _zone(tx, talk))
    planned = outreach_rows.load(tx, row.id)
    return planned.due_at if planned.state is not OutreachState.REFUSED else None


def _put_off(tx: Tx, desk: Desk, row: Outreach, zone: str) -> None:
    """Promise no hour at which the rules, as far as they can be foreseen, will not let us call."""
    due = nameable(row.due_at, zone)
    for _ in range(_LOOKS):
        then = foreseen(tx, replace(desk, clock=_Then(due)), row)
        if not isinstance(then, Deferred):
            break
        due = nameable(max(then.until, due), zone)
    if due != row.due_at:
        outreach_rows.defer(tx, row.id, due)


_LOOKS = 3
"""An hour that was rounded up may be past the window again, and then the next one opens."""


@dataclass(frozen=True, slots=True)
class _Then:
    """The clock as it will stand at an instant."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def when_people_are_there(team: Staffing, at: datetime) -> datetime:
    """The first instant from then on at which somebody of the team is there to be connected with."""
    return at if is_staffed(team, at) else next_staffed(team, at)


def soon(team: Staffing, now: datetime) -> datetime:
    """When a person of the team is likely to be free whom nobody could reach just now."""
    return when_people_are_there(team, now + timedelta(minutes=team.answer_minutes))


def booked_words(tx: Tx, desk: Desk, talk: Conversation, key: str, at: datetime | None) -> str:
    """The phrase with the hour of the call, on their own clock; without one, that a person calls.

    Who has spoken of harming themselves hears where somebody is there now.
    """
    catalog, zone, now = desk.policy.catalog, _zone(tx, talk), desk.clock.now()
    if at is None:
        country = people.load_person(tx, talk.person_id).country
        staffed = staffed_words(desk, talk.language, country, zone)
        instead = "call.crisis_waits" if _in_crisis(tx, talk) else _WITHOUT_AN_HOUR.get(key, _PERSON_CALLS)
        text = phrase(catalog, talk.language, instead, staffed=staffed)
    else:
        wall = local(at, zone)
        day = date_words(catalog, talk.language, wall.date())
        text = phrase(catalog, talk.language, key, time=f"{wall:%H:%M}", date=day)
    return aloud(text, talk.language, local(now, zone).date())


_PERSON_CALLS = "call.person_calls"
_WITHOUT_AN_HOUR = {"call.nobody_free": "call.nobody_free_person"}
"""What is said instead where no machine may call."""


def _in_crisis(tx: Tx, talk: Conversation) -> bool:
    waiting = handovers.waiting_for(tx, talk.id)
    return waiting is not None and waiting.reason == "self_harm"


def _zone(tx: Tx, talk: Conversation) -> str:
    person = people.load_person(tx, talk.person_id)
    return home_zone(person, people.load_contact_point(tx, talk.contact_point_id))


def _row(tx: Tx, desk: Desk, call: Call, talk: Conversation, at: datetime, step: str) -> Outreach:
    point = people.load_contact_point(tx, talk.contact_point_id)
    person, case = people.load_person(tx, talk.person_id), cases.load_case(tx, talk.case_id)
    said = call_opening(desk, "call.callback", talk.language, case.lender, person.name)
    return Outreach(
        id=OutreachId(f"outreach-{call.id}-callback"),
        case_id=case.id,
        person_id=person.id,
        contact_point_id=point.id,
        channel=Channel.VOICE,
        carrier=point.carrier_over(Channel.VOICE),
        purpose=ContactPurpose.CALLBACK,
        language=talk.language,
        body=said.text,
        speaks_of_debt=said.speaks_of_debt,
        due_at=at,
        state=OutreachState.DUE,
        conversation_id=None,
        answers=None,
        step=step,
    )
