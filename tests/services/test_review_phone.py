"""What a hostile caller, a crash at the wrong moment or a slow carrier must not bring about on the phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import Asked, Closed, Ends, Identify
from arrears.domain.calls import AnsweredBy
from arrears.domain.compliance.facts import ConsentAction
from arrears.domain.ids import ContactPointId, PersonId
from arrears.ports import RecorderFailedError
from arrears.services.answer_call import answer_call
from arrears.services.hear_call import hear, mark_heard, spoken_answer
from arrears.services.identify_caller import WRONG_A_NUMBER, identify_caller
from arrears.services.record_audio import pause_for_card
from arrears.services.take_card import begin_card
from arrears.store import calls, consents, people
from arrears.store.tables.calls import calls as call_table
from gateway.turns import take_turn
from tests.builders.office import Office
from tests.builders.phone import SID, Phone, conversing

UNKNOWN = "+12125550177"
CLOSE_TO_NINE = timedelta(hours=8, minutes=58)  # the clock begins at noon in New York


@pytest.fixture
def office(store):
    return Office(store)


def shared(phone):
    """Somebody else has the same number: who calls from it must say who they are."""
    other = replace(phone.borrower.person, id=PersonId("person-other"), name="Other Example")
    point = replace(phone.borrower.point, id=ContactPointId("point-other"), person_id=other.id)
    with phone.store.write() as tx:
        people.save_person(tx, other)
        people.save_contact_point(tx, point)
    return point


def withdrawn(phone, point_id):
    with phone.store.read() as tx:
        entries = consents.consents_for(tx, point_id)
    return {entry.channel for entry in entries if entry.action is ConsentAction.WITHDRAWN}


@pytest.mark.parametrize("text", ["Stop calling me.", "stop", "别再给我打电话了"])
def test_a_stop_from_a_number_of_several_holds_for_each_of_them(store, text):
    phone = Phone(store)
    other = shared(phone)
    assert isinstance(phone.calls_us(), Identify)
    for _ in range(2):  # the carrier may repeat itself
        assert isinstance(identify_caller(phone.desk, phone.call_id, "1", text), Closed)
    assert withdrawn(phone, phone.borrower.point.id)
    assert withdrawn(phone, other.id)


def test_a_stop_from_a_number_that_nobody_has_ends_the_call_and_sounds_the_same(store):
    phone = Phone(store)
    phone.calls_us(caller=UNKNOWN)
    unknown = identify_caller(phone.desk, phone.call_id, "1", "stop calling me")
    shared(phone)
    phone.calls_us("CA" + "6" * 32)
    assert identify_caller(phone.desk, "call-CA" + "6" * 32, "1", "stop calling me") == unknown
    assert withdrawn(phone, phone.borrower.point.id)


@pytest.mark.parametrize("text", ["I want to talk to a person.", "operator", "我要找人工客服。", "转人工"])
def test_whoever_has_not_said_who_they_are_gets_a_person_too(store, text):
    phone = Phone(store)
    phone.calls_us(caller=UNKNOWN)
    assert identify_caller(phone.desk, phone.call_id, "1", text) is Ends.PERSON


@pytest.mark.parametrize(
    ("text", "named"), [("I want to kill myself", "nine eight eight"), ("我不想活了", "一二三五六")]
)
def test_help_is_named_to_a_caller_in_despair_before_anyone_knows_who_it_is(store, text, named):
    phone = Phone(store)
    phone.calls_us(caller=UNKNOWN)
    following = identify_caller(phone.desk, phone.call_id, "1", text)
    assert isinstance(following, Asked)
    assert named in following.words


def test_one_number_may_guess_so_often_a_day_however_many_calls_it_makes(store):
    phone = Phone(store)
    right = (phone.borrower.case.lender_ref, "March 9 1975", "4421")
    outcomes = []
    for number in range(WRONG_A_NUMBER // 3 + 1):
        sid = f"CA{number:032d}"
        phone.calls_us(sid, UNKNOWN)
        told = [
            identify_caller(phone.desk, f"call-{sid}", f"{guess}-{part}", text)
            for guess in range(3)
            for part, text in enumerate(("HP-2026999999", "March 9 1975", "4421"))
        ]
        outcomes.append(type(told[0]))
        phone.reports(None, "completed", sid)
    assert outcomes == [Asked] * (WRONG_A_NUMBER // 3) + [Closed]
    phone.calls_us(SID, UNKNOWN)
    assert [type(identify_caller(phone.desk, phone.call_id, text, text)) for text in right] == [Closed] * 3
    phone.clock.move(hours=25)
    phone.calls_us("CA" + "7" * 32, UNKNOWN)
    assert isinstance(identify_caller(phone.desk, "call-CA" + "7" * 32, "1", right[0]), Asked)


def test_what_a_caller_said_of_themselves_is_forgotten_with_the_call(store):
    phone = Phone(store)
    phone.calls_us(caller=UNKNOWN)
    identify_caller(phone.desk, phone.call_id, "1", "HP-2026999999")
    identify_caller(phone.desk, phone.call_id, "2", "March 9 1975")
    phone.reports(None, "completed")
    with store.read() as tx:
        assert "1975" not in str(tx.execute(sa.select(call_table.c.claims)).scalar_one())


@pytest.mark.parametrize("text", ["please stop texting and calling me", "I have a lawyer"])
def test_a_stop_that_comes_while_it_rings_is_heeded_before_a_word_is_spoken(store, text):
    phone = Phone(store, sayings={"I have a lawyer": "attorney_represented"})
    outreach_id = phone.rings()
    phone.says(text)
    script = answer_call(phone.desk, outreach_id, SID, AnsweredBy.HUMAN)
    assert isinstance(script, Closed), script
    assert phone.borrower.person.name not in script.words


@pytest.mark.parametrize(("minutes", "closed"), [(1, False), (3, True)])
def test_a_call_that_is_answered_after_the_lawful_hours_is_closed_with_neutral_words(store, minutes, closed):
    phone = Phone(store)
    phone.clock.move(seconds=CLOSE_TO_NINE.total_seconds())
    outreach_id = phone.rings()
    assert phone.carrier.sent
    phone.clock.move(minutes=minutes)
    script = answer_call(phone.desk, outreach_id, SID, AnsweredBy.HUMAN)
    assert isinstance(script, Closed) is closed, script
    # The carrier asks again: the same once more.
    assert isinstance(answer_call(phone.desk, outreach_id, SID, AnsweredBy.HUMAN), Closed) is closed


def test_a_yes_to_an_amount_that_was_not_heard_charges_no_card(office):
    office.proves()
    answer = office.says_aloud("I want to pay $90 now")
    mark_heard(office.desk, answer.outreach_id, "I can take")
    again = office.says_aloud("yes")
    assert again.ends is None
    assert "ninety dollars" in again.text
    assert begin_card(office.desk, office.call_id) is None
    assert office.says_aloud("yes").ends is Ends.PAY


def test_a_yes_said_before_the_amount_was_read_back_charges_no_card(office):
    office.proves()
    wish = hear(office.desk, office.call_id, "w", "I want to pay $90 now")
    yes = hear(office.desk, office.call_id, "y", "yes")  # in the same breath
    office.clock.move(seconds=2)
    take_turn(office.app, wish)
    take_turn(office.app, yes)
    again = spoken_answer(office.desk, office.call_id, yes)
    assert again.ends is None
    assert "ninety dollars" in again.text
    assert begin_card(office.desk, office.call_id) is None
    assert office.says_aloud("yes").ends is Ends.PAY


def test_a_recording_whose_name_was_lost_is_paused_for_a_card_too(office):
    office.recorder.fails.add("start")
    office.proves()
    office.follows()
    office.recorder.fails.clear()
    pause_for_card(office.desk, office.recorder, office.call_id)
    assert office.recorder.asked[-1] == ("pause", None)


def test_a_recording_of_which_nothing_is_known_and_that_cannot_be_paused_forbids_a_card(office):
    office.recorder.fails |= {"start", "pause"}
    office.proves()
    office.follows()
    with pytest.raises(RecorderFailedError):
        pause_for_card(office.desk, office.recorder, office.call_id)


def test_a_refusal_that_comes_while_the_recording_is_being_begun_ends_it(office):
    office.proves()
    begin = office.recorder.start

    def slow(call_ref):
        office.says_aloud("don't record me")
        assert office.follows() is not None  # asked for, and nothing to be stopped yet
        return begin(call_ref)

    office.recorder.start = slow
    office.follows()
    assert office.recorder.asked[-1][0] == "stop"


def test_that_somebody_spoke_is_written_down_also_where_the_first_try_was_cut_off(store, monkeypatch):
    phone = Phone(store)
    conversing(phone.answers())
    save = calls.save
    monkeypatch.setattr(calls, "save", lambda *_: (_ for _ in ()).throw(OSError("database away")))
    with pytest.raises(OSError, match="database away"):
        hear(phone.desk, phone.call_id, "1", "who is this")
    monkeypatch.setattr(calls, "save", save)
    assert hear(phone.desk, phone.call_id, "1", "who is this") is not None
    assert phone.call().talked
