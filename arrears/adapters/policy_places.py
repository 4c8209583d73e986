"""`policy/places.yml`: the time zones of the places where borrowers live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml
from pydantic import BaseModel, ConfigDict, field_validator


@dataclass(frozen=True, slots=True)
class Places:
    """Every zone of each country that has few, and of each region of a country that has many."""

    countries: Mapping[str, tuple[str, ...]]  # by ISO 3166 alpha-2
    regions: Mapping[str, Mapping[str, tuple[str, ...]]]  # by country, then state or province code

    def zones(self, country: str, region: str | None, time_zone: str | None) -> tuple[str, ...]:
        """Every IANA zone an address may lie in; empty when there is no evidence.

        A zone named by the lender narrows the place down when it is one of the place's own zones, and is
        added to them when it is not.
        """
        known = self.regions.get(country, {}).get(region or "", self.countries.get(country, ()))
        if time_zone is None:
            return known
        return (time_zone,) if time_zone in known else tuple(sorted({*known, time_zone}))


class _Places(BaseModel):
    model_config = ConfigDict(extra="forbid")

    version: str
    countries: dict[str, tuple[str, ...]]
    regions: dict[str, dict[str, tuple[str, ...]]]

    @field_validator("countries", "regions")
    @classmethod
    def _known(cls, value: dict[str, object]) -> dict[str, object]:
        for places in value.values():
            lists = places.values() if isinstance(places, dict) else [places]
            for zones in lists:
                for zone in zones if isinstance(zones, tuple) else ():
                    ZoneInfo(zone)
        return value


def load_places(path: Path) -> Places:
    """The places file. Raises: pydantic.ValidationError, ZoneInfoNotFoundError, OSError."""
    read = _Places.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    return Places(read.countries, read.regions)
