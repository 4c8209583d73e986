"""More in one payment of a plan that stands, or before its day: what it leaves, and that nothing changes."""

from __future__ import annotations

from datetime import date

from arrears.dialogue.answering import Answer, Situation
from arrears.dialogue.terms_said import said_now
from arrears.dialogue.what_is_left import paid_on
from arrears.domain.language.plans.one_payment import adds_to_it, is_of_one_payment, pays_more
from arrears.domain.language.readings import AmountKind
from arrears.domain.money import Money, display, total
from arrears.domain.negotiation.agreed import left_of_plan, less_paid
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.plans import Instalment, Plan
from arrears.domain.wording import offer_words


def paid_ahead(situation: Situation, standing: Plan) -> Answer | None:
    """What the surplus does; None where they name no larger payment, or other regular ones."""
    left = left_of_plan(standing, paid_on(situation, standing))
    if pays_more(situation.text) and said_now(situation) == Proposal():
        return situation.answer("plan.early")
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
    """Whether it comes on the day of the payment or before it."""
    on = said_now(situation).on
    return on is None or on <= due_on
