"""Twilio's webhooks while a call is with a person, a card or a recorder: believed by signature alone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Ends
from arrears.domain.cases import SpecialStatus
from arrears.domain.recordings import RecordingState
from arrears.services import take_over
from arrears.services.dispatch_outreach import dispatch
from arrears.services.hear_call import mark_heard
from arrears.services.resume_call import open_line
from arrears.services.speak_for_person import written_words
from arrears.store import consents, conversations, ledger, recordings
from arrears.store.tables.calls import card_payments
from arrears.store.tables.contact import decisions
from gateway.app import make_app
from gateway.voice.endings import follow
from gateway.voice.following import follow as look
from tests.builders.console import save_user
from tests.builders.line import waits
from tests.builders.office import AGENTS, CONNECTOR, Office
from tests.builders.phone import SID, conversing
from tests.builders.web import Web
from tests.gateway.test_webhooks import post

VOICE = "/twilio/voice"


@pytest.fixture
def office(sqlite_store) -> Office:
    return Office(sqlite_store)


@pytest.fixture
def web(office) -> Iterator[Web]:
    with Web(make_app(office.app)) as client:
        yield client


def form(**more: str) -> list[tuple[str, str]]:
    return list(({"CallSid": SID, "CallStatus": "in-progress"} | more).items())


def verbs(twiml: str) -> list[str]:
    return [verb.tag for verb in ET.fromstring(twiml)]  # noqa: S314 - our own


def wants_person(office) -> str:
    office.calls_us()
    assert office.says_aloud("I want to talk to a person").ends is Ends.PERSON
    return follow(office.app, office.call_id, Ends.PERSON)


def wants_to_pay(office) -> str:
    office.proves()
    office.says_aloud("I want to pay $90 now")
    assert office.says_aloud("yes").ends is Ends.PAY
    return follow(office.app, office.call_id, Ends.PAY)


def payment_id(office) -> str:
    with office.store.read() as tx:
        return tx.execute(sa.select(card_payments.c.id)).scalar_one()


@pytest.mark.parametrize(
    "path",
    [
        f"{VOICE}/whisper/call-{SID}",
        f"{VOICE}/whisper/call-{SID}/key",
        f"{VOICE}/transferred/call-{SID}",
        f"{VOICE}/paid/card-1",
        f"{VOICE}/recording",
    ],
)
def test_a_form_that_twilio_has_not_signed_does_nothing(office, web, path):
    wants_person(office)
    fields = form(Digits="1", Result="success", RecordingSid="RE1", RecordingStatus="completed")
    assert post(web, path, fields, signature="bad").status_code == 403
    with office.store.read() as tx:
        assert conversations.load(tx, office.call().conversation_id).taken_over_by == "phone"
        assert [each.state for each in recordings.of_call(tx, office.call_id)] == [RecordingState.RUNNING]


def test_the_persons_telephone_rings_and_they_take_the_call_with_a_key(office, web):
    dial = ET.fromstring(wants_person(office)).find("Dial")  # noqa: S314 - our own
    assert dial.find("Number").text == AGENTS
    assert dial.get("action").endswith(f"{VOICE}/transferred/{office.call_id}#rc=2&rp=ct,rt,5xx")
    told = post(web, f"{VOICE}/whisper/{office.call_id}", form())
    assert verbs(told.text) == ["Gather", "Hangup"]
    assert "press 1" in told.text or "press one" in told.text
    assert verbs(post(web, f"{VOICE}/whisper/{office.call_id}/key", form(Digits="1")).text) == []
    ended = post(
        web, f"{VOICE}/transferred/{office.call_id}", form(DialCallStatus="completed", DialBridged="true")
    )
    assert verbs(ended.text) == ["Hangup"]


@pytest.mark.parametrize("digits", ["", "2", "11"])
def test_a_machine_that_answers_for_the_person_is_let_go(office, web, digits):
    wants_person(office)
    path = f"{VOICE}/whisper/{office.call_id}/key"
    assert verbs(post(web, path, form(Digits=digits)).text) == ["Hangup"]


@pytest.mark.parametrize(
    "told",
    [
        {"DialCallStatus": "no-answer", "DialBridged": "false"},
        {"DialCallStatus": "completed", "DialBridged": "false"},
        {"DialCallStatus": "busy"},
        {"DialCallStatus": "failed"},
    ],
)
def test_nobody_was_reached_and_it_is_said_when_we_call_back(office, web, told):
    wants_person(office)
    ended = post(web, f"{VOICE}/transferred/{office.call_id}", form(**told))
    assert verbs(ended.text) == ["Say", "Hangup"]
    assert "call you back" in ended.text


def test_the_card_is_asked_for_by_twilio_with_the_amount_that_was_read_back(office):
    pay = ET.fromstring(wants_to_pay(office)).find("Pay")  # noqa: S314 - our own
    assert (pay.get("paymentConnector"), pay.get("chargeAmount"), pay.get("currency")) == (
        CONNECTOR,
        "90.00",
        "usd",
    )


def test_a_payment_is_booked_once_however_often_twilio_says_so_and_the_call_goes_on(office, web):
    wants_to_pay(office)
    owed = office.borrower.balance.total.minor
    told = form(Result="success", PaymentConfirmationCode="ch_1", PaymentCardNumber="xxxxxxxxxxxx4242")
    path = f"{VOICE}/paid/{payment_id(office)}"
    first, again = post(web, path, told), post(web, path, told)
    assert verbs(first.text) == ["Connect"]
    assert again.text == first.text
    with office.store.read() as tx:
        case = office.borrower.case
        assert ledger.balance(tx, case.id, case.currency).total.minor == owed - 9000
        last = conversations.last_said(tx, office.call().conversation_id)
    assert "ninety dollars was paid by card" in last.text


def test_a_payment_that_did_not_go_through_books_nothing_and_says_so(office, web):
    wants_to_pay(office)
    path = f"{VOICE}/paid/{payment_id(office)}"
    assert verbs(post(web, path, form(Result="caller-interrupted-with-star")).text) == ["Connect"]
    with office.store.read() as tx:
        case = office.borrower.case
        assert ledger.balance(tx, case.id, case.currency).total == office.borrower.balance.total
        assert "nothing was taken" in conversations.last_said(tx, office.call().conversation_id).text


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("success", "card went through."),
        ("caller-interrupted-with-star", "nothing was taken"),
        ("payment-connector-error", "do not pay twice"),
    ],
)
def test_what_became_of_the_payment_is_said_also_where_a_person_has_taken_over(office, web, result, said):
    wants_to_pay(office)
    mei = save_user(office.store)
    take_over.claim(office.desk, office.call().conversation_id, mei)
    told = post(web, f"{VOICE}/paid/{payment_id(office)}", form(Result=result)).text
    parameters = ET.fromstring(told).iter("Parameter")  # noqa: S314 - our own
    token = next(each.get("value") for each in parameters if each.get("name") == "token")
    line = open_line(office.desk, token)
    opening = line.opening
    assert said in opening
    assert permits_of(office, line.outreach_id) == ["granted", "granted"]
    assert "dollars" not in opening
    take_over.resolve(office.desk, office.call().conversation_id, mei, "done")
    office.says_aloud("what do I owe")
    take_over.claim(office.desk, office.call().conversation_id, mei)
    assert said not in open_line(office.desk, conversing(office.resumes()).token).opening


def permits_of(office, outreach_id) -> list[str]:
    """What compliance said of the words: when they were planned, and at the minute they were spoken."""
    with office.store.read() as tx:
        query = sa.select(decisions.c.outcome).where(decisions.c.outreach_id == outreach_id)
        return list(tx.execute(query.order_by(decisions.c.at, decisions.c.id)).scalars())


@pytest.mark.parametrize("why", ["a lawyer speaks for them", "the proof has lapsed"])
def test_what_became_of_the_payment_is_not_said_where_it_may_not_be(office, web, why):
    wants_to_pay(office)
    talk = office.call().conversation_id
    take_over.claim(office.desk, talk, save_user(office.store))
    if why == "the proof has lapsed":
        waits(office, minutes=31)
    else:
        with office.store.write() as tx:
            who, now = office.borrower.person.id, office.clock.now()
            consents.append_status(
                tx, who, SpecialStatus.ATTORNEY, raised=True, key="status-1", at=now, by="mei"
            )
    told = post(web, f"{VOICE}/paid/{payment_id(office)}", form(Result="success")).text
    parameters = ET.fromstring(told).iter("Parameter")  # noqa: S314 - our own
    token = next(each.get("value") for each in parameters if each.get("name") == "token")
    line = open_line(office.desk, token)
    assert "I am here again" in line.opening
    assert line.outreach_id is None


def test_a_result_that_a_cut_line_left_unheard_is_said_again_until_it_is_heard(office, web):
    wants_to_pay(office)
    take_over.claim(office.desk, office.call().conversation_id, save_user(office.store))
    post(web, f"{VOICE}/paid/{payment_id(office)}", form(Result="success"))
    said = [conversing(office.resumes()) for _ in range(2)]
    assert ["went through" in each.opening for each in said] == [True, True]
    mark_heard(office.desk, said[-1].outreach_id, said[-1].opening)
    assert "I am here again" in conversing(office.resumes()).opening


def test_what_a_person_wrote_while_the_card_was_keyed_in_is_spoken_after_its_result(office, web):
    wants_to_pay(office)
    talk, mei = office.call().conversation_id, save_user(office.store)
    take_over.claim(office.desk, talk, mei)
    waits(office, seconds=5)
    row = take_over.reply(office.desk, talk, mei, "Hello, this is Mei.", "a-key")
    dispatch(office.desk, office.app.messengers, row)
    post(web, f"{VOICE}/paid/{payment_id(office)}", form(Result="success"))
    with office.store.read() as tx:
        assert "went through" in conversations.turns_of(tx, talk)[-1].text
    written = written_words(office.desk, (office.call_id,))[office.call_id]
    assert [answer.outreach_id for answer, _ in written.words] == [row]


def test_no_card_is_asked_for_while_a_recording_runs_that_cannot_be_paused(office, web):
    office.proves()
    office.follows()
    office.recorder.fails = {"pause"}
    office.says_aloud("I want to pay $90 now")
    office.says_aloud("yes")
    assert verbs(follow(office.app, office.call_id, Ends.PAY)) == ["Connect"]


def test_a_result_of_a_payment_that_nobody_knows_ends_the_call(office, web):
    assert verbs(post(web, f"{VOICE}/paid/card-x", form(Result="success")).text) == ["Hangup"]


def test_a_recording_is_told_of_once_it_has_ended(office, web):
    office.proves()
    office.follows()
    told = form(RecordingSid="RE" + "1".zfill(32), RecordingStatus="completed", RecordingDuration="61")
    assert post(web, f"{VOICE}/recording", told).status_code == 204
    assert post(web, f"{VOICE}/recording", told).status_code == 204
    with office.store.read() as tx:
        (found,) = recordings.of_call(tx, office.call_id)
    assert (found.state, found.seconds) == (RecordingState.ENDED, 61)


@pytest.mark.parametrize("missing", ["RecordingSid", "CallSid"])
def test_a_recording_without_a_name_or_a_call_is_refused(web, missing):
    told = [pair for pair in form(RecordingSid="RE1", RecordingStatus="completed") if pair[0] != missing]
    assert post(web, f"{VOICE}/recording", told).status_code == 400


def test_a_call_back_that_was_asked_for_is_booked_at_the_hour_they_named(office):
    office.calls_us()
    office.says_aloud("call me tomorrow at 3")
    twiml = follow(office.app, office.call_id, Ends.CALLBACK)
    assert verbs(twiml) == ["Say", "Hangup"]
    assert "three" in twiml
    assert "Tuesday" in twiml


def test_the_recording_begins_by_itself_after_the_first_turn(office):
    office.calls_us()
    look(office.app, office.call_id)
    office.says_aloud("who is this")
    look(office.app, office.call_id)
    assert office.recorder.asked == [("start", SID)]
