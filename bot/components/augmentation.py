"""Seeded copies of the training examples as phones spoil them, and turns that say two things.

Nothing here is written by hand but the tables in `nlu_data/noise/`. `bot/augment.py` prints what comes out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import yaml

from components.text import LANGUAGES, language_of

Labelled = tuple[str, tuple[str, ...]]
"""A text and the intents in it, in its order."""

# A courtesy around something else is no intent of its own (labelling convention of the inventory).
_POLITE = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "repeat_clarify", "out_of_scope"})
_JOINED_MAX = {"en": 90, "zh": 28}  # characters of one half
_KEYS = dict(zip("qwertyuiopasdfghjklbnm", "wqewrtyuiosapdfghjkvbn", strict=True))


class Noise:
    """The tables of one language and the ways of spoiling a text that they allow."""

    def __init__(self, language: str, table: dict[str, object]) -> None:
        """Take the content of `nlu_data/noise/<language>.yml`."""
        self.language, self._table = language, table
        script = table.get("traditional") or {"simplified": "", "traditional": ""}
        self._traditional = str.maketrans(script["simplified"], script["traditional"])
        self._ways: list[tuple[Callable[[str, random.Random], str], int]] = {
            "en": [(self._typo, 3), (self._shorthand, 3), (self._heard, 3), (self._polite, 2), (_bare, 1)],
            "zh": [
                (self._shorthand, 2),
                (self._heard, 4),
                (self._polite, 2),
                (_bare, 2),
                (self._script, 2),
                (self._pinyin, 1),
                (_dropped, 1),
            ],
        }[language]

    @classmethod
    def read(cls, folder: Path) -> dict[str, Noise]:
        """One for each language. Raises: FileNotFoundError."""
        return {
            language: cls(language, yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8")))
            for language in LANGUAGES
        }

    def spoil(self, text: str, chance: random.Random) -> str:
        """The text as it might arrive: one kind of damage, sometimes two. May be the text itself."""
        ways, weights = zip(*self._ways, strict=True)
        for way in chance.choices(ways, weights, k=chance.choice((1, 1, 2))):
            text = way(text, chance)
        return text

    def join(self, first: str, second: str, chance: random.Random) -> str:
        """Two texts as one turn."""
        return first.rstrip(".!。！ ") + chance.choice(self._table["joints"]) + second

    def _shorthand(self, text: str, chance: random.Random) -> str:
        return self._swap(text, self._table["shorthand"], chance, 3)

    def _pinyin(self, text: str, chance: random.Random) -> str:
        return self._swap(text, {k: [v] for k, v in self._table["pinyin"].items()}, chance, 1)

    def _heard(self, text: str, chance: random.Random) -> str:
        """Recognised speech: no case, no stops, a filler, a word taken for another."""
        text = self._swap(_bare(text, chance), self._table["misheard"], chance, 1)
        if chance.random() < 0.4:
            filler, gap = (
                str(chance.choice(self._table["fillers"])),
                " " if self.language == "en" else chance.choice(("", " ")),
            )
            text = f"{filler}{gap}{text}"
        return text

    def _polite(self, text: str, chance: random.Random) -> str:
        before = chance.random() < 0.5
        words = str(chance.choice(self._table["greetings" if before else "courtesies"]))
        gap = chance.choice((", ", " ", "! ")) if self.language == "en" else chance.choice(("，", " ", ""))
        return f"{words}{gap}{text}" if before else f"{text.rstrip('.。')}{gap}{words}"

    def _script(self, text: str, chance: random.Random) -> str:
        return text.translate(self._traditional)

    def _typo(self, text: str, chance: random.Random) -> str:
        letters = [
            i for i, c in enumerate(text) if c.isalpha() and 0 < i < len(text) - 1 and text[i - 1].isalpha()
        ]
        if not letters:
            return text
        i = chance.choice(letters)
        kinds = (text[i + 1 : i + 2] + text[i], "", text[i] * 2, _KEYS.get(text[i].lower(), text[i]))
        kind = chance.randrange(4)
        return text[:i] + kinds[kind] + text[i + (2 if kind == 0 else 1) :]

    def _swap(self, text: str, table: dict[str, list[str]], chance: random.Random, most: int) -> str:
        """Up to `most` words of the table written the other way."""
        lower = text.lower()
        edge = r"\b" if self.language == "en" else ""
        present = [w for w in table if re.search(f"{edge}{re.escape(w)}{edge}", lower)]
        for word in chance.sample(present, min(len(present), chance.randint(1, most))):
            other = str(chance.choice(table[word]))
            pattern = re.compile(f"{edge}{re.escape(word)}{edge}", re.IGNORECASE)
            text = pattern.sub(other.replace("\\", r"\\"), text, count=1)
        return text


def _bare(text: str, chance: random.Random) -> str:
    return re.sub(r"[^\w\s'$%]", " ", text.lower()).strip()


def _dropped(text: str, chance: random.Random) -> str:
    """One character lost."""
    if len(text) < 6:
        return text
    i = chance.randrange(1, len(text) - 1)
    return text[:i] + text[i + 1 :]


def augmented(
    examples: list[Labelled], noise: dict[str, Noise], seed: int, *, copies: float, pairs: float
) -> list[Labelled]:
    """Made examples alone: `copies` spoilt ones and `pairs` joined ones for each of `examples`.

    A short example is not spoilt: one letter lost in "no" makes another word. The order of the examples
    is part of the seed.
    """
    chance = random.Random(seed)
    made = [
        (noise[language_of(text, "en")].spoil(text, chance), labels)
        for text, labels in chance.choices(examples, k=round(copies * len(examples)))
        if len(text) > 5
    ]
    singles = [e for e in examples if len(e[1]) == 1 and e[1][0] not in _POLITE]
    singles = [e for e in singles if 5 < len(e[0]) <= _JOINED_MAX[language_of(e[0], "en")]]
    for _ in range(round(pairs * len(examples))):
        (one, (a,)), (two, (b,)) = chance.choice(singles), chance.choice(singles)
        language = language_of(one, "en")
        if a != b and language == language_of(two, "en"):
            made.append((noise[language].join(one, two, chance), (a, b)))
    return made
