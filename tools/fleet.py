"""Starts the processes of Arrears together, waits until each is ready, and stops them cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tools.rasa import MODEL, ROOT, environment, run_command

READY_WITHIN = 180.0
"""Seconds; Rasa takes 15 to 45 of them to load."""

DAMAGED_MODEL = "Its model did not load: remove bot/models and run `make train`."

UNABLE_AFTER = 5.0
"""Seconds a process may answer that it cannot work before it is given up."""


class FleetError(RuntimeError):
    """A process could not be started; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Process:
    """One process, and how it is known to be ready."""

    name: str
    command: Sequence[str]
    env: dict[str, str]
    port: int | None = None
    ready_path: str | None = None
    remedy: str = ""  # what to do when it is up but cannot work


@dataclass
class Fleet:
    """Processes that live and die together. Their output goes to files in `logs`."""

    logs: Path
    running: list[tuple[Process, subprocess.Popen[bytes]]] = field(default_factory=list)

    def start(self, process: Process) -> None:
        """Start it. Raises: FleetError when its port is taken."""
        if process.port is not None and not is_free(process.port):
            raise FleetError(
                f"{process.name}: port {process.port} is in use; stop what holds it and try again"
            )
        self.logs.mkdir(parents=True, exist_ok=True)
        with (self.logs / f"{process.name}.log").open("ab") as out:
            started = subprocess.Popen(
                process.command,
                cwd=ROOT,
                env=process.env,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.running.append((process, started))

    def wait(self, say: Callable[[str], None], only: str | None = None) -> None:
        """Until every process, or the one, is ready. Raises: FleetError with the end of its log."""
        deadline = time.monotonic() + READY_WITHIN
        for process, started in self.running:
            if process.port is None or only not in (None, process.name):
                continue
            began = time.monotonic()
            refused_since: float | None = None
            while (answer := _status(process)) is None or answer >= 400:
                self._check(process, started)
                waited = time.monotonic()
                # Up, but not able: a model that did not load does not get better by waiting.
                refused_since = None if answer is None else refused_since or waited
                unable = refused_since is not None and waited - refused_since > UNABLE_AFTER
                if unable or waited > deadline:
                    why = f"is up but not able to work (status {answer})" if unable else "is not ready"
                    raise FleetError(f"{process.name} {why}. {process.remedy}\n{self.tail(process)}")
                time.sleep(0.2)
            say(f"{process.name} is up ({time.monotonic() - began:.0f} s)")

    def check(self) -> None:
        """Raises: FleetError when a process has died."""
        for process, started in self.running:
            self._check(process, started)

    def stop(self) -> None:
        """Ask each to stop, the last started first, and insist after ten seconds."""
        for _, started in reversed(self.running):
            if started.poll() is None:
                os.killpg(started.pid, signal.SIGTERM)
        deadline = time.monotonic() + 10
        for _, started in self.running:
            try:
                started.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(started.pid, signal.SIGKILL)
                started.wait()
        self.running.clear()

    def kill(self, name: str) -> None:
        """Kill one process as a crash would."""
        for entry in [entry for entry in self.running if entry[0].name == name]:
            os.killpg(entry[1].pid, signal.SIGKILL)
            entry[1].wait()
            self.running.remove(entry)

    def tail(self, process: Process) -> str:
        """The end of the process's log."""
        return (self.logs / f"{process.name}.log").read_text(encoding="utf-8", errors="replace")[-2000:]

    def memory_mib(self) -> dict[str, float]:
        """Resident memory of each process with its children, in MiB."""
        return {process.name: _group_rss_mib(started.pid) for process, started in self.running}

    def _check(self, process: Process, started: subprocess.Popen[bytes]) -> None:
        if started.poll() is not None:
            raise FleetError(f"{process.name} stopped with status {started.returncode}\n{self.tail(process)}")


def is_free(port: int) -> bool:
    """Whether nothing listens on the loopback port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """A loopback port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Ports:
    """Where each process listens on loopback."""

    simulator: int = 8100
    gateway: int = 8000
    console: int = 8001
    actions: int = 5055
    bot: int = 5005


def processes(env: dict[str, str], ports: Ports) -> dict[str, Process]:
    """Every process by name, with one environment for ours and a bare one for Rasa."""
    python = str(ROOT / ".venv" / "bin" / "python")

    def ours(name: str, port: int | None, path: str | None) -> Process:
        return Process(name, [python, "-m", name], env, port, path)

    actions_url = f"http://127.0.0.1:{ports.actions}/webhook"
    bot_env = environment(ARREARS_BOT_TOKEN=env["ARREARS_BOT_TOKEN"], ACTIONS_URL=actions_url)
    return {
        "simulator": ours("simulator", ports.simulator, "/clock"),
        "bot": Process(
            "bot", run_command(ports.bot), bot_env, ports.bot, "/webhooks/arrears/", DAMAGED_MODEL
        ),
        "actions": ours("actions", ports.actions, "/health"),
        "gateway": ours("gateway", ports.gateway, "/healthz"),
        "scheduler": ours("scheduler", None, None),
        "console": ours("console", ports.console, "/healthz"),
    }


def must_have_model() -> None:
    """Raises: FleetError when there is no trained model to serve."""
    if not MODEL.exists():
        raise FleetError("there is no trained model; run `make train`")


def must_be_free(wanted: Iterable[Process]) -> None:
    """Raises: FleetError naming every port that is in use."""
    taken = [f"{p.port} ({p.name})" for p in wanted if p.port is not None and not is_free(p.port)]
    if taken:
        raise FleetError(f"in use: port {', '.join(taken)}; stop what holds it and try again")


def run(command: Sequence[str], env: dict[str, str]) -> str:
    """Run one command of ours to its end; its standard output. Raises: FleetError."""
    program = [str(ROOT / ".venv" / "bin" / command[0]), *command[1:]]
    done = subprocess.run(program, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=sys.stderr, check=False)
    if done.returncode != 0:
        raise FleetError(f"`{' '.join(command)}` ended with status {done.returncode}")
    return done.stdout.decode()


def _status(process: Process) -> int | None:
    """What the process answers to the question whether it is ready, None when it does not answer."""
    try:
        url = f"http://127.0.0.1:{process.port}{process.ready_path}"
        return httpx.get(url, timeout=2.0, trust_env=False).status_code
    except httpx.HTTPError:
        return None


def _group_rss_mib(group: int) -> float:
    rss = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
            if int(fields[2]) == group:
                rss += int((status.parent / "statm").read_text().split()[1])
        except (OSError, IndexError):
            continue  # the process ended while we looked
    return rss * os.sysconf("SC_PAGE_SIZE") / 2**20
