"""Terms that name all of somebody's loans: taken for the one that is talked about, which is said."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.positions import other_cases, other_plans
from arrears.domain.language.acts.other_loans import speaks_of_another_loan
from arrears.domain.offer_wording import READ_BACKS


def with_other_loans(situation: Situation, answer: Answer) -> Answer:
    """The terms that are read back, and that a person looks at the loans for which nothing is agreed."""
    offered = any(said.key in READ_BACKS for said in answer.said)
    if not offered or not speaks_of_another_loan(situation.text, two_offers=False):
        return answer
    if not other_cases(situation) or other_plans(situation) is not None:
        return answer
    one = situation.say("loans.one", staffed=hand_over(situation, "other_loan"))
    return replace(answer, said=(one, *answer.said))
