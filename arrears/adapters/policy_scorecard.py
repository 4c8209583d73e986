"""`policy/scorecard.yml` as a `Scorecard`, or every mistake in it with its place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from arrears.domain.money import Currency
from arrears.domain.scoring import NUMERIC, Characteristic, Feature, NumberBand, Scorecard, WordBand

_Text = Annotated[str, Field(min_length=1)]
_Whole = Annotated[int, Field(strict=True)]


class ScorecardError(ValueError):
    """The scorecard cannot be used; every mistake is on a line of its own."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _NumberBand(_Strict):
    from_number: Annotated[_Whole | None, Field(alias="from")] = None
    points: _Whole


class _WordBand(_Strict):
    words: Annotated[tuple[_Text, ...], Field(min_length=1)]
    points: _Whole


class _Characteristic(_Strict):
    feature: Feature
    reason: _Text
    numbers: tuple[_NumberBand, ...] = ()
    words: tuple[_WordBand, ...] = ()
    otherwise: _Whole = 0

    @model_validator(mode="after")
    def _bands_fit(self) -> _Characteristic:
        if (self.feature in NUMERIC) != bool(self.numbers) or (self.feature in NUMERIC) == bool(self.words):
            raise ValueError(f"{self.feature} needs {'numbers' if self.feature in NUMERIC else 'words'} only")
        starts = [band.from_number for band in self.numbers]
        given = [start for start in starts[1:] if start is not None]
        ascending = given == sorted(set(given)) and len(given) == len(starts[1:])
        if starts and (starts[0] is not None or not ascending):
            raise ValueError("the first band has no `from`; the others have one each, ascending")
        words = [word for band in self.words for word in band.words]
        if len(words) != len(set(words)):
            raise ValueError("a word stands in two bands")
        return self

    def value(self) -> Characteristic:
        return Characteristic(
            feature=self.feature,
            reason=self.reason,
            numbers=tuple(NumberBand(band.from_number, band.points) for band in self.numbers),
            words=tuple(WordBand(band.words, band.points) for band in self.words),
            otherwise=self.otherwise,
        )


class _Scorecard(_Strict):
    version: _Text
    base: _Whole
    reference: Currency
    minor_per_unit: dict[Currency, Annotated[int, Field(strict=True, gt=0)]]
    characteristics: Annotated[tuple[_Characteristic, ...], Field(min_length=1)]
    reasons: dict[_Text, dict[Literal["en", "zh"], _Text]]

    @model_validator(mode="after")
    def _whole(self) -> _Scorecard:
        features = [each.feature for each in self.characteristics]
        if len(features) != len(set(features)):
            raise ValueError("a feature stands in two characteristics")
        for each in self.characteristics:
            if set(self.reasons.get(each.reason, ())) != {"en", "zh"}:
                raise ValueError(f"reason {each.reason} needs words in en and zh")
        missing = set(Currency) - set(self.minor_per_unit)
        if missing:
            raise ValueError(f"minor_per_unit lacks {', '.join(sorted(missing))}")
        return self


def load_scorecard(path: Path) -> Scorecard:
    """The scorecard. Raises: ScorecardError; OSError when the file cannot be read."""
    try:
        read = _Scorecard.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as broken:
        raise ScorecardError([f"not YAML: {broken}"]) from broken
    except ValidationError as wrong:
        raise ScorecardError(
            [f"{_place(error['loc'])}: {error['msg']}" for error in wrong.errors()]
        ) from wrong
    return Scorecard(
        version=read.version,
        base=read.base,
        reference=read.reference,
        minor_per_unit=dict(read.minor_per_unit),
        characteristics=tuple(each.value() for each in read.characteristics),
        reasons={
            code: {str(language): text for language, text in words.items()}
            for code, words in read.reasons.items()
        },
    )


def _place(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in loc) or "the file"
