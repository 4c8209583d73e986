"""What they ask of the payments to come, and whether they may pay more when they have it: no plan changes."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Decided, Situation, gate
from arrears.dialogue.in_context import read_by_a_person
from arrears.dialogue.informing import where_it_stands
from arrears.dialogue.overtaken import waiting_offer
from arrears.dialogue.reading_again import read_back_again
from arrears.dialogue.relieving import hard_by_label_alone
from arrears.dialogue.what_is_left import agreed_words
from arrears.domain.intents import ASKING, COMMITTING, OFFERING, Heard, Intent
from arrears.domain.language.acts.coming_payments import (
    asks_of_coming,
    asks_to_pay_extra,
    asks_what_more_does,
    would_pay_more_later,
)
from arrears.domain.language.acts.which_payment import LAST, asks_day_of
from arrears.domain.money import display
from arrears.domain.plans import Plan
from arrears.domain.wording import date_words
from arrears.store import offers, plans

_LIKE_ONE_OF_PAYMENTS = (
    ASKING
    | OFFERING
    | COMMITTING
    | {
        Intent.OUT_OF_SCOPE,
        Intent.REPEAT_CLARIFY,
        Intent.REQUEST_SETTLEMENT,
        Intent.CHANGE_DUE_DATE,
        Intent.DENY,
        Intent.THANKS,
        Intent.VAGUE_PROMISE,
    }
)
"""What "what do the other payments look like" and "can I throw in an extra 500" are taken for."""


def asked_of_payments(situation: Situation) -> Decided | None:
    """The turn as such a question; None where it is none, or nobody is verified."""
    said, hard = frozenset(situation.heard.intents), hard_by_label_alone(situation)
    text, read = situation.text, situation.readings
    on_top = asks_what_more_does(text, read) or would_pay_more_later(text, read)
    # "Once I'm back at work" names no bad time.
    known = _LIKE_ONE_OF_PAYMENTS | {*hard, *([Intent.INCONVENIENT] if on_top else [])}
    if situation.party is None or not said or not said <= known:
        return None
    if asks_to_pay_extra(text, read) or (on_top and _has_payments(situation)):
        return Heard(situation.message_id), read_by_a_person(_welcome, hard)
    number = asks_day_of(text, read)
    last_of_terms = number == LAST and _waits(situation)  # with how many there are, in `about_terms`
    if number is not None and _has_payments(situation) and not last_of_terms:
        return Heard(situation.message_id), read_by_a_person(lambda now: _day_of(now, number), hard)
    if not asks_of_coming(text, read) or not _has_payments(situation):
        return None
    return Heard(situation.message_id), read_by_a_person(_coming, hard)


def _has_payments(situation: Situation) -> bool:
    """Whether a plan stands or terms wait for a yes, so that there are payments to come."""
    return _waits(situation) or _standing(situation) is not None


def _waits(situation: Situation) -> bool:
    return offers.open_offer(situation.tx, situation.conversation.id) is not None


def _standing(situation: Situation) -> Plan | None:
    return plans.standing_plan(situation.tx, situation.case.id, situation.today)


def _welcome(situation: Situation) -> Answer:
    return gate(situation) or situation.answer("plan.early")


def _coming(situation: Situation) -> Answer:
    """The terms that wait in full, else what is still to come of the plan that stands."""
    barred = gate(situation) or (read_back_again(situation) if _waits(situation) else None)
    standing = _standing(situation)
    if barred is not None or standing is None:
        return barred or where_it_stands(situation)
    return situation.answer("plan.coming", schedule=agreed_words(situation, standing))


def _day_of(situation: Situation, number: int) -> Answer:
    """The one payment of the terms that wait, or of the plan; all, where it has none of that number."""
    waiting, standing = waiting_offer(situation), _standing(situation)
    if waiting is not None:
        key, payments = "numbered.waiting", () if waiting.other else waiting.offer.instalments
    else:
        key, payments = "numbered.stands", () if standing is None else standing.instalments
    at = len(payments) if number == LAST else number
    if gate(situation) or not 0 < at <= len(payments):
        return _coming(situation)
    one = payments[at - 1]
    day = date_words(situation.desk.policy.catalog, situation.language, one.on)
    return situation.answer(key, number=str(at), amount=display(one.amount), day=day)
