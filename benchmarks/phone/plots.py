"""The plot of the waits (see `benchmarks/drawing.py`)."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.drawing import drawn, save

_COLOURS = {1: "#0b6e4f", 5: "#c77d0a", 20: "#5b4b9a"}
_TITLES = {"relay": "ConversationRelay", "gather": "<Gather>"}
_GOAL_MS = 600
"""For 95 of 100 turns with 20 calls at once."""
_TICKS_MS = (50, 100, 200, 400, _GOAL_MS)


def main(results: Path, folder: Path) -> None:
    """Write waits.svg."""
    from matplotlib import pyplot

    levels = json.loads(results.read_text(encoding="utf-8")).get("waits", {}).get("levels", {})
    figure, panels = pyplot.subplots(1, 2, figsize=(9, 3.4), sharey=True)
    for panel, (way, title) in zip(panels, _TITLES.items(), strict=True):
        for name, level in levels.items():
            if name.startswith(way):
                lanes = int(name.partition("-")[2])
                waits = sorted(wait for wait in level["waits_ms"] if wait is not None)
                shares = [100 * (rank + 1) / len(waits) for rank in range(len(waits))]
                panel.step(waits, shares, where="post", color=_COLOURS.get(lanes), label=f"{lanes} at once")
        panel.axvline(_GOAL_MS, color="#bbbbbb", linewidth=0.8)
        panel.set(title=title, xscale="log", xlabel="milliseconds to the first word", ylim=(0, 100))
        panel.set_xticks(_TICKS_MS, [str(tick) for tick in _TICKS_MS])
        panel.minorticks_off()
        panel.legend(frameon=False)
    panels[0].set_ylabel("% of turns")
    save(figure, folder / "waits.svg")


if __name__ == "__main__":
    drawn(main)
