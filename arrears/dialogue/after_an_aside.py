"""The thread of the talk after an aside: the terms that wait for a yes are said again.

So the yes that comes next is one to terms that were read directly before it. They are read once more in full;
after that, while nothing else is said, what they come to is a reminder of them.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.speaking import answers_one_of
from arrears.dialogue.answering import Answer, Situation, gate, standing_statuses
from arrears.dialogue.offering import read_out
from arrears.dialogue.overtaken import waiting_offer
from arrears.domain.cases import SpecialStatus
from arrears.domain.intents import HARD
from arrears.domain.offer_wording import READ_BACKS, REMINDER
from arrears.domain.wording import reminder_words
from arrears.store.offers import OpenOffer

_SHORT = "plan.read_back_short"

_OF_FACTS = frozenset(
    {
        "balance",
        "due",
        "fees",
        "hours",
        "interest",
        "numbered",
        "papers",
        "payment",
        "payoff",
        "plan",
        "receipt",
        "robot",
        "thanks",
        "who",
        "written",
    }
)
"""Groups of messages that answer what was asked: facts, and what comes in writing or a person finds out."""

_REASSURING = frozenset(
    {
        "script.others_pay",
        "script.privacy",
        "script.reporting",
        "script.trust",
        "script.no_answer",
        "others.owe",
    }
)

_OTHER_WAYS = frozenset({"plan.exists", "plan.referred"})
"""A person looks at other terms than those that wait: nobody is pressed to agree to these meanwhile."""


def with_the_terms(situation: Situation, answer: Answer) -> Answer:
    """The answer to an aside with the terms after it, where they were read directly before it."""
    just_read = not READ_BACKS.isdisjoint(situation.said_last)
    if not just_read or not _is_aside(answer) or gate(situation) or _is_asked_nothing(situation):
        return answer
    waiting = waiting_offer(situation)
    if waiting is None or waiting.other is not None:
        return answer
    again = _reminder(situation, waiting) or read_out(situation, waiting, _SHORT)
    return Answer((*answer.said, *again.said), again.bounds)


def _reminder(situation: Situation, waiting: OpenOffer) -> Answer | None:
    """What the terms come to, for who has just had them again; None where they have to be read in full.

    A yes to it is one to those terms: they have reached the borrower, and none came in between.
    """
    if not answers_one_of(situation, _READ_AGAIN):
        return None
    words = reminder_words(situation.desk.policy.catalog, situation.language, waiting.offer)
    if words is None:
        return None
    return replace(situation.answer(REMINDER, schedule=words), bounds=waiting.bounds)


_READ_AGAIN = frozenset({_SHORT, REMINDER})


def _is_aside(answer: Answer) -> bool:
    """Whether it only answers: it brings no terms, and asks nothing that a yes could be to."""
    if not answer.said:
        return False
    asks = any("?" in said.text or "\uff1f" in said.text for said in answer.said)
    return not asks and all(_answers(said.key) for said in answer.said)


def _answers(key: str) -> bool:
    if key in READ_BACKS | _OTHER_WAYS:
        return False
    return key.partition(".")[0] in _OF_FACTS or key in _REASSURING


def _is_asked_nothing(situation: Situation) -> bool:
    """Whether they say in this turn that they cannot pay, or have said that they will not."""
    will_not = SpecialStatus.REFUSED_TO_PAY in standing_statuses(situation)
    return will_not or bool(HARD.intersection(situation.heard.intents))
