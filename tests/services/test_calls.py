"""A call from its first ring to its outcome."""

from dataclasses import replace

import pytest

from arrears.domain.call_scripts import Closed, Converse, Ends, Silent
from arrears.domain.calls import AnsweredBy, CallState
from arrears.domain.compliance.decision import Granted
from arrears.domain.conversations import Speaker
from arrears.domain.outreach import CallOutcome, OutreachState
from arrears.domain.people import Channel
from arrears.services.answer_call import answer_call
from arrears.services.dispatch_outreach import dispatch, give_up_lost
from arrears.services.hear_call import hear, mark_heard, spoken_answer, words_of_key
from arrears.services.record_call import end_silent_calls, hang_up
from arrears.services.resume_call import open_line, resume_call
from arrears.store import calls, consents, conversations
from arrears.store import outreach as outreach_rows
from arrears.store.attempts import attempts_with
from arrears.store.tables.contact import outreach
from tests.builders.phone import SID, Phone, conversing
from tests.builders.store import a_borrower

DEBT = ("debt", "loan", "owe", "$", "1,400", "balance", "overdue", "pay")


def row_of(phone, outreach_id):
    with phone.store.read() as tx:
        return tx.execute(outreach.select().where(outreach.c.id == outreach_id)).one()


def transcript(phone):
    with phone.store.read() as tx:
        return conversations.turns_of(tx, phone.call().conversation_id)


def test_a_call_is_placed_only_with_a_permit_and_its_words_say_nothing_of_a_debt(store):
    phone = Phone(store)
    row = phone.plan_call()
    assert isinstance(dispatch(phone.desk, phone.app.messengers, row.id), Granted)
    permit, words = phone.carrier.sent[0]
    assert (permit.channel, permit.destination) == (Channel.VOICE, phone.borrower.point.address)
    assert not permit.in_call
    assert phone.borrower.person.name in words
    assert not any(word in words.lower() for word in DEBT)


def test_without_consent_to_calls_no_machine_calls_a_mobile(store):
    phone = Phone(store, a_borrower())
    row = phone.plan_call()
    dispatch(phone.desk, phone.app.messengers, row.id)
    assert phone.carrier.sent == []
    assert phone.state_of(row.id) is OutreachState.REFUSED


@pytest.mark.parametrize("by", [AnsweredBy.HUMAN, AnsweredBy.UNKNOWN, None])
def test_a_person_who_answers_is_talked_with_and_the_opening_begins_the_transcript(store, by):
    phone = Phone(store)
    script = conversing(phone.answers(by))
    [opening] = transcript(phone)
    assert opening.text == script.opening == phone.carrier.sent[0][1]
    assert (opening.speaker, opening.outreach_id) == (Speaker.BOT, script.outreach_id)
    assert phone.call().state is CallState.ANSWERED


def test_nothing_of_the_debt_is_said_before_the_proof_and_the_balance_after_it(store):
    phone = Phone(store)
    conversing(phone.answers())
    before = phone.says_aloud("what do I owe")
    assert not any(word in before.text.lower() for word in ("$", "1,400"))
    after = phone.says_aloud("03/09/1975 4421")
    assert after.outreach_id is not None
    assert "1,400" in after.text or "fourteen hundred" in after.text or "one thousand" in after.text
    assert len(transcript(phone)) == 5


def test_an_answer_within_the_call_dials_nobody(store):
    phone = Phone(store)
    conversing(phone.answers())
    phone.says_aloud("who is this")
    assert [permit.in_call for permit, _ in phone.carrier.sent] == [False, True]


def test_the_same_utterance_is_one_message(store):
    phone = Phone(store)
    conversing(phone.answers())
    first = phone.says_aloud("who is this", key="1")
    again = phone.says_aloud("who is this", key="1")
    assert first.outreach_id == again.outreach_id
    assert len(transcript(phone)) == 3


@pytest.mark.parametrize("text", ["", "   "])
def test_silence_is_no_message(store, text):
    phone = Phone(store)
    conversing(phone.answers())
    assert hear(phone.desk, phone.call_id, "1", text) is None
    assert not phone.call().talked


@pytest.mark.parametrize(
    ("by", "outcome"),
    [(AnsweredBy.MACHINE, "no_message"), (AnsweredBy.BEEP, "no_message"), (AnsweredBy.FAX, "unanswered")],
)
def test_a_machine_hears_nothing_from_a_machine(store, by, outcome):
    phone = Phone(store)
    assert phone.answers(by) == Silent()
    outreach_id = phone.call().outreach_id
    phone.reports(outreach_id, "completed")
    assert row_of(phone, outreach_id).call_outcome == outcome
    assert phone.call().conversation_id is None


