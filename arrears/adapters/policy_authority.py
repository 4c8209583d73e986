"""`policy/authority.yml` as an `AuthorityPolicy`, or every mistake in it with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from arrears.domain.cases import Purpose
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.authority import AuthorityPolicy, AuthorityRow, Terms

_REMEDY = {
    "version": 'name the version in quotes, such as "2026-01"',
    "rows": "list at least one row",
    "name": "give the row a name of its own",
    "product": "write the lender's product code in quotes, or leave it out for every product",
    "purpose": "write consumer or commercial",
    "currency": f"write one of {', '.join(Currency)}",
    "frequencies": f"list one or more of {', '.join(Frequency)}, each once, the preferred one first",
}
_AMOUNTS = ("balance_from", "balance_below", "min_instalment")
_REMEDY |= dict.fromkeys(_AMOUNTS, 'write the amount in quotes with two decimals, such as "25.00"')
_COUNT_REMEDY = "write a whole number, 0 or more"


class AuthorityPolicyError(ValueError):
    """The authority policy cannot be used; every mistake is on a line of its own."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))


_Amount = Annotated[str, Field(strict=True, pattern=r"^\d{1,12}\.\d{2}$")]
_Count = Annotated[int, Field(strict=True, ge=0)]
_Text = Annotated[str, Field(strict=True, min_length=1)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: _Text
    product: _Text | None = None
    purpose: Purpose
    currency: Currency
    balance_from: _Amount
    balance_below: _Amount | None = None
    days_past_due_from: _Count = 0
    days_past_due_below: _Count | None = None
    min_instalment: _Amount
    max_instalments: _Count
    frequencies: Annotated[list[Frequency], Field(min_length=1)]
    promise_within_days: _Count
    first_payment_within_days: _Count
    usual_first_payment_days: _Count
    max_term_days: _Count
    grace_days: _Count
    refer_after_broken_promises: _Count


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: _Text
    rows: Annotated[list[_Row], Field(min_length=1)]


def load_authority(path: Path) -> AuthorityPolicy:
    """The policy in the file.

    Raises: AuthorityPolicyError, naming file, row, key and remedy of each mistake; OSError when the file
    cannot be read.
    """
    try:
        parsed = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise AuthorityPolicyError([f"{path.name}: not YAML: {_place(error)}"]) from error
    except ValidationError as error:
        raise AuthorityPolicyError([f"{path.name}: {line}" for line in _mistakes(error)]) from error
    mistakes = [*_contradictions(parsed.rows)]
    rows: list[AuthorityRow] = []
    for number, row in enumerate(parsed.rows, start=1):
        try:
            rows.append(_row(row))
        except ValueError as error:
            mistakes.append(f"row {number} ({row.name}): {error}")
    mistakes += _overlaps(rows)
    if mistakes:
        raise AuthorityPolicyError([f"{path.name}: {mistake}" for mistake in mistakes])
    return AuthorityPolicy(parsed.version, tuple(rows))


def _place(error: yaml.YAMLError) -> str:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return f"look at line {mark.line + 1}" if mark is not None else "check its indentation and quotes"


def _mistakes(error: ValidationError) -> Iterator[str]:
    for found in error.errors(include_url=False, include_context=False):
        where = [str(part + 1) if isinstance(part, int) else part for part in found["loc"]]
        key = next((part for part in found["loc"][::-1] if isinstance(part, str)), "the file")
        place = key
        if where[:1] == ["rows"] and len(where) > 1:
            place = f"row {where[1]}" if len(where) == 2 else f"row {where[1]}: {key}"
        if found["type"] == "extra_forbidden":
            yield f"{place}: not a known key; correct its spelling or remove it"
        elif found["type"] == "model_type":
            yield f"{place}: is no mapping; write one `key: value` on each line"
        else:
            problem = "is missing" if found["type"] == "missing" else "cannot be used"
            yield f"{place}: {problem}; {_REMEDY.get(key, _COUNT_REMEDY)}"


def _contradictions(rows: list[_Row]) -> Iterator[str]:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        place = f"row {number} ({row.name})"
        if row.name in seen:
            yield f"{place}: name: is used twice; {_REMEDY['name']}"
        seen.add(row.name)
        if row.purpose is Purpose.UNKNOWN:
            yield f"{place}: purpose: unknown counts as consumer; {_REMEDY['purpose']}"
        if len(set(row.frequencies)) != len(row.frequencies):
            yield f"{place}: frequencies: one is listed twice; {_REMEDY['frequencies']}"
        if row.balance_below is not None and _minor(row.balance_below) <= _minor(row.balance_from):
            yield f"{place}: balance_below: must be above balance_from; raise it or leave it out"
        if row.days_past_due_below is not None and row.days_past_due_below <= row.days_past_due_from:
            yield f"{place}: days_past_due_below: must be above days_past_due_from; raise it or leave it out"


def _row(row: _Row) -> AuthorityRow:
    below = row.balance_below
    return AuthorityRow(
        name=row.name,
        product=row.product,
        purpose=row.purpose,
        balance_from=Money(_minor(row.balance_from), row.currency),
        balance_below=Money(_minor(below), row.currency) if below is not None else None,
        days_past_due_from=row.days_past_due_from,
        days_past_due_below=row.days_past_due_below,
        terms=Terms(
            min_instalment=Money(_minor(row.min_instalment), row.currency),
            max_instalments=row.max_instalments,
            frequencies=tuple(row.frequencies),
            promise_within_days=row.promise_within_days,
            first_payment_within_days=row.first_payment_within_days,
            usual_first_payment_days=row.usual_first_payment_days,
            max_term_days=row.max_term_days,
            grace_days=row.grace_days,
            refer_after_broken_promises=row.refer_after_broken_promises,
        ),
    )


def _overlaps(rows: list[AuthorityRow]) -> Iterator[str]:
    for left, right in combinations(rows, 2):
        same = (left.product, left.purpose, left.currency) == (right.product, right.purpose, right.currency)
        if same and _overlap(left, right):
            yield (
                f"row {right.name}: balance_from: covers cases that row {left.name} covers;"
                " make their balance or days-past-due bands meet without overlapping"
            )


def _overlap(left: AuthorityRow, right: AuthorityRow) -> bool:
    lower = max(left.balance_from, right.balance_from)
    day = max(left.days_past_due_from, right.days_past_due_from)
    return all(row.covers(row.purpose, lower, day) for row in (left, right))


def _minor(amount: str) -> int:
    """The amount in minor units; every currency here has two decimals."""
    return int(amount.replace(".", ""))
