"""What a person of ours has written in the console to somebody who is on the telephone with us."""

from __future__ import annotations

from collections.abc import Collection

from arrears.calling import AGENTS
from arrears.desk import Desk
from arrears.domain.call_scripts import SpokenAnswer, Written
from arrears.domain.ids import CallId
from arrears.store import people_on_calls
from arrears.store.people_on_calls import WordsOfAPerson


def written_words(desk: Desk, call_ids: Collection[CallId]) -> dict[CallId, Written]:
    """Whether a person holds the conversation, and what of theirs is still to be spoken, call by call.

    Calls on which no person has written are left out. Whoever is connected to the call writes nothing.
    """
    with desk.store.read() as tx:
        held = people_on_calls.taken_over(tx, call_ids)
        words = people_on_calls.words_on(tx, call_ids)
    writing = {call_id for call_id, holder in held.items() if holder != AGENTS}
    return {
        call_id: _written(call_id in writing, [each for each in words if each.call_id == call_id])
        for call_id in writing | {each.call_id for each in words}
    }


def _written(held: bool, words: list[WordsOfAPerson]) -> Written:
    unheard = [each for each in words if each.heard != each.text]
    return Written(
        held,
        tuple((SpokenAnswer(each.outreach_id, each.text, each.language), each.heard) for each in unheard),
        begun=len(unheard) < len(words),
    )
