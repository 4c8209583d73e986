"""The ticks. Each one may run in several schedulers at once: rows are claimed, not jobs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from arrears.adapters.evidence_files import write_once
from arrears.bootstrap import App
from arrears.services.call_again import call_again
from arrears.services.decide_approval import lapse_overdue
from arrears.services.dispatch_outreach import dispatch_due, give_up_lost
from arrears.services.export_evidence import document_text, export_heads
from arrears.services.keep_recordings import erase_recordings, fetch_recordings
from arrears.services.plan_outreach import plan_outreach
from arrears.services.plan_reminders import plan_reminders
from arrears.services.record_call import end_silent_calls
from arrears.services.remind_of_due_dates import remind_of_due_dates
from arrears.services.sweep_promises import sweep_promises
from arrears.services.take_card import doubt_silent
from arrears.services.thank_payer import thank_payers
from arrears.services.welcome_plans import welcome_plans
from arrears.store import access

HEARTBEAT = "heartbeat"


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that is done again and again."""

    name: str
    every: int  # in ticks of ARREARS_TICK_SECONDS
    run: Callable[[App], object]


def heartbeat(app: App, finished: Mapping[str, str]) -> None:
    """Write that the scheduler is alive, and the business time each tick last came to its end for."""
    with app.desk.store.write() as tx:
        note = {"pid": os.getpid(), "finished": dict(finished)}
        access.beat(tx, "scheduler", app.desk.machine_clock.now(), note)


def keep_heads(app: App) -> bool:
    """Write the file of all chain heads once a day, UTC; False when there is one, or no folder for it."""
    folder = app.settings.evidence_dir
    if folder is None:
        return False
    path = folder / f"heads-{app.desk.clock.now():%Y-%m-%d}.json"
    return not path.exists() and write_once(path, document_text(export_heads(app.desk, app.sign)))


def fetch_calls(app: App) -> int:
    """Fetch what was recorded; nothing where nothing records."""
    return 0 if app.recorder is None else fetch_recordings(app.desk, app.recorder)


TICKS = (
    Tick("sweep_promises", 2, lambda app: sweep_promises(app.desk)),
    Tick("welcome_plans", 2, lambda app: welcome_plans(app.desk)),
    Tick("plan_reminders", 2, lambda app: plan_reminders(app.desk)),
    Tick("thank_payers", 2, lambda app: thank_payers(app.desk)),
    Tick("remind_of_due_dates", 4, lambda app: remind_of_due_dates(app.desk)),
    Tick("plan_outreach", 2, lambda app: plan_outreach(app.desk)),
    Tick("call_again", 2, lambda app: call_again(app.desk)),
    Tick("lapse_approvals", 1, lambda app: lapse_overdue(app.desk)),
    Tick("dispatch", 1, lambda app: dispatch_due(app.desk, app.messengers)),
    Tick("lost_outcomes", 4, lambda app: give_up_lost(app.desk)),
    Tick("silent_calls", 4, lambda app: end_silent_calls(app.desk)),
    Tick("fetch_recordings", 2, fetch_calls),
    Tick("erase_recordings", 20, lambda app: erase_recordings(app.desk)),
    Tick("silent_cards", 4, lambda app: doubt_silent(app.desk)),
    Tick("evidence_heads", 10, keep_heads),
)
