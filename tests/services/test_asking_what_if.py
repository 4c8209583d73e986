"""What becomes of terms when things go wrong is answered, raises no hardship, and drops no offer."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import keys, plan_of, reasons
from tests.builders.offers import CHINA, PROPOSAL, on_the_table, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

IF, ZH_IF = "and if I still have no work by then?", "要是半年还没找到工作呢"
LOST, ZH_LOST = "I lost my job, I can only do 50 a month", "失业了，每月只能还300"


@pytest.mark.parametrize(
    ("borrower", "hard", "question"), [(a_borrower(), LOST, IF), (CHINA, ZH_LOST, ZH_IF)]
)
@pytest.mark.parametrize("agreed", [True, False])
def test_who_asks_what_if_of_relief_hears_of_the_review_and_no_other_offer(
    sqlite_store: Store, borrower: Borrower, hard: str, question: str, agreed: bool
) -> None:
    labels = {hard: "cannot_pay+propose_instalment", question: "cannot_pay", "好的": "affirm"}
    line = verified(sqlite_store, borrower, **labels)
    line.says(hard)
    before = on_the_table(line)
    assert before is not None
    if agreed:
        line.says("好的" if borrower is CHINA else "yes")
    said = line.says(question)
    assert keys(line) - {"plan.read_back_short"} == {"plan.otherwise_review"}
    assert ("plan.read_back_short" in keys(line)) is not agreed
    assert ("9月" if borrower is CHINA else "September") in said
    assert agreed or on_the_table(line) == before
    assert (plan_of(line) is not None) is agreed


def test_what_would_be_left_in_a_bad_week_takes_the_place_of_no_offer(sqlite_store: Store) -> None:
    text, question = "I can do 200 a month", "what if one month is bad and i can only send 40?"
    line = verified(sqlite_store, **{text: "propose_instalment", question: "partial_payment"})
    line.says(text)
    before = on_the_table(line)
    line.says(question)
    assert keys(line) <= {"plan.otherwise", "plan.otherwise_review", "plan.read_back_short"}
    assert on_the_table(line) == before


def test_who_asks_what_if_of_a_plan_raises_no_hardship_and_a_person_reads_it(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{IF: "cannot_pay"})
    line.says(PROPOSAL)
    line.says(IF)
    assert keys(line) == {"plan.otherwise", "plan.read_back_short"}
    assert SpecialStatus.HARDSHIP not in statuses(line)
    assert reasons(line) == ["also_said"]
    line.says("yes")
    assert plan_of(line) is not None


def test_who_asks_on_has_a_person_and_no_answer_twice(sqlite_store: Store) -> None:
    line = verified(
        sqlite_store, **{IF: "cannot_pay", "what happens if I can't keep it": "ask_legal_consequences"}
    )
    line.says(PROPOSAL)
    line.says(IF)
    line.says("what happens if I can't keep it")
    assert keys(line) == {"human.waiting"}
    assert on_the_table(line) is not None


def test_without_terms_the_question_is_answered_as_it_was(sqlite_store: Store) -> None:
    line = verified(sqlite_store, **{"what happens if I can't pay?": "ask_legal_consequences"})
    line.says("what happens if I can't pay?")
    assert keys(line) == {"script.consequences"}


@pytest.mark.parametrize("label", ["self_harm", "dispute", "stop_texts", "change_due_date"])
def test_other_labels_are_not_answered_by_it(sqlite_store: Store, label: str) -> None:
    line = verified(sqlite_store, **{IF: label})
    line.says(PROPOSAL)
    line.says(IF)
    assert not keys(line) & {"plan.otherwise", "plan.otherwise_review"}


def test_a_bad_month_that_is_named_is_no_wish_for_another_day(sqlite_store: Store) -> None:
    text = "What if September turns out slow as well, can we change it?"
    line = verified(sqlite_store, **{text: "change_due_date"})
    line.says(PROPOSAL)
    line.says(text)
    assert keys(line) == {"plan.otherwise", "plan.read_back_short"}


@pytest.mark.parametrize("label", ["ask_legal_consequences", "out_of_scope"])
@pytest.mark.parametrize(
    ("borrower", "text", "proposal"),
    [
        (a_borrower(), "and if it rains all month and i got nothing what happens", PROPOSAL),
        (CHINA, "要是哪周下大雨没单子咋办", "每月20号还1500"),
    ],
)
def test_who_asks_what_if_of_the_weather_hears_of_their_plan_and_nothing_of_the_law(
    sqlite_store: Store, borrower: Borrower, text: str, proposal: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label, proposal: "propose_instalment"})
    line.says(proposal)
    line.says(text)
    assert keys(line) == {"plan.otherwise", "plan.read_back_short"}


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "and if it rains all month and i got nothing what happens"),
        (CHINA, "要是哪周下大雨没单子咋办"),
    ],
)
def test_without_terms_it_is_of_a_day_to_come_and_not_of_the_law(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "ask_legal_consequences"})
    line.says(text)
    assert keys(line) == {"plan.missed"}


@pytest.mark.parametrize("text", ["what happens if i pay nothing", "if it rains all month will you sue me"])
def test_not_paying_and_the_law_are_asked_of_the_law(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "ask_legal_consequences"})
    line.says(PROPOSAL)
    line.says(text)
    assert "script.consequences" in keys(line)
