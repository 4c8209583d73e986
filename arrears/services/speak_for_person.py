"""What a person of ours has written in the console to somebody who is on the telephone with us.

Their words are handed out while nothing was said since, and judged anew each time: a status may have been
raised, or the proof of who is there be over. What is not handed out is never spoken; the console says so.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from arrears.contact.contacting import contact_facts, proposed_contact
from arrears.desk import Desk
from arrears.domain.call_scripts import SpokenAnswer, Written
from arrears.domain.compliance.decide import decide
from arrears.domain.compliance.decision import Granted
from arrears.domain.ids import CallId
from arrears.phone.calling import AGENTS
from arrears.store import Tx, inbound, people_on_calls
from arrears.store import outreach as outreach_rows
from arrears.store.people_on_calls import WordsOfAPerson


def written_words(desk: Desk, call_ids: Collection[CallId]) -> dict[CallId, Written]:
    """Whether a person holds the conversation, and what of theirs may be spoken now, call by call.

    Calls on which no person has written are left out. Whoever is connected to the call writes nothing.
    """
    with desk.store.read() as tx:
        held = people_on_calls.taken_over(tx, call_ids)
        words = people_on_calls.words_on(tx, call_ids)
        writing = {call_id for call_id, holder in held.items() if holder != AGENTS}
        return {
            call_id: _written(
                tx, desk, call_id in writing, [each for each in words if each.call_id == call_id]
            )
            for call_id in writing | {each.call_id for each in words}
        }


def _written(tx: Tx, desk: Desk, held: bool, words: list[WordsOfAPerson]) -> Written:
    said = [each.outreach_id for each in words if each.heard and not each.answered]
    waiting = tuple(
        (SpokenAnswer(each.outreach_id, each.text, each.language), each.heard)
        for each in words
        if each.heard != each.text and not each.overtaken and _may_be_said(tx, desk, each)
    )
    return Written(held, waiting, last=said[-1] if said else None)


def _may_be_said(tx: Tx, desk: Desk, words: WordsOfAPerson) -> bool:
    """Whether they may be spoken now that were permitted when they were written."""
    if inbound.waits_on_call(tx, words.call_id):
        return False  # nobody knows yet what the caller has just said
    row = outreach_rows.load(tx, words.outreach_id)
    # Whoever wrote them held the conversation then, though they may have handed it back.
    facts = replace(contact_facts(tx, desk, row), person_active=True)
    decision = decide(desk.policy.packs, facts, proposed_contact(tx, desk, row), desk.clock.now())
    return isinstance(decision, Granted)
