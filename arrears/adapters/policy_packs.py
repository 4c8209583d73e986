"""Rule packs, from the YAML files of the policy folder to frozen values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, time
from pathlib import Path
from typing import Any, get_type_hints

import yaml

from arrears.domain.compliance.packs import RULES
from arrears.domain.compliance.packset import Pack, PackSet
from arrears.domain.times import DailyWindow, known_zones

_KEYS = frozenset({"id", "version", "effective_from", "effective_to", "source", "numbers"})


class PolicyPackError(ValueError):
    """A rule pack cannot be used; the message names the file, the key and the remedy."""

    def __init__(self, file: Path, key: str, remedy: str) -> None:
        super().__init__(f"{file}: {key}: {remedy}")
        self.file, self.key, self.remedy = file, key, remedy


def load_packs(folder: Path) -> PackSet:
    """Every pack of the folder, one version a file.

    Raises: PolicyPackError when a file is broken, a pack is absent, or two versions overlap.
    """
    loaded = [(path, _pack(path)) for path in sorted(folder.glob("*.yml"))]
    absent = sorted(RULES.keys() - {pack.id for _, pack in loaded})
    if absent:
        raise PolicyPackError(folder / f"{absent[0]}.yml", "id", f"add a pack with the id {absent[0]}")
    for index, (path, pack) in enumerate(loaded):
        if any(_overlap(pack, other) for _, other in loaded[:index]):
            remedy = f"give the versions of {pack.id} dates that do not overlap"
            raise PolicyPackError(path, "effective_from", remedy)
    order = list(RULES)
    packs = sorted((pack for _, pack in loaded), key=lambda pack: (order.index(pack.id), pack.effective_from))
    return PackSet(tuple(packs))


def _pack(path: Path) -> Pack:
    document = _document(path)
    _same_keys(path, "", document, _KEYS)
    rules = RULES.get(_text(path, "id", document["id"]))
    if rules is None:
        raise PolicyPackError(path, "id", f"name one of {', '.join(sorted(RULES))}")
    start = _date(path, "effective_from", document["effective_from"])
    end = document["effective_to"]
    pack = Pack(
        id=_text(path, "id", document["id"]),
        version=_text(path, "version", document["version"]),
        effective_from=start,
        effective_to=None if end is None else _date(path, "effective_to", end),
        source=_text(path, "source", document["source"]),
        numbers=_numbers(path, rules.numbers, document["numbers"]),
        rules=rules,
    )
    if pack.effective_to is not None and pack.effective_to < start:
        raise PolicyPackError(path, "effective_to", "let it not end before effective_from")
    return pack


def _document(path: Path) -> Mapping[str, object]:
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PolicyPackError(path, "file", "make it readable YAML in UTF-8") from error
    return _mapping(path, "file", document)


def _numbers(path: Path, kind: type[Any], value: object) -> object:
    given = _mapping(path, "numbers", value)
    hints = get_type_hints(kind)
    wanted = frozenset(field.name for field in fields(kind))
    _same_keys(path, "numbers.", given, wanted)
    return kind(**{name: _READ[hints[name]](path, f"numbers.{name}", given[name]) for name in wanted})


def _same_keys(path: Path, at: str, given: Mapping[str, object], wanted: frozenset[str]) -> None:
    for key in sorted(wanted - given.keys()):
        raise PolicyPackError(path, f"{at}{key}", "add this key")
    for key in sorted(given.keys() - wanted):
        raise PolicyPackError(path, f"{at}{key}", "remove this key, or correct its spelling")


def _mapping(path: Path, key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict) or not all(isinstance(name, str) for name in value):
        raise PolicyPackError(path, key, "write a table of keys and values")
    return value


def _count(path: Path, key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise PolicyPackError(path, key, "write a whole number of at least 1")
    return value


def _text(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PolicyPackError(path, key, "write a text, in quotation marks")
    return _zone(path, key, value) if _names_zones(key) else value


def _texts(path: Path, key: str, value: object) -> tuple[str, ...]:
    # An unquoted NO is false in YAML, so that a country code may arrive as something else.
    if not isinstance(value, list) or not value:
        raise PolicyPackError(path, key, "write a list of texts that is not empty")
    return tuple(_text(path, key, item) for item in value)


def _names_zones(key: str) -> bool:
    return key.endswith(("zone", "zones"))


def _zone(path: Path, key: str, value: str) -> str:
    if value not in known_zones():
        raise PolicyPackError(path, key, f"{value} is not an IANA time zone, for example America/New_York")
    return value


def _window(path: Path, key: str, value: object) -> DailyWindow:
    given = _mapping(path, key, value)
    _same_keys(path, f"{key}.", given, frozenset({"opens", "closes"}))
    opens = _time(path, f"{key}.opens", given["opens"])
    closes = _time(path, f"{key}.closes", given["closes"])
    if opens >= closes:
        raise PolicyPackError(path, f"{key}.closes", "let the window close after it opens, on the same day")
    return DailyWindow(opens, closes)


def _time(path: Path, key: str, value: object) -> time:
    # Unquoted, YAML reads 21:00 as the number 1260.
    try:
        if isinstance(value, str) and len(value) == 5:
            return time.fromisoformat(value)
    except ValueError:
        pass
    raise PolicyPackError(path, key, 'write a time in quotation marks, for example "21:00"')


def _date(path: Path, key: str, value: object) -> date:
    if type(value) is not date:
        raise PolicyPackError(path, key, "write a date, for example 2026-01-31, without quotation marks")
    return value


def _dates(path: Path, key: str, value: object) -> tuple[date, ...]:
    if not isinstance(value, list) or not value:
        raise PolicyPackError(path, key, "write a list of dates that is not empty")
    found = tuple(_date(path, key, item) for item in value)
    if sorted(set(found)) != list(found):
        raise PolicyPackError(path, key, "write each date once, the earliest first")
    return found


def _overlap(one: Pack, other: Pack) -> bool:
    if one.id != other.id:
        return False
    first, second = sorted((one, other), key=lambda pack: pack.effective_from)
    return first.effective_to is None or second.effective_from <= first.effective_to


def _flag(path: Path, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise PolicyPackError(path, key, "write true or false")
    return value


def _maybe_date(path: Path, key: str, value: object) -> date | None:
    return None if value is None else _date(path, key, value)


type _Reader = Callable[[Path, str, object], object]

_READ: Mapping[object, _Reader] = {
    bool: _flag,
    date: _date,
    date | None: _maybe_date,
    int: _count,
    str: _text,
    tuple[date, ...]: _dates,
    tuple[str, ...]: _texts,
    DailyWindow: _window,
}
