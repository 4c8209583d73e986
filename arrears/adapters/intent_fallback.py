"""Intents from the running bot while it answers, and from its first failure on from a reader of our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from arrears.domain.understanding import ReadText, TextToRead
from arrears.ports import IntentReader, ReadingFailedError


class FallingBack:
    """The first reader until it fails, then the other one, which is only made when it is needed.

    `make_other` is told why the first one is no use; what it raises goes on to the caller.
    """

    def __init__(self, first: IntentReader | None, make_other: Callable[[str], IntentReader]) -> None:
        self._now, self._make_other = first, make_other
        self._fell_back = first is None

    def read(self, texts: Sequence[TextToRead]) -> tuple[ReadText, ...]:
        """What the texts say. Raises: ReadingFailedError."""
        if self._now is None:
            self._now = self._make_other("ARREARS_BOT_TOKEN is not set")
        try:
            return self._now.read(texts)
        except ReadingFailedError as error:
            if self._fell_back:
                raise
            self._now.close()
            self._fell_back, self._now = True, None
            why = str(error)
        self._now = self._make_other(why)
        return self._now.read(texts)

    def close(self) -> None:
        """Let go of the one that is in use."""
        if self._now is not None:
            self._now.close()
