"""Families of simulated borrowers: distributions of means and temper, each number with its source."""

from __future__ import annotations

import math
import random
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

_FILE = Path(__file__).with_name("families.yml")
_TRIES = 20


class _Sourced(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str  # a key of the file's sources


class Number(_Sourced):
    """A single number."""

    value: Annotated[float, Field(ge=0)]


class Normal(_Sourced):
    """A normal distribution, cut at both ends."""

    mean: float
    spread: Annotated[float, Field(ge=0)]
    min: float
    max: float

    @model_validator(mode="after")
    def _ordered(self) -> Normal:
        if not self.min <= self.mean <= self.max:
            raise ValueError("the mean lies outside min and max")
        return self

    def draw(self, dice: random.Random) -> float:
        """One value."""
        return _within(self.min, self.max, [dice.gauss(self.mean, self.spread) for _ in range(_TRIES)])


class LogNormal(_Sourced):
    """A log-normal distribution, cut at both ends; the spread is that of the logarithm."""

    median: Annotated[float, Field(gt=0)]
    spread: Annotated[float, Field(ge=0)]
    min: float
    max: float

    @model_validator(mode="after")
    def _ordered(self) -> LogNormal:
        if not self.min <= self.median <= self.max:
            raise ValueError("the median lies outside min and max")
        return self

    def draw(self, dice: random.Random) -> float:
        """One value."""
        centre = math.log(self.median)
        return _within(self.min, self.max, [dice.lognormvariate(centre, self.spread) for _ in range(_TRIES)])


class Choice(_Sourced):
    """One of several, by weight."""

    weights: Annotated[dict[str, Annotated[float, Field(ge=0)]], Field(min_length=1)]

    def draw(self, dice: random.Random) -> str:
        """One of them."""
        return dice.choices(list(self.weights), list(self.weights.values()))[0]


def _within(least: float, most: float, tries: list[float]) -> float:
    return next((value for value in tries if least <= value <= most), min(max(tries[0], least), most))


Conduct = Literal["negotiates", "disputes", "wrong_number", "third_party", "self_harm"]


class Family(BaseModel):
    """How the borrowers of one family are drawn. Money in whole units of the currency."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    held_out: bool = False  # never used in tuning
    conduct: Conduct
    weight: Number  # in a mix of all families
    people: Choice  # "language currency"
    segment: Choice
    income: dict[str, LogNormal]  # a month, by "currency segment"
    expenses_share: dict[str, Normal]  # of income, by segment
    savings_months: LogNormal  # of income
    payday: dict[str, Choice]  # by currency
    pay_spread: Number
    irregular_pay_spread: Number
    shock_per_month: Number  # chance that a month's income falls short
    shock_loss: Normal  # share lost then
    leak: Normal  # share of leftover money gone by the next payday
    balance: dict[str, LogNormal]  # by "currency segment"
    days_past_due: LogNormal
    willingness: Normal
    reluctance: Number  # times (1 - willingness): kept back of what they could pay
    stated_share: Normal
    opening: Normal
    rounds_to_yield: Normal
    over_promise: Number
    over_promise_factor: Normal
    patience_turns: Normal
    rhythm: Choice
    volunteers: dict[str, Number]
    quirks: dict[str, Number]  # by kind of act
    quirk_limit: Number
    second_thoughts: Number
    withholds_income: Number
    style: Choice


class Keeping(BaseModel):
    """How plans are kept by whoever could keep them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    skip_share: Number
    machine_skips: Number
    own_terms_skips: Number
    late: Number
    waits_days: Number
    partial: Number
    gives_up_after: Number


class Families(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    sources: dict[str, str]
    keeping: Keeping
    families: tuple[Family, ...]

    @model_validator(mode="after")
    def _every_source_is_told(self) -> Families:
        unknown = _sources_in(self.model_dump()) - self.sources.keys()
        if unknown:
            raise ValueError(f"sources that are not told: {sorted(unknown)}")
        return self

    def named(self, name: str) -> Family:
        """The family of that name. Raises KeyError."""
        return {family.name: family for family in self.families}[name]

    def tuning(self) -> tuple[Family, ...]:
        """Those that an engine may be tuned on."""
        return tuple(family for family in self.families if not family.held_out)


def read_families(path: Path = _FILE) -> Families:
    """The families of a file, each completed from the defaults. Raises pydantic's ValidationError."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    defaults = document.pop("defaults")
    document["families"] = [_completed(defaults, family) for family in document["families"]]
    return Families.model_validate(document)


@cache
def families() -> Families:
    """The families that come with the simulator, read once."""
    return read_families()


def _completed(defaults: dict[str, object], family: dict[str, object]) -> dict[str, object]:
    return defaults | {name: _over(defaults.get(name), value) for name, value in family.items()}


def _over(default: object, value: object) -> object:
    """A parameter stands for itself; a map of parameters is replaced entry by entry."""
    if isinstance(default, dict) and isinstance(value, dict) and "source" not in value:
        return default | value
    return value


def _sources_in(value: object) -> set[str]:
    if not isinstance(value, dict):
        return set().union(*map(_sources_in, value)) if isinstance(value, (list, tuple)) else set()
    own = {str(value["source"])} if "source" in value else set()
    return own.union(*(_sources_in(part) for part in value.values()))
