"""A whole demo world: a database of its own, keys of its own, every process, and the sample portfolio."""

from __future__ import annotations

import base64
import json
import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from tools.fleet import Fleet, Ports, must_be_free, must_have_model, processes, run
from tools.rasa import ROOT

SCOPES = ("payments:write", "cases:read", "reports:read", "transcripts:read")
START = "2026-03-02T08:00:00Z"
"""Monday; the sample portfolio's days past due count from it."""


def simulated_now(simulator: httpx.Client) -> datetime:
    """What the simulator's clock says."""
    return datetime.fromisoformat(simulator.get("/clock").raise_for_status().json()["now"])


@dataclass
class World:
    """Everything running, and clients for the two sides of it."""

    folder: Path
    ports: Ports = field(default_factory=Ports)
    tick_seconds: float = 0.5
    database_url: str | None = None
    api_key: str = ""
    login: str = "supervisor"
    password: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    fleet: Fleet = field(init=False)
    env: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.fleet = Fleet(self.folder / "logs")
        self.env = self._environment()
        trust = {"trust_env": False, "timeout": 30.0}
        self.simulator = httpx.Client(base_url=f"http://127.0.0.1:{self.ports.simulator}", **trust)
        self.gateway = httpx.Client(base_url=f"http://127.0.0.1:{self.ports.gateway}", **trust)

    @property
    def console_url(self) -> str:
        """Where a supervisor signs in."""
        return f"http://127.0.0.1:{self.ports.console}"

    @property
    def phones_url(self) -> str:
        """Where anyone can play a borrower."""
        return f"http://127.0.0.1:{self.ports.simulator}"

    def prepare(self, portfolio: Path, say: Callable[[str], None]) -> None:
        """A fresh database with the portfolio imported, scored and allocated. Raises: FleetError."""
        must_have_model()
        must_be_free(processes(self.env, self.ports).values())
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        all_processes = processes(self.env, self.ports)
        # Rasa takes longest to load, so it starts first; the simulator holds the clock.
        self.fleet.start(all_processes["bot"])
        self.fleet.start(all_processes["simulator"])
        run(["arrears", "migrate", "--demo"], self.env)
        self.fleet.wait(say, only="simulator")
        run(["arrears", "user", self.login, "--role", "supervisor"], self.env)
        self.api_key = run(
            ["arrears", "api-key", "demo", *(f"--scope={s}" for s in SCOPES)], self.env
        ).strip()
        report = self.folder / "rejected.csv"
        for command in (["import", str(portfolio), f"--report={report}"], ["score"], ["allocate"]):
            say(run(["arrears", *command], self.env).strip())

    def start(self, say: Callable[[str], None]) -> None:
        """Start what is not running yet, and wait for all of it. Raises: FleetError."""
        all_processes = processes(self.env, self.ports)
        for name in ("actions", "gateway", "console"):
            self.fleet.start(all_processes[name])
        self.fleet.wait(say)
        self.fleet.start(all_processes["scheduler"])

    def restart(self, name: str) -> None:
        """Start a process again after it was killed."""
        self.fleet.start(processes(self.env, self.ports)[name])
        self.fleet.wait(lambda _words: None)

    def start_another(self, name: str) -> str:
        """Start a second process of a kind that has no port; the name it can be killed by."""
        twin = replace(processes(self.env, self.ports)[name], name=f"{name}-2")
        self.fleet.start(twin)
        return twin.name

    def populate(self, borrowers: Path) -> int:
        """Give the simulator its scripted borrowers; how many."""
        people = json.loads(borrowers.read_text(encoding="utf-8"))
        self.simulator.post("/population", json=people).raise_for_status()
        return len(people)

    def api(self, path: str, **query: str) -> Any:
        """A GET of the lender's API."""
        headers = {"Authorization": f"Bearer {self.api_key}"}
        return self.gateway.get(f"/api/v1{path}", params=query, headers=headers).raise_for_status().json()

    def stop(self) -> None:
        """Stop every process."""
        self.fleet.stop()

    def _environment(self) -> dict[str, str]:
        keep = {
            name: os.environ[name]
            for name in ("PATH", "HOME", "LANG", "XDG_RUNTIME_DIR")
            if name in os.environ
        }
        simulator = f"http://127.0.0.1:{self.ports.simulator}"
        gateway = f"http://127.0.0.1:{self.ports.gateway}"
        sid, token, shared = "AC" + secrets.token_hex(16), secrets.token_hex(16), secrets.token_hex(16)
        return keep | {
            "PYTHONUNBUFFERED": "1",
            "OMP_NUM_THREADS": "1",
            "ARREARS_DATABASE_URL": self.database_url or f"sqlite:///{self.folder}/arrears.db",
            "ARREARS_DATA_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
            "ARREARS_INDEX_KEY": secrets.token_hex(32),
            "ARREARS_POLICY_DIR": str(ROOT / "policy"),
            "ARREARS_PUBLIC_URL": gateway,
            "ARREARS_LINK_KEY": secrets.token_hex(32),
            "ARREARS_SANDBOX_PAYMENTS": "true",
            "ARREARS_GATEWAY_PORT": str(self.ports.gateway),
            "ARREARS_CONSOLE_PORT": str(self.ports.console),
            "ARREARS_ACTIONS_PORT": str(self.ports.actions),
            "ARREARS_CLOCK_URL": simulator,
            "ARREARS_TICK_SECONDS": str(self.tick_seconds),
            "ARREARS_BOT_URL": f"http://127.0.0.1:{self.ports.bot}",
            "ARREARS_BOT_TOKEN": secrets.token_hex(16),
            "ARREARS_TWILIO_ACCOUNT_SID": sid,
            "ARREARS_TWILIO_AUTH_TOKEN": token,
            "ARREARS_TWILIO_FROM": "+12125550100",
            "ARREARS_TWILIO_API_BASE_URL": simulator,
            "ARREARS_LENDER_GATEWAY_URL": f"{simulator}/lender-gateway/messages",
            "ARREARS_LENDER_GATEWAY_SECRET": shared,
            "ARREARS_NEW_PASSWORD": self.password,
            "SIMULATOR_PORT": str(self.ports.simulator),
            "SIMULATOR_ACCOUNT_SID": sid,
            "SIMULATOR_AUTH_TOKEN": token,
            "SIMULATOR_INBOUND_SMS_URL": f"{gateway}/twilio/sms",
            "SIMULATOR_VOICE_URL": f"{gateway}/twilio/voice/inbound",
            "SIMULATOR_VOICE_STATUS_URL": f"{gateway}/twilio/voice/status",
            "SIMULATOR_GATEWAY_SECRET": shared,
            "SIMULATOR_LENDER_INBOUND_URL": f"{gateway}/lender-gateway/inbound",
            "SIMULATOR_CLOCK_START": START,
        }
