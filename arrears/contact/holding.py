"""Whether a contact of our own accord waits: we asked what was meant, and have no answer yet."""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.doubts import QUESTIONS
from arrears.domain.outreach import Outreach
from arrears.store import Tx, handovers
from arrears.store.views.unanswered import unanswered_of

HELD_FOR = timedelta(days=1)
"""After so long it is looked at again."""

_ASKS = frozenset(QUESTIONS.values())


def waits_for_an_answer(tx: Tx, row: Outreach) -> bool:
    """Whether a question about a possible end is open with the person, and nobody has seen to it."""
    asked = [(case_id, at) for case_id, at, said in unanswered_of(tx, row.person_id) if _ASKS & said]
    return any(not handovers.taken_since(tx, case_id, at) for case_id, at in asked)
