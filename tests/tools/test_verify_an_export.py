"""What the product exports, the verifier reads: the two were written apart, from one document."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from arrears.adapters.evidence_signing import EvidenceSigner, new_key_pair
from arrears.services.export_evidence import document_text, export_case
from arrears.store import Store
from tests.builders.line import Line
from tests.tools.evidence_files import canonical
from tools.verify_evidence import check

KEY, PUBLIC = new_key_pair()
SAYINGS = [
    ("I can do $350 a month starting on the 15th", "please stop texting me"),
    ("this is not my debt",),
    ("I don't want to live any more",),
]


@pytest.fixture
def line(store: Store) -> Line:
    line = Line(store)
    line.write_first()
    return line


def exported(line: Line) -> dict[str, Any]:
    return export_case(line.desk, line.borrower.case.id, EvidenceSigner(KEY))


@pytest.mark.parametrize("sayings", SAYINGS)
def test_what_the_product_did_holds(line: Line, sayings: tuple[str, ...]) -> None:
    line.agree()
    for words in sayings:
        line.says(words)
    assert check(document_text(exported(line)).encode(), None, PUBLIC) == []


def test_a_changed_word_of_an_export_is_found(line: Line) -> None:
    document = copy.deepcopy(exported(line))
    fields = next(iter(document["personal"].values()))
    name = next(iter(fields))
    fields[name]["value"] += "."
    found = check(canonical(document) + b"\n", None, PUBLIC)
    assert {finding.rule for finding in found} >= {"PERSONAL"}
