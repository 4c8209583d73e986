"""A dispute that was heard where none was meant: it is undone by their own words, and talked of no more.

A payment that is only proposed ("60 a month, paid on the 20th") is none that was made.
"""

from __future__ import annotations

from dataclasses import replace

from arrears.contact.lifting import withdraw_dispute
from arrears.dialogue.answering import Answer, Decided, Situation, gate, standing_statuses
from arrears.dialogue.clarifying import what_waits
from arrears.dialogue.informing import what_is_owed
from arrears.dialogue.negotiating import take_terms
from arrears.dialogue.setting_aside import set_aside
from arrears.dialogue.terms_said import says_terms
from arrears.domain.cases import Relationship, SpecialStatus
from arrears.domain.intents import ASKING, CLOSING, HARD, OFFERING, Heard, Intent
from arrears.domain.language.acts.disputes_denied import (
    denies_dispute,
    denies_payment,
    only_to_be_paid,
    only_wonders,
    takes_doubt_back,
)
from arrears.domain.language.acts.which_payment import payment_named
from arrears.domain.language.acts.words_of_ends import may_say
from arrears.domain.language.readings import AmountKind
from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.language.withdrawals.find import withdrawals
from arrears.store import proposals
from arrears.store.views.raised import raisings_of

_OF_IT = frozenset({Intent.DISPUTE, Intent.ALREADY_PAID})


def as_wondered(situation: Situation) -> Situation:
    """The turn; where it only wonders how it came to be late, a dispute is in doubt and no payment told."""
    heard = situation.heard
    if not _OF_IT.intersection(heard.intents) or not only_wonders(situation.text):
        return situation
    leads = Intent.DISPUTE if heard.intent in _OF_IT else heard.intent
    others = tuple(each for each in (*heard.others, Intent.DISPUTE) if each not in _OF_IT - {Intent.DISPUTE})
    others = tuple(dict.fromkeys(each for each in others if each is not leads))
    doubted = heard.doubted | {Intent.DISPUTE}
    return replace(situation, heard=replace(heard, intent=leads, others=others, doubted=doubted))


_LOST = frozenset({Intent.OUT_OF_SCOPE, Intent.REPEAT_CLARIFY, Intent.GREET})


def wondered(situation: Situation) -> Decided | None:
    """Who only wonders how it came to be late, and was taken to say nothing, hears what is owed."""
    said = frozenset(situation.heard.intents)
    if not said or not said <= _LOST or not only_wonders(situation.text):
        return None
    return Heard(situation.message_id), lambda now: gate(now) or what_is_owed(now, "balance.again")


def undisputed(situation: Situation) -> Decided | None:
    """Who says outright that they dispute nothing, where only they had, and in this very talk."""
    said = frozenset(situation.heard.intents)
    if (CLOSING & said) - _OF_IT or Intent.REQUEST_HUMAN in said or withdrawals(situation.text):
        return None
    if SpecialStatus.DISPUTE not in standing_statuses(situation) or not _may_be_undone(situation):
        return None
    beside = tuple(each for each in situation.heard.intents if each in ASKING | HARD)
    return Heard(situation.message_id, Intent.OUT_OF_SCOPE, 1.0, beside), _undo


def _may_be_undone(situation: Situation) -> bool:
    """Whether nothing but their own words in this talk had raised it, and these words take those back."""
    if situation.case.relationship is not Relationship.FIRST_PARTY:
        return False
    case, person = situation.case.id, situation.person.id
    raisings = raisings_of(situation.tx, person, case, SpecialStatus.DISPUTE)
    talk = situation.conversation.id
    if not raisings or any(each.by != "borrower" or each.conversation_id != talk for each in raisings):
        return False
    of_payment = all(
        Intent.ALREADY_PAID in each.intents and Intent.DISPUTE not in each.intents for each in raisings
    )
    text = situation.text
    return denies_dispute(text) or takes_doubt_back(text) or (of_payment and denies_payment(text))


def _undo(situation: Situation) -> Answer:
    withdraw_dispute(situation.tx, situation.act)
    then = take_terms(situation) if says_terms(situation) else what_waits(situation)
    return replace(then, said=(situation.say("dispute.cleared"), *then.said))


def paid_later(situation: Situation) -> Decided | None:
    """A payment proposed for a day to come, that was taken for one that was made."""
    said, today = frozenset(situation.heard.intents), situation.today
    past = any(each.on is not None and each.on < today for each in situation.readings.dates)
    proposed = Intent.ALREADY_PAID in said and bool(OFFERING & said) and not past
    if not proposed or not says_terms(situation) or not only_to_be_paid(situation.text):
        return None
    return set_aside(situation, {Intent.ALREADY_PAID}, lambda _now: Answer(()))


_NOT_THAT = compiled(r"\bnot\s+(?:the\s+)?\$?[\d,.]+|不是?(?=\d)|不[变动]")
"""What denies a sum of theirs, or says that the rest stays: no word of a dispute."""


def first_changed(situation: Situation) -> Decided | None:
    """Who puts another sum for the first payment that they proposed ("500, not 600") disputes nothing."""
    words = _NOT_THAT.sub(" ", fold(situation.text))
    doubted = Intent.DISPUTE in situation.heard.doubted and not may_say(Intent.DISPUTE, words)
    if situation.party is None or not doubted or withdrawals(situation.text):
        return None
    proposed = proposals.last_proposal(situation.tx, situation.conversation.id) is not None
    names_sum = any(each.kind is AmountKind.SUM for each in situation.readings.amounts)
    if not (proposed and names_sum) or payment_named(situation.text) != 1:
        return None
    return set_aside(situation, {Intent.DISPUTE}, take_terms)
