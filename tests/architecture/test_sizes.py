"""Modules and functions stay small enough to be read at one go."""

from __future__ import annotations

import ast

from tests.architecture.sources import EVERYTHING, modules, nodes

MODULE_LINES_MAX = 300
FUNCTION_LINES_MAX = 60
GENERATED = "arrears/store/migrations/versions/"
"""Alembic writes these from the tables; nobody reads them at one go."""


def test_a_module_has_at_most_300_lines() -> None:
    sizes = {
        path: len(text.splitlines())
        for path, text, _ in modules(EVERYTHING)
        if not path.startswith(GENERATED)
    }
    assert {path: lines for path, lines in sizes.items() if lines > MODULE_LINES_MAX} == {}


def test_a_function_has_at_most_60_lines_of_its_own() -> None:
    """A function within a function (the handlers of a router) counts for itself, not for the outer one."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    too_long = {}
    for path, node in nodes(EVERYTHING):
        if not isinstance(node, functions) or path.startswith(GENERATED):
            continue
        within = [child for child in ast.iter_child_nodes(node) if isinstance(child, functions)]
        own = _lines(node) - sum(map(_lines, within))
        if own > FUNCTION_LINES_MAX:
            too_long[f"{path}:{node.name}"] = own
    assert too_long == {}


def _lines(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1
