"""What a person sees to: the queue is told why, the borrower when an answer can be expected.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arrears.answering import Answer, Situation, gate, hand_over, is_spared
from arrears.changing import change_plan_day
from arrears.domain.intents import COMMITTING, Intent
from arrears.negotiating import take_terms
from arrears.offering import close_open_offer
from arrears.store import offers, plans
from arrears.store.offers import OfferOutcome


def change_due_date(situation: Situation) -> Answer:
    """Another day for what was agreed: read back, and a person where the agent may not change it.

    Terms that nobody has agreed to yet are simply read back with the other day.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    return take_terms(situation) if standing is None else change_plan_day(situation, standing)


def cancel_plan(situation: Situation) -> Answer:
    """An offer that waits for a yes is off the table; what was agreed a person cancels, in writing.

    Beside a yes or a no, the answer to that has said it already.
    """
    waited = offers.open_offer(situation.tx, situation.conversation.id) is not None
    close_open_offer(situation, OfferOutcome.DECLINED)
    agreed = plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
    if not agreed and situation.heard.intent in COMMITTING | {Intent.DENY}:
        return Answer(())
    if waited and not agreed:
        key = "plan.not_recorded" if is_spared(situation) else "plan.declined"
        return gate(situation) or situation.answer(key)
    return situation.answer("cancel.answer", staffed=hand_over(situation, "cancel_plan"))


def _referred(reason: str, key: str) -> Callable[[Situation], Answer]:
    def decide(situation: Situation) -> Answer:
        return situation.answer(key, staffed=hand_over(situation, reason))

    return decide


REFERRALS: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.REQUEST_SETTLEMENT: take_terms,
    Intent.CHANGE_DUE_DATE: change_due_date,
    Intent.PAYMENT_FAILED: _referred("payment_failed", "failed.answer"),
    Intent.REQUEST_WRITTEN: _referred("written", "written.answer"),
    Intent.REQUEST_RECEIPT: _referred("receipt", "receipt.answer"),
    Intent.REQUEST_CALLBACK: _referred("callback", "callback.answer"),
    Intent.CHANGE_CONTACT: _referred("change_contact", "contact.answer"),
    Intent.CANCEL_PLAN: cancel_plan,
}
"""The decision about each request that a person sees to."""
