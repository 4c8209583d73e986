"""The one JSON document that a journey ends in: its transcript, and where everything stands."""

from __future__ import annotations

import re
from typing import Any

from tools.fleet import run
from tools.journey.playing import Player
from tools.journey.scenario import Scenario
from tools.verify_evidence import check
from tools.world import World

_END = (
    "plan", "plan_stands", "plans", "offers", "approvals", "statuses", "consents", "handovers", "ledger",
    "outreach", "calls",
)  # fmt: skip
_LINK = re.compile(r"https?://[^/\s]+/p/[A-Za-z0-9_-]+")


def outcome(world: World, scenario: Scenario, player: Player) -> dict[str, Any]:
    """The document; the same scenario gives the same one again."""
    main = player.state()
    others = {
        loan.reference: _end(world, player.state_of(loan.reference))
        for loan in scenario.account.loans
        if loan.reference != main["case"]
    }
    return {
        "scenario": scenario.name,
        "file": scenario.file,
        "channel": scenario.channel,
        "language": scenario.account.language,
        "now": _instant(scenario.now.isoformat()),
        "ended_at": main["at"],
        "transcript": _comparable(main["transcript"]),
        "played": player.played,
        "end": _end(world, main) | ({"other_loans": others} if others else {}),
        "expect": scenario.expect,
    }


def _end(world: World, state: dict[str, Any]) -> dict[str, Any]:
    talks = state["conversations"]
    return {
        "loan": state["case"],
        "today": state["today"],
        "stage": talks[-1]["stage"] if talks else None,
        "verified": any(talk["proved"] for talk in talks),
        "verified_now": bool(talks) and talks[-1]["verified"],
        "with_a_person": bool(talks) and talks[-1]["with_a_person"],
        "language": talks[-1]["language"] if talks else None,
        "conversations": [_comparable(talk) for talk in talks],
        "promises": [promise for plan in state["plans"] for promise in plan["promises"]],
        **{key: _comparable(state[key]) for key in _END},
        "violations": _violations(world, state["case"]),
    }


def _comparable(found: Any) -> Any:
    """The same without what is different each time a scenario is played: ids, and the secret in a link."""
    if isinstance(found, list):
        return [_comparable(each) for each in found]
    if isinstance(found, dict):
        return {key: _comparable(each) for key, each in found.items() if key != "id"}
    return _LINK.sub("https://lender.example/p/LINK", found) if isinstance(found, str) else found


def _violations(world: World, reference: str) -> list[dict[str, Any]]:
    """What the independent judge finds in the case's evidence: the chain, and every contact by the law."""
    file = world.folder / f"evidence-{reference}.json"
    run(["arrears", "evidence", "export", reference, f"--to={file}"], world.env)
    found = check(file.read_bytes())
    return [{"entry": each.entry, "rule": each.rule, "words": each.words} for each in found]


def _instant(written: str) -> str:
    return written.replace("+00:00", "Z")
