"""What Twilio asks twice, of two processes over one store, is done once, and the caller is not lost."""

from __future__ import annotations

import json
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Ends
from arrears.domain.calls import CallPath, CallState
from arrears.services.resume_call import open_line, resume_call
from arrears.store import calls, conversations, handovers, ledger
from arrears.store import outreach as outreach_rows
from arrears.store.tables.calls import callback_requests, card_payments
from gateway.app import make_app
from gateway.voice import asked_once
from gateway.voice.endings import follow
from gateway.voice.switchboard import Switchboard
from tests.builders.office import Office
from tests.builders.phone import SID
from tests.builders.web import Web
from tests.gateway.test_webhooks import post
from tests.gateway.voice.conftest import MANNERS

VOICE = "/twilio/voice"
ACTION = f"{VOICE}/action/call-{SID}"
TOKEN = {"I-Twilio-Idempotency-Token": "3f0c"}


@pytest.fixture
def office(sqlite_store) -> Office:
    office = Office(sqlite_store)
    office.proves()
    return office


@pytest.fixture
def processes(office) -> Iterator[tuple[Web, Web]]:
    """Two of the gateway over one store."""
    here, there = (make_app(office.app, Switchboard(office.app, MANNERS)) for _ in range(2))
    with Web(here) as one, Web(there) as other:
        yield one, other


def form(**more: str) -> list[tuple[str, str]]:
    return list(({"CallSid": SID, "CallStatus": "in-progress", "SessionId": "VX1"} | more).items())


def ended(reason: str) -> list[tuple[str, str]]:
    return form(HandoffData=json.dumps({"call": f"call-{SID}", "reason": reason}))


def each_answers(processes, path: str, fields: list[tuple[str, str]]) -> str:
    """What either process answers, asked one after the other: the same."""
    first, again = (post(each, path, fields, **TOKEN) for each in processes)
    assert first.status_code == again.status_code == 200
    assert again.text == first.text
    return first.text


def verbs(twiml: str) -> list[str]:
    return [verb.tag for verb in ET.fromstring(twiml)]  # noqa: S314 - our own


def count(office, table: sa.Table) -> int:
    with office.store.read() as tx:
        return tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def of_the_call(office, words: str) -> int:
    """How many turns of ours have the words."""
    with office.store.read() as tx:
        said = conversations.turns_of(tx, office.call().conversation_id)
    return sum(words in turn.text for turn in said)


def token_of(twiml: str) -> str:
    parameters = ET.fromstring(twiml).iter("Parameter")  # noqa: S314 - our own
    return next(each.get("value") for each in parameters if each.get("name") == "token")


def test_a_cut_counts_once_and_what_opens_the_line_opens_one(office, processes) -> None:
    twiml = each_answers(processes, ACTION, form())
    assert office.call().resumed == 1
    assert of_the_call(office, "I am here again") == 1
    assert open_line(office.desk, token_of(twiml)) is not None
    assert open_line(office.desk, token_of(twiml)) is None


def test_another_cut_is_another_one(office, processes) -> None:
    one, other = processes
    post(one, ACTION, form())
    post(other, ACTION, form(SessionId="VX2"))
    assert office.call().resumed == 2


def at_once(processes, path: str, fields: list[tuple[str, str]]) -> list[str]:
    """What both answer that are asked in the same instant."""
    answers: list[str] = []
    asking = [
        threading.Thread(target=lambda web=web: answers.append(post(web, path, fields, **TOKEN).text))
        for web in processes
    ]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    return answers


def slowly(monkeypatch, module: object, name: str) -> Callable[[], int]:
    """Make what the processes do last until the other one was asked, too; how often it was done."""
    real, done = getattr(module, name), []

    def slow(*arguments: object) -> str:
        done.append(name)
        threading.Event().wait(0.4)
        return real(*arguments)

    monkeypatch.setattr(module, name, slow)
    return lambda: len(done)


def test_both_asked_at_once_answer_the_same(office, processes, monkeypatch) -> None:
    from gateway.voice import action

    times = slowly(monkeypatch, action, "_after")
    first, again = at_once(processes, ACTION, form())
    assert first == again
    assert times() == 1
    assert office.call().resumed == 1


def test_a_payment_said_to_both_at_once_is_booked_and_told_once(office, processes, monkeypatch) -> None:
    from gateway.voice import connections

    times = slowly(monkeypatch, connections, "_paid")
    first, again = at_once(processes, wants_to_pay(office), form(Result="success"))
    assert first == again
    assert times() == 1
    assert owed(office) == office.borrower.balance.total.minor - 9000
    assert of_the_call(office, "was paid by card") == 1


def test_what_a_process_began_that_went_away_is_done_by_the_other(office, processes, monkeypatch) -> None:
    one, other = processes
    monkeypatch.setattr(asked_once, "WAITED_S", 0.3)
    with monkeypatch.context() as gone:
        gone.setattr("gateway.voice.action.run_in_threadpool", _goes_away)
        assert post(one, ACTION, form()).status_code == 500
    assert "Connect" in verbs(post(other, ACTION, form()).text)
    assert office.call().resumed == 1


