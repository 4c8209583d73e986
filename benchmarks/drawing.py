"""Plots drawn by the island's interpreter, which has matplotlib: `python -m MODULE RESULTS FOLDER`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def draw(module: str, results: Path, folder: Path) -> bool:
    """Have the module write its plots; False where no interpreter is there to draw them."""
    python = ROOT / "bot" / ".venv" / "bin" / "python"
    if not python.exists():
        return False
    folder.mkdir(parents=True, exist_ok=True)
    command = [str(python), "-m", module, str(results.resolve()), str(folder.resolve())]
    done = subprocess.run(command, cwd=ROOT, check=False)
    return done.returncode == 0


def drawn(main: Callable[[Path, Path], None]) -> None:
    """Draw, in the island: results and folder are the command's arguments."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "arrears"  # the same figures give the same file
    results, folder = map(Path, sys.argv[1:])
    main(results, folder)


def save(figure: object, file: Path) -> None:
    """As text without dates and trailing blanks, so that a repeated run changes nothing."""
    figure.savefig(file, metadata={"Date": None}, bbox_inches="tight")  # type: ignore[attr-defined]
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
