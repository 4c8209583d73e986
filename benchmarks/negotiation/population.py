"""A sample of the families that may be tuned on, as arrays.

What a listener knows of people, not of the person. Free money is kept by day from the day of the talk, as the
borrower foresees it; what comes and what living costs as they turn out.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np

from benchmarks.negotiation.setting import day_of
from benchmarks.negotiation.truth import QUARTER
from simulator.borrowers.budget import Budget
from simulator.borrowers.cashflow import CashFlow
from simulator.borrowers.families import Families, Family, families
from simulator.borrowers.means import LOOK_AHEAD_DAYS
from simulator.borrowers.stance import LEAST_MINOR
from simulator.borrowers.temper import draw

SIZE = 240
STEP_DAYS = 3
HORIZON = 540
DAYS = 365
GRID = np.arange(0, HORIZON + STEP_DAYS, STEP_DAYS)


@dataclass(frozen=True)
class Sample:
    """People of one currency and segment; one row each. Money in minor units."""

    foreseen: np.ndarray  # people x grid: free money by day
    received: np.ndarray  # people x days: what really comes that day
    costs_by_day: np.ndarray
    reserve: np.ndarray  # what living costs until the next pay that is counted on
    savings: np.ndarray
    leak: np.ndarray
    willing: np.ndarray
    affordable: np.ndarray  # in truth, within 90 days
    monthly: np.ndarray  # what they could pay every month, as they see it
    disposable: np.ndarray  # a month, in truth
    income: np.ndarray
    costs: np.ndarray
    first: np.ndarray  # days until the day they would rather begin
    most: np.ndarray  # the most they agree to, relative to what is free
    stated: np.ndarray
    opening: np.ndarray
    rounds: np.ndarray
    modesty: np.ndarray  # income said / income
    skips: np.ndarray  # chance that a payment is skipped, agreed with a machine
    once: np.ndarray  # whether they pay once rather than in parts
    hardship: np.ndarray  # chance that they speak of hardship
    late_median: np.ndarray  # days past due, of the family
    late_spread: np.ndarray


@cache
def sample(currency: str, segment: str, size: int = SIZE) -> Sample:
    """So many people, drawn by the weights of their families."""
    known = families()
    tuned = [family for family in known.tuning() if family.conduct == "negotiates"]
    dice = random.Random(f"population {currency} {segment}")
    rows: list[dict[str, object]] = []
    number = 0
    while len(rows) < size:
        number += 1
        family = dice.choices(tuned, [one.weight.value for one in tuned])[0]
        row = _row(family, f"population {number}", number, (currency, segment), known)
        if row is not None:
            rows.append(row)
    return Sample(**{key: np.array([row[key] for row in rows]) for key in rows[0]})


def _row(
    family: Family, seed: str, number: int, stratum: tuple[str, str], known: Families
) -> dict[str, object] | None:
    account, means, temper = draw(family, seed)
    if (account.currency, account.segment) != stratum:
        return None
    today, keeping = day_of(number), known.keeping
    budget = Budget(means, today)
    monthly = budget.monthly()
    most = temper.share * temper.promises
    flow, days = means.flow, [today + timedelta(days=ahead) for ahead in range(DAYS + 1)]
    received = np.array([flow.received_on(day) for day in days], dtype=float)
    costs = np.array([flow.costs_on(day) for day in days], dtype=float)
    reserve = _reserve(flow, days[-1], costs, [flow.pattern.expects_on(day) for day in days])
    moves = np.concatenate(([means.savings_minor + reserve[0]], (received - costs)[1:]))
    poor = monthly * most < LEAST_MINOR
    return {
        "foreseen": [means.affordable_minor(today, int(day), foreseen=True) for day in GRID],
        "received": received,
        "costs_by_day": costs,
        "reserve": reserve,
        "savings": float(means.savings_minor),
        "leak": means.leak,
        "willing": means.willingness,
        "affordable": max(0.0, moves.cumsum()[QUARTER : QUARTER + LOOK_AHEAD_DAYS + 1].min()),
        "monthly": float(max(monthly, 1)),
        "disposable": float(means.true_monthly_disposable_minor),
        "income": float(flow.income_minor),
        "costs": float(flow.costs_minor),
        "first": (budget.first_day() - today).days,
        "most": most,
        "stated": temper.stated,
        "opening": min(temper.opening, 1.0),
        "rounds": float(max(1, temper.rounds)),
        "modesty": max(0.8, min(1.05, (1 + temper.stated) / 2)),
        "skips": keeping.skip_share.value * (1 - means.willingness) * keeping.machine_skips.value,
        "once": temper.rhythm == "once",
        "hardship": 0.95 if poor else family.volunteers["hardship"].value,
        "late_median": family.days_past_due.median,
        "late_spread": family.days_past_due.spread,
    }


def _reserve(flow: CashFlow, last: date, costs: np.ndarray, paydays: list[bool]) -> np.ndarray:
    """What living costs from the day after each day until the next pay that is counted on."""
    reserve = np.zeros(len(costs))
    reserve[-1] = flow.until_payday(last)
    for day in range(len(costs) - 2, -1, -1):
        reserve[day] = 0.0 if paydays[day + 1] else costs[day + 1] + reserve[day + 1]
    return reserve
