"""What a transaction remembers is what it would read: the same rows are not read twice, and none is stale."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import visitors

import arrears.store
from arrears.domain.cases import SpecialStatus
from arrears.domain.conversations import Speaker, Turn
from arrears.domain.identity import IdentityAttempt
from arrears.domain.ids import ConversationId, MessageId, OfferId, OutreachId, PersonId, PlanId, TurnId
from arrears.domain.negotiation.offers import Offer
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Language
from arrears.domain.plans import Instalment
from arrears.store import (
    Store,
    Tx,
    calls,
    cases,
    consents,
    conversations,
    evidence,
    identity,
    inbound,
    offers,
    outreach,
    people,
    plans,
)
from arrears.store.inbound import InboundState
from arrears.store.memory import OPTION
from arrears.store.offers import OfferOutcome
from tests.builders.phone import Phone
from tests.builders.plans import agreed, usd
from tests.builders.store import MONDAY_NOON_UTC, an_outreach

type Step = Callable[[Tx, "World"], object]


class World:
    """A call on which an offer waits for a yes, a plan of another conversation, and a text that is due."""

    def __init__(self, store: Store) -> None:
        sayings = {"March 9th 1975, 4421": "verify_identity", "350 a month": "propose_instalment"}
        self.phone = Phone(store, sayings=sayings)
        self.phone.calls_us()
        for words in sayings:
            self.phone.says_aloud(words)
        self.plan = agreed(self.phone, (date(2026, 3, 20), 10_000))
        self.contact = self.phone.plan_first()
        self.borrower, self.call_id = self.phone.borrower, self.phone.call_id
        with store.read() as tx:
            talk = calls.load(tx, self.call_id).conversation_id
            assert talk is not None
            self.talk, said = talk, conversations.turns_of(tx, talk)
            waiting = offers.open_offer(tx, talk)
            assert waiting is not None
        self.offer_id = waiting.id
        self.message_id, self.turn_id = _of_caller(said)
        self.count = 1

    def fresh(self) -> int:
        self.count += 1
        return self.count


def _of_caller(turns: tuple[Turn, ...]) -> tuple[MessageId, TurnId]:
    for turn in turns:
        if turn.speaker is Speaker.BORROWER and turn.message_id is not None:
            return turn.message_id, turn.id
    raise AssertionError("nobody has said anything")


@pytest.fixture
def world(sqlite_store: Store) -> World:
    return World(sqlite_store)


REMEMBERED: dict[str, Step] = {
    "borrower_turns_at": lambda tx, w: conversations.borrower_turns_at(tx, w.talk),
    "exchanges_of": lambda tx, w: conversations.exchanges_of(tx, w.talk),
    "contact_points_of": lambda tx, w: people.contact_points_of(tx, w.borrower.person.id),
    "standing_for": lambda tx, w: consents.standing_for(
        tx, w.borrower.person.id, w.borrower.case.id, w.borrower.point.id
    ),
    "attempts_of": lambda tx, w: identity.attempts_of(tx, w.borrower.person.id),
    "plans_of": lambda tx, w: plans.plans_of(tx, w.borrower.case.id),
    "open_offer": lambda tx, w: offers.open_offer(tx, w.talk),
    "head_of": lambda tx, w: evidence.head_of(tx, w.borrower.case.id),
}

ROWS: dict[str, Step] = {
    "person": lambda tx, w: people.load_person(tx, w.borrower.person.id),
    "point": lambda tx, w: people.load_contact_point(tx, w.borrower.point.id),
    "case": lambda tx, w: cases.load_case(tx, w.borrower.case.id),
    "conversation": lambda tx, w: conversations.load(tx, w.talk),
    "turn": lambda tx, w: conversations.load_turn(tx, w.turn_id),
    "call": lambda tx, w: calls.find(tx, w.call_id),
    "contact": lambda tx, w: outreach.load(tx, w.contact),
    "message": lambda tx, w: inbound.placed(tx, w.message_id),
}

READS = REMEMBERED | ROWS

LOCKS: dict[str, Step] = {
    "lock person": lambda tx, w: people.lock_person(tx, w.borrower.person.id),
    "lock case": lambda tx, w: cases.lock_case(tx, w.borrower.case.id),
    "lock call": lambda tx, w: calls.lock(tx, w.call_id),
}


def _rename(tx: Tx, world: World) -> None:
    people.save_person(tx, replace(world.borrower.person, name=f"Name {world.fresh()}"))


def _restate(tx: Tx, world: World) -> None:
    at = MONDAY_NOON_UTC + timedelta(minutes=world.fresh())
    people.save_contact_point(tx, replace(world.borrower.point, region="CA"), at)


def _another_number(tx: Tx, world: World) -> None:
    number = world.fresh()
    point = replace(world.borrower.point, id=f"point-{number}", address=f"+1212556{number:04}")
    people.save_contact_point(tx, point)


def _import_again(tx: Tx, world: World) -> None:
    cases.save_case(tx, replace(world.borrower.case, broken_promises_before=world.fresh()), "fingerprint")


def _say(tx: Tx, world: World) -> None:
    number = world.fresh()
    turn = Turn(
        id=TurnId(f"turn-{number}"),
        conversation_id=world.talk,
        speaker=Speaker.BORROWER if number % 2 else Speaker.BOT,
        text="words",
        language=Language.EN,
        at=MONDAY_NOON_UTC + timedelta(minutes=number),
    )
    conversations.append_turn(tx, turn)


def _status(tx: Tx, world: World) -> None:
    number = world.fresh()
    at = MONDAY_NOON_UTC + timedelta(minutes=number)
    consents.append_status(
        tx,
        world.borrower.person.id,
        SpecialStatus.HARDSHIP,
        raised=bool(number % 2),
        key=f"status-{number}",
        at=at,
        by="x",
    )


def _attempt(tx: Tx, world: World) -> None:
    number = world.fresh()
    at = MONDAY_NOON_UTC + timedelta(minutes=number)
    attempt = IdentityAttempt(world.borrower.person.id, world.talk, world.borrower.point.id, False, at)
    identity.append_attempt(tx, attempt, key=f"attempt-{number}", factors=())


def _offered(tx: Tx, world: World, offer_id: OfferId, instalment: Instalment, at: datetime) -> None:
    offer, case_id = Offer((instalment,), None, usd(0)), world.borrower.case.id
    offers.append_offer(
        tx, offer_id, world.talk, case_id, offer, kind="counter", bounds={}, reasons=(), at=at
    )


def _offer(tx: Tx, world: World) -> None:
    number = world.fresh()
    world.offer_id = OfferId(f"offer-{number}")
    at = MONDAY_NOON_UTC + timedelta(minutes=number)
    _offered(tx, world, world.offer_id, Instalment(date(2026, 4, 1), usd(100 * number)), at)


def _decline(tx: Tx, world: World) -> None:
    waiting = offers.open_offer(tx, world.talk)
    if waiting is not None:
        offers.append_outcome(tx, waiting.id, OfferOutcome.DECLINED, world.message_id, MONDAY_NOON_UTC)


def _plan(tx: Tx, world: World) -> None:
    number = world.fresh()
    offer_id = OfferId(f"offer-of-plan-{number}")
    instalment = Instalment(date(2026, 5, 1), usd(100 * number))
    _offered(tx, world, offer_id, instalment, MONDAY_NOON_UTC)
    plan = replace(world.plan, id=PlanId(f"plan-x{number}"), instalments=(instalment,))
    plans.append_plan(tx, plan, offer_id)


def _cancel(tx: Tx, world: World) -> None:
    kept = [each for each in plans.plans_of(tx, world.borrower.case.id) if each.cancelled_at is None]
    if kept:
        plans.cancel(tx, kept[0].id, by="x", at=MONDAY_NOON_UTC)


def _note(tx: Tx, world: World) -> None:
    payload = {"number": world.fresh()}
    evidence.append_evidence(tx, world.borrower.case.id, "note", payload, MONDAY_NOON_UTC)


def _reword(tx: Tx, world: World) -> None:
    body = f"words {world.fresh()}"
    outreach.reword(tx, replace(an_outreach(world.borrower), id=world.contact, body=body))


def _by_hand(tx: Tx, world: World) -> None:
    tx.exec_driver_sql("UPDATE persons SET region = ?", (f"R{world.fresh()}",))


def _in_sql(tx: Tx, world: World) -> None:
    tx.execute(sa.text("UPDATE conversations SET language = 'zh'"))


WRITES: dict[str, Step] = {
    "rename": _rename,
    "restate": _restate,
    "another number": _another_number,
    "import again": _import_again,
    "say": _say,
    "status": _status,
    "attempt": _attempt,
    "offer": _offer,
    "decline": _decline,
    "plan": _plan,
    "cancel": _cancel,
    "note": _note,
    "reword": _reword,
    "by hand": _by_hand,
    "in sql": _in_sql,
    "switch": lambda tx, w: conversations.set_language(tx, w.talk, Language.ZH),
    "take over": lambda tx, w: conversations.set_takeover(tx, w.talk, f"user {w.fresh()}"),
    "send": lambda tx, w: outreach.move(tx, w.contact, OutreachState.SENT),
    "refuse": lambda tx, w: outreach.refuse(tx, w.contact),
    "finish": lambda tx, w: inbound.finish(tx, w.message_id, InboundState.ANSWERED),
    "resume": lambda tx, w: calls.save(
        tx, replace(calls.load(tx, w.call_id), resumed=w.fresh()), MONDAY_NOON_UTC
    ),
}


class UndoneError(Exception):
    """Ends what is not to be kept."""


@contextmanager
def without_memory(tx: Tx) -> Iterator[None]:
    """The same transaction, reading everything anew."""
    memory = tx.get_execution_options()[OPTION]
    tx.execution_options(**{OPTION: None})
    yield
    tx.execution_options(**{OPTION: memory})


@contextmanager
def undone(store: Store) -> Iterator[Tx]:
    """A transaction of which nothing stays."""
    try:
        with store.write() as tx:
            yield tx
            raise UndoneError
    except UndoneError:
        pass


def same_as_anew(tx: Tx, world: World) -> None:
    remembered = {name: read(tx, world) for name, read in READS.items()}
    with without_memory(tx):
        anew = {name: read(tx, world) for name, read in READS.items()}
    assert remembered == anew


@given(
    locks=st.lists(st.sampled_from(sorted(LOCKS)), max_size=2),
    steps=st.lists(st.tuples(st.sampled_from(sorted(LOCKS | WRITES)), st.booleans()), min_size=3, max_size=9),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_remembered_is_what_would_be_read(
    world: World, locks: list[str], steps: list[tuple[str, bool]]
) -> None:
    with undone(world.phone.store) as tx:
        for name in locks:
            LOCKS[name](tx, world)
        for name, stays in steps:
            same_as_anew(tx, world)
            savepoint = tx.begin_nested()
            (LOCKS | WRITES)[name](tx, world)
            same_as_anew(tx, world)
            (savepoint.commit if stays else savepoint.rollback)()
        same_as_anew(tx, world)


@pytest.mark.parametrize("name", WRITES)
def test_what_is_written_is_forgotten(world: World, name: str) -> None:
    with undone(world.phone.store) as tx:
        people.lock_person(tx, world.borrower.person.id)
        same_as_anew(tx, world)
        WRITES[name](tx, world)
        same_as_anew(tx, world)


@contextmanager
def statements(store: Store) -> Iterator[list[Any]]:
    """Every statement that is executed meanwhile."""
    found: list[Any] = []

    def note(_tx: Any, _cursor: Any, _sql: str, _parameters: Any, context: Any, _many: bool) -> None:
        if context.compiled is not None:
            found.append(context.compiled.statement)

    sa.event.listen(store.engine, "before_cursor_execute", note)
    yield found
    sa.event.remove(store.engine, "before_cursor_execute", note)


def test_under_a_lock_everything_is_read_once(world: World) -> None:
    with undone(world.phone.store) as tx:
        people.lock_person(tx, world.borrower.person.id)
        first = {name: read(tx, world) for name, read in READS.items()}
        with statements(world.phone.store) as executed:
            assert first == {name: read(tx, world) for name, read in READS.items()}
        assert executed == []


def test_without_a_lock_nothing_is_remembered(world: World) -> None:
    store = world.phone.store
    for transaction in (undone(store), store.read()):
        with transaction as tx:
            for read in READS.values():
                read(tx, world)
                with statements(store) as executed:
                    read(tx, world)
                assert executed


def test_a_row_is_locked_once(world: World) -> None:
    with undone(world.phone.store) as tx:
        for lock in LOCKS.values():
            lock(tx, world)
        with statements(world.phone.store) as executed:
            for lock in LOCKS.values():
                lock(tx, world)
        assert executed == []


def test_a_row_locked_in_a_savepoint_that_is_undone_is_locked_again(world: World) -> None:
    with undone(world.phone.store) as tx:
        savepoint = tx.begin_nested()
        people.lock_person(tx, world.borrower.person.id)
        savepoint.rollback()
        with statements(world.phone.store) as executed:
            people.lock_person(tx, world.borrower.person.id)
        assert ["FOR UPDATE" in str(each.compile(dialect=postgresql.dialect())) for each in executed] == [
            True
        ]


def _remembering() -> dict[str, tuple[sa.Table, ...]]:
    """Every function of the store that remembers, with the tables it is said to read."""
    found = {}
    for module in pkgutil.iter_modules(arrears.store.__path__, "arrears.store."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            closed = inspect.getclosurevars(function).nonlocals
            if function.__code__.co_name == "reading" and "tables" in closed:
                found[name] = closed["tables"]
    return found


def test_every_function_that_remembers_is_looked_at_here() -> None:
    assert _remembering().keys() == REMEMBERED.keys()


def test_they_read_no_tables_but_those_they_name(world: World) -> None:
    for name, tables in _remembering().items():
        with world.phone.store.read() as tx, statements(world.phone.store) as executed:
            REMEMBERED[name](tx, world)
        parts = [part for query in executed for part in visitors.iterate(query)]
        assert (name, {part for part in parts if isinstance(part, sa.Table)}) == (name, set(tables))


def test_what_others_wrote_before_our_last_lock_is_seen(
    request: pytest.FixtureRequest,
) -> None:
    """SQLite has one writer at a time, so that nobody else writes meanwhile."""
    with request.getfixturevalue("postgresql").copied() as store:
        world = World(store)
        with store.write() as tx:
            people.lock_person(tx, world.borrower.person.id)
            before = {name: read(tx, world) for name, read in READS.items()}
            with store.write() as other:
                conversations.set_language(other, world.talk, Language.ZH)
                outreach.move(other, world.contact, OutreachState.SENT)
            cases.lock_case(tx, world.borrower.case.id)
            same_as_anew(tx, world)
            assert conversations.load(tx, world.talk).language is Language.ZH
            assert outreach.load(tx, world.contact).state is OutreachState.SENT
            assert people.load_person(tx, world.borrower.person.id) == before["person"]


def test_a_missing_row_is_no_error_of_the_memory(sqlite_store: Store) -> None:
    with sqlite_store.write() as tx:
        with pytest.raises(LookupError, match="no person nobody"):
            people.lock_person(tx, PersonId("nobody"))
        with pytest.raises(LookupError, match="no conversation nothing"):
            conversations.load(tx, ConversationId("nothing"))
        with pytest.raises(LookupError, match="no outreach nothing"):
            outreach.append_contact(tx, OutreachId("nothing"), MONDAY_NOON_UTC)
