from __future__ import annotations

from collections.abc import Iterator

import pytest

from arrears.store import Store
from gateway.app import make_app
from tests.builders.line import Line
from tests.builders.pages import Reader, issue
from tests.builders.web import Web


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


@pytest.fixture
def web(line: Line) -> Iterator[Web]:
    """The gateway, up and running over the line's application."""
    with Web(make_app(line.app)) as client:
        yield client


@pytest.fixture
def pages_web(line: Line) -> Iterator[Web]:
    """The gateway with test payments on."""
    with Web(make_app(line.app_with(sandbox_payments=True))) as client:
        yield client


@pytest.fixture
def reader(line: Line, pages_web: Web) -> Reader:
    return Reader(pages_web, issue(line))


@pytest.fixture
def visitor(reader: Reader) -> Reader:
    """A browser whose holder has proved who they are."""
    assert reader.prove().status_code == 303
    return reader
