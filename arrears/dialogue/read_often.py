"""Terms that were read again and again, neither agreed to nor changed: in the end a person is called."""

from __future__ import annotations

from itertools import takewhile

from arrears.dialogue.answering import Situation, hand_over
from arrears.dialogue.overtaken import waiting_offer
from arrears.domain.conversations import Speaker
from arrears.domain.misunderstanding import NOT_UNDERSTOOD
from arrears.domain.offer_wording import READ_BACKS, REMINDER
from arrears.domain.wording import Said, offer_words
from arrears.store import conversations

_IN_THE_END = "plan.yes_or_change"
_WHOLE = READ_BACKS - {REMINDER, _IN_THE_END, "plan.read_back_so"}
_PATIENCE = 2
"""So often in a row the same terms are read in full; then what is missing is said, and a person is called."""


def read_in_the_end(situation: Situation, said: Said) -> Said | None:
    """The terms with what is missing, where our last answers read the very same in full; None otherwise."""
    waiting = waiting_offer(situation) if said.key in _WHOLE else None
    if waiting is None or waiting.other is not None:
        return None
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    words = offer_words(catalog, situation.language, waiting.offer, channel)
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    ours = (each for each in reversed(turns) if each.speaker is Speaker.BOT)
    # One of two that was chosen is read for the first time by itself.
    same = takewhile(lambda each: words in each.text and not _WHOLE.isdisjoint(each.templates), ours)
    in_a_row = sum(1 for _ in same)
    if in_a_row < _PATIENCE or _IN_THE_END in situation.said_last:
        return None
    hand_over(situation, NOT_UNDERSTOOD)
    return situation.say(_IN_THE_END, schedule=words)
