"""The stage of the journeys: every process running, phones to play, and the clock to move."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa

from arrears.adapters.policy_messages import load_catalog
from arrears.domain.cases import Case
from arrears.domain.conversations import Conversation, Turn
from arrears.domain.ids import ConversationId
from arrears.domain.people import Language
from arrears.domain.wording import one_text
from arrears.store import Store, Tx, access, cases, conversations, inbound, open_store
from arrears.store.tables.contact import outreach as outreach_table
from arrears.store.tables.dialogue import conversations as conversation_table
from arrears.store.types import Cipher
from tests.journeys.borrowers import CN, EN, ZH, Borrower, pick, played, reachable_rows, write
from tests.journeys.office import with_people
from tools.fleet import Ports, free_port, run
from tools.rasa import ROOT
from tools.world import World

TICK_SECONDS = 0.1

CAST = {EN: 100, ZH: 28, CN: 16}
"""How many borrowers of each kind there are. A tenth or more are written to by nobody: chance puts them in
the arm that a strategy is measured against, or the strategy is another one."""
PATIENCE_SECONDS = 60.0

STILL_UNDER_WAY = timedelta(seconds=12)
"""A contact claimed longer ago has lost its outcome: whoever was sending it has died."""


@dataclass
class Stage:
    """A running world, and the borrowers whom nobody has played yet."""

    world: World
    store: Store
    first_night: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Phone threads of the first simulated morning, by number."""
    cast: list[Borrower] = field(default_factory=list)
    _waiting: list[Borrower] = field(default_factory=list)
    _left_alone: dict[str, int] = field(default_factory=dict)

    # The phones

    def borrower(self, kind: tuple[str, str] = EN, least_owed_minor: int = 0) -> Borrower:
        """Somebody who has had our first text and has not answered yet; each is given out once."""
        for person in self._waiting:
            if (person.country, person.language) == kind and person.owed_minor >= least_owed_minor:
                self._waiting.remove(person)
                return person
        raise LookupError(f"nobody of {kind} is left to play; let the journeys have more borrowers")

    def thread(self, phone: str) -> list[dict[str, Any]]:
        """What the phone shows, oldest first."""
        answer = self.world.simulator.get(f"/phones/{phone}/messages").raise_for_status()
        return cast("list[dict[str, Any]]", answer.json())

    def received(self, phone: str) -> list[str]:
        """The texts that reached the phone."""
        return [text["text"] for text in self.thread(phone) if text["direction"] == "to_phone"]

    def send(self, phone: str, text: str) -> str:
        """The borrower writes; returns the carrier's id of the text, before anybody has read it."""
        answer = self.world.simulator.post(f"/phones/{phone}/send", json={"text": text})
        return str(answer.raise_for_status().json()["sid"])

    def replies(self, person: Borrower, text: str) -> list[str]:
        """The borrower writes, and everything that came back for it."""
        before = len(self.received(person.phone))
        self.send(person.phone, text)
        self.answered()
        self.advance(timedelta(seconds=5))
        return self.received(person.phone)[before:]

    def ask(self, person: Borrower, text: str) -> str:
        """The borrower writes, and the one reply there must be."""
        replies = self.replies(person, text)
        assert len(replies) == 1, f"{len(replies)} replies"
        return replies[0]

    def identified(self, kind: tuple[str, str] = EN, least_owed_minor: int = 0) -> Borrower:
        """A borrower who has proved who they are."""
        person = self.borrower(kind, least_owed_minor)
        assert is_said(self.ask(person, person.identity), person.language, "balance.state")
        return person

    def leave_alone(self, person: Borrower) -> None:
        """Remember that nothing may reach this phone from now on."""
        self.advance(timedelta(seconds=5))
        self._left_alone[person.phone] = len(self.received(person.phone))

    def heard_although_left_alone(self) -> list[str]:
        """What reached phones that were to be left alone."""
        return [text for phone, had in self._left_alone.items() for text in self.received(phone)[had:]]

    def unplayed(self) -> list[Borrower]:
        """Borrowers who have had our first text and have not answered."""
        return list(self._waiting)

    def newcomers(self, kind: tuple[str, str], count: int) -> list[Borrower]:
        """Further borrowers, imported, scored and allocated now: of those who may not be called."""
        rows = pick(reachable_rows(), kind, len(reachable_rows()), skip=CAST[kind])
        rows = [row for row in rows if row["voice_consent"] != "yes"][:count]
        file = write(self.world.folder / "newcomers.csv", rows)
        report = f"--report={self.world.folder / 'newcomers-rejected.csv'}"
        for command in (["import", str(file), report], ["score"], ["allocate"]):
            run(["arrears", *command], self.world.env)
        return played(rows)

    # Time

    def day_in(self, days: int, language: str = "en") -> str:
        """A day to come, as a borrower writes it."""
        day = (self.now() + timedelta(days=days)).date()
        return f"{day.month}月{day.day}日" if language == "zh" else f"{day:%B} {day.day}"

    def now(self) -> datetime:
        """Simulated time."""
        return datetime.fromisoformat(self.world.simulator.get("/clock").json()["now"])

    def advance(self, by: timedelta) -> None:
        """Move the clock; deliveries and callbacks on the way happen."""
        order = {"seconds": by.total_seconds(), "settle": True}
        self.world.simulator.post("/clock/advance", json=order, timeout=120.0).raise_for_status()

    def advance_to(self, instant: datetime) -> None:
        """Move the clock to an instant that is not past."""
        self.advance(instant - self.now())

    def pass_time(self, by: timedelta) -> None:
        """Move the clock, and let the scheduler do all that has fallen due."""
        self.advance(by)
        self.settle()

    def answered(self) -> None:
        """Wait until no webhook is under way and every stored message has had its turn."""
        self.wait_for(self.is_answered)

    def settle(self) -> None:
        """Wait until the scheduler has looked at the present time and nothing due is left undone."""
        self.answered()
        now = self.now()
        self.wait_for(lambda: self._is_planned(now) and not self._has_due(now))
        self.answered()

    def wait_for(self, holds: Callable[[], bool], patience: float = PATIENCE_SECONDS) -> None:
        """Wait, in real time, until something holds."""
        deadline = time.monotonic() + patience
        while not holds():
            assert time.monotonic() < deadline, "it did not come about in time"
            time.sleep(0.01)

    def is_answered(self) -> bool:
        """Whether no webhook is under way, no message is open, and no reply is still to be sent."""
        if self.world.simulator.get("/quiet").json()["pending_webhooks"]:
            return False
        with self.store.read() as tx:
            return inbound.count_open(tx) == 0 and not self._replies_under_way(tx)

    def _replies_under_way(self, tx: Tx) -> bool:
        c = outreach_table.c
        just_now = datetime.now(UTC) - STILL_UNDER_WAY
        sending = sa.and_(c.state == "claimed", c.claimed_on_machine_at > just_now)
        query = sa.select(sa.func.count()).where(sa.or_(c.state == "due", sending), c.answers.is_not(None))
        return bool(tx.execute(query).scalar_one())

    def _has_due(self, now: datetime) -> bool:
        c = outreach_table.c
        with self.store.read() as tx:
            just_now = datetime.now(UTC) - STILL_UNDER_WAY
            sending = sa.and_(c.state == "claimed", c.claimed_on_machine_at > just_now)
            waiting = sa.or_(sa.and_(c.state == "due", c.due_at <= now), sending)
            return bool(tx.execute(sa.select(sa.func.count()).where(waiting)).scalar_one())

    def _is_planned(self, now: datetime) -> bool:
        """Whether promises were swept and contacts planned for this time; what is planned is then due."""
        with self.store.read() as tx:
            finished = access.last_note(tx, "scheduler").get("finished", {})
        ticks = (
            "sweep_promises",
            "welcome_plans",
            "plan_reminders",
            "thank_payers",
            "remind_of_due_dates",
            "plan_outreach",
        )
        return all(tick in finished and datetime.fromisoformat(finished[tick]) >= now for tick in ticks)

    # What is written down

    def case(self, person: Borrower) -> Case:
        """The borrower's case."""
        with self.store.read() as tx:
            found = cases.find_case_anywhere(tx, person.loan)
        assert found is not None
        return found

    def conversation(self, person: Borrower) -> Conversation:
        """The borrower's latest conversation."""
        c = conversation_table.c
        case = self.case(person)
        with self.store.read() as tx:
            found = tx.execute(
                sa.select(c.id).where(c.case_id == case.id).order_by(c.opened_at.desc()).limit(1)
            ).scalar_one()
            return conversations.load(tx, ConversationId(found))

    def turns(self, person: Borrower) -> tuple[Turn, ...]:
        """The transcript of the borrower's latest conversation."""
        conversation = self.conversation(person)
        with self.store.read() as tx:
            return conversations.turns_of(tx, conversation.id)

    def api(self, path: str, **query: str) -> Any:
        """A GET of the lender's API."""
        return self.world.api(path, **query)

    def pay(self, person: Borrower, amount: str, currency: str, key: str) -> dict[str, Any]:
        """A payment as the lender reports it."""
        paid = {
            "case": person.loan,
            "amount": amount,
            "currency": currency,
            "paid_on": self.now().date().isoformat(),
        }
        headers = {"Authorization": f"Bearer {self.world.api_key}", "Idempotency-Key": key}
        answer = self.world.gateway.post("/api/v1/payments", json=paid, headers=headers)
        return cast("dict[str, Any]", answer.raise_for_status().json())

    def plans(self, person: Borrower) -> list[dict[str, Any]]:
        """The plans of the borrower's case, as the API tells them."""
        case = self.case(person)
        return [plan for plan in self.api("/plans") if plan["case"] == case.id]

    def stop(self) -> None:
        """Stop every process."""
        self.world.stop()
        self.world.simulator.close()
        self.world.gateway.close()
        self.store.engine.dispose()


