"""A payment that was made is looked for whatever the label; what they offer meanwhile binds nobody."""

from __future__ import annotations

from datetime import date

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Proposal
from arrears.store import Store, proposals
from arrears.store.views.queue import queue_lines
from tests.builders.line import Line, every_plan, keys
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.several import statuses

PAID = "That's not right, I paid $150 on February 20 and I have the confirmation number"
PAID_ZH = "不对吧，我2月20号刚转过500块，我这里有转账截图的"
EVERY = {
    "75 every other Thursday, the 12th is the next one": "propose_instalment",
    "每个月还400，25号": "propose_instalment",
}
MOVED = {"could it be Fridays then, so the 13th?": "change_due_date", "能不能改到28号？": "change_due_date"}
AGAIN = {
    "yes, 75 every other Friday from the 13th": "affirm+propose_instalment",
    "对，每月28号400": "propose_instalment",
}
SECOND = {
    "what's the date of the second payment, so I can write it down?": "change_due_date",
    "第二期是哪一天？": "repeat_clarify",
}
SAYS = EVERY | MOVED | AGAIN | SECOND


def told(store: Store, *, china: bool, label: str = "promise_to_pay") -> Line:
    line = verified(store, CHINA if china else None, **SAYS, **{PAID: label, PAID_ZH: label})
    line.says(PAID_ZH if china else PAID)
    return line


def noted(line: Line) -> Proposal | None:
    with line.store.read() as tx:
        kept = proposals.last_proposal(tx, line.conversation_id)
    return None if kept is None else kept.proposal


BOTH = pytest.mark.parametrize("china", [False, True], ids=["en", "zh"])


@BOTH
@pytest.mark.parametrize("label", ["promise_to_pay", "out_of_scope", "pay_now", "partial_payment+deny"])
def test_it_is_looked_for_and_its_sum_offers_nothing(sqlite_store: Store, label: str, *, china: bool) -> None:
    line = told(sqlite_store, china=china, label=label)
    assert keys(line) == {"dispute.answer"}
    assert SpecialStatus.DISPUTE in statuses(line)
    assert noted(line) is None
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    "text", ["I'll pay $150 on March 20", "我3月20号转500", "I paid my rent on February 20 so 150 a month"]
)
def test_one_to_come_and_another_bill_are_none(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: "promise_to_pay"})
    line.says(text)
    assert SpecialStatus.DISPUTE not in statuses(line)


def test_what_they_offer_in_the_same_breath_is_noted_without_the_sum_that_was_paid(
    sqlite_store: Store,
) -> None:
    text = "I paid $150 on February 20, the rest I can do 75 every two weeks from March 12"
    line = verified(sqlite_store, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"dispute.answer", "dispute.own_terms"}
    kept = noted(line)
    assert kept is not None
    assert kept.amount == Money(7_500, Currency.USD)


@BOTH
def test_another_day_meanwhile_is_said_back_without_a_sum_and_binds_nobody(
    sqlite_store: Store, *, china: bool
) -> None:
    line = told(sqlite_store, china=china)
    line.says(list(EVERY)[china])
    assert keys(line) == {"dispute.own_terms"}
    for text in (list(MOVED)[china], list(AGAIN)[china]):
        said = line.says(text)
        assert keys(line) == {"dispute.own_terms"}
        assert ("28" if china else "13 March") in said
        assert ("400" if china else "75") not in said
    kept = noted(line)
    assert kept is not None
    assert kept.amount == Money(40_000 if china else 7_500, Currency.CNY if china else Currency.USD)
    assert kept.on == date(2026, 3, 28 if china else 13)
    assert not every_plan(line)
    assert on_the_table(line) is None


@BOTH
def test_the_person_sees_the_sum_and_the_day(sqlite_store: Store, *, china: bool) -> None:
    line = told(sqlite_store, china=china)
    line.says(list(EVERY)[china])
    line.says(list(MOVED)[china])
    with sqlite_store.read() as tx:
        named = [each.named for each in queue_lines(tx)]
    assert named == [noted(line)]


@BOTH
def test_while_nothing_stands_no_payment_has_a_day(sqlite_store: Store, *, china: bool) -> None:
    line = told(sqlite_store, china=china)
    line.says(list(SECOND)[china])
    assert keys(line) == {"dispute.no_day"}


@BOTH
def test_a_new_day_alone_without_terms_before_is_no_wish(sqlite_store: Store, *, china: bool) -> None:
    line = told(sqlite_store, china=china)
    line.says(list(MOVED)[china])
    assert "dispute.own_terms" not in keys(line)


@BOTH
def test_of_terms_that_wait_the_payment_they_ask_for_is_named_alone(
    sqlite_store: Store, *, china: bool
) -> None:
    terms = {
        "$350 a month starting on the 15th": "propose_instalment",
        "每月20号还1500": "propose_instalment",
    }
    line = verified(sqlite_store, CHINA if china else None, **SAYS, **terms)
    line.says(list(terms)[china])
    table = on_the_table(line)
    assert table is not None
    said = line.says(list(SECOND)[china])
    assert keys(line) == {"numbered.waiting", "plan.read_back_short"}
    second = table[0].instalments[1].on
    assert (f"{second.month}月{second.day}日" if china else f"{second.day} {second:%B}") in said
    assert not every_plan(line)
