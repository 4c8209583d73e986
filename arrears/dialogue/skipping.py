"""One payment that they would like to skip is moved once the plan stands, and not while it is agreed."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation
from arrears.domain.language.plans.skips import skips_one
from arrears.domain.negotiation.offers import Accept, Counter, Move


def with_what_is_skipped(situation: Situation, move: Move, answer: Answer) -> Answer:
    """The plan as it can be, and that a payment of it can be moved, where they name a time without one."""
    regular = isinstance(move, Accept | Counter) and len(move.offer.instalments) > 1
    if not regular or not skips_one(situation.text):
        return answer
    return replace(answer, said=(*answer.said, situation.say("plan.missed")))
