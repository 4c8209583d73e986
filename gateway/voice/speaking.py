"""What we say on the line: how long it takes, and how much of it was heard when we were interrupted.

Pure: no clock, no socket. Twilio tells neither how long it speaks nor, when the line drops, how far it came;
both are estimated from the text, by the fastest voice where we must not fall silent, and by the slowest
where we must not believe that something was heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from arrears.domain.call_scripts import SpokenAnswer
from arrears.domain.ids import OutreachId
from arrears.domain.people import Language
from arrears.domain.spoken_sentences import sentences

_WIDE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one contact, or of none, of which those from `start` on are spoken now. Personal data."""

    text: str
    outreach_id: OutreachId | None = None
    start: int = 0
    language: Language | None = None  # where it is another than that of the talk, which goes on in its own

    @property
    def spoken(self) -> str:
        """What goes over the line."""
        return self.text[self.start :]


def pieces_of(answer: SpokenAnswer) -> Iterator[Piece]:
    """The answer as it is spoken: its own words, and an invitation in the other language's."""
    yield Piece(answer.text, answer.outreach_id)
    if answer.invitation is not None:
        yield Piece(answer.invitation.words, language=answer.invitation.language)


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast a voice speaks, in characters a second, and how long it rests after a sentence."""

    letters: float
    wide: float  # Chinese characters
    rest_s: float

    def seconds(self, text: str) -> float:
        """How long the voice takes for the text."""
        wide = len(_WIDE.findall(text))
        return (len(text) - wide) / self.letters + wide / self.wide + self.rest_s * len(sentences(text))


FASTEST = Rates(letters=20, wide=7, rest_s=0)
SLOWEST = Rates(letters=11, wide=3.5, rest_s=0.4)
"""Around the usual 14 letters or 5 Chinese characters a second of synthetic voices."""


def heard_of(sent: str, until: str) -> str:
    """The part of what was sent that was heard, given what Twilio says was spoken before the interruption.

    Always a prefix of `sent`. Case, spaces, punctuation and the form of characters make no difference; where
    Twilio names only the last words, they are looked for; where its words are others, they count as far as
    they agree.
    """
    ours, theirs = _letters(sent), "".join(letter for letter, _ in _letters(until))
    length = _agreeing("".join(letter for letter, _ in ours), theirs)
    if length == 0:
        return ""
    return sent if length == len(ours) else _with_its_stop(sent, ours[length - 1][1])


def shares(pieces: Sequence[Piece], until: str) -> tuple[Piece, ...]:
    """The pieces as they were heard until the interruption: each with its text cut where it was cut off."""
    whole = "".join(piece.spoken for piece in pieces)
    return heard_pieces(pieces, len(heard_of(whole, until)))


def heard_pieces(pieces: Sequence[Piece], characters: int) -> tuple[Piece, ...]:
    """The pieces with their texts cut after so many characters spoken."""
    begun = accumulate((len(piece.spoken) for piece in pieces), initial=0)
    return tuple(_cut(piece, characters - before) for piece, before in zip(pieces, begun, strict=False))


def unheard(pieces: Sequence[Piece], heard: Sequence[Piece]) -> tuple[Piece, ...]:
    """What is left to be said: from the beginning of the sentence that was cut off."""
    left = [
        replace(whole, start=_begin_of_sentence(whole, len(part.text)))
        for whole, part in zip(pieces, heard, strict=True)
    ]
    return tuple(piece for piece in left if piece.spoken.strip())


def sure_characters(pieces: Sequence[Piece], seconds: float) -> int:
    """How many characters were spoken in the time even by the slowest voice, by whole sentences."""
    said, sure = 0.0, 0
    for sentence in (sentence for piece in pieces for sentence in sentences(piece.spoken)):
        said += SLOWEST.seconds(sentence)
        if said > seconds:
            break
        sure += len(sentence)
    return sure


def _cut(piece: Piece, characters: int) -> Piece:
    return replace(piece, text=piece.text[: piece.start + min(max(characters, 0), len(piece.spoken))])


def _begin_of_sentence(piece: Piece, heard: int) -> int:
    begin = piece.start
    for sentence in sentences(piece.spoken):
        if begin + len(sentence.rstrip()) > heard:
            break
        begin += len(sentence)
    return begin


def _letters(text: str) -> list[tuple[str, int]]:
    """Letters and digits alone, each with where it ends in the text."""
    return [(letter, end) for end, raw in enumerate(text, 1) for letter in _plain(raw)]


def _plain(raw: str) -> Iterator[str]:
    return (letter for letter in unicodedata.normalize("NFKD", raw).casefold() if letter.isalnum())


def _agreeing(ours: str, theirs: str) -> int:
    """How many of our letters were spoken: up to the end of theirs, wherever theirs begin in ours."""
    if not theirs:
        return 0
    found = ours.find(theirs)
    if found >= 0:
        return found + len(theirs)
    # Theirs may begin with words that were sent before ours.
    behind = next((size for size in range(len(ours), 0, -1) if theirs.endswith(ours[:size])), 0)
    ahead = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), len(ours))
    return max(behind, ahead)


def _with_its_stop(text: str, end: int) -> str:
    """The text to the end of the word, with the punctuation that closes it."""
    rest = text[end:]
    closing = next((i for i, char in enumerate(rest) if char.isalnum() or char.isspace()), len(rest))
    return text[: end + closing]
