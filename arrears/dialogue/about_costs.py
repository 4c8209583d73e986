"""What they ask to be let off, and which way costs least in all; neither is taken for terms of theirs.

Nothing is let off by the machine: a person decides. What costs least is told from our records.
"""

from __future__ import annotations

from arrears.dialogue.about_charges import what_costs_least
from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over, is_spared
from arrears.dialogue.contested import part_named
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import balance_answer
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.positions import authority_of, position_of
from arrears.dialogue.relieving import hard_by_label_alone
from arrears.domain.intents import ASKING, OFFERING, Heard, Intent
from arrears.domain.language.acts.charge_questions import asks_what_for, names_interest
from arrears.domain.language.acts.cost_questions import asks_cheapest, asks_fee_off, wished_off
from arrears.domain.money import display
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import ledger, plans

_TAKEN_FOR = (
    ASKING
    | OFFERING
    | {
        Intent.REQUEST_SETTLEMENT,
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.DENY,
        Intent.VERIFY_IDENTITY,
    }
)
"""What "can you waive the fee" and "what costs least" are taken for."""


def asked_of_costs(situation: Situation) -> Decided | None:
    """The turn as such a question; None where it is none, or nobody is verified."""
    said, hard = frozenset(situation.heard.intents), hard_by_label_alone(situation)
    if situation.party is None or not said:
        return None
    doubted = frozenset({Intent.DISPUTE}) & situation.heard.doubted
    if said <= _TAKEN_FOR | frozenset(hard) and asks_cheapest(situation.text, situation.readings):
        return Heard(situation.message_id), read_by_a_person(_cheapest, hard)
    if said <= _TAKEN_FOR | doubted and _wishes_one_off(situation):
        return Heard(situation.message_id), read_by_a_person(_let_off, tuple(doubted))
    return None


def beside_the_proof(situation: Situation, answer: Answer) -> Answer:
    """The answer to a right proof with that to such a question of the same turn, in place of ours."""
    keys = {said.key for said in answer.said}
    proved = "balance.state" in keys and keys <= {"balance.state", "payment.ways"}  # 怎么还: how, and by what
    asked = asked_of_costs(situation) if proved else None
    if asked is None:
        return answer
    stated, more = balance_answer(situation, "balance.stated"), asked[1](situation)
    return Answer((*stated.said, *more.said), more.bounds)


def _wishes_one_off(situation: Situation) -> bool:
    """Whether they would have a charge taken off, by its name or by the sum that the records have for it.

    "Can you take it off" after a question for a fee is of that.
    """
    read, text = situation.readings, situation.text
    if asks_fee_off(text, read):
        return True
    words = wished_off(text)
    if words is None or read.dates or read.instalment_count or read.frequency:
        return False
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    part = part_named(words, owed)
    if part is None:
        return not read.amounts and bool(_OF_FEES & situation.said_last)
    return all(each.money == part.total for each in read.amounts)


_OF_FEES = frozenset({"fees.owed", "fees.included", "fees.included_yet", "fees.without", "fees.still_owed"})


def _let_off(situation: Situation) -> Answer:
    """That a person decides on it, and when they hear; that no fee is owed, where none is."""
    barred = gate(situation)
    if barred is not None:
        return barred
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.fees.minor <= 0 and not names_interest(situation.text):
        return situation.answer("fees.none")
    staffed = hand_over(situation, "settlement")
    if asks_what_for(situation.text) and owed.fees.minor > 0:
        return situation.answer("fees.owed_let_off", amount=display(owed.fees), staffed=staffed)
    key = "plan.less_again" if _LET_OFF & situation.said_last else "fees.let_off"
    return situation.answer(key, staffed=staffed)


_LET_OFF = frozenset({"fees.let_off", "fees.owed_let_off"})


def _cheapest(situation: Situation) -> Answer:
    """What interest and a plan come to, what may be asked for, and the question that is open."""
    barred = gate(situation)
    if barred is not None:
        return barred
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if owed.total.minor <= 0:
        return situation.answer("balance.settled")
    said = [*what_costs_least(situation, owed).said]
    if _may_ask_for_less(situation):
        said.append(situation.say("plan.may_ask_less"))
    if not _has_terms(situation) and not is_spared(situation):
        said.append(situation.say("next.question"))
    return Answer(tuple(said))


def _has_terms(situation: Situation) -> bool:
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return standing is not None or waiting_offer(situation) is not None


def _may_ask_for_less(situation: Situation) -> bool:
    """Whether a part that clears all can be asked for on this loan, here, while no plan stands."""
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if authority is None or authority.terms.settlement is None or standing is not None:
        return False
    position = position_of(situation, balance, authority)
    return PlanType.SETTLEMENT in authority.terms.types & (position.allowed | position.with_approval)
