"""Who a borrower is, as the sample portfolio describes them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from simulator.phones import CarrierName


class Persona(StrEnum):
    """How a borrower behaves."""

    COOPERATIVE_FULL = "cooperative_full"
    INSTALMENT = "instalment"
    HAGGLER = "haggler"
    HARDSHIP = "hardship"
    DISPUTER = "disputer"
    WRONG_NUMBER = "wrong_number"
    STOPPER = "stopper"
    HUMAN_WANTED = "human_wanted"
    ASKS_ROBOT = "asks_robot"
    VAGUE = "vague"
    SILENT = "silent"
    SELF_HARM = "self_harm"
    ATTORNEY = "attorney"


class Means(BaseModel):
    """What is left each week after living, hidden from everyone but the borrower."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    weekly_disposable_minor: Annotated[int, Field(ge=0)]
    currency: Literal["USD", "CNY"] = "USD"
    payday: int | str | None = None
    keeps_promises: bool | float = True


class Borrower(BaseModel):
    """One borrower and their phone."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    phone: Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{6,14}$")]
    name: str
    language: Literal["en", "zh"]
    carrier: CarrierName = "twilio"
    birth_on: date
    last4: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{4}$")]
    persona: Persona
    means: Means
    reply_minutes: tuple[float, float] = (2, 20)
    timezone: str | None = None

    @field_validator("language", mode="before")
    @classmethod
    def _short(cls, value: object) -> object:
        return value.split("-")[0].lower() if isinstance(value, str) else value

    @property
    def zone(self) -> ZoneInfo:
        """Where they sleep: as given, or by the number's prefix."""
        return ZoneInfo(self.timezone or _zone_of(self.phone))

    @property
    def given_name(self) -> str:
        """What they call themselves: the first word, or the whole name where there is one word."""
        return self.name.split()[0] if self.name.split() else ""


# Area codes of the largest cities outside Eastern time; every other US number is taken as Eastern.
_AREAS = {
    "America/Los_Angeles": (
        "206 209 213 253 310 323 408 415 424 425 503 510 530 541 559 562 619 626 628 650 657 661 669 "
        "702 707 714 725 747 760 775 805 818 831 858 909 916 925 949 951 971"
    ),
    "America/Denver": "303 307 385 406 435 505 575 719 720 801 915 970",
    "America/Phoenix": "480 520 602 623 928",
    "America/Chicago": (
        "205 210 214 217 218 224 225 251 254 262 281 309 312 314 316 317 318 319 331 334 337 361 402 "
        "405 409 414 417 430 432 469 479 501 504 507 512 515 563 573 580 601 608 612 615 618 620 630 "
        "636 651 662 682 708 713 715 763 769 773 779 806 815 816 817 830 832 847 870 872 901 903 913 "
        "918 936 940 952 956 972 979 985"
    ),
    "Pacific/Honolulu": "808",
    "America/Anchorage": "907",
}
_ZONES = {code: zone for zone, codes in _AREAS.items() for code in codes.split()}


def _zone_of(phone: str) -> str:
    if phone.startswith("+86"):
        return "Asia/Shanghai"
    return _ZONES.get(phone[2:5], "America/New_York")
