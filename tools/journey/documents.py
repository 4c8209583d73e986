"""A scenario file as data: every scalar as it was written, and the line of every key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

type Path = tuple[str | int, ...]


class UnreadableError(ValueError):
    """The text is neither YAML nor JSON; the message says where it ends to be."""


@dataclass(frozen=True)
class Document:
    """One scenario as it was written."""

    data: Any  # scalars as text, so that 0042 stays four digits and a yes stays a word
    typed: Any  # the same with numbers, days and truth values, as YAML means them
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of the key, or of the nearest one above it; the first is 1."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def documents(text: str) -> list[Document]:
    """The scenarios of a file: one, or a list of them. Raises: UnreadableError."""
    text = text.removeprefix("\ufeff")
    try:
        whole = _json(text)
    except ValueError:
        whole = _yaml(text)
    if not isinstance(whole.data, list):
        return [whole]
    return [
        Document(item, whole.typed[n], {p[1:]: line for p, line in whole.lines.items() if p[:1] == (n,)})
        for n, item in enumerate(whole.data)
    ]


def _json(text: str) -> Document:
    typed = json.loads(text)
    written = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    return Document(_as_text(written), typed, _lines_of(text))


def _yaml(text: str) -> Document:
    try:
        node = yaml.compose(text, yaml.BaseLoader)
        written = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - a loader of text alone
        typed = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = "" if mark is None else f"line {mark.line + 1}: "
        raise UnreadableError(f"{where}neither YAML nor JSON; check indentation, quotes and colons") from None
    except ValueError:
        raise UnreadableError("a date or number is not one; put it in quotes") from None
    lines: dict[Path, int] = {}
    if node is not None:
        _collect(node, (), lines)
    return Document(written, typed, lines)


def _lines_of(text: str) -> dict[Path, int]:
    """Lines of a JSON text, which YAML reads too, but for tabs."""
    lines: dict[Path, int] = {}
    try:
        _collect(yaml.compose(text.replace("\t", " "), yaml.BaseLoader), (), lines)
    except yaml.YAMLError:
        return {}
    return lines


def _collect(node: yaml.Node, path: Path, lines: dict[Path, int]) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines[(*path, key.value)] = key.start_mark.line + 1
            _collect(value, (*path, key.value), lines)
    elif isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            _collect(item, (*path, place), lines)


def _as_text(value: Any) -> Any:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return {key: _as_text(item) for key, item in value.items()}
        case list():
            return [_as_text(item) for item in value]
        case _:
            return value
