"""A borrower is promised an answer by the team that serves them, on their own clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from arrears.dialogue.promising import staffed_words
from arrears.domain.people import Language
from arrears.store import Store
from tests.builders.store import a_desk

EN, ZH = Language.EN, Language.ZH
CHINA = (ZH, "CN", "Asia/Shanghai")
NEW_YORK = (EN, "US", "America/New_York")
CALIFORNIA = (EN, "US", "America/Los_Angeles")
LIVING_ABROAD = (ZH, "US", "America/New_York")


@pytest.mark.parametrize(
    ("whom", "now", "told"),
    [
        (CHINA, "2026-03-03T00:59", "在今天09:00之后"),
        (CHINA, "2026-03-03T01:00", "在30分钟内"),
        (CHINA, "2026-03-03T09:59", "在30分钟内"),
        (CHINA, "2026-03-03T10:00", "在2026年3月4日（周三）09:00之后"),
        (CHINA, "2026-03-06T10:00", "在2026年3月9日（周一）09:00之后"),
        (CHINA, "2026-09-30T10:00", "在2026年10月8日（周四）09:00之后"),  # over the National Day
        (NEW_YORK, "2026-03-03T13:59", "after 09:00 today"),
        (NEW_YORK, "2026-03-03T14:00", "within 30 minutes"),
        (NEW_YORK, "2026-03-03T23:00", "after 09:00 on Wednesday 4 March 2026"),
        (CALIFORNIA, "2026-03-03T13:59", "after 06:00 today"),
        (CALIFORNIA, "2026-03-03T23:00", "after 06:00 on Wednesday 4 March 2026"),
        (LIVING_ABROAD, "2026-03-03T02:00", "在2026年3月3日（周二）09:00之后"),
    ],
)
def test_who_answers_and_when(
    sqlite_store: Store, whom: tuple[Language, str, str], now: str, told: str
) -> None:
    desk, clock = a_desk(sqlite_store)
    clock.at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert staffed_words(desk, *whom) == told
