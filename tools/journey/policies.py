"""The policy folder of a journey: that of the repository, with the files that a scenario replaces."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tools.journey.scenario import Scenario
from tools.rasa import ROOT


def policy_folder(scenario: Scenario, folder: Path) -> Path:
    """The folder to run with; the repository's own where the scenario changes nothing."""
    changes = dict(scenario.policy)
    if scenario.opening == "lender":
        # One borrower alone must not be held out at random: there would be nothing to play.
        strategies = changes.get("strategies.yml", {})
        if isinstance(strategies, dict):
            changes["strategies.yml"] = {"holdout": {"share_bps": 0}} | strategies
    if not changes and scenario.policy_folder is None:
        return ROOT / "policy"
    shutil.copytree(ROOT / "policy", folder, ignore=shutil.ignore_patterns("sample"))
    if scenario.policy_folder is not None:
        shutil.copytree(scenario.policy_folder, folder, dirs_exist_ok=True)
    for name, content in changes.items():
        _replace(folder / name, content)
    return folder


def _replace(target: Path, content: Any) -> None:
    if not isinstance(content, Path):
        base = yaml.safe_load(target.read_text(encoding="utf-8"))
        target.write_text(yaml.safe_dump(merged(base, content), allow_unicode=True), encoding="utf-8")
    elif content.is_dir():
        shutil.copytree(content, target, dirs_exist_ok=True)
    else:
        shutil.copyfile(content, target)


def merged(base: Any, change: Any) -> Any:
    """The base with what the change names: keys of mappings, and items of lists by their `name`.

    A list in the change takes the place of the whole list.
    """
    if isinstance(base, dict) and isinstance(change, dict):
        return base | {key: merged(base.get(key), value) for key, value in change.items()}
    named = isinstance(base, list) and all(isinstance(item, dict) and "name" in item for item in base)
    if named and isinstance(change, dict):
        known = [item["name"] for item in base]
        return [merged(item, change.get(item["name"], {})) for item in base] + [
            {"name": name} | value for name, value in change.items() if name not in known
        ]
    return change
