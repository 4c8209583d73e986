"""Two plots of a run (see `benchmarks/drawing.py`)."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.drawing import drawn, save

_COLOURS = ("#0b6e4f", "#c77d0a", "#5b4b9a", "#a23b3b", "#3b76a2", "#8a8a8a", "#222222", "#777777", "#bbbbbb")


def main(results: Path, folder: Path) -> None:
    """Write trade-off.svg and families.svg."""
    found = json.loads(results.read_text(encoding="utf-8"))
    _trade_off(found, folder / "trade-off.svg")
    _families(found, folder / "families.svg")


def _trade_off(found: dict, file: Path) -> None:
    """Recovery against health, with lines of equal harmonic mean."""
    from matplotlib import pyplot

    figure, panels = pyplot.subplots(1, 2, figsize=(11, 5), sharey=True)
    for axes, (suffix, title) in zip(panels, (("", "90 days"), ("_year", "12 months")), strict=True):
        for level in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
            shares = [level / 2 + step * (1 - level / 2) / 60 for step in range(1, 61)]
            line = [(x, level * x / (2 * x - level)) for x in shares if 2 * x > level]
            axes.plot(
                *zip(*[p for p in line if p[1] <= 1], strict=True), color="#dddddd", linewidth=0.8, zorder=0
            )
        for colour, (arm, measures) in zip(_COLOURS, found["groups"]["all"].items(), strict=False):
            (x, x0, x1), (y, y0, y1) = measures[f"recovery{suffix}"], measures[f"health{suffix}"]
            spread = {"xerr": [[x - x0], [x1 - x]], "yerr": [[y - y0], [y1 - y]]}
            axes.errorbar(x, y, **spread, fmt="o", color=colour, label=arm.replace("_", " "), linewidth=1)
        axes.set(xlim=(0, 1), ylim=(0.2, 1), xlabel="share of affordable money recovered", title=title)
    panels[0].set_ylabel("share of disposable income left")
    panels[1].legend(fontsize=8, loc="lower left", frameon=False)
    save(figure, file)


def _families(found: dict, file: Path) -> None:
    """The harmonic mean of twelve months of each family: ours, the best other policy, the bounds."""
    from matplotlib import pyplot

    bounds = ("listener_money", "listener_score")
    families = {
        n: f
        for n, f in found["families"].items()
        if f["arms"].get("engine", {}).get("harmonic_year", [None])[0]
    }
    figure, axes = pyplot.subplots(figsize=(9, 0.35 * len(families) + 1.5))
    for place, family in enumerate(families.values()):
        values = {arm: measures["harmonic_year"] for arm, measures in family["arms"].items()}
        others = [
            v[0] for arm, v in values.items() if arm not in ("engine", "oracle", *bounds) and v[0] is not None
        ]
        listened = [values[arm][0] for arm in bounds if arm in values and values[arm][0] is not None]
        mean, low, high = values["engine"]
        axes.errorbar(mean, place, xerr=[[mean - low], [high - mean]], fmt="o", color=_COLOURS[0])
        axes.plot(others, [place] * len(others), "|", color=_COLOURS[1], markersize=10)
        axes.plot(listened, [place] * len(listened), "x", color=_COLOURS[2])
    labels = [
        name.replace("_", " ") + (" (held out)" if f["held_out"] else "") for name, f in families.items()
    ]
    axes.set_yticks(range(len(labels)), labels, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel(
        "harmonic mean of twelve months: ours (dot), other policies (bar), best listeners (cross)"
    )
    axes.grid(alpha=0.25, axis="x")
    save(figure, file)


if __name__ == "__main__":
    drawn(main)
