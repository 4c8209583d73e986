"""The pages' own words, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from fastapi import Request
from yaml import safe_load

type PageLanguage = Literal["en", "zh"]
LANGUAGES: tuple[PageLanguage, ...] = get_args(PageLanguage.__value__)
COOKIE = "simulator_language"
_FOLDER = Path(__file__).parent / "strings"


@dataclass(frozen=True, slots=True)
class PageWords:
    """Every string of one language, by key."""

    language: PageLanguage
    strings: dict[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The string with its placeholders filled. Raises: KeyError."""
        return self.strings[key].format_map(values)

    def label(self, kind: str, code: str) -> str:
        """What a code is called; one without a name is shown as it is."""
        return self.strings.get(f"{kind}.{code}", code)

    @property
    def html_lang(self) -> str:
        """The language as a page declares it."""
        return "zh-Hans" if self.language == "zh" else "en"

    @property
    def other(self) -> PageLanguage:
        """The language a reader may change to."""
        return "en" if self.language == "zh" else "zh"


@cache
def page_words() -> dict[PageLanguage, PageWords]:
    """The strings of both languages, read once."""
    return {
        language: PageWords(language, safe_load((_FOLDER / f"{language}.yml").read_text("utf-8")))
        for language in LANGUAGES
    }


def words_for(request: Request) -> PageWords:
    """In the reader's language: just chosen, chosen before, or the browser's."""
    chosen = request.query_params.get("lang") or request.cookies.get(COOKIE)
    preferred = request.headers.get("accept-language", "")
    language = next((one for one in LANGUAGES if one == chosen), None)
    return page_words()[language or ("zh" if preferred.startswith("zh") else "en")]
