"""Somebody calls us: known, one of several, unknown, or somebody we may not talk with."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Asked, Closed, Converse, Identify, Silent
from arrears.domain.calls import AnsweredBy, CallState, call_id_for
from arrears.domain.cases import SpecialStatus
from arrears.domain.ids import ContactPointId, PersonId
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Channel
from arrears.phone.calling_back import booked
from arrears.services.answer_call import answer_call
from arrears.services.dispatch_outreach import dispatch
from arrears.services.hear_call import hear
from arrears.services.identify_caller import identify_caller
from arrears.services.resume_call import open_line
from arrears.store import calls, consents, conversations, identity, people
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from arrears.store.tables.calls import calls as call_table
from arrears.store.tables.contact import outreach
from gateway.voice.scripts import permitted
from tests.builders.phone import SID, Phone, conversing
from tests.builders.store import a_borrower

UNKNOWN = "+12125550177"
DEBT = ("debt", "loan", "owe", "$", "balance", "overdue")
RIGHT = ("L 0123", "March 9 1975", "4421")


def identifying(phone, caller=UNKNOWN):
    script = phone.calls_us(caller=caller)
    assert isinstance(script, Identify), script
    return script


def tells(phone, *texts, sid=SID):
    """What follows each utterance; the last one is permitted like the gateway does it."""
    said = []
    for number, text in enumerate(texts):
        phone.utterances += 1
        answer = identify_caller(phone.desk, call_id_for(sid), f"i{phone.utterances}-{number}", text)
        said.append(permitted(phone.app, answer) if isinstance(answer, Converse) else answer)
    return said


def reference(phone):
    """The loan's number as the lender has it."""
    return phone.borrower.case.lender_ref


@pytest.fixture
def phone(store):
    borrower = a_borrower()
    return Phone(store, replace(borrower, case=replace(borrower.case, lender_ref="HP-2026000123")))


def prove(phone, *, last4="4421", sid=SID):
    return tells(phone, reference(phone), "March 9 1975", last4, sid=sid)


def test_a_known_number_is_talked_with_and_hears_nothing_of_the_debt(phone):
    script = conversing(phone.calls_us())
    assert not any(word in script.opening.lower() for word in DEBT)
    assert phone.borrower.person.name not in script.opening
    answer = phone.says_aloud("what do I owe")
    assert "1,400" not in answer.text
    assert phone.carrier.sent[0][0].in_call


def test_the_carrier_that_asks_twice_opens_one_conversation(phone):
    first, second = conversing(phone.calls_us()), conversing(phone.calls_us())
    assert first.outreach_id == second.outreach_id
    assert len(phone.carrier.sent) == 1
    assert open_line(phone.desk, second.token).outreach_id == second.outreach_id


def test_a_call_to_us_is_a_conversation_of_theirs_and_no_attempt_of_ours(phone):
    conversing(phone.calls_us())
    with phone.store.read() as tx:
        assert attempts_with(tx, phone.borrower.person.id, phone.clock.now()) == ()
    phone.says_aloud("who is this")
    with phone.store.read() as tx:
        [made] = attempts_with(tx, phone.borrower.person.id, phone.clock.now())
    assert (made.channel, made.by_us, made.talked) == (Channel.VOICE, False, True)


def test_who_is_stopped_is_answered_when_they_call(phone):
    phone.says("please stop texting me")
    phone.clock.move(minutes=5)
    assert isinstance(phone.calls_us(), Converse)


def test_who_has_an_attorney_is_told_nothing_of_the_debt(phone):
    with phone.store.write() as tx:
        consents.append_status(
            tx, phone.borrower.person.id, SpecialStatus.ATTORNEY, raised=True, key="s1",
            at=phone.clock.now(), by="lender",
        )  # fmt: skip
    script = phone.calls_us()
    if isinstance(script, Converse):
        said = [phone.says_aloud(text).text for text in ("what do I owe", "03/09/1975 4421")]
        assert not any("1,400" in text for text in said)
    else:
        assert isinstance(script, Closed)


@pytest.mark.parametrize("caller", [UNKNOWN, "anonymous", ""])
def test_an_unknown_number_is_asked_who_it_is(phone, caller):
    script = identifying(phone, caller)
    assert phone.borrower.case.lender not in script.opening
    assert open_line(phone.desk, script.token).outreach_id is None
    assert hear(phone.desk, phone.call_id, "1", "what do I owe") is None


def test_of_several_at_one_number_nobody_is_assumed(phone):
    other = replace(phone.borrower.person, id=PersonId("person-other"), name="Other Example")
    point = replace(phone.borrower.point, id=ContactPointId("point-other"), person_id=other.id)
    with phone.store.write() as tx:
        people.save_person(tx, other)
        people.save_contact_point(tx, point)
    identifying(phone, phone.borrower.point.address)
    assert isinstance(prove(phone)[-1], Converse)


def test_all_three_right_one_by_one_open_the_conversation_of_that_person(phone):
    identifying(phone)
    birth, last4, known = prove(phone)
    assert (type(birth), type(last4)) == (Asked, Asked)
    assert birth.words != last4.words
    conversing(known)
    talk_id = phone.call().conversation_id
    with phone.store.read() as tx:
        assert conversations.load(tx, talk_id).person_id == phone.borrower.person.id
        assert tx.execute(sa.select(call_table.c.claims)).scalar_one() is None
    assert phone.says_aloud("what do I owe").outreach_id is not None
    assert any("1,400" in body or "thousand" in body for _, body in phone.carrier.sent)


