"""Trouble that is none of today raises no hardship and reduces no terms; true hardship is heard as ever."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.negotiation.plan_types import PlanType
from arrears.store import Store
from tests.builders.line import Line, keys, plan_of, reasons
from tests.builders.offers import CHINA, PART, PROOF, PROPOSAL, YES, language_of, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN = a_borrower()
SHIFT = "whatever man. knicks lost by 20 again and this double shift is killing me"
TRUCK = "honest question first, can you guys take my truck? I cant work without it"
ROAD = "前阵子修路 店门口封了一个多月 没生意 才欠下的 现在通了"
RAIN = "有一周真的跑不够怎么办 比如连着下暴雨"
SUMMER = "The summer was slow but orders have picked up. We can manage 200 a month"


@pytest.mark.parametrize(
    ("borrower", "text", "label", "said"),
    [
        (EN, SHIFT, "cannot_pay", {"hardship.heard", "next.question"}),
        (EN, TRUCK, "ask_legal_consequences+cannot_pay", {"script.consequences"}),
        (CHINA, ROAD, "cannot_pay", {"hardship.heard", "next.question"}),
        (EN, SUMMER, "cannot_pay+propose_instalment", {"plan.read_back"}),
        (EN, SUMMER, "cannot_pay", {"plan.read_back"}),
    ],
)
def test_it_raises_nothing_and_a_person_reads_it(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, said: set[str]
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == said
    assert SpecialStatus.HARDSHIP not in statuses(line)
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(("borrower", "text"), [(EN, SHIFT), (CHINA, ROAD)])
def test_a_sum_named_after_it_pays_the_whole(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    monthly = "I can do 200 a month" if borrower is EN else "每月还2000"
    line = verified(sqlite_store, borrower, **{text: "cannot_pay", monthly: "propose_instalment"})
    line.says(text)
    line.says(monthly)
    waits = on_the_table(line)
    assert waits is not None
    assert waits[0].kind is not PlanType.HARDSHIP
    assert waits[0].left_due is None or waits[0].left_due.minor == 0


def test_said_before_the_proof_it_raises_nothing_either(sqlite_store: Store) -> None:
    proof = PROOF[EN.person.language]
    line = Line(sqlite_store, EN, {SHIFT: "cannot_pay", proof: "verify_identity"})
    line.write_first()
    line.says(SHIFT)
    line.says(proof)
    assert "balance.state" in keys(line)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (EN, "this shift is killing me and i still can't make rent"),
        (EN, "the summer was slow and orders haven't picked up"),
        (CHINA, "现在通了 但还是没生意"),
    ],
)
def test_true_hardship_is_heard(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = verified(sqlite_store, borrower, **{text: "cannot_pay"})
    line.says(text)
    assert "hardship.answer" in keys(line)
    assert SpecialStatus.HARDSHIP in statuses(line)


NO_SUM = "nah i dont have 300 rn anyway, that was if the tax refund comes"
NO_SUM_ZH = "算了 我现在也没有3000"


@pytest.mark.parametrize(("borrower", "text"), [(EN, NO_SUM), (CHINA, NO_SUM_ZH)])
def test_who_has_not_the_one_sum_is_asked_what_they_could_manage_and_may_pay_the_whole(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    monthly = "I can do 200 a month" if borrower is EN else "每月还2000"
    line = verified(sqlite_store, borrower, **{text: "cannot_pay", monthly: "propose_instalment"})
    line.says(text)
    assert keys(line) == {"next.question"}
    assert SpecialStatus.HARDSHIP not in statuses(line)
    line.says(monthly)
    waits = on_the_table(line)
    assert waits is not None
    assert waits[0].kind is not PlanType.HARDSHIP


def test_what_of_ours_waits_is_turned_down_by_it(sqlite_store: Store) -> None:
    line = verified(sqlite_store, EN, **{NO_SUM: "cannot_pay"})
    line.says(PROPOSAL)
    line.says(NO_SUM)
    assert keys(line) == {"plan.declined"}
    assert on_the_table(line) is None


def agreed(store: Store, borrower: Borrower, text: str) -> Line:
    line = verified(store, borrower, **{text: "cannot_pay"})
    line.says(PROPOSAL if borrower is EN else PART[language_of(line)])
    if borrower is EN:
        line.says(YES[language_of(line)])
    return line


def test_a_bad_week_that_may_come_is_answered_as_a_missed_payment(sqlite_store: Store) -> None:
    line = agreed(sqlite_store, CHINA, RAIN)
    line.says(RAIN)
    assert "plan.otherwise" in keys(line)
    assert SpecialStatus.HARDSHIP not in statuses(line)


@pytest.mark.parametrize("text", ["I lost my job", "I can't pay right now, I have no income"])
def test_beside_a_plan_hardship_says_that_reminders_rest(sqlite_store: Store, text: str) -> None:
    line = agreed(sqlite_store, EN, text)
    said = line.says(text)
    assert "hardship.agreed" in keys(line)
    assert "hardship.answer" not in keys(line)
    assert "30 days" not in said
    assert SpecialStatus.HARDSHIP in statuses(line)
    assert plan_of(line) is not None
