"""The demo's call: a borrower of the sample telephones, says who they are, and agrees a plan aloud."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx

from tools.journey.phone import LineError, Phone
from tools.world import World, simulated_now

INSTALMENTS = 8
FIRST_IN = timedelta(days=9)


def play_call(world: World, portfolio: Path, say: Callable[[str], None]) -> str:
    """Play it, and print both sides of it; the number of the phone. What fails is printed, and ends it."""
    caller = _caller(portfolio)
    phone = Phone(world.simulator, caller["phone"])
    try:
        phone.call()
        for turn in _turns(caller, simulated_now(world.simulator).date()):
            if not _hear(phone, say):
                break
            say(f"  borrower  {turn}")
            phone.say(turn)
        _hear(phone, say)
        phone.hang_up()
    except (LineError, httpx.HTTPError) as error:
        say(f"the call broke off: {error}")
    return caller["phone"]


def is_played(world: World) -> bool:
    """Whether somebody at the phones' page is on a call, so that time must not be hurried."""
    return any(call["outcome"] == "by_hand" or call["direction"] == "inbound" for call in live_calls(world))


def live_calls(world: World) -> list[dict[str, Any]]:
    """The calls that have not ended."""
    found: list[dict[str, Any]] = world.simulator.get("/calls", params={"live": True}).json()
    return found


def _hear(phone: Phone, say: Callable[[str], None]) -> bool:
    goes_on = phone.turn()
    say(f"  agent     {''.join(phone.news())}")
    return goes_on


def _caller(portfolio: Path) -> dict[str, str]:
    """The first who speaks English, has one loan, and has agreed to texts and calls."""
    with portfolio.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    loans = Counter(row["owner_ref"] for row in rows)
    wanted = {"language": "en", "country": "US", "sms_consent": "yes", "voice_consent": "yes", "statuses": ""}
    return next(row for row in rows if loans[row["owner_ref"]] == 1 and wanted.items() <= row.items())


def _turns(caller: dict[str, str], today: date) -> tuple[str, ...]:
    born, first = date.fromisoformat(caller["birth_on"]), today + FIRST_IN
    owed = sum(Decimal(caller[part]) for part in ("principal", "interest", "fees"))
    return (
        "hi I got a message from you what is this about",
        f"{born:%B} {born.day} {born.year}",
        " ".join(caller["account_last4"]),
        f"I can pay {owed // INSTALMENTS + 1} dollars a month starting {first:%B} {first.day}",
        "yes",
    )
