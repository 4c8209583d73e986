"""The hour at which a borrower wants to be reminded of what was agreed: chosen in a word, at any time."""

from __future__ import annotations

from datetime import datetime

from arrears.dialogue.answering import (
    Answer,
    Situation,
    standing_silences,
    standing_statuses,
)
from arrears.dialogue.approving import still_decided_on
from arrears.domain.cases import SpecialStatus
from arrears.domain.contact_policy import LifeContact
from arrears.domain.conversations import Speaker
from arrears.domain.intents import CLOSING, Intent
from arrears.domain.language.times.reminder_times import reminder_minute, wished_minute
from arrears.domain.people import Channel
from arrears.domain.plans import Plan
from arrears.domain.wording import phrase
from arrears.store import conversations, offers, plans, reminders

ABOUT_THE_HOUR = frozenset({Intent.OUT_OF_SCOPE, Intent.REQUEST_CALLBACK, Intent.REQUEST_WRITTEN})
"""What "remind me at nine" may be labelled: then the hour is all that is answered."""


def hour_chosen(situation: Situation) -> int | None:
    """The minute of the day that this turn chooses for reminders of the plan that stands; None otherwise."""
    may_hear = situation.party is not None and not standing_silences(situation)
    if not may_hear or situation.heard.intent in CLOSING:
        return None
    minute = reminder_minute(situation.text)
    return minute if minute is not None and plan_to_remind_of(situation) is not None else None


def names_hour_of_an_offer(situation: Situation) -> bool:
    """Whether it is the hour for reminders of what waits for a yes, theirs or ours, and no call they want."""
    said = frozenset(situation.heard.intents)
    about = bool(ABOUT_THE_HOUR & said) and said <= ABOUT_THE_HOUR | {Intent.AFFIRM, Intent.THANKS}
    offered = offers.open_offer(situation.tx, situation.conversation.id) is not None
    waits = offered or still_decided_on(situation) is not None
    return about and waits and situation.party is not None and minute_wished(situation) is not None


def keep_hour_named_before(situation: Situation, plan: Plan, since: datetime) -> None:
    """The hour that they named while the offer of the plan waited, kept for the plan that came of it."""
    turns = conversations.turns_of(situation.tx, situation.conversation.id)
    theirs = [turn.text for turn in turns if turn.speaker is Speaker.BORROWER and turn.at >= since]
    usual = situation.desk.policy.contacts.reminder_minute
    minutes = [minute for text in theirs if (minute := wished_minute(text, usual)) is not None]
    if minutes:
        key = f"reminder-{plan.id}"
        reminders.append_reminder(situation.tx, plan.id, minutes[-1], key=key, at=situation.now)


def is_only_about_the_hour(situation: Situation) -> bool:
    """Whether the turn is answered by the hour alone."""
    return situation.heard.intent in ABOUT_THE_HOUR and hour_chosen(situation) is not None


def minute_wished(situation: Situation) -> int | None:
    """The minute of a reminder that this turn asks for, at whatever time; None where it asks for none."""
    standing = plan_to_remind_of(situation)
    usual = situation.desk.policy.contacts.reminder_minute
    minute = usual if standing is None else minute_kept(situation, standing)
    return wished_minute(situation.text, minute)


def minute_kept(situation: Situation, plan: Plan) -> int:
    """The minute at which reminders of the plan come."""
    chosen = reminders.minute_of(situation.tx, plan)
    return situation.desk.policy.contacts.reminder_minute if chosen is None else chosen


def set_reminder(situation: Situation, minute: int) -> Answer:
    """The hour is kept, and said back. Whether we may write at that hour is decided when it comes."""
    standing = plan_to_remind_of(situation)
    if standing is None:
        return Answer(())
    key = f"reminder-{situation.message_id}"
    reminders.append_reminder(situation.tx, standing.id, minute, key=key, at=situation.now)
    return situation.answer("reminder.set", time=_clock(minute))


def announced(situation: Situation, plan: Plan) -> Answer:
    """When a reminder comes unless another hour is chosen; nothing where none is sent."""
    contacts = situation.desk.policy.contacts
    on = contacts.is_on(LifeContact.REMINDER, situation.person.country, Channel.SMS)
    refused = SpecialStatus.REFUSED_TO_PAY in standing_statuses(situation)
    # After a refusal to pay a person decides what is sent; hardship holds up nothing of a plan agreed since.
    if not on or refused or not plan.instalments or plan.instalments[0].on <= situation.today:
        return Answer(())
    when, time = when_it_comes(situation), _clock(minute_kept(situation, plan))
    return situation.answer("reminder.default", when=when, time=time)


def when_it_comes(situation: Situation) -> str:
    """How long before each payment a reminder comes, in words."""
    policy = situation.desk.policy
    days = policy.contacts.reminder_days_before
    key = "reminder.day_before" if days == 1 else "reminder.days_before"
    return phrase(policy.catalog, situation.language, key, days=str(days))


def plan_to_remind_of(situation: Situation) -> Plan | None:
    """The plan that stands."""
    return plans.standing_plan(situation.tx, situation.case.id, situation.today)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