async def _goes_away(*_: object) -> str:
    raise InterruptedError


def wants_to_pay(office) -> str:
    """A card was asked for; where Twilio says what became of it."""
    office.says_aloud("I want to pay $90 now")
    assert office.says_aloud("yes").ends is Ends.PAY
    follow(office.app, office.call_id, Ends.PAY)
    with office.store.read() as tx:
        return f"{VOICE}/paid/{tx.execute(sa.select(card_payments.c.id)).scalar_one()}"


def owed(office) -> int:
    with office.store.read() as tx:
        case = office.borrower.case
        return ledger.balance(tx, case.id, case.currency).total.minor


def test_a_card_is_asked_for_in_the_same_words_and_begun_once(office, processes) -> None:
    office.says_aloud("I want to pay $90 now")
    office.says_aloud("yes")
    assert "Pay" in verbs(each_answers(processes, ACTION, ended("pay")))
    assert count(office, card_payments) == 1


def test_without_the_relay_too(office, processes) -> None:
    resume_call(office.desk, office.call_id, CallPath.GATHER)
    office.says_aloud("I want to pay $90 now")
    office.says_aloud("yes")
    assert "Pay" in verbs(each_answers(processes, f"{VOICE}/follow/call-{SID}/pay", form()))


def test_what_became_of_a_card_is_booked_and_said_once(office, processes) -> None:
    assert verbs(each_answers(processes, wants_to_pay(office), form(Result="success"))) == ["Connect"]
    assert owed(office) == office.borrower.balance.total.minor - 9000
    assert of_the_call(office, "was paid by card") == 1
    assert office.call().resumed == 1


def test_a_payment_that_is_proved_after_a_doubt_is_booked(office, processes) -> None:
    path = wants_to_pay(office)
    one, other = processes
    post(one, path, form(Result="payment-connector-error"))
    assert owed(office) == office.borrower.balance.total.minor
    post(other, path, form(Result="success"))
    assert owed(office) == office.borrower.balance.total.minor - 9000


def test_a_person_is_rung_once(office, processes) -> None:
    office.says_aloud("I want to talk to a person")
    assert "Dial" in verbs(each_answers(processes, ACTION, ended("person")))
    with office.store.read() as tx:
        assert [each.claimed_by for each in handovers.queue(tx)] == ["phone"]


@pytest.mark.parametrize("hour", ["as they asked", "where nobody was free"])
def test_a_call_back_is_booked_once_and_said_the_same(office, processes, hour) -> None:
    if hour == "as they asked":
        office.says_aloud("call me tomorrow at 3")
        twiml = each_answers(processes, ACTION, ended("callback"))
    else:
        office.says_aloud("I want to talk to a person")
        follow(office.app, office.call_id, Ends.PERSON)
        fields = form(DialCallStatus="no-answer", DialBridged="false")
        twiml = each_answers(processes, f"{VOICE}/transferred/call-{SID}", fields)
    assert verbs(twiml) == ["Say", "Hangup"]
    assert count(office, callback_requests) == 1


def test_a_call_that_we_have_ended_is_over_and_what_was_heard_stays_heard(office, processes) -> None:
    said = office.says_aloud("what do I owe")
    assert verbs(each_answers(processes, ACTION, ended("goodbye"))) == ["Hangup"]
    assert office.call().state is CallState.ENDED
    with office.store.read() as tx:
        assert calls.heard_of(tx, said.outreach_id) is None
        assert outreach_rows.load(tx, said.outreach_id).body == said.text


def test_what_was_answered_goes_with_the_call(office, processes) -> None:
    each_answers(processes, ACTION, form())
    office.reports(None, "completed")
    with office.store.read() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM call_answers").scalar_one() == 0
    assert {verbs(post(each, ACTION, form()).text)[0] for each in processes} == {"Hangup"}


def test_the_token_in_it_is_not_to_be_read_in_the_store(office, processes) -> None:
    token = token_of(each_answers(processes, ACTION, form()))
    with office.store.read() as tx:
        kept = tx.exec_driver_sql("SELECT twiml FROM call_answers").scalars().all()
    assert kept
    assert all(token not in each for each in kept)


def test_words_of_a_line_that_never_opened_were_not_heard(office, processes) -> None:
    one, _ = processes
    post(one, ACTION, form(HandoffData=""))
    answered = office.says_aloud("what do I owe")
    with office.store.write() as tx:
        calls.keep_heard(tx, answered.outreach_id, answered.text, office.clock.now())
    post(one, ACTION, form(SessionId="VX2", SessionStatus="failed"))
    post(one, ACTION, form(SessionId="VX3", SessionStatus="failed", CallStatus="completed"))
    with office.store.read() as tx:
        last = conversations.turns_of(tx, office.call().conversation_id)[-1]
        assert "I am here again" in last.text
        assert calls.heard_of(tx, last.outreach_id) == ""
        assert calls.heard_of(tx, answered.outreach_id) == answered.text
