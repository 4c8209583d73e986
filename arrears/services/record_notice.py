"""Write down what the lender's mail house has sent, or what came back: the law counts from it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from arrears.desk import Desk
from arrears.domain.ids import CaseId
from arrears.store import cases, notices, people
from arrears.store.notices import NoticeKind

FURTHEST_AHEAD = timedelta(hours=14)
"""Where the calendar is furthest ahead of UTC, a day has begun that is tomorrow here."""


class UnusableNoticeError(ValueError):
    """A notice cannot have been sent, or come back, on that day."""


def record_notice(
    desk: Desk, case_id: CaseId, kind: NoticeKind, on: date, *, by: str, returned: bool = False
) -> bool:
    """Whether it was new. A verification clears no dispute: a named person does that, who has read it.

    Raises: UnusableNoticeError; LookupError.
    """
    now = desk.clock.now()
    if on > (now + FURTHEST_AHEAD).date():
        raise UnusableNoticeError("the day is still to come")
    key = f"notice-{case_id}-{kind}-{on}" + ("-returned" if returned else "")
    with desk.store.write() as tx:
        people.lock_person(tx, cases.load_case(tx, case_id).owner_id)
        if notices.is_known(tx, key):
            return False
        sent = notices.sent_at(tx, case_id).get(kind)
        if returned and (sent is None or on < sent.date()):
            raise UnusableNoticeError(f"no {kind} notice is recorded that could have come back that day")
        return notices.append_notice(
            tx, case_id, kind, key=key, at=_instant(on, now), by=by, returned=returned
        )


def _instant(on: date, now: datetime) -> datetime:
    """Noon UTC, which is the same day on nearly every calendar; not after now."""
    return min(datetime.combine(on, time(12), UTC), now)
