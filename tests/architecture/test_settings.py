"""Every environment variable is in the settings, and `.env.example` names exactly those."""

from __future__ import annotations

import ast
import re

from arrears.settings import Settings
from tests.architecture.sources import PRODUCT, ROOT, dotted, nodes

EXAMPLE = ROOT / ".env.example"
ASKED_FOR_ONCE = {"ARREARS_NEW_PASSWORD"}
"""The password of a new user, for scripts that cannot be asked: it configures nothing."""


def variables() -> dict[str, str]:
    pairs = [line.split("=", 1) for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if "=" in line]
    return {name: value for name, value in pairs if not name.startswith("#")}


def test_the_example_names_exactly_the_variables_of_the_settings() -> None:
    assert set(variables()) == {f"ARREARS_{name}".upper() for name in Settings.model_fields}


def test_the_examples_values_are_the_defaults_and_no_secret_has_one() -> None:
    for name, field in Settings.model_fields.items():
        written = variables()[f"ARREARS_{name}".upper()]
        default = "" if field.is_required() or field.default is None else str(field.default)
        same = written == default or float(written or "nan") == float(default or "nan")
        assert same, name


def test_every_variable_of_the_example_has_a_comment_above_its_group() -> None:
    previous = ""
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("ARREARS_"):
            assert previous.startswith(("#", "ARREARS_")), line
        previous = line


def test_the_environment_is_read_through_the_settings_alone() -> None:
    read = {
        path
        for path, node in nodes(PRODUCT)
        if isinstance(node, ast.Attribute | ast.Name)
        and dotted(node) in {"os.environ", "os.getenv", "getenv"}
    }
    assert read <= {"arrears/cli/administration.py"}


def test_no_other_variable_is_named_in_the_code() -> None:
    named = {
        name
        for _, node in nodes(PRODUCT)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for name in re.findall(r"\bARREARS_[A-Z_]+[A-Z]\b", node.value)
    }
    assert named - ASKED_FOR_ONCE <= set(variables())
