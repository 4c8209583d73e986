"""A turn cut into its sentences, and whether one of them asks."""

from __future__ import annotations

import re

from arrears.domain.language.script.fold import compiled, fold

_STOP = re.compile(r"(?<=[!?\uff01\uff1f\u3002;\uff1b\n])|(?<=[\w\s]\.)(?=\s|$)")
_ASKS = compiled(r"[?\uff1f]\s*$|(?:吗|么|呢)[\s?\uff1f。.!\uff01]*$")


def sentences(text: str) -> list[str]:
    """The sentences of the turn, folded, each with the mark that ends it; none is empty."""
    return [part.strip() for part in _STOP.split(fold(text)) if part.strip()]


def asks(sentence: str) -> bool:
    """Whether the sentence ends as a question does; one without its mark is not known to be one."""
    return _ASKS.search(sentence) is not None
