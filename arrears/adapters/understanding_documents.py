"""Texts to be understood, a JSON object a line, checked at the door; and what they say, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from difflib import get_close_matches
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from arrears.adapters.json_documents import repeated_key
from arrears.domain.conversations import Stage
from arrears.domain.language.entity import Entity
from arrears.domain.language.inventory import EntityName
from arrears.domain.language.readings import Certainty
from arrears.domain.money import Currency
from arrears.domain.people import Channel, Language
from arrears.domain.times import known_zones
from arrears.domain.understanding import Situation, Understood

LONGEST_TEXT = 4000
"""Characters; the bot reads no more of a text."""

FIELDS = ("id", "text", "language", "channel", "now", "context")
CONTEXT = ("stage", "asked", "currency", "time_zone", "account_last4")
IDENTITY = "identity"
"""What `context.asked` says when the text answers the question who they are."""

_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_FOUR = re.compile(r"\d{3}[\dXx]", re.ASCII)
_LIKE = 0.65
_YEARS = range(1970, 2201)
"""Within these a day can be brought to any zone, and the days around it can be counted."""


class UnderstandingDocumentError(ValueError):
    """A line cannot be understood; every field that is wrong is named with what to write there."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One text and what is known around it."""

    text: str  # personal data
    situation: Situation
    named: bool  # whether it has an id
    id: Any = None  # comes back with the answer


def read_line(written: str, defaults: Mapping[str, Any], now: datetime) -> AskedLine:
    """The line's question; `defaults` fill the fields that it leaves out, `now` is the present.

    Raises: UnderstandingDocumentError, whose words quote none of the values.
    """
    try:
        document = json.loads(written)
        twice = repeated_key(written)
    except (ValueError, RecursionError) as error:
        where = f": {error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnderstandingDocumentError((f"line: is no JSON{where}; write one object a line",)) from None
    if not isinstance(document, dict):
        raise UnderstandingDocumentError(('line: write an object in braces, such as {"text": "hello"}',))
    if twice is not None:
        raise UnderstandingDocumentError((f"{twice}: is written twice; write it once",))
    return asked_of({**defaults, **document}, now)


def asked_of(document: Mapping[str, Any], now: datetime) -> AskedLine:
    """The question in an object of the fields. Raises: UnderstandingDocumentError."""
    problems = [*_misspelt("", document, FIELDS)]
    context = document.get("context")
    if context is not None and not isinstance(context, dict):
        problems.append("context: write an object in braces: {...}")
    context = context if isinstance(context, dict) else {}
    problems += _misspelt("context.", context, CONTEXT)
    text = document.get("text")
    problems += _wrong_text(text)
    language = _one_of(Language, document, "language", "language", problems)
    _one_of(Channel, document, "channel", "channel", problems)
    _one_of(Stage, context, "stage", "context.stage", problems)
    if not isinstance(context.get("asked"), str | None):
        problems.append(f'context.asked: write what was asked for, such as "{IDENTITY}"')
    currency = _one_of(Currency, context, "currency", "context.currency", problems)
    last4 = context.get("account_last4")
    if last4 is not None and not (isinstance(last4, str) and _FOUR.fullmatch(last4)):
        problems.append('context.account_last4: write four digits in quotation marks, such as "0421"')
    zone = _zone(context.get("time_zone"), problems)
    today = _today(document.get("now"), now, zone, problems)
    if problems:
        raise UnderstandingDocumentError(tuple(problems))
    situation = Situation(today, language, currency, context.get("asked") == IDENTITY, last4)
    return AskedLine(str(text), situation, "id" in document, document.get("id"))


def answer(asked: AskedLine, understood: Understood) -> dict[str, Any]:
    """What the text says, in the form that is printed."""
    return {
        **({"id": asked.id} if asked.named else {}),
        "language": understood.language,
        "intents": [{"name": name, "confidence": share} for name, share in understood.intents],
        "entities": [entity_document(one) for one in understood.entities],
    }


NO_VALUE = "NONE"
"""The alternative of a doubtful value that the words may not mean at all."""


def entity_document(one: Entity) -> dict[str, Any]:
    """One entity, in the form that is printed: only a value that is certain has no alternatives."""
    others = [_written(one.name, other) for other in one.alternatives]
    if one.certainty is Certainty.UNSURE and not others:
        others = [NO_VALUE]
    return {
        "entity": one.name,
        "value": _written(one.name, one.value),
        "text": one.words,
        "alternatives": others,
    }


_NUMBERS = frozenset({EntityName.AMOUNT, EntityName.PERCENT, EntityName.INSTALMENT_COUNT})


def _written(name: EntityName, value: str) -> str | int | float:
    """A number as one, as the inventory has it; "50%", FULL and everything else as text."""
    if name not in _NUMBERS or not re.fullmatch(r"\d+(\.\d+)?", value):
        return value
    return float(value) if "." in value else int(value)


def _misspelt(path: str, given: Mapping[str, Any], known: tuple[str, ...]) -> list[str]:
    """Fields whose names are nearly ours; others are somebody else's, and no concern of ours."""
    strange = [name for name in given if name not in known]
    near = {name: get_close_matches(name, known, n=1, cutoff=_LIKE) for name in strange}
    return [
        f"{path}{name}: is not a field here; is {found[0]} meant?" for name, found in near.items() if found
    ]


def _wrong_text(text: object) -> list[str]:
    if not isinstance(text, str):
        return ["text: " + ("is needed" if text is None else "write a text in quotation marks")]
    if len(text) > LONGEST_TEXT:
        return [f"text: write at most {LONGEST_TEXT} characters"]
    return ["text: holds half a character; write it in UTF-8"] if _HALF_A_CHARACTER.search(text) else []


def _one_of[E: StrEnum](
    kind: type[E], given: Mapping[str, Any], name: str, path: str, problems: list[str]
) -> E | None:
    value = given.get(name)
    if value is None:
        return None
    if isinstance(value, str) and value in {each.value for each in kind}:
        return kind(value)
    problems.append(f"{path}: write one of {', '.join(kind)}")
    return None


def _zone(name: object, problems: list[str]) -> ZoneInfo | None:
    if name is None:
        return None
    if isinstance(name, str) and name in known_zones():
        return ZoneInfo(name)
    problems.append("context.time_zone: write an IANA time zone, such as America/New_York")
    return None


def _today(given: object, now: datetime, zone: tzinfo | None, problems: list[str]) -> date:
    """The borrower's day. Without a zone an instant is taken for theirs; with one it is brought to theirs."""
    if given is None:
        return now.astimezone(zone).date()
    try:
        at = datetime.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        at = None
    if at is None:
        problems.append("now: write a day or an instant, such as 2026-11-24 or 2026-11-24T17:00:00-05:00")
        return now.date()
    if at.year not in _YEARS:
        problems.append(f"now: write a day or an instant of the years {_YEARS[0]} to {_YEARS[-1]}")
        return now.date()
    return at.date() if at.tzinfo is None or zone is None else at.astimezone(zone).date()
