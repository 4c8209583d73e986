"""A file of `policy/import/` as an `ImportMapping`, or every mistake in it with its place."""

from __future__ import annotations

import codecs
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from arrears.domain.import_mapping import (
    PROTECTED_COLUMNS,
    DateField,
    ImportMapping,
    MoneyField,
    Requirement,
    TextField,
    Units,
)

_Text = Annotated[str, Field(min_length=1)]
_Columns = Annotated[tuple[_Text, ...], Field(default=())]


class ImportMappingError(ValueError):
    """The mapping file cannot be used; every mistake is on a line of its own."""

    def __init__(self, name: str, mistakes: list[str]) -> None:
        super().__init__("\n".join(f"{name}: {mistake}" for mistake in mistakes))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _TextField(_Strict):
    columns: _Columns
    constant: _Text | None = None
    default: _Text | None = None
    values: dict[str, str] = {}
    otherwise: _Text | None = None
    prefix: str = ""
    pad: Annotated[int, Field(ge=0, le=40)] = 0
    last: Annotated[int, Field(ge=1, le=40)] | None = None
    digest_of: _Columns
    may_be_absent: bool = False

    @model_validator(mode="after")
    def _one_source(self) -> _TextField:
        if sum((bool(self.columns), self.constant is not None, bool(self.digest_of))) != 1:
            raise ValueError("name one of columns, constant, digest_of")
        return self

    def value(self) -> TextField:
        words = {word.lower(): ours for word, ours in self.values.items()}
        return TextField(**(self.model_dump() | {"values": words}))


class _MoneyField(_Strict):
    column: _Text
    minus: _Columns
    units: Units = Units.MAJOR
    rounds: bool = False
    empty_is_zero: bool = False

    def value(self) -> MoneyField:
        return MoneyField(**self.model_dump())


class _DateField(_Strict):
    columns: _Columns
    constant: date | None = None
    formats: tuple[_Text, ...] = ("%Y-%m-%d",)
    plus_months: Annotated[int, Field(ge=-1200, le=1200)] = 0
    minus_months_in: _Text | None = None

    @model_validator(mode="after")
    def _one_source(self) -> _DateField:
        if bool(self.columns) == (self.constant is not None):
            raise ValueError("name one of columns, constant")
        return self

    def value(self) -> DateField:
        return DateField(**self.model_dump())


class _Requirement(_Strict):
    column: _Text
    reason: _Text
    any_of: frozenset[str] | None = None
    none_of: frozenset[str] | None = None
    at_least: Decimal | None = None
    above: Decimal | None = None

    def value(self) -> Requirement:
        return Requirement(
            column=self.column,
            reason=self.reason,
            any_of=None if self.any_of is None else frozenset(word.lower() for word in self.any_of),
            none_of=None if self.none_of is None else frozenset(word.lower() for word in self.none_of),
            at_least=self.at_least,
            above=self.above,
        )


class _Texts(_Strict):
    lender_ref: _TextField
    lender: _TextField
    product: _TextField
    currency: _TextField
    country: _TextField
    purpose: _TextField | None = None
    relationship: _TextField | None = None
    account_last4: _TextField | None = None
    owner_ref: _TextField | None = None
    owner_name: _TextField | None = None
    language: _TextField | None = None
    region: _TextField | None = None
    city: _TextField | None = None
    time_zone: _TextField | None = None
    phone: _TextField | None = None
    line_type: _TextField | None = None
    phone_place: _TextField | None = None
    sms_consent: _TextField | None = None
    voice_consent: _TextField | None = None
    consent_how: _TextField | None = None
    enterprise_name: _TextField | None = None
    enterprise_ref: _TextField | None = None
    broken_promises: _TextField | None = None
    statuses: _TextField | None = None
    annual_rate: _TextField | None = None
    day_count: _TextField | None = None


class _Amounts(_Strict):
    principal: _MoneyField
    interest: _MoneyField | None = None
    fees: _MoneyField | None = None


class _Dates(_Strict):
    due_on: _DateField
    originated_on: _DateField | None = None
    birth_on: _DateField | None = None
    consent_on: _DateField | None = None
    last_payment_on: _DateField | None = None


class _Mapping(_Strict):
    version: _Text
    zone: _Text
    encoding: _Text = "utf-8"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] = ","
    grouping: Annotated[str, Field(max_length=1)] = ""
    texts: _Texts
    amounts: _Amounts
    dates: _Dates
    requirements: tuple[_Requirement, ...] = ()
    upcoming_days: Annotated[int, Field(strict=True, ge=0, le=366)] = 0

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError) as unknown:
            raise ValueError("write an IANA zone such as America/New_York") from unknown
        return zone

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, encoding: str) -> str:
        try:
            return codecs.lookup(encoding).name
        except LookupError as unknown:
            raise ValueError("write an encoding such as utf-8 or gb18030") from unknown


def load_mapping(path: Path) -> ImportMapping:
    """The mapping file. Raises: ImportMappingError; OSError when the file cannot be read."""
    try:
        read = _Mapping.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as broken:
        raise ImportMappingError(path.name, [f"not YAML: {broken}"]) from broken
    except ValidationError as wrong:
        raise ImportMappingError(path.name, [_sentence(dict(error)) for error in wrong.errors()]) from wrong
    mapping = ImportMapping(
        name=path.stem,
        version=read.version,
        zone=read.zone,
        encoding=read.encoding,
        delimiter=read.delimiter,
        grouping=read.grouping,
        texts={name: spec.value() for name, spec in read.texts if spec is not None},
        amounts={name: spec.value() for name, spec in read.amounts if spec is not None},
        dates={name: spec.value() for name, spec in read.dates if spec is not None},
        requirements=tuple(requirement.value() for requirement in read.requirements),
        upcoming_days=read.upcoming_days,
    )
    protected = sorted(column for column in mapping.columns() if column.lower() in PROTECTED_COLUMNS)
    if protected:
        reason = "is a protected characteristic and is never imported"
        raise ImportMappingError(path.name, [f"column {column} {reason}" for column in protected])
    return mapping


def _sentence(error: dict[str, object]) -> str:
    place = error["loc"]
    dotted = ".".join(str(part) for part in place) if isinstance(place, tuple) else ""
    return f"{dotted or 'the file'}: {error['msg']}"
