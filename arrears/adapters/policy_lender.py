"""Reads `policy/lender.yml`: who the lender is to a borrower, and when its people are there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from yaml import YAMLError, safe_load

from arrears.adapters.policy_messages import PolicyFileError
from arrears.adapters.policy_voicemails import RecordedFile
from arrears.domain.payment_ways import PaymentWay
from arrears.domain.people import Language
from arrears.domain.staffing import Staffing
from arrears.domain.times import DailyWindow, known_zones

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _StaffingFile(BaseModel, extra="forbid"):
    zone: str
    opens: time
    closes: time
    weekdays: list[str] = Field(min_length=1)
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
    promise_grace_retry_days: int = Field(ge=0)


@dataclass(frozen=True, slots=True)
class LenderPolicy:
    """The lender's own choices."""

    callback_number: str
    voicemail: Mapping[Language, RecordedFile]  # what a machine may be played
    staffing: Staffing
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
        weekdays = frozenset(_DAYS.index(day) for day in content.staffing.weekdays)
    except FileNotFoundError:
        raise PolicyFileError(path, "file", "is missing") from None
    except YAMLError as error:
        raise PolicyFileError(path, "file", f"is not YAML: {type(error).__name__}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise PolicyFileError(path, ".".join(map(str, first["loc"])), first["msg"]) from None
    except ValueError:
        raise PolicyFileError(path, "staffing.weekdays", f"use names of {', '.join(_DAYS)}") from None
    if content.staffing.zone not in known_zones():
        raise PolicyFileError(path, "staffing.zone", "use a name of the IANA time zone database")
    if content.staffing.opens >= content.staffing.closes:
        raise PolicyFileError(path, "staffing.closes", "must be later in the day than staffing.opens")
    hours = DailyWindow(content.staffing.opens, content.staffing.closes)
    told = content.staffing
    staffing = Staffing(told.zone, hours, weekdays, told.answer_minutes, told.approval_hours)
    return LenderPolicy(
        content.callback_number,
        content.voicemail,
        staffing,
        content.promise_grace_retry_days,
        content.sender_registered,
        content.registered_alias,
        content.licence,
        tuple(dict.fromkeys(content.payment_ways)),
        tuple(content.reference_prefixes),
        content.agents_phone,
        content.records_calls,
    )
