"""Which payment of a plan that stands comes in two parts, the rest of it on another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.overtaken import come_lately
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.language.plans.rest_later import rest_later
from arrears.domain.money import Money
from arrears.domain.negotiation.plan_builders import still_open
from arrears.domain.plans import Plan


@dataclass(frozen=True, slots=True)
class InParts:
    """The next payment that is open: its rest comes on another day."""

    number: int  # of the payment, from 1
    on: date  # of the rest
    part: Money | None  # what stays on its day; None where the ledger has it already


def in_parts(situation: Situation, standing: Plan) -> InParts | None:
    """What they say of it; None where it is something else.

    Money that they say they sent stays owed on its day until it has arrived.
    """
    today, currency = situation.today, situation.case.currency
    said = rest_later(situation.text, language=situation.language, today=today, currency=currency)
    left = still_open(standing, paid_on(situation, standing))
    if said is None or not left or said.on in {item.on for item in standing.instalments}:
        return None
    number, item = next(iter(left.items()))
    part = None if said.part in come_lately(situation, standing.agreed_at) else said.part
    if part is None and item.amount == standing.instalments[number - 1].amount:
        return None  # nothing of it is paid: all of it is to come on the other day
    if part is not None and part >= item.amount:
        return None
    rest = item.amount if part is None else item.amount - part
    return InParts(number, said.on, part) if said.rest in (None, rest) else None
