"""From the first text to a recorded plan, in each language and over each carrier."""

from __future__ import annotations

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
    assert is_said(
        stage.ask(person, f"Could I pay $5 a month starting {stage.day_in(9)}?"), "en", "offer.counter"
    )
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"ok, I can pay ${fair} a month starting {stage.day_in(9)}")
    assert is_said(read_back, "en", "plan.read_back")
    assert stage.plans(person) == []
    assert is_said(stage.ask(person, "yes"), "en", "plan.recorded", "reminder.default")
    assert _adds_up(stage, person, "USD")
    assert is_said(stage.ask(person, "thanks, that works"), "en", "thanks.answer")


def test_a_mandarin_borrower_in_the_united_states_agrees_a_plan(stage: Stage) -> None:
    person = stage.borrower(ZH, least_owed_minor=100_000)
    assert is_said(stage.ask(person, "你是谁？"), "zh", "who.answer")
    assert is_said(stage.ask(person, person.identity), "zh", "balance.state")
    assert is_said(
        stage.ask(person, f"能不能分期？每月还5美元，{stage.day_in(9, 'zh')}开始"), "zh", "offer.counter"
    )
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"那我每月还{fair}美元，从{stage.day_in(9, 'zh')}开始")
    assert is_said(read_back, "zh", "plan.read_back")
    assert is_said(stage.ask(person, "好的"), "zh", "plan.recorded", "reminder.default")
    assert _adds_up(stage, person, "USD")


def test_a_borrower_in_mainland_china_agrees_a_plan_over_the_lenders_gateway(stage: Stage) -> None:
    person = stage.borrower(CN, least_owed_minor=100_000)
    assert is_said(stage.ask(person, "您好，请问什么事？"), "zh", "who.answer")
    assert is_said(stage.ask(person, person.identity), "zh", "balance.state")
    fair = -(-person.owed_minor // 800)
    read_back = stage.ask(person, f"我可以每月还{fair}元，从{stage.day_in(9, 'zh')}开始")
    assert is_said(read_back, "zh", "plan.read_back")
    assert is_said(stage.ask(person, "好的，可以"), "zh", "plan.recorded", "reminder.default")
    assert _adds_up(stage, person, "CNY")
    assert {text["carrier"] for text in stage.thread(person.phone)} == {"lender_gateway"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [(EN, "${half} today, the rest ${part} a month"), (CN, "今天先还{half}元，剩下的每月还{part}元")],
    ids=["en", "zh"],
)
def test_a_first_sum_and_regular_ones_become_a_plan(stage: Stage, kind: tuple[str, str], text: str) -> None:
    person = stage.identified(kind, least_owed_minor=100_000)
    half, part = person.owed_minor // 200, -(-person.owed_minor // 600)
    read_back = stage.ask(person, text.format(half=half, part=part))
    assert is_said(read_back, person.language, "plan.read_back")
    assert f"{half:,}.00" in read_back
    assert f"{part:,}.00" in read_back
    said = stage.ask(person, "yes" if kind == EN else "好的，可以")
    assert is_said(said, person.language, "plan.recorded")
    assert _adds_up(stage, person, "USD" if kind == EN else "CNY")


def test_a_no_records_nothing(stage: Stage) -> None:
    person = stage.identified(EN, least_owed_minor=100_000)
    fair = -(-person.owed_minor // 800)
    assert is_said(
        stage.ask(person, f"I can pay ${fair} a month starting {stage.day_in(9)}"), "en", "plan.read_back"
    )
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


def _adds_up(stage: Stage, person: Borrower, currency: str) -> bool:
    """One plan, of instalments that make up what is owed to the cent."""
    (plan,) = stage.plans(person)
    total = sum(Decimal(amount) for _, amount in plan["instalments"])
    return plan["currency"] == currency and total * 100 == person.owed_minor
