"""One person with two loans, and a person whose number was replaced."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arrears.bootstrap import App
from arrears.domain.ids import CaseId, ContactPointId, MessageId, OutreachId
from arrears.domain.people import Carrier
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, conversations, inbound, people
from arrears.store import outreach as outreach_rows
from gateway.turns import take_turn
from tests.builders.store import MONDAY_NOON_UTC, a_borrower, a_desk, an_outreach, save, settings
from tests.fakes.ports import FakeMessenger, ScriptedDialogue


def test_an_answer_to_a_text_about_the_second_loan_is_a_conversation_of_its_own(sqlite_store: Store) -> None:
    first = save(sqlite_store, a_borrower())
    second = save(
        sqlite_store, replace(first, case=replace(first.case, id=CaseId("case-2"), lender_ref="L-2"))
    )
    desk, clock = a_desk(sqlite_store)
    carrier = FakeMessenger(clock)
    messengers = {Carrier.TWILIO: carrier, Carrier.LENDER_GATEWAY: carrier}
    app = App(settings(), desk, messengers, ScriptedDialogue(desk, {"who is this": "ask_who_are_you"}))
    cases_heard = []
    for number, borrower in enumerate((first, second)):
        row = replace(an_outreach(borrower, clock.now()), id=OutreachId(f"outreach-{number}"))
        with sqlite_store.write() as tx:
            outreach_rows.plan(tx, row)
        dispatch(desk, messengers, row.id)
        clock.move(minutes=5)
        message_id, _ = inbound.receive(
            sqlite_store,
            Carrier.TWILIO,
            f"SM{number}",
            sender=first.point.address,
            text="who is this",
            at=clock.now(),
        )
        take_turn(app, MessageId(message_id))
        with sqlite_store.read() as tx:
            conversation_id = inbound.placed(tx, message_id).conversation_id
            cases_heard.append(conversations.load(tx, conversation_id).case_id)
        clock.move(days=1)
    assert cases_heard == [first.case.id, second.case.id]


def test_the_number_the_lender_gave_last_comes_first(sqlite_store: Store) -> None:
    borrower = save(sqlite_store, a_borrower())
    newer = replace(borrower.point, id=ContactPointId("a-point"), address="+12125550177")
    with sqlite_store.write() as tx:
        people.save_contact_point(tx, borrower.point, MONDAY_NOON_UTC)
        people.save_contact_point(tx, newer, MONDAY_NOON_UTC + timedelta(days=1))
        assert people.contact_points_of(tx, borrower.person.id)[0].id == newer.id
        people.save_contact_point(tx, borrower.point, MONDAY_NOON_UTC + timedelta(days=2))
        assert people.contact_points_of(tx, borrower.person.id)[0].id == borrower.point.id
