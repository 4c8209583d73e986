"""Where the invented borrowers live, by the month's own table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """A place with the zones people there may live in."""

    country: str
    region: str | None
    zones: tuple[str, ...]
    weight: int
    cities: tuple[str, ...] = ()


EASTERN, CENTRAL, MOUNTAIN, PACIFIC = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
HOMES = (
    Home("US", "MA", (EASTERN,), 6, ("Boston", "Worcester")),
    Home("US", "NY", (EASTERN,), 10, ("New York", "New York", "Buffalo")),
    Home("US", "CA", (PACIFIC,), 9, ("Fresno", "Oakland")),
    Home("US", "FL", (CENTRAL, EASTERN), 7, ("Pensacola", "Miami")),
    Home("US", "WA", (PACIFIC,), 4, ("Tacoma",)),
    Home("US", "DC", (EASTERN,), 3, ("Washington",)),
    Home("US", "TX", (CENTRAL, MOUNTAIN), 7, ("Houston", "El Paso")),
    Home("US", "OH", (EASTERN,), 3, ("Dayton",)),
    Home("US", "TN", (CENTRAL, EASTERN), 2, ("Memphis", "Knoxville")),
    Home("US", "AZ", (MOUNTAIN, "America/Phoenix"), 2, ("Tucson",)),
    Home("US", "CO", (MOUNTAIN,), 2, ("Denver",)),
    Home("US", "HI", ("Pacific/Honolulu",), 1, ("Hilo",)),
    Home("US", "NV", (MOUNTAIN, PACIFIC), 1, ("Reno",)),
    Home("US", "IL", (CENTRAL,), 3, ("Peoria",)),
    Home("CN", None, ("Asia/Shanghai",), 15, ("成都",)),
    Home("GB", None, ("Europe/London",), 7, ("Leeds",)),
    Home("IN", None, ("Asia/Kolkata",), 6, ("Pune",)),
    Home("PH", None, ("Asia/Manila",), 4, ("Cebu",)),
    Home("SG", None, ("Asia/Singapore",), 3, ("Singapore",)),
    Home("AU", "NSW", ("Australia/Sydney",), 2, ("Sydney",)),
    Home("AU", "QLD", ("Australia/Brisbane",), 2, ("Cairns",)),
    Home("AU", "WA", ("Australia/Perth",), 1, ("Perth",)),
)
US_ZONES = (EASTERN, CENTRAL, MOUNTAIN, PACIFIC)
MANDARIN_SHARE = {"CN": 1.0, "US": 0.12, "SG": 0.4, "AU": 0.15}
