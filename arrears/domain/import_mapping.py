"""How a lender's columns become our fields: what a mapping file in `policy/import/` says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

PROTECTED_COLUMNS = frozenset(
    {"sex", "gender", "marriage", "marital_status", "education", "age", "race", "ethnicity", "religion"}
)
"""Columns no mapping may name: a protected characteristic never enters the product by import."""


class Units(StrEnum):
    """What one unit of an amount column is worth."""

    MAJOR = "major"  # dollars, yuan
    MINOR = "minor"  # cents, fen
    THOUSANDS = "thousands"  # thousands of dollars or yuan


@dataclass(frozen=True, slots=True)
class TextField:
    """A field of text, or of one of a few words."""

    columns: tuple[str, ...] = ()  # the first that is not empty is taken
    constant: str | None = None
    default: str | None = None  # when every column is empty
    values: Mapping[str, str] = field(default_factory=dict)  # the lender's word -> ours, lower case
    otherwise: str | None = None  # for a word that `values` does not name
    prefix: str = ""
    pad: int = 0  # zeros to the left up to this length
    last: int | None = None  # keep this many characters from the end
    digest_of: tuple[str, ...] = ()  # a stable reference made of columns, for a file without a number
    may_be_absent: bool = False  # a file without the columns is read as if they were empty


@dataclass(frozen=True, slots=True)
class MoneyField:
    """An amount: one column, less others."""

    column: str | None = None  # None: always zero
    minus: tuple[str, ...] = ()
    units: Units = Units.MAJOR
    rounds: bool = False  # round half up to a minor unit; otherwise a finer amount is refused
    empty_is_zero: bool = False


@dataclass(frozen=True, slots=True)
class DateField:
    """A calendar date, moved by whole months where the file only says so."""

    columns: tuple[str, ...] = ()  # the first that is not empty is taken
    constant: date | None = None
    formats: tuple[str, ...] = ("%Y-%m-%d",)
    plus_months: int = 0
    minus_months_in: str | None = None  # a column that holds how many months earlier


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a row must show to be a loan to collect; the reason is given when it does not."""

    column: str
    reason: str
    any_of: frozenset[str] | None = None  # lower case
    none_of: frozenset[str] | None = None  # lower case
    at_least: Decimal | None = None
    above: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ImportMapping:
    """A mapping file."""

    name: str
    version: str
    zone: str  # IANA zone that turns the file's instants into dates
    encoding: str
    delimiter: str
    grouping: str  # the sign between groups of three digits; empty when there is none
    texts: Mapping[str, TextField]
    amounts: Mapping[str, MoneyField]
    dates: Mapping[str, DateField]
    requirements: tuple[Requirement, ...] = ()
    upcoming_days: int = 0  # loans that fall due within so many days are taken too; they are not collected

    def columns(self, header: frozenset[str] | None = None) -> frozenset[str]:
        """Every column the mapping reads; nothing else of the file is looked at.

        With the header of a file, those that may be absent are left out where the file lacks them.
        """
        found: set[str] = {requirement.column for requirement in self.requirements}
        for text in self.texts.values():
            spared = text.may_be_absent and header is not None
            taken = [column for column in text.columns if not spared or column in (header or ())]
            found.update(taken, text.digest_of)
        for amount in self.amounts.values():
            found.update(amount.minus, () if amount.column is None else (amount.column,))
        for day in self.dates.values():
            found.update(day.columns, () if day.minus_months_in is None else (day.minus_months_in,))
        return frozenset(found)
