"""Calls on which much goes wrong, and what is wrong with them afterwards."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from twilio.request_validator import RequestValidator
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.people import Channel, Language
from arrears.domain.wording import Catalog, say
from benchmarks.phone import checks
from benchmarks.phone.checks import Held, Kept
from benchmarks.phone.events import sent
from benchmarks.phone.ledger import Ledger, read, store_of
from benchmarks.phone.mischief import Shares
from benchmarks.phone.people import callers
from benchmarks.phone.stage import CALLS_AT_ONCE, Stage
from benchmarks.phone.storm import Storm
from benchmarks.sample import sample_rows
from tools.rasa import ROOT

LANES, RATE = 12, 6.0
"""Two cores are busy for a third of the time then: what a storm lasts is what its callers have to say."""

DUPLICATES = 0.15
OUTCOMES = ("human", "human", "human", "no-answer", "busy", "declined", "machine_end_beep", "failed")
"""What becomes of the product's own calls, one after another."""

OWN_CALLS = 40
REPLAYS = 25
"""Used tokens with which a line is tried to be opened again."""

COURTESIES = ("call.one_moment", "call.still_there", "call.goodbye_silence", "call.transfer")
"""Messages of which nothing is written down."""


def storm(
    folder: Path, say_line: Callable[[str], None], count: int, seed: int, lanes: int = LANES
) -> dict[str, Any]:
    """Hold the calls and judge them. Raises: FleetError."""
    rows = sample_rows()
    people = callers(rows)
    called = people[-OWN_CALLS:]
    agreed = {person.phone for person in called}
    stage = Stage(folder, say_line, CALLS_AT_ONCE, real_time=False)
    try:
        stage.start([row | {"voice_consent": "yes" if row["phone"] in agreed else "no"} for row in rows])
        outcomes = {person.phone: outcome for person, outcome in zip(called, cycle(OUTCOMES), strict=False)}
        faults = {"webhook_duplicates": DUPLICATES, "webhook_reorder": True, "call_outcomes": outcomes}
        stage.carrier.post("/faults", **faults)
        raging = Storm(stage.carrier, people, seed)
        began = time.monotonic()
        say_line(f"{count} calls to the product, {lanes} at once, {RATE:.0f} times as fast as anybody speaks")
        raging.rage(cycle(people[:-OWN_CALLS]), count, lanes, RATE)
        seconds = time.monotonic() - began
        stage.rest()
        held = raging.held()
        refused = replays(stage, held)
        ledger = read(store_of(stage.world.env))
        counts = stage.world.api("/voice/latencies")["counts"]
    finally:
        stage.stop()
    found = judged(held, ledger, lenders={row["lender"] for row in rows})
    _keep_faulty(folder / "faulty.json", found["wrong"], held, ledger)
    return found | {
        "seed": seed,
        "lanes": lanes,
        "shares": asdict(Shares()) | {"webhook_duplicates": DUPLICATES},
        "seconds": round(seconds, 1),
        "stuck": raging.stuck,
        "happened": raging.happened,
        "counts": counts,
        "replays_refused": refused,
    }


def judged(held: Sequence[Held], ledger: Ledger, lenders: set[str]) -> dict[str, Any]:
    """What is wrong, by what must be true; every list is empty where nothing is."""
    catalog = load_catalog(ROOT / "policy" / "messages")
    kept = {each.sid: each for each in ledger.calls}
    pairs = [(each, kept[each.sid]) for each in held if each.sid in kept]
    debt = frozenset(each.key for each in catalog.templates.values() if each.speaks_of_debt)
    words = _courtesies(catalog)
    said = [turn for each in ledger.calls for turn in each.said]
    opened, repeated = checks.tokens(held)
    proof = partial(checks.nothing_before_proof, lenders=lenders, debt=debt)
    return {
        "calls": len(held),
        "own_calls": sum(each.outreach_id is not None for each in ledger.calls),
        "lines": opened,
        "resumed": sum(each.resumed > 0 for each in ledger.calls),
        "without_relay": sum(each.without_relay for each in held),
        "answers": sum(turn.speaker == "bot" for turn in said),
        "utterances": sum(turn.speaker == "borrower" for turn in said),
        "cut_short": sum(turn.heard is not None for turn in said),
        "about_a_debt": sum(not debt.isdisjoint(turn.templates) for turn in said),
        "wrong": {
            "a word of the caller's": _all(pairs, checks.words_of_caller),
            "heard as it is written": _all(pairs, checks.words_of_ours),
            "nothing unwritten": _all(pairs, partial(checks.nothing_unwritten, courtesies=words)),
            "nothing before the proof": _all(pairs, proof),
            "counted once": list(checks.counted_once(held, ledger.calls)),
            "ended": [
                *checks.ended(ledger.calls),
                *[f"{ledger.open_messages} messages are open"] * bool(ledger.open_messages),
                *[f"{ledger.unsettled} contacts are unsettled"] * bool(ledger.unsettled),
            ],
            "a token once": [f"{len(repeated)} tokens came twice"] * bool(repeated),
        },
    }


def _keep_faulty(file: Path, wrong: dict[str, list[str]], held: Sequence[Held], ledger: Ledger) -> None:
    """Whatever both sides know of the calls with a fault, to be looked at."""
    faulty = {fault.partition(":")[0] for faults in wrong.values() for fault in faults}
    both = {each.sid: {"events": list(each.events)} for each in held if each.sid in faulty}
    for kept in ledger.calls:
        if kept.sid in both:
            both[kept.sid]["kept"] = [asdict(kept)]
    file.write_text(json.dumps(both, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def replays(stage: Stage, held: Sequence[Held]) -> dict[str, int]:
    """Try to open lines again with tokens that were used; how many were refused, of how many."""
    setups = [frame for each in held for frame in map(sent, each.events) if frame.get("type") == "setup"]
    tried = setups[:: max(1, len(setups) // REPLAYS)][:REPLAYS]
    return {"tried": len(tried), "refused": sum(_is_refused(stage, setup) for setup in tried)}


def _is_refused(stage: Stage, setup: dict[str, Any]) -> bool:
    port = stage.world.ports.gateway
    url = f"ws://127.0.0.1:{port}/twilio/voice/relay"
    token = stage.world.env["ARREARS_TWILIO_AUTH_TOKEN"]
    signature = RequestValidator(token).compute_signature(url.replace("ws:", "wss:", 1), {})
    with connect(url, additional_headers={"X-Twilio-Signature": signature}, proxy=None) as line:
        line.send(json.dumps(setup))
        try:
            line.recv(timeout=10)
        except ConnectionClosed as closed:
            return closed.rcvd is not None and closed.rcvd.code == 1008
    return False


def _courtesies(catalog: Catalog) -> frozenset[str]:
    """What is said beside the matter; of phrases what stands between their placeholders."""
    said = {say(catalog, each, key, Channel.VOICE).text for each in Language for key in COURTESIES}
    phrases = [*catalog.phrases.items(), *catalog.spoken.items()]
    ours = [text for (_, key), text in phrases if key.startswith("call.")]
    return frozenset(said | {part for text in ours for part in re.split(r"\{\w+\}", text) if len(part) > 4})


def _all(pairs: Sequence[tuple[Held, Kept]], check: Callable[[Held, Kept], Iterator[str]]) -> list[str]:
    return [f"{held.sid}: {fault}" for held, kept in pairs for fault in check(held, kept)]
