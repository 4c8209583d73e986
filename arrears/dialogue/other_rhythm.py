"""Another rhythm alone, beside terms that wait: "then every two weeks?" keeps what they pay a month."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Situation
from arrears.domain.negotiation.limits import in_other_rhythm
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.store import offers


def in_other_words(
    situation: Situation, before: Proposal | None, said: Proposal, proposal: Proposal
) -> Proposal:
    """The proposal with the sum of the terms that wait, in the rhythm that this turn alone changes.

    A weekday of the month that was just told to be no rhythm of ours is not taken for another one.
    """
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if said.frequency is None or replace(said, on=None, frequency=None) != Proposal() or waiting is None:
        return proposal
    if "plan.by_date" in situation.said_last and before is not None:
        return before
    regular = _like(waiting.choices or (waiting.offer,), said)
    if regular is None or regular.frequency is None or proposal.amount is not None:
        return proposal
    amount = in_other_rhythm(regular.instalments[0].amount, regular.frequency, said.frequency)
    return replace(proposal, amount=amount, count=None)


def _like(offered: tuple[Offer, ...], said: Proposal) -> Offer | None:
    """The one in the very rhythm, else the first that has one."""
    regular = [each for each in offered if each.frequency is not None and each.instalments]
    return next((each for each in regular if each.frequency is said.frequency), next(iter(regular), None))
