"""One world for all journeys: it takes half a minute to start, and each test plays other borrowers in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.borrowers import EN, ZH
from tests.journeys.callers import Callers
from tests.journeys.shared import shared_stage
from tests.journeys.stage import Stage
from tests.journeys.telephone import OPEN, at, who_may_be_called


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The running world. Fails with "run `make train`" where there is no trained model."""
    yield from shared_stage(tmp_path_factory)


@pytest.fixture(scope="session")
def everybody(stage: Stage) -> Callers:
    """Those of the sample who may be called and whom no other journey plays."""
    return Callers(stage, {EN: who_may_be_called(stage, EN, 20), ZH: who_may_be_called(stage, ZH, 16)})


@pytest.fixture
def callers(everybody: Callers) -> Callers:
    """The same, at an hour at which our people are there and every call is lawful."""
    at(everybody.stage, OPEN)
    return everybody
