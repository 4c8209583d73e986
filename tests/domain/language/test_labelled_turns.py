"""Every labelled turn, read whole: exact, or without a doubt wrong in none."""

from __future__ import annotations

import pytest

from tests.domain.language.labelled import Labelled, found_in, is_exact, labelled, score, silently_wrong

# What each table must keep; the few turns that are not exact are given up as unread or unsure, never wrong.
FLOORS = {
    "terms_en.txt": 0.99,
    "terms_zh.txt": 0.99,
    "others_en.txt": 0.98,
    "others_zh.txt": 0.98,
    "second_en.txt": 0.98,
    "second_zh.txt": 0.98,
    "third_en.txt": 0.98,
    "third_zh.txt": 0.98,
    "fourth_en.txt": 0.97,
    "fourth_zh.txt": 0.97,
    "fifth_en.txt": 0.98,
    "fifth_zh.txt": 0.94,
    "sixth_en.txt": 0.99,
    "sixth_zh.txt": 0.99,
    "seventh_en.txt": 1.0,
    "seventh_zh.txt": 1.0,
}
TERMS = ("date", "amount", "percent", "instalment_count", "frequency")


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_a_table_of_labelled_turns_is_read_exactly(name: str, floor: float) -> None:
    exact, _ = score(name)
    assert exact >= floor, [row.text for row in labelled(name) if not is_exact(row)]


@pytest.mark.parametrize("name", FLOORS)
def test_no_value_of_a_labelled_turn_is_wrong_without_a_doubt(name: str) -> None:
    assert [(row.text, wrong) for row in labelled(name) if (wrong := silently_wrong(row))] == []


@pytest.mark.parametrize("name", FLOORS)
def test_spans_lie_inside_the_turn_and_hold_the_words(name: str) -> None:
    for row in labelled(name):
        for entity in (*found_in(row), *found_in(row, hinted=False)):
            start, end = entity.span
            assert 0 <= start < end <= len(row.text)
            assert entity.words == row.text[start:end]


@pytest.mark.parametrize("name", [name for name in FLOORS if not name.startswith("others")])
def test_terms_are_mostly_read_without_knowing_the_intent(name: str) -> None:
    rows = [row for row in labelled(name) if any(one in TERMS for one, _ in row.values)]
    assert sum(_has_its_terms(row) for row in rows) / len(rows) >= 0.75


def _has_its_terms(row: Labelled) -> bool:
    found = {(str(one.name), one.value) for one in found_in(row, hinted=False)}
    return all(value in found for value in row.values if value[0] in TERMS)
