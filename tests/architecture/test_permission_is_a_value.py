"""Permission is a value with one source: each of these classes is constructed in one place."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("arrears", "gateway", "actions", "scheduler", "console")
PERMISSIONS = {
    "ContactPermit": "arrears/domain/compliance/permit.py",
    "VerifiedParty": "arrears/domain/identity.py",
    "Authority": None,  # in one place, wherever that is
}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for part in PARTS:
        for path in sorted((ROOT / part).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
    return None


CODE = tuple((path, node) for path, tree in sources() for node in ast.walk(tree))


@pytest.mark.parametrize(("name", "home"), PERMISSIONS.items())
def test_it_is_constructed_in_one_place(name: str, home: str | None) -> None:
    defined = any(isinstance(node, ast.ClassDef) and node.name == name for _, node in CODE)
    places = [path for path, node in CODE if called(node) == name]
    assert len(places) == (1 if defined else 0), places
    if defined and home is not None:
        assert places == [home]


@pytest.mark.parametrize("name", PERMISSIONS)
def test_it_is_not_imported_under_another_name(name: str) -> None:
    hidden = [
        path for path, node in CODE if isinstance(node, ast.alias) and node.name == name and node.asname
    ]
    assert hidden == []


@pytest.mark.parametrize("name", PERMISSIONS)
def test_it_has_no_subclass_that_could_be_constructed_instead(name: str) -> None:
    heirs = [
        path
        for path, node in CODE
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == name for base in node.bases)
    ]
    assert heirs == []
