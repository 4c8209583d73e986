"""Whether interest goes on, by what the lender told us, and what a payment pays first; past the gate."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.domain.cases import Balance
from arrears.domain.language.acts.interest_questions import InterestQuestion, interest_question
from arrears.domain.money import Money, display
from arrears.domain.waterfall import spread
from arrears.domain.wording import component_words
from arrears.store import ledger


def about_interest(situation: Situation) -> Answer | None:
    """The answer to the question; None where the turn asks none of that, or nothing is owed."""
    asked = interest_question(situation.text)
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if asked is None or owed.total.minor <= 0:
        return None
    return _grows(situation, owed) if asked is InterestQuestion.GROWS else _order(situation, owed)


def _grows(situation: Situation, owed: Balance) -> Answer:
    """What a day brings, or that nothing does; a person tells what the lender's figures do not."""
    terms = situation.case.interest_terms
    if terms is None:
        return situation.answer("interest.unknown", staffed=hand_over(situation, "interest"))
    daily = terms.accrued(owed.principal, 1)
    if terms.annual_rate == 0 or owed.principal.minor <= 0:
        return situation.answer("interest.none")
    monthly = display(terms.a_month(owed.principal))
    return situation.answer("interest.grows", daily=display(daily), monthly=monthly)


def _order(situation: Situation, owed: Balance) -> Answer:
    """The order; of one sum that they name, what it would pay as things stand."""
    applied = situation.answer("payment.applied")
    payment = _one_sum(situation)
    if payment is None or payment > owed.total:
        return applied
    pays = spread(payment, owed)
    parts = component_words(
        situation.desk.policy.catalog, situation.language, Balance(pays.fees, pays.interest, pays.principal)
    )
    spelled = situation.say("payment.spread", amount=display(payment), components=parts)
    return Answer((*applied.said, spelled))


def _one_sum(situation: Situation) -> Money | None:
    named = {each.money for each in situation.readings.amounts if each.money is not None}
    return named.pop() if len(named) == 1 else None
