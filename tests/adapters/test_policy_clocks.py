"""The numbers of the clocks: the shipped file loads, and a broken one says file, key and remedy."""

from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from arrears.adapters.policy_clocks import ClocksPolicyError, load_clocks
from arrears.domain.compliance.clocks.validation import notice_due_on
from tests.domain.compliance.clocks.given import CLOCKS_FILE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(copyfile(CLOCKS_FILE, tmp_path / "clocks.yml"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_shipped_file_loads() -> None:
    terms = load_clocks(CLOCKS_FILE)
    assert terms.validation.dispute_days == 30
    assert terms.retention.china_years == 5
    assert terms.notice.cfpb_page == "www.cfpb.gov/debt-collection"


def test_every_number_has_a_source_above_it() -> None:
    source = False
    for line in CLOCKS_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  #"):
            source = True
        elif line.startswith("  "):
            assert source, line
        else:
            source = False


def test_another_number_is_another_deadline(path: Path) -> None:
    change(path, "house_notice_days: 0", "house_notice_days: 2")
    assert notice_due_on(date(2026, 11, 23), load_clocks(path).validation) == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("  dispute_days: 30", "  dispute_days: 0", "validation.dispute_days"),
        ("  dispute_days: 30", "  dispute_days: true", "validation.dispute_days"),
        ("  dispute_days: 30", "  dispute_days: 30.5", "validation.dispute_days"),
        ("  dispute_days: 30", '  dispute_days: "30"', "validation.dispute_days"),
        ("  dispute_days: 30", "  days_to_dispute: 30", "validation.dispute_days"),
        ("  dispute_days: 30", "  dispute_days: 30\n  more: 1", "validation.more"),
        ("house_notice_days: 0", "house_notice_days: -1", "validation.house_notice_days"),
        ("house_notice_days: 0", "house_notice_days: 6", "validation.house_notice_days"),
        ("business_days_min: 3", "business_days_min: 11", "payments.deposit_notice_business_days_min"),
        ('cfpb_page: "www.cfpb.gov/debt-collection"', "cfpb_page: 1", "notice.cfpb_page"),
        ('cfpb_page: "www.cfpb.gov/debt-collection"', 'cfpb_page: " "', "notice.cfpb_page"),
        ("  fresh_days: 60", "  - 60", "texts"),
        ("emails:", "mails:", "emails"),
        ('version: "2026.1"', "version: 2026.1", "version"),
        ('version: "2026.1"', 'version: "2026.1"\nlater: {}', "later"),
        ("validation:", "validation: {", "file"),
        ("validation:", "1:", "file"),
    ],
)
def test_a_broken_file_names_itself_the_key_and_the_remedy(path: Path, old: str, new: str, key: str) -> None:
    change(path, old, new)
    with pytest.raises(ClocksPolicyError) as error:
        load_clocks(path)
    assert (error.value.file, error.value.key) == (path, key)
    assert error.value.remedy
    assert str(path) in str(error.value)


def test_a_limit_may_be_reached(path: Path) -> None:
    change(path, "house_notice_days: 0", "house_notice_days: 5")
    change(path, "business_days_min: 3", "business_days_min: 10")
    assert load_clocks(path).validation.house_notice_days == 5


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClocksPolicyError, match=r"absent\.yml: file"):
        load_clocks(tmp_path / "absent.yml")
