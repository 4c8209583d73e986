"""The first day that they name again after our earlier one: their money is not there before it."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Situation
from arrears.domain.negotiation.offers import Proposal, Statements
from arrears.store import offers


def with_day_stood_by(
    situation: Situation, before: Proposal | None, said: Proposal, told: Statements
) -> Statements:
    """What the turn tells, with its day or payday where they proposed it before our last, sooner, offer.

    A no without a day stands by none, and brings no other terms.
    """
    named = said.on or told.payday
    if named is None or before is None or before.on != named:
        return told
    made = offers.offers_of(situation.tx, situation.conversation.id)
    sooner = bool(made and made[-1].instalments) and made[-1].first_on < named
    return replace(told, none_before=named) if sooner else told
