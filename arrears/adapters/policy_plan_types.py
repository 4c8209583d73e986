"""`policy/plan_types.yml` as `PlanTypes`, or every mistake in it with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from arrears.adapters.policy_mistakes import mistakes, yaml_place
from arrears.domain.cases import Purpose
from arrears.domain.negotiation.plan_types import PlanType, PlanTypeRule, PlanTypes
from arrears.domain.people import Channel

_NO_OFFERS_BY_TEXT = ("US", "CA")
"""Where carriers forbid texts of settlements and of credit (TW-10DLC-3; in the US TCPA-MKT besides)."""
_FLAG = "write true or false"
_COUNTRIES = "list ISO 3166 codes in capitals, or leave it out for every country"
_REMEDIES = {
    "version": 'name the version in quotes, such as "2026-01"',
    "types": f"list one or more of {', '.join(PlanType)}",
    "countries": _COUNTRIES,
    "products": "list the lender's product codes, or leave it out for every product",
    "purposes": "list consumer, commercial or both",
    "channels": f"list one or more of {', '.join(Channel)}",
    "not_by": f"write a country's code and a list of {', '.join(Channel)}",
    "grants_new_credit": _FLAG,
    "needs_approval": _FLAG,
}


class PlanTypesError(ValueError):
    """The file cannot be used; every mistake is on a line of its own."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))


_Text = Annotated[str, Field(strict=True, min_length=1)]
_Country = Annotated[str, Field(strict=True, pattern=r"^[A-Z]{2}$")]
_Flag = Annotated[bool, Field(strict=True)]
_Channels = Annotated[list[Channel], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Type(_Strict):
    countries: Annotated[list[_Country], Field(min_length=1)] | None = None
    products: Annotated[list[_Text], Field(min_length=1)] | None = None
    purposes: Annotated[list[Purpose], Field(min_length=1)]
    channels: _Channels
    not_by: dict[_Country, _Channels] = {}
    grants_new_credit: _Flag
    needs_approval: _Flag


class _File(_Strict):
    version: _Text
    types: Annotated[dict[PlanType, _Type], Field(min_length=1)]


def load_plan_types(path: Path) -> PlanTypes:
    """The rules in the file.

    Raises: PlanTypesError, naming file, type, key and remedy of each mistake; OSError when the file cannot
    be read.
    """
    try:
        parsed = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except yaml.YAMLError as error:
        raise PlanTypesError([f"{path.name}: not YAML: {yaml_place(error)}"]) from error
    except ValidationError as error:
        found = mistakes(error, _REMEDIES, _REMEDIES["types"], "types", "type")
        raise PlanTypesError([f"{path.name}: {line}" for line in found]) from error
    rules = {kind: _rule(given) for kind, given in parsed.types.items()}
    wrong = [f"type {kind}: {line}" for kind, rule in rules.items() for line in _contradictions(kind, rule)]
    if wrong:
        raise PlanTypesError([f"{path.name}: {line}" for line in wrong])
    return PlanTypes(parsed.version, rules)


def _rule(given: _Type) -> PlanTypeRule:
    return PlanTypeRule(
        countries=None if given.countries is None else frozenset(given.countries),
        products=None if given.products is None else frozenset(given.products),
        purposes=frozenset(given.purposes),
        channels=frozenset(given.channels),
        barred=frozenset((country, by) for country, channels in given.not_by.items() for by in channels),
        grants_new_credit=given.grants_new_credit,
        needs_approval=given.needs_approval,
    )


def _contradictions(kind: PlanType, rule: PlanTypeRule) -> Iterator[str]:
    if Purpose.UNKNOWN in rule.purposes:
        yield f"purposes: unknown counts as consumer; {_REMEDIES['purposes']}"
    if kind is PlanType.SETTLEMENT and not rule.needs_approval:
        yield "needs_approval: a person approves every settlement; write true"
    if kind is PlanType.RENEWAL and not rule.grants_new_credit:
        yield "grants_new_credit: a renewal is new credit; write true"
    if kind is PlanType.SETTLEMENT or rule.grants_new_credit:
        for country in _NO_OFFERS_BY_TEXT:
            if (country, Channel.SMS) not in rule.barred:
                yield f"not_by: settlements and new credit never go by text there; add {country}: [sms]"
