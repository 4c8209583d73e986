"""What is written down of a reply is what was really sent, also when its words were replaced."""

from __future__ import annotations

from dataclasses import replace

from arrears.domain.intents import Heard
from arrears.domain.outreach import OutreachState
from arrears.domain.people import Language
from arrears.services.close_turn import close_turn
from arrears.services.export_evidence import document_text, export_case
from arrears.services.open_turn import open_turn
from arrears.services.stop_contact import help_text
from arrears.store import Store, conversations, handovers, plans
from tests.builders.line import Line
from tools.verify_evidence import check

PROPOSAL = "I can do $350 a month starting on the 15th"
THREAT = "Pay at once or you will be arrested: {schedule}. Do you agree?"


def a_line_that_threatens(store: Store) -> Line:
    """A lender whose read-back says what may never be said."""
    line = Line(store)
    catalog = line.desk.policy.catalog
    key = (Language.EN, "plan.read_back")
    bad = replace(catalog.templates[key], text=THREAT)
    policy = replace(line.desk.policy, catalog=replace(catalog, templates=catalog.templates | {key: bad}))
    line.desk = replace(line.desk, policy=policy)
    line.dialogue.desk = line.desk
    line.app = line.app_with()
    line.write_first()
    line.says("03/09/1975 4421")
    return line


def test_transcript_contact_and_evidence_tell_the_words_that_were_sent(store: Store) -> None:
    line = a_line_that_threatens(store)
    sent = line.says(PROPOSAL)
    assert "A person has your message" in sent
    assert "arrested" not in sent
    with store.read() as tx:
        told = conversations.last_said(tx, line.conversation_id)
        assert told is not None
        assert told.text == sent == line.replies()[-1].body
        assert told.offer_bounds is None
        assert {key for entry in told.answered_by for key in entry.get("templates", ())} == {"human.waiting"}
        assert [item.reason for item in handovers.queue(tx)] == ["words_refused"]
    document = export_case(line.desk, line.borrower.case.id, None)
    assert check(document_text(document).encode()) == []
    said = [document["personal"][str(entry["seq"])]["text"]["value"] for entry in document["entries"][-4:]]
    assert said.count(sent) >= 2


def test_a_yes_to_a_read_back_whose_words_were_replaced_agrees_to_nothing(store: Store) -> None:
    line = a_line_that_threatens(store)
    line.says(PROPOSAL)
    line.says("yes")
    with store.read() as tx:
        assert plans.plans_of(tx, line.borrower.case.id) == ()


def test_a_worker_that_outlives_its_lease_closes_no_turn_a_second_time(store: Store) -> None:
    line = Line(store)
    line.write_first()
    message_id = line.arrives("HELP")
    turn = open_turn(line.desk, message_id)
    assert turn is not None
    help_text(line.desk, Heard(message_id))
    first = close_turn(line.desk, turn, None)
    before = export_case(line.desk, line.borrower.case.id, None)["entries"]
    assert close_turn(line.desk, turn, None) == first
    assert export_case(line.desk, line.borrower.case.id, None)["entries"] == before
    assert first is not None
    assert line.state_of(first) is OutreachState.DUE
