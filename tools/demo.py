"""The demo: every process, the sample portfolio, a call, and simulated days in which borrowers answer.

`python -m tools.demo` runs until Ctrl-C; `--once` plays a fixed scenario to its end, prints one transcript
in each language with the plan that came of it, and exits with 0.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.live import Live
from rich.table import Table

from tools.demo_call import is_played, live_calls, play_call
from tools.fleet import FleetError
from tools.rasa import ROOT
from tools.scenario import play_once
from tools.world import World, simulated_now

SAMPLE = ROOT / "policy" / "sample"
STEP = timedelta(minutes=10)
PAUSE_SECONDS = 0.15
"""Real time between two steps, so that the scheduler's ticks keep up with the simulated minutes."""

PAYMENT_SEED = 20260302

console = Console()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--once", action="store_true", help="play a fixed scenario and exit")
    parser.add_argument(
        "--days", type=int, default=30, help="simulated days before the clock slows to real time"
    )
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "demo")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop, it stops its processes too
    world = World(options.folder.resolve(), tick_seconds=0.25)
    try:
        begin(world)
        if options.once:
            return play_once(world, say)
        return live(world, options.days)
    except FleetError as error:
        console.print(f"[red]demo:[/red] {error}", highlight=False, markup=True)
        return 1
    except KeyboardInterrupt:
        say("stopping")
        return 0
    finally:
        world.stop()


def begin(world: World) -> None:
    """Everything up, the portfolio in, the borrowers at their phones."""
    say("starting; Rasa needs up to a minute to load its model")
    world.prepare(SAMPLE / "portfolio.csv", say)
    world.start(say)
    count = world.populate(SAMPLE / "borrowers.json")
    say(f"{count} scripted borrowers have their phones in hand")
    console.print()
    console.print(f"  supervisor's console  [bold]{world.console_url}[/bold]")
    console.print(f"    sign in as          {world.login}  /  {world.password}", highlight=False)
    console.print(f"  borrowers' phones     [bold]{world.phones_url}[/bold]")
    console.print(f"  logs                  {os.path.relpath(world.fleet.logs)}", highlight=False)
    console.print()
    say("a borrower telephones:")
    number = play_call(world, SAMPLE / "portfolio.csv", say)
    console.print()
    console.print(f"  that phone            [bold]{world.phones_url}/phones/{number}[/bold]", highlight=False)
    console.print("    shows the call; there you can call and be called yourself")
    console.print()


def live(world: World, days: int) -> int:
    """Let simulated days pass until Ctrl-C; after the last of them the clock runs at its natural pace."""
    payer = Payer(world)
    end = now(world) + timedelta(days=days)
    with Live(summary(world), console=console, refresh_per_second=2) as screen:
        while True:
            world.fleet.check()
            if is_played(world):
                _hurry(world, 1.0)
            elif now(world) < end:
                _hurry(world, 0.0)
                step(world)
                payer.pay_due(now(world))
            else:
                _hurry(world, 1.0)
            screen.update(summary(world))
            time.sleep(PAUSE_SECONDS)


def _hurry(world: World, rate: float) -> None:
    """Let time run at the rate; at 0 it stands between steps."""
    if world.simulator.get("/clock").json()["rate"] != rate:
        world.simulator.post("/clock/rate", json={"rate": rate}).raise_for_status()


def step(world: World, most: timedelta = STEP) -> None:
    """Move the clock to the next thing that happens, at most one step, once nothing is under way."""
    settle(world)
    quiet = world.simulator.get("/quiet").json()
    ahead = most.total_seconds()
    if quiet["next_event_at"]:
        until = (datetime.fromisoformat(quiet["next_event_at"]) - now(world)).total_seconds()
        ahead = max(60.0, min(ahead, until))
    # On calls, time waits for the words of the product, which are real.
    order = {"seconds": ahead, "settle": bool(live_calls(world))}
    world.simulator.post("/clock/advance", json=order, timeout=120.0).raise_for_status()


def settle(world: World, patience: float = 20.0) -> None:
    """Wait until no webhook is under way and no borrower's message is unanswered."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        busy = world.simulator.get("/quiet").json()["pending_webhooks"] > 0
        if not busy and world.gateway.get("/healthz").json()["open_messages"] == 0:
            return
        time.sleep(0.02)


def now(world: World) -> datetime:
    """Simulated time."""
    return simulated_now(world.simulator)


class Payer:
    """The lender's cashier: pays what borrowers promised, as often as their means let them keep it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance = random.Random(PAYMENT_SEED)
        self._keeps = _keeps_by_loan()
        self._done: set[str] = set()
        self._day: str = ""

    def pay_due(self, at: datetime) -> None:
        """Once a simulated day: the promises due by then are paid, or not."""
        day = at.date().isoformat()
        if day == self._day:
            return
        self._day = day
        first = (at.date() - timedelta(days=5)).isoformat()
        for promise in self._world.api("/promises", first=first, last=day):
            if promise["id"] in self._done:
                continue
            self._done.add(promise["id"])
            if self._chance.random() < self._keeps.get(promise["loan"], 0.7):
                self._post(promise, day)

    def _post(self, promise: dict[str, Any], day: str) -> None:
        body = {
            "case": promise["case"],
            "amount": promise["amount"],
            "currency": promise["currency"],
            "paid_on": day,
        }
        headers = {"Authorization": f"Bearer {self._world.api_key}", "Idempotency-Key": promise["id"]}
        answer = self._world.gateway.post("/api/v1/payments", json=body, headers=headers)
        answer.raise_for_status()


def _keeps_by_loan() -> dict[str, float]:
    """How likely each loan's borrower is to keep a promise; the simulator's secret, and the cashier's."""
    import csv

    people = json.loads((SAMPLE / "borrowers.json").read_text(encoding="utf-8"))
    by_phone = {person["phone"]: float(person["means"]["keeps_promises"]) for person in people}
    with (SAMPLE / "portfolio.csv").open(encoding="utf-8", newline="") as rows:
        return {row["lender_ref"]: by_phone.get(row["phone"], 0.7) for row in csv.DictReader(rows)}


def summary(world: World) -> Table:
    """The numbers now."""
    try:
        numbers: dict[str, Any] = world.api("/summary")
    except httpx.HTTPError:
        return Table(title="waiting for the gateway")
    table = Table(title=f"{now(world):%A %d %B %Y, %H:%M} UTC (simulated)", show_header=False, min_width=60)
    table.add_row("contacts permitted", str(numbers["permitted"]))
    rules = ", ".join(f"{rule} {count}" for rule, count in list(numbers["refused_by_rule"].items())[:5])
    table.add_row(
        "contacts refused", f"{numbers['refused']}  ({rules})" if rules else str(numbers["refused"])
    )
    table.add_row("contacts deferred", str(numbers["deferred"]))
    table.add_row("conversations", str(numbers["conversations"]))
    table.add_row("waiting for a person", str(numbers["waiting_for_a_person"]))
    table.add_row("plans agreed", str(numbers["plans"]))
    promised = ", ".join(
        f"{float(amount):,.2f} {currency}" for currency, amount in numbers["promised"].items()
    )
    table.add_row("money promised", promised or "-")
    table.add_row("promises kept / broken", f"{numbers['promises_kept']} / {numbers['promises_broken']}")
    return table


def say(words: str) -> None:
    """One line of progress."""
    console.print(f"-- {words}", highlight=False, soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
