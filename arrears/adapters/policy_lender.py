"""Reads `policy/lender.yml`: who the lender is to a borrower, and when its people are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from yaml import YAMLError, safe_load

from arrears.adapters.holiday_calendars import CALENDARS, settled_holidays
from arrears.adapters.phone_numbers import is_country
from arrears.adapters.policy_messages import PolicyFileError
from arrears.adapters.policy_voicemails import RecordedFile
from arrears.domain.payment_ways import PaymentWay
from arrears.domain.people import Language
from arrears.domain.staffing import Staff, Staffing
from arrears.domain.times import DailyWindow, known_zones

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _StaffingFile(BaseModel, extra="forbid"):
    zone: str
    opens: time
    closes: time
    weekdays: list[str] = Field(min_length=1)
    holidays: str | None = None
    answer_minutes: int = Field(gt=0)
    approval_hours: int = Field(ge=0)


class _LenderFile(BaseModel, extra="forbid"):
    version: object
    callback_number: str
    voicemail: dict[Language, RecordedFile]
    agents_phone: str | None = Field(pattern=r"^\+[1-9]\d{7,14}$")
    records_calls: bool
    reference_prefixes: list[str]
    payment_ways: list[PaymentWay] = Field(min_length=1)
    sender_registered: bool
    registered_alias: str | None
    licence: str | None
    staffing: _StaffingFile
    staffing_in: dict[str, _StaffingFile] = Field(default_factory=dict)
    promise_grace_retry_days: int = Field(ge=0)


@dataclass(frozen=True, slots=True)
class LenderPolicy:
    """The lender's own choices."""

    callback_number: str
    voicemail: Mapping[Language, RecordedFile]  # what a machine may be played
    staff: Staff
    promise_grace_retry_days: int
    sender_registered: bool
    registered_alias: str | None
    licence: str | None
    payment_ways: tuple[PaymentWay, ...]
    reference_prefixes: tuple[str, ...]
    agents_phone: str | None  # E.164
    records_calls: bool


def load_lender(path: Path) -> LenderPolicy:
    """The lender's choices. Raises: PolicyFileError."""
    try:
        content = _LenderFile.model_validate(safe_load(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise PolicyFileError(path, "file", "is missing") from None
    except YAMLError as error:
        raise PolicyFileError(path, "file", f"is not YAML: {type(error).__name__}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise PolicyFileError(path, ".".join(map(str, first["loc"])), first["msg"]) from None
    return LenderPolicy(
        content.callback_number,
        content.voicemail,
        _staff(path, content),
        content.promise_grace_retry_days,
        content.sender_registered,
        content.registered_alias,
        content.licence,
        tuple(dict.fromkeys(content.payment_ways)),
        tuple(content.reference_prefixes),
        content.agents_phone,
        content.records_calls,
    )


def _staff(path: Path, content: _LenderFile) -> Staff:
    for country in content.staffing_in:
        if not is_country(country):
            raise PolicyFileError(path, f"staffing_in.{country}", "use a country's two letters, such as CN")
    abroad = {
        country: _staffing(path, f"staffing_in.{country}", told)
        for country, told in content.staffing_in.items()
    }
    return Staff(_staffing(path, "staffing", content.staffing), abroad)


def _staffing(path: Path, place: str, told: _StaffingFile) -> Staffing:
    if not set(told.weekdays) <= set(_DAYS):
        raise PolicyFileError(path, f"{place}.weekdays", f"use names of {', '.join(_DAYS)}")
    if told.zone not in known_zones():
        raise PolicyFileError(path, f"{place}.zone", "use a name of the IANA time zone database")
    if told.opens >= told.closes:
        raise PolicyFileError(path, f"{place}.closes", f"must be later in the day than {place}.opens")
    if told.holidays is not None and told.holidays not in CALENDARS:
        names = ", ".join(sorted(CALENDARS))
        raise PolicyFileError(path, f"{place}.holidays", f"use one of {names}, or null for none")
    return Staffing(
        told.zone,
        DailyWindow(told.opens, told.closes),
        frozenset(_DAYS.index(day) for day in told.weekdays),
        told.answer_minutes,
        told.approval_hours,
        frozenset() if told.holidays is None else settled_holidays(told.holidays),
    )
