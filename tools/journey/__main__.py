"""`python -m tools.journey FILE...`, started by `arrears journey`. docs/how-to/journey.md has every key.

Exit: 0 played, 1 something of the machinery failed, 2 a scenario is wrong.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tools.fleet import FleetError
from tools.journey.outcomes import outcome
from tools.journey.parsing import BadScenarioError, read_scenarios
from tools.journey.passing import StuckError
from tools.journey.phone import LineError
from tools.journey.playing import Player
from tools.journey.scenario import Scenario
from tools.journey.theatre import AccountRefusedError, Theatre
from tools.journey.visitor import VisitError
from tools.rasa import ROOT

PLAYED, FAILED, WRONG = 0, 1, 2
GUIDE = ROOT / "docs" / "how-to" / "journey.md"
_STDIN = "-"


def main() -> int:
    options = _options()
    if options.example:
        print(example(), end="")
        return PLAYED
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop, it stops its processes too
    try:
        scenarios = _read(options.files)
        if options.check:
            say(f"{len(scenarios)} scenarios can be played")
            return PLAYED
        with _folder(options.keep) as folder:
            return _play_all(scenarios, folder, jsonl=options.jsonl)
    except BadScenarioError as error:
        for fault in error.faults:
            say(fault)
        return WRONG
    except FleetError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        say("stopped")
        return FAILED


def example() -> str:
    """The complete scenario of the guide."""
    return GUIDE.read_text(encoding="utf-8").split("```yaml\n", 1)[1].split("```", 1)[0]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="arrears journey",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", help="scenarios in YAML or JSON; - is standard input")
    parser.add_argument("--jsonl", action="store_true", help="one line for each scenario")
    parser.add_argument("--check", action="store_true", help="read the scenarios, and play none")
    parser.add_argument("--example", action="store_true", help="print a complete scenario")
    parser.add_argument("--keep", type=Path, help="a folder for logs and databases")
    options = parser.parse_args()
    if not options.files and not options.example:
        parser.error("name a scenario file; --example prints one to start from")
    return options


def _read(files: list[str]) -> list[Scenario]:
    """All scenarios of all files. Raises: BadScenarioError with the faults of all of them."""
    scenarios: list[Scenario] = []
    faults: list[str] = []
    for file in files:
        try:
            scenarios += _read_one(file)
        except BadScenarioError as error:
            faults += error.faults
    if faults:
        raise BadScenarioError(faults)
    return scenarios


def _read_one(file: str) -> list[Scenario]:
    if file == _STDIN:
        return read_scenarios("standard input", sys.stdin.buffer.read().decode("utf-8"), Path.cwd())
    try:
        text = Path(file).read_text(encoding="utf-8")
    except OSError as error:
        raise BadScenarioError([f"{file}: scenario: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise BadScenarioError([f"{file}: scenario: not in UTF-8; save it as UTF-8"]) from None
    return read_scenarios(file, text, Path(file).resolve().parent)


def _play_all(scenarios: list[Scenario], folder: Path, *, jsonl: bool) -> int:
    """Play them one after another; what fails in one of them does not keep the others from being played."""
    theatre = Theatre(folder, say)
    played: list[dict[str, Any]] = []
    status = PLAYED
    try:
        say("starting; Rasa needs up to a minute to load its model")
        theatre.open()
        for number, scenario in enumerate(scenarios, 1):
            document, ended = _play(theatre, scenario, folder / f"{number:03}")
            status = max(status, ended)
            played.append(document)
            if jsonl:
                print(json.dumps(document, ensure_ascii=False), flush=True)
    finally:
        theatre.close()
    if not jsonl:
        whole = played[0] if len(scenarios) == 1 else played
        print(json.dumps(whole, ensure_ascii=False, indent=2))
    return status


def _play(theatre: Theatre, scenario: Scenario, folder: Path) -> tuple[dict[str, Any], int]:
    """The document of one journey; of one that failed it holds the error instead of an end."""
    say(f"{scenario.name}: begins {scenario.now:%Y-%m-%d %H:%M} UTC")
    try:
        with theatre.playing(scenario, folder) as world:
            player = Player(world, scenario, say)
            player.play()
            return outcome(world, scenario, player), PLAYED
    except AccountRefusedError as error:
        kind, words = WRONG, f"account: the import refuses it; correct what its report names\n{error}"
    except (FleetError, LineError, StuckError, VisitError, httpx.HTTPError) as error:
        kind, words = FAILED, str(error) or type(error).__name__
    say(f"{scenario.file}: {words}")
    return {"scenario": scenario.name, "file": scenario.file, "error": words}, kind


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep = keep.resolve()
        if keep.exists() and any(keep.iterdir()):
            raise BadScenarioError([f"--keep: {keep} is not empty; name a new folder"])
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="arrears-journey-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def say(words: str) -> None:
    """One line of progress, on standard error: standard output is for documents alone."""
    print(f"journey: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
