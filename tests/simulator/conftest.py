from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.world import World
from tests.simulator.stage import Live, Product, settings_for


@pytest.fixture
def product() -> Iterator[Product]:
    receiver = Product()
    yield receiver
    receiver.close()


@pytest.fixture
def world(product: Product) -> Iterator[World]:
    made = World(settings_for(product))
    yield made
    made.stop()


@pytest.fixture
def live(product: Product) -> Iterator[Live]:
    server = Live(settings_for(product))
    yield server
    server.close()
