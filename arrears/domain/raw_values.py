"""One value of a lender's file, read as text, an amount or a date; or what was found instead."""

from __future__ import annotations

import hashlib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from arrears.domain.import_mapping import DateField, MoneyField, TextField, Units

Raw = Mapping[str, object]
"""A row of the file: column to value, as the file type gives it (text, number, date, None)."""

_MINOR_PER_UNIT = {Units.MAJOR: 100, Units.MINOR: 1, Units.THOUSANDS: 100_000}
_MINOR_MAX = 10**14
_DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Found:
    """What stood where a usable value was expected, and what to do; never the value itself."""

    kind: str
    remedy: str


def text_of(value: object) -> str:
    """The value as trimmed text; empty for nothing, without the ".0" of a whole number."""
    if value is None or value != value:  # NaN is how files write "empty"
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def kind_of(text: str) -> str:
    """What a piece of text looks like, in words that give nothing of it away."""
    if not text:
        return "empty"
    if text.isdigit():
        return f"{len(text)} digits" if len(text) > 1 else "1 digit"
    return f"text of {len(text)} characters"


def read_text(spec: TextField, raw: Raw) -> str:
    """The field's text, empty when the row has none."""
    if spec.constant is not None:
        return spec.constant
    if spec.digest_of:
        return spec.prefix + _digest(spec.digest_of, raw)
    text = next((found for column in spec.columns if (found := text_of(raw.get(column)))), "")
    if not text:
        return spec.default or ""
    if spec.values:
        text = spec.values.get(text.lower(), text if spec.otherwise is None else spec.otherwise)
    text = spec.prefix + text.rjust(spec.pad, "0")
    return text if spec.last is None else text[-spec.last :]


def _digest(columns: tuple[str, ...], raw: Raw) -> str:
    joined = "\x1f".join(text_of(raw.get(column)) for column in columns)
    return hashlib.sha256(joined.encode()).hexdigest()[:_DIGEST_LENGTH]


def read_number(value: object, grouping: str = "") -> Decimal | None:
    """The number written there; None when there is no finite one. A float means its shortest decimal."""
    text = text_of(value)
    if grouping:
        text = text.replace(grouping, "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def read_minor(spec: MoneyField, raw: Raw, grouping: str) -> int | Found:
    """The amount in minor units."""
    if spec.column is None:
        return 0
    total = Decimal(0)
    for column in (spec.column, *spec.minus):
        number = _amount(raw.get(column), spec, grouping)
        if isinstance(number, Found):
            return number
        total += number if column == spec.column else -number
    minor = total * _MINOR_PER_UNIT[spec.units]
    if abs(minor) > _MINOR_MAX:
        return Found("an amount too large to be true", "check the units in the mapping")
    whole = minor.to_integral_value(ROUND_HALF_UP)
    if whole != minor and not spec.rounds:
        return Found("a fraction of a minor unit", "write the amount with two decimals at most")
    return int(whole)


def _amount(value: object, spec: MoneyField, grouping: str) -> Decimal | Found:
    text = text_of(value)
    if not text and spec.empty_is_zero:
        return Decimal(0)
    number = read_number(text, grouping)
    if number is None:
        kind = "empty" if not text else f"not a number ({kind_of(text)})"
        return Found(kind, "write digits and a decimal point, such as 1234.50")
    return number


def read_date(spec: DateField, raw: Raw, zone: str) -> date | Found | None:
    """The date, None when the row has none."""
    if spec.constant is not None:
        day: date | None = spec.constant
    else:
        value = next((v for column in spec.columns if text_of(v := raw.get(column))), None)
        if value is None:
            return None
        day = _date(value, spec.formats, zone)
    if day is None:
        return Found("not a date in the format of the mapping", f"write it as {' or '.join(spec.formats)}")
    if spec.minus_months_in is not None:
        months = read_number(raw.get(spec.minus_months_in))
        if months is None or months != int(months) or abs(months) > 1200:
            return Found("not a number of months", f"give whole months in {spec.minus_months_in}")
        day = add_months(day, -int(months))
    return add_months(day, spec.plus_months)


def _date(value: object, formats: tuple[str, ...], zone: str) -> date | None:
    if isinstance(value, datetime):
        return (value.astimezone(ZoneInfo(zone)) if value.tzinfo else value).date()
    if isinstance(value, date):
        return value
    text = text_of(value)
    for form in formats:
        day = _date_in(text, form, zone)
        if day is not None:
            return day
    return None


def _date_in(text: str, form: str, zone: str) -> date | None:
    try:
        if form == "%Y-%m-%d":
            return date.fromisoformat(text) if len(text) == len("2026-03-02") else None
        parsed = datetime.strptime(text, form)  # noqa: DTZ007 (does not fit: only its date is kept)
    except ValueError:
        return None
    return (parsed.astimezone(ZoneInfo(zone)) if parsed.tzinfo else parsed).date()


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last day when the month is shorter."""
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
