"""A call goes to a person: connected while somebody is there, else a call back is booked and said.

While a person speaks on the call, the conversation is held by AGENTS and the bot is silent. Whoever was not
reached stays in the people's queue.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from arrears.contact.speaking import call_a_person
from arrears.desk import Desk
from arrears.dialogue.answering import party_now
from arrears.dialogue.promising import staffed_words
from arrears.domain.aloud import aloud
from arrears.domain.approvals import APPROVED_OFFER
from arrears.domain.call_scripts import Closed, Silent, Transfer
from arrears.domain.calls import Call, CallState
from arrears.domain.conversations import Conversation
from arrears.domain.ids import CallId, MessageId
from arrears.domain.people import Language
from arrears.domain.staffing import Staffing, is_staffed
from arrears.domain.wording import phrase
from arrears.phone.calling import AGENTS, closing_words, give_back, locked_call
from arrears.phone.calling_back import booked, booked_words, soon, when_people_are_there
from arrears.store import Tx, calls, cases, conversations, handovers, offers, people
from arrears.store.evidence import append_evidence


class Reached(StrEnum):
    """What became of a transfer."""

    TALKED = "talked"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Whisper:
    """What a person of ours hears before the caller is connected. Nothing of the debt, and no name."""

    words: str
    language: Language


def transfer_call(desk: Desk, call_id: CallId) -> Transfer | Closed | Silent:
    """Connect a person, or say when one calls back; asked again, the same once more. Raises: LookupError."""
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        if call.state is CallState.ENDED:
            return Silent()
        number = desk.policy.agents_phone
        talk = None if call.conversation_id is None else conversations.load(tx, call.conversation_id)
        if number is None or not is_staffed(_team(tx, desk, talk), desk.clock.now()):
            return _called_back(tx, desk, call, talk)
        if talk is not None and not _hold(tx, desk, call, talk):
            # A supervisor has it already, in the console: they are told by what is written there.
            return _called_back(tx, desk, call, talk)
        language = call.language if talk is None else talk.language
        told = talk is not None and _is_told(tx, talk)
        words = "" if told else phrase(desk.policy.catalog, language, "call.connecting")
        return Transfer(call.id, number, words, language)


def whisper(desk: Desk, call_id: CallId) -> Whisper:
    """What the person hears whose telephone rings. Raises: LookupError."""
    with desk.store.read() as tx:
        call = calls.load(tx, call_id)
        catalog, language = desk.policy.catalog, call.language
        if call.conversation_id is None:
            return Whisper(phrase(catalog, language, "whisper.unknown"), language)
        talk = conversations.load(tx, call.conversation_id)
        proven = party_now(tx, talk, desk.clock.now()) is not None
        words = phrase(
            catalog,
            talk.language,
            "whisper.known",
            reference=cases.load_case(tx, talk.case_id).lender_ref,
            verified=phrase(catalog, talk.language, "whisper.verified" if proven else "whisper.unverified"),
            asked=_asked(tx, desk, talk),
        )
        return Whisper(aloud(words, talk.language, desk.clock.now().date()), talk.language)


def person_takes(desk: Desk, call_id: CallId) -> bool:
    """A person has taken the call: nobody needs to be waited for any more.

    What the agent has offered about the case, here or elsewhere, is off the table: the person decides now.
    Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        if call.conversation_id is None:
            return False
        talk = conversations.load(tx, call.conversation_id)
        waiting = handovers.waiting_for(tx, talk.id)
        if waiting is None or waiting.claimed_by != AGENTS:
            return False
        now = desk.clock.now()
        handovers.resolve(tx, waiting.id, AGENTS, "by_phone", now)
        gone = offers.take_over(tx, talk.case_id, MessageId(waiting.id), now, stays=APPROVED_OFFER)
        payload = {
            "conversation": talk.id,
            "call": call.id,
            "handover": waiting.id,
            "reason": waiting.reason,
            "offers": list(gone),
        }
        append_evidence(tx, talk.case_id, "connected", payload, now)
        return True


