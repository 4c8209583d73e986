"""What a call leaves on an answering machine: a person's own recording where it may be left, else nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from arrears.domain.call_scripts import CallScript, Leave, Silent
from arrears.domain.calls import AnsweredBy
from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.outreach import CallOutcome
from arrears.domain.people import Channel, Language
from arrears.services.answer_call import answer_call
from arrears.services.call_again import call_again
from arrears.store import consents
from arrears.store.attempts import attempts_with
from arrears.store.decisions import stored_between
from arrears.store.evidence import entries_of
from arrears.store.tables.contact import decisions, outreach
from tests.builders.phone import SID, Phone
from tests.builders.voicemails import PERSON, recorded_for, speaking


def left_by(phone: Phone) -> Leave:
    (voicemail,) = phone.desk.policy.voicemails.values()
    return Leave(voicemail.digest)


def reasons(phone: Phone) -> set[str]:
    """Why it was not left."""
    with phone.store.read() as tx:
        made = tx.execute(sa.select(decisions).where(decisions.c.stage == "voicemail")).all()
    return {finding["reason"] for one in made for finding in one.findings if finding["verdict"] == "deny"}


def outcome_after(phone: Phone, script: CallScript, expected: CallScript) -> CallOutcome:
    """What the call counts as, once it is over."""
    assert script == expected
    outreach_id = phone.call().outreach_id
    phone.reports(outreach_id, "completed")
    with phone.store.read() as tx:
        row = tx.execute(outreach.select().where(outreach.c.id == outreach_id)).one()
    return CallOutcome(row.call_outcome)


@pytest.mark.parametrize("language", Language)
def test_after_the_beep_the_recording_is_played_and_the_call_counts_as_a_voicemail(store, language):
    phone = recorded_for(speaking(store, language))
    assert outcome_after(phone, phone.answers(AnsweredBy.BEEP), left_by(phone)) is CallOutcome.VOICEMAIL
    assert phone.call().conversation_id is None
    assert reasons(phone) == set()
    with store.read() as tx:
        (made,) = attempts_with(tx, phone.borrower.person.id, phone.clock.now())
    assert (made.counts, made.outcome) == (True, CallOutcome.VOICEMAIL)


@pytest.mark.parametrize(("by", "planned"), [(AnsweredBy.BEEP, 0), (AnsweredBy.MACHINE, 1)])
def test_a_call_that_left_one_is_not_made_again_and_one_that_could_not_is(store, by, planned):
    phone = recorded_for(Phone(store))
    phone.answers(by)
    phone.reports(phone.call().outreach_id, "completed")
    phone.clock.move(hours=30)
    assert call_again(phone.desk) == planned


def test_what_was_decided_about_it_is_not_decided_again_by_the_words_of_the_call(store):
    phone = recorded_for(Phone(store))
    phone.answers(AnsweredBy.BEEP)
    at = phone.clock.now()
    with store.read() as tx:
        stages = {each.stage for each in stored_between(tx, at - timedelta(days=1), at + timedelta(days=1))}
    assert stages == {"dequeued"}


@pytest.mark.parametrize("by", [AnsweredBy.MACHINE, AnsweredBy.FAX])
def test_a_machine_that_does_not_record_is_played_nothing(store, by):
    phone = recorded_for(Phone(store))
    assert phone.answers(by) == Silent()
    assert not phone.call().left_words


def test_the_carrier_that_asks_twice_is_told_the_same_and_the_evidence_has_it_once(store):
    phone = recorded_for(Phone(store))
    assert phone.answers(AnsweredBy.BEEP) == left_by(phone)
    outreach_id = phone.call().outreach_id
    assert answer_call(phone.desk, outreach_id, SID, AnsweredBy.BEEP) == left_by(phone)
    with store.read() as tx:
        left = [each for each in entries_of(tx, phone.borrower.case.id) if each.kind == "voicemail"]
    assert [each.payload for each in left] == [{"outreach": outreach_id, "sound": left_by(phone).sound}]


def test_without_a_recording_our_own_voice_is_refused_and_nothing_is_left(store):
    phone = Phone(store)
    assert outcome_after(phone, phone.answers(AnsweredBy.BEEP), Silent()) is CallOutcome.NO_MESSAGE
    assert "voicemail_by_machine" in reasons(phone)


def test_in_a_language_without_a_recording_nothing_is_left(store):
    phone = recorded_for(Phone(store))
    (english,) = phone.desk.policy.voicemails.values()
    phone.desk = replace(phone.desk, policy=replace(phone.desk.policy, voicemails={Language.ZH: english}))
    assert outcome_after(phone, phone.answers(AnsweredBy.BEEP), Silent()) is CallOutcome.NO_MESSAGE


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"person": "Bo Example"}, "voicemail_no_person"),
        (
            {"words": f"Hello, this is Another Lender. My name is {PERSON}. Please call me back."},
            "voicemail_no_business",
        ),
    ],
)
def test_a_recording_of_another_person_or_lender_is_not_played(store, changes, reason):
    phone = recorded_for(Phone(store), **changes)
    assert outcome_after(phone, phone.answers(AnsweredBy.BEEP), Silent()) is CallOutcome.NO_MESSAGE
    assert reason in reasons(phone)


def test_a_stop_that_comes_while_it_rings_leaves_nothing(store):
    phone = recorded_for(Phone(store))
    outreach_id = phone.rings()
    stop = Consent(ConsentAction.WITHDRAWN, Channel.SMS, phone.clock.now(), "sms")
    with store.write() as tx:
        consents.append_consent(tx, phone.borrower.point, stop, key="stop", words=None, turn_id=None)
    assert answer_call(phone.desk, outreach_id, SID, AnsweredBy.BEEP) == Silent()
    assert "stop_by_text" in reasons(phone)


def rings_us_back(phone: Phone, sid: str) -> set[bool]:
    """What the decisions about our words on their call knew of it, greeting and answer."""
    phone.calls_us(sid)
    phone.says_aloud("who is this", sid=sid)
    phone.reports(None, "completed", sid)
    with phone.store.read() as tx:
        said = (
            tx.execute(sa.select(decisions.c.facts).order_by(decisions.c.at, decisions.c.id)).scalars().all()
        )
    phone.clock.move(hours=1)
    return {facts["talk"]["first_call_back"] for facts in said[-2:]}


@pytest.mark.parametrize(("by", "first"), [(AnsweredBy.BEEP, True), (AnsweredBy.MACHINE, False)])
def test_the_first_call_back_after_one_is_known_as_that_and_the_second_is_none(store, by, first):
    """The first is the initial communication. Source: comment 18(e)(1)-1 to 12 CFR 1006.18."""
    phone = recorded_for(Phone(store))
    phone.answers(by)
    phone.reports(phone.call().outreach_id, "completed")
    phone.clock.move(hours=1)
    assert rings_us_back(phone, "CA" + "6" * 32) == {first}
    assert rings_us_back(phone, "CA" + "7" * 32) == {False}
