"""A no to one fee, beside the wish to pay, or the hope that none is added, is no refusal to pay."""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.informing import INFORMED
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.setting_aside import set_aside
from arrears.dialogue.terms_said import says_terms
from arrears.domain.intents import Intent
from arrears.domain.language.acts.refusals_in_part import hopes_for_no_fee, refuses_a_part, says_willing
from arrears.domain.language.withdrawals.find import withdrawals

_REFUSAL = frozenset({Intent.REFUSE_TO_PAY})


def no_refusal(situation: Situation) -> Decided | None:
    """What is done about it instead; None where the refusal is one, or none was heard."""
    text = situation.text
    if Intent.REFUSE_TO_PAY not in situation.heard.intents or withdrawals(text):
        return None
    if refuses_a_part(text):
        return set_aside(situation, _REFUSAL, _part_noted)
    if hopes_for_no_fee(text):
        return set_aside(situation, _REFUSAL, INFORMED[Intent.ASK_FEES_INTEREST])
    return set_aside(situation, _REFUSAL, _goes_on) if says_willing(text) else None


def _part_noted(situation: Situation) -> Answer:
    """That a person looks at that part; and what they offer, or what was asked."""
    barred = gate(situation)
    if barred is not None:
        return barred
    noted = situation.say("refusal.part", staffed=hand_over(situation, "also_said", (Intent.REFUSE_TO_PAY,)))
    then = _goes_on(situation)
    return replace(then, said=(noted, *then.said))


def _goes_on(situation: Situation) -> Answer:
    return take_terms(situation) if says_terms(situation) else what_waits(situation)
