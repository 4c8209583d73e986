"""What every Recorder keeps to: the fake of the tests, and Twilio's, which talks to the simulator."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from arrears.adapters.twilio_recordings import TwilioRecorder
from arrears.ports import RecorderFailedError
from tests.fakes.ports import FakeRecorder
from tests.simulator.stage import ACCOUNT, OURS, PHONE, TOKEN, Live, Product, closed_port, settings_for

CALLED = "/answer"


@pytest.fixture(scope="module")
def product() -> Iterator[Product]:
    told = Product()
    told.documents[CALLED] = "<Response><Pause length='60'/></Response>"
    yield told
    told.close()


@pytest.fixture(scope="module")
def live(product) -> Iterator[Live]:
    server = Live(settings_for(product))
    yield server
    server.close()


def advance(live: Live, seconds: float) -> None:
    live.http.post("/clock/advance", json={"seconds": seconds, "settle": True})


def recorder_at(live: Live, product: Product, **changes: object) -> TwilioRecorder:
    settings = {"callback_base": product.url, "api_base_url": live.url} | changes
    return TwilioRecorder(ACCOUNT, TOKEN, **settings)


@pytest.fixture
def call(live, product) -> str:
    """A call of ours that somebody has taken."""
    begun = live.sdk.calls.create(to=PHONE, from_=OURS, url=f"{product.url}{CALLED}")
    until = time.monotonic() + 10
    while live.sdk.calls(begun.sid).fetch().status != "in-progress":
        assert time.monotonic() < until
        advance(live, 1)
    return begun.sid


@pytest.fixture(params=["fake", "twilio"])
def recorder(request, live, product):
    return FakeRecorder() if request.param == "fake" else recorder_at(live, product)


def test_a_call_is_recorded_paused_stopped_fetched_and_forgotten(recorder, live, call) -> None:
    name = recorder.start(call)
    assert name.startswith("RE")
    advance(live, 5)
    recorder.pause(call, name)
    recorder.go_on(call, name)
    advance(live, 5)
    recorder.stop(call, name)
    sound = recorder.fetch(name)
    assert sound.media
    assert sound.media_type == "audio/mpeg"
    recorder.delete(name)
    recorder.delete(name)


def test_what_has_ended_stays_so(recorder, live, call) -> None:
    name = recorder.start(call)
    advance(live, 5)
    recorder.stop(call, name)
    recorder.stop(call, name)


def test_a_recording_whose_name_is_not_known_is_stopped(live, product, call) -> None:
    recorder = recorder_at(live, product)
    name = recorder.start(call)
    advance(live, 5)
    recorder.stop(call, None)
    assert live.sdk.recordings(name).fetch().status == "completed"


def test_nothing_is_made_of_a_sound_that_is_not_there(live, product) -> None:
    with pytest.raises(RecorderFailedError, match="fetch_404"):
        recorder_at(live, product).fetch("RE" + "0" * 32)


def test_a_carrier_that_cannot_be_reached_is_a_failure_of_its_own(live, product, call) -> None:
    away = recorder_at(live, product, api_base_url=f"http://127.0.0.1:{closed_port()}", timeout=1.0)
    for act in (
        lambda: away.start(call),
        lambda: away.stop(call, "RE1"),
        lambda: away.fetch("RE1"),
        lambda: away.delete("RE1"),
    ):
        with pytest.raises(RecorderFailedError):
            act()


def test_a_larger_sound_than_may_be_kept_is_refused(live, product, call, monkeypatch) -> None:
    monkeypatch.setattr("arrears.adapters.twilio_recordings.LARGEST_BYTES", 10)
    recorder = recorder_at(live, product)
    name = recorder.start(call)
    advance(live, 5)
    recorder.stop(call, name)
    with pytest.raises(RecorderFailedError, match="too_large"):
        recorder.fetch(name)