def test_who_is_known_now_hears_each_disclosure_once(phone):
    identifying(phone)
    words = conversing(prove(phone)[-1]).opening
    assert words.count("automated AI assistant") == words.count("may be recorded") == 1


def test_the_last_utterance_repeated_opens_nothing_twice(phone):
    identifying(phone)
    tells(phone, reference(phone), "March 9 1975")
    first = identify_caller(phone.desk, phone.call_id, "last", "4421")
    again = identify_caller(phone.desk, phone.call_id, "last", "4421")
    assert (first.outreach_id, first.opening) == (again.outreach_id, again.opening)
    with phone.store.read() as tx:
        assert len(identity.attempts_of(tx, phone.borrower.person.id)) == 1


@pytest.mark.parametrize("wrong", [{"last4": "4422"}])
def test_wrong_answers_disclose_nothing_and_are_limited(phone, wrong):
    identifying(phone)
    for _ in range(2):
        *_, again = prove(phone, **wrong)
        assert isinstance(again, Asked)
    *_, failed = prove(phone, **wrong)
    assert isinstance(failed, Closed)
    with phone.store.read() as tx:
        assert len(identity.attempts_of(tx, phone.borrower.person.id)) == 3
    phone.calls_us("CA" + "6" * 32, UNKNOWN)
    assert not isinstance(prove(phone, sid="CA" + "6" * 32)[-1], Converse)


def test_a_loan_that_is_not_there_and_a_wrong_birth_date_sound_the_same(phone):
    identifying(phone)
    one = tells(phone, "HP-2026999999", "March 9 1975", "4421")
    other = tells(phone, reference(phone), "March 10 1975", "4421")
    assert one == other


def test_whoever_says_nothing_of_themselves_is_not_listened_to_for_ever(phone):
    identifying(phone)
    said = tells(phone, *["what?"] * 15)
    assert all(isinstance(each, Asked) for each in said[:14])
    assert isinstance(said[14], Closed)


def test_a_call_that_is_over_is_answered_by_nothing(phone):
    conversing(phone.calls_us())
    phone.reports(None, "completed")
    assert phone.call().state is CallState.ENDED
    assert phone.calls_us() == Silent()


def books(phone, at):
    with phone.store.write() as tx:
        return booked(tx, phone.desk, calls.load(tx, phone.call_id), at)


def test_a_call_back_is_booked_at_the_hour_they_asked_for(store):
    phone = Phone(store)
    conversing(phone.calls_us())
    phone.says_aloud("who is this")
    at = phone.clock.now().replace(second=0) + timedelta(hours=3)
    assert books(phone, at) == at
    assert books(phone, at + timedelta(hours=1)) == at
    with store.read() as tx:
        row = tx.execute(sa.select(outreach).where(outreach.c.purpose == "callback")).one()
        assert calls.callback_asked_at(tx, phone.borrower.case.id) == phone.clock.now()
    assert (row.channel, row.carrier, row.state) == ("voice", "call", "due")


def test_the_transcript_of_a_call_back_names_its_own_first_words(store):
    phone = Phone(store)
    conversing(phone.calls_us())
    phone.says_aloud("who is this")
    books(phone, phone.clock.now() + timedelta(hours=3))
    phone.clock.move(hours=3)
    row_id, sid = f"outreach-{phone.call_id}-callback", "CA" + "6" * 32
    dispatch(phone.desk, phone.app.messengers, row_id)
    conversing(answer_call(phone.desk, row_id, sid, AnsweredBy.HUMAN))
    with store.read() as tx:
        (opening,) = conversations.turns_of(tx, phone.call(sid).conversation_id)
    assert opening.templates == ("call.callback",)


def test_after_hours_a_call_back_waits_for_a_lawful_hour(store):
    phone = Phone(store)
    phone.clock.move(hours=11)  # 23:00 in New York
    conversing(phone.calls_us())
    phone.says_aloud("who is this")
    hour = books(phone, phone.clock.now())
    assert hour is not None
    assert hour > phone.clock.now() + timedelta(hours=8)


def test_who_asks_for_an_unlawful_hour_is_promised_the_one_at_which_we_shall_call(store):
    phone = Phone(store)
    conversing(phone.calls_us())
    phone.says_aloud("who is this")
    noon = phone.clock.now().replace(second=0)  # in New York
    assert books(phone, noon + timedelta(hours=17)) == noon + timedelta(hours=20)
    phone.clock.move(hours=20)
    dispatch(phone.desk, phone.app.messengers, f"outreach-{phone.call_id}-callback")
    assert phone.state_of(f"outreach-{phone.call_id}-callback") is OutreachState.SENT


def test_without_consent_to_calls_a_person_must_call_back(phone):
    conversing(phone.calls_us())
    phone.says_aloud("who is this")
    assert books(phone, phone.clock.now()) is None
    with phone.store.read() as tx:
        row_id = f"outreach-{phone.call_id}-callback"
        assert outreach_rows.load(tx, row_id).state is OutreachState.REFUSED
