"""What is said once something is disputed: what they add is kept for the person who checks it.

The first time it is noted, and from then on no answer is given twice in a row: what comes next, that more was
noted, that only a person can settle it. No word of it is about the debt. What they would do of their own
accord meanwhile is kept for the person, too, and nothing is asked of them (ADR 0025).
"""

from __future__ import annotations

from dataclasses import replace

from arrears.dialogue.answering import Answer, Decided, Situation, hand_over, standing_silences
from arrears.domain.cases import SpecialStatus
from arrears.domain.intents import ASKING, NAMING, OFFERING, REFERRED, Heard, Intent
from arrears.domain.language.acts.check_questions import check_question
from arrears.domain.language.acts.payments_made import without_payments_made
from arrears.domain.language.acts.pays_the_rest import pays_the_rest
from arrears.domain.language.acts.which_payment import asks_day_of
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.wording import Said, wish_words
from arrears.store import conversations, plans, proposals

_CHECKED = frozenset({SpecialStatus.DISPUTE, SpecialStatus.VALIDATION_REQUESTED})
NOTED, OWN_WISH, OWN_TERMS = "dispute.answer", "dispute.own_wish", "dispute.own_terms"
PROOF = "dispute.proof"
"""What is said to who would send what shows a payment, checked or not."""
_ADDED = ("dispute.added", "dispute.person", "dispute.kept")
_ASKED = ("dispute.waits", "human.waiting")
_LOST = frozenset(
    {"human.waiting", "scope.answer", "scope.second", "scope.unverified", "scope.third", "who.answer"}
)
"""What is said to words that have no answer of their own while something is checked."""
_NOT_ADDED = NAMING | {
    Intent.GREET,
    Intent.AFFIRM,
    Intent.THANKS,
    Intent.GOODBYE,
    Intent.REQUEST_HUMAN,
    Intent.REQUEST_CALLBACK,
    Intent.VERIFY_IDENTITY,
}
"""What adds nothing to a dispute."""


def is_checked(situation: Situation) -> bool:
    """Whether a dispute or a wish for proof is all that keeps us silent."""
    silences = standing_silences(situation)
    return bool(silences) and silences <= _CHECKED


def wishes_to_go_on(situation: Situation) -> bool:
    """Whether they offer something of their own accord, while or as something is disputed."""
    said = frozenset(situation.heard.intents)
    read = situation.readings
    left = without_payments_made(read, situation.text)
    # The sum beside the label was paid, unless the words leave another one to come.
    of_a_payment = Intent.ALREADY_PAID in said and left is read
    offers = OFFERING & said and left.amounts and not of_a_payment
    moves = Intent.CHANGE_DUE_DATE in said and any(day.on for day in left.dates)
    return bool(offers) or pays_the_rest(situation.text) or (moves and _noted_so_far(situation) is not None)


def _noted_so_far(situation: Situation) -> Proposal | None:
    kept = proposals.last_proposal(situation.tx, situation.conversation.id)
    return None if kept is None else kept.proposal


def with_their_terms(situation: Situation, answer: Answer) -> Answer:
    """The answer with the days of what they offered, once it is kept, in place of the word that it is noted.

    It is read back to nobody: no yes to it binds (ADR 0025).
    """
    noted_terms = _noted_so_far(situation)
    if noted_terms is None or not any(said.key == OWN_WISH for said in answer.said):
        return answer
    terms = wish_words(situation.desk.policy.catalog, situation.language, noted_terms)
    if terms is None:
        return answer
    staffed = hand_over(situation, SpecialStatus.DISPUTE)
    own = situation.say(OWN_TERMS, terms=terms, staffed=staffed)
    return replace(answer, said=tuple(own if said.key == OWN_WISH else said for said in answer.said))


def noted(situation: Situation) -> Answer:
    """What is said to a dispute; in a conversation that has heard it, that more is kept for the person."""
    talk = conversations.exchanges_of(situation.tx, situation.conversation.id)
    if any(NOTED in exchange.said for exchange in talk):
        return _added(situation)
    answer = situation.answer(NOTED)
    return Answer((*answer.said, *_own_wish(situation).said)) if wishes_to_go_on(situation) else answer


def proved_meanwhile(situation: Situation) -> Answer:
    """That who proves who they are is known now, and that it is checked still: no word of the debt."""
    return situation.answer("dispute.proved", staffed=hand_over(situation, SpecialStatus.DISPUTE))


_LIKE_ONE_OF_THE_CHECK = (ASKING | OFFERING | REFERRED) | {
    Intent.ALREADY_PAID,
    Intent.REQUEST_VALIDATION,
    Intent.DISPUTE,
    Intent.VAGUE_PROMISE,
    Intent.OUT_OF_SCOPE,
    Intent.REPEAT_CLARIFY,
    Intent.AFFIRM,
    Intent.DENY,
    Intent.THANKS,
}
"""What "where do I send the screenshot" and "what if you can't find it" are taken for."""


def asked_of_the_check(situation: Situation) -> Decided | None:
    """While something is checked: where proof goes, what follows from the check, and what a fee is for.

    No word of it is about the debt: whoever asks need not have proved who they are.
    """
    said = frozenset(situation.heard.intents)
    if not said or not said <= _LIKE_ONE_OF_THE_CHECK or not is_checked(situation):
        return None
    question: str | None = check_question(situation.text)
    if question is None and asks_day_of(situation.text, situation.readings) is not None:
        standing = plans.standing_plan(situation.tx, situation.case.id, situation.today)
        question = "no_day" if standing is None else None
    if question is None:
        return None
    return Heard(situation.message_id), lambda now: one_of(now, f"dispute.{question}", "dispute.person")


def _own_wish(situation: Situation) -> Answer:
    return situation.answer(OWN_WISH, staffed=hand_over(situation, SpecialStatus.DISPUTE))


def one_of(situation: Situation, *keys: str) -> Answer:
    """The first of the messages that was not in our last answer; a person of ours is waited for."""
    staffed = hand_over(situation, SpecialStatus.DISPUTE)
    key = next((each for each in keys if each not in situation.said_last), keys[0])
    return situation.answer(key, staffed=staffed)


def _added(situation: Situation) -> Answer:
    """That more was noted, in the words that were said longest ago, or never; first, what they wish to do."""
    if wishes_to_go_on(situation) and OWN_WISH not in situation.said_last:
        return _own_wish(situation)
    talk = conversations.exchanges_of(situation.tx, situation.conversation.id)

    def last_said(key: str) -> int:
        return max((place for place, each in enumerate(talk) if key in each.said), default=-1)

    return one_of(situation, *sorted(_ADDED, key=last_said))


def while_checked(situation: Situation, answer: Answer) -> Answer:
    """The answer, fitting where it had nothing to say but that a person is waited for."""
    if not is_checked(situation) or not any(said.key in _LOST for said in answer.said):
        return answer
    heard = situation.heard.intent
    if heard in _NOT_ADDED and not wishes_to_go_on(situation):
        return answer
    fitting = (one_of(situation, *_ASKED) if heard in ASKING else _added(situation)).said
    kept: tuple[Said, ...] = tuple(said for said in answer.said if said.key not in _LOST)
    return replace(answer, said=(*kept, *fitting))
