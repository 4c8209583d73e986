"""Months by their numbers, and from one through another."""

from __future__ import annotations

HAN_MONTH = r"(?:十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])"
"""The number of a month before 月."""


def months_through(first: int, last: int) -> tuple[int, ...]:
    """The months from the first through the last, over the turn of the year where that comes earlier."""
    return tuple((first - 1 + step) % 12 + 1 for step in range((last - first) % 12 + 1))
