"""Plots of an evaluation, for people who would rather look than read."""

from __future__ import annotations

from pathlib import Path

_COLOURS = {"en": "#1f5aa6", "zh": "#b4472e"}
_NAMES = {"en": "English", "zh": "Mandarin"}


def draw(found: dict[str, dict], folder: Path) -> None:
    """Write `intents.svg` (F1 of each intent) and `calibration.svg` (how often a confidence is right)."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "arrears"  # the same figures give the same file
    _draw_intents(found, folder / "intents.svg")
    _draw_calibration(found, folder / "calibration.svg")


def _draw_intents(found: dict[str, dict], file: Path) -> None:
    from matplotlib import pyplot

    names = sorted(next(iter(found.values()))["intents"], reverse=True)
    figure, axes = pyplot.subplots(figsize=(8, 12))
    for place, (language, figures) in enumerate(found.items()):
        values = [figures["intents"].get(name, {"f1": 0})["f1"] for name in names]
        rows = [i + 0.2 - 0.4 * place for i in range(len(names))]
        axes.barh(rows, values, height=0.38, color=_COLOURS[language], label=_NAMES[language])
    axes.set_yticks(range(len(names)), names, fontsize=8)
    axes.set_xlim(0.5, 1.0)
    axes.set_xlabel("F1 on held-out turns")
    axes.legend(loc="lower left")
    axes.grid(axis="x", alpha=0.3)
    _save(figure, file)


def _draw_calibration(found: dict[str, dict], file: Path) -> None:
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":", label="perfect")
    for language, figures in found.items():
        bins = figures["calibration"]["bins"]
        x, y = [b["confidence"] for b in bins], [b["right"] for b in bins]
        axes.plot(x, y, marker="o", color=_COLOURS[language], label=_NAMES[language])
        for b in bins:
            axes.annotate(str(b["turns"]), (b["confidence"], b["right"]), fontsize=7, alpha=0.7)
    axes.set_xlabel("confidence")
    axes.set_ylabel("share right (turns beside the points)")
    axes.legend()
    axes.grid(alpha=0.3)
    _save(figure, file)


def _save(figure: object, file: Path) -> None:
    from matplotlib import pyplot

    figure.tight_layout()
    figure.savefig(file, metadata={"Date": None})
    pyplot.close(figure)
