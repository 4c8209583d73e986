"""The JSON Schema of a decision's document; what a field or a value means is the comment in its source."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from arrears.domain import cases, outreach, people, times
from arrears.domain.compliance import facts

SOURCES: tuple[ModuleType, ...] = (facts, people, outreach, cases, times)

_IN_JSON = {"None": "null", "True": "true", "False": "false"}


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with what every field and every value means, and closed to fields that are not its own."""
    told = {key: comment for source in SOURCES for key, comment in _comments(source)}
    values = {key: value for source in SOURCES for key, value in _enum_values(source)}
    for name, definition in schema["$defs"].items():
        definition["description"] = _in_json(definition["description"])
        if "enum" in definition:
            definition["oneOf"] = [
                _value(value, told.get((name, values.get((name, value), "")))) for value in definition["enum"]
            ]
        if "properties" in definition:
            definition["additionalProperties"] = False
        for field, shape in definition.get("properties", {}).items():
            shape.pop("title", None)
            if (name, field) in told:
                shape["description"] = told[name, field]
    return schema


def _value(value: str, meaning: str | None) -> dict[str, str]:
    return {"const": value} if meaning is None else {"const": value, "description": meaning}


def _in_json(words: str) -> str:
    """The words with JSON's own names for nothing, yes and no."""
    return re.sub(r"\b(None|True|False)\b", lambda word: _IN_JSON[word[0]], words)


def _comments(source: ModuleType) -> Iterator[tuple[tuple[str, str], str]]:
    """The comment behind each field or member of the module's classes, by class and name."""
    lines = inspect.getsource(source).splitlines()
    for owner, name, node in _parts(source):
        comment = lines[node.lineno - 1].partition("  # ")[2].strip()
        if comment:
            yield (owner, name), _in_json(comment)


def _enum_values(source: ModuleType) -> Iterator[tuple[tuple[str, str], str]]:
    """The member's name of each enum value, by class and value."""
    for owner, name, node in _parts(source):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield (owner, node.value.value), name


def _parts(source: ModuleType) -> Iterator[tuple[str, str, ast.Assign | ast.AnnAssign]]:
    for node in ast.parse(inspect.getsource(source)).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for part in node.body:
            match part:
                case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                    yield node.name, name, part
