"""When they hear from us: the time that was promised for what waits for a person, told once more.

It is the time of the promise, and never a later one because they ask. Once it is over that is said. Who asks
what was decided hears that, or that nothing waits.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, answer_expected, gate, hand_over
from arrears.dialogue.approving import decision_promised, is_declined, still_decided_on, until_words
from arrears.dialogue.disputing import is_checked
from arrears.dialogue.heeding import person
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.reading_again import read_back_again
from arrears.domain.intents import ASKING, CLOSING, HARD, OFFERING, STOPS, Heard, Intent
from arrears.domain.language.acts.papers_asked import asks_for_papers
from arrears.domain.language.acts.terms_wished import asks_us_for_terms
from arrears.domain.language.acts.when_we_answer import (
    asks_when_we_answer,
    asks_whether_approved,
    misses_our_answer,
    reminds_of_the_time,
)
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.people import Channel
from arrears.domain.staffing import URGENCY, promised_by
from arrears.store import conversations, handovers
from arrears.store.handovers import Handover


def asked_when(situation: Situation) -> Decided | None:
    """The turn as the question when we answer; None where it is none, or nothing waits for a person."""
    said = frozenset(situation.heard.intents)
    decided = _whether_approved(situation, said)
    if decided is not None:
        return decided
    papers = situation.party is not None and asks_for_papers(situation.text)
    doubted = {Intent.DISPUTE} & situation.heard.doubted
    if papers and said <= _OF_PAPERS | STOPS | doubted and not withdrawals(situation.text):
        feared = tuple(each for each in situation.heard.intents if each in CLOSING)
        return Heard(situation.message_id), read_by_a_person(_a_person_tells, feared)
    aloud = situation.conversation.channel is Channel.VOICE and Intent.REQUEST_HUMAN in said
    if said and not HARD & said and _misses_us(situation) and not withdrawals(situation.text):
        feared = tuple(each for each in situation.heard.intents if each in CLOSING)
        return Heard(situation.message_id), read_by_a_person(_still_unanswered, feared)
    if not said or (CLOSING | HARD) & said or aloud or _offers(situation, said) or is_checked(situation):
        return None
    if not asks_when_we_answer(situation.text) or _when(situation) is None:
        return None
    return Heard(situation.message_id), lambda now: _when(now) or Answer(())


def _whether_approved(situation: Situation, said: frozenset[Intent]) -> Decided | None:
    """What became of what they asked for; None where that is not asked, or an end of contact is certain."""
    certain = said - situation.heard.doubted
    unfit = (CLOSING | HARD) & certain or _offers(situation, said) or is_checked(situation)
    if not said or unfit or not asks_whether_approved(situation.text):
        return None
    if is_declined(situation) and asks_us_for_terms(situation.text):
        return None  # "so it was declined? what now": they know
    feared = tuple(each for each in situation.heard.intents if each in CLOSING)
    return Heard(situation.message_id), read_by_a_person(_what_was_decided, feared)


def _what_was_decided(situation: Situation) -> Answer:
    """What waits yet, and until when; else what was decided, or that nothing waits, and where it stands."""
    barred = gate(situation)
    waits = _when(situation) if barred is None else _of_the_person(situation) or barred
    if waits is not None:
        return waits
    read_out = read_back_again(situation)
    if read_out is None and is_declined(situation):
        return situation.answer("approval.declined")
    first = situation.answer("approval.nothing_waits")
    then = read_out or where_it_stands(situation)
    approved = any(said.key in ("next.closed", "approval.approved") for said in then.said)
    return then if approved else replace(then, said=(*first.said, *then.said))


def _misses_us(situation: Situation) -> bool:
    """Whether all that they say is that nobody came; "it's been an hour" says so only where one waits."""
    if misses_our_answer(situation.text):
        return True
    waiting = handovers.waiting_for(situation.tx, situation.conversation.id)
    return waiting is not None and reminds_of_the_time(situation.text)


def _still_unanswered(situation: Situation) -> Answer:
    return _of_the_person(situation) or person(situation)


_OF_PAPERS = ASKING | {
    Intent.REQUEST_VALIDATION,
    Intent.OUT_OF_SCOPE,
    Intent.REQUEST_WRITTEN,
    Intent.REPEAT_CLARIFY,
    Intent.REQUEST_EXTENSION,
    Intent.REQUEST_HARDSHIP,
    Intent.CHANGE_CONTACT,
}
"""What "what papers do you need from me" is taken for."""


def _a_person_tells(situation: Situation) -> Answer:
    """We ask for none; what is to be handed in the person says who sees to it."""
    barred = gate(situation)
    if barred is not None:
        return barred
    waiting = situation.answer("human.waiting", staffed=hand_over(situation, "kind_of_plan"))
    when = _of_the_person(situation) or waiting
    return replace(when, said=(situation.say("papers.answer"), *when.said))


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
    if is_late(situation, waiting):
        return late(situation, waiting)
    return situation.answer("human.promised", until=answer_expected(situation))


def is_late(situation: Situation, waiting: Handover) -> bool:
    """Whether the time is over by which somebody was to answer."""
    staffing = situation.desk.policy.staff.serving(situation.person.country)
    return promised_by(staffing, waiting.opened_at) <= situation.now


def knows_it_is_late(situation: Situation) -> bool:
    """Whether they have been told in this conversation that the time is over."""
    said = conversations.templates_said(situation.tx, situation.conversation.id)
    return any("human.late" in keys for keys in said)


def late(situation: Situation, waiting: Handover) -> Answer:
    """That nobody has answered in time, said once: it comes sooner now, and no other time is promised."""
    handovers.hurry(situation.tx, waiting.id, URGENCY["promise_missed"])
    if knows_it_is_late(situation):
        return situation.answer("human.waiting", staffed=answer_expected(situation))
    return situation.answer("human.late", phone=situation.desk.policy.callback_number)
