"""Who does not want the call recorded: it is written down at once, and a person goes on.

An agent that hears by transcription writes down what is said, so it does not go on talking with them.
Source: REC-US-1, Cal. Penal Code 632, 632.7 and the like; CN-REC-1, under which such a call ends.
"""

from __future__ import annotations

from datetime import datetime

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.domain.conversations import Conversation
from arrears.domain.intents import STOPS
from arrears.domain.language.withdrawals.recording_refusals import refuses_recording
from arrears.domain.people import Channel
from arrears.store import Tx, calls, recordings
from arrears.store.evidence import append_evidence


def note_refusal(tx: Tx, conversation: Conversation, text: str, at: datetime) -> None:
    """Write the refusal down where the words are one; said again, nothing changes."""
    if conversation.channel is not Channel.VOICE or not refuses_recording(text):
        return
    call = calls.of_conversation(tx, conversation.id)
    if call is not None and recordings.refuse(tx, call.id, at):
        payload = {"call": call.id, "conversation": conversation.id}
        append_evidence(tx, conversation.case_id, "recording_refused", payload, at)


def go_unrecorded(situation: Situation) -> Answer:
    """That nothing is recorded any more, and that a person goes on, who reads what the label feared."""
    feared = tuple(each for each in situation.heard.intents if each in STOPS)
    hand_over(situation, "recording_refused", feared)
    return situation.answer("recording.refused")
