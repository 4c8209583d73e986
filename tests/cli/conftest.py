"""`arrears ...` over a database of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from arrears.cli import main
from tests.builders.command_line import ENVIRONMENT, Typed


@pytest.fixture
def arrears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Typed]:
    """`arrears ...` in a folder of its own, over a database of its own that is not migrated yet."""
    monkeypatch.chdir(tmp_path)
    for name, value in (ENVIRONMENT | {"ARREARS_DATABASE_URL": f"sqlite:///{tmp_path}/a.db"}).items():
        monkeypatch.setenv(name, value)

    def typed(*words: object) -> Typed:
        monkeypatch.setattr(sys, "argv", ["arrears", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Typed(int(ended.value.code or 0), said.out, said.err)

    return typed
