"""When a person will answer: as the team that serves the borrower is there, on the borrower's own clock."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.domain.people import Language
from arrears.domain.staffing import is_staffed, next_staffed
from arrears.domain.times import local
from arrears.domain.wording import date_words, phrase


def staffed_words(desk: Desk, language: Language, country: str, zone: str) -> str:
    """When a person will answer: within the minutes the team keeps, or when it is next there.

    `country` is where the borrower lives, `zone` that of their clock; the day is named where it is not today.
    """
    now, catalog = desk.clock.now(), desk.policy.catalog
    staffing = desk.policy.staff.serving(country)
    if is_staffed(staffing, now):
        return phrase(catalog, language, "staffed.now", minutes=str(staffing.answer_minutes))
    opens = local(next_staffed(staffing, now), zone)
    if opens.date() == local(now, zone).date():
        return phrase(catalog, language, "staffed.today", time=f"{opens:%H:%M}")
    day = date_words(catalog, language, opens.date())
    return phrase(catalog, language, "staffed.later", time=f"{opens:%H:%M}", date=day)
