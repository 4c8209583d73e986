"""Which edition of the IANA time zone database this process decides with."""

from __future__ import annotations

import zoneinfo
from functools import cache
from importlib import metadata
from pathlib import Path


@cache
def tz_version() -> str:
    """The edition, such as 2026a; "unknown" where the system does not say."""
    for folder in zoneinfo.TZPATH:
        data = Path(folder) / "tzdata.zi"
        if data.is_file():
            with data.open(encoding="ascii", errors="replace") as lines:
                return lines.readline().removeprefix("# version").strip()
    try:
        return metadata.version("tzdata")
    except metadata.PackageNotFoundError:
        return "unknown"
