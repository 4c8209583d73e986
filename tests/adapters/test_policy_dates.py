"""Lists of dates in rule packs: holidays, each once and in order."""

from pathlib import Path
from shutil import copytree

import pytest

from arrears.adapters.policy_packs import PolicyPackError, load_packs
from tests.builders.compliance import PACKS_FOLDER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- 2026-01-26", '- "2026-01-26"'),
        ("- 2026-01-26", "- soon"),
        ("- 2026-01-26", "- 2026-01-01"),
        ("- 2026-01-26", "- 2025-01-26"),
        ("  holidays:\n", "  holidays: 2026-01-01\n  more:\n"),
        ("  holidays:\n", "  holidays: []\n  more:\n"),
    ],
)
def test_a_broken_list_of_dates_is_refused(tmp_path: Path, old: str, new: str) -> None:
    folder = Path(copytree(PACKS_FOLDER, tmp_path / "packs"))
    path = folder / "australia.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1).replace("  more:", "  # more:"), encoding="utf-8")
    with pytest.raises(PolicyPackError) as error:
        load_packs(folder)
    assert error.value.file == path
    assert error.value.remedy
