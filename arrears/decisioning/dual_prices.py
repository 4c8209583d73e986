"""One choice per case under shared limits, by prices of the scarce resources.

Each case takes what is worth most to it after paying for what it uses; prices move until the demand fits
(Lagrangian relaxation). Whatever the prices, the sum of what the cases then gain and what the limits are
worth is an upper bound of the best possible value, so every solution comes with a proved gap. A repair then
makes the use fit exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

_SAMPLE_CASES, _NEWTON_STEPS, _HALVINGS, _FILL_ROUNDS, _FINE_STAGES = 30_000, 12, 12, 3, 2
_SOFTNESS = tuple(0.1 * 0.2**stage for stage in range(10))
"""How smooth each stage is, as a share of the highest value."""
_STEP_MAX, _SETTLED, _RIDGE, _TIE_SHARE = 0.5, 0.01, 1e-12, 1e-4
CLOSED = -(2**62)
"""The value of a choice that is not open to a case."""


class CapacityError(RuntimeError):
    """A capacity would be exceeded; nothing is assigned."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Cases by choices. Choice `fallback` is open to every case and uses nothing."""

    values: Ints  # (cases, choices); CLOSED where not open
    kinds: Ints  # (cases,): cases of one kind use the same amounts
    uses: Ints  # (kinds, choices, resources), each 0 or more
    capacities: Ints  # (resources,)
    ties: Floats  # (cases,): 0 <= tie < 1, tells equal cases apart
    fallback: int


@dataclass(frozen=True, slots=True)
class Solution:
    """What each case takes, the prices, and how far from the best it can be at most."""

    choices: Ints
    prices: Ints  # (resources,): value of one unit more
    value: int
    bound: int  # no assignment within the capacities is worth more
    use: Ints  # (resources,)

    @property
    def gap(self) -> float:
        """The share of the bound that may be missing, 0 when nothing can be gained at all."""
        return (self.bound - self.value) / self.bound if self.bound > 0 else 0.0


def solve(problem: Problem) -> Solution:
    """A choice for every case within the capacities; the same for the same problem.

    Raises: CapacityError when a capacity is exceeded after all.
    """
    values = _untied(problem)
    prices = np.ceil(_search(problem, values)).astype(np.int64)
    reduced = values - _charges(problem, prices.astype(np.float64))
    choices = reduced.argmax(axis=1).astype(np.int64)
    use = _use(problem, choices)
    _release(problem, reduced, choices, use)
    for _ in range(_FILL_ROUNDS):
        if not _fill(problem, values, reduced, choices, use):
            break
    if np.any(_use(problem, choices) > problem.capacities):
        raise CapacityError("an allocation exceeds a capacity")
    value = int(_taken(problem.values, choices).sum())
    return Solution(choices, prices, value, _bound(problem, prices), use)


def _untied(problem: Problem) -> Floats:
    values = problem.values * (1.0 + _TIE_SHARE * problem.ties[:, None])
    return np.where(problem.values == CLOSED, -np.inf, values)


def _charges(problem: Problem, prices: Floats) -> Floats:
    charges: Floats = (problem.uses @ prices)[problem.kinds]
    return charges


def _use(problem: Problem, choices: Ints) -> Ints:
    kinds, width, _ = problem.uses.shape
    counts = np.bincount(problem.kinds * width + choices, minlength=kinds * width).reshape(kinds, width)
    use: Ints = np.einsum("kc,kcr->r", counts, problem.uses)
    return use


def _taken[T: np.generic](table: NDArray[T], choices: Ints) -> NDArray[T]:
    return np.take_along_axis(table, choices[:, None], axis=1)[:, 0]


def _bound(problem: Problem, prices: Ints) -> int:
    open_ = problem.values != CLOSED
    charges = (problem.uses @ prices)[problem.kinds]
    best = np.where(open_, problem.values - charges, CLOSED).max(axis=1, initial=CLOSED)
    return int(best.sum()) + int(prices @ problem.capacities)


def _search(problem: Problem, values: Floats) -> Floats:
    """Prices of the lowest bound found: first on a sample, then on all cases."""
    scale = _scale(problem, values)
    prices: Floats = np.zeros(len(problem.capacities))
    softness = _SOFTNESS
    if len(values) > _SAMPLE_CASES:
        chosen = np.sort(np.argsort(problem.ties, kind="stable")[:_SAMPLE_CASES])
        capacities = (problem.capacities * (_SAMPLE_CASES / len(values))).astype(np.float64)
        sample = _Demand(problem, values, chosen, capacities)
        prices, softness = _descend(sample, prices, scale, softness), _SOFTNESS[-_FINE_STAGES:]
    everyone = _Demand(problem, values, np.arange(len(values)), problem.capacities.astype(np.float64))
    return _descend(everyone, prices, scale, softness)


def _scale(problem: Problem, values: Floats) -> Floats:
    """The highest value a unit of each resource earns anywhere, and at least one."""
    scale: Floats = np.ones(len(problem.capacities), dtype=np.float64)
    gains = values - values[:, [problem.fallback]] if len(values) else values
    for kind, choice, resource in np.argwhere(problem.uses > 0):
        of_kind = gains[problem.kinds == kind, choice]
        highest = of_kind.max(initial=0.0) / problem.uses[kind, choice, resource]
        scale[resource] = max(scale[resource], highest)
    return scale


