"""A season of interest alone, from the wish over a person's approval to the recorded plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.intents import Intent
from arrears.domain.interest import InterestTerms
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.services.decide_approval import approve
from arrears.services.dispatch_outreach import dispatch
from arrears.store import Store, approvals, plans
from tests.builders.approvals import mei
from tests.builders.line import Line, keys
from tests.builders.offers import on_the_table
from tests.builders.store import a_borrower, in_china
from tests.services.test_every_intent import reasons, verified

WISH = "能不能先只还利息"


def asks(store: Store, terms: InterestTerms | None) -> tuple[Line, str]:
    borrower = in_china(a_borrower())
    case = replace(borrower.case, product="business-term", interest_terms=terms)
    line = verified(store, {WISH: Intent.PROPOSE_INSTALMENT, "好的": "affirm"}, replace(borrower, case=case))
    return line, line.says(WISH)


def test_a_season_that_is_approved_and_agreed_is_a_plan(sqlite_store: Store) -> None:
    line, reply = asks(sqlite_store, InterestTerms(120_000))  # ¥48.00 a month on ¥4,800.00
    assert "先只还利息，再还欠款" in reply
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    told = approve(line.desk, waiting.id, mei(line), "a good season ahead")
    assert told is not None
    dispatch(line.desk, line.app.messengers, told)
    assert "已经登记" in line.says("好的")
    with line.store.read() as tx:
        (plan,) = plans.plans_of(tx, line.borrower.case.id)
    assert plan.kind == PlanType.INTEREST_ONLY
    assert [item.amount.minor for item in plan.instalments[:3]] == [4_800] * 3
    assert plan.total == line.borrower.balance.total + Money(3 * 4_800, Currency.CNY)


def test_without_the_lenders_rate_a_person_sets_it(sqlite_store: Store) -> None:
    line, reply = asks(sqlite_store, None)
    assert "¥" not in reply
    with line.store.read() as tx:
        assert approvals.waiting_of(tx, line.borrower.case.id) == ()
    assert reasons(line)


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("那这三个月只还利息呢", Intent.ASK_FEES_INTEREST, PlanType.INTEREST_ONLY),
        ("货款还没回来，能展期三个月吗", Intent.REQUEST_EXTENSION, PlanType.EXTENSION),
    ],
)
def test_a_kind_that_is_asked_for_by_its_name_goes_to_a_person_with_its_terms(
    sqlite_store: Store, text: str, label: Intent, kind: PlanType
) -> None:
    borrower = in_china(a_borrower())
    case = replace(borrower.case, product="business-term", interest_terms=InterestTerms(120_000))
    line = verified(sqlite_store, {text: label}, replace(borrower, case=case))
    line.says(text)
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert waiting.asked.offer.kind is kind


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Interest only until the harvest (October), then the rest", "partial_payment"),
        ("pay interest until October 15 and then the full amount", "promise_to_pay"),
        ("let me cover the interest for now, principal after harvest", "request_extension"),
    ],
)
def test_where_it_may_not_be_offered_a_person_looks_and_the_whole_sum_is_not_asked_for(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, {text: label})
    line.says(text)
    assert keys(line) == {"plan.referred"}
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("秋收前先还利息，10月15号一次还清", "promise_to_pay"),
        ("十月收完粮食之前只还利息，之后还剩下的", "propose_instalment"),
        ("利息我每月照付，本金等秋收", "request_extension"),
    ],
)
def test_all_the_rest_after_it_is_a_part_of_the_season(sqlite_store: Store, text: str, label: str) -> None:
    borrower = in_china(a_borrower())
    case = replace(borrower.case, product="business-term", interest_terms=InterestTerms(120_000))
    line = verified(sqlite_store, {text: label}, replace(borrower, case=case))
    line.says(text)
    with line.store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, line.borrower.case.id)
    assert waiting.asked.offer.kind is PlanType.INTEREST_ONLY
