"""Our own words cut into the sentences in which they are spoken; `language.sentences` cuts a borrower's."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r".+?(?:(?<!\b\w)[.!?]+[\"'”’)]*(?=\s)\s+|[。！？；]+[”’」）]*\s*|\n+|$)", re.DOTALL)
"""A sentence with the space after it; a full stop after a single letter (p.m.) ends none."""


def sentences(text: str) -> tuple[str, ...]:
    """The text cut after each sentence; joined they are the text again."""
    return tuple(found.group() for found in _SENTENCE.finditer(text) if found.group())
