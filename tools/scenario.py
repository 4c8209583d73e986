"""The fixed scenario of `make demo ARGS="--once"`: three borrowers, three plans, every word printed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from rich.console import Console

from tools.world import World

WANTED = (("en", "twilio"), ("zh", "twilio"), ("zh", "lender_gateway"))
"""A plan in English and in Mandarin in the US, and one in mainland China over the lender's gateway."""

PATIENCE_DAYS = 12
console = Console(soft_wrap=True)


def play_once(world: World, say: Callable[[str], None]) -> int:
    """Let days pass until there is a plan of each kind; 0 when there is, 1 when the days run out."""
    from tools.demo import now, step, summary

    end = now(world) + timedelta(days=PATIENCE_DAYS)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    while now(world) < end and len(found) < len(WANTED):
        world.fleet.check()
        step(world, timedelta(minutes=20))
        time.sleep(0.1)
        for plan in world.api("/plans"):
            key = (plan["language"], plan["carrier"])
            if key in WANTED and key not in found:
                found[key] = plan
                say(f"{now(world):%a %d %b %H:%M} UTC: a plan in {key[0]} over {key[1]}")
    for key in WANTED:
        if key in found:
            show(world, found[key])
    console.print(summary(world))
    missing = [key for key in WANTED if key not in found]
    if missing:
        say(f"after {PATIENCE_DAYS} simulated days there is no plan for {missing}")
        return 1
    say("the scenario is over: every kind of borrower has a plan")
    return 0


def show(world: World, plan: dict[str, Any]) -> None:
    """One transcript and the plan that came of it."""
    console.rule(f"{plan['language']} over {plan['carrier']}")
    for turn in world.api(f"/conversations/{plan['conversation']}/turns"):
        why = f"  [dim]({turn['intent']} {turn['confidence']:.2f})[/dim]" if turn["intent"] else ""
        console.print(f"[bold]{turn['speaker']:>9}[/bold]  {turn['text']}{why}")
    console.print(f"     [bold]plan[/bold]  {plan['plan'][:40]}")
    for on, amount in plan["instalments"]:
        console.print(
            f"           {datetime.fromisoformat(on):%a %d %b %Y}  {float(amount):>10,.2f} {plan['currency']}"
        )
