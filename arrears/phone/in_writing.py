"""What comes in writing after a call: whether the text may tell the terms is asked, the answer written down.

Whoever holds the phone may read a text. Unless the verified party has agreed to it, theirs has a link alone.
It is taken back in plain words over any channel, by whoever has the number, and without a proof.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from arrears.contact.speaking import answers_one_of
from arrears.dialogue.answering import Answer, Decided, Situation, hand_over, turn_id_of
from arrears.domain.compliance.facts import Consent, ConsentAction, ConsentPurpose
from arrears.domain.conversations import Conversation
from arrears.domain.ids import MessageId
from arrears.domain.intents import (
    ASKING,
    CLOSING,
    DOUBTFUL,
    OFFERING,
    REFERRED,
    STOPS,
    Consenting,
    Heard,
    Intent,
    consenting,
)
from arrears.domain.language.withdrawals.details_refusals import refuses_details
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.people import Channel
from arrears.store import Tx, consents, people

ASK_DETAILS = "call.ask_details"
TEXT_FOLLOWS, DETAILS_FOLLOW, LINK_FOLLOWS = "call.text_follows", "call.details_follow", "call.link_follows"


def decided_on_details(situation: Situation, before: frozenset[str]) -> Decided | None:
    """The answer to our question; None where it was not asked last, or they say something else."""
    if ASK_DETAILS not in before:
        return None
    heard = situation.heard
    if consenting(heard) is Consenting.YES:
        # A yes before the question was heard is to what was recorded.
        return heard, _agree if answers_one_of(situation, frozenset({ASK_DETAILS})) else _ask
    if {*heard.intents} == {Intent.DENY}:
        return Heard(situation.message_id), lambda now: now.answer(LINK_FOLLOWS)
    return None


def note_details_taken_back(
    tx: Tx, conversation: Conversation, message_id: MessageId, text: str, at: datetime
) -> None:
    """Write it down where the words take it back, whatever the dialogue makes of them."""
    if not refuses_details(text):
        return
    point = people.load_contact_point(tx, conversation.contact_point_id)
    entry = replace(_given(conversation, at), action=ConsentAction.WITHDRAWN)
    key = f"consent-{message_id}-no-details"
    consents.append_consent(tx, point, entry, key=key, words=text, turn_id=turn_id_of(message_id))


def details_taken_back(situation: Situation) -> Decided | None:
    """What is said to it; what else the turn offers or asks a person reads. A stop beside it decides."""
    heard = situation.heard
    if not refuses_details(situation.text) or withdrawals(situation.text):
        return None
    if CLOSING.intersection(heard.intents) - STOPS and heard.confidence >= DOUBTFUL:
        return None
    besides = tuple(each for each in heard.intents if each in OFFERING | ASKING | REFERRED)
    return Heard(situation.message_id), lambda now: _link_alone(now, besides)


def _link_alone(situation: Situation, besides: tuple[Intent, ...]) -> Answer:
    if besides:
        hand_over(situation, "also_said", besides)
    return situation.answer("details.withdrawn")


def _ask(situation: Situation) -> Answer:
    return situation.answer(ASK_DETAILS)


def _agree(situation: Situation) -> Answer:
    consents.append_consent(
        situation.tx,
        situation.point,
        _given(situation.conversation, situation.received_at),
        key=f"consent-{situation.message_id}-details",
        words=situation.text,
        turn_id=situation.turn_id,
    )
    return situation.answer(DETAILS_FOLLOW)


def _given(conversation: Conversation, at: datetime) -> Consent:
    """The consent of this number about this matter."""
    aloud = conversation.channel is Channel.VOICE
    return Consent(
        ConsentAction.GIVEN,
        Channel.SMS,
        at,
        "voice" if aloud else "own_words",
        point_id=conversation.contact_point_id,
        case_id=conversation.case_id,
        purpose=ConsentPurpose.DETAILS,
        written=not aloud,
    )
