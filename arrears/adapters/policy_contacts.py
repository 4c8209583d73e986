"""Reads `policy/contacts.yml`: which contacts before and after trouble are made, to whom, and when."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from arrears.adapters.policy_messages import PolicyFileError
from arrears.domain.contact_policy import ContactPolicy, CourtesyRule, LifeContact
from arrears.domain.people import Channel

_Days = Annotated[int, Field(strict=True, ge=0, le=60)]
_Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
_On = dict[Channel, frozenset[LifeContact]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Reminder(_Strict):
    days_before: _Days
    at: time


class _Welcome(_Strict):
    after_minutes: Annotated[int, Field(strict=True, ge=0, le=24 * 60)]


class _Thanks(_Strict):
    within_days: _Days


class _Courtesy(_Strict):
    days_before: Annotated[int, Field(strict=True, ge=1, le=60)]
    products: frozenset[str] | None = None
    bands: frozenset[str] | None = None


class _Contacts(_Strict):
    otherwise: _On
    countries: dict[_Country, _On]


class _File(_Strict):
    version: object
    welcome: _Welcome
    reminder: _Reminder
    thanks: _Thanks
    courtesy: tuple[_Courtesy, ...]
    contacts: _Contacts


def load_contacts(path: Path, bands: frozenset[str]) -> ContactPolicy:
    """The contacts of the policy; `bands` are those of the score. Raises: PolicyFileError."""
    try:
        read = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise PolicyFileError(path, "file", "is missing") from None
    except yaml.YAMLError as error:
        raise PolicyFileError(path, "file", f"is not YAML: {type(error).__name__}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise PolicyFileError(path, ".".join(map(str, first["loc"])), first["msg"]) from None
    for index, rule in enumerate(read.courtesy):
        unknown = (rule.bands or frozenset()) - bands
        if unknown:
            raise PolicyFileError(path, f"courtesy.{index}.bands", f"use names of {', '.join(sorted(bands))}")
    return ContactPolicy(
        version=str(read.version),
        welcome_after_minutes=read.welcome.after_minutes,
        reminder_days_before=read.reminder.days_before,
        reminder_minute=read.reminder.at.hour * 60 + read.reminder.at.minute,
        thanks_within_days=read.thanks.within_days,
        courtesy=tuple(CourtesyRule(rule.days_before, rule.products, rule.bands) for rule in read.courtesy),
        otherwise=read.contacts.otherwise,
        countries=read.contacts.countries,
    )
