"""Who says that they paid: it is on our books or, where a plan is agreed, not yet; else it is looked for.

Words that say so for certain count whatever the label: "I paid 150 on August 28" promises nothing.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.heeding import already_paid
from arrears.dialogue.informing import balance_answer, where_it_stands
from arrears.dialogue.overtaken import come_lately
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import ASKING, CLOSING, COMMITTING, OFFERING, SATISFIED, Heard, Intent
from arrears.domain.language.acts.payments_made import (
    asks_whether_it_came,
    may_be_as_agreed,
    payments_made,
    says_paid,
)
from arrears.domain.language.withdrawals.find import withdrawals
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
    told = Intent.ALREADY_PAID in situation.heard.intents or tells_of_one(situation)
    if speaks_of_a_payment(situation):
        if is_on_our_books(situation):
            return Heard(situation.message_id), lambda now: gate(now) or it_has_come(now)
        standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
        if told and standing is not None and _is_of_the_plan(situation, standing):
            return Heard(situation.message_id), _of_the_plan
    return _looked_for(situation) if told else None


def tells_of_one(situation: Situation) -> bool:
    """Whether the words tell for certain of a payment that was made, whatever the label."""
    return bool(payments_made(situation.text, situation.readings))


_NO_END = {Intent.ALREADY_PAID, Intent.DISPUTE, Intent.PAYMENT_FAILED}


def _looked_for(situation: Situation) -> Decided | None:
    """It is looked for as the label would have it; None where that says so itself, or an end is heard.

    What they offer besides is kept for the person, and of a dispute it is one already.
    """
    said = frozenset(situation.heard.intents)
    if not said or Intent.ALREADY_PAID in said or (CLOSING - _NO_END) & said or withdrawals(situation.text):
        return None
    unsaid = _NO_END | SATISFIED | (frozenset() if says_terms(situation) else OFFERING)
    others = tuple(each for each in situation.heard.intents if each not in unsaid)
    return Heard(situation.message_id, Intent.ALREADY_PAID, 1.0, others), already_paid


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
