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

_SAMPLE_CASES, _SAMPLE_ROUNDS, _ROUNDS, _FILL_ROUNDS = 30_000, 200, 30, 3
_GROW, _SHRINK, _FIRST_STEP, _WARM_STEP, _TIE_SHARE = 1.2, 0.5, 0.1, 0.01, 1e-4
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
    if len(values) > _SAMPLE_CASES:
        chosen = np.sort(np.argsort(problem.ties, kind="stable")[:_SAMPLE_CASES])
        share = _SAMPLE_CASES / len(values)
        prices = _descend(problem, values, chosen, share, prices, scale * _FIRST_STEP, _SAMPLE_ROUNDS)
        steps, rounds = np.maximum(prices, scale * _WARM_STEP) * _WARM_STEP, _ROUNDS
    else:
        steps, rounds = scale * _FIRST_STEP, _SAMPLE_ROUNDS
    return _descend(problem, values, np.arange(len(values)), 1.0, prices, steps, rounds)


def _scale(problem: Problem, values: Floats) -> Floats:
    """The highest value a unit of each resource earns anywhere, and at least one."""
    scale: Floats = np.ones(len(problem.capacities))
    gains = values - values[:, [problem.fallback]] if len(values) else values
    for kind, choice, resource in np.argwhere(problem.uses > 0):
        of_kind = gains[problem.kinds == kind, choice]
        highest = of_kind.max(initial=0.0) / problem.uses[kind, choice, resource]
        scale[resource] = max(scale[resource], highest)
    return scale


def _descend(
    problem: Problem, values: Floats, cases: Ints, share: float, prices: Floats, steps: Floats, rounds: int
) -> Floats:
    """Sign steps whose size per price grows while the sign holds and shrinks when it turns (Rprop)."""
    part = Problem(
        problem.values, problem.kinds[cases], problem.uses, problem.capacities, problem.ties, problem.fallback
    )
    some, capacities = values[cases], problem.capacities * share
    best, lowest = prices, np.inf
    before = np.zeros(len(prices))
    for _ in range(rounds):
        reduced = some - _charges(part, prices)
        choices = reduced.argmax(axis=1).astype(np.int64)
        slope = capacities - _use(part, choices)
        bound = float(_taken(reduced, choices).sum() + prices @ capacities)
        if bound < lowest:
            best, lowest = prices, bound
        turned = before * slope < 0
        steps = np.where(turned, steps * _SHRINK, steps * _GROW)
        before = slope
        prices = np.maximum(prices - np.sign(slope) * steps, 0.0)
    return best


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
