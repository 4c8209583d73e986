"""The figures of a run as JSON and as a page of Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from benchmarks.negotiation.metrics import MEASURES, Estimate, Row, estimate
from benchmarks.negotiation.policies import OURS, POLICIES, TITLES

TITLES_OF_MEASURES = {
    "agreement": "agreement",
    "recovery": "recovery 90 d",
    "health": "health 90 d",
    "harmonic": "harmonic 90 d",
    "recovery_year": "recovery 12 m",
    "health_year": "health 12 m",
    "harmonic_year": "harmonic 12 m",
    "kept": "plans kept 90 d",
    "promises_kept": "promises kept",
    "turns": "turns",
    "true_regret": "regret, true",
    "violations": "violations",
}
LISTENERS = ("listener_money", "listener_score")
_HEADLINE = (
    "The harmonic mean of recovery and health is measured over 12 months, since plans run that long: within "
    "90 days one of twelve months brings about a quarter of its money, and a first payment out of savings "
    "weighs as if it came out of a quarter's income. That of 90 days stands beside the goal, met or not; in "
    "the first runs on the tuning families both were goals, and 12 months was made the headline after those."
)
_FEW = 300  # resamples of a single family
_GROUPS = {"all": None, "tuning": False, "held out": True}


def figures(rows: dict[str, list[Row]], facts: dict[str, Any]) -> dict[str, Any]:
    """All figures of the run."""
    groups = {}
    for group, held_out in _GROUPS.items():
        picked = {arm: [r for r in found if held_out in (None, r.held_out)] for arm, found in rows.items()}
        if any(picked.values()) and (held_out is None or picked != rows):
            groups[group] = {arm: _measures(found) for arm, found in picked.items()}
            _compare(groups[group], picked)
    names = list(dict.fromkeys(row.family for row in next(iter(rows.values()))))
    return {
        **facts,
        "groups": groups,
        "families": {name: _family(rows, name) for name in names},
        "outcomes": {arm: dict(Counter(row.outcome for row in found)) for arm, found in rows.items()},
        "kinds": {arm: dict(Counter(row.kind for row in found if row.kind)) for arm, found in rows.items()},
        "violations": {arm: _violations(found) for arm, found in rows.items()},
        "own_regret": _plain(estimate(MEASURES["own_regret"], rows[OURS])) if OURS in rows else None,
        "milliseconds": {arm: _times(found) for arm, found in rows.items() if arm in POLICIES},
    }


def _measures(rows: Sequence[Row], resamples: int | None = None) -> dict[str, Any]:
    more = {} if resamples is None else {"resamples": resamples}
    return {name: _plain(estimate(MEASURES[name], rows, **more)) for name in TITLES_OF_MEASURES}


def _compare(group: dict[str, Any], rows: dict[str, list[Row]]) -> None:
    """Our harmonic means less the arm's, of the same borrowers."""
    for arm in rows.keys() - {OURS}:
        if OURS in rows:
            for name in ("harmonic", "harmonic_year"):
                group[arm][f"{name}_ours_less"] = _plain(estimate(MEASURES[name], rows[OURS], rows[arm]))


def _family(rows: dict[str, list[Row]], name: str) -> dict[str, Any]:
    picked = {arm: [row for row in found if row.family == name] for arm, found in rows.items()}
    first = next(iter(picked.values()))
    return {
        "held_out": first[0].held_out,
        "conversations": len(first),
        "exists": sum(row.exists for row in first),
        "arms": {arm: _measures(found, _FEW) for arm, found in picked.items()},
        "outcomes": dict(Counter(row.outcome for row in picked[OURS])) if OURS in picked else {},
    }


def _violations(rows: Sequence[Row]) -> dict[str, int]:
    return dict(Counter(name for row in rows for name in row.violations))


