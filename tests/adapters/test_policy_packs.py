"""Rule packs from YAML: the shipped ones load, and a broken one says file, key and remedy."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from arrears.adapters.policy_packs import PolicyPackError, load_packs
from arrears.domain.compliance.packs import RULES
from tests.builders.compliance import PACKS_FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(PACKS_FOLDER, tmp_path / "packs"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_shipped_pack_loads() -> None:
    packs = load_packs(PACKS_FOLDER).packs
    assert {pack.id for pack in packs} == RULES.keys()
    assert all(pack.version and pack.source for pack in packs)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('closes: "21:00"', "closes: 21:00", "numbers.window.closes"),
        ('closes: "21:00"', 'closes: "25:00"', "numbers.window.closes"),
        ('closes: "21:00"', 'closes: "07:00"', "numbers.window.closes"),
        ('closes: "21:00"', 'shuts: "21:00"', "numbers.window.closes"),
        ("calls_per_day_max: 2", "calls_per_day_max: 0", "numbers.calls_per_day_max"),
        ("calls_per_day_max: 2", "calls_per_day_max: true", "numbers.calls_per_day_max"),
        ("calls_per_day_max: 2", "calls_per_day_max: 2.5", "numbers.calls_per_day_max"),
        ("calls_per_day_max: 2", "calls_a_day_max: 2", "numbers.calls_per_day_max"),
        ("calls_per_day_max: 2", "calls_per_day_max: 2\n  more: 1", "numbers.more"),
        ("America/Los_Angeles", "America/Los_Angels", "numbers.unknown_zones"),
        ("[AK, ", "[NO, ", "numbers.outside_lower_48"),
        ("id: us_federal", "id: us_fedral", "id"),
        ("effective_from: 2021-11-30", "effective_from: soon", "effective_from"),
        ("effective_to: null", "effective_to: 2021-11-29", "effective_to"),
        ('version: "2026.1"', "version: 2026.1", "version"),
        ("numbers:", "numbers: {", "file"),
    ],
)
def test_a_broken_pack_names_its_file_and_key(folder: Path, old: str, new: str, key: str) -> None:
    path = folder / "us_federal.yml"
    change(path, old, new)
    with pytest.raises(PolicyPackError) as error:
        load_packs(folder)
    assert (error.value.file, error.value.key) == (path, key)
    assert error.value.remedy


def test_an_absent_pack_is_named(folder: Path) -> None:
    (folder / "china.yml").unlink()
    with pytest.raises(PolicyPackError, match=r"china"):
        load_packs(folder)


def test_versions_follow_one_another(folder: Path) -> None:
    first, second = folder / "us_federal.yml", folder / "us_federal_2027.yml"
    second.write_bytes(first.read_bytes())
    change(second, "effective_from: 2021-11-30", "effective_from: 2027-01-01")
    with pytest.raises(PolicyPackError, match="overlap"):
        load_packs(folder)
    change(first, "effective_to: null", "effective_to: 2026-12-31")
    packs = load_packs(folder)
    assert len([p for p in packs.in_force(date(2026, 12, 31)) if p.id == "us_federal"]) == 1
    assert len([p for p in packs.in_force(date(2027, 1, 1)) if p.id == "us_federal"]) == 1
