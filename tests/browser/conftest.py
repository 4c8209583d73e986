"""The world of the journeys, to look at with a real chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.shared import shared_stage
from tests.journeys.stage import Stage


@pytest.fixture(scope="session")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The running world, not started where there is no browser to look at it."""
    yield from shared_stage(tmp_path_factory)
