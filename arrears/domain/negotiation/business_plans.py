"""Offers of the kinds that lenders make to small businesses; cents and days as in `plan_builders`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from arrears.domain.cases import Balance
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders
from arrears.domain.negotiation.authority import RestDays
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.rest_days import dated
from arrears.domain.negotiation.schedule import due_dates, parts_of


def interest_only(
    balance: Balance,
    months: int,
    then: int,
    first_on: date,
    monthly_interest: Money,
    rest_days: RestDays,
    today: date,
) -> Offer:
    """Interest alone for so many months, then all that is owed now in `then` equal monthly payments.

    The interest of the season accrues meanwhile: it comes on top of the balance.
    Raises: ValueError when one of the figures is not positive.
    """
    if months < 1 or monthly_interest.minor < 1:
        raise ValueError("a season of interest has months and an amount")
    amounts = (*(monthly_interest for _ in range(months)), *parts_of(balance.total, then))
    days = islice(due_dates(max(first_on, today), Frequency.MONTHLY), len(amounts))
    items = dated(days, amounts, rest_days, today)
    return Offer(items, Frequency.MONTHLY, Money.zero(balance.currency), PlanType.INTEREST_ONLY)


def revenue_linked(
    balance: Money,
    percent: int,
    floor: Money,
    first_on: date,
    latest_on: date,
    rest_days: RestDays,
    today: date,
) -> Offer:
    """Each month a share of the takings, at least the floor: the instalments are the floors, to `latest_on`.

    What the floors leave stays due, and what follows is agreed on the day of the last one.
    Raises: ValueError when percent is not from 1 to 100, balance or floor is not positive, or no day fits.
    """
    if not 1 <= percent <= 100:
        raise ValueError("a share of takings is from 1 to 100 per cent")
    days = takewhile(lambda day: day <= latest_on, due_dates(max(first_on, today), Frequency.MONTHLY))
    offer = plan_builders.on_days(balance, days, floor, rest_days, today)
    return replace(
        offer,
        frequency=Frequency.MONTHLY if len(offer.instalments) > 1 else None,
        kind=PlanType.REVENUE_LINKED,
        review_on=offer.last_on if offer.left_due else None,
        takings_percent=percent,
    )


def seasonal(
    balance: Money,
    weights: Mapping[int, int],
    first_on: date,
    count: int,
    rest_days: RestDays,
    today: date,
) -> Offer:
    """So many monthly payments in proportion to the weight of their month (1 to 12); none where it is 0.

    Raises: ValueError when a weight is below 0, none is above it, or a payment would be nothing.
    """
    if count < 1 or not any(weights.values()) or min(weights.values()) < 0:
        raise ValueError("a seasonal plan has payments, and a month that brings money")
    monthly = due_dates(max(first_on, today), Frequency.MONTHLY)
    days = tuple(islice((day for day in monthly if weights.get(day.month, 0)), count))
    amounts = _in_proportion(balance, tuple(weights[day.month] for day in days))
    items = dated(days, amounts, rest_days, today)
    return Offer(items, None, Money.zero(balance.currency), PlanType.SEASONAL)


def extension(balance: Money, until: date, rest_days: RestDays, today: date) -> Offer:
    """All of it at a later maturity (展期). Raises: ValueError when nothing is owed."""
    offer = plan_builders.promise(balance, until, balance, rest_days, today)
    return replace(offer, kind=PlanType.EXTENSION)


def renewal(balance: Balance, pay_on: date, until: date, rest_days: RestDays, today: date) -> Offer:
    """Interest and fees on a day, the principal in a new term to `until` (无还本续贷).

    That is new credit: a person speaks of it.

    Raises: ValueError when no principal is owed or `until` is not after `pay_on`.
    """
    if balance.principal.minor < 1 or until <= pay_on:
        raise ValueError("a renewal has principal, and a term that ends later")
    now = balance.interest + balance.fees
    parts = [(pay_on, now)] if now.minor > 0 else []
    days, amounts = zip(*parts, (until, balance.principal), strict=True)
    items = dated(days, amounts, rest_days, today)
    return Offer(items, None, Money.zero(balance.currency), PlanType.RENEWAL)


def flexible(offer: Offer) -> Offer:
    """Instalments that may be paid early without a charge (随借随还); terms of other kinds as they are."""
    return replace(offer, kind=PlanType.FLEXIBLE) if offer.kind is PlanType.INSTALMENTS else offer


def _in_proportion(balance: Money, weights: tuple[int, ...]) -> tuple[Money, ...]:
    """Shares that add up exactly: each is the rounded running total it reaches, less what came before."""
    whole, reached, amounts = sum(weights), 0, []
    before = Money.zero(balance.currency)
    for weight in weights:
        reached += weight
        until = balance.share(reached, whole)
        amounts.append(until - before)
        before = until
    if any(amount.minor < 1 for amount in amounts):
        raise ValueError("a seasonal payment would be nothing")
    return tuple(amounts)
