"""What a machine may be played: a natural person's own recording, known word for word."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Voicemail:
    """One recording, in one language."""

    person: str  # who speaks, and can be reached under this name
    words: str  # what they say
    sound: bytes
    media_type: str

    @property
    def digest(self) -> str:
        """Names the sound; nobody guesses it who has not heard it."""
        return sha256(self.sound).hexdigest()
