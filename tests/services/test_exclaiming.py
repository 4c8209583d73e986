"""Anger and need in words of death bring no crisis line and no estate; a cry for help always does."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower


@pytest.mark.parametrize(
    ("borrower", "text", "label", "said"),
    [
        (CHINA, "烦死了别催了", "abusive+self_harm", {"calm.first"}),
        (CHINA, "我累死了", "self_harm", {"calm.first"}),
        (CHINA, "尴尬死了", "deceased", {"calm.first"}),
        (CHINA, "最近忙死我了", "inconvenient+self_harm", {"inconvenient.answer"}),
        (a_borrower(), "scared to death", "self_harm+deceased", {"calm.first"}),
    ],
)
def test_an_exclamation_is_answered_as_one_and_a_person_reads_it(
    sqlite_store: Store, borrower: Borrower, text: str, label: str, said: set[str]
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.dialogue.confidence = 0.76
    line.says(text)
    assert keys(line) == said
    assert ("self_harm" if "self_harm+" in label else "also_said") in reasons(line)
    assert not {SpecialStatus.DECEASED, SpecialStatus.SELF_HARM} & statuses(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [(CHINA, "穷死了"), (CHINA, "累死累活一个月才4500"), (a_borrower(), "I'm dead broke")],
)
def test_want_of_money_is_hardship(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = verified(sqlite_store, borrower, **{text: "self_harm+cannot_pay"})
    line.dialogue.confidence = 0.3
    line.says(text)
    assert "crisis.answer" not in keys(line)
    assert keys(line) & {"hardship.answer", "relief.ask", "relief.offer", "relief.two"}


@pytest.mark.parametrize(
    ("borrower", "text", "confidence"),
    [
        (CHINA, "我撑不住了", 0.4),
        (CHINA, "累死了 活着没意思", 0.2),
        (CHINA, "活不起了", 0.4),
        (CHINA, "烦死了别催了", 1.0),  # as a reviewed phrase has it
        (a_borrower(), "I'm tired to death of living", 0.2),
    ],
)
def test_whatever_may_be_meant_has_the_crisis_line(
    sqlite_store: Store, borrower: Borrower, text: str, confidence: float
) -> None:
    line = verified(sqlite_store, borrower, **{text: "self_harm"})
    line.dialogue.confidence = confidence
    line.says(text)
    assert "crisis.answer" in keys(line)


def test_who_has_not_proved_who_they_are_hears_no_word_of_the_debt(sqlite_store: Store) -> None:
    line = Line(sqlite_store, CHINA, {"穷死了": "self_harm+cannot_pay", "气死我了": "self_harm"})
    line.write_first()
    line.dialogue.confidence = 0.2
    line.says("气死我了")
    assert keys(line) == {"calm.first"}
    line.says("穷死了")
    assert "crisis.answer" not in keys(line)
