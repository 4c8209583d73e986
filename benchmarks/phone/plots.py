"""The waits, drawn by the island's interpreter, which has matplotlib: `plots.py RESULTS FOLDER`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

_COLOURS = {1: "#0b6e4f", 5: "#c77d0a", 20: "#5b4b9a"}
_TITLES = {"relay": "ConversationRelay", "gather": "<Gather>"}
_GOAL_MS = 600


def draw(results: Path, folder: Path, root: Path) -> bool:
    """Write waits.svg; False where no interpreter is there to draw it."""
    python = root / "bot" / ".venv" / "bin" / "python"
    if not python.exists():
        return False
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([str(python), __file__, str(results), str(folder)], check=False)
    return done.returncode == 0


def main(results: Path, folder: Path) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "arrears"  # the same figures give the same file
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
        panel.legend(frameon=False)
    panels[0].set_ylabel("% of turns")
    _save(figure, folder / "waits.svg")


def _save(figure: object, file: Path) -> None:
    figure.savefig(file, metadata={"Date": None}, bbox_inches="tight")  # type: ignore[attr-defined]
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
