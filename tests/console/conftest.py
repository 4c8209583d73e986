"""A desk with a supervisor and a reader, and a browser for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from arrears.desk import Desk
from tests.builders.console import Browser, browser_of, desk_in, messenger_of, save_user
from tests.fakes.ports import FakeMessenger


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = desk_in(tmp_path)
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
