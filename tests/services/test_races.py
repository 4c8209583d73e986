"""Two loans of one person, two channels and a stop, all at once: no cap is exceeded, no stop is overtaken."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.ids import OutreachId
from arrears.domain.people import Carrier, Channel, Language
from arrears.domain.wording import say
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, consents
from arrears.store import outreach as outreach_rows
from arrears.store.evidence import broken_link, entries_of
from gateway.turns import take_turn
from tests.builders.line import Line, second_loan
from tests.builders.store import MONDAY_NOON_UTC, an_outreach, policy


@pytest.fixture
def line(store: Store) -> Line:
    """The same races on both databases."""
    return Line(store)


def everything_due(line: Line, of: str) -> tuple[OutreachId, ...]:
    """Two texts and a call about each of two loans, all due now."""
    found = []
    for borrower in (line.borrower, second_loan(line.store, line.borrower)):
        words = say(
            policy().catalog,
            Language.EN,
            "call.opening",
            lender=borrower.case.lender,
            phone=policy().callback_number,
            name=borrower.person.name,
        )
        for number, channel in enumerate((Channel.SMS, Channel.SMS, Channel.VOICE)):
            row = replace(
                an_outreach(borrower),
                id=OutreachId(f"outreach-{of}-{borrower.case.id}-{number}"),
                channel=channel,
                step=f"{of}-{number}",
            )
            if channel is Channel.VOICE:
                row = replace(row, body=words.text, carrier=Carrier.CALL)
            with line.store.write() as tx:
                outreach_rows.plan(tx, row)
            found.append(row.id)
    return tuple(found)


def consents_to_calls(line: Line) -> None:
    given = Consent(ConsentAction.GIVEN, Channel.VOICE, MONDAY_NOON_UTC - timedelta(days=9), "application")
    with line.store.write() as tx:
        consents.append_consent(tx, line.borrower.point, given, key="calls", words=None, turn_id=None)


def at_once(*works: Callable[[], object]) -> None:
    """Every work in a thread of its own, released together."""
    gate = threading.Barrier(len(works))

    def released(work: Callable[[], object]) -> object:
        gate.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(released, work) for work in works]:
            done.result()


def sent(line: Line, channel: Channel) -> int:
    return sum(permit.channel is channel for permit, _ in line.carrier.sent)


def dispatches(line: Line, rows: tuple[OutreachId, ...]) -> list[Callable[[], object]]:
    return [lambda row=row: dispatch(line.desk, line.app.messengers, row) for row in rows]


def test_two_loans_and_two_channels_share_the_caps_of_the_person(line: Line) -> None:
    consents_to_calls(line)
    at_once(*dispatches(line, everything_due(line, "race")))
    assert sent(line, Channel.SMS) == 1
    assert sent(line, Channel.VOICE) == 1


def test_no_stop_is_overtaken(line: Line) -> None:
    """In the evidence of each case no permit stands behind the stop but the one for its confirmation."""
    consents_to_calls(line)
    line.write_first()
    line.clock.move(days=1)
    rows = everything_due(line, "race")
    message = line.arrives("ok but please stop texting me")
    at_once(*dispatches(line, rows), lambda: take_turn(line.app, message))
    with line.store.read() as tx:
        for case_id in {line.borrower.case.id, f"{line.borrower.case.id}-b"}:
            assert broken_link(tx, case_id) is None
            stopped = False
            for entry in entries_of(tx, case_id):
                stopped = stopped or (entry.kind == "consent" and entry.payload["action"] == "withdrawn")
                permitted = entry.kind == "decision" and entry.payload["permit"] is not None
                if stopped and permitted:
                    assert entry.payload["contact"]["purpose"] == "opt_out_confirmation"
            assert stopped


@pytest.mark.parametrize("words", ["STOP", "别再发短信了", "I'll pay Friday and stop texting me"])
def test_a_stop_that_nobody_has_read_yet_already_counts(line: Line, words: str) -> None:
    rows = everything_due(line, "late")
    line.arrives(words)
    for row in rows[:2]:
        dispatch(line.desk, line.app.messengers, row)
    assert line.carrier.sent == []
