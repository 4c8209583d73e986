"""The product's own code, parsed once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRODUCT = ("arrears", "gateway", "console", "actions", "scheduler")
EVERYTHING = (*PRODUCT, "simulator")


@cache
def modules(parts: tuple[str, ...] = PRODUCT) -> tuple[tuple[str, str, ast.Module], ...]:
    """(path, text, tree) of every module."""
    found = []
    for part in parts:
        for path in sorted((ROOT / part).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            found.append((path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)


def nodes(parts: tuple[str, ...] = PRODUCT) -> Iterator[tuple[str, ast.AST]]:
    """Every node with the path it is in."""
    for path, _, tree in modules(parts):
        for node in ast.walk(tree):
            yield path, node


def dotted(node: ast.AST) -> str:
    """`a.b.c` of a name or attribute; empty for anything else."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            before = dotted(value)
            return f"{before}.{attr}" if before else f".{attr}"
    return ""
