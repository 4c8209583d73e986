"""Canonical values found by the words that people say for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arrears.domain.language.script.fold import NOISE, Span, blank, compiled

type Words = tuple[tuple[str, str], ...]
"""Canonical value and pattern, tried in order; a value may stand more than once. An empty value silences
its words."""
type Lexicon = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A canonical value and where its words stand."""

    value: str
    span: Span


def lexicon(*, english: Words = (), mandarin: Words = ()) -> Lexicon:
    """The words ready to be looked for: English as whole words, then Mandarin."""
    whole = tuple((value, compiled(rf"\b(?:{pattern})\b")) for value, pattern in english)
    # In these words \w is any character of a Chinese word.
    han = tuple(
        (value, compiled(pattern.replace(r"\w", r"[\w\u4e00-\u9fff]"))) for value, pattern in mandarin
    )
    return (*whole, *han)


def read_terms(text: str, entries: Lexicon) -> list[Term]:
    """Every value said in the folded text, each once, in order; what one entry took another cannot."""
    found: list[Term] = []
    for value, pattern in entries:
        spans = [match.span() for match in pattern.finditer(text) if match.end() > match.start()]
        text = blank(text, spans, NOISE)
        if value:
            found += [Term(value, span) for span in spans]
    return _each_once(sorted(found, key=lambda term: term.span))


def _each_once(found: list[Term]) -> list[Term]:
    first: dict[str, Term] = {}
    for term in found:
        first.setdefault(term.value, term)
    return list(first.values())
