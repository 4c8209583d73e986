"""One clock, no printing, event names that never change, and no personal field in an exception's text."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import EVERYTHING, PRODUCT, dotted, nodes

READS_THE_TIME = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
    "datetime.datetime.now", "datetime.date.today",
}  # fmt: skip
CLOCKS = {"arrears/adapters/clocks.py"}
REAL_SIGNATURES = {"simulator/lender_gateway.py", "simulator/control.py"}
"""The simulator signs with the real time, because a signature's age is a matter of real time."""

PERSONAL = {
    "address", "text", "name", "body", "number", "phone", "sender", "words", "birth_on", "last4",
    "account_last4", "lender_ref", "destination", "message", "raw",
}  # fmt: skip
THINGS = {"tick", "file", "path", "self", "strategy", "field", "step", "resource", "row", "band"}
"""What has a name that is nobody's."""


def is_personal(node: ast.AST) -> bool:
    """Whether the name or attribute may hold something about a person."""
    owner, _, name = dotted(node).rpartition(".")
    return name in PERSONAL and not (name == "name" and owner in THINGS)


def calls(parts: tuple[str, ...] = PRODUCT) -> list[tuple[str, ast.Call]]:
    return [(path, node) for path, node in nodes(parts) if isinstance(node, ast.Call)]


def test_the_time_is_read_in_the_clocks_alone() -> None:
    places = {path for path, call in calls(EVERYTHING) if dotted(call.func) in READS_THE_TIME}
    assert places == CLOCKS | REAL_SIGNATURES


def test_nothing_is_printed() -> None:
    assert [path for path, call in calls(EVERYTHING) if dotted(call.func) == "print"] == []


def test_a_log_call_names_its_event_and_nothing_else_in_the_message() -> None:
    levels = {"debug", "info", "warning", "error", "exception", "critical", "log"}
    wrong, seen = [], 0
    for path, call in calls():
        owner, _, level = dotted(call.func).rpartition(".")
        if level not in levels or owner not in {"log", "_log", "logger", "logging"}:
            continue
        seen += 1
        first = call.args[0] if call.args else None
        static = isinstance(first, ast.Constant) and re.fullmatch(r"[a-z]+(_[a-z]+)+", str(first.value))
        if not static or len(call.args) > 1 or {word.arg for word in call.keywords} - {"extra"}:
            wrong.append((path, call.lineno))
    assert wrong == []
    assert seen >= 8


def test_no_log_call_carries_an_exception_which_may_quote_a_person() -> None:
    wrong = [
        (path, call.lineno)
        for path, call in calls()
        if any(word.arg in {"exc_info", "stack_info"} for word in call.keywords)
        or dotted(call.func) in {"log.exception", "traceback.print_exc", "traceback.format_exc"}
    ]
    assert wrong == []


def test_no_personal_field_is_put_into_the_text_of_an_exception() -> None:
    wrong = []
    for path, node in nodes():
        if not isinstance(node, ast.Raise) or node.exc is None:
            continue
        for formatted in (part for part in ast.walk(node.exc) if isinstance(part, ast.FormattedValue)):
            personal = [dotted(value) for value in ast.walk(formatted.value) if is_personal(value)]
            wrong += [(path, node.lineno, name) for name in personal]
    assert wrong == []


def test_no_log_call_carries_a_personal_field() -> None:
    wrong = []
    for path, call in calls():
        if dotted(call.func).partition(".")[0] not in {"log", "_log"}:
            continue
        for word in call.keywords:
            personal = [dotted(value) for value in ast.walk(word.value) if is_personal(value)]
            wrong += [(path, call.lineno, name) for name in personal]
    assert wrong == []
