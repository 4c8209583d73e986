"""Trouble that is none of today is no hardship: a figure of speech, what is over, the lack of one sum.

It raises nothing and reduces no terms; a person reads that the label named it.
"""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.declining import decline
from arrears.dialogue.in_context import saying
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import HARD, Heard, Intent
from arrears.domain.language.means.no_hardship import lacks_only_a_sum, without_figures


def of_no_hardship(situation: Situation) -> Decided | None:
    """A kind word, and the terms or what waits, where nothing but such trouble was heard."""
    heard = situation.heard
    nothing_else = {*heard.intents} <= {Intent.OUT_OF_SCOPE}
    if situation.party is None or not nothing_else or not HARD.intersection(heard.possibly):
        return None
    return Heard(situation.message_id), _without_the_sum if lacks_only_a_sum(situation.text) else _kindly


def _without_the_sum(situation: Situation) -> Answer:
    """What of ours waits is turned down by it; else what they could manage is asked.

    What the sum would have depended on ("the refund") is no day to pay on.
    """
    read = situation.readings
    if read.amounts or any(each.on is not None for each in read.dates):
        return decline(situation)
    waits = waiting_offer(situation) is not None
    return decline(saying(situation, "")) if waits else gate(situation) or what_waits(situation)


def _kindly(situation: Situation) -> Answer:
    barred = gate(situation)
    if barred is not None:
        return barred
    meant = saying(situation, without_figures(situation.text))
    if says_terms(meant):
        return take_terms(meant)
    return Answer((situation.say("hardship.heard"), *what_waits(situation).said))
