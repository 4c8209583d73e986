"""What is noted of how our words were heard: only where it is not whole, or has become so after all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from arrears.domain.ids import OutreachId
from gateway.voice.speaking import Piece


class Notes:
    """The contacts of a line that are noted as not heard to their end."""

    def __init__(self, mark: Callable[[OutreachId, str], None]) -> None:
        self._mark = mark
        self._partly: set[OutreachId] = set()

    def begin(self, outreach_id: OutreachId | None) -> None:
        """Words are spoken that are noted so already."""
        if outreach_id is not None:
            self._partly.add(outreach_id)

    def still(self, outreach_id: OutreachId | None) -> OutreachId | None:
        """The contact, where its end is not heard yet."""
        return outreach_id if outreach_id in self._partly else None

    def cut(self, whole: Iterable[Piece], heard: Iterable[Piece]) -> None:
        """Note what was heard of each piece; nothing of one that is not known otherwise than whole."""
        for piece, part in zip(whole, heard, strict=True):
            if piece.outreach_id is not None and len(part.text) < len(piece.text):
                self._partly.add(piece.outreach_id)
                self._mark(piece.outreach_id, part.text)
            else:
                self._ended(piece)

    def spoken(self, pieces: Iterable[Piece]) -> None:
        """Note what was heard to its end after all."""
        for piece in pieces if self._partly else ():
            self._ended(piece)

    def _ended(self, piece: Piece) -> None:
        if piece.outreach_id in self._partly:
            self._partly.discard(piece.outreach_id)
            self._mark(piece.outreach_id, piece.text)
