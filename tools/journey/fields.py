"""Reading the fields of a scenario one by one; every fault is noted with its place, and reading goes on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from tools.journey.documents import Document, Path

ABSENT = ("", "null", "~", "none")
TRUE, FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0", "none")
_SPAN = re.compile(
    r"(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)(?![a-z])",
    re.IGNORECASE,
)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AMOUNT = re.compile(r"(?:[A-Z]{3})?\s*[$¥￥]?\s*(\d{1,12}(?:,\d{3})*(?:\.\d{1,2})?)\s*(?:[A-Z]{3}|元|块)?")


@dataclass
class Faults:
    """Everything that is wrong with one scenario."""

    file: str
    document: Document
    found: list[str] = field(default_factory=list)

    def note(self, path: Path, problem: str) -> None:
        """Add one: where, which field, and what to write instead."""
        line = self.document.line(path)
        where = self.file if line is None else f"{self.file}:{line}"
        self.found.append(f"{where}: {_dotted(path)}: {problem}")


def _dotted(path: Path) -> str:
    words = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in path)
    return words.removeprefix(".") or "scenario"


class Fields:
    """The keys of one mapping. What nobody asked for by the end is a fault too."""

    def __init__(self, data: Any, path: Path, faults: Faults) -> None:
        self.path, self.faults = path, faults
        self._data: dict[str, Any] = data if isinstance(data, dict) else {}
        self._asked: dict[str, str] = {}
        if not isinstance(data, dict) and data not in ABSENT:
            faults.note(path, "write a mapping of keys to values")

    def get(self, name: str, *aliases: str) -> Any:
        """The value of the key under any of its names, None when it is absent or empty."""
        present = [each for each in (name, *aliases) if each in self._data]
        for each in (name, *aliases):
            self._asked[each] = name
        if len(present) > 1:
            self.faults.note((*self.path, present[1]), f"the same as {present[0]}; write one of them")
        value = self._data[present[0]] if present else None
        return None if isinstance(value, str) and value.strip().casefold() in ABSENT else value

    def has(self, *names: str) -> bool:
        """Whether any of the names was written."""
        return any(name in self._data for name in names)

    def name_used(self, name: str, *aliases: str) -> str:
        """The name under which the key was written."""
        return next((each for each in (name, *aliases) if each in self._data), name)

    def read[T](self, read: Callable[[str], T], remedy: str, default: T, name: str, *aliases: str) -> T:
        """The value as `read` makes it, which raises ValueError on what it cannot take."""
        written = self.get(name, *aliases)
        if written is None:
            return default
        try:
            if not isinstance(written, str):
                raise ValueError
            return read(written.strip())
        except ValueError:
            self.faults.note((*self.path, self.name_used(name, *aliases)), remedy)
            return default

    def text(self, default: str, name: str, *aliases: str) -> str:
        """Any text."""
        return self.read(str, "write a text", default, name, *aliases)

    def day(self, default: Any, name: str, *aliases: str) -> Any:
        """A day."""
        return self.read(date.fromisoformat, "write a day such as 2026-03-02", default, name, *aliases)

    def amount(self, default: Any, name: str, *aliases: str) -> Any:
        """An amount in major units, at most two decimals."""
        return self.read(amount, "write an amount such as 350 or 350.00", default, name, *aliases)

    def span(self, default: Any, name: str, *aliases: str) -> Any:
        """A span of time."""
        return self.read(span, "write a span such as 45m, 2h, 3d or 1d 12h", default, name, *aliases)

    def flag(self, default: bool, name: str, *aliases: str) -> bool:
        """Yes or no."""
        return self.read(flag, "write yes or no", default, name, *aliases)

    def choice(self, among: dict[str, str], default: str, name: str, *aliases: str) -> str:
        """One of the words; the mapping gives what each stands for."""
        known = ", ".join(dict.fromkeys(among.values()))
        return self.read(lambda word: _chosen(word, among), f"write one of {known}", default, name, *aliases)

    def finish(self, also: Iterable[str] = ()) -> None:
        """Note every key that means nothing here."""
        known = {*self._asked, *also}
        for key in self._data:
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
                self.faults.note((*self.path, key), f"no such key; {hint}")


def _chosen(word: str, among: dict[str, str]) -> str:
    if word.casefold() not in among:
        raise ValueError
    return among[word.casefold()]


def amount(written: str) -> Decimal:
    """The amount, more than nothing or nothing. Raises: ValueError."""
    found = _AMOUNT.fullmatch(written)
    if found is None:
        raise ValueError("no amount")
    try:
        return Decimal(found[1].replace(",", ""))
    except InvalidOperation:
        raise ValueError("no amount") from None


def span(written: str) -> timedelta:
    """The span of time: 2h, 3d, 1d 12h. Raises: ValueError."""
    parts = _SPAN.findall(written)
    if not parts or _SPAN.sub("", written).strip(" ,+"):
        raise ValueError("no span")
    return sum(
        (timedelta(**{_UNITS[unit[0].casefold()]: float(number)}) for number, unit in parts), timedelta()
    )


def flag(written: str) -> bool:
    """Yes or no. Raises: ValueError."""
    if written.casefold() in TRUE:
        return True
    if written.casefold() in FALSE:
        return False
    raise ValueError("neither yes nor no")


def instant(written: str) -> datetime:
    """The instant or day, with its zone if one was written. Raises: ValueError."""
    return datetime.fromisoformat(written)
