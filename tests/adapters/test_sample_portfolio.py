import csv
import json
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "policy" / "sample"
FILES = ["portfolio.csv", "bad_rows.csv", "borrowers.json"]


@pytest.fixture(scope="module")
def rows():
    with (SAMPLE / "portfolio.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def borrowers():
    return json.loads((SAMPLE / "borrowers.json").read_text(encoding="utf-8"))


def test_the_generator_writes_the_same_bytes_again(tmp_path):
    subprocess.run([sys.executable, SAMPLE / "generate.py", "--to", tmp_path], check=True, timeout=20)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (SAMPLE / name).read_bytes(), name


def test_every_us_number_is_reserved_for_fiction_and_belongs_to_one_person(rows):
    owners: dict[str, set[str]] = {}
    for row in rows:
        if row["phone"]:
            assert re.fullmatch(r"\+1\d{3}55501\d\d|\+861990000\d{4}", row["phone"])
            owners.setdefault(row["phone"], set()).add(row["owner_ref"])
    assert {len(each) for each in owners.values()} == {1}


def test_the_mix_is_what_the_demo_needs(rows):
    share = {key: n / len(rows) for key, n in Counter((r["language"], r["country"]) for r in rows).items()}
    assert share[("en", "US")] == pytest.approx(0.60, abs=0.05)
    assert share[("zh", "US")] == pytest.approx(0.25, abs=0.05)
    assert share[("zh", "CN")] == pytest.approx(0.15, abs=0.05)
    assert {row["currency"] for row in rows if row["country"] == "CN"} == {"CNY"}
    assert 1 < sum(row["relationship"] == "third_party" for row in rows) < len(rows) / 10
    assert any(row["phone"] and row["sms_consent"] == "no" for row in rows)
    assert any(n == 2 for n in Counter(row["owner_ref"] for row in rows).values())
    assert all(bool(row["enterprise_name"]) == (row["purpose"] == "commercial") for row in rows)


def test_every_loan_is_1_to_180_days_overdue_when_the_demo_starts(rows):
    days = [(date(2026, 3, 2) - date.fromisoformat(row["due_on"])).days for row in rows]
    assert min(days) >= 1
    assert max(days) <= 180


def test_each_phone_has_one_borrower_who_knows_their_own_numbers(rows, borrowers):
    known = {row["phone"]: row for row in reversed(rows) if row["phone"]}
    assert {each["phone"] for each in borrowers} == set(known)
    for each in borrowers:
        row = known[each["phone"]]
        assert (each["name"], each["birth_on"], each["last4"]) == (
            row["owner_name"],
            row["birth_on"],
            row["account_last4"],
        )
        assert each["carrier"] == ("lender_gateway" if row["country"] == "CN" else "twilio")


def test_every_persona_is_there_and_self_harm_is_rare(borrowers):
    count = Counter(each["persona"] for each in borrowers)
    assert len(count) == 13
    assert count["self_harm"] <= 2
