"""The processes of the whole path: Rasa is started once, every day of talks has all the others for itself.

Talks are spread over a year, as those of the engine's arm are. A day's world begins with the day, so that
neither reminders nor broken promises of the days before are in it; within a day one conversation follows the
other.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.negotiation.whole.people import Person, write_portfolio
from benchmarks.negotiation.whole.reading import Document, Reply
from tools.fleet import FleetError, run
from tools.journey.parsing import read_scenarios
from tools.journey.passing import REREAD_SECONDS, Passing
from tools.journey.scenario import Scenario
from tools.journey.theatre import Theatre
from tools.world import World

OPENS = clock_time(10)
_ZONES = {"US": ZoneInfo("America/New_York"), "CN": ZoneInfo("Asia/Shanghai")}


def opens_at(day: date, country: str) -> datetime:
    """When people there write, in UTC."""
    return datetime.combine(day, OPENS, _ZONES[country]).astimezone(ZoneInfo("UTC"))


@contextmanager
def day_of_talks(theatre: Theatre, folder: Path, day: date, people: list[Person]) -> Iterator[World]:
    """A world with the loans of all who talk that day. Raises: FleetError."""
    began = min(opens_at(day, person.country) for person in people)
    with theatre.playing(_bystander(began), folder) as world:
        portfolio, report = folder / "people.csv", folder / "people-rejected.csv"
        write_portfolio(portfolio, people)
        run(["arrears", "import", str(portfolio), f"--report={report}"], world.env)
        if report.exists():
            raise FleetError(f"the import refuses people: {report.read_text(encoding='utf-8-sig')}")
        yield world


def _bystander(at: datetime) -> Scenario:
    """A journey needs an account; this one is nobody's and is not spoken of."""
    written = f"turns: [x]\nnow: {at.isoformat()}\naccount: {{phone: '+12125550199', last4: '0000'}}\n"
    return replace(read_scenarios("whole path", written, Path.cwd())[0], now=at)


class Phone:
    """One borrower's phone in a world, and what of the case an answer changed."""

    def __init__(self, world: World, person: Person) -> None:
        self._world, self._person = world, person
        self._passing = Passing(world)
        self._arrived = self._said = 0

    def write(self, text: str) -> Reply:
        """Write, and wait until the agent's turn is over. Raises: StuckError."""
        path = f"/phones/{self._person.phone}"
        self._world.simulator.post(f"{path}/send", json={"text": text}).raise_for_status()
        self._passing.answered()
        thread = self._world.simulator.get(f"{path}/messages").raise_for_status().json()
        arrived = [each["text"] for each in thread if each["direction"] == "to_phone"]
        texts, self._arrived = tuple(arrived[self._arrived :]), len(arrived)
        return self._reply(texts)

    def wait(self, by: timedelta) -> None:
        """Let time pass, with all that falls due in it."""
        self._passing.wait(by)

    def _reply(self, texts: tuple[str, ...]) -> Reply:
        state = self.state()
        turns = state["transcript"]
        new, self._said = turns[self._said :], len(turns)
        mine = [turn for turn in new if turn["speaker"] == "borrower"]
        answers = [turn for turn in new if turn["speaker"] == "bot" and turn["templates"]]
        return Reply(
            texts=texts,
            templates=tuple(key for turn in answers for key in turn["templates"]),
            intents=tuple(name for turn in mine for name in turn["intents"]),
            entities=tuple(each for turn in mine for each in turn["entities"]),
            answered_by=tuple(name for turn in answers for name in turn["answered_by"]),
            bounds=next((turn["offer_bounds"] for turn in reversed(answers) if turn["offer_bounds"]), None),
            state=state,
        )

    def state(self) -> Document:
        """The case as it stands."""
        found: Document = self._world.api(f"/cases/{self._person.reference}/state")
        return found


def pass_until(world: World, at: datetime) -> None:
    """Move the clock on in one step; what has fallen due happens then. Earlier than now: nothing."""
    passing = Passing(world)
    ahead = (at - passing.now).total_seconds()
    if ahead > 0:
        order = {"seconds": ahead, "settle": True}
        world.simulator.post("/clock/advance", json=order, timeout=120.0).raise_for_status()
        time.sleep(REREAD_SECONDS)
        passing.settled()
