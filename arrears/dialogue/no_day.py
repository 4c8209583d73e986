"""Who has no fixed day is not asked for one again: days are proposed, and what a plan needs is said."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.negotiating import our_terms, take_terms
from arrears.dialogue.terms_said import said_now
from arrears.domain.intents import CLOSING, COMMITTING, HARD, Heard, Intent
from arrears.domain.language.acts.no_fixed_day import names_no_day
from arrears.domain.language.acts.terms_questions import terms_question
from arrears.domain.language.means.hardships import names_hardship, says_unable
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.times.times_of_day import read_times
from arrears.domain.negotiation.offers import Question
from arrears.store import offers, plans, proposals

NO_FIXED_DAY = "proposal.no_fixed_day"
"""That any sum counts, that days are ours to suggest, and the question for a sum."""


def without_a_day(situation: Situation) -> Decided | None:
    """The turn of who cannot name a day, whatever it was labelled; None for any other."""
    said, text = frozenset(situation.heard.intents), situation.text
    ends = said & (CLOSING - {Intent.REFUSE_TO_PAY} | {Intent.REQUEST_HUMAN})
    hard = HARD & said and (names_hardship(text) or says_unable(text))
    knows_one = any(day.on is not None for day in situation.readings.dates)
    if situation.party is None or ends or hard or knows_one or not names_no_day(text):
        return None
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    asks_of_it = waits and terms_question(text) is not None  # the terms have their days
    if asks_of_it or plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None:
        return None
    return Heard(situation.message_id), _propose_a_day


def _propose_a_day(situation: Situation) -> Answer:
    """Their sum on a day of ours; without a sum it is asked for, and of who names none terms are proposed."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if _has_sum(situation):
        return take_terms(_without_its_day(situation), left_to_us=frozenset({Question.DATE}))
    if NO_FIXED_DAY not in situation.said_last:
        return situation.answer(NO_FIXED_DAY)
    return our_terms(_without_its_day(situation))


def _has_sum(situation: Situation) -> bool:
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    return said_now(situation).amount is not None or (kept is not None and kept.proposal.amount is not None)


def _without_its_day(situation: Situation) -> Situation:
    """The turn without "whenever I get paid", which is no day."""
    return replace(situation, readings=replace(situation.readings, dates=()))


_ABOUT_A_DAY = COMMITTING | {Intent.INCONVENIENT, Intent.DENY, Intent.OUT_OF_SCOPE, Intent.CHANGE_DUE_DATE}
"""What "Fridays are fine, but not this Friday" is taken for, where terms wait."""
_OF_CONTACT = compiled(
    r"\b(?:call\w*|text\w*|talk\w*|message\w*|contact\w*|busy|work(?:ing)?|bother\w*|write)\b|电话|打给|联系|短信|忙|上班|开会|打扰"
)


def day_for_the_terms(situation: Situation) -> Decided | None:
    """A day beside terms that wait is a day to pay on, where it was taken for a bad time to write."""
    said = frozenset(situation.heard.intents)
    if situation.party is None or Intent.INCONVENIENT not in said or not said <= _ABOUT_A_DAY:
        return None
    waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
    named = any(day.on is not None and day.on > situation.today for day in situation.readings.dates)
    of_contact = bool(read_times(situation.text)) or _OF_CONTACT.search(fold(situation.text)) is not None
    if not (waits and named) or of_contact:
        return None
    return Heard(situation.message_id, Intent.PROPOSE_INSTALMENT, 1.0), take_terms
