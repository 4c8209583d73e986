"""One world for all journeys: it takes half a minute to start, and each test plays other borrowers in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.shared import shared_stage
from tests.journeys.stage import Stage


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The running world. Fails with "run `make train`" where there is no trained model."""
    yield from shared_stage(tmp_path_factory)
