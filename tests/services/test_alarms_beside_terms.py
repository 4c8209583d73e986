"""Terms that answer our question raise no alarm where no word is of harm; a person reads the label."""

from __future__ import annotations

import pytest

from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import verified

HALVES = "All at once would be too much for me, so two halves of 218 it is."


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (HALVES, "self_harm@0.61+propose_instalment@0.48"),
        ("no 90 is what i can do for sure, dont wanna promise more and then not have it", "self_harm@0.85"),
    ],
)
def test_terms_that_answer_us_are_taken_up(sqlite_store: Store, text: str, labels: str) -> None:
    line = verified(sqlite_store, **{text: labels})
    line.says(text)
    assert not {"doubt.safety", "crisis.answer"} & keys(line)
    assert reasons(line)


@pytest.mark.parametrize(
    "text", ["two halves or not, it would be better without me", "90 is all i have left and i want to die"]
)
def test_terms_beside_a_word_of_harm_are_none(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "self_harm@0.61+propose_instalment@0.48"})
    line.says(text)
    assert len(keys(line)) == 1
    assert keys(line) <= {"doubt.safety", "crisis.answer"}


@pytest.mark.parametrize("text", ["dont go telling jake any of this", "please don't mention this to my boss"])
def test_who_wants_nobody_told_is_told_that_nobody_is(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, **{text: "cease_contact@0.63"})
    line.says(text)
    assert keys(line) == {"script.privacy"}
