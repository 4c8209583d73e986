"""From the first text to a recorded plan, in each language and over each carrier, and the month after."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from tests.journeys.borrowers import CN, EN, ZH, Borrower
from tests.journeys.stage import Stage, is_said

pytestmark = pytest.mark.slow


def test_an_english_borrower_haggles_and_agrees_a_plan(stage: Stage) -> None:
    person = stage.borrower(EN, least_owed_minor=100_000)
    assert is_said(stage.ask(person, "who is this?"), "en", "who.answer")
    stated = stage.ask(person, person.identity)
    assert is_said(stated, "en", "balance.state")
    assert f"{person.owed_minor / 100:,.2f}" in stated
    assert is_said(stage.ask(person, "Could I pay $5 a month starting March 12?"), "en", "offer.counter")
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"ok, I can pay ${fair} a month starting March 12")
    assert is_said(read_back, "en", "plan.read_back")
    assert stage.plans(person) == []
    assert is_said(stage.ask(person, "yes"), "en", "plan.recorded")
    assert _adds_up(stage, person, "USD")
    assert is_said(stage.ask(person, "thanks, that works"), "en", "next.closed")


def test_a_mandarin_borrower_in_the_united_states_agrees_a_plan(stage: Stage) -> None:
    person = stage.borrower(ZH, least_owed_minor=100_000)
    assert is_said(stage.ask(person, "你是谁？"), "zh", "who.answer")
    assert is_said(stage.ask(person, person.identity), "zh", "balance.state")
    assert is_said(stage.ask(person, "能不能分期？每月还5美元，3月12日开始"), "zh", "offer.counter")
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"那我每月还{fair}美元，从3月12日开始")
    assert is_said(read_back, "zh", "plan.read_back")
    assert is_said(stage.ask(person, "好的"), "zh", "plan.recorded")
    assert _adds_up(stage, person, "USD")


def test_a_borrower_in_mainland_china_agrees_a_plan_over_the_lenders_gateway(stage: Stage) -> None:
    person = stage.borrower(CN, least_owed_minor=100_000)
    assert is_said(stage.ask(person, "您好，请问什么事？"), "zh", "who.answer")
    assert is_said(stage.ask(person, person.identity), "zh", "balance.state")
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"我可以每月还{fair}元，从3月12日开始")
    assert is_said(read_back, "zh", "plan.read_back")
    assert is_said(stage.ask(person, "好的，可以"), "zh", "plan.recorded")
    assert _adds_up(stage, person, "CNY")
    assert {text["carrier"] for text in stage.thread(person.phone)} == {"lender_gateway"}


def test_a_no_records_nothing(stage: Stage) -> None:
    person = stage.identified(EN, least_owed_minor=100_000)
    fair = -(-person.owed_minor // 800)
    assert is_said(stage.ask(person, f"I can pay ${fair} a month starting March 12"), "en", "plan.read_back")
    assert is_said(stage.ask(person, "no"), "en", "plan.declined")
    assert stage.plans(person) == []


def test_a_yes_without_an_offer_records_nothing(stage: Stage) -> None:
    person = stage.identified(EN)
    assert is_said(stage.ask(person, "yes"), "en", "next.question")
    assert stage.plans(person) == []


def test_wrong_answers_to_the_identity_question_end_with_a_person_and_no_debt_word(stage: Stage) -> None:
    person = stage.borrower(EN)
    wrong = f"01/01/1931 {(int(person.last4) + 1) % 10000:04}"
    replies = [stage.ask(person, wrong) for _ in range(3)]
    assert is_said(replies[0], "en", "identity.retry")
    assert is_said(replies[-1], "en", "identity.locked")
    assert not any("owed" in reply or "$" in reply for reply in replies)
    assert is_said(stage.ask(person, person.identity), "en", "identity.locked")


def test_a_payment_keeps_a_promise_and_a_missed_one_brings_one_neutral_text(stage: Stage) -> None:
    person = stage.identified(EN, least_owed_minor=60_000)
    each = -(-person.owed_minor // 300)
    first = (stage.now() + timedelta(days=5)).date()
    offered = stage.ask(person, f"I can pay ${each} a month starting {first:%B} {first.day}")
    assert is_said(offered, "en", "plan.read_back")
    assert is_said(stage.ask(person, "yes"), "en", "plan.recorded")
    due = _due_dates(stage, person)
    before = len(stage.received(person.phone))

    _noon(stage, due[0])
    stage.pay(person, f"{each}.00", "USD", key=f"journey-{person.loan}-1")
    assert stage.pay(person, f"{each}.00", "USD", key=f"journey-{person.loan}-1")["amount"] == f"{each}.00"
    stage.pass_time(timedelta(days=5))
    assert _outcomes(stage, person)[:2] == ["kept", "open"]
    assert len(stage.received(person.phone)) == before

    _noon(stage, due[1])
    stage.pass_time(timedelta(days=4))
    assert _outcomes(stage, person)[:2] == ["kept", "broken"]
    for _ in range(4):
        stage.pass_time(timedelta(days=1))
    texts = stage.received(person.phone)[before:]
    assert len(texts) == 1
    assert is_said(texts[0], "en", "outreach.promise_missed")


def _adds_up(stage: Stage, person: Borrower, currency: str) -> bool:
    """One plan, of instalments that make up what is owed to the cent."""
    (plan,) = stage.plans(person)
    total = sum(Decimal(amount) for _, amount in plan["instalments"])
    return plan["currency"] == currency and total * 100 == person.owed_minor


def _due_dates(stage: Stage, person: Borrower) -> list[date]:
    (plan,) = stage.plans(person)
    return [date.fromisoformat(on) for on, _ in plan["instalments"]]


def _noon(stage: Stage, day: date) -> None:
    """Around noon in the United States."""
    stage.advance_to(datetime.combine(day, datetime.min.time(), stage.now().tzinfo) + timedelta(hours=18))
    stage.settle()


def _outcomes(stage: Stage, person: Borrower) -> list[str]:
    promises = stage.api("/promises", first="2026-03-01", last="2028-03-01")
    mine = [promise for promise in promises if promise["loan"] == person.loan]
    return [promise["outcome"] for promise in sorted(mine, key=lambda promise: promise["due_on"])]
