"""`policy/strategies.yml` as a `StrategyPolicy`, or every mistake in it with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from arrears.domain.contact_policy import LifeContact
from arrears.domain.money import Currency
from arrears.domain.people import TEXT_CARRIERS, Carrier, Channel
from arrears.domain.strategies import (
    HOLDOUT,
    TEXTS,
    WAIT,
    Band,
    Need,
    Resource,
    Step,
    Strategy,
    StrategyPolicy,
)

_Text = Annotated[str, Field(min_length=1)]
_Count = Annotated[int, Field(strict=True, ge=0)]
_Bps = Annotated[int, Field(strict=True, ge=0, le=10_000)]


class StrategyPolicyError(ValueError):
    """The strategy policy cannot be used; every mistake is on a line of its own."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Holdout(_Strict):
    share_bps: _Bps
    seed: _Text


class _Band(_Strict):
    name: _Text
    from_score: Annotated[int | None, Field(alias="from")] = None


class _Carriers(_Strict):
    otherwise: Carrier
    countries: dict[Annotated[str, Field(pattern="^[A-Z]{2}$")], Carrier] = {}


class _Resource(_Strict):
    per_day: _Count
    carrier: Carrier | None = None


class _Step(_Strict):
    name: _Text
    after_days: _Count
    message: _Text
    unless_answered: bool = True
    channel: Literal[Channel.SMS, Channel.VOICE] = Channel.SMS
    attempts: Annotated[int, Field(strict=True, ge=1, le=5)] = 1
    hours_apart: Annotated[int, Field(strict=True, ge=1)] = 24


class _Strategy(_Strict):
    name: _Text
    words: dict[Literal["en", "zh"], _Text]
    value_bps: dict[_Text, _Bps]
    cost_minor: _Count = 0
    uses: dict[_Text, Annotated[int, Field(strict=True, gt=0)]] = {}
    needs: frozenset[Need] = frozenset()
    balance_units_min: _Count = 0
    steps: tuple[_Step, ...] = ()

    def value(self) -> Strategy:
        return Strategy(
            name=self.name,
            words={str(language): text for language, text in self.words.items()},
            value_bps=dict(self.value_bps),
            cost_minor=self.cost_minor,
            uses=dict(self.uses),
            needs=self.needs,
            balance_units_min=self.balance_units_min,
            steps=tuple(Step(**step.model_dump()) for step in self.steps),
        )


class _Policy(_Strict):
    version: _Text
    reference: Currency
    minor_per_unit: dict[Currency, Annotated[int, Field(strict=True, gt=0)]]
    holdout: _Holdout
    bands: Annotated[tuple[_Band, ...], Field(min_length=1)]
    carriers: _Carriers
    resources: dict[_Text, _Resource]
    strategies: tuple[_Strategy, ...]

    @model_validator(mode="after")
    def _bands_ascend(self) -> _Policy:
        starts = [band.from_score for band in self.bands]
        given = [start for start in starts[1:] if start is not None]
        if starts[0] is not None or len(given) < len(starts) - 1 or given != sorted(set(given)):
            raise ValueError("the first band has no `from`; the others have one each, ascending")
        return self

    @model_validator(mode="after")
    def _names_fit(self) -> _Policy:
        names = [strategy.name for strategy in self.strategies]
        if len(names) != len(set(names)) or HOLDOUT in names:
            raise ValueError(f"each strategy has a name of its own, and none is called {HOLDOUT}")
        served = [resource.carrier for resource in self.resources.values() if resource.carrier]
        if sorted(served) != sorted(TEXT_CARRIERS):
            raise ValueError("each carrier has one resource of texts")
        if not {self.carriers.otherwise, *self.carriers.countries.values()} <= set(TEXT_CARRIERS):
            raise ValueError(f"texts are carried by {' or '.join(TEXT_CARRIERS)}")
        for strategy in self.strategies:
            taken = sorted({step.name for step in strategy.steps} & set(LifeContact))
            if taken:
                raise ValueError(
                    f"{strategy.name}: a step is not called {', '.join(taken)}: plans use the name"
                )
            unknown = set(strategy.uses) - set(self.resources) - {TEXTS}
            if unknown:
                raise ValueError(f"{strategy.name} uses {', '.join(sorted(unknown))}, which is no resource")
            if set(strategy.value_bps) != {band.name for band in self.bands}:
                raise ValueError(f"{strategy.name} needs one value_bps for each band")
        missing = set(Currency) - set(self.minor_per_unit)
        if missing:
            raise ValueError(f"minor_per_unit lacks {', '.join(sorted(missing))}")
        return self

    @model_validator(mode="after")
    def _waiting_is_free(self) -> _Policy:
        wait = next((strategy for strategy in self.strategies if strategy.name == WAIT), None)
        if wait is None or wait.uses or wait.needs or wait.cost_minor or wait.balance_units_min:
            raise ValueError(f"strategy {WAIT} must be there, open to every case and free")
        return self


def load_strategies(path: Path) -> StrategyPolicy:
    """The strategy policy. Raises: StrategyPolicyError; OSError when the file cannot be read."""
    try:
        read = _Policy.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as broken:
        raise StrategyPolicyError([f"not YAML: {broken}"]) from broken
    except ValidationError as wrong:
        mistakes = [f"{_place(error['loc'])}: {error['msg']}" for error in wrong.errors()]
        raise StrategyPolicyError(mistakes) from wrong
    return StrategyPolicy(
        version=read.version,
        reference=read.reference,
        minor_per_unit=dict(read.minor_per_unit),
        holdout_bps=read.holdout.share_bps,
        holdout_seed=read.holdout.seed,
        bands=tuple(Band(band.name, band.from_score) for band in read.bands),
        carrier_otherwise=read.carriers.otherwise,
        carriers=dict(read.carriers.countries),
        resources=tuple(Resource(name, each.per_day, each.carrier) for name, each in read.resources.items()),
        strategies=tuple(strategy.value() for strategy in read.strategies),
    )


def _place(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in loc) or "the file"
