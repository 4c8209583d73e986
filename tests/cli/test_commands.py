"""The commands as they are typed: what they do, what they say, and how they fail."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from arrears.bootstrap import store_of
from arrears.settings import Settings
from arrears.store import access
from arrears.store.tables.money import payments, postings
from arrears.store.tables.people import cases, scores
from tests.builders.command_line import ENVIRONMENT, Typed, fails_in_one_line
from tests.builders.store import ROOT, settings

SAMPLE = ROOT / "policy" / "sample" / "portfolio.csv"


@pytest.fixture
def portfolio(tmp_path: Path) -> Path:
    """The first forty loans of the sample."""
    with SAMPLE.open(encoding="utf-8") as lines:
        rows = [next(lines) for _ in range(41)]
    path = tmp_path / "portfolio.csv"
    path.write_text("".join(rows), encoding="utf-8")
    return path


def count(table: sa.Table) -> int:
    with store_of(Settings()).read() as tx:
        return tx.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def a_case() -> sa.Row:
    with store_of(Settings()).read() as tx:
        return tx.execute(sa.select(cases).order_by(cases.c.id).limit(1)).one()


def test_importing_twice_changes_nothing_the_second_time(arrears, portfolio) -> None:
    arrears("migrate")
    first = arrears("import", portfolio)
    entries = count(postings)
    again = arrears("import", portfolio)
    assert "40 rows: 40 imported, 0 updated, 0 unchanged, 0 rejected" in first.out
    assert "40 rows: 0 imported, 0 updated, 40 unchanged, 0 rejected" in again.out
    assert (first.status, again.status, count(cases)) == (0, 0, 40)
    assert count(postings) == entries


def test_bad_rows_are_reported_with_line_field_and_remedy_and_the_rest_goes_on(
    arrears, portfolio, tmp_path
) -> None:
    arrears("migrate")
    bad = (ROOT / "policy" / "sample" / "bad_rows.csv").read_text(encoding="utf-8").splitlines()[1:]
    portfolio.write_text(portfolio.read_text(encoding="utf-8") + "\n".join(bad) + "\n", encoding="utf-8")
    typed = arrears("import", portfolio, "--report", tmp_path / "out" / "bad.csv")
    assert "46 rows: 40 imported" in typed.out
    assert typed.status == 0
    with (tmp_path / "out" / "bad.csv").open(encoding="utf-8-sig", newline="") as lines:
        report = list(csv.DictReader(lines))
    assert {int(row["line"]) for row in report} == set(range(42, 48))
    assert all(row["field"] and row["remedy"] for row in report)
    for value in ("5550123", "Sample Person", "abc", "fr"):
        assert value not in str([list(row.values()) for row in report]).split("'")


@pytest.fixture
def imported(arrears, portfolio) -> Callable[..., Typed]:
    """The sample, imported."""
    arrears("migrate")
    arrears("import", portfolio)
    return arrears


@pytest.fixture
def decided(imported) -> Callable[..., Typed]:
    """The sample, imported, scored and allocated."""
    assert "scored 40 cases" in imported("score").out
    assert "allocated 40 cases" in imported("allocate").out
    return imported


def test_every_case_is_scored_allocated_and_explained_in_either_language(decided) -> None:
    assert count(scores) == 40
    case = a_case()
    for reference in (case.id, case.lender_ref):
        typed = decided("explain", reference)
        assert typed.status == 0
        assert case.id in typed.out
        assert "scorecard" in typed.out
    english = decided("explain", a_case().id, "--language", "en").out
    mandarin = decided("explain", a_case().id, "--language", "zh").out
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)
    assert any("\u4e00" <= sign <= "\u9fff" for sign in mandarin)


def payments_file(folder: Path, *rows: str, header: str = "reference,case,amount,currency,paid_on") -> Path:
    path = folder / "payments.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def test_a_payment_file_may_be_repeated(imported, tmp_path) -> None:
    case = a_case()
    file = payments_file(tmp_path, f"R-1,{case.id},10.00,{case.currency},2026-03-01")
    assert "1 posted, 0 known already, 0 refused" in imported("payments", file).out
    assert "0 posted, 1 known already, 0 refused" in imported("payments", file).out
    assert count(payments) == 1


BAD_PAYMENTS = (
    ("R-1,nothing,1.00,USD,2026-03-01", "no single case"),
    ("R-1,{case},-1.00,{currency},2026-03-01", "positive amount"),
    ("R-1,{case},1.001,{currency},2026-03-01", "two decimals"),
    ("R-1,{case},ten,{currency},2026-03-01", "a number such as"),
    ("R-1,{case},Infinity,{currency},2026-03-01", "a number such as"),
    ("R-1,{case},NaN,{currency},2026-03-01", "a number such as"),
    ("R-1,{case},1e30,{currency},2026-03-01", "a number such as"),
    ("R-1,{case},1.00,EUR,2026-03-01", "ISO code"),
    ("R-1,{case},1.00,{currency},01.03.2026", "a date such as"),
    (",{case},1.00,{currency},2026-03-01", "nothing in column reference"),
    ("R-1,{case},1.00", "nothing in column currency, paid_on"),
)


def test_bad_payments_are_refused_with_their_lines_and_the_rest_is_posted(imported, tmp_path) -> None:
    case = a_case()
    good = f"R-9,{case.id},10.00,{case.currency},2026-03-01"
    bad = [row.format(case=case.id, currency=case.currency) for row, _ in BAD_PAYMENTS]
    typed = imported("payments", payments_file(tmp_path, *bad, good))
    assert typed.status == 1
    assert f"1 posted, 0 known already, {len(bad)} refused" in typed.out
    told = [line.strip() for line in typed.out.splitlines() if line.strip().startswith("line ")]
    for number, (said, (_, why)) in enumerate(zip(told, BAD_PAYMENTS, strict=True), start=2):
        assert said.startswith(f"line {number}: ")
        assert why in said


def test_a_reference_that_names_another_payment_is_refused(imported, tmp_path) -> None:
    case = a_case()
    rows = [f"R-1,{case.id},{amount},{case.currency},2026-03-01" for amount in ("10.00", "11.00")]
    assert "line 3: this idempotency key was used" in imported("payments", payments_file(tmp_path, *rows)).out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("import", "nowhere.csv"), "there is no file nowhere.csv"),
        (("payments", "nowhere.csv"), "there is no file nowhere.csv"),
        (("score",), "import a portfolio first"),
        (("allocate",), "run `arrears score` first"),
        (("explain", "L-1"), "no single case has this id or loan number"),
        (("user", "mei", "--role", "owner"), "a role is one of"),
        (("api-key", "lender", "--scope", "everything"), "unknown scope everything"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arrears, words, why) -> None:
    arrears("migrate")
    fails_in_one_line(arrears(*words), why)


def test_an_unknown_mapping_is_said_in_one_line(arrears, portfolio) -> None:
    arrears("migrate")
    fails_in_one_line(arrears("import", portfolio, "--mapping", "nobodys"), "nobodys")


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"reference,case\n", "has no column amount, currency, paid_on"), (b"\xff\xfe\x00", "not a CSV file")],
)
def test_a_file_that_is_no_payment_file_is_said_in_one_line(arrears, tmp_path, content, why) -> None:
    arrears("migrate")
    (tmp_path / "p.csv").write_bytes(content)
    fails_in_one_line(arrears("payments", tmp_path / "p.csv"), why)


def test_a_case_that_is_not_scored_yet_is_said_in_one_line(arrears, portfolio) -> None:
    arrears("migrate")
    arrears("import", portfolio)
    fails_in_one_line(arrears("explain", a_case().id), "not scored and allocated yet")


def test_a_database_without_tables_is_said_in_one_line(arrears) -> None:
    fails_in_one_line(arrears("score"), "`arrears migrate`")


def test_a_missing_setting_is_named_in_one_line(arrears, monkeypatch) -> None:
    monkeypatch.delenv("ARREARS_INDEX_KEY")
    fails_in_one_line(arrears("score"), "ARREARS_INDEX_KEY")


def test_another_data_key_reads_nothing_and_says_so_in_one_line(arrears, portfolio, monkeypatch) -> None:
    arrears("migrate")
    arrears("import", portfolio)
    case_id = a_case().id
    monkeypatch.setenv("ARREARS_DATA_KEYS", "MTExMTExMTExMTExMTExMTExMTExMTExMTExMTExMTE=")
    fails_in_one_line(arrears("explain", case_id), "ARREARS_DATA_KEYS")


def test_a_database_in_earnest_is_not_made_a_demo(arrears) -> None:
    assert arrears("migrate").status == 0
    fails_in_one_line(arrears("migrate", "--demo"), "in earnest")


def test_an_api_key_is_printed_once_and_stored_as_a_digest(arrears) -> None:
    arrears("migrate")
    key = arrears("api-key", "lender", "--scope", "cases:read", "--scope", "reports:read").out.strip()
    with store_of(Settings()).read() as tx:
        assert access.find_api_key(tx, key) == access.ApiKey(
            "lender", frozenset({"cases:read", "reports:read"})
        )
        assert key not in str(tx.exec_driver_sql("SELECT * FROM api_keys").all())


@pytest.mark.parametrize(("password", "made"), [("x" * 9, False), ("x" * 10, True)])
def test_a_user_needs_a_password_of_ten_characters(arrears, monkeypatch, password, made) -> None:
    arrears("migrate")
    monkeypatch.setenv("ARREARS_NEW_PASSWORD", password)
    assert (arrears("user", "mei", "--role", "supervisor").status == 0) is made
    with store_of(Settings()).read() as tx:
        assert (access.find_user(tx, "mei") is not None) is made


def test_the_environment_of_these_tests_is_the_one_of_the_builders() -> None:
    mine = {
        name.removeprefix("ARREARS_").lower(): value
        for name, value in ENVIRONMENT.items()
        if name.startswith("ARREARS_")
    }
    theirs = settings()
    for name, value in mine.items():
        held = getattr(theirs, name)
        secret = getattr(held, "get_secret_value", None)
        assert str(secret() if secret else held) == value
    assert "ARREARS_INDEX_KEY" not in os.environ
