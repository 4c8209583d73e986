"""Another sum in some months is read back exactly, or is for a person; no flat plan takes its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Balance, Purpose, SpecialStatus
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store, approvals
from tests.builders.line import SAYINGS, Line, keys
from tests.builders.offers import CHINA, PROOF, PROPOSAL, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower
from tests.services.test_hard_beside_a_wish import with_a_shop

BAKERY = with_a_shop(a_borrower(), 8_800, Currency.USD)
BOTH_SUMS = [
    "$900 a month from March 10, except July and August when we can only do $300",
    "300 in July and 300 in August, 900 in all the other months, first one March 10",
    "900 a month but only 300 in July and August",
    "No, please keep July and August at 300 and the rest at 900",
    "Normally about 900 a month, but in July and August more like 300",
]


def by_month(line: Line) -> dict[int, set[int]]:
    found = on_the_table(line)
    assert found is not None
    offer, other = found
    assert (offer.kind, other) == (PlanType.SEASONAL, None)
    sums: dict[int, set[int]] = {}
    for item in offer.instalments[:-1]:
        sums.setdefault(item.on.month, set()).add(item.amount.minor // 100)
    assert offer.total == Money(880_000, Currency.USD)
    return sums


def exactly_theirs(line: Line) -> bool:
    return all(sums == ({300} if month in (7, 8) else {900}) for month, sums in by_month(line).items())


@pytest.mark.parametrize("label", ["propose_instalment", "cannot_pay+propose_instalment", "request_hardship"])
@pytest.mark.parametrize("text", BOTH_SUMS)
def test_both_sums_are_read_back_month_by_month(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, BAKERY, **{text: label})
    line.says(text)
    assert exactly_theirs(line)


@pytest.mark.parametrize(
    "text",
    [
        "淡季一个月八百 六月到九月一个月三千 这样可以不",
        "我淡季一个月八百 六月到九月一个月三千 行不",
        "平时每月800块，六月到九月每月3000块",
    ],
)
def test_the_larger_sum_of_a_season_is_read_back_in_mandarin_too(sqlite_store: Store, text: str) -> None:
    house = with_a_shop(CHINA, 12_600, Currency.CNY)
    line = verified(sqlite_store, house, **{text: "propose_instalment"})
    line.says(text)
    found = on_the_table(line)
    assert found is not None
    of_months = {(item.on.month, item.amount.minor) for item in found[0].instalments[:-1]}
    assert of_months == {(3, 80_000), (4, 80_000), (5, 80_000)} | {(m, 300_000) for m in (6, 7, 8)}


def test_a_yes_records_them(sqlite_store: Store) -> None:
    text = BOTH_SUMS[0]
    line = verified(sqlite_store, BAKERY, **{text: "propose_instalment"})
    line.says(text)
    line.says("yes")
    assert "plan.recorded" in keys(line)


def test_a_day_named_later_keeps_both_sums(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store, BAKERY, **{BOTH_SUMS[2]: "propose_instalment", "first one March 12": "promise_to_pay"}
    )
    line.says(BOTH_SUMS[2])
    line.says("first one March 12")
    assert exactly_theirs(line)


@pytest.mark.parametrize(
    "text",
    [
        "We could pay 900 a month, but can July and August be lighter? Summer is dead for us.",
        "It has to be lower in July and August. Those months we barely sell anything.",
    ],
)
@pytest.mark.parametrize("label", ["propose_instalment+cannot_pay", "propose_instalment", "cannot_pay"])
def test_without_the_sum_of_these_months_a_person_looks(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, BAKERY, **{text: label})
    line.says(text)
    assert keys(line) == {"plan.referred"}
    assert on_the_table(line) is None
    assert SpecialStatus.HARDSHIP not in statuses(line)


def test_they_may_name_them_after_that(sqlite_store: Store) -> None:
    first = "We could pay 900 a month, but can July and August be lighter?"
    line = verified(
        sqlite_store, BAKERY, **{first: "propose_instalment+cannot_pay", BOTH_SUMS[2]: "propose_instalment"}
    )
    line.says(first)
    line.says(BOTH_SUMS[2])
    assert exactly_theirs(line)


def at_home() -> Borrower:
    balance = Balance(
        fees=Money(0, Currency.USD), interest=Money(0, Currency.USD), principal=Money(880_000, Currency.USD)
    )
    who = a_borrower()
    return replace(who, balance=balance, case=replace(who.case, purpose=Purpose.CONSUMER))


def test_where_the_loan_has_no_such_plan_it_is_for_a_person_and_never_flat(sqlite_store: Store) -> None:
    line = verified(sqlite_store, at_home(), **{BOTH_SUMS[2]: "propose_instalment"})
    line.says(BOTH_SUMS[2])
    assert keys(line) == {"plan.referred"}
    assert on_the_table(line) is None


def test_beyond_the_authority_it_is_asked_for_as_they_named_it(sqlite_store: Store) -> None:
    text = "400 a month but only 100 in July and August"
    line = verified(sqlite_store, BAKERY, **{text: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"approval.asked"}
    with sqlite_store.read() as tx:
        (waiting,) = approvals.waiting_of(tx, BAKERY.case.id)
    amounts = {item.on.month: item.amount.minor for item in waiting.asked.offer.instalments[:12]}
    assert (amounts[6], amounts[7], amounts[8], amounts[9]) == (40_000, 10_000, 10_000, 40_000)


def test_a_flat_sum_afterwards_is_a_flat_sum(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store,
        BAKERY,
        **{BOTH_SUMS[2]: "propose_instalment", "ok then 900 every month": "propose_instalment"},
    )
    line.says(BOTH_SUMS[2])
    line.says("ok then 900 every month")
    found = on_the_table(line)
    assert found is not None
    assert found[0].kind is PlanType.INSTALMENTS


def hears_it_again(line: Line, text: str) -> None:
    """The plan that waits is read back after the text, and is the same."""
    before = on_the_table(line)
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    assert on_the_table(line) == before


SEASON = "It has to be lower in July and August. Those months we barely sell anything."


@pytest.mark.parametrize("label", ["deny+partial_payment", "deny", "deny+propose_instalment"])
@pytest.mark.parametrize("text", [BOTH_SUMS[3], f"No. {SEASON}"])
def test_a_no_that_names_the_plan_on_the_table_is_no_no_to_it(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, BAKERY, **{BOTH_SUMS[0]: "propose_instalment", text: label})
    line.says(BOTH_SUMS[0])
    hears_it_again(line, text)
    line.says("yes")
    assert "plan.recorded" in keys(line)


@pytest.mark.parametrize("text", ["no", "No, that won't work", "No, 350 a month is too much"])
def test_a_no_that_wants_none_of_it_takes_it_off_the_table(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "deny"})
    line.says(PROPOSAL)
    line.says(text)
    assert not keys(line) & {"plan.read_back", "plan.recorded"}
    assert on_the_table(line) is None


def test_a_no_that_names_its_sum_hears_it_again(sqlite_store: Store) -> None:
    text = "No, please keep it at 350 a month"
    line = verified(sqlite_store, **{PROPOSAL: "propose_instalment", text: "deny"})
    line.says(PROPOSAL)
    hears_it_again(line, text)


@pytest.mark.parametrize("text", [SEASON, "Summer is dead for us, the students leave."])
@pytest.mark.parametrize("label", ["cannot_pay", "request_hardship", "cannot_pay+propose_instalment"])
def test_a_season_beside_the_plan_on_the_table_is_no_hardship(
    sqlite_store: Store, text: str, label: str
) -> None:
    line = verified(sqlite_store, BAKERY, **{BOTH_SUMS[0]: "propose_instalment", text: label})
    line.says(BOTH_SUMS[0])
    hears_it_again(line, text)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize(
    "text",
    [
        "I lost my job, it has to be lower in July and August",
        "We can't pay anything in July and August, make it lighter then",
    ],
)
def test_hardship_in_so_many_words_is_hardship_in_any_month(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, BAKERY, **{BOTH_SUMS[0]: "propose_instalment", text: "cannot_pay"})
    line.says(BOTH_SUMS[0])
    line.says(text)
    assert SpecialStatus.HARDSHIP in statuses(line)


def test_lighter_months_asked_for_before_the_proof_are_no_hardship_after_it(sqlite_store: Store) -> None:
    text = "We could pay 900 a month, but can July and August be lighter? Summer is dead for us."
    proof = PROOF[BAKERY.person.language]
    line = Line(sqlite_store, BAKERY, SAYINGS | {text: "propose_instalment+cannot_pay"})
    line.write_first()
    line.says(text)
    line.says(proof)
    assert "hardship.answer" not in keys(line)
    assert SpecialStatus.HARDSHIP not in statuses(line)
