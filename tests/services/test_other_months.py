"""A sum for some months and one for others, said over several turns, are one proposal, read back in full."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import Balance, Purpose
from arrears.domain.money import Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store
from tests.builders.line import Line, keys, plan_of
from tests.builders.offers import CHINA, on_the_table, verified
from tests.builders.store import Borrower, a_borrower

type Paid = tuple[str, int]

PLAN = "propose_instalment"
WINTER, LUMP, FROM_MAY = "冬天每月只能还800", "4月20号先还6000", "5月起每月2500"
AS_SAID = [("03-10", 800), ("04-20", 6000), ("05-11", 2500), ("06-10", 2500), ("07-10", 2500), ("08-10", 700)]
WINTERS, FROM_APRIL = "winters i can only do 250", "from april i can do 900"


def owing(borrower: Borrower, whole: int, purpose: Purpose = Purpose.CONSUMER) -> Borrower:
    zero = Money.zero(borrower.case.currency)
    owed = Balance(fees=zero, interest=zero, principal=replace(zero, minor=whole * 100))
    return replace(borrower, balance=owed, case=replace(borrower.case, purpose=purpose))


HOUSE, SHOP = owing(CHINA, 15_000), owing(a_borrower(), 9_000, Purpose.COMMERCIAL)


def says(store: Store, who: Borrower, *texts: str) -> Line:
    line = verified(store, who, **dict.fromkeys(texts, PLAN))
    for text in texts:
        line.says(text)
    return line


def schedule(line: Line) -> list[Paid]:
    waiting = on_the_table(line)
    assert waiting is not None
    return [(f"{item.on:%m-%d}", item.amount.minor // 100) for item in waiting[0].instalments]


@pytest.mark.parametrize(
    "texts",
    [
        (WINTER, LUMP, FROM_MAY),
        (WINTER, FROM_MAY, LUMP),
        (LUMP, WINTER, FROM_MAY),
        (f"{WINTER}，{LUMP}，{FROM_MAY}",),
        (WINTER, "4月20号先还9000", FROM_MAY, LUMP),  # of the same month, in its place
    ],
)
def test_a_season_a_sum_of_one_day_and_what_follows_are_one_schedule(
    sqlite_store: Store, texts: tuple[str, ...]
) -> None:
    line = says(sqlite_store, HOUSE, *texts)
    assert keys(line) == {"plan.read_back"}
    assert schedule(line) == AS_SAID
    line.says("同意")
    plan = plan_of(line)
    assert plan is not None
    assert [item.amount.minor // 100 for item in plan.instalments] == [paid for _, paid in AS_SAID]


@pytest.mark.parametrize("texts", [(WINTERS, FROM_APRIL), (f"{WINTERS}, {FROM_APRIL}",)])
def test_a_season_ends_where_the_other_sum_begins_in_later_years_too(
    sqlite_store: Store, texts: tuple[str, ...]
) -> None:
    line = says(sqlite_store, SHOP, *texts)
    paid = schedule(line)
    assert paid[:2] == [("03-09", 250), ("04-09", 900)]
    assert {sum_ for day, sum_ in paid[:-1] if day[:2] in ("12", "01", "02", "03")} == {250}
    assert {sum_ for day, sum_ in paid[:-1] if day[:2] not in ("12", "01", "02", "03")} == {900}


def test_the_sum_of_a_season_alone_asks_for_that_of_the_other_months(sqlite_store: Store) -> None:
    line = says(sqlite_store, SHOP, WINTERS)
    assert keys(line) == {"proposal.ask_other_months"}
    assert on_the_table(line) is None


@pytest.mark.parametrize(
    "text", ["900", "other months 900", "the rest of the year i can do 900", "otherwise 900"]
)
def test_the_answer_is_that_of_the_other_months(sqlite_store: Store, text: str) -> None:
    line = says(sqlite_store, SHOP, WINTERS, text)
    assert {paid for day, paid in schedule(line) if day[:2] in ("12", "01", "02")} == {250}
    assert schedule(line)[0] == ("03-09", 900)


def test_who_names_no_other_sum_pays_no_more_than_they_named(sqlite_store: Store) -> None:
    line = says(sqlite_store, owing(a_borrower(), 3_000), WINTERS, "i really don't know")
    assert {paid for _, paid in schedule(line)} == {250}
    waiting = on_the_table(line)
    assert waiting is not None
    assert waiting[0].kind is PlanType.INSTALMENTS


def test_who_is_in_difficulty_is_not_asked_for_more(sqlite_store: Store) -> None:
    hard = "i lost my job"
    line = verified(sqlite_store, owing(a_borrower(), 3_000), **{hard: "cannot_pay", WINTERS: PLAN})
    line.says(hard)
    line.says(WINTERS)
    assert keys(line) != {"proposal.ask_other_months"}
    assert {paid for _, paid in schedule(line)} == {250}


def test_of_two_seasons_the_months_of_neither_have_the_smaller_sum(sqlite_store: Store) -> None:
    line = says(sqlite_store, SHOP, WINTERS, "summers 900 a month")
    assert schedule(line)[:5] == [
        ("03-09", 250),
        ("04-09", 250),
        ("05-11", 250),
        ("06-09", 900),
        ("07-09", 900),
    ]


def test_a_season_said_after_the_regular_sum_is_lighter(sqlite_store: Store) -> None:
    line = says(sqlite_store, SHOP, "900 a month", WINTERS)
    assert {paid for day, paid in schedule(line) if day[:2] in ("12", "01", "02")} == {250}


def test_a_loan_at_home_has_no_plan_by_season(sqlite_store: Store) -> None:
    assert keys(says(sqlite_store, owing(a_borrower(), 9_000), WINTERS, FROM_APRIL)) == {"plan.referred"}


def test_a_loan_at_home_may_have_one_that_changes_once(sqlite_store: Store) -> None:
    line = says(sqlite_store, owing(a_borrower(), 3_000), WINTERS, FROM_APRIL)
    assert schedule(line) == [("03-09", 250), ("04-09", 900), ("05-11", 900), ("06-09", 900), ("07-09", 50)]


def test_another_rhythm_stands_for_all_of_it(sqlite_store: Store) -> None:
    assert {paid for _, paid in schedule(says(sqlite_store, SHOP, WINTERS, "300 a week"))} == {300}


@pytest.mark.parametrize(
    "text",
    [
        "last winter i could only do 250 a month",
        "until winter i can only do 250 a month",
        "my winter heating is 250 a month",
        "i can only do 250 in march",
        "到冬天之前每月只能还800",
        "冬天以后每月还800",
    ],
)
def test_what_is_no_sum_of_a_season_asks_for_no_other_months(sqlite_store: Store, text: str) -> None:
    who = HOUSE if text[0] > "z" else SHOP
    assert keys(says(sqlite_store, who, text)) != {"proposal.ask_other_months"}


SLOW = {
    "zh": ("11月到4月基本没客人 5月才慢慢有", "淡季每个月最多拿500出来", "6月开始每个月2500 一直到还完"),
    "en": (
        "november to april we hardly have any guests, picks up in may",
        "off season i can do 100 a month at most",
        "from june 900 a month until its paid off",
    ),
}
ON_A_DAY = {"zh": "每月16号吧 先从3月16号开始", "en": "the 16th of each month, starting march 16"}
WHOLE = {
    "zh": "对 3月到5月每月500 6月起每月2500 不能一上来就2500",
    "en": "right, 100 a month march to may, then 900 a month from june",
}
IN_STEPS = {
    "zh": [("03-16", 500), ("04-16", 500), ("05-18", 500), ("06-16", 2500), ("07-16", 2500)],
    "en": [("03-16", 100), ("04-16", 100), ("05-18", 100), ("06-16", 900), ("07-16", 900)],
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_larger_sum_from_a_later_month_asks_for_no_more_until_then(
    sqlite_store: Store, language: str
) -> None:
    who = owing(CHINA, 15_000, Purpose.COMMERCIAL) if language == "zh" else SHOP
    line = says(sqlite_store, who, *SLOW[language], ON_A_DAY[language], WHOLE[language])
    assert schedule(line)[:5] == IN_STEPS[language]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_who_takes_the_limit_back_hears_the_later_sum_alone(sqlite_store: Store, language: str) -> None:
    who = owing(CHINA, 15_000, Purpose.COMMERCIAL) if language == "zh" else SHOP
    instead = {"zh": "算了，4月10号开始每个月2500", "en": "actually from april 10 900 a month instead"}
    line = says(sqlite_store, who, SLOW[language][1], instead[language])
    assert {amount for _, amount in schedule(line)[:-1]} == {2500 if language == "zh" else 900}


@pytest.mark.parametrize("hard", [True, False])
def test_steps_that_begin_below_the_minimum_are_for_a_person_whole(sqlite_store: Store, hard: bool) -> None:
    texts = ("3月16号起每月300 6月起每月2500",)
    who = owing(CHINA, 15_000, Purpose.COMMERCIAL)
    line = verified(sqlite_store, who, **{"没生意 还不上": "cannot_pay"}, **dict.fromkeys(texts, PLAN))
    if hard:
        line.says("没生意 还不上")
    said = line.says(texts[0])
    assert "approval.asked" in keys(line)
    assert "¥300.00" in said
    assert "¥2,500.00" in said
