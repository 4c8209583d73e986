"""The limit that a turn states: in words of the most, in answer to our question, or to an offer."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Situation
from arrears.dialogue.positions import QUESTIONS, means_of, other_plans
from arrears.dialogue.taking_back import just_taken_back
from arrears.domain.language.acts.claimed_leave import claims_leave
from arrears.domain.negotiation.affordability import (
    StatedLimit,
    is_of_this_loan,
    limit_from_answer,
    limit_from_refusal,
    stated_limit,
    with_others,
)
from arrears.domain.negotiation.offers import Proposal, Question
from arrears.domain.negotiation.other_months import then_more
from arrears.domain.negotiation.statements import limit_from_means, without_means
from arrears.store import offers


def limit_now(situation: Situation) -> StatedLimit | None:
    """The limit that this turn states, of all that they pay us."""
    offered = without_means(situation.readings, situation.means)
    limit = stated_limit(situation.text, offered) or limit_from_means(situation.means)
    if limit is not None and not is_of_this_loan(situation.text):
        return limit
    here = limit or _limit_from_refusal(situation)
    return None if here is None else with_others(here, other_plans(situation))


def within_limit_now(situation: Situation, said: Proposal, proposal: Proposal) -> Proposal:
    """What they proposed, whose larger sum of later no longer outlasts a limit that they state without it."""
    rest = proposal.rest
    if rest is None or said.rest is not None or limit_now(situation) is None:
        return proposal
    return replace(proposal, rest=replace(rest, outlasts_limit=False))


def with_more_later(situation: Situation, so_far: Proposal | None, said: Proposal) -> Proposal | None:
    """What they proposed, with the larger sum of later that this turn names beside a limit of now.

    Where the limit is the regular sum after a first one, as it is: "90 is what I can do" keeps the 300.
    """
    rest = None if so_far is None else so_far.rest
    if rest is not None and _is_sum_of(rest, said) and limit_now(situation) is not None:
        return so_far
    limit = means_of(situation).limit
    most = None if limit is None else limit.what.amount
    return then_more(so_far, most, said, situation.text, situation.readings, situation.today)


def _is_sum_of(rest: Proposal, said: Proposal) -> bool:
    """Whether the turn names that regular sum again and nothing else."""
    in_rhythm = said.frequency in (None, rest.frequency)
    return in_rhythm and replace(said, frequency=None) == Proposal(amount=rest.amount)


def _limit_from_refusal(situation: Situation) -> StatedLimit | None:
    """The limit that answers our question for it, or the offer that stood."""
    offered = without_means(situation.readings, situation.means)
    regular_instead = "plan.declined" in situation.said_last and offered.frequency is not None
    asked = regular_instead or Question.AFFORDABLE in {QUESTIONS.get(key) for key in situation.said_last}
    if asked and not claims_leave(situation.text):  # what one of ours has allowed is no answer of theirs
        return limit_from_answer(offered)
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    refused = just_taken_back(situation)
    if refused is None and waiting is not None and waiting.kind == "counter":
        refused = waiting.offer
    if refused is None or not refused.instalments:
        return None
    return limit_from_refusal(situation.text, refused.instalments[0].amount, offered)