def transfer_ended(desk: Desk, call_id: CallId, reached: Reached) -> Closed | Silent:
    """What follows when the other line has ended: nothing where they have talked, else when we call back.

    Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = locked_call(tx, call_id)
        give_back(tx, call)
        if reached is Reached.TALKED or call.state is CallState.ENDED:
            return Silent()
        talk = None if call.conversation_id is None else conversations.load(tx, call.conversation_id)
        if talk is None:
            words = closing_words(desk, call.language, "call.nobody_free_here")
            return Closed(words, call.language)
        at = booked(tx, desk, call, soon(_team(tx, desk, talk), desk.clock.now()))
        return Closed(booked_words(tx, desk, talk, "call.nobody_free", at), talk.language)


def _is_told(tx: Tx, talk: Conversation) -> bool:
    """Whether our last words were that a person is being connected."""
    last = conversations.last_said(tx, talk.id)
    return last is not None and "call.transfer" in last.templates


def _hold(tx: Tx, desk: Desk, call: Call, talk: Conversation) -> bool:
    """Have our people hold the conversation; False when somebody else does."""
    if talk.taken_over_by is not None:
        return talk.taken_over_by == AGENTS
    _call_for(tx, desk, call, talk)
    waiting = handovers.waiting_for(tx, talk.id)
    now = desk.clock.now()
    if waiting is None or not handovers.claim(tx, waiting.id, AGENTS, now):
        return False
    conversations.set_takeover(tx, talk.id, AGENTS)
    payload = {"handover": waiting.id, "conversation": talk.id, "by": AGENTS, "reason": waiting.reason}
    append_evidence(tx, talk.case_id, "taken_over", payload, now)
    return True


def _call_for(tx: Tx, desk: Desk, call: Call, talk: Conversation) -> None:
    """Have the conversation wait for a person; one that waits already does so for the reason it has."""
    if handovers.waiting_for(tx, talk.id) is None:
        call_a_person(tx, desk, "asked_for_person", talk.id, talk.case_id, key=f"{call.id}-transfer")


def _called_back(tx: Tx, desk: Desk, call: Call, talk: Conversation | None) -> Closed:
    """A call of ours at an hour at which people are there; without a number for them, a person calls."""
    if talk is None:
        return Closed(_reached_later(desk, call.language), call.language)
    _call_for(tx, desk, call, talk)
    at = None
    if desk.policy.agents_phone is not None:
        there = when_people_are_there(_team(tx, desk, talk), desk.clock.now())
        at = booked(tx, desk, call, there)
    return Closed(booked_words(tx, desk, talk, "call.booked_staffed", at), talk.language)


def _team(tx: Tx, desk: Desk, talk: Conversation | None) -> Staffing:
    """Who answers this caller; whoever we do not know is served at home."""
    staff = desk.policy.staff
    return staff.home if talk is None else staff.serving(people.load_person(tx, talk.person_id).country)


def _reached_later(desk: Desk, language: Language) -> str:
    """Where whoever has not said who they are can reach a person, and when; no machine may call them."""
    home = desk.policy.staff.home
    if is_staffed(home, desk.clock.now()):
        return closing_words(desk, language)
    when = staffed_words(desk, language, "", home.zone)
    return closing_words(desk, language, "call.reach_later", staffed=when)


_NAMED = frozenset(
    {
        "asked_for_person",
        "hardship",
        "dispute",
        "attorney",
        "bankruptcy",
        "complaint",
        "self_harm",
        "callback",
        "recording_refused",
        "language",
        "abusive",
    }
)
"""Reasons that are told on the telephone; the others are read in the console."""


def _asked(tx: Tx, desk: Desk, talk: Conversation) -> str:
    waiting = handovers.waiting_for(tx, talk.id)
    reason = waiting.reason if waiting is not None and waiting.reason in _NAMED else "other"
    return phrase(desk.policy.catalog, talk.language, f"asked.{reason}")
