"""A real chromium, and the world of the journeys to look at with it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.shared import shared_stage
from tests.journeys.stage import Stage
from tools import browser as chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the test is skipped, but fails in CI, which is expected to have it."""
    path = chromium.find()
    if path is None:
        reason = "no chromium: run `make browser`, or set ARREARS_TEST_CHROMIUM to the path of one"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(chromium.ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def stage(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The running world, not started where there is no browser to look at it."""
    yield from shared_stage(tmp_path_factory)