class _Demand:
    """What some of the cases want at given prices, exactly or softly.

    Softly means that a case spreads itself over its choices, most on the best: a smooth function of the
    prices, which many identical cases turn into a kink when it is exact.
    """

    def __init__(self, problem: Problem, values: Floats, cases: Ints, capacities: Floats) -> None:
        kinds = problem.kinds[cases]
        self.capacities = capacities
        self.highest = float(np.max(values, initial=1.0))
        self._groups = [
            (values[cases[kinds == kind]], uses.astype(np.float64)) for kind, uses in enumerate(problem.uses)
        ]

    def bound(self, prices: Floats) -> float:
        """The exact bound at these prices."""
        best = sum(float((values - uses @ prices).max(axis=1).sum()) for values, uses in self._groups)
        return best + float(prices @ self.capacities)

    def soft(self, prices: Floats, softness: float) -> tuple[float, Floats, Floats]:
        """The smoothed bound, its slope and its curvature."""
        bound, slope = float(prices @ self.capacities), self.capacities.copy()
        curvature: Floats = np.zeros((len(prices), len(prices)), dtype=np.float64)
        for values, uses in self._groups:
            reduced = (values - uses @ prices) / softness
            top = reduced.max(axis=1, initial=-np.inf, keepdims=True)
            weights = np.exp(reduced - top)
            total = weights.sum(axis=1, keepdims=True)
            weights /= total
            wanted = weights @ uses
            bound += softness * float((top + np.log(total)).sum())
            slope -= wanted.sum(axis=0)
            curvature += (uses.T * weights.sum(axis=0)) @ uses - wanted.T @ wanted
        return bound, slope, curvature / softness


def _descend(demand: _Demand, prices: Floats, scale: Floats, softness: tuple[float, ...]) -> Floats:
    """Newton steps on the smoothed bound, which is made ever less smooth; the lowest exact bound wins."""
    best, lowest = prices, demand.bound(prices)
    for share in softness:
        for _ in range(_NEWTON_STEPS):
            after = _newton(demand, prices, scale, share * demand.highest)
            settled = bool(np.all(np.abs(after - prices) <= _SETTLED * share * scale))
            prices = after
            bound = demand.bound(prices)
            if bound < lowest:
                best, lowest = prices, bound
            if settled:
                break
    return best


def _newton(demand: _Demand, prices: Floats, scale: Floats, softness: float) -> Floats:
    """One step, halved until it helps; prices never fall below zero."""
    bound, slope, curvature = demand.soft(prices, softness)
    free = np.flatnonzero((prices > 0) | (slope < 0))
    if not len(free):
        return prices
    units = scale[free]
    bent = curvature[np.ix_(free, free)] * np.outer(units, units)
    bent += np.eye(len(free)) * (np.trace(bent) + 1.0) * _RIDGE
    step: Floats = np.zeros(len(prices), dtype=np.float64)
    step[free] = np.clip(np.linalg.solve(bent, -slope[free] * units), -_STEP_MAX, _STEP_MAX) * units
    for _ in range(_HALVINGS):
        after = np.maximum(prices + step, 0.0)
        if demand.soft(after, softness)[0] < bound:
            return after
        step = step / 2
    return prices


def _release(problem: Problem, reduced: Floats, choices: Ints, use: Ints) -> None:
    """While a resource is over its limit, move the cases that lose least to the best that fits them."""
    for resource in range(len(use)):
        while use[resource] > problem.capacities[resource]:
            amounts = problem.uses[problem.kinds, choices, resource]
            users = np.flatnonzero(amounts)
            without = problem.uses[problem.kinds[users], :, resource] == 0
            others = np.where(without, reduced[users], -np.inf).max(axis=1)
            order = users[np.argsort(_taken(reduced[users], choices[users]) - others, kind="stable")]
            for case in order:
                if use[resource] <= problem.capacities[resource]:
                    break
                _move_away(problem, reduced, choices, use, int(case), resource)


def _move_away(problem: Problem, reduced: Floats, choices: Ints, use: Ints, case: int, resource: int) -> None:
    uses = problem.uses[problem.kinds[case]]
    left = use - uses[choices[case]]
    for choice in np.argsort(-reduced[case], kind="stable"):
        fits = np.all((uses[choice] == 0) | (left + uses[choice] <= problem.capacities))
        open_ = np.isfinite(reduced[case, choice]) and uses[choice, resource] == 0
        if fits and open_:
            use[:] = left + uses[choice]
            choices[case] = choice
            return


def _fill(problem: Problem, values: Floats, reduced: Floats, choices: Ints, use: Ints) -> bool:
    """Give what is left over to the cases that come nearest to taking it; whether anything was given."""
    slack = problem.capacities - use
    cases, wanted = np.nonzero(values > _taken(values, choices)[:, None])
    needed = problem.uses[problem.kinds[cases], wanted]
    possible = np.all(needed <= slack + problem.uses[problem.kinds[cases], choices[cases]], axis=1)
    cases, wanted = cases[possible], wanted[possible]
    regret = reduced[cases, choices[cases]] - reduced[cases, wanted]
    moved = False
    for place in np.argsort(regret, kind="stable"):
        case, choice = cases[place], wanted[place]
        uses = problem.uses[problem.kinds[case]]
        after = use - uses[choices[case]] + uses[choice]
        if np.all(after <= problem.capacities) and values[case, choice] > values[case, choices[case]]:
            use[:], choices[case], moved = after, choice, True
    return moved
