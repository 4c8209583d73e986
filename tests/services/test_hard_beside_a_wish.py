"""Who cannot pay and asks for a kind of plan in the same breath is answered about that plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from arrears.domain.cases import Balance, Purpose, SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, approvals
from tests.builders.line import SAYINGS, Line, keys, reasons
from tests.builders.offers import CHINA, PROOF, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower


def with_a_shop(borrower: Borrower, whole: int, currency: Currency) -> Borrower:
    zero = Money.zero(currency)
    return replace(
        borrower,
        case=replace(borrower.case, product="business-term", purpose=Purpose.COMMERCIAL),
        balance=Balance(fees=zero, interest=zero, principal=Money(whole * 100, currency)),
    )


SHOP = with_a_shop(CHINA, 152_350, Currency.CNY)
DINER = with_a_shop(a_borrower(), 152_350, Currency.USD)
LONGER = "15万的贷款现在还不上，能不能展期半年"
LONGER_EN = "I can't make the payments on my 150k loan right now, could you extend it six months"


def asked_for(line: Line) -> Offer:
    with line.store.read() as tx:
        (asked,) = approvals.waiting_of(tx, line.borrower.case.id)
    return asked.asked.offer


@pytest.mark.parametrize("label", ["cannot_pay", "request_extension", "cannot_pay+request_extension"])
def test_an_extension_is_asked_for_and_the_hardship_written_down(sqlite_store: Store, label: str) -> None:
    line = verified(sqlite_store, SHOP, **{LONGER: label})
    line.says(LONGER)
    assert keys(line) == {"hardship.heard", "approval.asked"}
    offer = asked_for(line)
    assert (offer.kind, offer.last_on) == (PlanType.EXTENSION, date(2026, 9, 3))
    assert SpecialStatus.HARDSHIP in statuses(line)
    assert on_the_table(line) is None  # and no demand for all of it


def test_so_it_is_when_they_said_it_before_the_proof(sqlite_store: Store) -> None:
    proof = PROOF[SHOP.person.language]
    line = Line(sqlite_store, SHOP, SAYINGS | {LONGER: "cannot_pay", proof: "verify_identity"})
    line.write_first()
    line.says(LONGER)
    assert "identity.ask" in keys(line)
    line.says(proof)
    assert "approval.asked" in keys(line)
    assert asked_for(line).kind is PlanType.EXTENSION
    assert SpecialStatus.HARDSHIP in statuses(line)


@pytest.mark.parametrize("label", ["request_extension", "request_hardship", "cannot_pay"])
def test_where_no_agent_may_offer_it_a_person_looks_and_nothing_is_demanded(
    sqlite_store: Store, label: str
) -> None:
    line = verified(sqlite_store, DINER, **{LONGER_EN: label})
    line.says(LONGER_EN)
    assert keys(line) == {"hardship.heard", "plan.referred"}
    assert SpecialStatus.HARDSHIP in statuses(line)
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("borrower", "text", "said"),
    [
        (SHOP, "资金周转不开还不上，能做无还本续贷吗", "plan.referred_credit"),
        (SHOP, "现在没钱还本金，能先还半年利息吗", "plan.referred"),  # the lender gave no rate
        (SHOP, "最近还不上了，能打个折一次性结清吗", "plan.referred_less"),
        (DINER, "we can't make this month's payment, can we do interest only", "plan.referred"),
        (a_borrower(), "I lost my job and can't pay. would you settle for less?", "plan.referred_less"),
    ],
)
def test_every_kind_by_its_name_is_answered(
    sqlite_store: Store, borrower: Borrower, text: str, said: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "cannot_pay"})
    line.says(text)
    assert keys(line) == {"hardship.heard", said}
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("生意太差还不上了", "cannot_pay"),
        ("I can't pay right now, things are tough", "cannot_pay"),
    ],
)
def test_difficulty_alone_is_answered_as_before(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, SHOP if "生" in text else DINER, **{text: label})
    line.says(text)
    assert "hardship.answer" in keys(line)
    assert not keys(line) & {"approval.asked", "plan.referred"}


@pytest.mark.parametrize("text", ["如果还不上怎么办，能展期吗", "我怕到时还不上，能展期到9月1号吗"])
def test_what_is_only_feared_is_no_hardship(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, SHOP, **{text: "request_extension"})
    line.says(text)
    assert SpecialStatus.HARDSHIP not in statuses(line)


def test_without_a_length_it_is_asked_for_and_the_answer_belongs_to_the_wish(sqlite_store: Store) -> None:
    text = "生意太差这个月还不上了，可以给我展期吗"
    line = verified(sqlite_store, SHOP, **{text: "cannot_pay", "半年": "propose_instalment"})
    line.says(text)
    assert keys(line) == {"hardship.answer", "approval.ask_until"}
    line.says("半年")
    assert keys(line) == {"approval.asked"}
    assert asked_for(line).kind is PlanType.EXTENSION


def test_who_is_not_in_difficulty_is_asked_the_same(sqlite_store: Store) -> None:
    line = verified(sqlite_store, SHOP, **{"能不能展期": "request_extension", "到9月1号": "vague_promise"})
    line.says("能不能展期")
    assert keys(line) == {"approval.ask_until"}
    line.says("到9月1号")
    assert keys(line) == {"approval.asked"}
    assert asked_for(line).last_on == date(2026, 9, 1)


def test_who_names_no_length_when_asked_is_left_to_a_person(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store, SHOP, **{"能不能展期": "request_extension", "展期多久都行": "request_extension"}
    )
    line.says("能不能展期")
    line.says("展期多久都行")
    assert keys(line) == {"plan.referred"}
    assert reasons(line) == ["kind_of_plan"]
