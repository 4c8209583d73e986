from __future__ import annotations

import ast
import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from simulator.settings import Settings, SettingsError, from_environment
from tests.simulator.stage import closed_port, wait

ROOT = Path(__file__).resolve().parents[2]


TWILIO_MAY = {"twilio.request_validator", "twilio.twiml", "twilio.twiml.voice_response"}
"""What of the SDK the simulator uses: how webhooks are signed, and which TwiML there is."""


def started(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "simulator"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_port_in_use_ends_the_process_with_a_clear_message() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        ended = started(SIMULATOR_PORT=port)
    assert ended.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_interrupt_ends_the_process_in_peace() -> None:
    environment = {"PATH": os.environ["PATH"], "SIMULATOR_PORT": str(closed_port())}
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith("simulator: phones at")
        wait(lambda: answers(f"http://127.0.0.1:{environment['SIMULATOR_PORT']}/health"))
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr.read() == ""


def answers(url: str) -> bool:
    try:
        return httpx.get(url, trust_env=False).is_success
    except httpx.TransportError:
        return False


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "high"),
        ("ACCOUNT_SID", "AC123"),
        ("CLOCK_START", "soon"),
        ("CLOCK_START", "2026-03-02T14:00:00"),
        ("LATIN_PER_S", "0"),
        ("CHINESE_PER_S", "fast"),
        ("LATIN_PER_S", "inf"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"SIMULATOR_{name}"):
        from_environment({f"SIMULATOR_{name}": value})


def test_an_empty_environment_gives_the_defaults() -> None:
    assert from_environment({}) == Settings()


def test_a_start_in_another_zone_is_the_same_instant() -> None:
    settings = from_environment({"SIMULATOR_CLOCK_START": "2026-03-02T09:00:00-05:00"})
    assert settings.clock_start == datetime(2026, 3, 2, 14, tzinfo=UTC)


def test_the_simulator_is_an_island() -> None:
    allowed = {
        "simulator",
        "fastapi",
        "httpx",
        "pydantic",
        "twilio",
        "uvicorn",
        "websockets",
        "yaml",
    } | sys.stdlib_module_names
    for file in (ROOT / "simulator").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in allowed, f"{file.name} imports {name}"
                assert not name.startswith("twilio") or name in TWILIO_MAY
