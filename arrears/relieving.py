"""Relief for who cannot pay: it is written down, a person comes, and what may be offered is offered.

An offer of relief is no demand: nothing happens if it is not taken up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from arrears.answering import Answer, Situation, gate
from arrears.domain.intents import Intent
from arrears.heeding import hardship
from arrears.negotiating import relief
from arrears.store import conversations, plans
from arrears.taking_back import may_change


def relieve(situation: Situation) -> Answer:
    """They cannot pay: contact rests, a person goes through the options, a plan of relief may be offered."""
    answer = hardship(situation)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    agreed = standing is not None and not may_change(situation, standing)
    if gate(situation) is not None or agreed:
        return answer
    offered = relief(situation)
    if offered is None:
        return answer
    # Who says so again has heard that a person comes: only what is new is said.
    before = () if _has_heard(situation) else answer.said
    return replace(answer, said=(*before, *offered.said), bounds=offered.bounds)


def _has_heard(situation: Situation) -> bool:
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any("hardship.answer" in keys for keys in said)


RELIEVED: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.CANNOT_PAY: relieve,
    Intent.REQUEST_HARDSHIP: relieve,
}
"""The decision about each statement of hardship."""
