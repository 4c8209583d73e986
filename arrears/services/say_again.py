"""Words of ours are said again on a call, on a key or after a cut: only where they may be said now.

They were permitted once; since then a stop or a status may have come in, the hours may have ended, or the
proof of who is there may be over.
"""

from __future__ import annotations

from collections.abc import Collection

from arrears.contact.speaking import judged_again
from arrears.desk import Desk
from arrears.domain.call_scripts import Ends, SpokenAnswer
from arrears.domain.compliance.decision import Granted
from arrears.domain.ids import CallId, OutreachId
from arrears.domain.outreach import Outreach
from arrears.phone.calling import closing_words
from arrears.store import Tx, calls, conversations, people
from arrears.store import outreach as outreach_rows


def said_instead(desk: Desk, call_id: CallId, again: Collection[OutreachId]) -> SpokenAnswer | None:
    """What is said in place of these words; None where they may be said again. The decisions are stored.

    Neutral words that end the call, as for an answer without leave; nothing while a person of ours has the
    word. Raises: LookupError.
    """
    with desk.store.write() as tx:
        call = calls.load(tx, call_id)
        if all(_may_be_said(tx, desk, outreach_rows.load(tx, each)) for each in again):
            return None
        talk = None if call.conversation_id is None else conversations.load(tx, call.conversation_id)
        language = call.language if talk is None else talk.language
        if talk is not None and talk.taken_over_by is not None:
            return SpokenAnswer(None, "", language)
        return SpokenAnswer(None, closing_words(desk, language), language, Ends.GOODBYE)


def _may_be_said(tx: Tx, desk: Desk, row: Outreach) -> bool:
    people.lock_person(tx, row.person_id)
    return isinstance(judged_again(tx, desk, row), Granted)
