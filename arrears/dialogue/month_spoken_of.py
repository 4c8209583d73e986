"""Of which month a mere number of a day is: "make it the 16th", where April is spoken of."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.beginnings import is_begin
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.negotiation.schedule import nearest_of_number
from arrears.store import offers


def in_month_spoken_of(situation: Situation, before: Proposal | None, said: Proposal) -> Proposal:
    """What they say now, on that day of the month that they named.

    Without one, on that nearest to the day that they named, or else of the terms on the table.
    Who names a sum speaks of something new. Regular payments that are to begin in a month keep the day that
    they named: "the 5th", then "starting in July".
    """
    month = said.in_month
    if month is not None and before is not None and before.on is not None and _begin_in(situation, month):
        regular = before.frequency is not None and said.amount is None and not said.full
        day = month.replace(day=min(before.on.day, monthrange(month.year, month.month)[1]))
        return replace(said, on=day, in_month=None, date_problem=None) if regular else said
    named = [each for each in situation.readings.dates if each.on is not None and each.on == said.on]
    if said.on is None or said.amount is not None or said.full or not named or not all(map(is_bare, named)):
        return said
    if before is not None and before.on is None and before.in_month is not None:
        return replace(said, on=_in_month(said.on, before.in_month))
    spoken = _spoken_of(situation, before)
    return said if spoken is None else replace(said, on=nearest_of_number(said.on, spoken))


def _begin_in(situation: Situation, month: date) -> bool:
    """Whether the words have something begin in that month."""
    return any(
        each.month == month and is_begin(fold(situation.text), each) for each in situation.readings.dates
    )


def _spoken_of(situation: Situation, before: Proposal | None) -> date | None:
    if before is not None and before.on is not None:
        return before.on
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    return waiting.offer.instalments[0].on if waiting is not None and waiting.offer.instalments else None


def _in_month(on: date, month: date) -> date:
    """The day of that number in the month, its last one where it has none; not before the day itself."""
    return max(on, month.replace(day=min(on.day, monthrange(month.year, month.month)[1])))
