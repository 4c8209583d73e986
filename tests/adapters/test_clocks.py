"""The system's clock, and the simulator's, which may only be read from this machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from arrears.adapters.clocks import NotLoopbackError, SimulatedClock, SystemClock, is_loopback
from arrears.bootstrap import SimulatedClockRefusedError, build_app, store_of
from arrears.store import access
from arrears.store.migrate import migrate
from tests.builders.store import settings
from tests.simulator.stage import Live, Product, settings_for, wait


@pytest.fixture
def live() -> Iterator[Live]:
    with closing(Product()) as product, closing(Live(settings_for(product))) as server:
        yield server


def test_the_system_clock_is_aware_and_goes_forward() -> None:
    first, then = SystemClock().now(), SystemClock().now()
    assert first <= then
    assert first.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8100", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8100", True),
        ("http://localhost:8100", True),
        ("http://localhost.example.com", False),
        ("http://127.0.0.1.example.com", False),
        ("http://user@10.0.0.1:8100", False),
        ("http://127.0.0.1@example.com", False),
        ("http://0.0.0.0:8100", False),
        ("https://api.twilio.com", False),
        ("", False),
        ("127.0.0.1", False),
    ],
)
def test_loopback_is_judged_by_the_host_alone(url: str, here: bool) -> None:
    assert is_loopback(url) is here


def test_a_simulated_clock_elsewhere_is_refused() -> None:
    with pytest.raises(NotLoopbackError):
        SimulatedClock("http://clock.example.com")


def test_the_simulated_clock_follows_the_simulators(live: Live) -> None:
    with closing(SimulatedClock(live.url)) as clock:
        before = clock.now()
        live.http.post("/clock/advance", json={"seconds": 86_400})
        wait(lambda: clock.now() > before)
        assert clock.now() - before >= timedelta(days=1)


def a_world(folder: Path, live: Live, *, demo: bool, **changes: object):
    chosen = settings(
        database_url=f"sqlite:///{folder}/a.db",
        **{"clock_url": live.url, "twilio_api_base_url": live.url} | changes,
    )
    store = store_of(chosen)
    migrate(store)
    with store.write() as tx:
        access.set_fact(tx, "demo", demo)
    store.engine.dispose()
    return chosen


@pytest.mark.parametrize(
    ("demo", "changes", "why"),
    [
        (False, {}, "marked as a demo"),
        (True, {"twilio_api_base_url": None}, "carrier on loopback"),
        (True, {"twilio_api_base_url": "https://api.twilio.com"}, "carrier on loopback"),
        (True, {"lender_gateway_url": "https://gateway.example.com"}, "gateway on loopback"),
    ],
)
def test_a_simulated_clock_is_refused_where_real_people_could_be_reached(
    tmp_path: Path, live: Live, demo, changes, why
) -> None:
    with pytest.raises(SimulatedClockRefusedError, match=why):
        build_app(a_world(tmp_path, live, demo=demo, **changes))


def test_in_a_demo_the_simulated_clock_is_the_business_clock_alone(tmp_path: Path, live: Live) -> None:
    app = build_app(a_world(tmp_path, live, demo=True))
    assert isinstance(app.desk.clock, SimulatedClock)
    assert isinstance(app.desk.machine_clock, SystemClock)
    app.desk.store.engine.dispose()


def test_without_a_clock_url_the_time_is_the_systems(tmp_path: Path, live: Live) -> None:
    app = build_app(a_world(tmp_path, live, demo=False, clock_url=None))
    assert isinstance(app.desk.clock, SystemClock)
    app.desk.store.engine.dispose()