def test_the_carrier_that_asks_twice_gets_the_same_call_and_either_line_opens_once(store):
    phone = Phone(store)
    first = conversing(phone.answers())
    second = conversing(answer_call(phone.desk, first.outreach_id, SID, AnsweredBy.HUMAN))
    assert len(transcript(phone)) == 1
    opened = open_line(phone.desk, first.token)
    assert (opened.call_id, opened.opening, opened.outreach_id) == (
        phone.call_id,
        first.opening,
        first.outreach_id,
    )
    assert open_line(phone.desk, first.token) is None
    assert open_line(phone.desk, second.token) is None
    assert open_line(phone.desk, "x" * 32) is None


@pytest.mark.parametrize(
    ("statuses", "outcome", "state"),
    [
        (["no-answer"], CallOutcome.UNANSWERED, OutreachState.UNDELIVERED),
        (["busy"], CallOutcome.DECLINED, OutreachState.UNDELIVERED),
        (["failed"], CallOutcome.UNANSWERED, OutreachState.UNDELIVERED),
        (["in-progress", "completed"], CallOutcome.DROPPED, OutreachState.DELIVERED),
        (["completed", "in-progress", "ringing", "completed"], CallOutcome.DROPPED, OutreachState.DELIVERED),
    ],
)
def test_reports_in_any_order_give_one_outcome(store, statuses, outcome, state):
    phone = Phone(store)
    outreach_id = phone.rings()
    for status in [*statuses, *statuses]:
        phone.reports(outreach_id, status)
    row = row_of(phone, outreach_id)
    assert (row.call_outcome, row.state) == (outcome, state)


def test_busy_before_it_rang_reached_nobody(store):
    phone = Phone(store)
    row = phone.plan_call()
    dispatch(phone.desk, phone.app.messengers, row.id)
    phone.reports(row.id, "busy")
    assert row_of(phone, row.id).call_outcome == CallOutcome.BUSY


def test_reports_that_nobody_can_place_change_nothing(store):
    phone = Phone(store)
    outreach_id = phone.rings()
    assert not phone.reports("outreach-of-nobody", "ringing")
    assert not phone.reports(outreach_id, "levitating")
    assert not phone.reports(None, "completed", "CA" + "9" * 32)


def test_a_call_however_much_is_said_counts_once(store):
    phone = Phone(store)
    outreach_id = conversing(phone.answers()).outreach_id
    for text in ("who is this", "03/09/1975 4421", "what do I owe"):
        phone.says_aloud(text)
    phone.reports(outreach_id, "completed")
    with store.read() as tx:
        made = attempts_with(tx, phone.borrower.person.id, phone.clock.now())
    assert [(each.channel, each.outcome) for each in made] == [(Channel.VOICE, CallOutcome.TALKED)]


def test_a_call_that_was_lost_in_a_crash_is_repaired_by_its_reports(store):
    phone = Phone(store)
    row = phone.plan_call()

    class CrashError(Exception):
        pass

    def crash(_permit):
        raise CrashError

    phone.carrier.before_answering = crash
    with pytest.raises(CrashError):
        dispatch(phone.desk, phone.app.messengers, row.id)
    phone.machine_clock.move(minutes=3)
    assert give_up_lost(phone.desk) == 1
    assert phone.state_of(row.id) is OutreachState.UNKNOWN
    phone.reports(row.id, "ringing")
    assert phone.state_of(row.id) is OutreachState.SENT
    phone.reports(row.id, "no-answer")
    assert row_of(phone, row.id).call_outcome == CallOutcome.UNANSWERED


def test_a_call_whose_end_is_never_reported_is_closed_and_a_late_report_still_counts(store):
    phone = Phone(store)
    outreach_id = phone.rings()
    phone.machine_clock.move(minutes=95)
    assert end_silent_calls(phone.desk) == 0
    phone.machine_clock.move(minutes=1)
    assert end_silent_calls(phone.desk) == 1
    assert end_silent_calls(phone.desk) == 0
    assert phone.call().state is CallState.ENDED
    assert row_of(phone, outreach_id).call_outcome is None
    phone.reports(outreach_id, "no-answer")
    assert row_of(phone, outreach_id).call_outcome == CallOutcome.UNANSWERED


def test_who_answers_after_the_call_is_over_is_not_talked_with(store):
    phone = Phone(store)
    outreach_id = phone.rings()
    phone.reports(outreach_id, "no-answer")
    assert answer_call(phone.desk, outreach_id, SID, AnsweredBy.HUMAN) == Silent()


