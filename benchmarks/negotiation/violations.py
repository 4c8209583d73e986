"""The hard rules, stated anew: what no offer may do, whatever the policy.

Nothing of the engine's own limits is used here.
"""

from __future__ import annotations

from collections import Counter as Tally
from datetime import timedelta
from itertools import pairwise

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from benchmarks.negotiation.adapter import Conversation, Step, shown_in
from benchmarks.negotiation.facts import Facts
from benchmarks.negotiation.setting import Case

PER_YEAR = {
    Frequency.WEEKLY: 52,
    Frequency.BIWEEKLY: 26,
    Frequency.SEMIMONTHLY: 24,
    Frequency.MONTHLY: 12,
    Frequency.QUARTERLY: 4,
}


def violations(conversation: Conversation) -> Tally[str]:
    """How often each rule was broken."""
    found: Tally[str] = Tally()
    for step in conversation.steps:
        for offer in shown_in(step.move):
            found.update(outside(offer, conversation.case))
            found.update(above_means(offer, step.facts))
    found["better_after_refusal"] = _bettered(conversation.steps)
    found["recorded_without_yes"] = conversation.unasked_records
    return +found


def outside(offer: Offer, case: Case) -> set[str]:
    """What of an offer is outside the lender's authority."""
    terms, today = case.authority.terms, case.today
    items, amounts = offer.instalments, [item.amount.minor for item in offer.instalments]
    if not items:
        return _pause(offer, case)
    waived = 0 if offer.waived is None else offer.waived.minor
    kind = PlanType.INSTALMENTS if offer.kind is PlanType.SPLIT else offer.kind
    may = {kind, offer.kind} & case.allowed & terms.types
    relieved = offer.kind is PlanType.HARDSHIP and terms.hardship is not None
    floor = terms.hardship.min_payment if relieved and terms.hardship else terms.min_instalment
    least = min(floor, case.balance).minor
    latest_first = terms.promise_within_days if len(items) == 1 else terms.first_payment_within_days
    rules = {
        "kind": bool(may),
        "sum": sum(amounts) + offer.left_due.minor + waived == case.balance.minor,
        "least": all(amount >= least for amount in amounts[:-1])
        and (amounts[-1] >= least or len(items) > 1)
        and amounts[-1] > 0,
        "count": len(items) <= terms.max_instalments,
        "first_day": today <= items[0].on <= today + timedelta(days=latest_first),
        "last_day": items[-1].on <= today + timedelta(days=terms.max_term_days),
        "order": all(one.on < other.on for one, other in pairwise(items)),
        "rhythm": offer.frequency is None or offer.frequency in terms.frequencies,
    }
    return {f"outside_{name}" for name, holds in rules.items() if not holds}


def _pause(offer: Offer, case: Case) -> set[str]:
    hardship = case.authority.terms.hardship
    days = 0 if hardship is None else hardship.max_pause_days
    may = PlanType.PAUSE in case.allowed & case.authority.terms.types
    in_time = offer.review_on is not None and (offer.review_on - case.today).days <= days
    return set() if may and in_time and offer.left_due == case.balance else {"outside_pause"}


def above_means(offer: Offer, facts: Facts) -> set[str]:
    """Whether a payment is above what they said they can afford, or above what their own figures leave."""
    found, most = set(), max((item.amount for item in offer.instalments), default=None)
    if most is None:
        return found
    if facts.limit is not None and most > _in(offer, facts.limit.amount, facts.limit.per):
        found.add("above_limit")
    if facts.said.income is not None:
        left = _monthly(facts.said.income.amount, facts.said.income.per)
        if facts.said.expenses is not None:
            left -= _monthly(facts.said.expenses.amount, facts.said.expenses.per)
        if most.minor > max(0, left) * 12 / PER_YEAR[offer.frequency or Frequency.MONTHLY]:
            found.add("above_figures")
    return found


def _monthly(amount: Money, per: Frequency) -> float:
    return amount.minor * PER_YEAR[per] / 12


def _in(offer: Offer, limit: Money, per: Frequency | None) -> Money:
    """The limit in the offer's rhythm; the two halves of a balance are a month apart."""
    if per is None or offer.frequency is None:
        slower = per is not None and PER_YEAR[per] > 12 and len(offer.instalments) > 1
        return Money(limit.minor * PER_YEAR[per] // 12, limit.currency) if slower else limit
    return Money(limit.minor * PER_YEAR[per] // PER_YEAR[offer.frequency], limit.currency)


def _bettered(steps: list[Step]) -> int:
    """Offers that are easier than those made before on the same facts."""
    best: dict[object, tuple[int, int, int]] = {}
    count = 0
    for step in steps:
        shown = shown_in(step.move)
        if not shown:
            continue
        ease = min(_ease(offer) for offer in shown)
        key = step.facts.key()
        count += key in best and ease < best[key]
        best[key] = min(ease, best.get(key, ease))
    return count


def _ease(offer: Offer) -> tuple[int, int, int]:
    """Less is easier: the total asked, then the largest payment, then how soon."""
    most = max((item.amount.minor for item in offer.instalments), default=0)
    return offer.total.minor, most, -(offer.first_on.toordinal() if offer.instalments else 10**7)
