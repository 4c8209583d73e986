from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.clock import EventKind, VirtualClock

START = datetime(2026, 3, 2, 14, tzinfo=UTC)
KIND = EventKind.CARRIER


def clock() -> VirtualClock:
    return VirtualClock(START, threading.RLock())


@given(
    delays=st.lists(st.integers(0, 500), max_size=30),
    steps=st.lists(st.integers(0, 300), min_size=1, max_size=8),
)
def test_events_fire_in_order_at_their_own_instants_and_none_is_overtaken(
    delays: list[int], steps: list[int]
) -> None:
    time = clock()
    fired: list[tuple[datetime, int]] = []

    def note(number: int) -> None:
        fired.append((time.now, number))

    for number, delay in enumerate(delays):
        time.after(delay, KIND, partial(note, number))
    for step in steps:
        time.advance(step)
        due = time.next_event_at()
        assert due is None or due > time.now
    reached = sum(steps)
    expected = sorted((delay, number) for number, delay in enumerate(delays) if delay <= reached)
    assert fired == [(START + timedelta(seconds=delay), number) for delay, number in expected]
    assert time.now == START + timedelta(seconds=reached)


@given(hops=st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_an_event_that_schedules_another_is_followed_within_one_step(hops: list[int]) -> None:
    time, seen = clock(), []

    def hop(left: list[int]) -> None:
        seen.append(time.now)
        if left:
            time.after(left[0], KIND, lambda: hop(left[1:]))

    hop(hops)
    time.advance(sum(hops))
    assert seen == [START + timedelta(seconds=sum(hops[:count])) for count in range(len(hops) + 1)]


def test_a_cancelled_event_does_not_fire_and_is_not_due() -> None:
    time, fired = clock(), []
    time.after(5, KIND, lambda: fired.append(1)).cancelled = True
    assert time.next_event_at() is None
    assert time.count(KIND) == 0
    time.advance(10)
    assert fired == []


@pytest.mark.parametrize("seconds", [-1, -0.001])
def test_time_never_goes_back(seconds: float) -> None:
    with pytest.raises(ValueError, match="never goes back"):
        clock().advance(seconds)


def test_an_instant_already_passed_changes_nothing() -> None:
    time = clock()
    time.advance(60)
    assert time.advance_to(START) == START + timedelta(seconds=60)


def test_an_event_scheduled_in_the_past_falls_due_now() -> None:
    time, seen = clock(), []
    time.advance(60)
    time.schedule(START, KIND, lambda: seen.append(time.now))
    time.advance(0)
    assert seen == [START + timedelta(seconds=60)]


def test_a_running_clock_reaches_an_event_by_itself_and_outlives_a_failing_one() -> None:
    time, arrived = clock(), threading.Event()

    def fail() -> None:
        raise RuntimeError

    time.after(10, KIND, fail)
    time.after(3600, KIND, arrived.set)
    thread = threading.Thread(target=time.run, daemon=True)
    thread.start()
    time.set_rate(100_000)
    assert arrived.wait(10)
    time.stop()
    thread.join(5)
    assert not thread.is_alive()
