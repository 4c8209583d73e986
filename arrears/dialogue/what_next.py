"""How things go on, answered from what stands: a dispute, an offer, a decision, a plan, a person who comes.

Such a question is never a sign of despair, nor one for the law: the whole text asks, in closed words.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

from arrears.dialogue.answering import Answer, Decided, Situation, gate, is_spared
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.disputing import is_checked, one_of
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import INFORMED, where_it_stands
from arrears.dialogue.negotiating import our_terms
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.what_is_left import next_payment
from arrears.dialogue.when_asked import when_they_hear
from arrears.domain.conversations import IDLE_CLOSES
from arrears.domain.intents import ALONE, ASKING, CLOSING, HARD, Heard, Intent
from arrears.domain.language.acts.next_steps import NextStep, asks_about_not_paying, next_step
from arrears.domain.language.acts.service_questions import asks_where_it_stands
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.domain.wording import date_words
from arrears.store import plans
from arrears.store.offers import OpenOffer


def asked_what_next(situation: Situation) -> Decided | None:
    """The turn as the question that it is; None where it asks something else."""
    said = frozenset(situation.heard.intents)
    if withdrawals(situation.text) or (ALONE & said and situation.heard.confidence >= 1.0):
        return None
    step = next_step(situation.text)
    if step is not None:
        feared = tuple(each for each in Intent if each in CLOSING & said)
        return Heard(situation.message_id), read_by_a_person(partial(_answer, step), feared)
    if said and said <= _LIKE_WHERE_IT_STANDS and asks_where_it_stands(situation.text):
        return _of_the_balance(situation)
    if said <= HARD | {Intent.ASK_LEGAL_CONSEQUENCES} and asks_about_not_paying(situation.text):
        return _where_something_stands(situation)
    return None


_LIKE_WHERE_IT_STANDS = ASKING | {
    Intent.OUT_OF_SCOPE,
    Intent.GREET,
    Intent.VAGUE_PROMISE,
    Intent.REPEAT_CLARIFY,
}
"""What "where do we stand" is taken for."""


def _of_the_balance(situation: Situation) -> Decided | None:
    if situation.party is None or situation.readings.amounts:
        return None
    return Heard(situation.message_id), INFORMED[Intent.ASK_BALANCE]


def _where_something_stands(situation: Situation) -> Decided | None:
    """Not paying what was agreed, or what is on the table: what is done then, without a word of the law."""
    if situation.party is None or not (_plan_stands(situation) or waiting_offer(situation)):
        return None
    return Heard(situation.message_id), lambda now: gate(now) or now.answer("plan.missed")


def _answer(step: NextStep, situation: Situation) -> Answer:
    if is_checked(situation):
        first = "dispute.next" if step is NextStep.NEXT else "dispute.how_long"
        return one_of(situation, first, "human.waiting")
    barred = gate(situation)
    if barred is not None:
        return barred
    waiting = waiting_offer(situation)
    if waiting is not None and not is_spared(situation):
        return _of_an_offer(situation, waiting, step)
    decided_on = still_decided_on(situation)
    if decided_on is not None:
        return decided_on
    if step is NextStep.NEXT and _plan_stands(situation):
        return next_payment(situation) or where_it_stands(situation)
    hears = None if _plan_stands(situation) else when_they_hear(situation)
    if hears is None and "approval.declined" in situation.said_last and not is_spared(situation):
        return our_terms(situation)  # what a person could not agree leaves what may be agreed all the same
    return hears or where_it_stands(situation)


def _of_an_offer(situation: Situation, waiting: OpenOffer, step: NextStep) -> Answer:
    if step is not NextStep.NEXT:
        until = situation.answer("offer.until", day=_last_day(situation, waiting))
        # Who asks once more hears what it is that stands.
        return _before_the_terms(situation, until) if "offer.until" in situation.said_last else until
    return _before_the_terms(situation, situation.answer("offer.next"))


def _before_the_terms(situation: Situation, first: Answer) -> Answer:
    again = read_back_again(situation) or Answer(())
    return replace(again, said=(*first.said, *again.said))


def _last_day(situation: Situation, waiting: OpenOffer) -> str:
    """The last day on which a yes still finds it: within this conversation, by its first payment."""
    heard_until = situation.today + IDLE_CLOSES - timedelta(days=1)
    first = waiting.offer.first_on
    day = heard_until if first is None else min(first, heard_until)
    return date_words(situation.desk.policy.catalog, situation.language, day)


def _plan_stands(situation: Situation) -> bool:
    return plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
