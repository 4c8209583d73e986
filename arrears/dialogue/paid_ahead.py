"""More in one payment of a plan, or before its day: what it leaves, and that nothing changes.

What comes once on top, in a month or if business is good, is welcome at any time and is no plan of its own.
"""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.terms_said import said_now
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.intents import CLOSING, COMMITTING, HARD, Heard
from arrears.domain.language.plans.one_payment import (
    adds_to_it,
    is_extra_once,
    is_of_one_payment,
    is_supposed,
    pays_more,
)
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.language.readings import AmountKind, DateProblem
from arrears.domain.money import Money, display, total
from arrears.domain.negotiation.agreed import left_of_plan, less_paid
from arrears.domain.negotiation.offers import Proposal, Wish
from arrears.domain.plans import Instalment, Plan
from arrears.domain.wording import offer_words
from arrears.store import offers, plans, proposals


def paid_extra(situation: Situation) -> Decided | None:
    """What comes once on top, whatever it was labelled; None where they say something else."""
    said = frozenset(situation.heard.intents)
    if situation.party is None or said & (CLOSING | HARD | COMMITTING) or not _is_extra(situation):
        return None
    return Heard(situation.message_id), _on_top


def _on_top(situation: Situation) -> Answer:
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return gate(situation) or paid_ahead(situation, standing) or _early(situation)


def paid_ahead(situation: Situation, standing: Plan | None) -> Answer | None:
    """What the surplus does; None where they name no larger payment, or other regular ones."""
    ahead = None if standing is None else _of_the_next(situation, standing)
    return ahead or (_early(situation) if _is_extra(situation) else None)


def _is_extra(situation: Situation) -> bool:
    """Whether it comes on top of terms that they have spoken of, or that may be."""
    less = wished_plan(situation.text) is Wish.SETTLEMENT
    if less or not is_extra_once(situation.text, situation.readings):
        return False
    return is_supposed(situation.text) or _has_terms(situation)


def _has_terms(situation: Situation) -> bool:
    """Whether terms stand, wait for a yes, or were proposed in this talk."""
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return waiting is not None or standing is not None or (kept is not None and kept.proposal != Proposal())


def _early(situation: Situation) -> Answer:
    return situation.answer("plan.early")


def _of_the_next(situation: Situation, standing: Plan) -> Answer | None:
    left = left_of_plan(standing, paid_on(situation, standing))
    if pays_more(situation.text) and said_now(situation) == Proposal():
        return _early(situation)
    amount = _larger(situation, left.instalments[0]) if left.instalments else None
    if amount is None or not _until(situation, left.first_on):
        return None
    every = total([each.amount for each in left.instalments], amount.currency)
    if amount >= every:
        return situation.answer("plan.paid_off_early", amount=display(every))
    catalog, channel = situation.desk.policy.catalog, situation.conversation.channel
    rest = offer_words(catalog, situation.language, less_paid(left, amount), channel)
    return situation.answer("plan.paid_ahead", amount=display(amount), schedule=rest)


def _larger(situation: Situation, item: Instalment) -> Money | None:
    """What they would pay of it once, where it is more than is due; "300 in April" is of that one."""
    said, text, due = said_now(situation), situation.text, item.amount
    its_month = said.lighter is not None and said.lighter.months == (item.on.month,)
    regular = said.frequency or said.count or said.rest or said.lighter or said.full or said.share_percent
    regular = regular and not its_month
    of_one = its_month or said.on is not None or is_of_one_payment(text)
    sums = [each.money for each in situation.readings.amounts if each.kind is AmountKind.SUM]
    named = [each for each in sums if each is not None and each.currency is due.currency and each != due]
    if regular or not of_one or len(named) != 1:
        return None
    amount = named[0] + due if adds_to_it(text) and named[0] < due else named[0]
    return amount if amount > due else None


def _until(situation: Situation, due_on: date) -> bool:
    """Whether it comes on the day of the payment or before it; a month may be that of the payment."""
    said = said_now(situation)
    if said.date_problem is DateProblem.UNRESOLVED:
        return False
    on = said.on or said.in_month
    return on is None or on <= due_on
