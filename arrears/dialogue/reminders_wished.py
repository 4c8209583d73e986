"""A reminder that they wish for, at no hour of the clock: when it comes is told, at hours that suit them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arrears.dialogue.answering import Answer, Decided, Situation, hand_over, standing_silences
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.reminding import (
    ABOUT_THE_HOUR,
    announced,
    minute_kept,
    minute_wished,
    plan_to_remind_of,
    set_reminder,
    when_it_comes,
)
from arrears.domain.contact_policy import LifeContact
from arrears.domain.intents import STOPS, Heard, Intent
from arrears.domain.language.times.hours_to_avoid import hours_to_avoid
from arrears.domain.language.times.reminder_times import of_other_days, reminder_minute
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.people import Channel
from arrears.domain.plans import Plan
from arrears.store import consents

_LIKE_A_WISH = ABOUT_THE_HOUR | {
    Intent.INCONVENIENT,
    Intent.REPEAT_CLARIFY,
    Intent.AFFIRM,
    Intent.THANKS,
    Intent.GREET,
    Intent.GOODBYE,
}
"""What "send me a reminder in the morning" is taken for, with a stop that is in doubt."""


def asked_to_be_reminded(situation: Situation) -> Decided | None:
    """A reminder of what was agreed that is wished for at no hour of the clock; None where they say more."""
    stops = STOPS & situation.heard.doubted
    said = frozenset(situation.heard.intents) - stops
    fits = bool(said or stops) and said <= _LIKE_A_WISH and not withdrawals(situation.text)
    if not fits or situation.party is None or standing_silences(situation):
        return None
    if reminder_minute(situation.text) is not None or minute_wished(situation) is None:
        return None
    if plan_to_remind_of(situation) is None:
        return (Heard(situation.message_id), _once_agreed) if _names_a_day(situation) else None
    feared = tuple(each for each in situation.heard.intents if each in stops)
    return Heard(situation.message_id), read_by_a_person(_told_when, feared)


def _names_a_day(situation: Situation) -> bool:
    return of_other_days(situation.text) or any(day.on is not None for day in situation.readings.dates)


def _once_agreed(situation: Situation) -> Answer:
    """When a reminder comes once there is a plan, and what waits; the day in it is none to pay on."""
    contacts = situation.desk.policy.contacts
    waits = what_waits(situation)
    if not contacts.is_on(LifeContact.REMINDER, situation.person.country, Channel.SMS):
        return waits
    told = situation.say("reminder.once_agreed", when=when_it_comes(situation))
    return replace(waits, said=(told, *waits.said))


def _told_when(situation: Situation) -> Answer:
    """When it comes, at an hour that suits them; on another day than ours it is for a person."""
    standing, minute, avoided = (
        plan_to_remind_of(situation),
        minute_wished(situation),
        hours_to_avoid(situation.text),
    )
    if standing is None or minute is None:
        return Answer(())
    if avoided is not None:
        key = f"hours-{situation.message_id}"
        consents.append_inconvenient_hours(
            situation.tx, situation.person.id, avoided, key=key, at=situation.now
        )
    comes = announced(situation, standing)
    if not comes.said or _is_of_another_day(situation, standing):
        waits = situation.say("human.waiting", staffed=hand_over(situation, "callback"))
        return Answer((*comes.said, waits))
    return comes if minute == minute_kept(situation, standing) else set_reminder(situation, minute)


def _is_of_another_day(situation: Situation, plan: Plan) -> bool:
    """Whether they name a day, or a number of days before, on which none of ours comes."""
    ahead = timedelta(days=situation.desk.policy.contacts.reminder_days_before)
    ours = {each.on - ahead for each in plan.instalments} | {each.on for each in plan.instalments}
    named = {day.on for day in situation.readings.dates if day.on is not None}
    return of_other_days(situation.text) or (bool(named) and named.isdisjoint(ours))
