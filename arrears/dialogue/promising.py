"""When a person will answer: as the team that serves the borrower is there, on the borrower's own clock."""

from __future__ import annotations

from datetime import datetime

from arrears.desk import Desk
from arrears.domain.people import Language
from arrears.domain.staffing import is_staffed, next_staffed, promised_by
from arrears.domain.times import local
from arrears.domain.wording import date_words, phrase


def staffed_words(
    desk: Desk, language: Language, country: str, zone: str, since: datetime | None = None
) -> str:
    """When a person will answer: within the minutes the team keeps, or when it is next there.

    `country` is where the borrower lives, `zone` that of their clock; the day is named where it is not today.
    Who has waited `since` then is promised no other time than before; once that is over, none.
    """
    now, catalog = desk.clock.now(), desk.policy.catalog
    staffing = desk.policy.staff.serving(country)
    if since is not None and promised_by(staffing, since) <= now:
        return phrase(catalog, language, "staffed.soon")
    if since is not None and (is_staffed(staffing, now) or is_staffed(staffing, since)):
        by = local(promised_by(staffing, since), zone)
        if by.date() == local(now, zone).date():
            return phrase(catalog, language, "staffed.by", time=f"{by:%H:%M}")
        return phrase(
            catalog, language, "until", time=f"{by:%H:%M}", date=date_words(catalog, language, by.date())
        )
    if is_staffed(staffing, now):
        return phrase(catalog, language, "staffed.now", minutes=str(staffing.answer_minutes))
    opens = local(next_staffed(staffing, now), zone)
    if opens.date() == local(now, zone).date():
        return phrase(catalog, language, "staffed.today", time=f"{opens:%H:%M}")
    day = date_words(catalog, language, opens.date())
    return phrase(catalog, language, "staffed.later", time=f"{opens:%H:%M}", date=day)
