"""Questions that need no more than a reviewed sentence: who, what, a robot?, another language."""

from __future__ import annotations

import re
from datetime import time, timedelta

from arrears.answering import Answer, Situation, gate, hand_over, home_zone, once
from arrears.desk import Desk
from arrears.domain.cases import Relationship
from arrears.domain.ids import MessageId
from arrears.domain.negotiation.offers import Offer
from arrears.domain.people import Language
from arrears.domain.times import DailyWindow, local
from arrears.domain.wording import offer_words, say
from arrears.negotiating import says_terms, take_terms
from arrears.store import consents, plans
from arrears.store import conversations as conversation_rows


def who_we_are(desk: Desk, message_id: MessageId) -> Answer:
    """The lender's name; what it is about only to a verified party."""
    return once(desk, message_id, "who_we_are", _who)


def are_you_human(desk: Desk, message_id: MessageId) -> Answer:
    """No. Always."""
    return once(desk, message_id, "are_you_human", lambda situation: situation.answer("robot.answer"))


def out_of_scope(desk: Desk, message_id: MessageId) -> Answer:
    """What this agent can help with."""
    return once(desk, message_id, "out_of_scope", _scope)


def ask_for_date(desk: Desk, message_id: MessageId) -> Answer:
    """A vague promise is no promise: ask for an amount and a day."""
    return once(desk, message_id, "ask_for_date", _ask_for_date)


def next_question(desk: Desk, message_id: MessageId) -> Answer:
    """A yes or a no to nothing in particular: say where things stand and what comes next."""
    return once(desk, message_id, "next_question", _next)


def inconvenient(desk: Desk, message_id: MessageId) -> Answer:
    """Leave them alone at this hour from now on, and ask nothing but when is better."""
    return once(desk, message_id, "inconvenient", _inconvenient)


def switch_language(desk: Desk, message_id: MessageId) -> Answer:
    """Go on in the other language."""
    return once(desk, message_id, "switch_language", _switch)


def apologise(desk: Desk, message_id: MessageId) -> Answer:
    """The engine failed: say so, and have a person read the message."""
    return once(desk, message_id, "apologise", _apologise)


def _who(situation: Situation) -> Answer:
    own = situation.case.relationship is Relationship.FIRST_PARTY
    key = "who.answer_verified" if own and gate(situation) is None else "who.answer"
    return situation.answer(key, lender=situation.case.lender)


def _scope(situation: Situation) -> Answer:
    if says_terms(situation):
        return take_terms(situation)
    if situation.party is not None and plans.standing_plan(situation.tx, situation.case.id) is not None:
        return _next(situation)
    # A greeting, above all: say who writes and what is needed before anything can be said.
    key = "who.answer" if situation.party is None else "scope.answer"
    return situation.answer(key, lender=situation.case.lender)


def _ask_for_date(situation: Situation) -> Answer:
    if says_terms(situation):
        return take_terms(situation)
    return gate(situation) or situation.answer("proposal.ask_both")


def _next(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation):
        return take_terms(situation)
    plan = plans.standing_plan(situation.tx, situation.case.id)
    if plan is None:
        return situation.answer("next.question")
    offer = Offer(plan.instalments, plan.frequency, plan.left_due)
    words = offer_words(situation.desk.policy.catalog, situation.language, offer)
    return situation.answer("next.closed", schedule=words)


HOURS_AROUND = timedelta(hours=2)
"""A message saying "not now" keeps us away from two hours before to two hours after that time of day."""


def _inconvenient(situation: Situation) -> Answer:
    wall = local(situation.received_at, home_zone(situation.person, situation.point))
    opens, closes = wall - HOURS_AROUND, wall + HOURS_AROUND
    window = DailyWindow(
        opens.time() if opens.date() == wall.date() else time.min,
        closes.time() if closes.date() == wall.date() else time.max,
    )
    consents.append_inconvenient_hours(
        situation.tx, situation.person.id, window, key=f"hours-{situation.message_id}", at=situation.now
    )
    return situation.answer("inconvenient.answer")


_NAMES = {
    Language.EN: re.compile(r"english|英文|英语|英語", re.IGNORECASE),
    Language.ZH: re.compile(r"chinese|mandarin|中文|普通话|普通話|国语|國語|汉语|漢語", re.IGNORECASE),
}


def _wanted(situation: Situation) -> Language | None:
    """The language they name; the other one of ours when they name none, None when it is not one of ours."""
    named = [language for language, names in _NAMES.items() if names.search(situation.text)]
    if len(named) == 1:
        return named[0]
    if named or _OTHERS.search(situation.text):
        return None
    return Language.EN if situation.language is Language.ZH else Language.ZH


_OTHERS = re.compile(
    r"spanish|español|espanol|vietnamese|korean|russian|french|arabic|tagalog|portuguese|hindi|cantonese"
    r"|粤语|粵語|广东话|廣東話|方言|西班牙|越南|韩语|法语|俄语",
    re.IGNORECASE,
)
"""Languages people ask for that this agent does not negotiate in: a person sees to them."""


def _switch(situation: Situation) -> Answer:
    other = _wanted(situation)
    if other is None:
        return situation.answer("human.answer", staffed=hand_over(situation, "language"))
    conversation_rows.set_language(situation.tx, situation.conversation.id, other)
    return Answer((say(situation.desk.policy.catalog, other, "language.switched"),))


def _apologise(situation: Situation) -> Answer:
    return situation.answer("failure.answer", staffed=hand_over(situation, "engine_failure"))
