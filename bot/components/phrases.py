"""Phrases that must never be missed, applied after the classifier and stronger than it.

The lists live in `nlu_data/lookups/safety_<language>.yml`. Each intent has
  phrases  found anywhere in the folded text (English: at word boundaries);
           `..` stands for a short gap: up to three words, or four Chinese characters
  whole    must be the entire message
  unless   harmless wordings, blanked out before `phrases` are looked for
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from components.text import LANGUAGES, fold

SAFETY_INTENTS = ("self_harm", "stop_texts", "cease_contact")  # strongest first

_GAPS = {"en": r"(?: [^\s\x00]+){0,3} ", "zh": r"[^\x00]{0,4}?"}
_BLANK = " \x00 "  # cannot be part of any phrase


@dataclass(frozen=True)
class _IntentPhrases:
    phrases: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    whole: frozenset[str]

    def match(self, folded: str) -> bool:
        if folded in self.whole:
            return True
        if self.phrases is None:
            return False
        rest = self.unless.sub(_BLANK, folded) if self.unless else folded
        return self.phrases.search(rest) is not None


def _phrase_pattern(phrase: str, language: str) -> str:
    pieces = [re.escape(fold(piece)) for piece in phrase.split("..")]
    pattern = _GAPS[language].join(pieces)
    return rf"(?<!\S){pattern}(?!\S)" if language == "en" else pattern


def _alternatives(phrases: list[str], language: str) -> re.Pattern[str] | None:
    # Longest first, so that the longest harmless wording is blanked out whole.
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_phrase_pattern(p, language) for p in ordered)) if ordered else None


class SafetyPhrases:
    """The reviewed lists of every language, compiled."""

    def __init__(self, lists: dict[str, dict[str, dict[str, list[str]]]]) -> None:
        """Compile `lists`: language, intent, `phrases | whole | unless`, wordings."""
        self.lists = lists
        self._compiled = {
            language: {intent: _compile(entry, language) for intent, entry in intents.items()}
            for language, intents in lists.items()
        }

    @classmethod
    def read(cls, folder: Path) -> SafetyPhrases:
        """The lists of `folder`. Raises: FileNotFoundError for a language without one."""
        return cls(
            {
                language: yaml.safe_load((folder / f"safety_{language}.yml").read_text(encoding="utf-8"))
                for language in LANGUAGES
            }
        )

    def find(self, text: str, languages: set[str]) -> list[str]:
        """The safety intents that phrases of these languages state, strongest first."""
        folded = fold(text)
        return [
            intent
            for intent in SAFETY_INTENTS
            if any(
                entry is not None and entry.match(folded)
                for entry in (self._compiled.get(language, {}).get(intent) for language in languages)
            )
        ]


def _compile(entry: dict[str, list[str]], language: str) -> _IntentPhrases:
    return _IntentPhrases(
        phrases=_alternatives(entry.get("phrases", []), language),
        unless=_alternatives(entry.get("unless", []), language),
        whole=frozenset(fold(str(w)) for w in entry.get("whole", [])),
    )
