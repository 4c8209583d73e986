"""What benchmarks of waits share: percentiles, the machine, and the dialogue engine asked again."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterable, Sequence

import httpx

from tools.world import World


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Count, p50, p95, p99 and the largest, in milliseconds; by nearest rank."""
    ordered = sorted(values)

    def at(part: int) -> float:
        return round(ordered[max(0, -(-len(ordered) * part // 100) - 1)], 1)

    if not ordered:
        return {"n": 0}
    return {"n": len(ordered), "p50": at(50), "p95": at(95), "p99": at(99), "max": round(ordered[-1], 1)}


def machine(database: str) -> dict[str, object]:
    """What it was measured on."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "kind": platform.machine(),
        "load_1min": round(os.getloadavg()[0], 2),
        "database": database,
    }


def engine_alone(world: World, channel: str, turns: Iterable[tuple[str, str, str]]) -> list[float]:
    """Milliseconds for Rasa and its action server, one by one, about messages whose answers are kept.

    A turn is the message's id, its text and its language.
    """
    url = f"http://127.0.0.1:{world.ports.bot}/webhooks/arrears/webhook"
    headers = {"X-Arrears-Token": world.env["ARREARS_BOT_TOKEN"]}
    found = []
    with httpx.Client(trust_env=False, headers=headers, timeout=60) as client:
        for message_id, text, language in turns:
            asked = {"conversation_id": f"bound-{message_id}", "message_id": message_id, "text": text}
            asked |= {"language": language, "stage": "verified", "channel": channel}
            began = time.perf_counter()
            client.post(url, json=asked).raise_for_status()
            found.append((time.perf_counter() - began) * 1000)
    return found
