"""Our last words to the matter, for who wants them again: by a key, or since they may not have listened."""

from __future__ import annotations

from gateway.voice.errands import Errands
from gateway.voice.speaking import Piece


class LastWords:
    """What was said last, and whether somebody wants it again; it is said only with leave."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands
        self._last: tuple[Piece, ...] = ()
        self._wanted: tuple[Piece, ...] = ()

    def are(self, pieces: tuple[Piece, ...]) -> None:
        """These were said now; what was wanted before is not any more."""
        self._last, self._wanted = pieces, ()

    def want(self) -> None:
        """Ask whether they may be said again."""
        self._wanted = self._last
        self._errands.ask_again(piece.outreach_id for piece in self._last if piece.outreach_id)

    def again(self) -> tuple[Piece, ...]:
        """What is to be said again now, told once."""
        return self._wanted if self._errands.may_repeat() else ()
