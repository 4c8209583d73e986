"""An approval asked for in one conversation is heard, and agreed, wherever its borrower speaks next."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from arrears.services.decide_approval import approve, decline, lapse_overdue
from arrears.services.dispatch_outreach import dispatch_due
from arrears.services.record_payment import ReportedPayment, record_payment
from arrears.store import Store, approvals, conversations, handovers, offers
from arrears.store.evidence import entries_of
from gateway.app import make_app
from tests.builders.approvals import MAY, a_line, approval_of, ask, mei, usd
from tests.builders.line import Line, plan_of, waits
from tests.builders.pages import Reader, issue, text_of, write_in_chat
from tests.builders.web import Web

PROOF = "03/09/1975 4421"


@pytest.fixture
def line(sqlite_store: Store) -> Line:
    return a_line(sqlite_store)


def pays(line: Line, minor: int = 1_000) -> None:
    waits(line, minutes=1)
    paid = ReportedPayment(
        key="p-1", case_reference=line.borrower.case.id, amount=usd(minor),
        paid_on=date(2026, 3, 2), source="csv",
    )  # fmt: skip
    record_payment(line.desk, paid)


def kinds(line: Line) -> list[str]:
    with line.store.read() as tx:
        return [entry.kind for entry in entries_of(tx, line.borrower.case.id)]


def another_conversation(line: Line) -> None:
    """So late that the next text begins a conversation of its own."""
    waits(line, days=4)


def conversations_of(line: Line) -> set[str]:
    with line.store.read() as tx:
        rows = tx.execute(conversations.conversations.select())
        return {row.id for row in rows}


def tick(line: Line) -> str:
    """What the scheduler's tick sends."""
    before = len(line.carrier.sent)
    dispatch_due(line.desk, line.app.messengers)
    return " ".join(body for _, body in line.carrier.sent[before:])


def test_what_was_approved_is_agreed_in_the_conversation_of_the_next_text(line: Line) -> None:
    ask(line)
    approve(line.desk, approval_of(line).id, mei(line), "known for years")
    tick(line)
    another_conversation(line)
    assert "it can be agreed: $1,400.00 on Friday 15 May 2026" in line.says(PROOF)
    assert len(conversations_of(line)) == 2
    assert "recorded" in line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments == MAY.instalments
    with line.store.read() as tx:
        assert offers.open_of_kind(tx, line.borrower.case.id, "approved") == ()


def test_who_is_verified_elsewhere_already_hears_it_with_the_answer_to_their_next_word(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    waits(line, minutes=40)
    with Web(make_app(line.app)) as web:
        reader = Reader(web, issue(line))
        reader.prove()
        write_in_chat(line, reader, "hello?")
        approve(line.desk, approval_id, mei(line), "known for years")
        tick(line)
        told = text_of(write_in_chat(line, reader, "hello?"))
        assert "it can be agreed: $1,400.00 on Friday 15 May 2026" in told
        assert "What could you pay" not in told.partition("it can be agreed")[0][-200:]
        assert text_of(write_in_chat(line, reader, "yes")).count("it can be agreed") == 1
    assert plan_of(line) is not None


def test_a_second_change_of_day_asked_for_on_the_page_is_agreed_by_text(sqlite_store: Store) -> None:
    line = Line(sqlite_store)
    line.agree()
    with Web(make_app(line.app)) as web:
        reader = Reader(web, issue(line))
        reader.prove()
        reader.confirm("/change/1", reader.send("/change/1/check", "/change/1", new_on="2026-03-18"))
        reader.send("/change/1/check", "/change/1", new_on="2026-03-20")
    with line.store.read() as tx:
        (approval,) = approvals.waiting_of(tx, line.borrower.case.id)
    waits(line, hours=1)
    approve(line.desk, approval.id, mei(line), "they always pay")
    assert "There is an answer" in tick(line)
    assert "Friday 20 March 2026" in line.says(PROOF)
    line.says("yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments == approval.asked.offer.instalments


def test_a_decline_is_heard_once_wherever_they_are(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    another_conversation(line)
    decline(line.desk, approval_id, mei(line), "too late")
    tick(line)
    assert "cannot be agreed" in line.says(PROOF)
    assert "cannot be agreed" not in line.says("hello?")
    another_conversation(line)
    assert "cannot be agreed" not in line.says(PROOF)


def test_what_was_approved_is_never_told_to_who_has_not_proved_who_they_are(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    another_conversation(line)
    approve(line.desk, approval_id, mei(line), "known for years")
    assert "agreed" not in line.says("hello?")
    line.says("yes")
    assert plan_of(line) is None


def test_what_money_has_overtaken_is_not_brought_into_another_conversation(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    approve(line.desk, approval_id, mei(line), "known for years")
    another_conversation(line)
    pays(line)
    assert "it can be agreed" not in line.says(PROOF)
    line.says("yes")
    assert plan_of(line) is None


def test_what_was_asked_for_by_text_is_agreed_in_the_chat_of_the_page(line: Line) -> None:
    ask(line)
    approval_id = approval_of(line).id
    approve(line.desk, approval_id, mei(line), "known for years")
    tick(line)
    with Web(make_app(line.app)) as web:
        reader = Reader(web, issue(line))
        reader.prove()
        assert "it can be agreed" in write_in_chat(line, reader, "hello?").text
        write_in_chat(line, reader, "yes")
    plan = plan_of(line)
    assert plan is not None
    assert plan.instalments == MAY.instalments


# Contacts that have lost their reason


def decided_late(line: Line, decide=approve) -> None:
    """A decision whose contact is of our own accord: the message that asked is two days old."""
    ask(line)
    another_conversation(line)
    with line.store.read() as tx:
        (approval,) = approvals.waiting_of(tx, line.borrower.case.id)
    decide(line.desk, approval.id, mei(line), "note")


@pytest.mark.parametrize("decide", [approve, decline])
def test_a_decision_that_was_heard_meanwhile_is_not_announced_any_more(line: Line, decide) -> None:
    decided_late(line, decide)
    line.says(PROOF)
    assert tick(line) == ""
    assert kinds(line)[-1] == "contact_dropped"


@pytest.mark.parametrize("decide", [approve, decline])
def test_a_decision_that_nobody_has_heard_is_announced(line: Line, decide) -> None:
    decided_late(line, decide)
    assert "There is an answer" in tick(line)


def test_what_can_no_longer_be_agreed_is_not_announced_and_a_person_is_called(line: Line) -> None:
    decided_late(line)
    pays(line)
    assert tick(line) == ""
    with line.store.read() as tx:
        assert "reply_refused" in {each.reason for each in handovers.queue(tx)}


def test_a_lapse_is_not_told_where_nothing_is_owed_any_more(line: Line) -> None:
    ask(line)
    line.clock.at = line.machine_clock.at = approval_of(line).answer_by + timedelta(days=1)
    lapse_overdue(line.desk)
    pays(line, 140_000)
    assert tick(line) == ""
    assert kinds(line)[-1] == "contact_dropped"
