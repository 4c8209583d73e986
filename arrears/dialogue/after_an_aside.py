"""The thread of the talk after an aside: the terms that wait for a yes are said again in short.

So the yes that comes next is one to terms that were read directly before it.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, gate, is_spared
from arrears.dialogue.offering import read_out
from arrears.dialogue.overtaken import waiting_offer
from arrears.domain.offer_wording import READ_BACKS

_SHORT = "plan.read_back_short"

_ASIDES = frozenset(
    {
        "balance.charges",
        "balance.payoff",
        "payoff.estimate",
        "hours.answer",
        "interest.grows",
        "interest.none",
        "payment.applied",
        "payment.spread",
        "payment.ways",
        "plan.breach",
        "plan.costs",
        "plan.early",
        "plan.missed",
        "script.others_pay",
        "script.privacy",
        "script.reporting",
        "script.trust",
        "thanks.answer",
        "who.answer_verified",
    }
)
"""What answers something beside the terms, and asks, offers and promises nothing that a yes could be to."""


def with_the_terms(situation: Situation, answer: Answer) -> Answer:
    """The answer to an aside with the terms after it, once: at the next one they would be pressing."""
    aside = bool(answer.said) and all(said.key in _ASIDES for said in answer.said)
    just_read = not READ_BACKS.isdisjoint(situation.said_last) and _SHORT not in situation.said_last
    if not aside or not just_read or gate(situation) or is_spared(situation):
        return answer
    waiting = waiting_offer(situation)
    if waiting is None or waiting.other is not None:
        return answer
    again = read_out(situation, waiting, _SHORT)
    return Answer((*answer.said, *again.said), again.bounds)
