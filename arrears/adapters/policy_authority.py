"""`policy/authority.yml` as an `AuthorityPolicy`, or every mistake in it with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import yaml
from pydantic import ValidationError

from arrears.adapters.policy_authority_rows import (
    COUNT_REMEDY,
    REMEDIES,
    File,
    Row,
    authority_row,
    contradictions,
)
from arrears.adapters.policy_mistakes import mistakes, yaml_place
from arrears.domain.negotiation.authority import AuthorityPolicy, AuthorityRow


class AuthorityPolicyError(ValueError):
    """The authority policy cannot be used; every mistake is on a line of its own."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))


def load_authority(path: Path) -> AuthorityPolicy:
    """The policy in the file.

    Raises: AuthorityPolicyError, naming file, row, key and remedy of each mistake; OSError when the file
    cannot be read.
    """
    try:
        parsed = File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise AuthorityPolicyError([f"{path.name}: not YAML: {yaml_place(error)}"]) from error
    except ValidationError as error:
        found = mistakes(error, REMEDIES, COUNT_REMEDY, "rows", "row")
        raise AuthorityPolicyError([f"{path.name}: {line}" for line in found]) from error
    wrong = [*_contradictions(parsed.rows)]
    rows: list[AuthorityRow] = []
    for number, row in enumerate(parsed.rows, start=1):
        try:
            rows.append(authority_row(row))
        except ValueError as error:
            wrong.append(f"row {number} ({row.name}): {error}")
    wrong += _overlaps(rows)
    if wrong:
        raise AuthorityPolicyError([f"{path.name}: {mistake}" for mistake in wrong])
    return AuthorityPolicy(parsed.version, tuple(rows), parsed.statements_hold_days)


def _contradictions(rows: list[Row]) -> Iterator[str]:
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        place = f"row {number} ({row.name})"
        if row.name in seen:
            yield f"{place}: name: is used twice; {REMEDIES['name']}"
        seen.add(row.name)
        for problem in contradictions(row):
            yield f"{place}: {problem}"


def _overlaps(rows: list[AuthorityRow]) -> Iterator[str]:
    for left, right in combinations(rows, 2):
        if _kin(left) == _kin(right) and _overlap(left, right):
            yield (
                f"row {right.name}: balance_from: covers cases that row {left.name} covers;"
                " make their balance or days-past-due bands meet without overlapping"
            )


def _kin(row: AuthorityRow) -> tuple[object, ...]:
    """Rows that differ here never compete: the more particular one comes first, or only one of them fits."""
    return row.product, row.segment, row.purpose, row.currency


def _overlap(left: AuthorityRow, right: AuthorityRow) -> bool:
    lower = max(left.balance_from, right.balance_from)
    day = max(left.days_past_due_from, right.days_past_due_from)
    return all(row.covers(row.purpose, lower, day) for row in (left, right))
