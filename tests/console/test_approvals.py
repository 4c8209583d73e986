"""The page of approvals: what waits and why, who may decide, and what became of it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from arrears.domain.approvals import ApprovalDecision, ApprovalOutcome
from arrears.domain.ids import PlanId
from arrears.domain.plans import Plan
from arrears.store import approvals, offers, plans
from tests.builders.approvals import asks_for, save_approval
from tests.builders.console import NOON, browser_of, save_borrower, save_user, say, verify

FORM = "Approve: Rosa Alvarez"


@pytest.fixture
def talk(desk):
    with desk.store.write() as tx:
        talk = save_borrower(tx)
        verify(tx, talk)
        say(tx, talk, "one payment at Christmas?")
    return talk


@pytest.fixture
def asked(desk, talk):
    with desk.store.write() as tx:
        return save_approval(tx, talk)


def signed_in(desk, messenger, login, role):
    save_user(desk.store, login, role)
    someone = browser_of(desk, messenger)
    assert someone.sign_in(login).status_code == 303
    return someone


def decision(desk, approval):
    with desk.store.read() as tx:
        return approvals.decision_of(tx, approval.id)


def test_without_anything_to_decide_the_page_says_when_something_comes(browser):
    text = browser.get("/approvals").text
    assert "Nothing waits for a decision" in text
    assert "Decided last" not in text


def test_the_page_says_who_waits_for_what_why_at_what_cost_and_until_when(browser, asked):
    text = browser.get("/approvals").text
    for words in (
        "Rosa Alvarez",
        "$1,234.50 on Thursday 24 December 2026",
        "the first day was too late",
        "$120.00 USD less than the best that the agent may agree",
        "24 Nov 2026, 18:00",
        "authority 2026-11-23",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("effect", "words"),
    [(5_00, "$5.00 USD more than"), (0, "the same as the best"), (-5_00, "$5.00 USD less than")],
)
def test_the_effect_is_said_in_words(browser, desk, talk, effect, words):
    with desk.store.write() as tx:
        save_approval(tx, talk, asked=asks_for(effect=effect))
    assert words in browser.get("/approvals").text


def test_the_navigation_counts_what_waits(browser, asked):
    assert "1 to decide" in browser.get("/").text
    assert "1 to decide" in browser.live("/queue").text


def test_in_chinese_everything_is_in_chinese(browser, asked):
    text = browser.get("/approvals?lang=zh").text
    assert "审批" in text
    assert "2026年12月24日" in text
    assert "不批准" in text
    assert "首期时间太晚" in text or "terms." not in text


def test_an_approval_is_told_and_shown_among_the_decided(browser, messenger, desk, asked):
    answer = browser.send(f"/approvals/{asked.id}/approve", note="known for years")
    assert answer.headers["location"] == "/approvals?notice=approval_approved"
    assert "it can be agreed: $1,234.50" in messenger.sent[0][1]
    assert decision(desk, asked).outcome is ApprovalOutcome.APPROVED
    text = browser.get("/approvals?notice=approval_approved").text
    assert "Nothing waits for a decision" in text
    assert "known for years" in text
    assert re.search(r"mei, 24 Nov 2026", text)


def test_a_decline_is_told_too(browser, messenger, desk, asked):
    answer = browser.send(f"/approvals/{asked.id}/decline", note="too late")
    assert answer.headers["location"] == "/approvals?notice=approval_declined"
    assert "cannot be agreed" in messenger.sent[0][1]


@pytest.mark.parametrize("what", ["approve", "decline"])
def test_a_decision_needs_a_note(browser, desk, asked, what):
    answer = browser.send(f"/approvals/{asked.id}/{what}", note=" ")
    assert answer.headers["location"] == "/approvals?notice=approval_note"
    assert decision(desk, asked) is None


def test_what_someone_else_has_decided_stays(browser, desk, asked):
    with desk.store.write() as tx:
        first = ApprovalDecision(ApprovalOutcome.DECLINED, "ren", "no", NOON)
        approvals.append_decision(tx, asked.id, first)
    answer = browser.send(f"/approvals/{asked.id}/approve", note="yes")
    assert answer.headers["location"] == "/approvals?notice=decided_already"
    assert decision(desk, asked) == first


@pytest.mark.parametrize(("role", "status"), [("reader", 403), ("agent", 303)])
def test_who_may_not_decide_sees_why_and_has_no_buttons(desk, messenger, asked, role, status):
    someone = signed_in(desk, messenger, "someone", role)
    text = someone.get("/approvals").text
    assert FORM not in text
    assert "it takes the role supervisor, or one above it" in text
    answer = someone.send(f"/approvals/{asked.id}/approve", note="yes")
    assert answer.status_code == status
    assert decision(desk, asked) is None


@pytest.mark.parametrize(("role", "may"), [("supervisor", False), ("manager", True)])
def test_what_is_left_to_a_manager_a_supervisor_only_reads(desk, messenger, talk, role, may):
    with desk.store.write() as tx:
        asked = save_approval(tx, talk, asked=asks_for(approver="manager"))
    someone = signed_in(desk, messenger, "someone", role)
    assert ("Decline: Rosa Alvarez" in someone.get("/approvals").text) is may
    answer = someone.send(f"/approvals/{asked.id}/decline", note="no")
    assert ("not_the_approver" in answer.headers["location"]) is not may
    assert (decision(desk, asked) is not None) is may


def test_an_agent_still_takes_conversations_over(desk, messenger, talk):
    someone = signed_in(desk, messenger, "someone", "agent")
    answer = someone.send(f"/conversations/{talk.id}/claim")
    assert "notice=claimed" in answer.headers["location"]


def test_what_a_plan_has_overtaken_can_only_be_declined(browser, desk, talk, asked):
    agreed_at = NOON + timedelta(minutes=1)
    offer = asked.asked.offer
    with desk.store.write() as tx:
        offers.append_offer(
            tx, "offer-1", talk.id, talk.case_id, offer, kind="accept", bounds={}, reasons=(), at=NOON
        )
        plan = Plan(
            PlanId("plan-1"),
            talk.case_id,
            talk.id,
            offer.instalments,
            None,
            offer.left_due,
            2,
            "1",
            NOON,
            agreed_at,
        )
        plans.append_plan(tx, plan, "offer-1")
    text = browser.get("/approvals").text
    assert "Other terms were agreed since" in text
    assert FORM not in text
    assert "Decline: Rosa Alvarez" in text
    answer = browser.send(f"/approvals/{asked.id}/approve", note="yes")
    assert answer.headers["location"] == "/approvals?notice=approval_overtaken"


def test_a_decision_that_could_not_be_told_says_so(browser, messenger, desk, asked):
    desk.clock.move(hours=13)  # one in the morning in New York, and nobody is verified any more
    answer = browser.send(f"/approvals/{asked.id}/decline", note="too late")
    assert answer.headers["location"] == "/approvals?notice=approval_unsent"
    assert messenger.sent == []
    assert decision(desk, asked).outcome is ApprovalOutcome.DECLINED


def test_an_unknown_approval_is_a_404(browser):
    assert browser.send("/approvals/none/approve", note="yes").status_code == 404


def test_the_notes_and_buttons_are_named_for_those_who_do_not_see_them(browser, asked):
    text = browser.get("/approvals").text
    assert f'<label for="note-{asked.id}">' in text
    assert f'aria-label="{FORM}"' in text
    assert "Decide for Rosa Alvarez" in text


def test_what_is_being_typed_is_not_taken_away_by_the_clock(browser, desk, asked):
    tag = browser.live("/approvals").headers["etag"]
    desk.clock.move(minutes=90)
    assert browser.live("/approvals", tag).status_code == 304
