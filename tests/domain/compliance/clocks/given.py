"""What the tests of the clocks are given: the shipped numbers, and hand-written federal holidays."""

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import strategies as st

from arrears.adapters.policy_clocks import load_clocks
from arrears.domain.compliance.clocks.days import Holidays

CLOCKS_FILE = Path(__file__).parents[4] / "policy" / "clocks.yml"
TERMS = load_clocks(CLOCKS_FILE)

HOLIDAYS = Holidays(
    frozenset(
        date.fromisoformat(day)
        for day in [
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-03",
            "2026-07-04",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25",
            "2027-01-01",
            "2027-01-18",
            "2027-02-15",
            "2027-05-31",
            "2027-06-18",
            "2027-06-19",
            "2027-07-04",
            "2027-07-05",
            "2027-09-06",
            "2027-10-11",
            "2027-11-11",
            "2027-11-25",
            "2027-12-24",
            "2027-12-25",
            "2027-12-31",
            "2028-01-01",
            "2028-01-17",
            "2028-02-21",
            "2028-05-29",
            "2028-06-19",
            "2028-07-04",
            "2028-09-04",
            "2028-10-09",
            "2028-11-10",
            "2028-11-11",
            "2028-11-23",
            "2028-12-25",
        ]
    ),
    frozenset({2026, 2027, 2028}),
)

NEW_YORK, LOS_ANGELES, SHANGHAI = "America/New_York", "America/Los_Angeles", "Asia/Shanghai"
ZONES = (
    NEW_YORK,
    LOS_ANGELES,
    SHANGHAI,
    "Europe/London",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Havana",
    "Pacific/Kiritimati",
)
DAYS = st.dates(date(2026, 3, 1), date(2028, 9, 30))  # far enough from both ends for every clock
INSTANTS = st.builds(datetime.combine, DAYS, st.times(), st.just(UTC))
SOME_ZONES = st.lists(st.sampled_from(ZONES), min_size=1, max_size=4, unique=True)


def day(text: str) -> date:
    return date.fromisoformat(text)


def maybe(text: str | None) -> date | None:
    return None if text is None else day(text)
