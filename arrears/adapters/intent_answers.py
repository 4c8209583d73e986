"""The wire form in which intents are asked for, over HTTP and in a child process alike.

`bot/components/channel.py` is the contract: POST /webhooks/arrears/parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from arrears.domain.people import Language
from arrears.domain.understanding import ReadText, TextToRead


def asked(texts: Sequence[TextToRead]) -> dict[str, Any]:
    """The body of the question."""
    return {"messages": [{"text": one.text, "language": one.language} for one in texts]}


def answered(answer: Any, count: int) -> tuple[ReadText, ...]:
    """What was read. Raises: ValueError, KeyError, TypeError when it is no answer to so many texts."""
    if not isinstance(answer, list) or len(answer) != count:
        raise ValueError("not one answer for each text")
    return tuple(_read(each) for each in answer)


def _read(each: dict[str, Any]) -> ReadText:
    intents = tuple((str(one["name"]), float(one["confidence"])) for one in each["intents"])
    if not intents:
        raise ValueError("a text without an intent")
    return ReadText(Language(each["language"]), intents)
