"""Lines in batches of as many as are there already: none is waited for while another could be answered."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator


def batches[T](lines: Iterable[T], most: int) -> Iterator[list[T]]:
    """All lines in their order, at least one and at most so many at a time.

    A program that writes a line and waits for its answer gets it; one that writes a million is read in full
    batches. Raises: what reading the lines raises.
    """
    waiting: queue.Queue[T | _End] = queue.Queue(maxsize=2 * most)
    threading.Thread(target=_fill, args=(lines, waiting), daemon=True).start()
    while True:
        batch, end = _batch(waiting, most)
        if batch:
            yield batch
        if end is None:
            continue
        if end.error is not None:
            raise end.error
        return


class _End:
    """After the last line; with what reading them raised."""

    def __init__(self, error: Exception | None) -> None:
        self.error = error


def _fill[T](lines: Iterable[T], waiting: queue.Queue[T | _End]) -> None:
    try:
        for line in lines:
            waiting.put(line)
    except Exception as error:
        waiting.put(_End(error))
    else:
        waiting.put(_End(None))


def _batch[T](waiting: queue.Queue[T | _End], most: int) -> tuple[list[T], _End | None]:
    batch: list[T] = []
    found = waiting.get()
    while not isinstance(found, _End):
        batch.append(found)
        if len(batch) == most:
            return batch, None
        try:
            found = waiting.get_nowait()
        except queue.Empty:
            return batch, None
    return batch, found
