"""How long words take to say, and how much of them has been heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

# Ours: a usual rate of synthetic voices, about 150 words, or 300 Chinese characters, a minute.
LATIN_PER_S, CHINESE_PER_S = 14.0, 5.0


@dataclass(frozen=True, slots=True)
class Pace:
    """Characters a second."""

    latin: float = LATIN_PER_S
    chinese: float = CHINESE_PER_S

    def seconds(self, text: str) -> float:
        """How long the text takes."""
        return sum(1 / (self.chinese if chinese(letter) else self.latin) for letter in text)

    def heard(self, text: str, seconds: float) -> str:
        """What of the text was out after so long, to the last whole word."""
        spent, end = 0.0, 0
        for position, letter in enumerate(text, 1):
            spent += self.seconds(letter)
            if spent > seconds + 1e-6:
                break
            if chinese(letter) or position == len(text) or not _within_word(text, position):
                end = position
        return text[:end]


def chinese(letter: str) -> bool:
    """Whether a letter takes the time of a Chinese one."""
    return "\u2e80" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _within_word(text: str, position: int) -> bool:
    after = text[position]
    return not after.isspace() and not text[position - 1].isspace() and not chinese(after)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    starts: datetime
    seconds: float


class Utterance:
    """Words that leave the carrier's mouth one after another; more may be added while it speaks."""

    def __init__(self, now: Callable[[], datetime], pace: Pace) -> None:
        self._now, self._pace = now, pace
        self._pieces: list[_Piece] = []

    def add(self, text: str, seconds: float | None = None) -> None:
        """Say this next; a sound that is no text has a length of its own."""
        length = self._pace.seconds(text) if seconds is None else seconds
        self._pieces.append(_Piece(text, max(self._now(), self.ends), length))

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(piece.text for piece in self._pieces)

    @property
    def starts(self) -> datetime:
        """When the first word is said."""
        return self._pieces[0].starts if self._pieces else self._now()

    @property
    def ends(self) -> datetime:
        """When the last word has been said."""
        if not self._pieces:
            return self._now()
        last = self._pieces[-1]
        return last.starts + timedelta(seconds=last.seconds)

    @property
    def remaining_s(self) -> float:
        """Seconds until it has been said."""
        return max(0.0, (self.ends - self._now()).total_seconds())

    @property
    def piece_remaining_s(self) -> float:
        """Seconds until the piece that is being said has been said."""
        now = self._now()
        ends = [piece.starts + timedelta(seconds=piece.seconds) for piece in self._pieces]
        return next(((end - now).total_seconds() for end in ends if end > now), 0.0)

    @property
    def heard(self) -> str:
        """What has been said by now."""
        now, out = self._now(), ""
        for piece in self._pieces:
            if now >= piece.starts + timedelta(seconds=piece.seconds):
                out += piece.text
            elif now > piece.starts:
                out += self._pace.heard(piece.text, (now - piece.starts).total_seconds())
        return out

    def seconds_to(self, characters: int) -> float:
        """Seconds until so many characters have been said; to the end when there are fewer."""
        left = characters
        for piece in self._pieces:
            if left <= len(piece.text):
                at = piece.starts + timedelta(seconds=self._pace.seconds(piece.text[:left]))
                return max(0.0, (at - self._now()).total_seconds())
            left -= len(piece.text)
        return self.remaining_s
