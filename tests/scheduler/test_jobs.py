"""APScheduler is a clock: a handful of ticks over rows, and no failure that stops them."""

from __future__ import annotations

import pytest

from arrears.services.export_evidence import read_heads
from arrears.store import Store, access
from scheduler.__main__ import make_scheduler, run_tick
from scheduler.jobs import HEARTBEAT, TICKS, Tick, heartbeat, keep_heads
from tests.builders.line import Line


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return Line(sqlite_store)


def test_every_tick_runs_over_an_empty_and_over_a_full_store(line: Line) -> None:
    for _ in range(2):
        for tick in TICKS:
            tick.run(line.app)
        line.agree()


def test_the_ticks_send_what_is_due_and_only_once(line: Line) -> None:
    line.plan_first()
    for _ in range(3):
        for tick in TICKS:
            tick.run(line.app)
    assert len(line.carrier.sent) == 1


def test_the_schedule_holds_the_ticks_and_the_heartbeat_and_nothing_else(line: Line) -> None:
    app = line.app_with(tick_seconds=2.5)
    jobs = {job.id: job for job in make_scheduler(app).get_jobs()}
    assert set(jobs) == {tick.name for tick in TICKS} | {HEARTBEAT}
    for tick in TICKS:
        job = jobs[tick.name]
        assert job.trigger.interval.total_seconds() == 2.5 * tick.every
        assert (job.max_instances, job.coalesce, job.misfire_grace_time) == (1, True, None)


def test_a_tick_that_fails_is_logged_by_kind_and_does_not_stop_the_clock(line: Line, caplog) -> None:
    def fails(_app: object) -> None:
        raise KeyError(line.borrower.point.address)

    finished: dict[str, str] = {}
    run_tick(Tick("broken", 1, fails), line.app, finished)
    (record,) = caplog.records
    assert (record.message, record.tick, record.kind) == ("tick_failed", "broken", "KeyError")
    assert record.exc_info is None
    assert line.borrower.point.address not in str(record.__dict__)
    assert finished == {}


def test_a_tick_that_ends_notes_the_business_time_it_ran_for(line: Line) -> None:
    finished: dict[str, str] = {}
    run_tick(Tick("done", 1, lambda _app: line.clock.move(hours=1)), line.app, finished)
    assert finished["done"] != line.clock.now().isoformat()


def test_the_heartbeat_is_the_machine_time_and_what_finished(line: Line) -> None:
    heartbeat(line.app, {"dispatch": "x"})
    line.machine_clock.move(seconds=5)
    heartbeat(line.app, {"dispatch": "y"})
    with line.store.read() as tx:
        assert access.last_beat(tx, "scheduler") == line.machine_clock.now()
        assert access.last_note(tx, "scheduler")["finished"] == {"dispatch": "y"}


def test_the_heads_of_all_chains_are_kept_once_a_day(line: Line, tmp_path) -> None:
    line.write_first()
    app = line.app_with(evidence_dir=tmp_path / "heads")
    kept = []
    for hours in (0, 6, 1, 24):  # from 17:00 UTC; midnight comes after seven hours
        line.clock.move(hours=hours)
        kept.append(keep_heads(app))
    names = sorted(path.name for path in (tmp_path / "heads").iterdir())
    assert kept == [True, False, True, True]
    assert names == [f"heads-2026-03-{day}.json" for day in ("02", "03", "04")]
    known = read_heads((tmp_path / "heads" / names[0]).read_text(encoding="utf-8"))
    assert [head["case"] for head in known["heads"]] == [line.borrower.case.id]


def test_without_a_folder_no_heads_are_kept(line: Line) -> None:
    assert not keep_heads(line.app)
