"""The hour of reminders in the same breath as the yes: neither is lost, and nobody is asked to call."""

from __future__ import annotations

import pytest

from arrears.services.decide_approval import approve
from arrears.services.dispatch_outreach import dispatch_due
from arrears.store import Store, reminders
from tests.builders.approvals import a_line, approval_of, ask, mei
from tests.builders.line import keys, plan_of, reasons
from tests.builders.offers import BOTH, YES, verified
from tests.builders.store import Borrower

TERMS = {"en": "350 a month starting on the 15th", "zh": "每月20号还1000"}
HOUR = {"en": "yes and text me at 7pm the day before", "zh": "对的，提前一天晚上7点提醒我"}


@BOTH
def test_an_hour_that_was_taken_for_a_call_has_the_terms_read_again_and_holds_for_the_plan(
    sqlite_store: Store, borrower: Borrower
) -> None:
    language = borrower.person.language
    terms, hour = TERMS[language], HOUR[language]
    line = verified(sqlite_store, borrower, **{terms: "propose_instalment", hour: "request_callback"})
    line.says(terms)
    line.says(hour)
    assert keys(line) == {"plan.read_back"}
    assert reasons(line) == []
    assert "19:00" in line.says(YES[language])
    plan = plan_of(line)
    assert plan is not None
    with line.store.read() as tx:
        assert reminders.minute_of(tx, plan) == 19 * 60


def test_a_plain_yes_with_an_hour_records_the_plan_with_it(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{TERMS["en"]: "propose_instalment", HOUR["en"]: "affirm"})
    line.says(TERMS["en"])
    assert "19:00" in line.says(HOUR["en"])
    plan = plan_of(line)
    assert plan is not None
    with line.store.read() as tx:
        assert reminders.minute_of(tx, plan) == 19 * 60


@pytest.mark.parametrize("text", ["call me at 7pm tomorrow", "yes but text me at 7pm first"])
def test_a_call_or_a_but_is_no_hour_of_a_plan(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{TERMS["en"]: "propose_instalment", text: "request_callback"})
    line.says(TERMS["en"])
    line.says(text)
    assert plan_of(line) is None


def test_an_hour_named_while_a_person_decides_holds_for_the_plan_that_comes_of_it(
    sqlite_store: Store,
) -> None:
    line = a_line(sqlite_store)
    line.dialogue.intents["remind me at 7am"] = "request_callback"
    ask(line)
    asked = approval_of(line)
    line.says("remind me at 7am")
    assert keys(line) == {"approval.asked"}
    assert reasons(line) == ["approval"]
    approve(line.desk, asked.id, mei(line), "known for years")
    dispatch_due(line.desk, line.app.messengers)
    assert "07:00" in line.says("yes")