def _times(rows: Sequence[Row]) -> dict[str, float]:
    seconds = [second for row in rows for second in row.seconds] or [0.0]
    p50, p95, most = np.percentile(seconds, (50, 95, 100)) * 1000
    return {"decisions": len(seconds), "p50": round(p50, 3), "p95": round(p95, 3), "max": round(most, 3)}


def _plain(found: Estimate) -> list[float | None]:
    return [None if np.isnan(value) else round(value, 4) for value in (found.value, found.low, found.high)]


def is_clean(rows: dict[str, list[Row]], facts: dict[str, Any]) -> bool:
    """Whether our engine broke no hard rule and treated every pair alike."""
    broken = any(row.violations for row in rows.get(OURS, ()))
    return not broken and not any(pair["differing"] for pair in facts["parity"].values())


def page(found: dict[str, Any], plots: str | None) -> str:
    """The report."""
    parts = [
        "# How well the agent negotiates",
        f"Written by `{found['command']}`: {found['conversations']} simulated borrowers in conversation with "
        f"each policy, {found['seconds']:.0f} s on {found['machine']}. Figures with 95 % intervals; "
        "definitions in `benchmarks/negotiation/metrics.py`. The borrowers are ours: their parameters were "
        "fixed before the engine was tuned (`simulator/borrowers/families.yml`), and the held-out families "
        "were never used in tuning. Conversations are in acts, without words; what is misheard shows through "
        "the whole path, at the end.",
        f"## Goals\n\n{_HEADLINE}\n\n" + _goals(found),
    ]
    if plots:
        parts.append(
            f"![Recovery against health]({plots}/trade-off.svg)\n\n![By family]({plots}/families.svg)"
        )
    titles = {"all": "All families", "tuning": "Families used in tuning", "held out": "Families held out"}
    parts += [f"## {titles[group]}\n\n{_arms(arms)}" for group, arms in found["groups"].items()]
    parts += [
        "## Our engine by family\n\n" + _families(found),
        "## Hard rules\n\n" + _broken(found),
        "## Parity\n\n" + _parity(found),
        "## What was agreed, and how else talks ended\n\n" + _ends(found),
        "## Time of a decision\n\n" + _milliseconds(found),
    ]
    return "\n\n".join(parts) + "\n"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cell(name: str, found: list[float | None]) -> str:
    """A figure with its interval, as a percentage unless it counts turns."""
    value, low, high = found
    if value is None:
        return "–"
    if name == "turns":
        return f"{value:g}"
    around = f" ({100 * low:.1f} to {100 * high:.1f})" if low is not None and high is not None else ""
    return f"{100 * value:.1f} %{around}"


def _arms(arms: dict[str, Any]) -> str:
    head = ["", *TITLES_OF_MEASURES.values()]
    rows = [
        [TITLES[arm], *(cell(name, measures[name]) for name in TITLES_OF_MEASURES)]
        for arm, measures in arms.items()
    ]
    return table(head, rows)


def _goals(found: dict[str, Any]) -> str:
    rows = []
    for group, arms in found["groups"].items():
        if OURS in arms:
            rows += [[group, *line] for line in _of_group(arms)]
    milliseconds = found["milliseconds"].get(OURS)
    if milliseconds:
        rows.append(
            [
                "all",
                "a decision in under 5 ms",
                f"p95 {milliseconds['p95']} ms of the processor",
                _met(milliseconds["p95"] < 5),
            ]
        )
    differing = sum(pair["differing"] for pair in found["parity"].values())
    rows.append(["all", "no difference in paired parity tests", str(differing), _met(differing == 0)])
    return table(["families", "goal", "figure", ""], rows)


