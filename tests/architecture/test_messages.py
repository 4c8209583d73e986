"""Every message that is said exists in the catalogue, and every message of the catalogue is said."""

from __future__ import annotations

import ast
import re

import yaml

from arrears.adapters.policy_messages import load_catalog
from tests.architecture.sources import ROOT, dotted, nodes

CATALOG = load_catalog(ROOT / "policy" / "messages")
MESSAGES = {key for _, key in CATALOG.templates}
PHRASES = {key for _, key in CATALOG.phrases}
KEY = re.compile(r"[a-z]+(\.[a-z_]+)+")
SAYING = {"say": 0, "answer": 0, "phrase": 2}
"""Where the key stands among the arguments: `situation.say(key)`, `phrase(catalog, language, key)`."""
SPEAKING = ("arrears/services", "arrears/dialogue")


def constants() -> set[str]:
    """Every string in the code that looks like a key, and what formatted strings can become."""
    found = {
        node.value for _, node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for _, node in nodes():
        if isinstance(node, ast.JoinedStr):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_]+"
                for part in node.values
            )
            if re.match(r"[a-z]+\\\.", pattern):
                found |= {key for key in MESSAGES | PHRASES if re.fullmatch(pattern, key)}
    policy = (ROOT / "policy" / "strategies.yml").read_text(encoding="utf-8")
    steps = [step for strategy in yaml.safe_load(policy)["strategies"] for step in strategy.get("steps", ())]
    return found | {step["message"] for step in steps}


def test_every_message_and_phrase_is_used() -> None:
    assert (MESSAGES | PHRASES) - constants() == set()


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    said = set()
    for path, node in nodes(("arrears",)):
        if not isinstance(node, ast.Call) or path.startswith("arrears/store"):
            continue
        owner, _, name = dotted(node.func).rpartition(".")
        place = 2 if name == "say" and not owner else SAYING.get(name)
        if place is None or len(node.args) <= place:
            continue
        key = node.args[place]
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            said.add(key.value)
    assert len(said) >= 30
    assert said - MESSAGES - PHRASES == set()


def test_every_key_that_is_chosen_in_a_table_is_in_the_catalogue() -> None:
    prefixes = {key.partition(".")[0] for key in MESSAGES | PHRASES if "." in key}
    looks_like_one = {
        node.value
        for path, node in nodes(("arrears",))
        if path.startswith(SPEAKING)
        and isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and KEY.fullmatch(node.value)
        and node.value.partition(".")[0] in prefixes
    }
    assert len(looks_like_one) >= 40
    assert looks_like_one - MESSAGES - PHRASES == set()
