"""Every reason that a rule can give has words in both languages, and its words name only facts it gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from arrears.adapters.policy_explanations import load_explanations
from arrears.domain.compliance.decision import Duty, Lifts
from arrears.domain.people import Language
from tests.architecture.sources import ROOT, dotted, nodes

WORDS = load_explanations(ROOT / "policy" / "explanations").words
SAYING = {"deny": 0, "refer": 0, "defer": 0, "allow": 0, "require": 1, "capped": 0}
"""Where the code of the reason stands among the arguments."""

CAPPED = {"limit", "days", "zones"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+|[a-z]+")


def said() -> Iterator[tuple[str, ast.Call]]:
    """Every call that says something, with the code where it is written out."""
    for path, node in nodes(("arrears",)):
        if not path.startswith("arrears/domain/compliance") or not isinstance(node, ast.Call):
            continue
        place = SAYING.get(dotted(node.func))
        if place is None or len(node.args) <= place:
            continue
        code = node.args[place]
        if isinstance(code, ast.Constant) and isinstance(code.value, str):
            yield code.value, node


def used_in(call: ast.Call) -> set[str] | None:
    """The names of the facts that the call gives; None where they are not written out."""
    if dotted(call.func) == "capped":
        return CAPPED
    written_out = (ast.Tuple, ast.Constant)
    instants = 2 if dotted(call.func) == "defer" else 1
    if not all(isinstance(argument, written_out) for argument in call.args[instants:]):
        return None
    pairs = [argument for argument in call.args if isinstance(argument, ast.Tuple)]
    return {pair.elts[0].value for pair in pairs if isinstance(pair.elts[0], ast.Constant)}


def test_every_reason_has_words_in_both_languages() -> None:
    codes = {code for code, _ in said()}
    assert len(codes) >= 100
    missing = [
        (code, language)
        for code in sorted(codes)
        for language in Language
        if ("reasons", code, language) not in WORDS
    ]
    assert missing == []


def test_words_name_only_facts_that_the_rule_gives() -> None:
    wrong = []
    for code, call in said():
        used = used_in(call)
        if used is None:
            continue
        for language in Language:
            named = set(PLACEHOLDER.findall(WORDS.get(("reasons", code, language), "")))
            wrong += [(code, language, name) for name in sorted(named - used)]
    assert wrong == []


def test_both_languages_name_the_same_facts() -> None:
    for kind, code, language in WORDS:
        if language is Language.EN:
            english, chinese = WORDS[kind, code, language], WORDS[kind, code, Language.ZH]
            assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(chinese)), code


def test_every_duty_and_every_end_of_a_refusal_has_words() -> None:
    for language in Language:
        assert [d for d in Duty if ("duties", d.value, language) not in WORDS] == []
        assert [e for e in Lifts if ("lifts", e.value, language) not in WORDS] == []


def test_every_because_has_words() -> None:
    codes = {
        node.args[1].value
        for path, node in nodes(("arrears",))
        if path.startswith("arrears/domain/compliance")
        and isinstance(node, ast.Call)
        and dotted(node.func) == "Applies"
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }
    assert len(codes) >= 5
    assert [code for code in codes if ("because", code, Language.EN) not in WORDS] == []


def test_no_words_are_left_over() -> None:
    strings = {
        node.value
        for path, node in nodes(("arrears",))
        if path.startswith("arrears/domain/compliance")
        and isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }
    codes = {code for kind, code, _ in WORDS if kind in ("reasons", "because")}
    assert sorted(codes - strings) == []
