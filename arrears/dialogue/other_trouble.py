"""Trouble that is none of today is no hardship: a figure of speech, the reason for a question, what is over.

It raises nothing and reduces no terms; a person reads that the label named it.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.in_context import saying
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import HARD, Heard, Intent
from arrears.domain.language.means.no_hardship import without_figures


def of_no_hardship(situation: Situation) -> Decided | None:
    """A kind word, and the terms or what waits, where nothing but such trouble was heard."""
    heard = situation.heard
    nothing_else = {*heard.intents} <= {Intent.OUT_OF_SCOPE}
    if situation.party is None or not nothing_else or not HARD.intersection(heard.possibly):
        return None
    return Heard(situation.message_id), _kindly


def _kindly(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    meant = saying(situation, without_figures(situation.text))
    if says_terms(meant):
        return take_terms(meant)
    return Answer((situation.say("hardship.heard"), *what_waits(situation).said))
