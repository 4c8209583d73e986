"""A case's transcript as JSON: every turn with how it was understood, or which templates answered it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from arrears.adapters.understanding_documents import entity_document
from arrears.domain.conversations import Turn
from arrears.domain.ids import ConversationId
from arrears.domain.intents import Intent, intent_named
from arrears.domain.language.entities import entities
from arrears.domain.times import local_date
from arrears.store.views.case_state import CaseState, TalkState


def transcript(state: CaseState, numbers: Mapping[ConversationId, int]) -> list[dict[str, Any]]:
    """Every turn of every conversation, by time; within an instant in the order it was said."""
    said = [
        (turn.at, numbers[talk.conversation.id], place, turn, talk)
        for talk in state.talks
        for place, turn in enumerate(talk.turns)
    ]
    said.sort(key=lambda item: item[:3])
    states = {contact.id: contact.state for contact in state.contacts}
    return [
        _turn(state, turn, number, talk)
        | {"delivery": None if turn.outreach_id is None else states.get(turn.outreach_id)}
        for _, number, _, turn, talk in said
    ]


def instant_text(at: datetime) -> str:
    """The instant in UTC, ISO 8601."""
    return at.isoformat().replace("+00:00", "Z")


def _turn(state: CaseState, turn: Turn, number: int, talk: TalkState) -> dict[str, Any]:
    understood = turn.understood
    return {
        "at": instant_text(turn.at),
        "conversation": number,
        "channel": talk.conversation.channel,
        "speaker": turn.speaker,
        "text": turn.text,
        "heard": turn.heard,
        "language": turn.language,
        "intents": [] if understood is None else [name for name, _ in understood.all_intents],
        "confidence": None if understood is None else understood.confidence,
        "entities": [] if understood is None else _entities(state, turn),
        "templates": list(turn.templates),
        "answered_by": [str(entry["name"]) for entry in turn.answered_by if "name" in entry],
        "offer_bounds": turn.offer_bounds,
    }


def _entities(state: CaseState, turn: Turn) -> list[dict[str, Any]]:
    """What `arrears understand` would find in the text, on the day it was said.

    The parser is asked anew: the dialogue engine, whose reading is kept with the turn, has none.
    """
    named = () if turn.understood is None else turn.understood.all_intents
    intents = frozenset(intent_named(name) for name, _ in named)
    found = entities(
        turn.text,
        language=turn.language,
        today=local_date(turn.at, state.zone),
        currency=state.case.currency,
        intents=intents or frozenset({Intent.OUT_OF_SCOPE}),
        doubted=True,
    )
    return [entity_document(one) for one in found]
