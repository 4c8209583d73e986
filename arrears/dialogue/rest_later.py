"""Which payment of a plan that stands comes in two parts, the rest of it on another day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.overtaken import come_lately
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.conversations import Speaker
from arrears.domain.language.plans.rest_later import RestLater, rest_later
from arrears.domain.misunderstanding import DATE_QUESTIONS
from arrears.domain.money import Money
from arrears.domain.negotiation.plan_builders import still_open
from arrears.domain.plans import Plan
from arrears.store import conversations


@dataclass(frozen=True, slots=True)
class InParts:
    """The next payment that is open: its rest comes on another day."""

    number: int  # of the payment, from 1
    on: date | None  # of the rest; None where they have yet to name it
    part: Money | None  # what stays on its day; None where the ledger has it already


def in_parts(situation: Situation, standing: Plan) -> InParts | None:
    """What they say of it; None where it is something else.

    Money that they say they sent stays owed on its day until it has arrived.
    """
    said = _said(situation, situation.text) or _on_the_day_asked_for(situation)
    left = still_open(standing, paid_on(situation, standing))
    if said is None or not left or said.on in {item.on for item in standing.instalments}:
        return None
    number, item = next(iter(left.items()))
    part = said.part
    if part is None and said.rest is not None and said.rest < item.amount:
        part = item.amount - said.rest  # what is not missing comes on its day
    part = None if said.part in come_lately(situation, standing.agreed_at) else part
    if part is None and item.amount == standing.instalments[number - 1].amount:
        return None  # nothing of it is paid: all of it is to come on the other day
    if part is not None and part >= item.amount:
        return None
    rest = item.amount if part is None else item.amount - part
    return InParts(number, said.on, part) if said.rest in (None, rest) else None


def _said(situation: Situation, text: str) -> RestLater | None:
    today, currency = situation.today, situation.case.currency
    return rest_later(text, language=situation.language, today=today, currency=currency)


def _on_the_day_asked_for(situation: Situation) -> RestLater | None:
    """The rest of which they spoke before, on the one day that answers our question for it."""
    days = {day.on for day in situation.readings.dates if day.on is not None and day.on > situation.today}
    if len(days) != 1 or situation.readings.amounts or DATE_QUESTIONS.isdisjoint(situation.said_last):
        return None
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    theirs = [each for each in turns if each.speaker is Speaker.BORROWER and each.id != situation.turn_id]
    before = (_said(situation, each.text) for each in reversed(theirs[-_LATELY:]))
    spoken_of = next((each for each in before if each is not None), None)
    return None if spoken_of is None or spoken_of.on is not None else replace(spoken_of, on=days.pop())


_LATELY = 2
"""So many of their turns ago they spoke of it at most: the proof may have come in between."""
