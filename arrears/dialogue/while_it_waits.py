"""What they say while a person has yet to decide: "do I pay meanwhile", "ok, I'll wait".

What was due stays due until there is a decision, and nothing is asked of them. When they hear is told again.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.approving import decision_promised
from arrears.dialogue.when_asked import when_they_hear
from arrears.domain.intents import ALONE, CLOSING, HARD, Heard
from arrears.domain.language.acts.charge_questions import charge_question
from arrears.domain.language.acts.meanwhile import asks_what_is_due_meanwhile, only_waits
from arrears.store import handovers, plans


def said_while_it_waits(situation: Situation) -> Decided | None:
    """The turn as what it is; None where nothing waits for a person, or it says something else."""
    said = frozenset(situation.heard.intents)
    if situation.party is None or (CLOSING | ALONE) & said or situation.readings.amounts:
        return None
    meanwhile = asks_what_is_due_meanwhile(situation.text) and not _is_of_what_is_agreed(situation)
    if not meanwhile and (HARD & said or not only_waits(situation.text)):
        return None
    if when_they_hear(situation) is None:
        return None
    first = "meanwhile.due" if meanwhile else "meanwhile.thanks"
    return Heard(situation.message_id), lambda now: gate(now) or _answer(now, first)


def _is_of_what_is_agreed(situation: Situation) -> bool:
    """Whether it asks of charges, or a plan was agreed since a person was called: nothing of it waits."""
    if charge_question(situation.text) is not None:
        return True
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if decision_promised(situation) is not None or waiting is None or plan is None:
        return False
    return plan.agreed_at is not None and plan.agreed_at > waiting.opened_at


def _answer(situation: Situation, first: str) -> Answer:
    hears = when_they_hear(situation) or Answer(())
    said = situation.answer(first)
    return replace(said, said=(*said.said, *hears.said))
