"""Who waits for the harvest is not asked for all of it in a month: their day goes to a person to approve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.cases import Balance
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.store import Store, approvals
from tests.builders.line import Line, keys
from tests.builders.offers import CHINA, on_the_table, verified

FARMER = replace(
    CHINA,
    balance=Balance(
        fees=Money(0, Currency.CNY),
        interest=Money(86_000, Currency.CNY),
        principal=Money(1_800_000, Currency.CNY),
    ),
)
WISH = "我种玉米的，秋收前只还利息行不行，本金等卖了粮一次还清"
HARVEST = "秋收大概10月底"
A_MONTH = "我一个月顶多拿得出600"
THE_REST = "那十月底我卖了粮把剩下的一次还清，可以写进去吗"


def asked_for(line: Line) -> Offer:
    with line.store.read() as tx:
        return approvals.waiting_of(tx, line.borrower.case.id)[-1].asked.offer


def the_farmer(store: Store, *texts: str) -> Line:
    labels = {
        WISH: "out_of_scope",
        HARVEST: "out_of_scope",
        A_MONTH: "propose_instalment",
        THE_REST: "ask_payoff",
    }
    line = verified(store, FARMER, **labels)
    for text in texts:
        line.says(text)
    return line


def test_the_day_of_the_harvest_brings_no_demand_for_all_of_it_next_month(sqlite_store: Store) -> None:
    line = the_farmer(sqlite_store, WISH, HARVEST)
    assert on_the_table(line) is None
    assert keys(line) & {"approval.asked", "plan.referred", "human.promised"}


def test_all_of_it_on_a_far_day_is_for_a_person_with_that_day(sqlite_store: Store) -> None:
    text = "10月底一次还清"
    line = verified(sqlite_store, FARMER, **{text: "promise_to_pay"})
    line.says(text)
    assert keys(line) == {"approval.asked", "approval.latest"}
    (only,) = asked_for(line).instalments
    assert only.on >= date(2026, 10, 30)
    assert on_the_table(line) is None


@pytest.mark.parametrize("text", ["5月底一次还清", "7月1号一次还清"])
def test_a_day_within_half_a_year_is_in_a_plan_of_ours(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, FARMER, **{text: "promise_to_pay"})
    line.says(text)
    found = on_the_table(line)
    assert found is not None
    assert found[0].left_due == Money(0, Currency.CNY)


def test_the_rest_after_reduced_payments_is_asked_of_a_person_with_their_day(sqlite_store: Store) -> None:
    line = the_farmer(sqlite_store, WISH, HARVEST, A_MONTH)
    before = on_the_table(line)
    assert before is not None
    assert before[0].left_due
    line.says(THE_REST)
    assert keys(line) == {"approval.asked"}
    offer = asked_for(line)
    assert offer.instalments[:-1] == before[0].instalments
    assert (offer.instalments[-1].amount, offer.left_due) == (before[0].left_due, Money(0, Currency.CNY))
    assert offer.last_on >= date(2026, 10, 30)


@pytest.mark.parametrize("text", ["剩下的怎么办", "10月底还多少", "全部还清要多少钱"])
def test_a_question_about_the_rest_asks_nobody(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, FARMER, **{A_MONTH: "propose_instalment", text: "ask_payoff"})
    line.says(A_MONTH)
    line.says(text)
    assert "approval.asked" not in keys(line)
