"""Many people paying many plans for a year at once: the simulator's rules of keeping, in expectation.

A payment is made when the cash beyond living costs until the next pay allows it, waits for want of money as
long as the simulator says, is then paid in part or missed. What is drawn there (skips, giving up, part
payments) is weighed here by its chance.
"""

from __future__ import annotations

import numpy as np

from benchmarks.negotiation.population import DAYS, Sample
from benchmarks.negotiation.truth import MONTH_DAYS, QUARTER, WORTH_A_MONTH
from simulator.borrowers.families import families
from simulator.borrowers.keeping import WORTH_PAYING


def paid(
    people: Sample,
    rows: np.ndarray,
    due_on: np.ndarray,
    amounts: np.ndarray,
    shift: np.ndarray,
    own: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """Money within 90 days, and what a year's money is worth today: people x plans.

    `rows` picks people of the sample. `due_on` and `amounts` are plans x payments, days from today; payments
    that are none have a day beyond the year. `shift` moves the days of each person. `own` marks plans of
    their own sum.
    """
    keeping = families().keeping
    waits, partly = keeping.waits_days.value, keeping.partial.value
    skips = people.skips[rows][:, None] * np.where(own, keeping.own_terms_skips.value, 1.0)[None, :]
    leak, savings = people.leak[rows][:, None], people.savings[rows][:, None]
    willing = people.willing[rows][:, None]
    shape = len(rows), len(due_on)
    cash = np.repeat(savings + people.reserve[rows, 0][:, None], shape[1], axis=1)
    place, missed = np.zeros(shape, int), np.zeros(shape, int)
    alive, quarter, year = np.ones(shape), np.zeros(shape), np.zeros(shape)
    plan = np.arange(shape[1])[None, :]
    due, amount = due_on[plan, place] + shift[:, None], amounts[plan, place]
    for day in range(1, DAYS + 1):
        received = people.received[rows, day][:, None]
        cash -= np.where(received > 0, np.maximum(0.0, cash - savings) * leak, 0.0)
        cash += received - people.costs_by_day[rows, day][:, None]
        open_now = due <= day
        if not open_now.any():
            continue
        spare = cash - people.reserve[rows, day][:, None]
        whole = open_now & (spare >= amount)
        late = open_now & ~whole & (day >= due + waits)
        part = np.where(late & (spare >= amount * WORTH_PAYING), spare * partly, 0.0)
        got = (np.where(whole, amount, 0.0) + part) * (1 - skips) * alive
        cash -= got
        missed = np.where(whole, 0, missed + late)
        alive = np.where(late & (missed >= keeping.gives_up_after.value), alive * willing, alive)
        quarter += got * (day <= QUARTER)
        year += got * WORTH_A_MONTH ** (day / MONTH_DAYS)
        moved = whole | late
        if moved.any():
            place += moved
            due, amount = due_on[plan, place] + shift[:, None], amounts[plan, place]
    return quarter, year
