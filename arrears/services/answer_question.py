"""Questions that need no more than a reviewed sentence and our own figures, and small talk."""

from __future__ import annotations

from arrears.desk import Desk
from arrears.dialogue import clarifying
from arrears.dialogue.answering import Answer, Situation, gate, hand_over, is_spared, once
from arrears.dialogue.approving import still_decided_on
from arrears.dialogue.informing import INFORMED, where_it_stands
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.offering import off_the_table
from arrears.dialogue.replying import answer_by, answer_turn
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import COMMITTING, Heard, Intent
from arrears.domain.misunderstanding import DATE_QUESTIONS
from arrears.store import offers, plans
from arrears.store.offers import OfferOutcome


def inform(desk: Desk, heard: Heard) -> Answer:
    """The answer to a question of information: who, a robot?, ways to pay, charges, payoff, what may follow.

    Raises: LookupError when the intent is no such question.
    """
    return answer_by(desk, heard, "inform", INFORMED, heard.intent)


def who_we_are(desk: Desk, heard: Heard) -> Answer:
    """The lender's name; what it is about only to a verified party."""
    return answer_by(desk, heard, "who_we_are", INFORMED, Intent.ASK_WHO_ARE_YOU)


def are_you_human(desk: Desk, heard: Heard) -> Answer:
    """No. Always."""
    return answer_by(desk, heard, "are_you_human", INFORMED, Intent.ASK_ARE_YOU_HUMAN)


def switch_language(desk: Desk, heard: Heard) -> Answer:
    """Go on in the other language."""
    return answer_by(desk, heard, "switch_language", INFORMED, Intent.LANGUAGE_SWITCH)


def out_of_scope(desk: Desk, heard: Heard) -> Answer:
    """What this agent can help with; not understood again, another way, then a person."""
    return answer_turn(desk, heard, "out_of_scope", clarifying.out_of_scope)


def ask_for_date(desk: Desk, heard: Heard) -> Answer:
    """A vague promise is no promise: ask for an amount and a day, where none is agreed."""
    return answer_turn(desk, heard, "ask_for_date", _ask_for_date)


def next_question(desk: Desk, heard: Heard) -> Answer:
    """A yes or a no to nothing in particular: say where things stand and what comes next."""
    return answer_turn(desk, heard, "next_question", _next)


def apologise(desk: Desk, heard: Heard) -> Answer:
    """The engine failed: say so, and have a person read the message."""
    return once(desk, heard, "apologise", _apologise)


def _ask_for_date(situation: Situation) -> Answer:
    if says_terms(situation):
        return take_terms(situation)
    waits = gate(situation) or still_decided_on(situation)
    if waits is None and plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None:
        return where_it_stands(situation)
    return waits or situation.answer("proposal.ask_both")


def _next(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    if says_terms(situation):
        return take_terms(situation)
    if _agrees_too_late(situation):
        return off_the_table(situation)
    return (
        situation.answer("proposal.ask_date") if _was_asked_a_day(situation) else where_it_stands(situation)
    )


def _was_asked_a_day(situation: Situation) -> bool:
    """Whether only the day of what they proposed was open, so that "ok" leaves it open and nothing else."""
    agreed = plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None
    return not agreed and not is_spared(situation) and bool(situation.said_last & DATE_QUESTIONS)


def _agrees_too_late(situation: Situation) -> bool:
    """Whether it is a yes to terms that a person took off the table: nobody may think that it was one."""
    if situation.heard.intent not in COMMITTING:
        return False
    if plans.standing_plan(situation.tx, situation.case.id, situation.today) is not None:
        return False
    return offers.last_outcome(situation.tx, situation.conversation.id) is OfferOutcome.TAKEN_OVER


def _apologise(situation: Situation) -> Answer:
    return situation.answer("failure.answer", staffed=hand_over(situation, "engine_failure"))
