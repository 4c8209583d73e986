"""What does not hold in an evidence file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not hold: at which entry, by which rule, in words."""

    entry: int | None  # None: of the file as a whole
    rule: str
    words: str

    def __str__(self) -> str:
        where = "file" if self.entry is None else f"entry {self.entry}"
        return f"{where}: {self.rule}: {self.words}"
