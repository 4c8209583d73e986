"""What owners of small businesses ask for by kind, each answered as what it is."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower
from tests.services.test_hard_beside_a_wish import DINER, SHOP


@pytest.mark.parametrize(
    "text",
    [
        "sales dropped in half. could payments follow what we take in, like 10% of sales",
        "sales are down 40%, can our payments be based on sales",
    ],
)
def test_how_far_sales_fell_is_no_share_that_is_offered(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, DINER, **{text: "request_settlement"})
    line.says(text)
    table = on_the_table(line)
    assert table is not None
    assert (table[0].kind, table[0].takings_percent) == (PlanType.REVENUE_LINKED, 10)


def test_a_season_is_no_hardship(sqlite_store: Store) -> None:
    text = "我做水果批发的，旺季6到9月，能不能旺季多还淡季少还"
    line = verified(sqlite_store, SHOP, **{text: "propose_instalment"})
    line.says(text)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("淡季能少还一点", False),
        ("it is our slow season", False),
        ("淡季没收入，还不上了", True),
        ("生意不好，现在又是淡季", True),
        ("business is dead", True),
    ],
)
def test_the_season_alone_is_no_reason(text: str, hard: bool) -> None:
    assert names_hardship(text) is hard


def test_who_cannot_pay_in_a_season_that_is_not_known_is_asked_what_they_could(sqlite_store: Store) -> None:
    text = "nothing comes in over winter. can we pay less now and more in summer"
    line = verified(sqlite_store, DINER, **{text: "cannot_pay"})
    line.says(text)
    assert keys(line) == {"hardship.answer", "relief.ask"}
    assert on_the_table(line) is None


@pytest.mark.parametrize("label", ["request_extension", "request_hardship"])
def test_who_is_in_difficulty_and_asks_for_a_pause_hears_of_one(sqlite_store: Store, label: str) -> None:
    text = "先给我停三个月行不行"
    line = verified(sqlite_store, SHOP, 一分钱都拿不出来="cannot_pay", **{text: label})
    line.says("一分钱都拿不出来")
    line.says(text)
    table = on_the_table(line)
    assert table is not None
    assert table[0].kind is PlanType.PAUSE


@pytest.mark.parametrize(
    ("borrower", "text", "label", "said"),
    [
        (DINER, "can you waive the late fees", "request_settlement", "fees.none"),
        (DINER, "can I renew the loan instead of paying it off", "ask_payoff", "plan.referred_credit"),
        (
            DINER,
            "I need the loan extended another year, I can do 400 a month",
            "request_extension",
            "plan.referred",
        ),
        (SHOP, "要提供什么材料", "request_validation", "papers.answer"),
        (SHOP, "what if a month is really bad", "ask_legal_consequences", "plan.missed"),
    ],
)
def test_it_is_answered_and_nothing_more_is_demanded(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, said: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) - {"human.promised"} == {said}
    assert on_the_table(line) is None
    assert SpecialStatus.VALIDATION_REQUESTED not in statuses(line)


def test_who_would_pay_early_hears_the_payoff(sqlite_store: Store) -> None:
    text = "我想提前还清，一共要多少钱"
    line = verified(sqlite_store, SHOP, **{text: "ask_payoff"})
    line.says(text)
    assert keys(line) == {"balance.payoff"}


def test_proof_of_the_debt_is_still_a_request_for_it(sqlite_store: Store) -> None:
    text = "你们有什么证据"
    line = verified(sqlite_store, SHOP, **{text: "request_validation"})
    line.says(text)
    assert SpecialStatus.VALIDATION_REQUESTED in statuses(line)
    assert "kind_of_plan" not in reasons(line)
