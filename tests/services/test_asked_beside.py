"""What is asked beside terms is answered; what is only supposed binds nobody and lifts no limit."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store
from tests.builders.line import Line, every_plan, keys, plan_of, reasons
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower
from tests.services.test_hard_beside_a_wish import DINER, SHOP, with_a_shop

HARD = {"my hours were cut, I can't pay it all": "cannot_pay", "工资降了，还不起这么多": "cannot_pay"}
LIMIT = {
    "I can do 150 a month at most, starting March 13": "propose_instalment",
    "每个月最多能还500，从3月13号开始": "propose_instalment",
}
IN_JUNE = {
    "would you knock some off if I paid it all in June": "request_settlement",
    "六月份一次还清能不能便宜点": "propose_instalment+request_settlement",
    "and if I paid 1000 at once?": "out_of_scope",
    "and if I paid it all in June?": "already_paid",
}


def in_hardship(store: Store, borrower: Borrower) -> Line:
    line = verified(store, borrower, **HARD, **LIMIT, **IN_JUNE)
    at = 1 if borrower is CHINA else 0
    line.says([*HARD][at])
    line.says([*LIMIT][at])
    return line


ANSWERED = {"plan.referred_less", "plan.less_again", "plan.read_back_short", "plan.reminder"}


@pytest.mark.parametrize(
    ("borrower", "texts"),
    [
        (a_borrower(), ["would you knock some off if I paid it all in June"]),
        (
            a_borrower(),
            ["would you knock some off if I paid it all in June", "and if I paid 1000 at once?"],
        ),
        (
            a_borrower(),
            ["would you knock some off if I paid it all in June", "and if I paid it all in June?"],
        ),
        (CHINA, ["六月份一次还清能不能便宜点"]),
    ],
)
def test_whether_less_would_do_is_answered_and_the_offer_goes_on_waiting(
    sqlite_store: Store, borrower: Borrower, texts: list[str]
) -> None:
    line = in_hardship(sqlite_store, borrower)
    before = on_the_table(line)
    for text in texts:
        line.says(text)
        assert keys(line) <= ANSWERED
    assert on_the_table(line) == before
    assert every_plan(line) == ()
    assert SpecialStatus.DISPUTE not in statuses(line)


@pytest.mark.parametrize("text", [text for text in IN_JUNE if text.isascii()])
def test_what_is_supposed_does_not_lift_the_limit(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **LIMIT, **IN_JUNE, **{"what can you offer": "out_of_scope"})
    line.says(next(iter(LIMIT)))
    line.says("would you knock some off if I paid it all in June")
    line.says(text)
    line.says("what can you offer")
    table = on_the_table(line)
    assert table is not None
    most = max(each.amount for each in table[0].instalments)
    assert most <= Money(150_00, Currency.USD)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "150 a month is my limit. any discount for paying in full?"),
        (CHINA, "每个月最多500，一次性结清有没有优惠"),
    ],
)
def test_a_discount_asked_beside_terms_is_answered_and_they_are_read_out(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "propose_instalment+request_settlement"})
    line.says(text)
    assert keys(line) == {"plan.referred_less", "plan.read_back"}
    assert reasons(line) == ["settlement"]


def test_a_first_sum_in_hand_and_the_rest_at_will(sqlite_store: Store) -> None:
    text = "手头有2万先还，剩下随借随还每月最少5000"
    shop = with_a_shop(CHINA, 81_350, Currency.CNY)
    line = verified(sqlite_store, shop, **{text: "partial_payment+propose_instalment"})
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    table = on_the_table(line)
    assert table is not None
    offer = table[0]
    assert offer.kind is PlanType.FLEXIBLE
    assert offer.instalments[0].amount == Money(20_000_00, Currency.CNY)
    assert {each.amount.minor for each in offer.instalments[1:-1]} == {5_000_00}


@pytest.mark.parametrize("label", ["cannot_pay", "propose_instalment", "request_settlement"])
def test_where_there_is_no_such_plan_they_hear_that_more_may_be_paid(sqlite_store: Store, label: str) -> None:
    text = "I have 2000 now, the rest 500 a month minimum, more when I can, no penalty?"
    line = verified(sqlite_store, DINER, **{text: label})
    line.dialogue.confidence = 0.59
    line.says(text)
    assert "plan.early" in keys(line)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize(
    ("borrower", "text", "label"),
    [
        (SHOP, "还能再借出来用吗", "request_extension"),
        (SHOP, "还完了额度能再用吗", "out_of_scope"),
        (SHOP, "提前还清以后还可以再贷出来吗", "ask_payoff+request_extension"),
        (DINER, "can I draw it again later", "request_extension"),
        (DINER, "is it a revolving line, can I reborrow what I pay back?", "ask_payment_methods"),
    ],
)
def test_to_draw_again_is_new_credit_for_a_person_to_speak_of(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"plan.referred_credit"}
    assert reasons(line) == ["new_credit"]
    assert plan_of(line) is None
