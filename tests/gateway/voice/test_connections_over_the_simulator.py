"""A person, a card and a recording over the simulator's carrier: its TwiML, its callbacks, its signatures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from arrears.domain.calls import CallState
from arrears.store import Store, ledger
from simulator.voice.signals import Nudged, Paid, Pressed, Spoke
from tests.builders.office import AGENTS, PROOF, Office
from tests.gateway.voice.test_over_the_simulator import Caller, Gateway


@pytest.fixture
def gateway(sqlite_store: Store) -> Iterator[Gateway]:
    made = Gateway(sqlite_store, Office(sqlite_store))
    yield made
    made.close()


def said(line) -> str:
    """All that was heard on the line."""
    return " ".join(event["text"] for event in line.events if event["kind"] == "heard" and event["text"])


def sends(caller: Caller, signal) -> None:
    with caller.world.lock:
        caller.world.voice.engines[caller.sid].post(signal)


def happened(line, kind: str) -> bool:
    return any(event["kind"] == kind for event in line.events)


def leg_of(gateway: Gateway):
    return next((c for c in gateway.world.switchboard.calls.values() if c.to == AGENTS), None)


def asks_for_a_person(gateway: Gateway, outcome: str) -> Caller:
    caller = Caller(gateway)
    with gateway.world.lock:
        gateway.world.faults.call_outcomes = {AGENTS: outcome}
        caller.line.turns.append(Spoke("I want to talk to a person"))
        gateway.world.voice.engines[caller.sid].post(Nudged())
    return caller


def test_a_person_takes_the_call_with_a_key_and_it_ends_with_them(gateway: Gateway) -> None:
    caller = asks_for_a_person(gateway, "human")
    gateway.play(lambda: leg_of(gateway) is not None)
    leg = leg_of(gateway)
    line = gateway.world.voice.line(leg)
    gateway.play(lambda: "press" in said(line))
    with gateway.world.lock:
        gateway.world.voice.engines[leg.sid].post(Pressed("1"))
    gateway.play(lambda: gateway.state(caller.sid).state is CallState.ENDED)
    assert happened(caller.line, "connects")


def test_nobody_takes_it_and_the_caller_hears_when_we_call_back(gateway: Gateway) -> None:
    caller = asks_for_a_person(gateway, "no-answer")
    gateway.play(lambda: gateway.state(caller.sid).state is CallState.ENDED)
    assert not happened(caller.line, "connects")
    assert "nobody was free" in said(caller.line)


def test_a_card_is_keyed_in_the_ledger_has_it_and_the_talk_goes_on(gateway: Gateway) -> None:
    caller = Caller(gateway)
    caller.says(PROOF)
    caller.says("I want to pay $90 now")
    with gateway.world.lock:
        caller.line.turns.append(Spoke("yes"))
        gateway.world.voice.engines[caller.sid].post(Nudged())
    gateway.play(lambda: happened(caller.line, "asks for a card"))
    sends(caller, Paid("success", "4242424242424242"))
    gateway.play(lambda: "paid by card" in said(caller.line))
    office = gateway.phone
    with office.store.read() as tx:
        case = office.borrower.case
        left = ledger.balance(tx, case.id, case.currency).total
    assert left.minor == office.borrower.balance.total.minor - 9000
    assert [what for what, _ in office.recorder.asked] == ["start", "pause", "go_on"]
    caller.hangs_up()
