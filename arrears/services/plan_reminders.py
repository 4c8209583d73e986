"""Remind of each instalment before it is due, at the minute of the day that the borrower chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from arrears.contact.writing import Occasion, is_written, number_of, plan_occasion, write_each
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain.contact_policy import LifeContact
from arrears.domain.plans import Plan, enough_percent, stands
from arrears.domain.promises import is_paid, promises_of, reminder_at
from arrears.domain.times import local_date
from arrears.store import Tx, people, plans, reminders

_ZONES = timedelta(days=1)
"""No calendar is further than this from that of UTC."""


def plan_reminders(desk: Desk) -> int:
    """Plan every reminder whose minute has come; returns how many were planned."""
    today = desk.clock.now().date()
    ahead = timedelta(days=desk.policy.contacts.reminder_days_before)
    with desk.store.read() as tx:
        due = plans.plans_due_between(tx, today - _ZONES, today + ahead + _ZONES)
        occasions = [each for _, plan_id in due for each in _of_plan(tx, desk, plans.load(tx, plan_id))]
    return write_each(desk, occasions)


def _of_plan(tx: Tx, desk: Desk, plan: Plan) -> Iterator[Occasion]:
    """The instalments whose reminder is due now; none that was due before the plan was agreed."""
    now, policy, point = desk.clock.now(), desk.policy.contacts, number_of(tx, plan)
    zone = home_zone(people.load_person(tx, point.person_id), point)
    today, receipts = local_date(now, zone), plans.receipts_for(tx, plan)
    if plan.agreed_at is None or not stands(plan, receipts, today):
        return
    chosen, made = reminders.minute_of(tx, plan), promises_of(plan)
    minute = policy.reminder_minute if chosen is None else chosen
    for promise in made:
        at = reminder_at(promise.on, minute, policy.reminder_days_before, zone)
        if not plan.agreed_at < at <= now or today > promise.on:
            continue
        occasion = plan_occasion(tx, LifeContact.REMINDER, plan, promise.id)
        paid = is_paid(promise, made, receipts, today, enough_percent(plan))
        if not paid and not is_written(tx, occasion):
            yield occasion
