"""Arbitrary questions for compliance: every field of every fact takes any value it may have."""

from __future__ import annotations

import random
import types
import typing
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from arrears.domain.compliance.facts import ContactFacts, Place, ProposedAct, ProposedContact
from tests.builders.compliance import LENDER, NEUTRAL, NEUTRAL_ZH, NOON, facts, proposed

PLACES = (
    *(
        Place("US", state, city, "US", state, (zone,))
        for state, city, zone in (
            ("NY", "New York", "America/New_York"),
            ("NY", "Albany", "America/New_York"),
            ("CA", None, "America/Los_Angeles"),
            ("TX", None, "America/Chicago"),
            ("MA", None, "America/New_York"),
            ("FL", None, "America/New_York"),
            ("WA", None, "America/Los_Angeles"),
            ("DC", None, "America/New_York"),
            (None, None, "America/Denver"),
        )
    ),
    Place("CN", None, None, "CN", None, ("Asia/Shanghai",)),
    Place("GB", None, None, "GB", None, ("Europe/London",)),
    Place("IE", None, None, "IE", None, ("Europe/Dublin",)),
    Place("AU", "NSW", None, "AU", None, ("Australia/Sydney",)),
    Place("IN", None, None, "IN", None, ("Asia/Kolkata",)),
    Place("PH", None, None, "PH", None, ("Asia/Manila",)),
    Place("SG", None, None, "SG", None, ("Asia/Singapore",)),
    Place("HK", None, None, "HK", None, ("Asia/Hong_Kong",)),
    Place("US", "NY", None, "CN", None, ("America/New_York", "Asia/Shanghai")),
    Place("FR", None, None, None, None, ()),
)
WORDS = (
    NEUTRAL,
    NEUTRAL_ZH,
    "You owe $500. Pay today or we will sue you, seize your salary and tell the credit bureaus.",
    "This is a message for Rosa. Please call 212-555-0123 about a business matter.",
    "This communication is from a debt collector.",
    "请今天还款，否则将影响您的征信并起诉您。",
    "A limited offer: a new loan at 0 %, 50% discount!",
    "",
)
PIECES: dict[Any, tuple[str, ...]] = {
    "text": WORDS,
    "lender": (LENDER, ""),
    "how": ("application", "sms", "voice", "supervisor", "carrier_block", "skip_trace"),
    "point_id": ("point-1", "point-2", ""),
    "case_id": ("case-1", "case-2"),
    "product": ("term", "credit-card", "payday", ""),
}


def question(seed: int) -> tuple[ContactFacts, ProposedContact | ProposedAct, datetime]:
    """Facts, a proposal and an instant: an ordinary case that is changed in a few respects."""
    rng = random.Random(seed)
    known = _changed(facts(point_id="point-1"), rng, share=rng.choice((0.03, 0.1, 0.3)))
    known = replace(known, place=rng.choice(PLACES))
    step = rng.random() < 0.1
    asked = _value(ProposedAct, rng, "") if step else _changed(proposed(), rng, share=rng.choice((0.1, 0.4)))
    return known, asked, NOON + timedelta(minutes=rng.randrange(-1440, 1440))


def _changed(value: Any, rng: random.Random, *, share: float) -> Any:
    hints = typing.get_type_hints(type(value))
    chosen = [field.name for field in fields(value) if rng.random() < share]
    return replace(value, **{name: _value(hints[name], rng, name) for name in chosen})


def _value(kind: Any, rng: random.Random, name: str) -> Any:
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return None if rng.random() < 0.3 else _value(inside[0], rng, name)
    if origin in (tuple, frozenset):
        return origin(_value(inside[0], rng, name) for _ in range(rng.choice((0, 1, 3, 12))))
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{field.name: _value(hints[field.name], rng, field.name) for field in fields(kind)})
    if issubclass(kind, StrEnum):
        return rng.choice(list(kind))
    return _plain(kind, rng, name)


def _plain(kind: type, rng: random.Random, name: str) -> Any:
    at = NOON - timedelta(minutes=rng.choice((1, 50, 900, 9_000, 60_000, 300_000)))
    match kind.__name__:
        case "bool":
            return rng.random() < 0.5
        case "int":
            return rng.choice((0, 1, 3, 6) if name == "inconvenient_weekdays" else (0, 1, 3, 6, 40, 70, 200))
        case "str":
            return rng.choice(PIECES.get(name, ("one", "")))
        case "datetime":
            return at if rng.random() < 0.9 else NOON + timedelta(days=rng.randrange(40))
        case "date":
            return date.fromordinal(at.date().toordinal() + rng.randrange(3))
        case "time":
            return time(rng.randrange(24))
    raise TypeError(kind)
