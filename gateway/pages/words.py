"""The pages' own words, in English and Chinese. What the agent says in the chat is in `policy/messages`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yaml import safe_load

from arrears.domain.people import Language

FOLDER = Path(__file__).parent / "strings"


@dataclass(frozen=True, slots=True)
class Words:
    """Every string of one language, by key."""

    language: Language
    strings: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The string with its placeholders filled. Raises: KeyError."""
        return self.strings[key].format_map(values)

    @property
    def html_lang(self) -> str:
        """The language as a page declares it."""
        return "zh-Hans" if self.language is Language.ZH else "en"


@cache
def load_words() -> dict[Language, Words]:
    """The strings of both languages, read once."""
    return {
        language: Words(language, safe_load((FOLDER / f"{language}.yml").read_text("utf-8")))
        for language in Language
    }
