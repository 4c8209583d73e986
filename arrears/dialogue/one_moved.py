"""One of the payments that were read back, on another day: the others stay where they are.

"Push the one on the 5th back a week", 5号那次往后挪一个礼拜. Of a plan that stands `changing` moves it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from arrears.dialogue.answering import Situation
from arrears.dialogue.put_off import days_named, put_off_from
from arrears.domain.language.acts.which_payment import LAST, payment_named, speaks_of_one
from arrears.domain.language.offered.bare_days import is_bare
from arrears.domain.language.plans.all_payments import of_all_payments
from arrears.domain.language.readings import Frequency
from arrears.domain.negotiation.offers import LighterMonths, Proposal
from arrears.domain.negotiation.schedule import in_month
from arrears.domain.plans import Instalment
from arrears.store import offers

_NEAREST = 20
"""Days within which a day is that of a payment before it. Judgement: nobody moves one further than that."""


def one_moved(situation: Situation, so_far: Proposal | None) -> Proposal | None:
    """The terms on the table with that payment in its month; None where they speak of no one of them."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if so_far is None or waiting is None or waiting.other is not None or waiting.offer.left_due:
        return None
    items, monthly = waiting.offer.instalments, waiting.offer.frequency is Frequency.MONTHLY
    equal = len({each.amount for each in items[:-1]}) == 1
    if not (monthly and equal and speaks_of_one(situation.text)):
        return None
    # 下一次是13号 may be the one of their wages.
    of_pay = situation.means.payday_rhythm is not None
    if of_pay or of_all_payments(situation.text, situation.readings):
        return None
    moved = _moved(situation, items)
    if moved is None:
        return None
    once = Instalment(moved, items[0].amount)
    lighter = LighterMonths((), items[0].amount, once=(once,))
    first = so_far.on or items[0].on
    return Proposal(items[0].amount, first, frequency=Frequency.MONTHLY, lighter=lighter)


def _moved(situation: Situation, items: Sequence[Instalment]) -> date | None:
    """The day to which that payment goes, in the month in which it is; else None."""
    days, own = days_named(situation), [each.on for each in items]
    number = payment_named(situation.text)
    at = len(own) - 1 if number == LAST else (number or 1) - 1
    old = next((on for on in own if on in days), own[at] if at < len(own) else None)
    if old is None:
        return None
    new = put_off_from(situation, old) or max((on for on in days if on not in own), default=None)
    if new is not None and not any(on in days for on in own) and number is None:
        old = payment_before(new, own) or old
    if new is not None and any(each.on == new and is_bare(each) for each in situation.readings.dates):
        new = in_month(old, 0, new.day)  # "the one on may 18 to the 25th"
    same = new is not None and (new.year, new.month) == (old.year, old.month)
    return new if same and new != old else None


def payment_before(day: date, own: Sequence[date]) -> date | None:
    """The day of the payment that is nearest before it, which "the one on the 5th back a week" names."""
    near = [on for on in own if 0 < (day - on).days <= _NEAREST]
    return max(near, default=None)
