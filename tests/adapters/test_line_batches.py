"""Lines in batches: all of them, in order, and none that waits for another."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from arrears.adapters.line_batches import batches


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 12, 100])
def test_every_line_comes_once_in_its_order_and_never_too_many_at_a_time(count: int) -> None:
    found = list(batches(range(count), 4))
    assert [line for batch in found for line in batch] == list(range(count))
    assert all(0 < len(batch) <= 4 for batch in found)


def test_a_line_is_there_before_the_next_one_is_written() -> None:
    written: queue.Queue[str | None] = queue.Queue()

    def lines() -> Iterator[str]:
        while (line := written.get()) is not None:
            yield line

    found = batches(lines(), 64)
    for line in ("one", "two"):
        written.put(line)
        assert next(found) == [line]
    written.put(None)
    assert list(found) == []


def test_what_reading_the_lines_raises_is_raised_after_what_was_read() -> None:
    def lines() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    found = batches(lines(), 64)
    with pytest.raises(OSError, match="gone"):
        assert [*found] == []
