"""The interface's own words, in English and Chinese. What borrowers read lives in `policy/messages`."""

from __future__ import annotations

from collections.abc import Iterable
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

    def label(self, kind: str, code: object) -> str:
        """What a code is called; one that has no name yet is shown as it is."""
        return self.strings.get(f"{kind}.{code}") or str(code).replace("_", " ")

    def labels(self, kind: str, codes: Iterable[object]) -> str:
        """What several codes are called, one after the other."""
        joint = "、" if self.language is Language.ZH else ", "
        return joint.join(self.label(kind, code) for code in codes)

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
