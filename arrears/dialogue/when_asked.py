"""When they hear from us: the time that was promised for what waits for a person, told once more.

It is the time of the promise, and never a later one because they ask.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over, home_zone
from arrears.dialogue.approving import decision_promised, still_decided_on, until_words
from arrears.dialogue.disputing import is_checked
from arrears.dialogue.in_context import read_by_a_person
from arrears.domain.intents import CLOSING, HARD, OFFERING, Heard, Intent
from arrears.domain.language.acts.papers_asked import asks_for_papers
from arrears.domain.language.acts.when_we_answer import asks_when_we_answer
from arrears.domain.people import Channel
from arrears.domain.staffing import is_staffed
from arrears.domain.times import local
from arrears.store import handovers
from arrears.store.handovers import Handover


def asked_when(situation: Situation) -> Decided | None:
    """The turn as the question when we answer; None where it is none, or nothing waits for a person."""
    said = frozenset(situation.heard.intents)
    if situation.party is not None and asks_for_papers(situation.text) and said <= _OF_PAPERS:
        feared = tuple(each for each in situation.heard.intents if each in CLOSING)
        return Heard(situation.message_id), read_by_a_person(_a_person_tells, feared)
    aloud = situation.conversation.channel is Channel.VOICE and Intent.REQUEST_HUMAN in said
    if not said or (CLOSING | HARD) & said or aloud or _offers(situation, said) or is_checked(situation):
        return None
    if not asks_when_we_answer(situation.text) or _when(situation) is None:
        return None
    return Heard(situation.message_id), lambda now: _when(now) or Answer(())


_OF_PAPERS = frozenset(
    {Intent.REQUEST_VALIDATION, Intent.OUT_OF_SCOPE, Intent.REQUEST_WRITTEN, Intent.REPEAT_CLARIFY}
)
"""What "what papers do you need from me" is taken for."""


def _a_person_tells(situation: Situation) -> Answer:
    """What is to be handed in the person says who sees to it."""
    barred = gate(situation)
    if barred is not None:
        return barred
    waiting = situation.answer("human.waiting", staffed=hand_over(situation, "kind_of_plan"))
    return _of_the_person(situation) or waiting


def _offers(situation: Situation, said: frozenset[Intent]) -> bool:
    return bool(situation.readings.amounts) and bool(OFFERING & said)


def when_they_hear(situation: Situation) -> Answer | None:
    """By when they hear of what waits here, in one short sentence; None where nothing waits for a person."""
    by = decision_promised(situation)
    if by is None:
        return _of_the_person(situation)
    return situation.answer("approval.when", until=until_words(situation, by))


def _when(situation: Situation) -> Answer | None:
    decided = still_decided_on(situation) if situation.party is not None else None
    return decided or _of_the_person(situation)


def _of_the_person(situation: Situation) -> Answer | None:
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    if waiting is None:
        return None
    by = _promised(situation, waiting)
    if by is None or by <= situation.now:
        return situation.answer("human.waiting", staffed=hand_over(situation, waiting.reason))
    until = until_words(situation, local(by, home_zone(situation.person, situation.point)))
    return situation.answer("human.promised", until=until)


def _promised(situation: Situation, waiting: Handover) -> datetime | None:
    """The end of the minutes that were promised; None where nobody was there to keep any."""
    staffing = situation.desk.policy.staff.serving(situation.person.country)
    if not is_staffed(staffing, waiting.opened_at):
        return None
    return waiting.opened_at + timedelta(minutes=staffing.answer_minutes)
