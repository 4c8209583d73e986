"""One borrower drawn from a family: the account the lender sees, the hidden means, the hidden temper."""

from __future__ import annotations

import random
from dataclasses import dataclass

from simulator.borrowers.acts import REASONS
from simulator.borrowers.cashflow import CashFlow, PayPattern
from simulator.borrowers.families import Family
from simulator.borrowers.means import Means

SEASON_MONTHS = 6
REASONS_OF_BUSINESS = ("slow_business", "illness", "family")


@dataclass(frozen=True, slots=True)
class Account:
    """What both sides know."""

    language: str  # en or zh
    currency: str
    segment: str  # consumer or commercial
    balance_minor: int
    days_past_due: int


@dataclass(frozen=True, slots=True)
class Temper:
    """How one borrower negotiates. Shares are of what they could truly pay, unless said otherwise."""

    share: float  # the most they are ready to give
    stated: float  # of that: what they call their limit
    opening: float  # of that: what they ask first
    rounds: int  # refusals until they give what they are ready to give
    promises: float  # 1, or more: what they agree to, times what they are ready to give
    patience: int  # the lender's messages they answer
    rhythm: str  # own, monthly, once
    reason: str  # for being behind
    withholds_income: bool
    style: str  # of writing


def draw(family: Family, seed: int | str) -> tuple[Account, Means, Temper]:
    """A borrower; the same seed gives the same one."""
    dice = random.Random(f"{family.name} {seed}")
    account = _account(family, dice)
    means = _means(family, account, dice, f"{family.name} {seed}")
    return account, means, _temper(family, account, means.willingness, dice)


def _account(family: Family, dice: random.Random) -> Account:
    language, currency = family.people.draw(dice).split()
    segment = family.segment.draw(dice)
    balance = round(family.balance[f"{currency} {segment}"].draw(dice) * 100)
    return Account(language, currency, segment, balance, round(family.days_past_due.draw(dice)))


def _means(family: Family, account: Account, dice: random.Random, seed: str) -> Means:
    income = round(family.income[f"{account.currency} {account.segment}"].draw(dice) * 100)
    costs = round(income * family.expenses_share[account.segment].draw(dice))
    pattern = _pattern(family.payday[account.currency].draw(dice), dice)
    irregular = pattern.kind in ("irregular", "seasonal")
    flow = CashFlow(
        seed=seed,
        income_minor=income,
        costs_minor=costs,
        pattern=pattern,
        pay_spread=(family.irregular_pay_spread if irregular else family.pay_spread).value,
        shock_per_month=family.shock_per_month.value,
        shock_loss=family.shock_loss.draw(dice),
    )
    savings = round(income * family.savings_months.draw(dice))
    return Means(flow, savings, family.leak.draw(dice), family.willingness.draw(dice))


def _pattern(kind: str, dice: random.Random) -> PayPattern:
    first = dice.randint(1, 12)
    season = frozenset((first + ahead - 1) % 12 + 1 for ahead in range(SEASON_MONTHS))
    return PayPattern(
        kind=kind,
        weekday=dice.choice((2, 3, 4, 4, 4)),
        phase=dice.randint(0, 1),
        month_day=dice.choice((1, 5, 8, 10, 15, 20, 25, 28)),
        season=season if kind == "seasonal" else frozenset(),
    )


def _temper(family: Family, account: Account, willingness: float, dice: random.Random) -> Temper:
    factor = family.over_promise_factor.draw(dice)
    return Temper(
        share=1 - family.reluctance.value * (1 - willingness),
        stated=family.stated_share.draw(dice),
        opening=family.opening.draw(dice),
        rounds=round(family.rounds_to_yield.draw(dice)),
        promises=factor if dice.random() < family.over_promise.value else 1.0,
        patience=round(family.patience_turns.draw(dice)),
        rhythm=family.rhythm.draw(dice),
        reason=dice.choice(REASONS if account.segment == "consumer" else REASONS_OF_BUSINESS),
        withholds_income=dice.random() < family.withholds_income.value,
        style=family.style.draw(dice),
    )
