"""Reads `policy/lender.yml`: who the lender is to a borrower, and when its people are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError
from yaml import safe_load

from arrears.adapters.policy_messages import PolicyFileError
from arrears.domain.staffing import Staffing
from arrears.domain.times import DailyWindow

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _StaffingFile(BaseModel, extra="forbid"):
    zone: str
    opens: time
    closes: time
    weekdays: list[str] = Field(min_length=1)
    answer_minutes: int = Field(gt=0)


class _LenderFile(BaseModel, extra="forbid"):
    version: object
    callback_number: str
    staffing: _StaffingFile
    promise_grace_retry_days: int = Field(ge=0)


@dataclass(frozen=True, slots=True)
class LenderPolicy:
    """The lender's own choices."""

    callback_number: str
    staffing: Staffing
    promise_grace_retry_days: int


def load_lender(path: Path) -> LenderPolicy:
    """The lender's choices. Raises: PolicyFileError."""
    try:
        content = _LenderFile.model_validate(safe_load(path.read_text(encoding="utf-8")))
        weekdays = frozenset(_DAYS.index(day) for day in content.staffing.weekdays)
    except ValidationError as error:
        first = error.errors()[0]
        raise PolicyFileError(path, ".".join(map(str, first["loc"])), first["msg"]) from None
    except ValueError:
        raise PolicyFileError(path, "staffing.weekdays", f"use names of {', '.join(_DAYS)}") from None
    hours = DailyWindow(content.staffing.opens, content.staffing.closes)
    staffing = Staffing(content.staffing.zone, hours, weekdays, content.staffing.answer_minutes)
    return LenderPolicy(content.callback_number, staffing, content.promise_grace_retry_days)
