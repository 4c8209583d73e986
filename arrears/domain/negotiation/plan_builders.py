"""Offers of every common kind, exact to the cent; those of small businesses alone are in `business_plans`.

Days are on the borrower's calendar. They are moved off weekends and holidays as `rest_days` says, so an offer
may end a little after the day that was asked for: whoever has a last day looks at the offer, or asks
`rest_days.latest_within` first. No two payments fall on one day, and none before `today`: a day that has
gone by counts as today. `balance` is all that is owed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import dated, first_free, kept_apart, moved
from arrears.domain.negotiation.schedule import due_dates, months_after, parts_of
from arrears.domain.plans import Instalment, Plan, poured


def pay_now(balance: Money, today: date) -> Offer:
    """All of it today, whatever day that is. Raises: ValueError when nothing is owed."""
    _require(balance.minor > 0, "nothing is owed")
    return Offer((Instalment(today, balance),), None, Money.zero(balance.currency), PlanType.PAY_NOW)


def promise(amount: Money, on: date, balance: Money, rest_days: RestDays, today: date) -> Offer:
    """One payment on one day; the rest stays due. Raises: ValueError unless 0 < amount <= balance."""
    _require(Money.zero(balance.currency) < amount <= balance, "a payment is a part of what is owed")
    return _offer(balance, dated((on,), (amount,), rest_days, today), None, PlanType.PROMISE)


def grace(balance: Money, on: date, rest_days: RestDays, today: date) -> Offer:
    """The whole of it a few days later. Raises: ValueError when nothing is owed."""
    return replace(promise(balance, on, balance, rest_days, today), kind=PlanType.GRACE)


def split(balance: Money, first: Instalment, second_on: date, rest_days: RestDays, today: date) -> Offer:
    """Two payments that cover all. Raises: ValueError unless both have an amount and come in order."""
    return with_rest((first,), balance, 1, Frequency.MONTHLY, second_on, rest_days, today)


def instalments(
    balance: Money, first_on: date, by: int | Money, frequency: Frequency, rest_days: RestDays, today: date
) -> Offer:
    """All of it in a rhythm: `by` a count, equal to the cent; or `by` an amount, the last one smaller.

    Raises: ValueError when the balance or `by` is not positive, or a payment would be nothing.
    """
    amounts = parts_of(balance, by)
    days = islice(due_dates(max(first_on, today), frequency), len(amounts))
    return _offer(balance, dated(days, amounts, rest_days, today), frequency, PlanType.INSTALMENTS)


def named(balance: Money, payments: Sequence[Instalment], rest_days: RestDays, today: date) -> Offer:
    """The payments on their days, two that cover all as a split; what they do not cover stays due.

    Raises: ValueError when their days are not in order.
    """
    items = dated((each.on for each in payments), (each.amount for each in payments), rest_days, today)
    offer = _offer(balance, items, None, PlanType.INSTALMENTS)
    return replace(offer, kind=PlanType.SPLIT) if len(items) == 2 and not offer.left_due else offer


def with_rest(
    first: tuple[Instalment, ...],
    balance: Money,
    by: int | Money,
    frequency: Frequency,
    rest_first_on: date,
    rest_days: RestDays,
    today: date,
) -> Offer:
    """First payments, and what they leave in a rhythm from another day on; `by` as in `instalments`.

    A rest of one payment makes a split. Raises: ValueError as `instalments` does for the rest, and when a
    first payment is nothing or the rest starts before it.
    """
    paid = total([each.amount for each in first], balance.currency)
    some = all(each.amount.minor > 0 for each in first)
    _require(some and rest_first_on >= first[-1].on, "a first payment comes first")
    amounts = (*(each.amount for each in first), *parts_of(balance - paid, by))
    days = islice(due_dates(max(rest_first_on, today), frequency, first[-1].on), len(amounts) - len(first))
    items = dated((*(each.on for each in first), *days), amounts, rest_days, today)
    if len(items) == 2:
        return _offer(balance, items, None, PlanType.SPLIT)
    return _offer(balance, items, frequency, PlanType.INSTALMENTS)


def going_on_from(offer: Offer, second_on: date, rest_days: RestDays, today: date) -> Offer:
    """The offer with all but its first payment in its rhythm from another day on; one payment stays as it is.

    Raises: ValueError when that day comes before the first payment.
    """
    first, *others = offer.instalments
    if offer.frequency is None or not others:
        return offer
    days = islice(due_dates(second_on, offer.frequency), len(others))
    kept = dated(days, (each.amount for each in others), rest_days, today)
    _require(kept[0].on > first.on, "a first payment comes first")
    return replace(offer, instalments=(first, *kept))


def on_days(balance: Money, days: Iterable[date], amount: Money, rest_days: RestDays, today: date) -> Offer:
    """An amount on each of the days, such as paydays, the last one smaller, until the balance is covered.

    Days that have gone by are left out; what the days do not cover stays due. Days may be without end.
    Raises: ValueError when no day is left, days are not in order, or balance or amount is not positive.
    """
    items = _filled(balance, amount, (day for day in days if day >= today), rest_days, today)
    return _offer(balance, items, None, PlanType.INSTALMENTS)


def date_changed(
    plan: Plan,
    number: int,
    new_on: date,
    rest_days: RestDays,
    today: date,
    paid: Money | None = None,
    *,
    part: Money | None = None,
) -> Offer:
    """What is left of the plan, with its payment `number` (from 1) on another day, the others as they were.

    `paid` has arrived for the plan: payments it covers are left out, of one it covers in part the rest stays.
    `part` of the payment stays on its day, so that only the rest of it comes later.
    The changed payment may come after later ones; where it meets one of them it takes the next day.
    Raises: ValueError when there is no such payment, it is paid, or the part is no part of it.
    """
    left = still_open(plan, Money.zero(plan.left_due.currency) if paid is None else paid)
    _require(number in left, f"payment {number} of plan {plan.id} is not open")
    moving = left.pop(number)
    amount = moving.amount
    if part is not None:
        _require(Money.zero(part.currency) < part < amount, f"{part} is no part of payment {number}")
        amount, left = amount - part, dict(sorted({**left, number: replace(moving, amount=part)}.items()))
    # The others were placed when the plan was made; only a day that has gone by cannot stay.
    days = kept_apart((item.on for item in left.values()), RestDays(), today)
    others = [Instalment(on, item.amount) for on, item in zip(days, left.values(), strict=True)]
    changed = Instalment(first_free(new_on, days, rest_days, today), amount)
    return with_other_days(plan, tuple(sorted((*others, changed), key=lambda item: item.on)))


def with_other_days(plan: Plan, items: tuple[Instalment, ...]) -> Offer:
    """The plan with these payments, which are what is open of it on other days."""
    return Offer(
        items,
        plan.frequency if len(items) > 1 else None,
        plan.left_due,
        PlanType.DATE_CHANGE,
        plan.waived,
        None if plan.review_on is None else max(plan.review_on, items[-1].on),
        plan.takings_percent,
    )


def pause(balance: Money, review_on: date, rest_days: RestDays, today: date) -> Offer:
    """Nothing to pay until a review; all stays due."""
    return Offer((), None, balance, PlanType.PAUSE, review_on=moved(review_on, rest_days, today))


def hardship(
    balance: Money,
    amount: Money,
    frequency: Frequency,
    first_on: date,
    months: int,
    review_on: date,
    rest_days: RestDays,
    today: date,
) -> Offer:
    """Reduced payments for so many months from the first on, then a review; the rest stays due.

    The review is moved like a due day and never comes before the last payment.
    Raises: ValueError when months, balance or amount is not positive.
    """
    first_on = max(first_on, today)
    end = months_after(first_on, months)
    days = takewhile(lambda day: day < end, due_dates(first_on, frequency))
    offer = _offer(balance, _filled(balance, amount, days, rest_days, today), frequency, PlanType.HARDSHIP)
    review = max(moved(review_on, rest_days, today), offer.last_on)
    return replace(offer, kind=PlanType.HARDSHIP, review_on=review)


def settlement(
    balance: Money, pays: Money, on: date | tuple[Instalment, ...], rest_days: RestDays, today: date
) -> Offer:
    """A part that clears all: on one day, or in the parts given. What is waived is waived once all is paid.

    Raises: ValueError unless 0 < pays < balance, and the parts have amounts and add up to `pays`.
    """
    parts = (Instalment(on, pays),) if isinstance(on, date) else on
    together = total([part.amount for part in parts], balance.currency)
    _require(Money.zero(balance.currency) < pays < balance and together == pays, "a settlement is a part")
    _require(all(part.amount.minor > 0 for part in parts), "every payment has an amount")
    items = dated((part.on for part in parts), (part.amount for part in parts), rest_days, today)
    return Offer(items, None, Money.zero(balance.currency), PlanType.SETTLEMENT, waived=balance - pays)


def _offer(
    balance: Money, items: tuple[Instalment, ...], frequency: Frequency | None, kind: PlanType
) -> Offer:
    """The payments as an offer; one alone has no rhythm, and is a promise."""
    covered = total([item.amount for item in items], balance.currency)
    if len(items) == 1:
        return Offer(items, None, balance - covered, PlanType.PROMISE)
    return Offer(items, frequency, balance - covered, kind)


def _filled(
    balance: Money, amount: Money, days: Iterable[date], rest_days: RestDays, today: date
) -> tuple[Instalment, ...]:
    """The amount on one day after the other until the balance or the days end."""
    _require(balance.minor > 0 and amount.minor > 0, "a plan needs a balance and an amount")
    used: list[date] = []
    amounts: list[Money] = []
    for day in days:
        used.append(day)
        amounts.append(min(amount, balance))
        balance = balance - amounts[-1]
        if not balance:
            break
    _require(bool(used), "a plan needs a day that has not gone by")
    return dated(used, amounts, rest_days, today)


def still_open(plan: Plan | Offer, paid: Money) -> dict[int, Instalment]:
    """What is missing of each payment that is not covered, by its number."""
    covered = poured(paid, tuple(item.amount for item in plan.instalments))
    return {
        number: Instalment(item.on, item.amount - got)
        for number, (item, got) in enumerate(zip(plan.instalments, covered, strict=True), start=1)
        if got < item.amount
    }


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
