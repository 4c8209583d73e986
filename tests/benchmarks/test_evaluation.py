"""Entities are scored by value: exact, missed, unsure, or silently wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from arrears.domain.people import Language
from arrears.domain.understanding import ReadText
from arrears.ports import IntentReader
from benchmarks.evaluation.entities import Count, canonical, score


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("45.5", "45.50", True),
        ("1500", "1500.00", True),
        ("0482", "482", False),
        ("INVALID:02-30", "INVALID:feb 30", True),
        ("UNRESOLVED:payday", "UNRESOLVED:bonus", True),
        ("PAST:2027-03-01", "PAST:2027-03-02", False),
        ("2027-03-01", "2027-03", False),
        ("FULL", "full", True),
    ],
)
def test_values_are_compared_as_the_inventory_means_them(one: str, other: str, *, alike: bool) -> None:
    assert (canonical(one) == canonical(other)) is alike


class _Promises:
    """A reader to whom everything is a promise."""

    def read(self, texts: list[object]) -> list[ReadText]:
        return [ReadText(Language.EN, (("promise_to_pay", 1.0),)) for _ in texts]


def _scored(folder: Path, *rows: tuple[str, dict[str, str]]) -> dict[str, Count]:
    file = folder / "rows.jsonl"
    lines = [
        {
            "text": text,
            "language": "en",
            "now": "2027-03-03T10:00:00",
            "intents": ["promise_to_pay"],
            "entities": [{"entity": kind, "value": value} for kind, value in labels.items()],
        }
        for text, labels in rows
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    reader: IntentReader = _Promises()  # type: ignore[assignment]
    return score(file, reader).kinds


def test_what_is_read_as_labelled_is_exact(tmp_path: Path) -> None:
    kinds = _scored(tmp_path, ("i'll pay $120 on march 9", {"amount": "120", "date": "2027-03-09"}))
    assert (kinds["amount"].exact, kinds["date"].exact) == (1, 1)
    assert (kinds["amount"].wrong, kinds["date"].wrong) == (0, 0)


def test_another_value_is_silently_wrong_and_no_value_is_only_missed(tmp_path: Path) -> None:
    kinds = _scored(tmp_path, ("i'll pay $120 on march 9", {"amount": "121"}), ("hello", {"time": "09:00"}))
    assert (kinds["amount"].labelled, kinds["amount"].exact, kinds["amount"].wrong) == (1, 0, 1)
    assert kinds["date"].wrong == 1
    assert (kinds["time"].labelled, kinds["time"].exact, kinds["time"].wrong) == (1, 0, 0)


def test_what_is_said_with_a_doubt_and_not_labelled_is_astray_and_not_silently_wrong(tmp_path: Path) -> None:
    kinds = _scored(tmp_path, ("i can only do 30 of the 90", {"amount": "30"}))
    amounts = kinds["amount"]
    assert (amounts.exact, amounts.wrong, amounts.unsure, amounts.astray) == (1, 0, 1, 1)
