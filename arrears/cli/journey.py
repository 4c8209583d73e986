"""`arrears journey`: play scenarios through every process. The player is a tool of the source tree.

The product imports no tool and no simulator, so that the player runs as a process of its own; it drives the
others over HTTP.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from arrears.cli.app import app
from arrears.cli.errors import UsageError

SOURCE_TREE = Path(__file__).resolve().parents[2]


@app.command()
def journey(
    files: Annotated[
        list[str] | None, typer.Argument(help="Scenarios in YAML or JSON; - is standard input")
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One line for each scenario")] = False,
    check: Annotated[bool, typer.Option("--check", help="Read the scenarios, and play none")] = False,
    keep: Annotated[
        Path | None, typer.Option(help="Folder for logs and databases; default: none kept")
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="Print a complete scenario and stop")] = False,
) -> None:
    """Play borrowers against everything that is real: simulator, gateway, Rasa, actions, scheduler.

    Prints transcript and end state as JSON. Status 2: a scenario is wrong, and each fault is named on
    standard error with its line, its field and the remedy. docs/how-to/journey.md describes every key.
    """
    if not files and not example:
        raise UsageError("name a scenario file; `arrears journey --example` prints one to start from")
    if not (SOURCE_TREE / "tools" / "journey" / "__main__.py").is_file():
        raise UsageError("there is no tools/journey beside the package; play journeys from the source tree")
    options = [
        *(["--jsonl"] if jsonl else []),
        *(["--check"] if check else []),
        *(["--example"] if example else []),
        *(["--keep", str(keep.absolute())] if keep is not None else []),
    ]
    named = [each if each == "-" else str(Path(each).absolute()) for each in files or []]
    command = [sys.executable, "-m", "tools.journey", *options, "--", *named]
    sys.stdout.flush()
    os.chdir(SOURCE_TREE)
    # In our place, so that whoever stops this command stops the processes that the player has started.
    os.execv(sys.executable, command)  # noqa: S606 - our own program
