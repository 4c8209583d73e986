"""Plans that the authority allows for a case: the field in which the bounds look for the best one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money
from arrears.domain.negotiation import plan_builders
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.negotiation.schedule import months_after
from arrears.domain.plans import Instalment
from benchmarks.negotiation.setting import Case
from benchmarks.negotiation.violations import PER_YEAR, outside

COUNTS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 21, 24, 26, 30, 36)


def inside(case: Case, first_days: Iterable[date], amounts: Iterable[Money] = ()) -> list[Offer]:
    """Plans that cover the balance: at once, in two, in every rhythm by counts and by the amounts given."""
    named = tuple(amounts)
    found = [pay_now(case)]
    for first_on in sorted(set(first_days)):
        found += _from(case, first_on, named)
    return [offer for offer in dict.fromkeys(found) if not outside(offer, case)]


def pay_now(case: Case) -> Offer:
    return plan_builders.pay_now(case.balance, case.today)


def in_full(case: Case, on: date) -> Offer:
    """All of it on one day."""
    return plan_builders.promise(case.balance, on, case.balance, case.authority.terms.rest_days, case.today)


def part(case: Case, amount: Money, on: date) -> Offer | None:
    """A payment that leaves the rest due; None where it is not allowed."""
    if not 0 < amount.minor < case.balance.minor:
        return None
    rest = case.authority.terms.rest_days
    offer = plan_builders.promise(amount, on, case.balance, rest, case.today)
    return None if outside(offer, case) else offer


def regular(case: Case, by: int | Money, frequency: Frequency, first_on: date) -> Offer:
    """All of it in a rhythm."""
    rest = case.authority.terms.rest_days
    return plan_builders.instalments(case.balance, first_on, by, frequency, rest, case.today)


def first_within(case: Case, on: date | None) -> date:
    """The day named if a plan may start then, else the usual or the latest one."""
    terms = case.authority.terms
    latest = case.today + timedelta(days=terms.first_payment_within_days - 3)  # room for rest days
    usual = case.today + timedelta(days=terms.usual_first_payment_days)
    return min(max(on or usual, case.today), latest)


def longest(case: Case, frequency: Frequency, first_on: date) -> Offer | None:
    """The plan of most payments in that rhythm, so the smallest; None where none is allowed."""
    terms = case.authority.terms
    for count in range(terms.max_instalments, 1, -1):
        if case.balance.minor >= count * min(terms.min_instalment, case.balance).minor:
            offer = regular(case, count, frequency, first_on)
            if not outside(offer, case):
                return offer
    return None


def lightest(case: Case, first_days: Iterable[date]) -> Iterator[Offer]:
    """Of each rhythm the smallest payments there may be, and all at once: one is carried where any plan is.

    Lazily, the longest first.
    """
    for first_on in sorted(set(first_days), reverse=True):
        found = [longest(case, frequency, first_on) for frequency in case.authority.terms.frequencies]
        yield from (
            offer for offer in (*found, in_full(case, first_on)) if offer and not outside(offer, case)
        )


def reduced(case: Case, amount: Money, frequency: Frequency, first_on: date) -> Offer | None:
    """The longest plan of hardship with that payment; None where it is not allowed."""
    hardship = case.authority.terms.hardship
    for months in range(hardship.max_months if hardship else 0, 0, -1):
        review = months_after(first_on, months)
        rest = case.authority.terms.rest_days
        offer = plan_builders.hardship(
            case.balance, amount, frequency, first_on, months, review, rest, case.today
        )
        if not outside(offer, case):
            return offer
    return None


def monthly_minor(offer: Offer) -> float:
    """The usual payment as money a month; of one payment, the payment."""
    usual = max((item.amount.minor for item in offer.instalments), default=0)
    return usual * PER_YEAR[offer.frequency or Frequency.MONTHLY] / 12


def _from(case: Case, first_on: date, amounts: tuple[Money, ...]) -> Iterator[Offer]:
    yield in_full(case, first_on)
    yield from _split(case, first_on)
    for frequency in case.authority.terms.frequencies:
        for count in COUNTS:
            if count <= min(case.authority.terms.max_instalments, case.balance.minor):
                yield regular(case, count, frequency, first_on)
        for amount in amounts:
            if 0 < amount.minor < case.balance.minor <= amount.minor * case.authority.terms.max_instalments:
                yield regular(case, amount, frequency, first_on)


def _split(case: Case, first_on: date) -> Iterator[Offer]:
    half = case.balance.split(2)[0]
    if 0 < half.minor < case.balance.minor and PlanType.INSTALMENTS in case.allowed:
        second, rest = months_after(first_on, 1), case.authority.terms.rest_days
        yield plan_builders.split(case.balance, Instalment(first_on, half), second, rest, case.today)
