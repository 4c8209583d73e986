"""Whether a contact of our own accord waits: for an answer to what we asked, or for who sets how often."""

from __future__ import annotations

from datetime import timedelta

from arrears.domain.doubts import QUESTIONS
from arrears.domain.outreach import Outreach
from arrears.store import Tx, handovers
from arrears.store.views.unanswered import told, unanswered_of

LOOKED_AT_AFTER = timedelta(days=1)
"""After so long it is looked at again."""

_ASKS = frozenset(QUESTIONS.values())

FEWER = "texts.fewer"
"""What is said to who wants fewer texts: until a person has set how many, we send none of our own accord."""


def waits_for_an_answer(tx: Tx, row: Outreach) -> bool:
    """Whether a question about a possible end, or a wish for fewer texts, waits for them or for a person."""
    asked = [(case_id, at) for case_id, at, said in unanswered_of(tx, row.person_id) if _ASKS & said]
    asked += [(case_id, at) for case_id, at, said in told(tx, row.person_id) if FEWER in said]
    return any(not handovers.taken_since(tx, case_id, at) for case_id, at in asked)
