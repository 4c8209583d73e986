"""A change of mind after the yes: what was agreed is taken back, or agreed anew, while nothing of it is due.

Who only proposes keeps the old plan until they agree to the new one; who takes it back has none from then
on. It is no fact: no terms get better by it. What was changed too often, or is due, a person sees to.
"""

from __future__ import annotations

from arrears.dialogue.answering import Situation, home_zone
from arrears.dialogue.offering import REPLACES
from arrears.dialogue.positions import BY_THE_BORROWER, authority_of
from arrears.domain.intents import ASKING, CLOSING, DOUBTABLE, DOUBTFUL, HARD, REFERRED, Heard, Intent
from arrears.domain.language.acts.changes_of_mind import takes_back
from arrears.domain.language.acts.refused_sums import refused_sums
from arrears.domain.language.dates.shifts import shift_in
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.plans.one_payment import is_of_one_payment
from arrears.domain.language.script.fold import fold
from arrears.domain.language.script.sentences import asks, sentences
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.change_of_mind import is_open_to_change, times_changed
from arrears.domain.negotiation.offers import Offer
from arrears.domain.plans import Plan
from arrears.domain.times import local_date
from arrears.store import cases, ledger, offers, plans
from arrears.store.evidence import append_evidence
from arrears.store.offers import OpenOffer

SURE_OF_IT = 0.9
"""A cancelling that is understood with less confidence, in no words that say so, a person sees to."""


def may_change(situation: Situation, standing: Plan) -> bool:
    """Whether the plan that stands may be taken back, or agreed anew, without a person."""
    every = plans.plans_of(situation.tx, situation.case.id)
    zone = home_zone(situation.person, situation.point)
    paid = bool(plans.receipts_for(situation.tx, standing))
    agreed_on = local_date(standing.agreed_at or standing.proposed_at, zone)
    if not is_open_to_change(standing, every, today=situation.today, agreed_on=agreed_on, paid=paid):
        return False
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    if authority is None:
        return False
    return times_changed(every, lambda at: local_date(at, zone)) < authority.terms.changes_of_mind


def taken_back(situation: Situation) -> Plan | None:
    """The plan that this turn takes back; None where it takes none back, or other things come first.

    While an offer waits for a yes, the words are about that. What ends contact, and a wish for a person,
    leave the plan as it is.
    """
    heard = situation.heard
    intents = {*heard.intents}
    first = (CLOSING | {Intent.REQUEST_HUMAN}) & intents
    doubtful = first <= DOUBTABLE & {heard.intent} and heard.confidence < DOUBTFUL
    if situation.party is None or (first and not doubtful) or not _says_so(situation):
        return None
    if offers.open_offer(situation.tx, situation.conversation.id) is not None:
        return None
    return plans.standing_plan(situation.tx, situation.case.id, situation.today)


def _says_so(situation: Situation) -> bool:
    # 20号还不了，晚十天吧 wants another day of it.
    if takes_back(situation.text) and shift_in(fold(situation.text)) is None:
        return True
    if _refuses_a_payment(situation):
        return True
    heard = situation.heard
    sure = heard.intent is Intent.CANCEL_PLAN and heard.confidence >= SURE_OF_IT
    return sure and not any(asks(each) for each in sentences(situation.text))


def _refuses_a_payment(situation: Situation) -> bool:
    """Whether they cannot do the sum that was agreed ("I can't do 800 after all"), while that may change.

    Of one payment, or on a day, it is no word of the whole plan; nor is "what if".
    """
    standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
    if standing is None or is_of_one_payment(situation.text):
        return False
    refused = refused_sums(situation.text, situation.language, situation.case.currency, situation.today)
    agreed = {item.amount for item in standing.instalments}
    return not agreed.isdisjoint(refused) and may_change(situation, standing)


def heard_besides(situation: Situation) -> Heard:
    """The turn without what taking back has answered: its questions and other requests, and true hardship."""
    heard = situation.heard
    kept = (ASKING | REFERRED) - {Intent.CANCEL_PLAN, Intent.CHANGE_DUE_DATE, Intent.REQUEST_SETTLEMENT}
    if names_hardship(situation.text) or Intent.REQUEST_HARDSHIP in heard.intents:
        kept |= HARD
    others = tuple(each for each in heard.intents if each in kept)
    return Heard(heard.message_id, Intent.DENY, heard.confidence, others)


def replaces(situation: Situation, waiting: OpenOffer, standing: Plan) -> bool:
    """Whether the offer was made in place of the plan that stands, and may still be."""
    return waiting.bounds.get(REPLACES) == standing.id and may_change(situation, standing)


def just_taken_back(situation: Situation) -> Offer | None:
    """The terms that this very turn took back."""
    found = plans.taken_back(situation.tx, situation.case.id, BY_THE_BORROWER)
    return offer_of_plan(found[-1]) if found and found[-1].cancelled_at == situation.now else None


def withdraw(situation: Situation, standing: Plan) -> None:
    """The plan stands no more, from now on and by the borrower's word; nothing of it is broken by that."""
    cases.lock_case(situation.tx, situation.case.id)
    plans.cancel(situation.tx, standing.id, by=BY_THE_BORROWER, at=situation.now)
    payload = {"plan": standing.id, "turn": situation.turn_id}
    append_evidence(situation.tx, situation.case.id, "plan_taken_back", payload, situation.now)
