"""Portfolio files, CSV or Parquet, as batches of loans and rejections; and the report of the rejected."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BufferedReader, TextIOWrapper
from itertools import batched
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from arrears.domain.import_mapping import ImportMapping
from arrears.domain.portfolio import LoanRow, Rejection
from arrears.domain.portfolio_rows import PhoneProblem, read_row
from arrears.domain.raw_values import Raw

BATCH_ROWS = 2_000
_BROKEN = range(0xDC80, 0xDD00)  # what an undecodable byte becomes under surrogateescape
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class PortfolioFileError(ValueError):
    """The file as a whole cannot be imported; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file has been read; bytes for CSV, rows for Parquet."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive rows of a file."""

    loans: tuple[tuple[int, LoanRow], ...]  # with the line of the file
    rejections: tuple[Rejection, ...]
    rows: int  # rows read, good or bad
    progress: Progress


def read_portfolio(
    path: Path,
    mapping: ImportMapping,
    *,
    today: date,
    phone_problem: PhoneProblem | None = None,
    batch_rows: int = BATCH_ROWS,
) -> Iterator[Batch]:
    """Every row of the file, once: the second row of one loan number is rejected.

    Raises: PortfolioFileError; OSError.
    """
    seen: set[tuple[str, str]] = set()
    for rows, progress in _raw_batches(path, mapping, batch_rows):
        loans: list[tuple[int, LoanRow]] = []
        rejections: list[Rejection] = []
        for line, raw in rows:
            found = _found(mapping, line, raw, today, phone_problem)
            if isinstance(found, LoanRow) and (found.lender, found.lender_ref) in seen:
                found = (Rejection(line, "lender_ref", "a number that came before", "keep one row a loan"),)
            if isinstance(found, LoanRow):
                seen.add((found.lender, found.lender_ref))
                loans.append((line, found))
            else:
                rejections.extend(found)
        yield Batch(tuple(loans), tuple(rejections), len(rows), progress)


def write_rejections(path: Path, rejections: Iterable[Rejection]) -> int:
    """Write the report of rejected rows as CSV; how many reasons it holds."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["line", "field", "found", "remedy", "kind"])
        for each in rejections:
            kind = "not for collection" if each.out_of_scope else "to be corrected"
            out.writerow([each.line, each.field, each.value_kind, each.remedy, kind])
            count += 1
    return count


def _found(
    mapping: ImportMapping, line: int, raw: Raw | Rejection, today: date, phone_problem: PhoneProblem | None
) -> LoanRow | tuple[Rejection, ...]:
    if isinstance(raw, Rejection):
        return (raw,)
    return read_row(mapping, line, raw, today=today, phone_problem=phone_problem)


type _Line = tuple[int, Raw | Rejection]
type _Rows = tuple[_Line, ...]


def _raw_batches(path: Path, mapping: ImportMapping, batch_rows: int) -> Iterator[tuple[_Rows, Progress]]:
    match path.suffix.lower():
        case ".csv":
            return _csv_batches(path, mapping, batch_rows)
        case ".parquet":
            return _parquet_batches(path, mapping, batch_rows)
    raise PortfolioFileError(f"{path.name} is neither .csv nor .parquet")


def _check_columns(path: Path, mapping: ImportMapping, columns: list[str]) -> list[str]:
    wanted = mapping.columns(frozenset(columns))
    missing, twice = sorted(wanted - set(columns)), sorted({c for c in wanted if columns.count(c) > 1})
    if missing:
        text = f"{path.name} has no column {', '.join(missing)}; mapping {mapping.name} needs it"
        raise PortfolioFileError(text)
    if twice:
        raise PortfolioFileError(f"{path.name} has column {', '.join(twice)} more than once; keep one")
    return sorted(wanted)


def _parquet_batches(path: Path, mapping: ImportMapping, batch_rows: int) -> Iterator[tuple[_Rows, Progress]]:
    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as broken:
        raise PortfolioFileError(f"{path.name} is not a Parquet file") from broken
    with file:
        columns = _check_columns(path, mapping, list(file.schema_arrow.names))
        done, total = 0, int(file.metadata.num_rows)
        for batch in file.iter_batches(batch_size=batch_rows, columns=columns):
            rows = tuple(enumerate(batch.to_pylist(), start=done + 1))
            done += len(rows)
            yield rows, Progress(done, total)


def _csv_batches(path: Path, mapping: ImportMapping, batch_rows: int) -> Iterator[tuple[_Rows, Progress]]:
    total = path.stat().st_size
    with path.open("rb") as start:
        mark = _MARKS.get(start.read(2))
    if mark and not mapping.encoding.startswith("utf-16"):
        raise PortfolioFileError(
            f"{path.name} is {mark}; save it as UTF-8, or name its encoding in the mapping"
        )
    encoding = "utf-8-sig" if mapping.encoding == "utf-8" else mapping.encoding
    with path.open("rb") as binary, _text(binary, encoding) as file:
        for rows in batched(_csv_rows(path, file, mapping), batch_rows):
            yield rows, Progress(min(binary.tell(), total), total)


def _text(binary: BufferedReader, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(binary, encoding=encoding, errors="surrogateescape", newline="")


def _csv_rows(
    path: Path, file: TextIOWrapper, mapping: ImportMapping
) -> Iterator[tuple[int, Raw | Rejection]]:
    lines = csv.reader(file, delimiter=mapping.delimiter, strict=True)
    try:
        header = [column.strip() for column in next(lines, [])]
    except csv.Error as broken:
        raise PortfolioFileError(f"{path.name}: the first line is not CSV") from broken
    columns = _check_columns(path, mapping, header)
    places = [(column, header.index(column)) for column in columns]
    while True:
        line = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error:
            kind = f"not CSV, up to line {lines.line_num}"
            yield line, Rejection(line, "row", kind, "close every quotation mark in these lines")
            continue
        if cells:
            yield line, _row(line, cells, len(header), places, mapping.encoding)


def _row(
    line: int, cells: list[str], width: int, places: list[tuple[str, int]], encoding: str
) -> Raw | Rejection:
    if len(cells) != width:
        kind = f"{len(cells)} columns instead of {width}"
        return Rejection(line, "row", kind, "put quotation marks around a value that holds the delimiter")
    for column, place in places:
        if not cells[place].isascii() and any(ord(sign) in _BROKEN for sign in cells[place]):
            kind = f"bytes that are not {encoding.upper()}{_guess(cells[place], encoding)}"
            return Rejection(
                line, column, kind, "save the file as UTF-8, or name its encoding in the mapping"
            )
    return {column: cells[place] for column, place in places}


def _guess(cell: str, encoding: str) -> str:
    written = cell.encode(encoding, "surrogateescape")
    try:
        written.decode("gb18030")
    except UnicodeDecodeError:
        return " (perhaps Windows-1252)"
    return " (perhaps GB18030)"
