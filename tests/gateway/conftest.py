from __future__ import annotations

from collections.abc import Iterator

import pytest

from arrears.store import Store
from gateway.app import make_app
from tests.builders.line import Line
from tests.builders.web import Web


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


@pytest.fixture
def web(line: Line) -> Iterator[Web]:
    """The gateway, up and running over the line's application."""
    with Web(make_app(line.app)) as client:
        yield client
