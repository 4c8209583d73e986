from __future__ import annotations

from collections.abc import Iterator

import pytest

from arrears.store import Store
from gateway.app import make_app
from gateway.voice.patience import Manners
from gateway.voice.switchboard import Switchboard
from tests.builders.phone import Phone
from tests.builders.web import Web

MANNERS = Manners(lead_s=1000, breath_s=0.05, digits_s=0.15, filler_s=30)
"""Those of the product, but for what a test would have to sleep for."""


@pytest.fixture
def phone(sqlite_store: Store) -> Phone:
    return Phone(sqlite_store)


@pytest.fixture
def board(phone: Phone) -> Switchboard:
    return Switchboard(phone.app, vars(phone).get("manners", MANNERS))


@pytest.fixture
def web(phone: Phone, board: Switchboard) -> Iterator[Web]:
    """The gateway, up and running over the phone's application."""
    with Web(make_app(phone.app, board)) as client:
        yield client
