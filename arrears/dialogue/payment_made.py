"""Who has agreed a plan says that they paid on it: it is on our books, or not yet; nothing is disputed."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.rest_later import arrived_lately
from arrears.domain.intents import ASKING, COMMITTING, OFFERING, Heard, Intent
from arrears.domain.language.acts.payments_made import may_be_as_agreed
from arrears.domain.money import Money
from arrears.domain.plans import Plan
from arrears.store import plans

_BESIDE = ASKING | COMMITTING | OFFERING | {Intent.THANKS, Intent.GREET, Intent.REQUEST_RECEIPT}
"""What "just sent it, did you get it?" is taken for besides."""
_NOT_YET = "payment.not_yet"


def decided_on_a_payment(situation: Situation) -> Decided | None:
    """The answer to who has made an agreed payment; None where the label decides, as it does of any other."""
    said = frozenset(situation.heard.intents)
    if Intent.ALREADY_PAID not in said or not said <= _BESIDE | {Intent.ALREADY_PAID}:
        return None
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is None or not may_be_as_agreed(situation.text) or not _is_of_the_plan(situation, standing):
        return None
    return Heard(situation.message_id), lambda now: _on_our_books(now, standing)


def _named(situation: Situation) -> tuple[Money, ...]:
    return tuple(each.money for each in situation.readings.amounts if each.money is not None)


def _is_of_the_plan(situation: Situation, standing: Plan) -> bool:
    """Whether the sum, where one is named, is none above the payments that were agreed."""
    return all(money <= standing.total for money in _named(situation))


def _on_our_books(situation: Situation, standing: Plan) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    arrived = arrived_lately(situation, standing)
    if arrived and arrived.issuperset(_named(situation)):
        stands = where_it_stands(situation)
        return Answer((situation.say("payment.arrived"), *stands.said))
    if _NOT_YET in situation.said_last:
        return situation.answer("receipt.answer", staffed=hand_over(situation, "receipt"))
    return situation.answer(_NOT_YET)
