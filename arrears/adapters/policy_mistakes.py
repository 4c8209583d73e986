"""Mistakes in a policy file that is read with pydantic, each on a line with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml
from pydantic import ValidationError

type _Loc = tuple[int | str, ...]


def yaml_place(error: yaml.YAMLError) -> str:
    """Where to look in a file that is no YAML."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return f"look at line {mark.line + 1}" if mark is not None else "check its indentation and quotes"


def mistakes(
    error: ValidationError, remedies: Mapping[str, str], otherwise: str, items: str, item: str
) -> Iterator[str]:
    """The mistakes of the error. An entry of the list or table `items` is called `item`, with number or name.

    The remedy is that of the innermost key that has one.
    """
    for found in error.errors(include_url=False, include_context=False):
        loc: _Loc = tuple(part for part in found["loc"] if part != "[key]")
        place = _place(loc, items, item)
        if found["type"] == "extra_forbidden":
            yield f"{place}: not a known key; correct its spelling or remove it"
        elif found["type"] == "model_type":
            yield f"{place}: is no mapping; write one `key: value` on each line"
        else:
            problem = "is missing" if found["type"] == "missing" else "cannot be used"
            yield f"{place}: {problem}; {_remedy(loc, items, remedies) or otherwise}"


def _place(loc: _Loc, items: str, item: str) -> str:
    """Such as row 2: hardship.min_payment, or type pause: channels, or version, or the file."""
    if loc[:1] != (items,) or len(loc) < 2:
        return ".".join(_keys(loc)) or "the file"
    which = loc[1] + 1 if isinstance(loc[1], int) else loc[1]
    inner = ".".join(_keys(loc[2:]))
    return f"{item} {which}: {inner}" if inner else f"{item} {which}"


def _remedy(loc: _Loc, items: str, remedies: Mapping[str, str]) -> str | None:
    keys = _keys(loc[2:]) if loc[:1] == (items,) and len(loc) > 2 else _keys(loc)
    return next((remedies[key] for key in reversed(keys) if key in remedies), None)


def _keys(loc: _Loc) -> list[str]:
    return [part for part in loc if isinstance(part, str)]
