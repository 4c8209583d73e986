"""The processes of journeys: Rasa is started once, and each journey has all the others for itself.

With them come a fresh database, clock and policy, so that no journey can see what another has done.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.fleet import Fleet, FleetError, Ports, free_port, is_free, must_have_model, processes, run
from tools.journey.accounts import write_portfolio
from tools.journey.phone import Phone
from tools.journey.policies import policy_folder
from tools.journey.scenario import Scenario
from tools.world import SCOPES, World

TICK_SECONDS = 0.05
_SHARED = ("ARREARS_BOT_TOKEN", "ARREARS_DATA_KEYS", "ARREARS_INDEX_KEY")


class AccountRefusedError(ValueError):
    """The lender's import did not take the account; the message is its report."""


@dataclass
class Theatre:
    """Where journeys are played: Rasa, an empty database to copy, and the ports that all of them use."""

    folder: Path
    say: Callable[[str], None]
    model: World = field(init=False)
    bot: Fleet = field(init=False)

    def __post_init__(self) -> None:
        self.model = World(self.folder / "empty", Ports(*(free_port() for _ in range(5))), TICK_SECONDS)
        self.bot = Fleet(self.folder / "logs")

    def open(self) -> None:
        """Start Rasa, and make the empty database while it loads. Raises: FleetError."""
        must_have_model()
        self.model.folder.mkdir(parents=True)
        self.bot.start(processes(self.model.env, self.model.ports)["bot"])
        run(["arrears", "migrate", "--demo"], self.model.env)
        run(["arrears", "user", self.model.login, "--role", "supervisor"], self.model.env)
        scopes = [f"--scope={scope}" for scope in SCOPES]
        self.model.api_key = run(["arrears", "api-key", "journey", *scopes], self.model.env).strip()
        self.bot.wait(self.say)

    def close(self) -> None:
        """Stop Rasa."""
        self.bot.stop()

    @contextmanager
    def playing(self, scenario: Scenario, folder: Path) -> Iterator[World]:
        """A world in which the account is imported and every process runs.

        Raises: FleetError; AccountRefusedError.
        """
        world = self._world(scenario, folder)
        try:
            self._begin(world, scenario)
            yield world
        finally:
            world.stop()
            world.simulator.close()
            world.gateway.close()

    def _world(self, scenario: Scenario, folder: Path) -> World:
        folder.mkdir(parents=True)
        for file in self.model.folder.glob("arrears.db*"):
            shutil.copy(file, folder)
        world = World(folder, self.model.ports, TICK_SECONDS)
        world.api_key, world.password = self.model.api_key, self.model.password
        world.env |= {name: self.model.env[name] for name in _SHARED}
        world.env["SIMULATOR_CLOCK_START"] = scenario.now.isoformat()
        world.env["ARREARS_POLICY_DIR"] = str(policy_folder(scenario, folder / "policy"))
        return world

    def _begin(self, world: World, scenario: Scenario) -> None:
        everything = processes(world.env, world.ports)
        _until_free(world.ports)
        world.fleet.start(everything["simulator"])
        world.fleet.wait(_quietly, only="simulator")
        if scenario.channel == "voice":
            Phone(world.simulator, scenario.account.phone).expect(scenario.first_outcome)
        for name in ("gateway", "actions"):
            world.fleet.start(everything[name])
        _import(world, scenario)
        if scenario.opening == "lender":
            for command in ("score", "allocate"):
                run(["arrears", command], world.env)
        if any(act.supervisor for act in scenario.acts):
            world.fleet.start(everything["console"])
        world.fleet.start(everything["scheduler"])
        world.fleet.wait(_quietly)


def _import(world: World, scenario: Scenario) -> None:
    portfolio, report = world.folder / "portfolio.csv", world.folder / "rejected.csv"
    write_portfolio(portfolio, scenario.account, scenario.now.date())
    run(["arrears", "import", str(portfolio), f"--report={report}"], world.env)
    if report.exists():
        raise AccountRefusedError(report.read_text(encoding="utf-8-sig").strip())


def _until_free(ports: Ports, patience: float = 10.0) -> None:
    """The journey before may still be letting go of its ports. Raises: FleetError."""
    deadline = time.monotonic() + patience
    while not all(map(is_free, (ports.simulator, ports.gateway, ports.console, ports.actions))):
        if time.monotonic() > deadline:
            raise FleetError("a port of the journey before is still in use; try again")
        time.sleep(0.05)


def _quietly(_words: str) -> None:
    """A process that came up is not worth a line."""
