"""After a statement of self-harm help is named until they say outright that they are safe."""

from __future__ import annotations

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

EN = (a_borrower(), "I don't want to live any more", "yes I'm safe, I don't want to hurt myself")
ZH = (CHINA, "我不想活了", "我很安全，我没想自杀，就是生气")
BOTH = pytest.mark.parametrize(("borrower", "stated", "safe"), [EN, ZH], ids=["en", "zh"])


@BOTH
def test_who_says_they_are_safe_is_not_sent_to_the_help_line_again(
    sqlite_store: Store, borrower: Borrower, stated: str, safe: str
) -> None:
    line = verified(sqlite_store, borrower, **{stated: "self_harm"})
    line.says(stated)
    said = []
    for text in (safe, "60", "100", "200"):
        assert line.says(text)
        said.append(*keys(line))
    assert said == ["crisis.safe", "crisis.with_them", "crisis.kept", "crisis.with_them"]
    assert SpecialStatus.SELF_HARM in statuses(line)
    assert reasons(line) == ["self_harm"]


@BOTH
def test_who_fears_again_hears_of_help_again(
    sqlite_store: Store, borrower: Borrower, stated: str, safe: str
) -> None:
    line = verified(sqlite_store, borrower, **{stated: "self_harm"})
    for text, key in (
        (stated, "crisis.answer"),
        (safe, "crisis.safe"),
        (stated, "crisis.answer"),
        ("60", "crisis.again"),
    ):
        line.says(text)
        assert keys(line) == {key}


@BOTH
def test_who_says_nothing_of_it_hears_of_help_once_more_and_then_who_has_their_words(
    sqlite_store: Store, borrower: Borrower, stated: str, safe: str
) -> None:
    line = verified(sqlite_store, borrower, **{stated: "self_harm"})
    said = []
    for text in (stated, "60", "ok", "60", "100", stated, safe):
        line.says(text)
        said.append(*keys(line))
    later = ["crisis.with_them", "crisis.kept", "crisis.with_them"]
    assert said == ["crisis.answer", "crisis.again", *later, "crisis.answer", "crisis.safe"]
    assert SpecialStatus.SELF_HARM in statuses(line)


def test_who_only_meant_the_loan_is_told_that_a_person_hears_it_at_once(sqlite_store: Store) -> None:
    stated, safe = EN[1], "i am safe, i only meant the loan"
    line = verified(sqlite_store, EN[0], **{stated: "self_harm"})
    line.says(stated)
    line.says("60")
    line.says(safe)
    assert keys(line) == {"crisis.safe"}
    assert reasons(line) == ["self_harm"]
