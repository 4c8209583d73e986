"""What they ask about interest and fees, by what the lender told us; past the gate.

What our records do not hold is said to be so: the loan agreement has it, and a person looks it up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.contested import components, contested, part_named, pays
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.cases import Balance
from arrears.domain.interest import InterestTerms
from arrears.domain.interest_ahead import interest_ahead
from arrears.domain.language.acts.charge_questions import (
    ChargeQuestion,
    charge_questions,
    names_fee,
    names_interest,
    names_penalty,
    part_asked_of,
)
from arrears.domain.money import Money, display
from arrears.domain.negotiation.agreed import left_of_plan
from arrears.domain.negotiation.offers import Offer
from arrears.domain.waterfall import spread
from arrears.domain.wording import date_words
from arrears.store import ledger, plans


def about_charges(situation: Situation) -> Answer | None:
    """The answer to what they ask; None where the turn asks none of that, or nothing is owed."""
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return None
    found = [_ANSWERS[asked](situation, owed) for asked in charge_questions(situation.text)]
    answers = [each for each in found if each is not None]
    return Answer(tuple(said for each in answers for said in each.said)) if answers else None


def charged_again(situation: Situation) -> Answer:
    """Whether more is charged from now on, which they hope is not so; past the gate."""
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return situation.answer("balance.settled")
    plain_interest = names_interest(situation.text) and not names_penalty(situation.text)
    return (_grows if plain_interest else _late_again)(situation, owed)


def _grows(situation: Situation, owed: Balance) -> Answer:
    """What a day brings, or that nothing does; a person tells what the lender's figures do not."""
    terms = situation.case.interest_terms
    if terms is None:
        return _not_in_our_records(situation, "interest.unknown")
    if not _is_added(terms, owed):
        return situation.answer("interest.none")
    monthly = display(terms.a_month(owed.principal))
    return situation.answer("interest.grows", daily=_daily(terms, owed), monthly=monthly)


def what_costs_least(situation: Situation, owed: Balance) -> Answer:
    """That sooner is cheaper where interest is added; that it is all the same, where none is."""
    terms = situation.case.interest_terms
    if terms is None:
        return situation.answer("plan.cheapest_unknown")
    if not _is_added(terms, owed):
        return situation.answer("plan.cheapest_same")
    return situation.answer("plan.cheapest_sooner", daily=_daily(terms, owed))


def _order(situation: Situation, owed: Balance) -> Answer:
    """The order; of one sum that they name, what it would pay as things stand."""
    applied = situation.answer("payment.applied")
    payment = _one_sum(situation)
    if payment is None or payment > owed.total:
        return applied
    pays = spread(payment, owed)
    parts = components(situation, Balance(pays.fees, pays.interest, pays.principal))
    spelled = situation.say("payment.spread", amount=display(payment), components=parts)
    return Answer((*applied.said, spelled))


def _rate(situation: Situation, owed: Balance) -> Answer:
    """The contract's rate, and what it brings a day."""
    terms = situation.case.interest_terms
    if terms is None:
        return _not_in_our_records(situation, "interest.rate_unknown")
    if not _is_added(terms, owed):
        return situation.answer("interest.none")
    return situation.answer("interest.rate", rate=terms.percent, daily=_daily(terms, owed))


def _late(situation: Situation, _owed: Balance) -> Answer:
    """What is charged for lateness is in no record of ours (`InterestTerms`)."""
    return _not_in_our_records(situation, "interest.late")


def _late_again(situation: Situation, _owed: Balance) -> Answer:
    """That a plan adds no fee; whether lateness still costs more is in no record of ours."""
    return _not_in_our_records(situation, "interest.late_again")


def _in_all(situation: Situation, owed: Balance) -> Answer:
    """The interest that is owed, and what is added until the last payment of what waits or stands."""
    first = situation.answer("interest.owed", amount=display(owed.interest))
    terms, offer = situation.case.interest_terms, _terms(situation)
    if terms is None or offer is None or not _is_added(terms, owed):
        then = _grows(situation, owed)
    else:
        more = interest_ahead(terms, owed, offer.instalments, situation.today)
        last_on = offer.instalments[-1].on
        day = date_words(situation.desk.policy.catalog, situation.language, last_on)
        then = situation.answer("interest.until_paid", amount=display(more), day=day)
    return Answer((*first.said, *then.said))


