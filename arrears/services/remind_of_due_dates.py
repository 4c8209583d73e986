"""A courtesy before the due date of a loan that is not overdue. It is not collection."""

from __future__ import annotations

from datetime import timedelta

from arrears.contact.lapsing import owes
from arrears.contact.writing import Occasion, is_written, number_for, write_each
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain.cases import Case
from arrears.domain.contact_policy import LifeContact
from arrears.domain.ids import CaseId
from arrears.domain.promises import reminder_at
from arrears.domain.times import local_date
from arrears.store import Tx, cases, people, planning

_ZONES = timedelta(days=1)


def remind_of_due_dates(desk: Desk) -> int:
    """Plan the courtesy reminders whose minute has come; returns how many were planned."""
    policy, today = desk.policy.contacts, desk.clock.now().date()
    ahead = timedelta(days=max((rule.days_before for rule in policy.courtesy), default=0))
    with desk.store.read() as tx:
        upcoming = planning.due_between(tx, today - _ZONES, today + ahead + _ZONES)
        found = [_courtesy(tx, desk, case_id) for case_id in upcoming]
    return write_each(desk, [occasion for occasion in found if occasion is not None])


def _courtesy(tx: Tx, desk: Desk, case_id: CaseId) -> Occasion | None:
    policy, now, case = desk.policy.contacts, desk.clock.now(), cases.load_case(tx, case_id)
    point, rule = number_for(tx, case), policy.courtesy_for(case.product, _band(tx, desk, case))
    if point is None or rule is None:
        return None
    zone = home_zone(people.load_person(tx, case.owner_id), point)
    at = reminder_at(case.due_on, policy.reminder_minute, rule.days_before, zone)
    if at > now or local_date(now, zone) >= case.due_on or not owes(tx, case):
        return None
    occasion = Occasion(LifeContact.COURTESY, f"{case.id}-{case.due_on.isoformat()}", case, point)
    return None if is_written(tx, occasion) else occasion


def _band(tx: Tx, desk: Desk, case: Case) -> str | None:
    scored = cases.latest_score(tx, case.id)
    return None if scored is None else desk.policy.strategies.band_of(scored.score)
