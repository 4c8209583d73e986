"""A mere "ok" to the promise that somebody answers: the time once in short, and no promise is made anew."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, answer_expected
from arrears.dialogue.approving import decision_promised, until_words
from arrears.dialogue.when_asked import is_late, knows_it_is_late, late
from arrears.domain.intents import COMMITTING, Heard, Intent
from arrears.domain.language.acts.meanwhile import only_takes_note
from arrears.store import handovers, offers
from arrears.store.handovers import Handover

_TAKEN_FOR = COMMITTING | {Intent.THANKS, Intent.OUT_OF_SCOPE, Intent.REPEAT_CLARIFY, Intent.GREET}
"""What an "ok" and a "got it" are taken for."""
_CLOSES = ("human.close", "human.kept")
_TOLD = frozenset({*_CLOSES, "human.late"})


def takes_note(situation: Situation) -> Decided | None:
    """The turn as the nod that it is; None where nothing was promised before it, or terms wait for a yes."""
    nods = frozenset(situation.heard.intents) <= _TAKEN_FOR and only_takes_note(situation.text)
    if not nods or not _was_promised(situation):
        return None
    if offers.open_offer(situation.tx, situation.conversation.id) is not None:
        return None
    return Heard(situation.message_id), _close


def _was_promised(situation: Situation) -> bool:
    templates, language = situation.desk.policy.catalog.templates, situation.language
    said = situation.said_last
    if said & _TOLD or (said & {"thanks.answer"} and _waiting(situation)):
        return True
    known = (templates[language, key].text for key in said if (language, key) in templates)
    return any("{staffed}" in text or "{until}" in text for text in known)


def _waiting(situation: Situation) -> Handover | None:
    return handovers.waiting_for(situation.tx, situation.conversation.id)


def _close(situation: Situation) -> Answer:
    """By when once, then no more than that it is all right; that the time is over is said once too."""
    waiting, by, said = _waiting(situation), decision_promised(situation), situation.said_last
    if by is None and waiting is not None and is_late(situation, waiting) and not knows_it_is_late(situation):
        return late(situation, waiting)
    if said & {*_TOLD, "thanks.answer"}:
        return situation.answer("thanks.answer" if "human.kept" in said else "human.kept")
    if by is not None:
        return situation.answer("human.close", staffed=until_words(situation, by))
    if waiting is None:
        return situation.answer("human.kept")
    return situation.answer("human.close", staffed=answer_expected(situation))
