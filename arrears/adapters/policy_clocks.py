"""`policy/clocks.yml`: the numbers of notices and clocks, as frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from arrears.domain.compliance.clocks.terms import ClockTerms

_MAY_BE_ZERO = frozenset({"house_notice_days"})


class ClocksPolicyError(ValueError):
    """The file cannot be used; the message names the file, the key and the remedy."""

    def __init__(self, file: Path, key: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {remedy}")
        self.file, self.key, self.remedy = file, key, remedy


def load_clocks(path: Path) -> ClockTerms:
    """The numbers of every clock. Raises: ClocksPolicyError."""
    document = _mapping(path, "file", _document(path))
    kinds = get_type_hints(ClockTerms)
    _same_keys(path, "", document, frozenset({"version", *kinds}))
    _text(path, "version", document["version"])
    terms = ClockTerms(**{name: _part(path, name, kind, document[name]) for name, kind in kinds.items()})
    notice, deposit = terms.validation, terms.payments
    _order(path, "validation.house_notice_days", notice.house_notice_days, notice.notice_days)
    limits = (deposit.deposit_notice_business_days_min, deposit.deposit_notice_business_days_max)
    _order(path, "payments.deposit_notice_business_days_min", *limits)
    return terms


def _document(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ClocksPolicyError(path, "file", "make it readable YAML in UTF-8") from error


def _part(path: Path, part: str, kind: Any, value: object) -> Any:
    given = _mapping(path, part, value)
    hints = get_type_hints(kind)
    _same_keys(path, f"{part}.", given, frozenset(field.name for field in fields(kind)))
    return kind(**{name: _READ[hints[name]](path, f"{part}.{name}", given[name]) for name in given})


def _mapping(path: Path, key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise ClocksPolicyError(path, key, "write a table of keys and values")
    return value


def _same_keys(path: Path, at: str, given: Mapping[str, object], wanted: frozenset[str]) -> None:
    for key in sorted(wanted - given.keys()):
        raise ClocksPolicyError(path, f"{at}{key}", "add this key")
    for key in sorted(given.keys() - wanted):
        raise ClocksPolicyError(path, f"{at}{key}", "remove this key, or correct its spelling")


def _count(path: Path, key: str, value: object) -> int:
    least = 0 if key.rpartition(".")[2] in _MAY_BE_ZERO else 1
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ClocksPolicyError(path, key, f"write a whole number of at least {least}")
    return value


def _text(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ClocksPolicyError(path, key, "write a text, in quotation marks")
    return value


def _order(path: Path, key: str, less: int, more: int) -> None:
    if less > more:
        raise ClocksPolicyError(path, key, f"let it be no more than {more}, the limit that it stands beside")


type _Reader = Callable[[Path, str, object], object]

_READ: Mapping[object, _Reader] = {int: _count, str: _text}
