"""What the product exports, the verifier reads: the two were written apart, from one document."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from arrears.adapters.evidence_signing import EvidenceSigner, new_key_pair
from arrears.domain.calls import AnsweredBy
from arrears.services.decide_approval import approve, decline
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.export_evidence import document_text, export_case
from arrears.store import Store, approvals
from gateway.app import make_app
from tests.builders.approvals import a_line, approval_of, ask, mei
from tests.builders.line import SAYINGS as KNOWN
from tests.builders.line import Line
from tests.builders.pages import Reader, issue, write_in_chat
from tests.builders.phone import Phone
from tests.builders.voicemails import recorded_for
from tests.builders.web import Web
from tests.tools.evidence_files import canonical
from tools.verifier.dossier import contacts_hold
from tools.verify_evidence import check

KEY, PUBLIC = new_key_pair()
SAYINGS = [
    ("I can do $350 a month starting on the 15th", "please stop texting me"),
    ("this is not my debt",),
    ("I don't want to live any more",),
]


@pytest.fixture
def line(store: Store) -> Line:
    line = Line(store)
    line.write_first()
    return line


def exported(line: Line) -> dict[str, Any]:
    return export_case(line.desk, line.borrower.case.id, EvidenceSigner(KEY))


@pytest.mark.parametrize("sayings", SAYINGS)
def test_what_the_product_did_holds(line: Line, sayings: tuple[str, ...]) -> None:
    line.agree()
    for words in sayings:
        line.says(words)
    assert check(document_text(exported(line)).encode(), None, PUBLIC) == []


def found_in(line: Line) -> list[Any]:
    return check(document_text(exported(line)).encode(), None, PUBLIC)


@pytest.mark.parametrize("decide", [approve, decline])
def test_a_decision_told_by_text_is_the_rest_of_the_answer_to_the_message_that_asked(
    sqlite_store: Store, decide: Any
) -> None:
    line = a_line(sqlite_store)
    ask(line)
    decide(line.desk, approval_of(line).id, mei(line), "note")
    dispatch_due(line.desk, line.app.messengers)
    assert "A person has" in line.carrier.sent[-1][1]
    assert found_in(line) == []


def test_a_decision_told_in_the_web_chat_holds(sqlite_store: Store) -> None:
    text = "i'll settle for 60%"
    line = Line(sqlite_store, sayings=KNOWN | {text: "request_settlement"})
    with Web(make_app(line.app_with(sandbox_payments=True))) as web:
        visitor = Reader(web, issue(line))
        visitor.prove()
        write_in_chat(line, visitor, text)
    with line.store.read() as tx:
        (asked,) = approvals.waiting_of(tx, line.borrower.case.id)
    told = approve(line.desk, asked.id, mei(line), "note")
    assert told is not None
    dispatch_due(line.desk, line.app.messengers)
    assert line.state_of(told) in ("sent", "delivered")
    assert found_in(line) == []


def test_a_changed_word_of_an_export_is_found(line: Line) -> None:
    document = copy.deepcopy(exported(line))
    fields = next(iter(document["personal"].values()))
    name = next(iter(fields))
    fields[name]["value"] += "."
    found = check(canonical(document) + b"\n", None, PUBLIC)
    assert {finding.rule for finding in found} >= {"PERSONAL"}


def test_a_message_that_was_left_holds_and_one_that_nobody_permitted_does_not(sqlite_store: Store) -> None:
    phone = recorded_for(Phone(sqlite_store))
    phone.answers(AnsweredBy.BEEP)
    phone.reports(phone.call().outreach_id, "completed")
    assert found_in(phone) == []
    file = copy.deepcopy(exported(phone))
    (decided,) = [each for each in file["entries"] if each["payload"].get("stage") == "voicemail"]
    file["personal"][str(decided["seq"])]["text"]["value"] = "This is about your loan."
    rules = {finding.rule for finding in contacts_hold(file)}
    assert {"TCPA-ID-1", "USF-3PD-1", "USF-LCM-1"} <= rules
