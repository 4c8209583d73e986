"""What we are speaking now: sent a little ahead of the voice, so that the rest can be left unsaid.

No clock and no socket: every instant is given, in seconds of one clock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from arrears.domain.people import Language
from arrears.domain.spoken_sentences import sentences
from gateway.voice.speaking import (
    FASTEST,
    SLOWEST,
    Piece,
    heard_pieces,
    shares,
    sure_characters,
    unheard,
)

CROSSING_S = 0.3
"""Word that we fell silent, so soon after words were sent, is about those before."""

HEED_S = 0.1
"""Word that we were interrupted may follow the one that we fell silent: so long nothing more is sent."""

OVERTIME_S = 10.0
"""A voice that still sounds is awaited so long beyond the slowest we know: word that it ends may be lost."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence to be sent; the last one ends what we say for now."""

    text: str
    language: Language
    last: bool
    in_passing: bool = False  # in another language than the talk, which is heard on in its own


@dataclass(slots=True)
class Playing:
    """The words since we were last silent: what is sent of them, and until when they sound."""

    lead_s: float  # how much speech, by the fastest voice, is sent ahead
    pieces: tuple[Piece, ...] = ()
    left: tuple[Piece, ...] = ()  # what an interruption has left unsaid
    language: Language = Language.EN
    _unsent: deque[tuple[str, Language, bool]] = field(default_factory=deque)
    _heard: tuple[Piece, ...] = ()  # of the pieces, when they were interrupted last
    _told_at: float | None = None  # when Twilio first said that the pieces sound, or have sounded
    _sent_at: float = 0.0
    _surely_until: float = 0.0
    _perhaps_until: float = 0.0
    _batch_s: float = 0.0
    _more: bool = False
    _not_before: float = 0.0  # nothing is sent
    _on: bool = False  # Twilio says that our voice sounds
    _sounding: bool = False  # and has said so since words were sent last
    _fell_at: float = float("-inf")  # when it said last that our voice had fallen silent

    def say(self, piece: Piece, language: Language, now: float, *, more: bool = False) -> None:
        """Speak the piece after what is being spoken; `more` of ours is to follow it soon."""
        if self.is_quiet(now) and (self._told_at is not None or not self.pieces):
            self.pieces, self._told_at, self._on = (), None, False
        self.left, self.language, self._more = (), language, more
        self.pieces = (*self.pieces, piece)
        voice, in_passing = piece.language or language, piece.language is not None
        self._unsent.extend((sentence, voice, in_passing) for sentence in sentences(piece.spoken))

    def take(self, now: float) -> tuple[Sentence, ...]:
        """The sentences that must be sent now."""
        taken = []
        while now >= self._not_before and self._unsent and self._surely_until - self.lead_s <= now:
            text, language, in_passing = self._unsent.popleft()
            self._surely_until = max(self._surely_until, now) + FASTEST.seconds(text)
            self._perhaps_until = max(self._perhaps_until, now) + SLOWEST.seconds(text)
            last = not self._unsent and not self._more
            token = text if last or text[-1].isspace() else f"{text} "
            taken.append(Sentence(token, language, last, in_passing))
        if taken:
            self._sent_at, self._sounding = now, False
            self._batch_s = sum(SLOWEST.seconds(sentence.text) for sentence in taken)
        return tuple(taken)

    def due(self) -> float | None:
        """When the next sentence must be sent; None when all are."""
        return max(self._surely_until - self.lead_s, self._not_before) if self._unsent else None

    def quiet_at(self) -> float:
        """When we shall have finished, even by the slowest voice; it moves as more is sent and word comes."""
        finished = self._perhaps_until + OVERTIME_S if self._on else self._perhaps_until
        return max(finished, self._not_before) if self._unsent else finished

    def is_quiet(self, now: float) -> bool:
        """Whether we have surely finished."""
        return not self._unsent and self.quiet_at() <= now

    def whole(self, now: float) -> tuple[Piece, ...]:
        """What was heard to its end, once we have said all of it, and Twilio has told of it."""
        told = self._told_at is not None and not self.left
        return self.pieces if told and self.is_quiet(now) else ()

    def is_speaking(self, now: float) -> bool:
        """Whether our voice surely sounds."""
        return bool(self._unsent) or self._surely_until > now

    def sounds(self, now: float) -> None:
        """Twilio says that our voice sounds."""
        self._on = self._sounding = True
        self._tells(now)
        if self._perhaps_until <= now:
            self._perhaps_until = now + self._batch_s

    def fell_silent(self, now: float) -> None:
        """Twilio says that our voice has fallen silent."""
        self._on = False
        if self._sounding or now - self._sent_at > CROSSING_S:
            self._surely_until, self._perhaps_until, self._fell_at = now, now, now
            self._tells(now)
            self._not_before = now + HEED_S if self._unsent else now

    def _tells(self, now: float) -> None:
        """Twilio says something of the pieces: they have reached it."""
        self._told_at = now if self._told_at is None else self._told_at

    def could_be_cut(self, now: float) -> bool:
        """Whether our voice sounds, or fell silent so lately that word of what has cut it may follow."""
        return not self.is_quiet(now) or now - self._fell_at <= CROSSING_S

    def interrupted(self, until: str, now: float) -> tuple[Piece, ...]:
        """What was heard of each piece, by Twilio's word; what was not is kept in `left` and not sent."""
        self._tells(now)
        return self._stopped(shares(self.pieces, until), now)

    def cut_off(self, now: float) -> tuple[Piece, ...]:
        """What was surely heard of each piece when the line has gone; what was left unsaid was not.

        Nothing was of which Twilio did not say that it sounds: it may be on its way, however long ago we
        have sent it.
        """
        if self.left:
            return self._heard
        whole = bool(self.whole(now))
        sure = 0 if self._told_at is None else sure_characters(self.pieces, now - self._told_at)
        spoken = sum(len(piece.spoken) for piece in self.pieces)
        return self._stopped(heard_pieces(self.pieces, spoken if whole else sure), now)

    def _stopped(self, heard: tuple[Piece, ...], now: float) -> tuple[Piece, ...]:
        self.left, self._heard = unheard(self.pieces, heard), heard
        self._unsent.clear()
        self._surely_until, self._perhaps_until = now, now
        self._on = self._sounding = False
        self._not_before, self._fell_at = now, float("-inf")
        return heard

    def go_on(self, now: float) -> None:
        """Speak what was left unsaid, from the beginning of the sentence that was cut off."""
        for piece in self.left:
            self.say(piece, self.language, now)

    def forget(self) -> None:
        """What an interruption has left unsaid is not wanted any more."""
        if self.left:
            self.pieces, self.left = (), ()

    def sentences_left(self) -> int:
        """How many sentences an interruption has left unsaid, or were not sent yet."""
        return len(self._unsent) + sum(len(sentences(piece.spoken)) for piece in self.left)
