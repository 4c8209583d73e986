"""The stage is started once for the journeys and the browser tests together."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.stage import Stage, open_stage

_open: list[Stage] = []


def shared_stage(folders: pytest.TempPathFactory) -> Iterator[Stage]:
    """The stage, started by whoever asks first and stopped when the session ends."""
    if not _open:
        _open.append(open_stage(folders.mktemp("journeys")))
    yield _open[0]
    _open[0].stop()
