"""Terms for who has several loans: their limit is shared, and which loan an offer is for is said.

We agree on one loan at a time; a person goes through the others with them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from arrears.dialogue.answering import Answer, Situation, gate, hand_over
from arrears.dialogue.positions import authority_of, limit_here, means_of, other_cases, other_plans
from arrears.domain.cases import Purpose
from arrears.domain.compliance.packs.status import SILENCES
from arrears.domain.language.acts.other_loans import (
    asks_of_both,
    asks_of_each,
    asks_only_of_other_kind,
    asks_which_loan,
    names_a_loan,
    speaks_of_another_loan,
    turns_to_other_kind,
)
from arrears.domain.money import Money, display
from arrears.domain.negotiation.affordability import left_for
from arrears.domain.offer_wording import READ_BACKS
from arrears.domain.wording import Said, date_words
from arrears.store import consents, conversations, ledger, offers

_SHARED, _ONE, _OTHER, _ONLY = "loans.shared", "loans.one", "loans.other", "loans.only_this"


def of_another_loan(situation: Situation) -> Answer:
    """What is owed on their other loan, and that a person looks at both; first which this is, if they ask.

    The gate is passed.
    """
    answer = _of_another(situation)
    if not asks_which_loan(situation.text) or not other_cases(situation):
        return answer
    day = date_words(situation.desk.policy.catalog, situation.language, situation.case.due_on)
    this = situation.say("loans.this", day=day, total=display(_owed_here(situation)))
    return replace(answer, said=(this, *answer.said))


def _of_another(situation: Situation) -> Answer:
    staffed, owed = hand_over(situation, "other_loan"), _owed_on_the_other(situation)
    if not other_cases(situation):
        return situation.answer(_ONLY, total=display(_owed_here(situation)), staffed=staffed)
    if owed is not None and (asks_of_both(situation.text) or asks_of_each(situation.text)):
        here = display(_owed_here(situation))
        return situation.answer("loans.both", total=here, amount=display(owed), staffed=staffed)
    if owed is None:
        return situation.answer(_ONE, staffed=staffed)
    return situation.answer(_OTHER, amount=display(owed), staffed=staffed)


def terms_of_another(situation: Situation) -> bool:
    """Whether what they name is for a loan of the other kind, even one that we do not know of."""
    purpose = situation.case.purpose
    known = any(each.purpose is not purpose for each in other_cases(situation))
    if purpose is Purpose.UNKNOWN and not known:
        return False
    return turns_to_other_kind(situation.text, of_a_business=purpose is Purpose.COMMERCIAL)


def asks_of_another(situation: Situation, *, two_offers: bool) -> bool:
    """Whether they ask of a loan beside this one; "both" without a loan is of two offers that wait."""
    text = situation.text
    if asks_of_each(text) or asks_which_loan(text):
        # "How much is each" is of payments while some wait for a yes.
        waits = offers.open_offer(situation.tx, situation.conversation.id) is not None
        return bool(other_cases(situation)) and (names_a_loan(text) or not waits)
    if asks_of_both(text):
        return names_a_loan(text) or not two_offers
    other_kind = asks_only_of_other_kind(text, of_a_business=situation.case.purpose is Purpose.COMMERCIAL)
    spoken_of = speaks_of_another_loan(text, two_offers=two_offers) and bool(other_cases(situation))
    return spoken_of or (other_kind and situation.case.purpose is not Purpose.UNKNOWN)


def _owed_here(situation: Situation) -> Money:
    return ledger.balance(situation.tx, situation.case.id, situation.case.currency).total


def _owed_on_the_other(situation: Situation) -> Money | None:
    """By our records; None where there are several, nothing is owed, or no word about it may be said."""
    others = other_cases(situation)
    if len(others) != 1:
        return None
    tx, other = situation.tx, others[0]
    standing = consents.statuses_for(tx, situation.person.id, other.id, situation.point.id)
    owed = ledger.balance(tx, other.id, other.currency).total
    return owed if owed.minor > 0 and not standing & SILENCES.keys() else None


def with_other_loans(situation: Situation, answer: Answer) -> Answer:
    """The terms that are read back, after what of a limit of all stays for the loans that have none.

    Where they name their other loan alone, that a person looks at it; each once in a conversation.
    """
    offered = any(said.key in READ_BACKS for said in answer.said)
    if not offered or gate(situation) is not None or not other_cases(situation):
        return answer
    known = {said.key for said in answer.said} | _said_before(situation)
    rest = None if _SHARED in known else _left_for_others(situation)
    if rest is not None:
        return replace(answer, said=(_shared(situation, *rest), *answer.said))
    if known & {_ONE, _OTHER, _SHARED} or other_plans(situation) is not None:
        return answer
    if not speaks_of_another_loan(situation.text, two_offers=False):
        return answer
    return replace(answer, said=(*of_another_loan(situation).said, *answer.said))


def _said_before(situation: Situation) -> set[str]:
    return {*chain.from_iterable(conversations.templates_said(situation.tx, situation.conversation.id))}


def _left_for_others(situation: Situation) -> tuple[Money, Money, Money] | None:
    """The limit of all that stands, what of it is for this loan and for others; None if it is not shared."""
    means = means_of(situation)
    balance = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    authority = authority_of(situation, balance)
    here = None if authority is None else limit_here(situation, means, balance, authority)
    if means.limit is None or here is None:
        return None
    left = left_for(means.limit.what, other_plans(situation)).amount - here.amount
    return (means.limit.what.amount, here.amount, left) if left.minor > 0 else None


def _shared(situation: Situation, limit: Money, here: Money, left: Money) -> Said:
    sums = {"total": display(limit), "here": display(here), "amount": display(left)}
    return situation.say(_SHARED, staffed=hand_over(situation, "other_loan"), **sums)
