"""What people ask before they agree: to hear terms from us, and what a plan means when life goes otherwise.

The words of such a question are near to a wish for more time, to a no, to a fear of the law. Where the whole
text asks and offers nothing, it is answered as what it asks; what waits for a yes goes on waiting.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from arrears.dialogue.about_terms import asked_of_terms
from arrears.dialogue.answering import Answer, Decided, Decision, Situation, gate, hand_over, is_spared
from arrears.dialogue.asked_beside import IN_TERMS
from arrears.dialogue.both_loans import asks_of_another, of_another_loan
from arrears.dialogue.in_context import read_by_a_person, saying
from arrears.dialogue.informing import CHARGES_SAID, charges
from arrears.dialogue.negotiating import our_terms, take_terms
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.terms_said import says_means
from arrears.domain.cases import Purpose
from arrears.domain.intents import ASKING, CLOSING, COMMITTING, HARD, OFFERING, Heard, Intent
from arrears.domain.language.acts.charge_questions import charge_question, part_asked_of
from arrears.domain.language.acts.other_loans import asks_only_of_another_loan, asks_only_of_other_kind
from arrears.domain.language.acts.plan_questions import (
    PlanQuestion,
    asks_if_work_fails,
    asks_otherwise,
    asks_what_if,
    plan_question,
    supposes_bad_time,
)
from arrears.domain.language.acts.terms_wished import asks_us_for_terms
from arrears.domain.language.means.hardships import names_hardship
from arrears.domain.language.readings import AmountKind
from arrears.domain.language.script.fold import fold
from arrears.domain.negotiation.offers import Offer
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words
from arrears.store import offers, plans

_WISHES = frozenset({Intent.REQUEST_EXTENSION, Intent.PARTIAL_PAYMENT, Intent.PROPOSE_INSTALMENT})
_EMPTY = frozenset(
    {
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.VAGUE_PROMISE,
        Intent.DENY,
        Intent.THANKS,
        Intent.GREET,
    }
)
_TAKEN_FOR = _WISHES | _EMPTY | (ASKING - {Intent.ASK_CREDIT_REPORTING})
"""What such a question is taken for, and is not answered as."""
_LEFT_TO_US = _EMPTY | OFFERING | {Intent.ASK_BALANCE, Intent.ASK_LEGAL_CONSEQUENCES}
_OF_LOANS = _EMPTY | ASKING | OFFERING
_OF_THE_DEBT = frozenset({Intent.DISPUTE, Intent.REQUEST_VALIDATION, Intent.THIRD_PARTY_INQUIRY})
"""What "and the other loan?" is taken for, where it is all that they say."""

_ANSWERS = {
    PlanQuestion.EARLY: "plan.early",
    PlanQuestion.MISSED: "plan.missed",
    PlanQuestion.COSTS: "plan.costs",
    PlanQuestion.BREACH: "plan.breach",
}


def asked_of_us(situation: Situation) -> Decided | None:
    """The turn as the question that it is; None where it is none, or nobody is verified."""
    said = frozenset(situation.heard.intents)
    if situation.party is None or not said:
        return None
    if said == {Intent.ALREADY_PAID} and asks_what_if(situation.text):
        return Heard(situation.message_id), read_by_a_person(_of_a_payment, (Intent.ALREADY_PAID,))
    question = plan_question(situation.text)
    if question is PlanQuestion.BREACH and _terms(situation) is None:
        question = None
    # A bad month that they name is no day that they want changed.
    bad_time = {Intent.CHANGE_DUE_DATE} if supposes_bad_time(situation.text) else set[Intent]()
    if question is None and said <= _TAKEN_FOR | HARD | bad_time and _asks_otherwise(situation):
        hard = tuple(each for each in situation.heard.intents if each in HARD)
        return Heard(situation.message_id), read_by_a_person(_if_it_goes_wrong, hard)
    if charge_question(situation.text) is not None and said <= _TAKEN_FOR | {Intent.REQUEST_SETTLEMENT}:
        return Heard(situation.message_id), partial(_of_charges, offers=bool(OFFERING & said))
    of_terms = asked_of_terms(situation)
    if of_terms is not None:
        return of_terms
    # "If the refund comes late" has an event of their own in it, and no day to pay on.
    more = question in (PlanQuestion.EARLY, PlanQuestion.MISSED) and not _names_a_sum_or_day(situation)
    if _names_terms(situation) and not more:
        return None
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    two = waiting is not None and waiting.choices is not None
    another = asks_of_another(situation, two_offers=two)
    business = situation.case.purpose is Purpose.COMMERCIAL
    only_another = asks_only_of_another_loan(situation.text) or (
        another and asks_only_of_other_kind(situation.text, of_a_business=business)
    )
    if said & COMMITTING and not only_another:
        return None
    if question is not None and said <= _TAKEN_FOR:
        return Heard(situation.message_id), _about_a_plan(question)
    if question is not None and said == {Intent.CANNOT_PAY} and _only_what_if(situation.text):
        return Heard(situation.message_id), read_by_a_person(_about_a_plan(question), (Intent.CANNOT_PAY,))
    feared = CLOSING & said
    whole = feared <= _OF_THE_DEBT and only_another
    if another and said - (feared | COMMITTING if whole else frozenset()) <= _OF_LOANS:
        in_order = tuple(each for each in Intent if each in feared)
        return Heard(situation.message_id), read_by_a_person(_one_at_a_time, in_order)
    refuses = Intent.DENY in said and waiting is not None  # a no to what we named is no wish to hear it again
    if said <= _LEFT_TO_US and not refuses and asks_us_for_terms(situation.text):
        return Heard(situation.message_id), our_terms
    return None


def _of_charges(situation: Situation, *, offers: bool) -> Answer:
    """What they ask of charges, after what they offer beside it: "95 a month, is the sixty in that"."""
    asked = part_asked_of(situation.text)
    if asked is None or not offers or gate(situation):
        return charges(situation)
    rest = saying(situation, fold(situation.text).replace(asked, " "))
    terms = take_terms(rest) if rest.readings.amounts else Answer(())
    told = tuple(each for each in terms.said if each.key != IN_TERMS)  # the answer says it
    return replace(terms, said=(*charges(situation).said, *told))


def _asks_otherwise(situation: Situation) -> bool:
    """Whether they ask what follows if terms cannot be kept: a day or a sum in it is none to pay."""
    offers_none = not situation.readings.amounts or supposes_bad_time(situation.text)
    asks = asks_otherwise(situation.text) and offers_none
    threatened = Intent.ASK_LEGAL_CONSEQUENCES in situation.heard.intents
    of_no_law = threatened and asks_if_work_fails(situation.text)
    return asks and (of_no_law or _terms(situation) is not None)


def _if_it_goes_wrong(situation: Situation) -> Answer:
    """Told before the day, the day can be another, and a person looks at it; asked on, a person answers."""
    barred = gate(situation)
    if barred is not None:
        return barred
    if situation.said_last & {"plan.otherwise", "plan.otherwise_review"}:
        return situation.answer("human.waiting", staffed=hand_over(situation, "change_of_plan"))
    terms = _terms(situation)
    if terms is None:
        return situation.answer("plan.missed")
    review = terms.review_on
    if review is None:
        return situation.answer("plan.otherwise")
    day = date_words(situation.desk.policy.catalog, situation.language, review)
    return situation.answer("plan.otherwise_review", day=day)


def _terms(situation: Situation) -> Offer | Plan | None:
    """What waits for a yes, else what was agreed."""
    waiting = offers.open_offer(situation.tx, situation.conversation.id)
    if waiting is not None:
        return waiting.offer
    return plans.standing_plan(situation.tx, situation.case.id, situation.today)


def _of_a_payment(situation: Situation) -> Answer:
    """A payment that is only supposed was not made: "and if I paid it all in June?"."""
    return gate(situation) or take_terms(situation)


def _only_what_if(text: str) -> bool:
    """Whether a difficulty is only feared; a person reads it all the same."""
    return asks_what_if(text) and not names_hardship(text)


def _one_at_a_time(situation: Situation) -> Answer:
    """We agree on one loan; a person looks at all of them, and what waits for a yes goes on waiting."""
    return gate(situation) or of_another_loan(situation)


def _names_terms(situation: Situation) -> bool:
    """A sum, a day or a number of payments; "the least a month" has a rhythm and is a question still."""
    read = situation.readings
    return bool(read.amounts or read.dates or read.instalment_count) or says_means(situation)


def _names_a_sum_or_day(situation: Situation) -> bool:
    """Whether a sum or a day is in it: "can I pay more, once I have a job", "all of it early" have none."""
    read = situation.readings
    sums = [each for each in read.amounts if each.kind is not AmountKind.FULL]
    return bool(sums or read.instalment_count) or any(day.on is not None for day in read.dates)


def _about_a_plan(question: PlanQuestion) -> Decision:
    def decide(situation: Situation) -> Answer:
        barred = gate(situation)
        if barred is not None:
            return barred
        if question is PlanQuestion.DRAW_AGAIN:
            return situation.answer("plan.referred_credit", staffed=hand_over(situation, "new_credit"))
        said = situation.answer(_ANSWERS[question])
        knows = CHARGES_SAID in situation.said_last
        asked_for_sums = not (is_spared(situation) or knows) and waiting_offer(situation) is None
        if question is PlanQuestion.COSTS and asked_for_sums:
            return Answer((*charges(situation).said, *said.said))
        return said

    return decide
