"""Keys pressed on the telephone: those that belong together are one utterance. Pure; instants are given.

The menu of single keys: 0 a person, 9 no more calls, * the last words again, 1 and 2 a choice.
"""

from __future__ import annotations

from dataclasses import dataclass

from gateway.voice.patience import Manners

REPEAT, ENTER = "*", "#"

LONGEST_NUMBER = 40
"""Keys that are taken together; nothing that we ask for is half as long."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys pressed so far, and when the last one was. Personal data, perhaps a card's number."""

    digits: str = ""
    last_at: float = 0.0

    def due(self, manners: Manners) -> float | None:
        """When the number counts as complete."""
        return self.last_at + manners.digits_s if self.digits else None

    def press(self, key: str, now: float) -> tuple[Keys, str | None]:
        """The keys after one more, and what is complete with it: a number, or the wish to hear it again."""
        if key == REPEAT:
            return Keys(), REPEAT
        if key == ENTER:
            return Keys(), self.digits or None
        if not key.isdecimal():
            return self, None
        digits = self.digits + key
        return (Keys(), digits) if len(digits) == LONGEST_NUMBER else (Keys(digits, now), None)

    def settle(self, manners: Manners, now: float) -> tuple[Keys, str | None]:
        """What is complete because no key has followed in time."""
        due = self.due(manners)
        return (self, None) if due is None or now < due else (Keys(), self.digits)
