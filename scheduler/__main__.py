"""Starts the scheduler: `python -m scheduler`."""

from __future__ import annotations

import logging
import signal
from types import FrameType

from apscheduler.schedulers.blocking import BlockingScheduler

from arrears.bootstrap import App, app_or_exit
from arrears.serving import log_to_stderr
from scheduler.jobs import HEARTBEAT, TICKS, Tick, heartbeat

log = logging.getLogger("scheduler")


def run_tick(tick: Tick, app: App, finished: dict[str, str]) -> None:
    """One tick; a failure is logged by kind and the next tick comes all the same."""
    try:
        began = app.desk.clock.now()
        tick.run(app)
        finished[tick.name] = began.isoformat()
    except Exception as error:
        log.error("tick_failed", extra={"tick": tick.name, "kind": type(error).__name__})


def make_scheduler(app: App) -> BlockingScheduler:
    """The ticks on APScheduler's memory store; a late tick runs once, never twice at a time."""
    scheduler = BlockingScheduler(timezone="UTC")
    finished: dict[str, str] = {}
    beat = Tick(HEARTBEAT, 1, lambda app: heartbeat(app, finished))
    for tick in (*TICKS, beat):
        scheduler.add_job(
            run_tick,
            "interval",
            args=(tick, app, finished),
            id=tick.name,
            seconds=tick.every * app.settings.tick_seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
    return scheduler


def main() -> None:
    """Run until SIGTERM or SIGINT, and finish the tick in hand."""
    log_to_stderr()
    scheduler = make_scheduler(app_or_exit("scheduler"))

    def stop(_signal: int, _frame: FrameType | None) -> None:
        scheduler.shutdown(wait=False)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    scheduler.start()


if __name__ == "__main__":
    main()
