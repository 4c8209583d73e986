"""Who says that they paid: it is on our books or, where a plan is agreed, not yet; nothing is disputed."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.informing import balance_answer, where_it_stands
from arrears.dialogue.overtaken import come_lately
from arrears.domain.intents import ASKING, COMMITTING, OFFERING, Heard, Intent
from arrears.domain.language.acts.payments_made import asks_whether_it_came, may_be_as_agreed, says_paid
from arrears.domain.money import Money, display
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words
from arrears.store import plans

_BESIDE = ASKING | COMMITTING | OFFERING
_BESIDE |= {Intent.THANKS, Intent.GREET, Intent.REQUEST_RECEIPT, Intent.VERIFY_IDENTITY}
"""What "just sent it, did you get it?" is taken for besides."""
_NOT_YET = "payment.not_yet"


def decided_on_a_payment(situation: Situation) -> Decided | None:
    """The answer to who has made a payment; None where the label decides, as it does of any other."""
    if not speaks_of_a_payment(situation):
        return None
    if is_on_our_books(situation):
        return Heard(situation.message_id), lambda now: gate(now) or it_has_come(now)
    if Intent.ALREADY_PAID not in situation.heard.intents:
        return None
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is None or not _is_of_the_plan(situation, standing):
        return None
    return Heard(situation.message_id), _of_the_plan


def speaks_of_a_payment(situation: Situation) -> bool:
    """Whether the labels may be those of a payment that was made, and no word is of all that is owed."""
    told = frozenset(situation.heard.intents) <= _BESIDE | {Intent.ALREADY_PAID}
    return told and may_be_as_agreed(situation.text)


def is_on_our_books(situation: Situation) -> bool:
    """Whether they speak of a payment that has arrived of late, and propose nothing besides."""
    text, read = situation.text, situation.readings
    ahead = any(day.on is not None and day.on > situation.today for day in read.dates)
    if ahead or read.frequency is not None or read.instalment_count is not None:
        return False
    labelled = Intent.ALREADY_PAID in situation.heard.intents
    named, come = frozenset(_named(situation)), come_lately(situation)
    if not named:
        return bool(come) and (labelled or asks_whether_it_came(text))
    return (labelled or says_paid(text)) and named <= come.keys()


def it_has_come(situation: Situation) -> Answer:
    """The sums that arrived with the day of each, and what is left; the gate is passed."""
    come = come_lately(situation)
    named = _named(situation) or tuple(come)[-1:]
    catalog, language = situation.desk.policy.catalog, situation.language
    booked = tuple(
        situation.say("payment.booked", amount=display(each), day=date_words(catalog, language, come[each]))
        for each in dict.fromkeys(named)
    )
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    left = where_it_stands(situation) if standing else balance_answer(situation, "balance.charges")
    return Answer((*booked, *left.said))


def _named(situation: Situation) -> tuple[Money, ...]:
    return tuple(each.money for each in situation.readings.amounts if each.money is not None)


def _is_of_the_plan(situation: Situation, standing: Plan) -> bool:
    """Whether the sum, where one is named, is none above the payments that were agreed."""
    return all(money <= standing.total for money in _named(situation))


def _of_the_plan(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    come = come_lately(situation)
    if come and come.keys() >= {*_named(situation)}:
        return it_has_come(situation)
    if _NOT_YET in situation.said_last:
        return situation.answer("receipt.answer", staffed=hand_over(situation, "receipt"))
    return situation.answer(_NOT_YET)
