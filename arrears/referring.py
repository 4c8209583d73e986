"""What a person sees to: the queue is told why, the borrower when an answer can be expected.

Each function is the whole decision about its intent, whether it leads the turn or stands beside another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arrears.answering import Answer, Situation, gate, hand_over, is_spared
from arrears.domain.intents import COMMITTING, Intent
from arrears.negotiating import close_open_offer, says_terms, take_terms
from arrears.store import offers, plans
from arrears.store.offers import OfferOutcome


def change_due_date(situation: Situation) -> Answer:
    """Another day for what was agreed: a person confirms the old and the new one.

    Terms that nobody has agreed to yet are simply read back with the other day.
    """
    barred = gate(situation)
    if barred is not None:
        return barred
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    agreed = plans.standing_plan(situation.tx, situation.case.id) is not None
    if waits and not agreed and says_terms(situation):
        return take_terms(situation)
    return situation.answer("change.day", staffed=hand_over(situation, "change_due_date"))


def cancel_plan(situation: Situation) -> Answer:
    """An offer that waits for a yes is off the table; what was agreed a person cancels, in writing.

    Beside a yes or a no, the answer to that has said it already.
    """
    waited = offers.open_offer(situation.tx, situation.conversation.id) is not None
    close_open_offer(situation, OfferOutcome.DECLINED)
    agreed = plans.standing_plan(situation.tx, situation.case.id) is not None
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


def _referred_once_verified(reason: str, key: str) -> Callable[[Situation], Answer]:
    refer = _referred(reason, key)
    return lambda situation: gate(situation) or refer(situation)


REFERRALS: Mapping[Intent, Callable[[Situation], Answer]] = {
    Intent.REQUEST_SETTLEMENT: _referred_once_verified("settlement", "reduction.answer"),
    Intent.CHANGE_DUE_DATE: change_due_date,
    Intent.PAYMENT_FAILED: _referred("payment_failed", "failed.answer"),
    Intent.REQUEST_WRITTEN: _referred("written", "written.answer"),
    Intent.REQUEST_RECEIPT: _referred("receipt", "receipt.answer"),
    Intent.REQUEST_CALLBACK: _referred("callback", "callback.answer"),
    Intent.CHANGE_CONTACT: _referred("change_contact", "contact.answer"),
    Intent.CANCEL_PLAN: cancel_plan,
}
"""The decision about each request that a person sees to."""
