"""The conversations of a run: which borrowers, which arms, and what is measured of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from itertools import batched

from benchmarks.negotiation.adapter import Conversation, Policy, play
from benchmarks.negotiation.listener import listener, money, score
from benchmarks.negotiation.metrics import Row, measured
from benchmarks.negotiation.oracle import optimum
from benchmarks.negotiation.policies import POLICIES
from benchmarks.negotiation.population import SIZE
from benchmarks.negotiation.setting import case_of, day_of
from benchmarks.negotiation.truth import Truth
from simulator.borrowers.families import Family, families
from simulator.borrowers.minds import Mind

ORACLE = "oracle"
LISTENERS = {"listener_money": money, "listener_score": score}
ARMS = (*POLICIES, *LISTENERS, ORACLE)
_BATCH = 20


@dataclass(frozen=True, slots=True)
class Talk:
    """One borrower to talk to."""

    family: Family
    seed: int


def talks(count: int, chosen: Iterable[Family]) -> list[Talk]:
    """So many borrowers, shared among the families by their weights; each family has at least one."""
    picked = list(chosen)
    whole = sum(family.weight.value for family in picked)
    exact = [count * family.weight.value / whole for family in picked]
    shares = [max(1, int(share)) for share in exact]
    rests = sorted(range(len(picked)), key=lambda place: shares[place] - exact[place])
    for place in rests[: max(0, count - sum(shares))]:
        shares[place] += 1
    return [Talk(family, seed) for family, many in zip(picked, shares, strict=True) for seed in range(many)]


def run(
    people: list[Talk], arms: tuple[str, ...], processes: int, sample: int = SIZE
) -> Iterator[dict[str, Row]]:
    """The rows of every arm, borrower by borrower in their order."""
    work = partial(_measured, arms=arms, sample=sample)
    if processes == 1:
        yield from map(work, people)
        return
    with ProcessPoolExecutor(processes) as pool:
        for rows in pool.map(partial(_batch, arms=arms, sample=sample), map(list, batched(people, _BATCH))):
            yield from rows


def _batch(people: list[Talk], arms: tuple[str, ...], sample: int) -> list[dict[str, Row]]:
    return [_measured(talk, arms, sample) for talk in people]


@cache
def _policy(arm: str, sample: int) -> Policy:
    return listener(LISTENERS[arm], sample) if arm in LISTENERS else POLICIES[arm]


def _measured(talk: Talk, arms: tuple[str, ...], sample: int) -> dict[str, Row]:
    """One borrower under every arm; what is true of them is worked out once."""
    first = Mind(talk.family, talk.seed)
    case = case_of(first.account, day_of(talk.seed))
    truth = Truth(first, case)
    best = optimum(truth) if truth.negotiates else None
    rows = {}
    for arm in arms:
        mind = Mind(talk.family, talk.seed)
        if arm == ORACLE:
            conversation = Conversation(case, "agreed" if best else "none", best[0] if best else None)
        else:
            conversation = play(mind, _policy(arm, sample), case)
        rows[arm] = measured(
            conversation,
            truth,
            talk.family.name,
            held_out=talk.family.held_out,
            own_terms=mind.borrower_set and arm != ORACLE,
            best=best[1] if best else None,
        )
    return rows


def chosen_families(names: list[str] | None) -> list[Family]:
    """The families of those names, or all. Raises: KeyError."""
    known = families()
    return list(known.families) if names is None else [known.named(name) for name in names]
