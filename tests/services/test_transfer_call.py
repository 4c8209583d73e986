"""A call goes to a person: connected, called back, or left to the queue; who was not reached still waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Closed, Ends, Silent, Transfer
from arrears.domain.times import local, nameable
from arrears.phone.calling import AGENTS as HOLDER
from arrears.services import take_over
from arrears.services.transfer_call import Reached, person_takes, transfer_call, transfer_ended, whisper
from arrears.store import conversations, handovers
from arrears.store.tables.contact import outreach
from tests.builders.console import save_user
from tests.builders.office import AGENTS, Office
from tests.builders.phone import who_may_be_called
from tests.builders.store import a_borrower

MY_DEBT = ("1,", "$", "debt", "loan", "owe")


@pytest.fixture
def office(store):
    return Office(store)


def talk_of(office):
    with office.store.read() as tx:
        return conversations.load(tx, office.call().conversation_id)


def waiting(office):
    with office.store.read() as tx:
        return handovers.waiting_for(tx, office.call().conversation_id)


def callback_of(office):
    with office.store.read() as tx:
        return tx.execute(sa.select(outreach).where(outreach.c.purpose == "callback")).one_or_none()


def asks(office):
    answer = office.says_aloud("I want to talk to a person")
    assert answer.ends is Ends.PERSON
    return answer


def test_who_asks_for_a_person_is_connected_at_once_and_the_agent_falls_silent(office):
    office.calls_us()
    assert "connecting you with a person" in asks(office).text
    assert transfer_call(office.desk, office.call_id) == Transfer(
        office.call_id, AGENTS, "", office.borrower.person.language
    )
    assert talk_of(office).taken_over_by == HOLDER
    assert waiting(office).claimed_by == HOLDER
    assert office.says_aloud("what do I owe").text == ""
    # The webhook may be repeated.
    assert isinstance(transfer_call(office.desk, office.call_id), Transfer)


def test_who_did_not_ask_for_a_person_is_told_that_one_is_being_connected(office):
    office.calls_us()
    answers = [office.says_aloud("03/09/1976 4421") for _ in range(3)]
    assert answers[-1].ends is Ends.PERSON
    assert "connecting you" in transfer_call(office.desk, office.call_id).words
    assert waiting(office).reason == "identity"
    assert "asked for a person" not in whisper(office.desk, office.call_id).words


def test_the_person_hears_the_loan_what_is_proved_and_what_was_asked_and_nothing_more(office):
    office.proves()
    asks(office)
    transfer_call(office.desk, office.call_id)
    words = whisper(office.desk, office.call_id).words
    assert "have proved who they are" in words
    assert "asked for a person" in words
    assert office.borrower.person.name not in words
    assert not [word for word in MY_DEBT if word in words.lower()]


def test_a_caller_who_has_not_proved_who_they_are_is_told_of_as_such(office):
    office.calls_us()
    asks(office)
    assert "have not proved" in whisper(office.desk, office.call_id).words


def test_a_person_who_takes_the_call_ends_the_waiting_and_holds_it_until_its_end(office):
    office.calls_us()
    asks(office)
    transfer_call(office.desk, office.call_id)
    assert person_takes(office.desk, office.call_id)
    assert not person_takes(office.desk, office.call_id)
    assert waiting(office) is None
    assert talk_of(office).taken_over_by == HOLDER
    assert transfer_ended(office.desk, office.call_id, Reached.TALKED) == Silent()
    assert talk_of(office).taken_over_by is None


def test_when_nobody_takes_it_a_call_back_is_booked_said_and_they_wait_in_the_queue(office):
    office.calls_us()
    asks(office)
    transfer_call(office.desk, office.call_id)
    script = transfer_ended(office.desk, office.call_id, Reached.NOBODY)
    assert isinstance(script, Closed)
    assert "nobody was free" in script.words
    minutes = office.desk.policy.staff.home.answer_minutes
    earliest = office.clock.now() + timedelta(minutes=minutes)
    assert callback_of(office).due_at == nameable(earliest, "America/New_York")
    assert talk_of(office).taken_over_by is None
    assert waiting(office).claimed_by is None


def test_a_call_that_ends_while_it_rings_at_ours_leaves_them_in_the_queue(office):
    office.calls_us()
    asks(office)
    transfer_call(office.desk, office.call_id)
    office.reports(None, "completed")
    assert talk_of(office).taken_over_by is None
    assert waiting(office).claimed_by is None
    assert transfer_ended(office.desk, office.call_id, Reached.NOBODY) == Silent()
    assert callback_of(office) is None


def test_after_hours_a_call_back_is_booked_for_when_people_are_there(office):
    office.clock.move(hours=8)  # 20:00 in New York
    office.calls_us()
    answer = asks(office)
    assert "connecting" not in answer.text
    assert "after nine" not in answer.text  # the hour is said once, with the booking
    script = transfer_call(office.desk, office.call_id)
    assert isinstance(script, Closed)
    wall = local(callback_of(office).due_at, "America/New_York")
    assert (wall.day, wall.hour) == (3, 9)
    assert "nine" in script.words
    assert talk_of(office).taken_over_by is None
    assert waiting(office) is not None


def test_without_consent_to_calls_a_person_gets_back_and_no_call_is_promised(store):
    office = Office(store, a_borrower())
    office.clock.move(hours=8)
    office.calls_us()
    asks(office)
    script = transfer_call(office.desk, office.call_id)
    assert "a person will get back to you" in script.words
    assert "call you back" not in script.words


def test_who_waited_in_vain_hears_that_nobody_was_free_though_no_call_is_promised(store):
    office = Office(store, a_borrower())
    office.calls_us()
    asks(office)
    transfer_call(office.desk, office.call_id)
    words = transfer_ended(office.desk, office.call_id, Reached.NOBODY).words
    assert words.startswith("I am sorry, nobody was free to take your call. A person will get back to you")


@pytest.mark.parametrize("hours", [0, 8])
def test_who_spoke_of_harming_themselves_is_not_left_with_a_goodbye_where_nobody_comes(store, hours):
    office = Office(store)
    office.dialogue.intents["I don't want to live any more"] = "self_harm"
    office.clock.move(hours=hours)
    office.calls_us()
    answer = office.says_aloud("I don't want to live any more")
    assert not answer.text.endswith("?")  # nobody would wait for the answer
    script = transfer_call(office.desk, office.call_id)
    if isinstance(script, Transfer):
        script = transfer_ended(office.desk, office.call_id, Reached.NOBODY)
    assert "call or text nine eight eight now" in script.words
    assert "Goodbye" not in script.words
    assert callback_of(office) is None or callback_of(office).state == "refused"


def test_without_a_number_of_ours_the_queue_is_all_there_is(store):
    office = Office(store, agents=None)
    office.calls_us()
    asks(office)
    script = transfer_call(office.desk, office.call_id)
    assert "within thirty minutes" in script.words
    assert callback_of(office) is None
    assert waiting(office) is not None


def test_a_caller_whom_nobody_knows_is_connected_without_a_conversation(office):
    office.calls_us(caller="+12125550177")
    script = transfer_call(office.desk, office.call_id)
    assert isinstance(script, Transfer)
    assert "connecting" in script.words
    assert "not said who they are" in whisper(office.desk, office.call_id).words
    assert isinstance(transfer_ended(office.desk, office.call_id, Reached.NOBODY), Closed)


def test_a_conversation_that_a_supervisor_holds_is_not_taken_from_them(office):
    office.calls_us()
    asks(office)
    user = save_user(office.store, "mei")
    assert take_over.claim(office.desk, talk_of(office).id, user)
    assert isinstance(transfer_call(office.desk, office.call_id), Closed)
    assert talk_of(office).taken_over_by == user.id


def test_a_call_that_is_over_is_not_connected(office):
    office.calls_us()
    asks(office)
    office.reports(None, "completed")
    assert transfer_call(office.desk, office.call_id) == Silent()


def test_in_chinese_the_words_are_chinese(store):
    borrower = a_borrower()
    person = replace(borrower.person, language="zh")
    office = Office(store, replace(borrower, person=person), agents=None)
    office.calls_us()
    office.dialogue.intents["转人工"] = "request_human"
    office.says_aloud("转人工")
    assert "工作人员" in transfer_call(office.desk, office.call_id).words


LEADS_TO_A_PERSON = {
    "who they are was not confirmed": ["03/09/1976 4421"] * 3,
    "nothing was understood": ["gibberish"] * 3,
    "they are upset": ["insult"] * 2,
    "another language": ["habla español"],
}


@pytest.mark.parametrize("said", LEADS_TO_A_PERSON.values(), ids=LEADS_TO_A_PERSON)
@pytest.mark.parametrize("hours", [0, 9], ids=["while people are there", "after hours"])
def test_who_is_passed_to_a_person_hears_what_really_happens_and_no_time_that_does_not_hold(
    store, said, hours
):
    office = Office(store, who_may_be_called())
    labels = {"gibberish": "out_of_scope", "insult": "abusive", "habla español": "language_switch"}
    office.dialogue.intents = office.dialogue.intents | labels
    office.clock.move(hours=hours)
    office.calls_us()
    answers = [office.says_aloud(text) for text in said]
    assert answers[-1].ends is Ends.PERSON
    follows = transfer_call(office.desk, office.call_id)
    assert isinstance(follows, Closed if hours else Transfer)
    whole = f"{answers[-1].text} {follows.words}"
    assert "minutes" not in whole
    assert ("We will call you back at" if hours else "connecting you with a person") in whole
