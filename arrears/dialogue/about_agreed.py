"""Terms or a wish while a plan stands: it is confirmed, one day of it is changed, or a person looks at it."""

from __future__ import annotations

from arrears.dialogue.answering import Answer, Situation, hand_over
from arrears.dialogue.changing import change_plan_day, leaves_the_days, names_other_day, only_makes_sure
from arrears.dialogue.informing import CHARGES_SAID, what_is_owed
from arrears.dialogue.reading_again import is_said_again
from arrears.dialogue.rest_later import in_parts
from arrears.dialogue.taking_back import may_change
from arrears.dialogue.terms_said import said_now, says_means
from arrears.dialogue.what_is_left import agreed_words, stands_words
from arrears.domain.intents import HARD, OFFERING, Intent
from arrears.domain.language.acts.charge_questions import names_interest
from arrears.domain.language.plans.wished_plans import wished_plan
from arrears.domain.money import display
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.change_of_mind import differs
from arrears.domain.negotiation.offers import Proposal, Wish
from arrears.domain.negotiation.wishes import KIND_OF
from arrears.domain.plans import Plan
from arrears.domain.wording import Said
from arrears.store import ledger


def about_agreed(situation: Situation, standing: Plan) -> Answer:
    """Another day for what was agreed is read back, the same terms are confirmed; the rest is for a person.

    Who wants other payments and names none is asked, while nothing of the plan is due.
    """
    of_its_days = only_makes_sure(situation, standing) or leaves_the_days(situation, standing)
    if of_its_days or in_parts(situation, standing) is not None:
        return change_plan_day(situation, standing)
    said, intents = said_now(situation), {*situation.heard.intents}
    agreed = offer_of_plan(standing)
    if not _CHANGING_IT & intents and is_said_again(situation, agreed):
        return situation.answer("next.so", schedule=agreed_words(situation, standing))
    same = not differs(said, agreed)
    asks_time = Intent.REQUEST_EXTENSION in intents and wished_plan(situation.text) is Wish.MORE_TIME
    some_days_later = asks_time and not says_means(situation) and not HARD & intents
    if same and (names_other_day(situation, standing) or some_days_later):
        return change_plan_day(situation, standing)
    if same and said == Proposal() and _asks_for_other_kind(situation, standing):
        not_in_it = situation.answer("plan.not_in_it", staffed=hand_over(situation, "change_of_plan"))
        return Answer((*_interest_owed(situation), *not_in_it.said))
    changing = _CHANGING_IT & intents or (said == Proposal() and _OTHER_PAYMENTS & intents)
    if same and not changing and not says_means(situation) and said.date_problem is None:
        if Intent.ASK_BALANCE in intents and not OFFERING & intents:
            return what_is_owed(situation, CHARGES_SAID)
        if said == Proposal():
            return situation.answer("next.closed", schedule=stands_words(situation, standing))
        return situation.answer("next.so", schedule=agreed_words(situation, standing))
    if said == Proposal() and _OTHER_PAYMENTS & intents and may_change(situation, standing):
        return situation.answer("proposal.ask_both")
    return for_a_person(situation, standing)


def _interest_owed(situation: Situation) -> tuple[Said, ...]:
    """How much of what is owed is interest, for who would pay that alone."""
    owed = ledger.balance(situation.tx, situation.case.id, situation.case.currency)
    if not names_interest(situation.text) or owed.interest.minor <= 0:
        return ()
    return (situation.say("interest.owed", amount=display(owed.interest)),)


def _asks_for_other_kind(situation: Situation, standing: Plan) -> bool:
    """Whether they ask, by its name, for a kind of plan that was not agreed: "is there interest only"."""
    wish, changing = wished_plan(situation.text), _CHANGING_IT.intersection(situation.heard.intents)
    return not changing and wish in KIND_OF and KIND_OF[wish] is not standing.kind


_OTHER_PAYMENTS = frozenset({Intent.PROPOSE_INSTALMENT, Intent.PARTIAL_PAYMENT})
_CHANGING_IT = HARD | {
    Intent.REQUEST_EXTENSION,
    Intent.REQUEST_SETTLEMENT,
    Intent.CHANGE_DUE_DATE,
    Intent.CANCEL_PLAN,
}
"""Intents that want something else than was agreed, whether it is named or not."""


def for_a_person(situation: Situation, standing: Plan) -> Answer:
    """That a person looks at the change that they need, after what stands."""
    words = agreed_words(situation, standing)
    return situation.answer("plan.exists", schedule=words, staffed=hand_over(situation, "change_of_plan"))
