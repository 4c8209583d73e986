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
def test_who_says_nothing_of_it_hears_of_help_each_time(
    sqlite_store: Store, borrower: Borrower, stated: str, safe: str
) -> None:
    line = verified(sqlite_store, borrower, **{stated: "self_harm"})
    line.says(stated)
    for text in ("60", "ok", "60"):
        line.says(text)
        assert keys(line) == {"crisis.again"}
