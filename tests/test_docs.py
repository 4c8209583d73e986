"""The documents say what the code does: commands, paths, variables, rules, tests and links that exist."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_group

from arrears.cli import app
from arrears.settings import Settings
from arrears.store.tables import metadata
from arrears.store.types import Encrypted, EncryptedBytes, EncryptedDate, EncryptedJson
from tests.architecture.rule_ids import REFERENCE

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
COMMANDS = get_group(app).commands

CODE = re.compile(r"^```.*?^```$|`[^`]+`|^    .+$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#\s]+)(#[^)\s]*)?\)")
RULE_ID = re.compile(
    r"\b(?:USF|TCPA|TW|CN|VUL|AI|REC|MA|NYC?|CA|FL|WA|DC|TX|IN|UK|EU|PH|SG|HK|AU|P)-[A-Z0-9]+(?:-[A-Z0-9]+)*\b"
)
VARIABLE = re.compile(r"\bARREARS_[A-Z0-9_]*[A-Z0-9]\b")
MADE_LATER = ("var/", "bot/models/", "bot/.cache/", ".tools/", ".venv/")
"""Folders that set-up, training or a run makes."""

every_document = pytest.mark.parametrize("path", DOCUMENTS, ids=NAMES)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_in(path: Path) -> list[str]:
    """Code spans and blocks, each on one line."""
    return [re.sub(r"\s+", " ", found.strip("`")) for found in CODE.findall(text_of(path))]


@cache
def rules_in_code() -> frozenset[str]:
    """Every rule id that the engine can give, from the strings of its modules."""
    found: set[str] = set()
    for module in (ROOT / "arrears/domain/compliance").rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(module))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if RULE_ID.fullmatch(node.value) else set()
    return frozenset(found)


@cache
def variables_in_code() -> frozenset[str]:
    """Every variable that some program of ours reads or sets."""
    found = {f"ARREARS_{name.upper()}" for name in Settings.model_fields}
    for folder in ("actions", "arrears", "bot/components", "tools"):
        for module in (ROOT / folder).rglob("*.py"):
            found |= set(VARIABLE.findall(text_of(module)))
    return frozenset(found)


@every_document
def test_every_link_leads_somewhere(path: Path) -> None:
    gone = [to for to, _ in LINK.findall(text_of(path)) if not (path.parent / to).exists()]
    assert gone == []


@every_document
def test_every_path_exists(path: Path) -> None:
    tops = {item.name for item in ROOT.iterdir() if item.is_dir()}
    gone = []
    for code in code_in(path):
        for word in re.findall(r"[\w.-]+(?:/[\w.-]*)+", code):
            inside = word.split("/")[0] in tops and not word.startswith(MADE_LATER)
            if inside and not (ROOT / word).exists():
                gone.append(word)
    assert gone == []


@every_document
def test_every_test_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"(tests/[\w/]+\.py)::(\w+)", text_of(path))
    gone = [name for module, name in named if f"def {name}(" not in text_of(ROOT / module)]
    assert gone == []


@every_document
def test_every_make_target_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z -]*):", text_of(ROOT / "Makefile"), re.MULTILINE))
    targets = {name for line in targets for name in line.split()}
    named = {name for code in code_in(path) for name in re.findall(r"^make ([a-z-]+)", code)}
    assert named <= targets


@every_document
def test_every_command_exists(path: Path) -> None:
    named = {name for code in code_in(path) for name in re.findall(r"(?:^|/)arrears ([a-z-]+)", code)}
    assert named <= COMMANDS.keys()


@every_document
def test_every_rule_id_exists(path: Path) -> None:
    assert set(RULE_ID.findall(text_of(path))) <= rules_in_code() | REFERENCE


@every_document
def test_every_variable_exists(path: Path) -> None:
    assert set(VARIABLE.findall(text_of(path))) <= variables_in_code()


def test_every_rule_of_the_code_is_listed() -> None:
    listed = set(RULE_ID.findall(text_of(ROOT / "docs/subsystems/compliance.md")))
    assert rules_in_code() <= listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options(name: str) -> None:
    sections = re.split(r"^### arrears ", text_of(ROOT / "docs/how-to/commands.md"), flags=re.MULTILINE)
    (section,) = [part for part in sections if part.split("\n", 1)[0] == name]
    for parameter in COMMANDS[name].params:
        assert all(option in section for option in parameter.opts if option.startswith("--"))


def test_every_make_target_is_documented() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text_of(ROOT / "Makefile"), re.MULTILINE)
    table = text_of(ROOT / "docs/how-to/commands.md")
    assert [name for name in phony.split() if f"`make {name}`" not in table] == []


def test_the_example_environment_has_the_settings_and_no_others() -> None:
    example = re.findall(r"^([A-Z_]+)=", text_of(ROOT / ".env.example"), re.MULTILINE)
    assert sorted(example) == sorted(f"ARREARS_{name.upper()}" for name in Settings.model_fields)


def test_every_variable_of_the_example_has_a_comment_and_is_documented() -> None:
    settings = text_of(ROOT / "docs/how-to/settings.md")
    commented = False
    for line in text_of(ROOT / ".env.example").splitlines():
        name = line.split("=")[0]
        if line and not line.startswith("#"):
            assert commented, name
            assert f"`{name}`" in settings
        # A comment speaks for every line up to the next empty one or comment.
        commented = line.startswith("#") or (commented and line != "")


def test_the_example_environment_gives_the_defaults() -> None:
    example = dict(re.findall(r"^ARREARS_([A-Z_]+)=(.+)$", text_of(ROOT / ".env.example"), re.MULTILINE))
    for name, value in example.items():
        assert str(Settings.model_fields[name.lower()].default) in {value, f"{value}.0"}


def test_the_encrypted_columns_are_those_the_document_lists() -> None:
    document = text_of(ROOT / "docs/privacy.md")
    listed = {
        row[0]: len(row[1].split(",")) for row in re.findall(r"^\| `(\w+)` \| (.+) \|$", document, re.M)
    }
    sealed = (Encrypted, EncryptedBytes, EncryptedDate, EncryptedJson)
    stored = {
        table.name: count
        for table in metadata.tables.values()
        if (count := sum(isinstance(column.type, sealed) for column in table.columns))
    }
    assert listed == stored


def test_the_tables_of_the_glossary_exist() -> None:
    named = set(re.findall(r"tables? ((?:`\w+`(?:, )?)+)", text_of(ROOT / "docs/glossary.md")))
    assert {name for group in named for name in re.findall(r"\w+", group)} <= metadata.tables.keys()


def test_the_types_of_the_glossary_exist() -> None:
    named = set(re.findall(r"`([A-Z][A-Za-z]+)(?:\.\w+)?`", text_of(ROOT / "docs/glossary.md")))
    code = "\n".join(text_of(module) for module in (ROOT / "arrears/domain").rglob("*.py"))
    assert {name for name in named if f"class {name}" not in code} == set()


def test_the_layers_of_the_architecture_are_those_that_are_enforced() -> None:
    """Every module of a layer, in the order of the layers; a document may give one layer several lines."""
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (enforced,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    (drawn,) = [code for code in code_in(ROOT / "docs/architecture.md") if "arrears.bootstrap" in code]
    place = {
        name: at
        for at, layer in enumerate(enforced)
        for name in layer.split(" | ")
        if name.startswith("arrears.")
    }
    named = re.findall(r"arrears(?:\.\w+)+", drawn)
    assert sorted(named) == sorted(place)
    assert [place[name] for name in named] == sorted(place[name] for name in named)


def test_decisions_are_numbered_without_gaps_listed_and_whole() -> None:
    decisions = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
    index = text_of(ROOT / "docs/adr/README.md")
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    for path in decisions:
        text = text_of(path)
        assert text.startswith(f"# {path.name[:4]} ")
        assert f"({path.name})" in index
        for part in ("Context", "Decision", "Consequences", "What would reverse it"):
            assert f"**{part}.**" in text


def test_a_newcomer_finds_the_two_commands_the_licence_and_the_reading_path() -> None:
    readme = text_of(ROOT / "README.md")
    for must in (
        "    make demo\n",
        "    make test\n",
        'make demo ARGS="--once"',
        "(LICENSE)",
        "architecture.md",
    ):
        assert must in readme


@every_document
def test_every_document_can_be_reached_from_the_readme(path: Path) -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        reached.add(page)
        linked = [(page.parent / to).resolve() for to, _ in LINK.findall(text_of(page))]
        ahead += [to for to in linked if to.suffix == ".md" and to.exists() and to not in reached]
    assert path in reached
