"""The figures as JSON, as a table in Markdown and as one plot."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.understanding.candidates import TITLES

_TITLES = {
    "banking77": "BANKING77, all of train",
    "banking77-10-shot": "BANKING77, 10 texts an intent",
    "clinc150": "CLINC150 with out-of-scope",
}
_COLUMNS = (
    ("accuracy", "accuracy %"),
    ("oos_recall", "out-of-scope recall %"),
    ("train_seconds", "training s"),
    ("p50_ms", "p50 ms"),
    ("p95_ms", "p95 ms"),
    ("cpu_ms", "CPU ms"),
    ("rss_mib", "serving RSS MiB"),
    ("train_rss_mib", "training RSS MiB"),
    ("model_mib", "model MiB"),
)
_COLOURS = {"component": "#0b6e4f", "tfidf": "#c77d0a", "diet": "#5b4b9a"}
_MARKERS = {"banking77": "o", "banking77-10-shot": "^", "clinc150": "s"}


def write(folder: Path, facts: dict[str, Any], runs: list[dict[str, Any]]) -> str:
    """Write understanding.json and understanding.md; gives the latter."""
    rows = merged(runs)
    whole = json.dumps({**facts, "rows": rows, "runs": runs}, indent=2)
    (folder / "understanding.json").write_text(whole + "\n", encoding="utf-8")
    words = _markdown(facts, rows)
    (folder / "understanding.md").write_text(words, encoding="utf-8")
    return words


def merged(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a task and candidate: the mean of its draws."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for run in runs:
        groups[run["task"], run["candidate"]].append(run)
    return [_mean(task, name, group) for (task, name), group in groups.items()]


def _mean(task: str, name: str, group: list[dict[str, Any]]) -> dict[str, Any]:
    row: dict[str, Any] = {"task": task, "candidate": name, "draws": len(group)}
    for key, _ in _COLUMNS:
        row[key] = fmean(run[key] for run in group) if key in group[0] else None
    row["accuracy_range"] = [pick(run["accuracy"] for run in group) for pick in (min, max)]
    kept = ("texts", "judged", "epochs", "epochs_planned", "iterations", "without_rule", "halves")
    return row | {key: group[0][key] for key in kept if key in group[0]}


def _markdown(facts: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    lines = ["# Understanding on public data", ""]
    if facts["settings"]["sample"]:
        lines += [f"**A sample of {facts['settings']['sample']} texts: the figures say nothing.**", ""]
    heads = ["task", "candidate", *(title for _, title in _COLUMNS), "remarks"]
    lines += [_line(heads), _line(["---", "---", *("---:" for _ in _COLUMNS), "---"])]
    for row in rows:
        cells = [_cell(key, row[key]) for key, _ in _COLUMNS]
        lines.append(_line([_TITLES[row["task"]], TITLES[row["candidate"]], *cells, _remarks(row)]))
    goal = facts["settings"]["in_scope_goal"]
    lines += [
        "",
        "Latency: one text at a time on one thread, wall clock; CPU ms is the mean in processor time, which "
        "other load on the machine moves less. Training and serving are processes of their own. On CLINC150 "
        "the accuracy is of the in-scope texts; the out-of-scope rule's point is chosen on one half of the "
        f"validation for an in-scope accuracy of {100 * goal:.0f} % first and recall second, and judged on "
        "the other half, both ways.",
        "",
        f"`{facts['command']}`",
        "",
        "; ".join(f"{key}: {value}" for key, value in facts["machine"].items()),
        "",
    ]
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(key: str, value: float | None) -> str:
    if value is None:
        return "–"
    if key in ("accuracy", "oos_recall"):
        return f"{100 * value:.1f}"
    return f"{value:.2f}" if key.endswith("_ms") else f"{value:,.0f}" if value >= 10 else f"{value:.1f}"


def _remarks(row: dict[str, Any]) -> str:
    words = []
    if row["draws"] > 1:
        low, high = row["accuracy_range"]
        words.append(f"mean of {row['draws']} draws, {100 * low:.1f} to {100 * high:.1f}")
    if "epochs_planned" in row:
        words.append(f"{row['epochs']} of {row['epochs_planned']} epochs within the time")
    elif "epochs" in row:
        words.append(f"{row['epochs']} epochs")
    if "without_rule" in row:
        plain = row["without_rule"]
        words.append(f"without the rule {100 * plain['accuracy']:.1f} / {100 * plain['oos_recall']:.1f}")
    return "; ".join(words)


def plot(folder: Path, runs: list[dict[str, Any]], sample: int | None) -> None:
    """Write understanding.png: accuracy over latency, a line from each p50 to its p95."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.lines import Line2D

    rows = merged(runs)
    figure, axes = pyplot.subplots(figsize=(8, 5), dpi=150)
    for row in rows:
        colour, height = _COLOURS[row["candidate"]], 100 * row["accuracy"]
        axes.plot([row["p50_ms"], row["p95_ms"]], [height, height], color=colour, linewidth=1, alpha=0.6)
        axes.plot(row["p50_ms"], height, _MARKERS[row["task"]], color=colour, markersize=9)
        axes.annotate(
            f"{height:.1f}",
            (row["p50_ms"], height),
            (0, 8),
            textcoords="offset points",
            ha="center",
            fontsize=8,
        )
    names = dict.fromkeys(row["candidate"] for row in rows)
    tasks = dict.fromkeys(row["task"] for row in rows)
    keys = [Line2D([], [], color=_COLOURS[name], linewidth=4, label=TITLES[name]) for name in names]
    keys += [
        Line2D([], [], color="grey", marker=_MARKERS[task], linestyle="", label=_TITLES[task])
        for task in tasks
    ]
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.xaxis.set_minor_formatter("{x:g}")
    axes.tick_params(which="both", labelsize=8)
    axes.margins(0.1, 0.15)
    axes.set_xlabel("milliseconds a text on one thread, p50 to p95 (logarithmic)")
    axes.set_ylabel("accuracy on validation, % (CLINC150: in scope)")
    axes.set_title(f"a sample of {sample} texts: a trial" if sample else "Accuracy over latency", fontsize=10)
    axes.grid(alpha=0.25)
    axes.legend(
        handles=keys, fontsize=8, loc="upper center", bbox_to_anchor=(0.5, -0.13), ncol=2, frameon=False
    )
    figure.savefig(folder / "understanding.png", bbox_inches="tight")
    pyplot.close(figure)
