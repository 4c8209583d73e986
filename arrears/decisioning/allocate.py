"""Strategies for a whole portfolio within the day's capacities, with a random holdout arm.

The table of cases is that of `arrears.decisioning.features`; `country` is the country of the number that
would be written to, or of residence where there is none. Cases that are held out use no capacity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from arrears.decisioning.dual_prices import CLOSED, Problem, Solution, solve
from arrears.decisioning.features import CaseTableError, case_table
from arrears.domain.cases import Relationship
from arrears.domain.people import TEXT_CARRIERS, Language
from arrears.domain.scoring import MAJOR_MINOR
from arrears.domain.strategies import HOLDOUT, MILLI, WAIT, Draw, Need, Strategy, StrategyPolicy, draw

TREATED = "treated"
_BPS = 10_000


@dataclass(frozen=True, slots=True)
class Allocation:
    """The assignments and the prices that explain them; amounts in the policy's reference currency."""

    assignments: pa.Table  # case_id, strategy, arm ("treated" or "holdout"), value_minor; by case id
    prices_milli: Mapping[str, int]  # resource -> thousandths of a minor unit that one more of it is worth
    use: Mapping[str, int]
    capacity: Mapping[str, int]
    value_minor: int  # assumed, without the cases held out
    bound_minor: int  # no assignment within the capacities is assumed to be worth more
    gap: float


def allocate(table: pa.Table, scores: pa.Table, policy: StrategyPolicy) -> Allocation:
    """A strategy for every case; `scores` has case_id and score for each of them.

    The order of the rows changes nothing. Raises: CaseTableError; CapacityError.
    """
    cases = case_table(table)
    score = _score_column(cases, scores)
    draws = [draw(case_id, policy) for case_id in cases["case_id"].to_pylist()]
    held = np.array([each.holdout for each in draws], dtype=bool)
    problem = _problem(cases, score, draws, policy)
    treated = np.flatnonzero(~held)
    solution = solve(_only(problem, treated))
    return _allocation(cases, policy, problem, held, solution)


def _score_column(cases: pa.Table, scores: pa.Table) -> NDArray[np.int64]:
    place = pc.index_in(cases["case_id"], value_set=scores["case_id"].combine_chunks())
    if place.null_count:
        raise CaseTableError(f"{place.null_count} cases have no score")
    return np.asarray(scores["score"].take(place), dtype=np.int64)


def _problem(cases: pa.Table, score: NDArray[np.int64], draws: list[Draw], policy: StrategyPolicy) -> Problem:
    names = [resource.name for resource in policy.resources]
    uses = np.zeros((len(TEXT_CARRIERS), len(policy.strategies), len(names)), dtype=np.int64)
    for kind, carrier in enumerate(TEXT_CARRIERS):
        for choice, strategy in enumerate(policy.strategies):
            for name, amount in policy.use(strategy, carrier).items():
                uses[kind, choice, names.index(name)] = amount
    capacities = np.array([resource.per_day for resource in policy.resources], dtype=np.int64)
    kinds = _kinds(cases, policy)
    columns = _Columns(cases, policy)
    band = np.searchsorted([b.from_score for b in policy.bands if b.from_score is not None], score, "right")
    values = np.empty((cases.num_rows, len(policy.strategies)), dtype=np.int64)
    for choice, strategy in enumerate(policy.strategies):
        open_ = columns.open(strategy) & np.all(uses[:, choice] <= capacities, axis=1)[kinds]
        values[:, choice] = np.where(open_, columns.value(strategy, band) * MILLI, CLOSED)
    ties = np.array([each.tie for each in draws], dtype=np.float64)
    fallback = [strategy.name for strategy in policy.strategies].index(WAIT)
    return Problem(values, kinds, uses, capacities, ties, fallback)


def _only(problem: Problem, cases: NDArray[np.int64]) -> Problem:
    return Problem(
        problem.values[cases],
        problem.kinds[cases],
        problem.uses,
        problem.capacities,
        problem.ties[cases],
        problem.fallback,
    )


def _kinds(cases: pa.Table, policy: StrategyPolicy) -> NDArray[np.int64]:
    """The place of each case's carrier."""
    kinds = np.full(cases.num_rows, TEXT_CARRIERS.index(policy.carrier_otherwise), dtype=np.int64)
    for country, carrier in policy.carriers.items():
        kinds[np.asarray(pc.equal(cases["country"], country))] = TEXT_CARRIERS.index(carrier)
    return kinds


class _Columns:
    """The same arithmetic as `arrears.domain.strategies`, on whole columns."""

    def __init__(self, cases: pa.Table, policy: StrategyPolicy) -> None:
        self._policy = policy
        per_unit = np.ones(cases.num_rows, dtype=np.int64)
        for currency, minor in policy.minor_per_unit.items():
            per_unit[np.asarray(pc.equal(cases["currency"], currency.value))] = minor
        balance = np.asarray(cases["balance_minor"], dtype=np.int64)
        self._units, self._reference = balance // per_unit, balance * MAJOR_MINOR // per_unit
        languages = pa.array([language.value for language in Language])
        self._met: dict[Need, NDArray[np.bool_]] = {
            Need.CONTACT: np.asarray(cases["has_contact"]),
            Need.CONSENT: np.asarray(cases["has_consent"]),
            Need.FIRST_PARTY: np.asarray(pc.equal(cases["relationship"], Relationship.FIRST_PARTY.value)),
            Need.SPOKEN_LANGUAGE: np.asarray(pc.is_in(cases["language"], value_set=languages)),
            Need.NO_SPECIAL_STATUS: ~np.asarray(cases["needs_person"]),
        }

    def open(self, strategy: Strategy) -> NDArray[np.bool_]:
        result: NDArray[np.bool_] = self._units >= strategy.balance_units_min
        for need in strategy.needs:
            result = result & self._met[need]
        return result

    def value(self, strategy: Strategy, band: NDArray[np.int64]) -> NDArray[np.int64]:
        bps = np.array([strategy.value_bps[each.name] for each in self._policy.bands], dtype=np.int64)[band]
        result: NDArray[np.int64] = self._reference * bps // _BPS - strategy.cost_minor
        return result


def _allocation(
    cases: pa.Table,
    policy: StrategyPolicy,
    problem: Problem,
    held: NDArray[np.bool_],
    solution: Solution,
) -> Allocation:
    names = [strategy.name for strategy in policy.strategies]
    choices = np.full(cases.num_rows, len(names), dtype=np.int64)
    choices[~held] = solution.choices
    values = np.zeros(cases.num_rows, dtype=np.int64)
    taken = np.take_along_axis(problem.values[~held], solution.choices[:, None], axis=1)[:, 0]
    values[~held] = taken // MILLI
    resources = [resource.name for resource in policy.resources]
    assignments = pa.table(
        {
            "case_id": cases["case_id"],
            "strategy": pa.array([*names, HOLDOUT]).take(pa.array(choices)),
            "arm": pa.array([TREATED, HOLDOUT]).take(pa.array(held.astype(np.int64))),
            "value_minor": pa.array(values),
        }
    )
    return Allocation(
        assignments=assignments,
        prices_milli=dict(zip(resources, solution.prices.tolist(), strict=True)),
        use=dict(zip(resources, solution.use.tolist(), strict=True)),
        capacity={resource.name: resource.per_day for resource in policy.resources},
        value_minor=solution.value // MILLI,
        bound_minor=solution.bound // MILLI,
        gap=solution.gap,
    )
