import csv
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from arrears.adapters.phone_numbers import phone_problem
from arrears.adapters.policy_import import load_mapping
from arrears.adapters.portfolio_files import PortfolioFileError, read_portfolio, write_rejections
from arrears.domain.portfolio import fingerprint

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 3, 2)
MAPPING = load_mapping(ROOT / "policy" / "import" / "arrears.yml")
SAMPLE = ROOT / "policy" / "sample"
LOANS = Path(os.environ.get("ARREARS_SHARED_DATA", ROOT.parent / "shared" / "data")) / "loans"


def read(path, mapping=MAPPING, **options):
    batches = list(read_portfolio(path, mapping, today=TODAY, phone_problem=phone_problem, **options))
    loans = [loan for batch in batches for _, loan in batch.loans]
    return batches, loans, [rejection for batch in batches for rejection in batch.rejections]


def sample_lines(count):
    return (SAMPLE / "portfolio.csv").read_text(encoding="utf-8").splitlines()[: count + 1]


def test_the_whole_sample_is_imported_and_reads_the_same_twice():
    _, loans, rejections = read(SAMPLE / "portfolio.csv")
    _, again, _ = read(SAMPLE / "portfolio.csv")
    assert not rejections
    assert 480 <= len(loans) <= 540
    assert [fingerprint(loan) for loan in loans] == [fingerprint(loan) for loan in again]


def test_every_bad_row_of_the_sample_is_rejected_with_its_line():
    _, loans, rejections = read(SAMPLE / "bad_rows.csv")
    assert not loans
    assert {rejection.line for rejection in rejections} == {2, 3, 4, 5, 6, 7}


def test_a_bad_row_does_not_keep_the_others_out(tmp_path):
    lines = sample_lines(5)
    lines[3] = lines[3] + ",surplus"
    lines[4] = '"never closed' + lines[4]
    path = tmp_path / "some.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _, loans, rejections = read(path)
    assert len(loans) == 2
    assert [(r.line, r.field) for r in rejections] == [(4, "row"), (5, "row")]
    width = len(lines[0].split(","))
    assert rejections[0].value_kind == f"{width + 1} columns instead of {width}"
    assert rejections[1].value_kind == "not CSV, up to line 6"


def test_a_file_from_before_calls_is_taken_and_nobody_in_it_has_agreed_to_calls(tmp_path):
    with (SAMPLE / "portfolio.csv").open(encoding="utf-8", newline="") as whole:
        rows = [row for row, _ in zip(csv.DictReader(whole), range(20), strict=False)]
    for row in rows:
        del row["voice_consent"]
    with (tmp_path / "old.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    _, loans, rejections = read(tmp_path / "old.csv")
    assert not rejections
    assert len(loans) == 20
    assert not any(loan.phone.voice_consent for loan in loans if loan.phone)


def test_a_byte_order_mark_changes_nothing(tmp_path):
    plain, marked = tmp_path / "plain.csv", tmp_path / "marked.csv"
    text = "\n".join(sample_lines(4))
    plain.write_text(text, encoding="utf-8")
    marked.write_text(text, encoding="utf-8-sig")
    assert read(plain)[1] == read(marked)[1]


def test_the_second_row_of_a_loan_is_rejected(tmp_path):
    lines = sample_lines(2)
    path = tmp_path / "twice.csv"
    path.write_text("\n".join([*lines, lines[1]]), encoding="utf-8")
    _, loans, rejections = read(path, batch_rows=1)
    assert len(loans) == 2
    assert [(r.line, r.field, r.value_kind) for r in rejections] == [
        (4, "lender_ref", "a number that came before")
    ]


@pytest.mark.parametrize(
    ("encoding", "name", "kind"),
    [
        ("gb18030", "陈雅婷", "bytes that are not UTF-8 (perhaps GB18030)"),
        ("cp1252", "Zoé", "bytes that are not UTF-8 (perhaps Windows-1252)"),
    ],
)
def test_a_wrong_encoding_is_named_row_by_row(tmp_path, encoding, name, kind):
    rows = list(csv.reader(sample_lines(2)))
    rows[1][rows[0].index("owner_name")] = name
    path = tmp_path / "other.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    _, loans, rejections = read(path)
    assert [(r.line, r.field, r.value_kind) for r in rejections] == [(2, "owner_name", kind)]
    assert len(loans) == 1


def test_a_file_in_utf_16_is_refused_by_name(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(sample_lines(1)), encoding="utf-16")
    with pytest.raises(PortfolioFileError, match="UTF-16"):
        read(path)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "lender_ref,lender\n1,2\n", "has no column account_last4"),
        ("a.csv", "", "has no column"),
        ("a.xlsx", "x", "neither .csv nor .parquet"),
        ("a.parquet", "x", "is not a Parquet file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_before_any_row(tmp_path, name, text, message):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PortfolioFileError, match=message):
        read(tmp_path / name)


def test_a_repeated_header_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(sample_lines(0)[0] + ",lender\n", encoding="utf-8")
    with pytest.raises(PortfolioFileError, match="lender more than once"):
        read(path)


def test_parquet_and_csv_give_the_same_loans(tmp_path):
    path = tmp_path / "sample.parquet"
    with (SAMPLE / "portfolio.csv").open(encoding="utf-8", newline="") as file:
        pq.write_table(pa.Table.from_pylist(list(csv.DictReader(file))), path)
    batches, loans, _ = read(path, batch_rows=100)
    assert loans == read(SAMPLE / "portfolio.csv")[1]
    assert [batch.progress.done for batch in batches][:2] == [100, 200]
    assert batches[-1].progress.done == batches[-1].progress.total


def test_the_report_holds_one_line_a_reason(tmp_path):
    _, _, rejections = read(SAMPLE / "bad_rows.csv")
    count = write_rejections(tmp_path / "rejected.csv", rejections)
    lines = (tmp_path / "rejected.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "line,field,found,remedy,kind"
    assert len(lines) == count + 1


@pytest.mark.parametrize(
    ("file", "mapping", "imported", "refused"),
    [
        (
            "lendingclub_2007_2010.parquet",
            "lendingclub",
            2_995,
            {
                "not overdue": 17_680,
                "settled": 55,
                "a settlement is being paid": 1,
                "nothing outstanding": 83,
            },
        ),
        (
            "uci_credit_24k.parquet",
            "uci_credit",
            4_136,
            {"not overdue": 18_519, "nothing outstanding": 1_345},
        ),
    ],
)
def test_the_real_loan_files_are_imported_and_refused_for_plain_reasons(file, mapping, imported, refused):
    if not (LOANS / file).exists():
        pytest.skip(f"{file} is not in {LOANS}")
    _, loans, rejections = read(LOANS / file, load_mapping(ROOT / "policy" / "import" / f"{mapping}.yml"))
    assert len(loans) == imported
    assert Counter(rejection.value_kind for rejection in rejections) == refused
    assert all(rejection.out_of_scope for rejection in rejections)
    assert len({fingerprint(loan) for loan in loans}) == imported