@pytest.mark.parametrize(
    ("text", "texts_too"),
    [
        ("stop calling me", False),
        ("can you text me instead of calling next time", False),
        ("please stop texting me", True),
        ("不要再给我打电话", False),
    ],
)
def test_a_stop_said_aloud_ends_calls_is_confirmed_once_and_ends_the_call(store, text, texts_too):
    phone = Phone(store, sayings={text: "stop_texts"})
    conversing(phone.answers())
    answer = phone.says_aloud(text)
    assert answer.outreach_id is not None
    assert "automated voice will not call" in answer.text
    assert ("text" in answer.text) is texts_too
    assert answer.ends is Ends.GOODBYE
    again = replace(phone.plan_call(), id="outreach-next")
    with store.write() as tx:
        outreach_rows.plan(tx, again)
    dispatch(phone.desk, phone.app.messengers, again.id)
    assert phone.state_of(again.id) is OutreachState.REFUSED


@pytest.mark.parametrize(("digit", "ends"), [("9", Ends.GOODBYE), ("0", Ends.PERSON)])
def test_keys_are_heard_like_words(store, digit, ends):
    phone = Phone(store)
    words = words_of_key(phone.desk, phone.borrower.person.language, digit)
    phone.dialogue.intents |= {words: "stop_texts" if digit == "9" else "request_human"}
    conversing(phone.answers())
    assert phone.says_aloud(words).ends is ends


def test_other_keys_mean_nothing_by_themselves(store):
    phone = Phone(store)
    assert words_of_key(phone.desk, phone.borrower.person.language, "5") is None


def test_a_stop_by_voice_is_in_the_ledger_as_one(store):
    phone = Phone(store, sayings={"stop calling me": "stop_texts"})
    conversing(phone.answers())
    phone.says_aloud("stop calling me")
    with store.read() as tx:
        last = consents.consents_of(tx, phone.borrower.person.id)[-1]
    assert (last.channel, last.how) == (Channel.VOICE, "voice")


def test_only_what_was_heard_is_in_the_transcript_and_disclosures_cut_off_are_owed_again(store):
    phone = Phone(store)
    script = conversing(phone.answers())
    mark_heard(phone.desk, script.outreach_id, "Hello, this is")
    [opening] = transcript(phone)
    assert (opening.received, opening.text) == ("Hello, this is", script.opening)
    assert row_of(phone, script.outreach_id).delivers == []
    answer = phone.says_aloud("who is this")
    assert "recorded" in answer.text
    mark_heard(phone.desk, script.outreach_id, script.opening)
    assert transcript(phone)[0].received == script.opening


def test_an_utterance_that_waits_has_no_answer_yet(store):
    phone = Phone(store)
    conversing(phone.answers())
    message_id = hear(phone.desk, phone.call_id, "1", "who is this")
    assert spoken_answer(phone.desk, phone.call_id, message_id) is None


def test_a_line_that_was_cut_goes_on_with_the_same_conversation(store):
    phone = Phone(store)
    script = conversing(phone.answers())
    phone.says_aloud("who is this")
    back = conversing(phone.resumes())
    assert back.token != script.token
    assert back.opening != script.opening
    assert open_line(phone.desk, back.token).outreach_id == back.outreach_id
    assert len({phone.call().conversation_id}) == 1
    assert phone.call().resumed == 1


def test_a_line_cut_before_anybody_spoke_begins_again(store):
    phone = Phone(store)
    script = conversing(phone.answers())
    back = conversing(phone.resumes())
    assert (back.opening, back.outreach_id) == (script.opening, script.outreach_id)


def test_a_line_that_keeps_breaking_is_given_up(store):
    phone = Phone(store)
    conversing(phone.answers())
    for _ in range(6):
        assert isinstance(phone.resumes(), Converse)
    assert isinstance(phone.resumes(), Closed)


def test_a_call_that_is_over_is_not_resumed(store):
    phone = Phone(store)
    conversing(phone.answers())
    hang_up(phone.desk, phone.call_id)
    assert resume_call(phone.desk, phone.call_id) == Silent()


def test_a_conversation_that_never_began_to_speak_is_no_answer_of_the_borrower(store):
    phone = Phone(store)
    conversing(phone.answers())
    with store.read() as tx:
        assert not outreach_rows.has_answered(tx, phone.borrower.case.id)
    phone.says_aloud("who is this")
    with store.read() as tx:
        assert outreach_rows.has_answered(tx, phone.borrower.case.id)


def test_a_text_that_waits_for_its_turn_holds_up_no_call(store):
    phone = Phone(store)
    conversing(phone.answers())
    phone.arrives("what do I owe")
    assert phone.says_aloud("who is this") is not None


def test_a_call_is_found_by_its_conversation(store):
    phone = Phone(store)
    conversing(phone.answers())
    with store.read() as tx:
        assert calls.of_conversation(tx, phone.call().conversation_id).id == phone.call_id
