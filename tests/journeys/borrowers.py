"""Borrowers for the journeys: rows of the sample portfolio, each played by one test."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tools.rasa import ROOT

SAMPLE = ROOT / "policy" / "sample" / "portfolio.csv"

EN, ZH, CN = ("US", "en"), ("US", "zh"), ("CN", "zh")
"""English and Mandarin speakers in the United States, and borrowers in mainland China."""


@dataclass(frozen=True, slots=True)
class Borrower:
    """One person with one loan and a phone."""

    loan: str
    phone: str
    language: str
    country: str
    region: str
    birth_on: date
    last4: str
    owed_minor: int

    @property
    def identity(self) -> str:
        """Both factors, the way they are written in the borrower's language."""
        born = self.birth_on
        if self.language == "zh":
            return f"{born.year}年{born.month}月{born.day}日 {self.last4}"
        return f"{born:%m/%d/%Y} {self.last4}"


def reachable_rows() -> list[dict[str, str]]:
    """Rows of people with one loan who may be texted: what keeps us from the others is tested elsewhere."""
    with SAMPLE.open(encoding="utf-8", newline="") as rows:
        portfolio = list(csv.DictReader(rows))
    loans = Counter(row["owner_ref"] for row in portfolio)
    return [
        row
        for row in portfolio
        if loans[row["owner_ref"]] == 1
        and (row["sms_consent"], row["line_type"], row["statuses"]) == ("yes", "mobile", "")
    ]


def pick(
    rows: list[dict[str, str]], kind: tuple[str, str], count: int, skip: int = 0
) -> list[dict[str, str]]:
    """So many rows of one kind of borrower."""
    return [row for row in rows if (row["country"], row["language"]) == kind][skip : skip + count]


def write(file: Path, rows: list[dict[str, str]]) -> Path:
    """A portfolio file of these rows."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return file


def played(rows: Iterable[dict[str, str]]) -> list[Borrower]:
    """The rows as people who can be played."""
    return [
        Borrower(
            loan=row["lender_ref"],
            phone=row["phone"],
            language=row["language"],
            country=row["country"],
            region=row["region"],
            birth_on=date.fromisoformat(row["birth_on"]),
            last4=row["account_last4"],
            owed_minor=sum(int(row[part].replace(".", "")) for part in ("principal", "interest", "fees")),
        )
        for row in rows
    ]
