"""How likely each person of the sample is the one who speaks: importance weights by what was said."""

from __future__ import annotations

import numpy as np

from benchmarks.negotiation.population import GRID, STEP_DAYS, Sample
from benchmarks.negotiation.violations import PER_YEAR

from arrears.domain.language.readings import Frequency  # isort: skip
from arrears.domain.negotiation.offers import Position, Proposal  # isort: skip

CLOSE = 0.12  # of the logarithm: rounding, and what a model of people leaves out
FAR = -4.0  # for what a person like that would hardly say
FEWEST = 12.0  # people that must be left in weight; else what was said counts less
_FULL_WITHIN = 30


def weights(people: Sample, position: Position, proposal: Proposal) -> np.ndarray:
    """One weight a person; they add up to one."""
    logs = _late(people, position.days_past_due) + _hardship(people, position)
    logs = (
        logs + _proposed(people, position, proposal) + _limit(people, position) + _figures(people, position)
    )
    logs = logs - logs.max()
    for power in (1.0, 0.6, 0.35, 0.2, 0.1):
        found = np.exp(power * logs)
        found /= found.sum()
        if 1 / (found**2).sum() >= FEWEST:
            break
    return found


def free_at(paths: np.ndarray, days: np.ndarray) -> np.ndarray:
    """Free money of each person on each of their own days (people x days)."""
    places = np.clip(days // STEP_DAYS, 0, len(GRID) - 1).astype(int)
    return np.take_along_axis(paths, places, axis=1)


def _near(said: float, predicted: np.ndarray, spread: float = CLOSE) -> np.ndarray:
    distance = np.log(np.maximum(predicted, 1.0) / max(said, 1.0)) / spread
    return np.maximum(-0.5 * distance**2, 3 * FAR)


def _monthly(minor: int, per: Frequency | None) -> float:
    return minor * PER_YEAR[per or Frequency.MONTHLY] / 12


def _late(people: Sample, days: int) -> np.ndarray:
    distance = np.log(max(days, 1) / people.late_median) / people.late_spread
    return -0.5 * distance**2 - np.log(people.late_spread)


def _hardship(people: Sample, position: Position) -> np.ndarray:
    said = people.hardship if position.said.hardship else 1 - 0.7 * people.hardship
    return np.log(said)


def _proposed(people: Sample, position: Position, proposal: Proposal) -> np.ndarray:
    balance, nothing = position.balance.total.minor, np.zeros(len(people.monthly))
    soon = people.foreseen[:, _FULL_WITHIN // STEP_DAYS] * people.most
    if proposal.full:
        return np.where(soon >= 0.9 * balance, 0.0, FAR)
    amount = proposal.amount
    if proposal.share_percent is not None:
        amount = position.balance.total.share(proposal.share_percent, 100)
    if amount is None:
        return nothing
    whole = np.where(soon * people.opening >= balance, FAR / 2, 0.0)
    if proposal.frequency is None:
        first = free_at(people.foreseen, people.first[:, None])[:, 0]
        return whole + np.where(people.once, _levels(people, amount.minor, first), FAR)
    odd = np.where(people.once, FAR / 2, 0.0)
    return whole + odd + _levels(people, _monthly(amount.minor, proposal.frequency), people.monthly)


def _levels(people: Sample, said: float, base: np.ndarray) -> np.ndarray:
    """Somewhere between their opening and their limit."""
    steps = [people.opening + (1 - people.opening) * share for share in (0.0, 0.5, 1.0)]
    return np.logaddexp.reduce([_near(said, base * people.most * level) for level in steps], axis=0)


def _limit(people: Sample, position: Position) -> np.ndarray | float:
    if position.stated_limit is None:
        return 0.0
    said = _monthly(position.stated_limit.minor, position.limit_per)
    called = people.monthly * people.most * people.stated
    asked = people.monthly * people.most * people.opening
    return np.logaddexp(_near(said, called), np.log(0.3) + _near(said, asked))


def _figures(people: Sample, position: Position) -> np.ndarray | float:
    said, found = position.said, 0.0
    if said.income is not None:
        found = found + _near(
            _monthly(said.income.amount.minor, said.income.per), people.income * people.modesty
        )
    if said.expenses is not None:
        found = found + _near(_monthly(said.expenses.amount.minor, said.expenses.per), people.costs)
        if said.income is not None:
            left = said.income.amount.minor - said.expenses.amount.minor
            found = found + _near(max(left, 1), people.income * people.modesty - people.costs, 2 * CLOSE)
    return found
