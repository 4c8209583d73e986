"""A pytest plugin for `make mutants`: a mutant meets its own pack's tests, and nothing kept from before.

A worker is forked from a process that has run every test: rules were imported there, and answers were kept.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

_PACKS = "arrears.domain.compliance.packs."
_TESTS = "tests/domain/compliance/"
_NO_MUTANT = frozenset({"", "stats", "fail", "mutant_generation"})
_AT_IMPORT = Path("called_at_import.json")
"""The functions that run while the rules are imported; only a new import meets their mutants."""

OWN_TESTS = {
    "carrier": ("test_carrier",),
    "china": ("world/test_china", "world/test_hours"),
    "disclosure": ("test_disclosure",),
    "status": ("test_statuses", "test_refusals", "test_exceptions"),
    "united_states": ("us_federal/", "us_tcpa/", "us_states/"),
    "us_federal": ("us_federal/",),
    "us_states": ("us_states/",),
    "us_tcpa": ("us_tcpa/",),
    "world": ("world/",),
}
"""By pack, how the paths of its tests begin."""


def pytest_configure(config: pytest.Config) -> None:
    """Choose the tests that a mutant meets, and forget what would hide it."""
    mutant = os.environ.get("MUTANT_UNDER_TEST", "")
    if mutant == "stats":
        _forget_modules()
    if mutant in _NO_MUTANT:
        return
    pack = mutant.removeprefix(_PACKS).split(".")[0]
    wanted = tuple(_TESTS + start for start in OWN_TESTS.get(pack, ("",)))
    files = sorted(map(str, Path(_TESTS).rglob("test_*.py")))
    config.args[:] = sorted(
        (file for file in files if file.startswith((*wanted, _TESTS + "loopholes/"))),
        key=lambda file: not file.startswith(wanted),
    )
    if mutant.rpartition("__mutmut_")[0] in json.loads(_AT_IMPORT.read_text()):
        _forget_modules()
    else:
        _forget_answers()


def pytest_collection_finish() -> None:
    """Keep the names of the functions that have run so far: while modules were imported."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        from mutmut.state import state

        _AT_IMPORT.write_text(json.dumps(sorted(state()._stats)))


def _forget_modules() -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] in ("arrears", "tests") and name != __name__:
            del sys.modules[name]


def _forget_answers() -> None:
    from tests.builders.compliance import packs

    packs()._kept.clear()
