"""The day before which their money is not there: they say so, or name it again after our earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.domain.language.plans.nothing_before import nothing_before
from arrears.domain.negotiation.offers import Proposal, Statements
from arrears.store import offers


def with_day_stood_by(
    situation: Situation, before: Proposal | None, stood_by: date | None, said: Proposal, told: Statements
) -> Statements:
    """What the turn tells, with the day before which they say to have nothing.

    So is its day or payday that they proposed before our last, sooner, offer, and a day of the month before
    which they had nothing (`stood_by`). A no without a day stands by none, and brings no other terms.
    """
    none_before = _none_before(situation)
    if none_before is not None:
        return replace(told, none_before=none_before)
    named = said.on or told.payday
    if named is None or before is None:
        return told
    if stood_by is not None and stood_by < named and stood_by == named.replace(day=1):
        return replace(told, none_before=named)
    made = offers.offers_of(situation.tx, situation.conversation.id)
    sooner = bool(made and made[-1].instalments) and made[-1].first_on < named
    return replace(told, none_before=named) if sooner and before.on == named else told


def begun_then(situation: Situation, said: Proposal) -> Proposal:
    """What the turn proposes, from the day on before which they have nothing where it names no other.

    The day of their payday is none where they have nothing left of it: "benefits on the 20th, but i cant do
    anything this month".
    """
    none_before = _none_before(situation) if said != Proposal() else None
    if none_before is None:
        return said
    sooner = said.on is not None and said.on < none_before and said.amount is None
    if said.on is not None and not sooner:
        return said
    return replace(said, on=none_before, date_problem=None, in_month=None)


def not_before(none_before: date | None, said: Proposal, proposal: Proposal) -> Proposal:
    """The proposal, on no day before which they said to have nothing, where this turn names none itself."""
    sooner = proposal.on is not None and none_before is not None and proposal.on < none_before
    return replace(proposal, on=none_before) if sooner and said.on is None else proposal


def _none_before(situation: Situation) -> date | None:
    currency = situation.case.currency
    return nothing_before(situation.text, situation.language, situation.today, currency)