def _terms(situation: Situation) -> Offer | None:
    """The one offer that waits for a yes, else what is left of the plan; None without a payment to come."""
    waiting = waiting_offer(situation)
    if waiting is not None:
        return waiting.offer if waiting.other is None and waiting.offer.instalments else None
    plan = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return None if plan is None or not plan.instalments else left_of_plan(plan, paid_on(situation, plan))


def _fee(situation: Situation, owed: Balance) -> Answer | None:
    """How much of it is fees, and that our records do not say what for; of another part, which it is."""
    named, zero = _one_sum(situation), Money.zero(owed.currency)
    if named not in (None, owed.fees) and not names_fee(situation.text):
        parts = (Balance(zero, owed.interest, zero), Balance(zero, zero, owed.principal))
        part = next((each for each in parts if each.total == named), None)
        if part is None:
            return None
        return situation.answer("fees.other", components=components(situation, part))
    if owed.fees.minor <= 0:
        return situation.answer("fees.none")
    return _not_in_our_records(situation, "fees.owed", amount=display(owed.fees))


def _without(situation: Situation, owed: Balance) -> Answer | None:
    """What is owed but for the part, and that it is owed all the same unless a person decides."""
    if names_penalty(situation.text):
        return _late(situation, owed)
    part = part_named(part_asked_of(situation.text) or "", owed)
    if part is None:
        return _names_none(situation, owed)
    rest = display(owed.total - part.total)
    return situation.answer("fees.without", components=components(situation, part), total=rest)


def _let_off(situation: Situation, owed: Balance) -> Answer | None:
    """That it is owed yet, or that there is none."""
    part = part_named(part_asked_of(situation.text) or "", owed)
    if part is None:
        return _names_none(situation, owed)
    return situation.answer("fees.still_owed", components=components(situation, part))


def _included(situation: Situation, owed: Balance) -> Answer | None:
    """Whether the terms that wait or stand pay the part; without terms, that what is owed has it in it."""
    part = part_named(part_asked_of(situation.text) or "", owed)
    if part is None:
        return _names_none(situation, owed)
    terms = _terms(situation)
    if waiting_offer(situation) is not None and terms is None:
        return situation.answer("payment.applied")  # two ways wait
    if terms is None:
        total = owed.total
    elif pays(terms, part, owed):
        total = terms.total
    else:
        return situation.answer("payment.applied")
    key = "fees.included" if contested(situation, owed) is None else "fees.included_yet"
    return situation.answer(key, components=components(situation, part), total=display(total))


def _names_none(situation: Situation, owed: Balance) -> Answer | None:
    """That there are no fees, where it is a fee that they name; None where no part of it is meant."""
    no_fee = owed.fees.minor <= 0 and names_fee(situation.text) and not names_interest(situation.text)
    return situation.answer("fees.none") if no_fee else None


def _looked_into(situation: Situation, _owed: Balance) -> Answer:
    return situation.answer("human.waiting", staffed=hand_over(situation, "interest"))


def _lawful(situation: Situation, _owed: Balance) -> Answer:
    """We judge nothing of the law; a person hears that they ask."""
    return _not_in_our_records(situation, "interest.lawful")


def _not_in_our_records(situation: Situation, key: str, **values: str) -> Answer:
    return situation.answer(key, staffed=hand_over(situation, "interest"), **values)


def _is_added(terms: InterestTerms, owed: Balance) -> bool:
    return terms.annual_rate > 0 and owed.principal.minor > 0


def _daily(terms: InterestTerms, owed: Balance) -> str:
    return display(terms.accrued(owed.principal, 1))


def _one_sum(situation: Situation) -> Money | None:
    named = {each.money for each in situation.readings.amounts if each.money is not None}
    return named.pop() if len(named) == 1 else None


_ANSWERS: Mapping[ChargeQuestion, Callable[[Situation, Balance], Answer | None]] = {
    ChargeQuestion.GROWS: _grows,
    ChargeQuestion.ORDER: _order,
    ChargeQuestion.RATE: _rate,
    ChargeQuestion.LATE: _late,
    ChargeQuestion.LATE_AGAIN: _late_again,
    ChargeQuestion.IN_ALL: _in_all,
    ChargeQuestion.FEE: _fee,
    ChargeQuestion.WITHOUT: _without,
    ChargeQuestion.LET_OFF: _let_off,
    ChargeQuestion.INCLUDED: _included,
    ChargeQuestion.LOOKED_INTO: _looked_into,
    ChargeQuestion.LAWFUL: _lawful,
}