def is_said(text: str, language: str, *keys: str) -> bool:
    """Whether the text is these messages of the catalogue, whatever their placeholders were filled with.

    Before terms that are read back it may be told where a weekend moves one of their days.
    """
    moved = ("plan.day_moved",) if "plan.read_back" in keys else ()
    return any(_is_said(text, Language(language), each) for each in (keys, (*moved, *keys)))


def _is_said(text: str, spoken: Language, keys: tuple[str, ...]) -> bool:
    template = one_text(spoken, (_catalog().templates[spoken, key].text for key in keys))
    parts = re.split(r"\{\w+\}", template)
    return re.fullmatch(".+".join(map(re.escape, parts)), text, re.DOTALL) is not None


@cache
def _catalog() -> Any:
    return load_catalog(ROOT / "policy" / "messages")


def store_of(world: World) -> Store:
    """The world's database, read by the tests beside the processes."""
    env = world.env
    return open_store(
        env["ARREARS_DATABASE_URL"], Cipher((env["ARREARS_DATA_KEYS"],), env["ARREARS_INDEX_KEY"])
    )


def free_ports() -> Ports:
    """Ports that nothing listens on now."""
    return Ports(*(free_port() for _ in range(5)))


def open_stage(folder: Path) -> Stage:
    """Everything up on the morning of the first day, with first texts sent wherever it is day."""
    rows = reachable_rows()
    chosen = [row for kind, count in CAST.items() for row in pick(rows, kind, count)]
    portfolio = write(folder / "portfolio.csv", chosen)
    world = World(folder / "world", ports=free_ports(), tick_seconds=TICK_SECONDS)
    world.env["ARREARS_POLICY_DIR"] = str(with_people(folder / "policy"))
    try:
        world.prepare(portfolio, lambda _words: None)
        world.start(lambda _words: None)
        stage = Stage(world, store_of(world), cast=played(chosen))
        _first_morning(stage)
    except BaseException:
        world.stop()
        raise
    return stage


FIRST_DAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""03:00 in New York, 22:00 of the day before in Honolulu, 16:00 in Shanghai."""

EVERYWHERE_DAY = FIRST_DAY.replace(hour=18, minute=40)
"""08:40 in Honolulu, 13:40 in New York: nobody in the United States is asleep by our rules."""


def _first_morning(stage: Stage) -> None:
    """Let the night pass in half hours, so that a text sent too early would be seen."""
    stage.settle()
    while stage.now() < EVERYWHERE_DAY:
        stage.pass_time(min(timedelta(minutes=30), EVERYWHERE_DAY - stage.now()))
    stage.advance(timedelta(seconds=5))
    stage.first_night = {person.phone: stage.thread(person.phone) for person in stage.cast}
    stage._waiting = [person for person in stage.cast if stage.first_night[person.phone]]
