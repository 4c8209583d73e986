"""When to call back: asked once of who names no time, and left to us by who names none then, either."""

from __future__ import annotations

from datetime import datetime

from arrears.dialogue.answering import Answer, Situation, hand_over, home_zone
from arrears.domain.conversations import Speaker
from arrears.domain.intents import Intent
from arrears.domain.language.times.callback_times import leaves_the_hour, named_call, wished_call
from arrears.domain.people import Channel
from arrears.domain.times import local
from arrears.store import conversations

ASK_WHEN = "call.ask_when"
ASKS_WHEN = frozenset({ASK_WHEN, "call.driving", "inconvenient.answer"})
"""Words that ask when to call back."""

BOOKED = "callback.answer"
_SO_BE_IT = frozenset({Intent.AFFIRM, Intent.THANKS, Intent.GOODBYE})


def wished_hour(situation: Situation) -> datetime | None:
    """When they want to be called, on their own clock; None where they name no time."""
    return wished_call(situation.text, language=situation.language, now=_wall(situation))


def names_an_hour(situation: Situation) -> bool:
    """Whether they say when, and not only "later"."""
    return named_call(situation.text, language=situation.language, now=_wall(situation)) is not None


def _wall(situation: Situation) -> datetime:
    return local(situation.received_at, home_zone(situation.person, situation.point))


def call_back(situation: Situation) -> Answer:
    """The wish for a call: a person reads it; on a call, the hour is asked for where none was named."""
    staffed = hand_over(situation, "callback")
    unclear = situation.conversation.channel is Channel.VOICE and wished_hour(situation) is None
    if unclear and not _asked_when(situation):
        return situation.answer(ASK_WHEN)
    return situation.answer(BOOKED, staffed=staffed)


def says_when(situation: Situation, before: frozenset[str]) -> bool:
    """Whether it answers our question when to call: with a time, or by leaving it to us.

    Who has asked for the call need not name one; who was driving or busy has to want it.
    """
    if not before & ASKS_WHEN:
        return False
    if wished_hour(situation) is not None or leaves_the_hour(situation.text):
        return True
    intents = {*situation.heard.intents}
    return ASK_WHEN in before and bool(intents) and intents <= _SO_BE_IT


def _asked_when(situation: Situation) -> bool:
    last = conversations.last_said(situation.tx, situation.conversation.id)
    return last is not None and last.speaker is Speaker.BOT and not ASKS_WHEN.isdisjoint(last.templates)
