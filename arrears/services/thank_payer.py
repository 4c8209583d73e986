"""Thank for money that came in; at the end of it all, say that it is complete."""

from __future__ import annotations

from datetime import date, timedelta

from arrears.contact.lapsing import has_fulfilled, owes
from arrears.contact.writing import Occasion, is_written, number_for, write_each
from arrears.desk import Desk
from arrears.dialogue.answering import day_of
from arrears.domain.cases import Case
from arrears.domain.contact_policy import LifeContact
from arrears.store import Tx, cases, ledger
from arrears.store.ledger import Payment

_THANKS = (LifeContact.RECEIPT, LifeContact.FULFILLED, LifeContact.COMPLETED)


def thank_payers(desk: Desk) -> int:
    """Plan a receipt, or the letter of completion, for the last payment of each case; returns how many.

    Of several payments that came in together the last one is thanked for.
    """
    within = timedelta(days=desk.policy.contacts.thanks_within_days)
    with desk.store.read() as tx:
        found = [_thanks(tx, desk, each) for each in ledger.last_payments(tx, desk.clock.now() - within)]
    return write_each(desk, [occasion for occasion in found if occasion is not None])


def _thanks(tx: Tx, desk: Desk, payment: Payment) -> Occasion | None:
    """What is said about the payment; None when it was said, or was made too long ago or not yet."""
    if payment.case_id is None:
        return None
    case = cases.load_case(tx, payment.case_id)
    today, point = day_of(tx, case.owner_id, desk.clock.now()), number_for(tx, case)
    days_ago = (today - payment.paid_on).days
    if point is None or not 0 <= days_ago <= desk.policy.contacts.thanks_within_days:
        return None
    if any(is_written(tx, Occasion(each, payment.id, case, point)) for each in _THANKS):
        return None
    return Occasion(_kind(tx, case, today), payment.id, case, point)


def _kind(tx: Tx, case: Case, today: date) -> LifeContact:
    if not owes(tx, case):
        return LifeContact.COMPLETED
    return LifeContact.FULFILLED if has_fulfilled(tx, case, today) else LifeContact.RECEIPT
