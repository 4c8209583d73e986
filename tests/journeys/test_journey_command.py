"""`arrears journey`: two short scenarios through every process, and what is printed of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.rasa import ROOT

PLAN = {
    "name": "plan",
    "account": {"born": "1980-05-01", "last4": "0042", "balance": 1500},
    "now": "2026-03-02T10:00",
    "turns": ["who is this?", "I could pay 150 a month starting March 13", "yes"],
    "expect": {"plan": True},
}
HARDSHIP = {
    "name": "hardship",
    "account": {"country": "CN", "balance": 8000},
    "channel": "web",
    "now": "2026-03-02T10:00",
    "turns": ["我失业了，现在还不起", "我每个月最多能还400"],
}
CALL = {
    "name": "call",
    "account": {"born": "1980-05-01", "last4": "0042", "balance": 1500},
    "channel": "voice",
    "now": "2026-03-02T10:00",
    "policy": {
        "strategies": {
            "strategies": {
                "sms_conversation": {
                    "steps": [
                        {
                            "name": "call",
                            "after_days": 0,
                            "channel": "voice",
                            "message": "call.opening",
                            "attempts": 2,
                            "hours_apart": 30,
                        }
                    ]
                }
            }
        }
    },
    "turns": [
        {"answered_by": "machine"},
        "yes this is me",
        {"say": "may first nineteen eighty"},
        {"press": "0042#"},
        {"interrupt": "I could pay 150 a month starting March 13", "after": 30},
        "yes",
        {"drop": True},
        "thank you",
    ],
}


def command(*words: str) -> subprocess.CompletedProcess[str]:
    program = str(ROOT / ".venv" / "bin" / "arrears")
    return subprocess.run([program, "journey", *words], capture_output=True, text=True, check=False)


def test_a_wrong_scenario_is_refused_before_anything_is_started(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("turns: [hi]\nchannel: fax\n", encoding="utf-8")
    done = command(str(tmp_path / "a.yml"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.yml:2: channel: write one of sms, web, voice" in done.stderr


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("scenarios")
    for scenario in (PLAN, HARDSHIP, CALL):
        text = yaml.safe_dump(scenario, allow_unicode=True)
        (folder / f"{scenario['name']}.yml").write_text(text, encoding="utf-8")
    done = command(*map(str, sorted(folder.glob("*.yml"))), "--jsonl")
    assert done.returncode == 0, done.stderr
    documents = [json.loads(line) for line in done.stdout.splitlines()]
    return {document["scenario"]: document for document in documents}


@pytest.mark.slow
def test_an_english_borrower_agrees_a_plan_by_text(played: dict[str, dict[str, Any]]) -> None:
    plan = played["plan"]
    said = [(turn["speaker"], turn["text"]) for turn in plan["transcript"]]
    assert ("borrower", "May 1, 1980, 0042") in said
    assert [turn["templates"][0] for turn in plan["transcript"] if turn["speaker"] == "bot"] == [
        "who.answer",
        "balance.state",
        "plan.read_back",
        "plan.recorded",
    ]
    end = plan["end"]
    assert (end["stage"], end["verified"], end["plan"]["total"]) == ("closed", True, "1500.00")
    assert len(end["promises"]) == 10
    assert (end["violations"], plan["expect"]) == ([], {"plan": True})


@pytest.mark.slow
def test_a_mandarin_borrower_in_hardship_is_met_in_the_web_chat(played: dict[str, dict[str, Any]]) -> None:
    hardship = played["hardship"]
    assert {turn["channel"] for turn in hardship["transcript"]} == {"web"}
    assert {turn["language"] for turn in hardship["transcript"]} == {"zh"}
    end = hardship["end"]
    assert [status["status"] for status in end["statuses"]] == ["hardship"]
    assert end["verified"]
    assert end["offers"]
    assert end["offers"][-1]["kind"] in ("hardship", "pause", "instalments")
    assert (end["plan"], end["violations"]) == (None, [])


@pytest.mark.slow
def test_the_strategys_call_is_taken_at_the_second_time_and_a_plan_agreed(
    played: dict[str, dict[str, Any]],
) -> None:
    document = played["call"]
    machine, person = document["end"]["calls"]
    assert (machine["answered_by"], machine["outcome"], machine["conversation"]) == (
        "machine_beep",
        "no_message",
        None,
    )
    assert (person["direction"], person["outcome"], person["resumed"]) == ("outbound", "talked", 1)
    assert [turn["templates"] for turn in document["transcript"] if turn["speaker"] == "bot"][:4] == [
        ["call.opening"],
        ["identity.ask"],
        ["identity.ask_last4"],
        ["balance.state"],
    ]
    cut = [turn for turn in document["transcript"] if turn["heard"] is not None]
    assert [turn["templates"] for turn in cut] == [["balance.state"]]
    assert cut[0]["text"].startswith(cut[0]["heard"])
    end = document["end"]
    assert (end["verified"], end["plan"]["total"], end["violations"]) == (True, "1500.00", [])