def _of_group(arms: dict[str, Any]) -> list[list[str]]:
    ours = arms[OURS]
    lines = [
        [
            "agreement at least 90 %",
            cell("agreement", ours["agreement"]),
            _met((ours["agreement"][0] or 0) >= 0.9),
        ],
        ["no hard rule broken", cell("violations", ours["violations"]), _met(ours["violations"][0] == 0)],
        ["median at most 6 turns", cell("turns", ours["turns"]), _met((ours["turns"][0] or 99) <= 6)],
    ]
    horizons = (("harmonic_year", "12 months", ""), ("harmonic", "90 days", "beside the goal: "))
    for name, time, beside in horizons:
        others = {arm: arms[arm][name][0] for arm in arms if arm in POLICIES and arm != OURS}
        if others:
            best = max(others, key=lambda arm: others[arm])
            less = arms[best][f"{name}_ours_less"]
            lines.append(
                [
                    f"{beside}harmonic mean of {time} above every other policy",
                    f"{cell(name, ours[name])}; less the best other ({TITLES[best]}): {cell('', less)}",
                    "met" if less[1] > 0 else "met, not beyond chance" if less[0] > 0 else "not met",
                ]
            )
        bounds = [arms[arm][name][0] for arm in LISTENERS if arm in arms]
        if bounds:
            share = ours[name][0] / max(bounds)
            lines.append(
                [
                    f"{beside}harmonic mean of {time} at least 90 % of the listener's",
                    f"{share:.1%}",
                    _met(share >= 0.9),
                ]
            )
    return lines


def _met(holds: bool) -> str:
    return "met" if holds else "not met"


def _families(found: dict[str, Any]) -> str:
    shown = ("agreement", "recovery", "health", "harmonic", "harmonic_year", "kept", "turns", "true_regret")
    head = [
        "family",
        "talks",
        "agreement exists",
        *(TITLES_OF_MEASURES[name] for name in shown),
        "bound, 12 m",
    ]
    rows = []
    for name, family in found["families"].items():
        ours = family["arms"].get(OURS)
        if ours is None:
            continue
        bound = [family["arms"][arm]["harmonic_year"][0] for arm in LISTENERS if arm in family["arms"]]
        known = [value for value in bound if value is not None]
        rows.append(
            [
                name + (" (held out)" if family["held_out"] else ""),
                str(family["conversations"]),
                str(family["exists"]),
                *(cell(measure, ours[measure]) for measure in shown),
                f"{100 * max(known):.1f} %" if known else "–",
            ]
        )
    return table(head, rows)


def _broken(found: dict[str, Any]) -> str:
    rules = sorted({name for broken in found["violations"].values() for name in broken})
    if not rules:
        return "None was broken by any policy."
    rows = [
        [TITLES[arm], *(str(broken.get(rule, 0)) for rule in rules)]
        for arm, broken in found["violations"].items()
    ]
    return "Conversations in which a rule was broken.\n\n" + table(
        ["", *(r.replace("_", " ") for r in rules)], rows
    )


def _parity(found: dict[str, Any]) -> str:
    rows = [
        [name, str(pair["pairs"]), str(pair["terms"]), str(pair["differing"])]
        for name, pair in found["parity"].items()
    ]
    return "The same borrower and seed.\n\n" + table(
        ["variant", "pairs", "terms compared on equal facts", "pairs that differ"], rows
    )


def _ends(found: dict[str, Any]) -> str:
    rows = []
    for arm, outcomes in found["outcomes"].items():
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(found["kinds"][arm].items()))
        ends = ", ".join(f"{end.replace('_', ' ')} {count}" for end, count in sorted(outcomes.items()))
        rows.append([TITLES[arm], kinds, ends])
    regret = found["own_regret"]
    own = (
        f"\n\nBy its own meter our engine's last terms give away {cell('', regret)} of the balance."
        if regret
        else ""
    )
    return table(["", "terms", "ends"], rows) + own


def _milliseconds(found: dict[str, Any]) -> str:
    rows = [
        [TITLES[arm], str(t["decisions"]), str(t["p50"]), str(t["p95"]), str(t["max"])]
        for arm, t in found["milliseconds"].items()
    ]
    return "Of the processor.\n\n" + table(["", "decisions", "p50 ms", "p95 ms", "max ms"], rows)
