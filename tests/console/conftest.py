"""A desk with a supervisor and a reader, and a browser for each test."""

from __future__ import annotations

import pytest

from arrears.desk import Desk
from arrears.store import Store
from tests.builders.console import Browser, browser_of, desk_over, messenger_of, save_user
from tests.fakes.ports import FakeMessenger


@pytest.fixture
def desk(sqlite_store: Store) -> Desk:
    desk = desk_over(sqlite_store)
    save_user(desk.store, "mei", "supervisor")
    save_user(desk.store, "ren", "reader")
    return desk


@pytest.fixture
def messenger(desk: Desk) -> FakeMessenger:
    return messenger_of(desk)


@pytest.fixture
def stranger(desk: Desk, messenger: FakeMessenger) -> Browser:
    return browser_of(desk, messenger)


@pytest.fixture
def browser(stranger: Browser) -> Browser:
    assert stranger.sign_in().status_code == 303
    return stranger
