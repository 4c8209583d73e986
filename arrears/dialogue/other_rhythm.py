"""Another rhythm alone, beside terms that wait or stand: "then every two weeks?" is the same money."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Situation
from arrears.domain.money import Money
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.limits import in_other_rhythm
from arrears.domain.negotiation.offers import Offer, Proposal
from arrears.store import offers, plans


def in_other_words(
    situation: Situation, before: Proposal | None, said: Proposal, proposal: Proposal
) -> Proposal:
    """The proposal with the sum of the terms that wait, else stand, in the rhythm that is all they change.

    A weekday of the month that was just told to be no rhythm of ours is not taken for another one.
    """
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    table = (waiting.choices or (waiting.offer,)) if waiting is not None else _agreed(situation)
    if said.frequency is None or not names_rhythm_alone(said) or not table:
        return proposal
    if "plan.by_date" in situation.said_last and before is not None:
        return before
    regular = _like(table, said)
    if regular is None or regular.frequency is None or proposal.amount is not None:
        return proposal
    each = regular.instalments[0].amount
    amount = in_other_rhythm(each, regular.frequency, said.frequency)
    if in_other_rhythm(amount, said.frequency, regular.frequency) < each:
        amount += Money(1, amount.currency)  # so that their own rhythm has the very sum again
    return replace(proposal, amount=amount, count=None)


def names_rhythm_alone(said: Proposal) -> bool:
    """Whether a rhythm is named, with a day of it at the most."""
    return said.frequency is not None and replace(said, on=None, frequency=None) == Proposal()


def _agreed(situation: Situation) -> tuple[Offer, ...]:
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return () if standing is None else (offer_of_plan(standing),)


def _like(offered: tuple[Offer, ...], said: Proposal) -> Offer | None:
    """The one in the very rhythm, else the first that has one."""
    regular = [each for each in offered if each.frequency is not None and each.instalments]
    return next((each for each in regular if each.frequency is said.frequency), next(iter(regular), None))
