"""A no to one charge, or word that it was to come off: a person has it, and the rest goes on.

Neither that nor the hope that none is added is a refusal to pay.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.about_charges import charged_again
from arrears.dialogue.answering import Answer, Decided, Situation, gate, hand_over
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.contested import NOTED, part_named
from arrears.dialogue.heeding import HEEDED
from arrears.dialogue.in_context import read_by_a_person, saying
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.setting_aside import set_aside
from arrears.dialogue.terms_said import says_terms
from arrears.domain.cases import Relationship
from arrears.domain.intents import ASKING, OFFERING, Heard, Intent
from arrears.domain.language.acts.charge_questions import names_fee
from arrears.domain.language.acts.cost_questions import claimed_off
from arrears.domain.language.acts.refusals_in_part import hopes_for_no_fee, refused_part, says_willing
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.script.fold import fold
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import ledger

_REFUSAL = frozenset({Intent.REFUSE_TO_PAY})
_PAYING = OFFERING | ASKING | {Intent.PAY_NOW}


def no_refusal(situation: Situation) -> Decided | None:
    """What is done about it instead; None where the refusal is one, or none was heard.

    Beside a wish to pay or a question it is none where no word may be of it: 你好 我想商量下还款.
    """
    text = situation.text
    if withdrawals(text):
        return None
    if Intent.REFUSE_TO_PAY not in situation.heard.intents:
        return _in_an_offer(situation)
    if refused_part(text) is not None:
        return set_aside(situation, _REFUSAL, _part_noted)
    if hopes_for_no_fee(text):
        return set_aside(situation, _REFUSAL, lambda now: gate(now) or charged_again(now))
    beside = not _PAYING.isdisjoint(situation.heard.intents) and not may_say(Intent.REFUSE_TO_PAY, text)
    return set_aside(situation, _REFUSAL, _goes_on) if beside or says_willing(text) else None


_EMPTY = frozenset({Intent.OUT_OF_SCOPE, Intent.DENY, Intent.VAGUE_PROMISE})
_CLAIMING = ASKING | OFFERING | _EMPTY | {Intent.REQUEST_SETTLEMENT}
"""What "I was told that fee comes off" is taken for."""
_OFFERED = OFFERING | _EMPTY | {Intent.ASK_FEES_INTEREST}
"""What "I'll pay the rest, just not the sixty" is taken for too."""


def _in_an_offer(situation: Situation) -> Decided | None:
    """The no to a part that the records know, in what was taken for an offer; any other sum is terms."""
    said = frozenset(situation.heard.intents)
    doubted = frozenset({Intent.DISPUTE}) & situation.heard.doubted
    if situation.party is None or not said or not said <= _OFFERED | doubted:
        return None
    words = refused_part(situation.text)
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if words is None or part_named(words, owed) is None:
        return None
    return Heard(situation.message_id), read_by_a_person(_part_noted, tuple(doubted))


def claimed_to_be_off(situation: Situation) -> Decided | None:
    """Who says that a charge was to be taken off, or should not be there; None where no charge is named.

    A collector for others has it checked like any dispute, before more is asked (12 CFR 1006.38(d)(2)).
    """
    said = frozenset(situation.heard.intents)
    doubted = frozenset({Intent.DISPUTE}) & situation.heard.doubted
    words = claimed_off(situation.text)
    if situation.party is None or not said or not said <= _CLAIMING | doubted or words is None:
        return None
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    part = part_named(words, owed)
    if part is None and not names_fee(words):
        return None
    if part is None and owed.fees.minor <= 0:
        return Heard(situation.message_id), lambda now: gate(now) or now.answer("fees.none")
    if situation.case.relationship is not Relationship.FIRST_PARTY:
        return Heard(situation.message_id, Intent.DISPUTE, 1.0), HEEDED[Intent.DISPUTE]
    return Heard(situation.message_id), read_by_a_person(_claim_noted, tuple(doubted))


def _claim_noted(situation: Situation) -> Answer:
    """That it is noted, and when they hear; and what they offer beside it."""
    barred = gate(situation)
    if barred is not None:
        return barred
    key = "human.waiting" if NOTED & situation.said_last else "fees.claimed"
    noted = situation.say(key, staffed=hand_over(situation, "settlement"))
    rest = _but_for(situation, claimed_off(situation.text))
    then = take_terms(rest) if rest.readings.amounts else Answer(())
    return replace(then, said=(noted, *then.said))


def _part_noted(situation: Situation) -> Answer:
    """That a person looks at that part; and what they offer, or what was asked."""
    barred = gate(situation)
    if barred is not None:
        return barred
    noted = situation.say("refusal.part", staffed=hand_over(situation, "also_said", (Intent.REFUSE_TO_PAY,)))
    then = _goes_on(_but_for(situation, refused_part(situation.text)))
    return replace(then, said=(noted, *then.said))


def _but_for(situation: Situation, words: str | None) -> Situation:
    """The turn without the words that contest a part: its sum is none that they would pay."""
    return situation if words is None else saying(situation, fold(situation.text).replace(words, " "))


def _goes_on(situation: Situation) -> Answer:
    return take_terms(situation) if says_terms(situation) else what_waits(situation)
