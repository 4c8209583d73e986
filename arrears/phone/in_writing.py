"""What comes in writing after a call: whether the text may tell the terms is asked, the answer written down.

Whoever holds the phone may read a text. Unless the verified party has agreed to it, theirs has a link alone.
"""

from __future__ import annotations

from arrears.contact.speaking import answers_one_of
from arrears.dialogue.answering import Answer, Decided, Situation
from arrears.domain.compliance.facts import Consent, ConsentAction, ConsentPurpose
from arrears.domain.intents import Consenting, Heard, Intent, consenting
from arrears.domain.people import Channel
from arrears.store import consents

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


def _ask(situation: Situation) -> Answer:
    return situation.answer(ASK_DETAILS)


def _agree(situation: Situation) -> Answer:
    consents.append_consent(
        situation.tx,
        situation.point,
        Consent(
            ConsentAction.GIVEN,
            Channel.SMS,
            situation.received_at,
            "voice",
            point_id=situation.point.id,
            case_id=situation.case.id,
            purpose=ConsentPurpose.DETAILS,
            written=False,
        ),
        key=f"consent-{situation.message_id}-details",
        words=situation.text,
        turn_id=situation.turn_id,
    )
    return situation.answer(DETAILS_FOLLOW)
