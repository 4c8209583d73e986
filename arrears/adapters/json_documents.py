"""JSON as people write it: one document, documents one after another or one a line, or arrays of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[\s\ufeff]*")
_BETWEEN = re.compile(r"[\s,]*")
_NEXT_START = re.compile(r"\n(?=[^\s\]},])")
_NOT_UTF_8 = re.compile(r"[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Written:
    """One document as it was written, or where one begins that cannot be read."""

    line: int  # the first is 1
    text: str
    fault: str | None = None  # why it is no JSON; quotes nothing of it


def json_documents(lines: Iterable[str]) -> Iterator[Written]:
    """Every document, each as soon as its line is there; elements of an outer array are documents.

    What is no JSON is one fault; reading goes on at the next line that may begin a document. Bytes that are
    no UTF-8 are expected as lone surrogates (`errors="surrogateescape"`).
    """
    left = iter(lines)
    for number, line in enumerate(left, 1):
        found = list(_scanned(line, number))
        if any(each.fault for each in found):
            # It goes on over further lines, or is broken: only what follows can tell.
            yield from _scanned(line + "".join(left), number)
        else:
            yield from found


def repeated_key(written: str) -> str | None:
    """A key that stands twice in one object of the JSON: readers of it would differ on what it says."""
    found: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> None:
        found.extend(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)

    json.loads(written, object_pairs_hook=note)
    return found[0] if found else None


def _scanned(text: str, line: int) -> Iterator[Written]:
    first, position, counted = line, 0, 0
    while (start := _after(_SPACE, text, position)) < len(text):
        line += text.count("\n", counted, start)
        counted = start
        try:
            value, position = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            position = _next_start(text, start)
            yield Written(line, "", _fault(text[start:position], first, error))
        else:
            one = Written(line, text[start:position], _spoilt(text[start:position]))
            yield from _elements(text, start, line) if isinstance(value, list) else (one,)


def _elements(text: str, start: int, line: int) -> list[Written]:
    """The elements of the array that begins there, which is known to be JSON."""
    found = []
    counted = start
    position = _after(_SPACE, text, start + 1)
    while text[position] != "]":
        line += text.count("\n", counted, position)
        counted = position
        end = _DECODER.raw_decode(text, position)[1]
        found.append(Written(line, text[position:end], _spoilt(text[position:end])))
        position = _after(_BETWEEN, text, end)
    return found


def _after(skipped: re.Pattern[str], text: str, position: int) -> int:
    found = skipped.match(text, position)
    return position if found is None else found.end()


def _next_start(text: str, start: int) -> int:
    """Where the next document may begin: a line that is not indented and closes nothing."""
    found = _NEXT_START.search(text, start)
    return len(text) if found is None else found.end()


def _fault(text: str, first_line: int, error: ValueError | RecursionError) -> str:
    if _NOT_UTF_8.search(text):
        return _ENCODING
    match error:
        case json.JSONDecodeError():
            return f"is no JSON: {error.msg}: line {first_line + error.lineno - 1} column {error.colno}"
        case RecursionError():
            return "is nested too deeply"
        case _:
            return "has a number that is too long"


def _spoilt(text: str) -> str | None:
    return _ENCODING if _NOT_UTF_8.search(text) else None


_DECODER = json.JSONDecoder()
_ENCODING = "is not written in UTF-8"
