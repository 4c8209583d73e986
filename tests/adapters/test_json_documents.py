"""JSON as people write it: every document is found, with the line it begins on."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrears.adapters.json_documents import json_documents, repeated_key

ONE, TWO = {"id": "one", "facts": {"zones": ["A"]}}, {"id": "two"}
PRETTY = json.dumps(ONE, indent=2)


def read(text: str) -> list[tuple[int, object]]:
    """Each document with its line; a fault is its words."""
    return [
        (each.line, each.fault if each.fault is not None else json.loads(each.text))
        for each in json_documents(io.StringIO(text))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" \n\n", []),
        ("[]", []),
        (json.dumps(ONE), [(1, ONE)]),
        (f"\ufeff{json.dumps(ONE)}\r\n\r\n{json.dumps(TWO)}\r\n", [(1, ONE), (3, TWO)]),
        (f"{json.dumps(ONE)} {json.dumps(TWO)}", [(1, ONE), (1, TWO)]),
        (f"\n{PRETTY}\n{PRETTY}\n", [(2, ONE), (10, ONE)]),
        (f"{json.dumps(TWO)}\n{PRETTY}", [(1, TWO), (2, ONE)]),
        (json.dumps([ONE, TWO]), [(1, ONE), (1, TWO)]),
        ('[\n{"id": "two"},\n\n{"id": "two"}\n]\n{"id": "two"}', [(2, TWO), (4, TWO), (6, TWO)]),
        ("[[1], 2]", [(1, [1]), (1, 2)]),
        ("null\n5", [(1, None), (2, 5)]),
    ],
)
def test_documents_are_found_however_they_are_laid_out(text: str, found: list[tuple[int, object]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ('{"id": ', "is no JSON"),
        ('{"id": "one', "is no JSON"),
        ("nonsense", "is no JSON: Expecting value: line 2 column 1"),
        ('{"id": 1}}', "is no JSON"),
        ("[{}, ", "is no JSON"),
        ('{\n  "id": 1,\n  "x" 2\n}', "is no JSON: Expecting ':' delimiter: line 4 column 7"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "has a number that is too long"),
        ("\udcff\udcfe{", "is not written in UTF-8"),
        ('{"id": "caf\udce9"}', "is not written in UTF-8"),
    ],
    ids=range(10),
)
def test_a_broken_document_is_a_fault_and_the_rest_goes_on(broken: str, words: str) -> None:
    found = read(f"{json.dumps(ONE)}\n{broken}\n{json.dumps(TWO)}\n")
    assert (found[0], found[-1][1]) == ((1, ONE), TWO)
    told = [fault for line, fault in found if line == 2 and isinstance(fault, str)]
    assert len(told) == 1
    assert told[0].startswith(words)


def test_a_document_on_a_line_is_there_before_the_next_line_is_read() -> None:
    def lines():
        yield json.dumps(ONE)
        raise AssertionError("the second line was asked for")

    assert json.loads(next(json_documents(lines())).text) == ONE


@given(st.lists(st.dictionaries(st.text(max_size=3), st.text(max_size=5) | st.integers())), st.booleans())
def test_nothing_is_lost_between_lines_and_arrays(documents: list[dict[str, object]], pretty: bool) -> None:
    indent = 1 if pretty else None
    lines = "\n".join(json.dumps(each, indent=indent) for each in documents)
    assert [value for _, value in read(lines)] == documents
    assert [value for _, value in read(json.dumps(documents, indent=indent))] == documents


@pytest.mark.parametrize(
    ("text", "key"),
    [('{"a": 1, "b": {"a": 2}}', None), ('[{"x": {"a": 1, "a": 2}}]', "a"), ("5", None)],
)
def test_a_key_that_stands_twice_is_found(text: str, key: str | None) -> None:
    assert repeated_key(text) == key
