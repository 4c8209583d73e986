"""Calls of a strategy: planned for who may be called, made again while nobody takes them."""

from dataclasses import replace
from datetime import timedelta

import pyarrow as pa
import pytest
import sqlalchemy as sa

from arrears.domain.compliance.facts import Consent, ConsentAction
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Carrier, Channel
from arrears.services.call_again import call_again
from arrears.services.dispatch_outreach import dispatch
from arrears.services.plan_outreach import plan_outreach
from arrears.store import columns, consents
from arrears.store.tables.contact import outreach
from tests.builders.phone import SID, Phone
from tests.builders.store import a_borrower


def assigned(phone):
    """The case has the strategy that writes first and calls later."""
    case_id = phone.borrower.case.id
    table = pa.table({"case_id": [case_id], "strategy": ["sms_conversation"], "arm": ["treated"]})
    with phone.store.write() as tx:
        columns.save_run(tx, "run-1", "allocation", version="test", at=phone.clock.now(), summary={})
        columns.save_assignments(tx, "run-1", table, {case_id: {}})
    return phone


def planned_calls(phone):
    with phone.store.read() as tx:
        query = sa.select(outreach).where(outreach.c.channel == Channel.VOICE).order_by(outreach.c.id)
        return tx.execute(query).all()


def withdraw(phone, channel):
    stop = Consent(ConsentAction.WITHDRAWN, channel, phone.clock.now(), "supervisor")
    with phone.store.write() as tx:
        consents.append_consent(tx, phone.borrower.point, stop, key="stop", words=None, turn_id=None)


@pytest.mark.parametrize(("days", "planned"), [(5, 0), (6, 1)])
def test_the_call_is_planned_when_its_day_comes(store, days, planned):
    phone = assigned(Phone(store))
    phone.clock.move(days=days)
    plan_outreach(phone.desk)
    made = planned_calls(phone)
    assert len(made) == planned
    assert all((row.carrier, row.step) == (Carrier.CALL, "call") for row in made)


def test_who_has_not_agreed_to_calls_gets_none(store):
    phone = assigned(Phone(store, a_borrower()))
    phone.clock.move(days=7)
    plan_outreach(phone.desk)
    assert planned_calls(phone) == []


@pytest.mark.parametrize("channel", [Channel.VOICE, Channel.SMS, None])
def test_who_has_taken_it_back_gets_none(store, channel):
    phone = assigned(Phone(store))
    withdraw(phone, channel)
    phone.clock.move(days=7)
    plan_outreach(phone.desk)
    assert planned_calls(phone) == []


def test_a_number_that_twilio_does_not_serve_gets_none(store):
    borrower = Phone(store).borrower
    elsewhere = replace(borrower.point, carrier=Carrier.LENDER_GATEWAY)
    phone = assigned(Phone(store, replace(borrower, point=elsewhere)))
    phone.clock.move(days=7)
    plan_outreach(phone.desk)
    assert planned_calls(phone) == []


def ended(store, status):
    """A call of ours that has just ended so."""
    phone = Phone(store)
    row = phone.plan_call()
    dispatch(phone.desk, phone.app.messengers, row.id)
    for each in ("ringing", status):
        phone.reports(row.id, each)
    return phone


@pytest.mark.parametrize(
    ("status", "hours", "planned"),
    [
        ("no-answer", 29, 0),
        ("no-answer", 30, 1),
        ("busy", 30, 0),  # it had rung: they turned it away
        ("completed", 30, 0),  # they hung up
    ],
)
def test_a_call_that_nobody_took_is_made_again_hours_later(store, status, hours, planned):
    phone = ended(store, status)
    phone.clock.move(hours=hours)
    assert call_again(phone.desk) == planned
    assert call_again(phone.desk) == 0
    assert len(planned_calls(phone)) == 1 + planned


def test_it_is_made_as_often_as_the_strategy_says_and_no_more(store):
    phone = ended(store, "no-answer")
    phone.clock.move(hours=30)
    call_again(phone.desk)
    again = planned_calls(phone)[-1]
    assert again.id.endswith("-again-2")
    phone.clock.move(hours=1)
    dispatch(phone.desk, phone.app.messengers, again.id)
    phone.reports(again.id, "no-answer", SID[:-1] + "6")
    phone.clock.move(days=3)
    assert call_again(phone.desk) == 0


@pytest.mark.parametrize("channel", [Channel.VOICE, Channel.SMS])
def test_who_has_said_stop_meanwhile_is_not_called_again(store, channel):
    phone = ended(store, "no-answer")
    withdraw(phone, channel)
    phone.clock.move(hours=30)
    assert call_again(phone.desk) == 0


def test_who_has_written_meanwhile_is_not_called_again(store):
    phone = ended(store, "no-answer")
    phone.says("who is this")
    phone.clock.move(hours=30)
    assert call_again(phone.desk) == 0


def test_a_call_of_long_ago_is_not_made_again(store):
    phone = ended(store, "no-answer")
    phone.clock.move(days=15)
    assert call_again(phone.desk) == 0


def test_the_second_call_is_judged_like_the_first(store):
    phone = ended(store, "no-answer")
    phone.clock.move(hours=35)  # 23:00 in New York
    assert call_again(phone.desk) == 1
    again = planned_calls(phone)[-1]
    assert again.state == OutreachState.DUE
    assert again.due_at > phone.clock.now() + timedelta(hours=8)
